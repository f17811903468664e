import fc from "fast-check";
import { expect, test } from "vitest";
import { rng } from "../game/generate.ts";
import { efficientStates } from "./efficient.ts";

test("efficient are those that no other equals or betters for all and betters for somebody, as comparing each with each finds", () => {
  let efficientInAll = 0;
  let othersInAll = 0;
  fc.assert(
    fc.property(
      fc.record({
        parties: fc.integer({ min: 1, max: 6 }),
        levels: fc.constantFrom(1, 2, 4, 30, 300),
        size: fc.integer({ min: 1, max: 250 }),
        every: fc.constantFrom(1, 2, 3),
        seed: fc.nat(),
      }),
      ({ parties, levels, size, every, seed }) => {
        const random = rng(seed);
        const ranks = Array.from({ length: parties }, () =>
          Int32Array.from({ length: size }, () => Math.floor(random() * levels)),
        );
        const states = Int32Array.from(Array(size).keys()).filter((state) => state % every === 0);
        const found = efficientStates(ranks, Array(parties).fill(levels), states);
        const expected = Array.from({ length: size }, (_, state) => {
          if (state % every > 0) return 0;
          const beaten = states.some(
            (other) =>
              ranks.every((rank) => rank[other] >= rank[state]) &&
              ranks.some((rank) => rank[other] > rank[state]),
          );
          if (beaten) othersInAll++;
          else efficientInAll++;
          return beaten ? 0 : 1;
        });
        expect([...found]).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(efficientInAll, othersInAll)).toBeGreaterThan(1000);
});
