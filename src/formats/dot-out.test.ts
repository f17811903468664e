import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { writeDot } from "./dot-out.ts";

describe("drawing the graph of moves", () => {
  it("draws states and moves, improvements solid, equilibria with a double border", () => {
    const { text, losses } = written(`standoff: 1
title: A threat
parties: {ann: Ann, ben: Ben}
options: {a: {owner: ann, title: pay, one-way: taken}, b: {owner: ben, title: threaten}}
status quo: [b]
preferences: {ann: [not b, not a], ben: [a, not b]}
`);
    expect(losses).toEqual([]);
    const lines = text!.split("\n").map((line) => line.trim());
    expect(lines.filter((line) => line.includes("->"))).toEqual([
      's1 -> s2 [color="#0072B2", style=dotted];',
      's3 -> s4 [color="#0072B2", style=dotted];',
      's1 -> s3 [color="#D55E00", style=dotted];',
      's2 -> s4 [color="#D55E00", style=dotted];',
      's3 -> s1 [color="#D55E00", style=solid];',
      's4 -> s2 [color="#D55E00", style=solid];',
    ]);
    expect(lines.filter((line) => /^s\d \[/.test(line))).toEqual([
      's1 [label="1\\nnobody does anything\\nholds: nash, gmr, smr, seq, sseq", peripheries=2, penwidth=2];',
      's2 [label="2\\nAnn: pay\\nholds: nash, gmr, smr, seq, sseq", peripheries=2, penwidth=2];',
      's3 [label="3\\nBen: threaten\\n(status quo)", style="rounded,filled", fillcolor="#DDDDDD"];',
      's4 [label="4\\nAnn: pay\\nBen: threaten"];',
    ]);
    expect(lines).toContain('k0 [shape=plaintext, fontcolor="#0072B2", label="Ann"];');
  });

  it("keeps every name inside its quotes", () => {
    const { text } = written(`standoff: 1
title: "a \\"b\\" \\\\N"
parties: {p: "]; evil [label=\\"\\n}"}
options: {a: {owner: p, title: "<b>&amp;\\\\"}}
preferences: {p: [a]}
`);
    expect(text!.split("\n")[0]).toBe('digraph "a \\"b\\" \\\\N" {');
    // Without its quoted texts the file is made of fixed words only.
    const bare = text!.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, "Q");
    expect(bare).not.toMatch(/["\\]|evil|amp/);
    expect(bare.match(/[{}]/g)).toEqual(["{", "{", "}", "}"]);
  });

  it("names its limits", () => {
    const large = (options: number) =>
      written(
        `standoff: 1\ntitle: T\nparties: {p: P}\noptions: {${Array.from({ length: options }, (_, index) => `x${index}: {owner: p}`).join(", ")}}\npreferences: {p: [x0]}\n`,
      );
    expect(large(10)).toEqual({
      text: undefined,
      losses: [expect.stringContaining("the limit is 1,000 states")],
    });
    expect(large(8)).toEqual({
      text: undefined,
      losses: [expect.stringContaining("the limit is 10,000 moves")],
    });
  });
});

function written(text: string) {
  const { compiled } = compile(parse(text, "a test").standoff!);
  return writeDot(compiled!, analyze(compiled!));
}
