import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { randomGame } from "../game/generate.ts";
import { wayOut } from "./coalition.ts";
import { movesAreFree, universallyStable } from "./universal.ts";

const CONCEPTS = ["nash", "gmr", "seq"] as const;

function groupsOf(parties: number): number[][] {
  return Array.from({ length: 2 ** parties - 1 }, (_, index) =>
    [...Array(parties).keys()].filter((party) => ((index + 1) >> party) & 1),
  );
}

test("no group leaves exactly the states that a brute force finds stable for every group", {
  timeout: 60_000,
}, () => {
  let firm = 0;
  let loose = 0;
  fc.assert(
    fc.property(randomCompiled({ constraints: true }, 40), ({ game, standoff }) => {
      expect(movesAreFree(game)).toBe(true);
      const brute = bruteForce(standoff);
      for (const concept of CONCEPTS) {
        const stable = universallyStable(game, concept);
        for (let state = 0; state < game.states; state++) {
          const expected = groupsOf(game.moves.length).every((group) =>
            brute.groupStable(group, state, concept),
          );
          expect(stable[state] === 1).toBe(expected);
          if (expected) firm++;
          else loose++;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(firm, loose)).toBeGreaterThan(100);
});

test("agrees with trying every group by the literal definition on games drawn at random", {
  timeout: 60_000,
}, () => {
  for (const seed of [1, 2, 3]) {
    const game = randomGame(7, 4, seed);
    for (const concept of CONCEPTS) {
      const stable = universallyStable(game, concept);
      for (let state = 0; state < game.states; state++) {
        const open = groupsOf(4).some((group) => wayOut(game, group, state, concept) !== undefined);
        expect(stable[state] === 1).toBe(!open);
      }
    }
  }
});
