import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCompiled } from "../../test/random-compiled.ts";
import { isStable } from "../engine/literal.ts";
import { compile } from "../game/compile.ts";
import { CONCEPTS } from "./findings.ts";
import { groundsOf } from "./grounds.ts";

test("an outcome that holds still holds when all statements but its grounds are forgotten", () => {
  let tried = 0;
  fc.assert(
    fc.property(randomCompiled({ restrictions: true, constraints: true }), (compiled) => {
      const { standoff } = compiled;
      for (const concept of CONCEPTS) {
        for (let state = 0; state < Math.min(compiled.game.states, 12); state++) {
          const grounds = groundsOf(compiled, state, concept, false);
          if (!grounds.holds) continue;
          const preferences = standoff.preferences.map((each) => {
            if (each.form !== "statements") return each;
            const places = grounds.statements
              .filter(({ party }) => party === each.party)
              .map(({ place }) => place);
            return {
              ...each,
              statements: each.statements.filter((_, index) => places.includes(index + 1)),
            };
          });
          const less = compile({ ...standoff, preferences }).compiled!;
          standoff.parties.forEach((_, party) => {
            expect(isStable(less.game, party, state, concept)).toBe(true);
          });
          tried++;
        }
      }
    }),
    { numRuns: 30 },
  );
  expect(tried).toBeGreaterThan(100);
});
