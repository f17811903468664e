import { describe, expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { explain } from "../analysis/explain.ts";
import { states } from "../analysis/states.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { renderAnalyze } from "./analyze.ts";
import { renderExplain } from "./explain.ts";
import { renderProblems } from "./problems.ts";
import { renderStates } from "./states.ts";
import { PLAIN } from "./style.ts";

const SHEPHERDS = `standoff: 1
title: Two shepherds
parties: {ann: Ann, ben: Ben}
options:
  ann_limits: {owner: ann, title: limit her flock}
  ben_limits: {owner: ben, title: limit his flock}
status quo: [ann_limits, ben_limits]
preferences:
  ann:
    - want: ben_limits
      because: [C1]
    - not ann_limits
  ben:
    - ann_limits
    - not ben_limits
sources: {diary: {title: A diary}}
claims:
  C1: {says: the pasture feeds twenty sheep, source: diary, via: [the miller], sounds: plain}
`;

const compiled = compile(parse(SHEPHERDS, "shepherds.yaml").standoff!).compiled!;

test("an analysis reads as prose: the status quo, who would move and what deters, the outcomes, the notions", () => {
  expect(renderAnalyze(analyze(compiled), PLAIN)).toBe(`Two shepherds
2 parties, 2 options; 4 feasible states, 8 moves between them.

The status quo
  Ann  limit her flock
  Ben  limit his flock
It holds under GMR, SMR, SEQ, SSEQ, not under Nash.
  Ann would rather move, and is held only by what the others could do in answer:
    · drops "limit her flock" (the others can answer it, and in their own interest)
  Ben would rather move, and is held only by what the others could do in answer:
    · drops "limit his flock" (the others can answer it, and in their own interest)

What would hold
2 outcomes would hold, the most robust first.

1. Nash, GMR, SMR, SEQ, SSEQ
   Ann  —
   Ben  —

2. GMR, SMR, SEQ, SSEQ — the status quo
   Ann  limit her flock
   Ben  limit his flock

By notion of foresight
  notion  outcomes  status quo  an outcome holds when
  Nash    1         does not    nobody can do better by moving alone
  GMR     2         holds       whoever moves for the better could be answered with something no better for them
  SMR     2         holds       as GMR, and the one answered could not get out of it again
  SEQ     2         holds       whoever moves for the better would be answered by moves that serve those who answer
  SSEQ    2         holds       as SEQ, and the one answered could not get out of it again
`);
});

test("an explanation tells the improvement, the answer, what decides, and who said so", () => {
  const { findings } = explain(compiled, { state: undefined, party: "ann", concept: "seq" });
  expect(renderExplain(findings!, PLAIN)).toBe(`The state
  Ann  limit her flock
  Ben  limit his flock

Ann would stay: the state is stable for Ann under SEQ (whoever moves for the better would be
answered by moves that serve those who answer).
Of the 1 state Ann can move to, it prefers 1. Each would be answered:

1. Ann drops "limit her flock".
   Ann likes that better: its 2nd statement, "not ann_limits", speaks for it.
   → then Ben drops "limit his flock" (which it likes better)
   That leaves Ann worse off than it started: its 1st statement, "ben_limits" (C1), speaks against
   it.

The claims behind it
  C1: The pasture feeds twenty sheep (A diary, from the miller; plain)
`);
});

test("states come with ranks, 1 the best", () => {
  const text = renderStates(states(compiled, { limit: 1 }), PLAIN);
  expect(text).toContain("4 feasible states of 4 combinations; the first 1 are listed.");
  expect(text).toContain("rank, 1 = best: Ann 3, Ben 3");
});

describe("problems", () => {
  test("show the place, the line, carets under what is meant, and what to write", () => {
    const { problems } = parse(SHEPHERDS.replace("- not ann_limits", "- not ann_limit"), "shepherds.yaml");
    expect(renderProblems(problems, PLAIN)).toContain(`        - not ann_limit
              ^^^^^^^^^`);
    expect(renderProblems(problems, PLAIN)).toMatch(
      /^shepherds\.yaml:12:11: error: .*\n.*\n.*\n.*did you mean `ann_limits`\?\n\n1 error\n$/,
    );
  });

  test("a very long line is cut to a window around the place", () => {
    const excerpt = `${"a ".repeat(300)}here ${"b ".repeat(300)}`;
    const text = renderProblems(
      [{ severity: "error", code: "x", message: "m", file: "f", line: 1, column: 601, length: 4, excerpt }],
      PLAIN,
    );
    const [, line, carets] = text.split("\n");
    expect(line.length).toBeLessThan(105);
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("here");
  });
});

test("a hostile title cannot send control sequences to the terminal", () => {
  const hostile = SHEPHERDS.replace("title: Two shepherds", 'title: "Two\\u001b[2J\\u202e shepherds"');
  const findings = analyze(compile(parse(hostile, "x.yaml").standoff!).compiled!);
  const text = renderAnalyze(findings, PLAIN);
  expect(text).toContain("Two\\u{1b}[2J\\u{202e} shepherds");
  expect(text).not.toContain("\u001b");
});

test("no line is wider than asked", () => {
  const text = renderAnalyze(analyze(compiled), { ...PLAIN, width: 60 });
  const prose = text.slice(0, text.indexOf("By notion"));
  for (const line of prose.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
});
