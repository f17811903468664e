import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { CONCEPTS } from "./concepts.ts";
import { deterrence } from "./deterrence.ts";
import { sanctionOf, unilateralImprovements } from "./literal.ts";

test("says of every improvement what the search for an answer by the definition says", {
  timeout: 60_000,
}, () => {
  const seen = { deterred: 0, open: 0 };
  fc.assert(
    fc.property(
      randomStandoff({ constraints: true, restrictions: true, merges: true }),
      fc.constantFrom(...CONCEPTS),
      (text, concept) => {
        const { compiled } = compile(parse(text, "test.yaml").standoff!);
        if (compiled === undefined || compiled.game.states > 64) return;
        const { game } = compiled;
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
