import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { stabilitiesOf } from "./analyze.ts";
import { explain } from "./explain.ts";
import { matching } from "./matching.ts";
import { statusQuoState } from "./status-quo.ts";
import { answerTo, walk } from "./walk.ts";

const PASTURE = `standoff: 1
title: Two neighbors and one pasture
parties: {ann: Ann, ben: Ben}
options: {ann_limits: {owner: ann}, ben_limits: {owner: ben}}
status quo: [ann_limits, ben_limits]
preferences:
  ann: [ben_limits, not ann_limits]
  ben: [ann_limits, not ben_limits]
`;

function standing(text: string, where: string) {
  const { standoff } = parse(text, "test.yaml");
  const compiled = compile(standoff!).compiled!;
  const at = matching(compiled, readExpression(where, standoff!, "test").expression!).indexOf(1);
  return { compiled, stabilities: stabilitiesOf(compiled), at };
}

test("where both limit their flocks Ann's one move is an improvement, and Ben's answer to it serves Ben and deters her", () => {
  const { compiled, stabilities, at } = standing(PASTURE, "ann_limits and ben_limits");
  const found = walk(compiled, stabilities, { party: "ann", at, concept: "seq" });
  expect(found).toMatchObject({ movesCount: 1, improvementsCount: 1, stays: true });
  expect(found.moves[0]).toMatchObject({ to: { on: ["ben_limits"] }, verdict: "better" });
  expect(found.others).toEqual([{ party: "ben", leaves: undefined }]);
  const to = found.moves[0].number;
  const answered = answerTo(compiled, { party: "ann", at, to, concept: "seq" });
  expect(answered).toMatchObject({ improvement: true, verdict: "worse" });
  expect(answered.answer).toMatchObject([{ party: "ben", to: { on: [] }, improvement: true }]);
});

test("under Nash Ben would leave as well, and nobody looks for an answer", () => {
  const { compiled, stabilities, at } = standing(PASTURE, "ann_limits and ben_limits");
  const found = walk(compiled, stabilities, { party: "ann", at, concept: "nash" });
  expect(found.stays).toBe(false);
  expect(found.others[0].leaves).toMatchObject({ to: { on: ["ann_limits"] }, verdict: "better" });
  const to = found.moves[0].number;
  expect(answerTo(compiled, { party: "ann", at, to, concept: "nash" }).answer).toBeUndefined();
});

test("a move that does not serve the mover needs no answer", () => {
  const { compiled, stabilities, at } = standing(PASTURE, "not ann_limits and not ben_limits");
  const [move] = walk(compiled, stabilities, { party: "ann", at, concept: "seq" }).moves;
  expect(move.verdict).toBe("worse");
  expect(answerTo(compiled, { party: "ann", at, to: move.number, concept: "seq" })).toMatchObject({
    improvement: false,
    answer: undefined,
  });
});

test("on the flagship it tells who would leave the status quo as `explain` does", () => {
  const text = readFileSync("examples/korea-2003.yaml", "utf8");
  const { standoff } = parse(text, "korea.yaml");
  const compiled = compile(standoff!).compiled!;
  const stabilities = stabilitiesOf(compiled);
  for (const concept of ["nash", "gmr", "smr", "seq", "sseq"] as const) {
    const { findings } = explain(compiled, { state: undefined, party: "us", concept });
    const at = statusQuoState(compiled)!;
    const found = walk(compiled, stabilities, { party: "dprk", at, concept });
    const us = found.others.find(({ party }) => party === "us")!;
    expect(us.leaves === undefined).toBe(findings!.stable);
    if (us.leaves !== undefined) {
      const unanswered = findings!.improvements.filter(({ sanction }) => sanction === undefined);
      expect(us.leaves.to).toEqual(unanswered[0].to);
    }
  }
});
