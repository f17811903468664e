import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { compile } from "../game/compile.ts";
import { codeOfState, stateOfCode } from "../game/space.ts";
import { parse } from "../model/parse.ts";
import type { Standoff } from "../model/standoff.ts";
import { isStable } from "./literal.ts";
import { simultaneousStability } from "./simultaneous.ts";

/** SIM from option names: everybody's changes to the settings of s are put together. */
function bySettings(standoff: Standoff, reading: "each" | "together") {
  const { states, canMove, better, stable } = bruteForce(standoff);
  const parties = [...standoff.parties.keys()];
  const improvements = (party: number, s: number) =>
    [...states.keys()].filter((t) => canMove(party, s, t) && better(party, t, s));
  const joint = (s: number, moved: readonly number[]) => {
    const settings = new Map(states[s][0]);
    for (const t of moved) {
      for (const [option, level] of states[t][0])
        if (level !== states[s][0].get(option)) settings.set(option, level);
    }
    return states.findIndex(([state]) =>
      [...state].every(([option, level]) => settings.get(option) === level),
    );
  };
  const choices = (others: readonly number[], s: number): number[][] =>
    others.reduce<number[][]>(
      (rows, other) => rows.flatMap((row) => [row, ...improvements(other, s).map((t) => [...row, t])]),
      [[]],
    );
  const met = (party: number, s: number) =>
    improvements(party, s).every((t) =>
      choices(
        parties.filter((other) => other !== party),
        s,
      ).some((row) => {
        const end = row.length === 0 ? -1 : joint(s, [t, ...row]);
        return end >= 0 && !better(party, end, s);
      }),
    );
  return (party: number, s: number) => {
    if (reading === "each") return met(party, s);
    if (stable(party, s, "seq")) return true;
    return parties.every((each) => !stable(each, s, "seq") && met(each, s));
  };
}

test("simultaneous stability agrees with putting the settings of all movers together, in both readings", {
  timeout: 120_000,
}, () => {
  let verdicts = 0;
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true }, 24),
      ({ game, space, standoff }) => {
        for (const reading of ["each", "together"] as const) {
          const found = simultaneousStability(
            game,
            (state) => codeOfState(space, state),
            (code) => stateOfCode(space, code),
            reading,
          )!;
          const expected = bySettings(standoff, reading);
          for (let party = 0; party < game.moves.length; party++) {
            for (let state = 0; state < game.states; state++) {
              expect(found[party][state] === 1).toBe(expected(party, state));
              verdicts++;
            }
          }
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(verdicts).toBeGreaterThan(5_000);
});

test("who would leave alone stays where all moving at once would crash", () => {
  // Chicken: giving way on both sides is SEQ stable for nobody, and the two improvements made at once lead to the crash.
  const text = `standoff: 1
title: Chicken
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
preferences: {a: {ranking: [[x], [], [y], [x, y]]}, b: {ranking: [[y], [], [x], [x, y]]}}
`;
  const { game } = compile(parse(text, "chicken.yaml").standoff!).compiled!;
  const itself = (code: number) => code;
  for (const reading of ["each", "together"] as const)
    expect(simultaneousStability(game, itself, itself, reading)!.map((stable) => stable[0])).toEqual([1, 1]);
  expect([0, 1].map((party) => isStable(game, party, 0, "seq"))).toEqual([false, false]);
});
