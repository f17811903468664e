import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCompiled } from "../../test/random-compiled.ts";
import { CONCEPTS } from "./concepts.ts";
import { deterrence } from "./deterrence.ts";
import { sanctionOf, unilateralImprovements } from "./literal.ts";

test("says of every improvement what the search for an answer by the definition says", {
  timeout: 60_000,
}, () => {
  const seen = { deterred: 0, open: 0 };
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true, merges: true }, 64),
      fc.constantFrom(...CONCEPTS),
      ({ game }, concept) => {
        const deterred = deterrence(game, concept);
        for (const party of game.moves.keys())
          for (let state = 0; state < game.states; state++)
            for (const to of unilateralImprovements(game, party, state)) {
              const answer = concept === "nash" ? undefined : sanctionOf(game, party, state, to, concept);
              expect(deterred(party, state, to)).toBe(answer !== undefined);
              seen[answer === undefined ? "open" : "deterred"]++;
            }
      },
    ),
    { numRuns: 400 },
  );
  expect(Math.min(seen.deterred, seen.open)).toBeGreaterThan(20);
});
