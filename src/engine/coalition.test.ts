import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { prefers, someMove } from "../game/game.ts";
import { wayOut } from "./coalition.ts";
import { CONCEPTS } from "./concepts.ts";
import { isStable } from "./literal.ts";

test("a group has a way out exactly where a brute force of the definition finds one, and the way is one", {
  timeout: 120_000,
}, () => {
  let left = 0;
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true, merges: true }),
      fc.nat(),
      (compiled, any) => {
        const { game } = compiled;
        const brute = bruteForce(compiled.standoff);
        const state = any % game.states;
        const parties = [...game.moves.keys()];
        for (let mask = 1; mask < 2 ** parties.length; mask++) {
          const group = parties.filter((party) => (mask >> party) & 1);
          for (const concept of CONCEPTS) {
            const found = wayOut(game, group, state, concept);
            expect(found === undefined).toBe(brute.groupStable(group, state, concept));
            if (group.length === 1)
              expect(found === undefined).toBe(isStable(game, group[0], state, concept));
            if (found === undefined) continue;
            left++;
            let at = state;
            for (const { party, to } of found.steps) {
              expect(group).toContain(party);
              expect(someMove(game.moves[party], at, (each) => each === to)).toBe(true);
              at = to;
            }
            expect(at).toBe(found.to);
            expect(group.every((member) => prefers(game.preferences[member], at, state))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(left).toBeGreaterThan(100);
});
