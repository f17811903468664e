import { describe, expect, it } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { writeCsv } from "./csv-out.ts";

const CHICKEN = `standoff: 1
title: Chicken
parties: {ann: Ann, ben: Ben}
options: {a: {owner: ann, title: drive on}, b: {owner: ben, title: drive on}}
outcomes: {crash: {when: a and b, title: A crash}}
status quo: [a, b]
preferences: {ann: [not crash, a, not b], ben: [not crash, b, not a]}
`;

describe("writing tables", () => {
  it("lists the equilibria of chicken: one drives on, the other gives way", () => {
    const rows = read(written(CHICKEN, "equilibria").text!);
    expect(rows[0]).toEqual(
      ["state", "in words", "a", "b", "A crash", "status quo"].concat(["nash", "gmr", "smr", "seq", "sseq"]),
    );
    const nash = rows.filter((row) => row[6] === "yes");
    expect(nash.map((row) => row.slice(0, 6))).toEqual([
      ["2", "Ann: drive on", "yes", "no", "no", "no"],
      ["3", "Ben: drive on", "no", "yes", "no", "no"],
    ]);
  });

  it("lists every move with what changes and whether the mover gains", () => {
    expect(read(written(CHICKEN, "moves").text!)).toEqual([
      ["party", "from state", "to state", "changes", "improvement"],
      ["Ann", "1", "2", "takes up drive on", "yes"],
      ["Ann", "2", "1", "drops drive on", "no"],
      ["Ann", "3", "4", "takes up drive on", "no"],
      ["Ann", "4", "3", "drops drive on", "yes"],
      ["Ben", "1", "3", "takes up drive on", "yes"],
      ["Ben", "2", "4", "takes up drive on", "no"],
      ["Ben", "3", "1", "drops drive on", "no"],
      ["Ben", "4", "2", "drops drive on", "yes"],
    ]);
  });

  it("lists every state and party with the concepts under which it is stable", () => {
    const rows = read(written(CHICKEN, "stability").text!);
    expect(rows).toHaveLength(1 + 4 * 2);
    const nash = rows.slice(1).filter((row) => row[5] === "yes");
    // Ann would drive on when Ben does not, and give way when he does; Ben likewise.
    expect(nash.map((row) => [row[0], row[4]])).toEqual([
      ["2", "Ann"],
      ["2", "Ben"],
      ["3", "Ann"],
      ["3", "Ben"],
    ]);
  });

  it("says `either` for what merged states differ in", () => {
    const text = CHICKEN.replace("status quo", "same: [a]\nstatus quo").replaceAll(
      /\[not crash.*?\]/g,
      "[not a]",
    );
    const rows = read(written(text, "stability").text!);
    expect(rows.slice(1).map((row) => [row[0], row[2], row[3]])).toContainEqual(["2", "yes", "either"]);
  });

  it("quotes by RFC 4180 and runs no formulas", () => {
    const titles = ["=1+1", "+1", "-1", "@SUM(A1)", " =2", "＝1", 'say "hi"', "a, b", "plain"];
    const options = titles.map((title, index) => `x${index}: {owner: p, title: ${JSON.stringify(title)}}`);
    const parties = `{p: ${JSON.stringify("=cmd|'/c calc'!A1")}}`;
    const { text } = written(
      `standoff: 1\ntitle: T\nparties: ${parties}\noptions: {${options.join(", ")}}\noutcomes: {o: {when: x0, title: "=x\\ny"}}\nconstraints: [always: "at most one of (${titles.map((_, index) => `x${index}`).join(", ")})"]\npreferences: {p: indifferent}\n`,
      "equilibria",
    );
    const rows = read(text!);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0].length]));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
    expect(rows[0]).toContain("'=x\ny");
    expect(rows.some((row) => row[1].endsWith('say "hi"'))).toBe(true);
    expect(
      written(
        `standoff: 1\ntitle: T\nparties: ${parties}\noptions: {a: {owner: p}}\npreferences: {p: [a]}\n`,
        "moves",
      ).text,
    ).toContain("\r\n'=cmd|'/c calc'!A1,1,2,takes up a,yes\r\n");
  });

  it("names the limit of the table of stability", () => {
    const options = Array.from({ length: 14 }, (_, index) => `x${index}: {owner: p}`).join(", ");
    const large = `standoff: 1\ntitle: T\nparties: {p: P}\noptions: {${options}}\npreferences: {p: indifferent}\n`;
    expect(written(large, "stability")).toEqual({
      text: undefined,
      losses: [expect.stringContaining("the limit is 10,000 states")],
    });
    expect(written(large, "moves").losses).toEqual([expect.stringContaining("the limit is 1,000,000 moves")]);
    const { text, losses } = written(large, "equilibria");
    expect(read(text!)).toHaveLength(1 + 10_000);
    expect(losses).toEqual(["6,384 of 16,384 equilibria are not in the table."]);
  });
});

function written(text: string, what: "stability" | "equilibria" | "moves") {
  const { compiled } = compile(parse(text, "a test").standoff!);
  return writeCsv(compiled!, analyze(compiled!), what);
}

/** Reads a table letter by letter, as the RFC has it. */
function read(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows[rows.length - 1];
    if (quoted && text.startsWith('""', at)) row[row.length - 1] += text[++at];
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === ",") row.push("");
    else if (!quoted && text.startsWith("\r\n", at)) {
      rows.push([""]);
      at++;
    } else row[row.length - 1] += text[at];
  }
  expect(rows.pop()).toEqual([""]);
  return rows;
}
