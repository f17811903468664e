import fc from "fast-check";
import { expect, test } from "vitest";
import type { Game } from "../game/game.ts";
import { fairest } from "./fair.ts";

/** A game of which only the places matter: one row a party, the place of each state. */
function ranked(rows: readonly (readonly number[])[]): Game {
  const levels = Math.max(...rows.flat());
  return {
    states: rows[0].length,
    moves: [],
    preferences: rows.map((places) => ({
      kind: "ranked" as const,
      rank: Int32Array.from(places, (place) => levels - place),
      levels,
    })),
  };
}

test("three parties, four outcomes, worked out by hand", () => {
  // Outcomes 0 to 3. First party: 0 1 2 3; second: 3 1 2 0; third: 2 1 0 3. Outcome 1 is second for all: everybody has to
  // fall back by one place only, and 1 + 1 + 1 is the least sum. Nothing beats another for all of them but 1 over none.
  const fair = fairest(
    ranked([
      [1, 2, 3, 4],
      [4, 2, 3, 1],
      [3, 2, 1, 4],
    ]),
    [0, 1, 2, 3],
  );
  expect(fair).toEqual({ efficient: [0, 1, 2, 3], fallback: [1], depth: 2, leastSum: [1], sum: 6 });
});

test("fallback bargaining, played out place by place, ends with what is reported", () => {
  const place = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 7 })
        .chain((states) =>
          fc.array(fc.array(place, { minLength: states, maxLength: states }), { minLength: 1, maxLength: 4 }),
        ),
      (rows) => {
        const all = [...rows[0].keys()];
        const fair = fairest(ranked(rows), all);
        let depth = 1;
        const agreed = () => all.filter((state) => rows.every((places) => places[state] <= depth));
        while (agreed().length === 0) depth++;
        expect([fair.depth, fair.fallback]).toEqual([depth, agreed()]);
        for (const state of all) {
          const beaten = all.some(
            (other) =>
              rows.every((places) => places[other] <= places[state]) &&
              rows.some((places) => places[other] < places[state]),
          );
          expect(fair.efficient.includes(state)).toBe(!beaten);
        }
        // Whatever has the least sum is beaten by nothing.
        for (const state of fair.leastSum) expect(fair.efficient).toContain(state);
      },
    ),
  );
});
