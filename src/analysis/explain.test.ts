import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { explain } from "./explain.ts";
import { CONCEPTS } from "./findings.ts";

const DILEMMA = `standoff: 1
title: Two suspects
parties: {first: First, second: Second}
options:
  silent1: {owner: first}
  silent2: {owner: second}
status quo: [silent1, silent2]
preferences:
  first:
    - want: silent2
      because: [K1]
    - not silent1
  second:
    - silent1
    - not silent2
claims:
  K1: {says: The other's confession costs ten years}
`;

describe("both silent, in the prisoner's dilemma", () => {
  const compiled = compile(parse(DILEMMA, "dilemma.yaml").standoff!).compiled!;

  test("holds under SEQ, because the other's own interest answers a confession, and the deciding statement is named", () => {
    const { findings } = explain(compiled, { state: undefined, party: "first", concept: "seq" });
    expect(findings).toMatchObject({
      stable: true,
      movesCount: 1,
      improvementsCount: 1,
      improvements: [
        {
          to: { on: ["silent2"] },
          preferredBecause: { verdict: "better", statement: "not silent1", place: 2, because: [] },
          sanction: {
            moves: [{ party: "second", improvement: true, to: { on: [] } }],
            deterredBecause: { verdict: "worse", statement: "silent2", place: 1, because: ["K1"] },
          },
        },
      ],
    });
  });

  test("does not hold under Nash", () => {
    const { findings } = explain(compiled, { state: undefined, party: "first", concept: "nash" });
    expect(findings).toMatchObject({ stable: false, improvements: [{ sanction: undefined }] });
  });

  test("an expression true in several states but not the status quo is a question back", () => {
    const state = readExpression("not silent1", compiled.standoff, "--state").expression;
    const { findings, problems } = explain(compiled, { state, party: "first", concept: "seq" });
    expect(findings).toBeUndefined();
    expect(problems[0].message).toContain("2 feasible states satisfy");
  });
});

test("explanations are true: the verdict, every move told, and that the end deters", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(randomStandoff({ restrictions: true, unanimous: true }), (text) => {
      const { standoff } = parse(`${text}status quo: []\n`, "random.yaml");
      const compiled = compile(standoff!).compiled!;
      const brute = bruteForce(standoff!);
      const indexOf = (on: readonly string[], levels: Readonly<Record<string, string>>) =>
        brute.states.findIndex(([state]) =>
          standoff!.options.every((option) => {
            const level = option.levels[state.get(option.id)!].id;
            return option.yesNo ? on.includes(option.id) === (level === "yes") : levels[option.id] === level;
          }),
        );
      standoff!.parties.forEach(({ id }, party) => {
        for (const concept of CONCEPTS) {
          const findings = explain(compiled, { state: undefined, party: id, concept }).findings!;
          expect(findings.stable).toBe(brute.stable(party, 0, concept));
          for (const { to, sanction } of findings.improvements) {
            let at = indexOf(to.on, to.levels);
            expect(brute.canMove(party, 0, at) && brute.better(party, at, 0)).toBe(true);
            let last = party;
            for (const move of sanction?.moves ?? []) {
              const mover = standoff!.parties.findIndex((each) => each.id === move.party);
              const next = indexOf(move.to.on, move.to.levels);
              expect(mover).not.toBe(last);
              expect(brute.canMove(mover, at, next)).toBe(true);
              expect(move.improvement).toBe(brute.better(mover, next, at));
              if (concept === "seq" || concept === "sseq") expect(move.improvement).toBe(true);
              last = mover;
              at = next;
            }
            if (sanction !== undefined) expect(brute.better(party, at, 0)).toBe(false);
          }
        }
      });
    }),
    { numRuns: 150 },
  );
});
