import fc from "fast-check";
import { expect, test } from "vitest";
import { weakOrders } from "../../test/weak-orders.ts";
import { exchangesBetween, nearestRanking, type Wishes } from "./nearest-ranking.ts";

/** From the best down. */
const ranks = (...best: number[]) => {
  const rank = new Int32Array(best.length);
  best.forEach((state, place) => {
    rank[state] = best.length - 1 - place;
  });
  return rank;
};

test("exchanges of neighbors: none to itself, one for a neighbor, all pairs to the opposite; a tie counts as an exchange", () => {
  expect(exchangesBetween(ranks(0, 1, 2, 3), ranks(0, 1, 2, 3))).toBe(0);
  expect(exchangesBetween(ranks(0, 1, 2, 3), ranks(0, 2, 1, 3))).toBe(1);
  expect(exchangesBetween(ranks(0, 1, 2, 3), ranks(3, 2, 1, 0))).toBe(6);
  expect(exchangesBetween(Int32Array.of(0, 0, 1), Int32Array.of(0, 1, 2))).toBe(1);
});

test("there are 1, 3, 13, 75, 541 rankings with ties (Fubini numbers)", () => {
  expect([1, 2, 3, 4, 5].map((states) => [...weakOrders(states)].length)).toEqual([1, 3, 13, 75, 541]);
});

test("what is to be passed lies between: three states apart the one rises past three, or the other falls past three", () => {
  // 0 > 1 > 2 > 3, and 3 is to be at least as good as 0.
  const { distance, rank } = nearestRanking(ranks(0, 1, 2, 3), { state: 3, atLeast: [0], better: [] });
  expect(distance).toBe(3);
  expect(rank![3]).toBeGreaterThanOrEqual(rank![0]);
});

test("wishes that contradict each other are met by no ranking", () => {
  const wishes: Wishes = {
    state: 0,
    atLeast: [1],
    better: [
      [2, 0],
      [1, 2],
    ],
  };
  expect(nearestRanking(ranks(0, 1, 2), wishes)).toEqual({ distance: Infinity, rank: undefined });
});

test("no ranking with ties of up to five states that meets the wishes is nearer, and the one given meets them", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }).chain((states) => {
        const state = fc.nat(states - 1);
        return fc.record({
          rank: fc.constantFrom(...weakOrders(states)),
          state,
          atLeast: fc.uniqueArray(state, { maxLength: 4 }),
          better: fc.array(fc.tuple(state, state), { maxLength: 3 }),
        });
      }),
      ({ rank, state, atLeast, better }) => {
        const meets = (each: Int32Array) =>
          atLeast.every((other) => each[state] >= each[other]) &&
          better.every(([up, down]) => each[up] > each[down]);
        let least = Infinity;
        for (const each of weakOrders(rank.length))
          if (meets(each)) least = Math.min(least, exchangesBetween(rank, each));
        const found = nearestRanking(rank, { state, atLeast, better });
        expect(found.distance).toBe(least);
        if (found.rank === undefined) return;
        expect(meets(found.rank)).toBe(true);
        expect(exchangesBetween(rank, found.rank)).toBe(least);
      },
    ),
    { numRuns: 1500 },
  );
});
