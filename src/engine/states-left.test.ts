import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { randomGame } from "../game/generate.ts";
import { wayOut } from "./coalition.ts";
import { CONCEPTS } from "./concepts.ts";
import { statesLeft } from "./states-left.ts";

const subsets = (parties: number) =>
  Array.from({ length: 2 ** parties - 1 }, (_, index) =>
    [...Array(parties).keys()].filter((party) => ((index + 1) >> party) & 1),
  );

test("a group leaves exactly the states a brute force finds unstable for it, with one-way options, guards and merged states too", {
  timeout: 120_000,
}, () => {
  const seen = { left: 0, kept: 0 };
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true, merges: true }, 40),
      fc.constantFrom(...CONCEPTS),
      ({ game, standoff }, concept) => {
        const brute = bruteForce(standoff);
        for (const group of subsets(game.moves.length)) {
          const left = statesLeft(game, group, concept, new Uint8Array(game.states).fill(1))!;
          for (let state = 0; state < game.states; state++) {
            expect(left[state] === 0).toBe(brute.groupStable(group, state, concept));
            seen[left[state] === 1 ? "left" : "kept"]++;
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(seen.left, seen.kept)).toBeGreaterThan(100);
});

test("agrees with the literal definition on random games of 128 states, and judges only the states asked about", () => {
  const game = randomGame(7, 3, 5);
  const asked = Uint8Array.from({ length: 128 }, (_, state) => (state % 3 === 0 ? 1 : 0));
  for (const concept of CONCEPTS)
    for (const group of subsets(3)) {
      const left = statesLeft(game, group, concept, asked)!;
      for (let state = 0; state < 128; state++)
        expect(left[state] === 1).toBe(
          asked[state] === 1 && wayOut(game, group, state, concept) !== undefined,
        );
    }
});

test("says nothing when the time is up before a search it needs", () => {
  const game = randomGame(7, 3, 5);
  const all = new Uint8Array(128).fill(1);
  expect(statesLeft(game, [0, 1], "smr", all, () => true)).toBeUndefined();
  // Nash needs none where all moves are free.
  expect(statesLeft(game, [0, 1], "nash", all, () => true)).toBeDefined();
});
