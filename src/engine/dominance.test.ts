import fc from "fast-check";
import { expect, test } from "vitest";
import { rng } from "../game/generate.ts";
import { dominance, inOrder } from "./dominance.ts";

/** Vectors drawn at random, coordinate by coordinate; with `opposed` the last one falls as the others rise. */
function vectors(size: number, coordinates: number, range: number, opposed: boolean, random: () => number) {
  const of = Array.from({ length: coordinates }, () =>
    Int32Array.from({ length: size }, () => Math.floor(random() * range)),
  );
  if (opposed && coordinates > 1)
    for (let item = 0; item < size; item++) {
      const sum = of.slice(0, -1).reduce((total, each) => total + each[item], 0);
      of[coordinates - 1][item] = Math.max(
        0,
        Math.min(range - 1, Math.round(range - 1 - sum / (coordinates - 1))),
      );
    }
  return of;
}

test("a query is beaten if and only if some point is strictly higher in every coordinate, as comparing each with each finds", () => {
  let beatenInAll = 0;
  let unbeatenInAll = 0;
  fc.assert(
    fc.property(
      fc.record({
        coordinates: fc.integer({ min: 1, max: 6 }),
        range: fc.constantFrom(2, 5, 40, 1000),
        size: fc.integer({ min: 0, max: 250 }),
        opposed: fc.boolean(),
        handicap: fc.constantFrom(0, 0.1, 0.5),
        seed: fc.nat(),
      }),
      ({ coordinates, range, size, opposed, handicap, seed }) => {
        const random = rng(seed);
        const queries = vectors(size, coordinates, range, opposed, random);
        const points = vectors(size, coordinates, range, opposed, random).map((each) =>
          each.map((value) => Math.floor(value * (1 - handicap))),
        );
        const items = Int32Array.from({ length: size }, (_, item) => item);
        const beaten = new Uint8Array(size);
        dominance(points, queries, beaten)(
          inOrder(items, points[0], range),
          inOrder(items, queries[0], range),
          0,
          size,
        );
        const expected = [...items].map((query) =>
          items.some((point) => points.every((each, k) => each[point] > queries[k][query])),
        );
        expect([...beaten].map((each) => each === 1)).toEqual(expected);
        for (const each of expected) {
          if (each) beatenInAll++;
          else unbeatenInAll++;
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(Math.min(beatenInAll, unbeatenInAll)).toBeGreaterThan(1000);
});

test("only the points and queries between the bounds count, and queries already beaten stay so", () => {
  const rank = [Int32Array.of(0, 1, 2, 3)];
  const items = Int32Array.of(0, 1, 2, 3);
  const beaten = Uint8Array.of(0, 0, 0, 1);
  dominance(rank, rank, beaten)(items, items, 0, 2);
  expect([...beaten]).toEqual([1, 0, 0, 1]);
});

test("sorting keeps the order of equals", () => {
  expect([...inOrder(Int32Array.of(3, 2, 1, 0), Int32Array.of(1, 0, 1, 0), 2)]).toEqual([3, 1, 2, 0]);
});
