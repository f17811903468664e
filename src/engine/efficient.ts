import { dominance, inOrder } from "./dominance.ts";

/**
 * Which of some states are efficient (Pareto): a byte for every state, 1 where it is one of `states` and no other of them ranks at least as high for
 * all and higher for somebody. `ranks[k][state]` are whole numbers below `levels[k]`.
 *
 * Such dominance is made strict everywhere by breaking ties: number the vectors lexicographically, then each coordinate
 * by its rank and, among equal ranks, by that number. A vector at least as high everywhere and not equal is then higher in every
 * coordinate, and the other way around. So it takes what `dominance` takes, and O(states + levels) per coordinate for sorting.
 */
export function efficientStates(
  ranks: readonly Int32Array[],
  levels: readonly number[],
  states: Int32Array,
): Uint8Array {
  let sorted = states;
  for (let k = ranks.length - 1; k >= 0; k--) sorted = inOrder(sorted, ranks[k], levels[k]);
  const equal = (one: number, other: number) => ranks.every((rank) => rank[one] === rank[other]);
  // Of equal vectors the first stands for all: `vector[at]` is the number of the vector of `sorted[at]`.
  const vector = new Int32Array(sorted.length);
  const first: number[] = [];
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || !equal(sorted[at - 1], sorted[at])) first.push(sorted[at]);
    vector[at] = first.length - 1;
  }
  const vectors = Int32Array.from(first, (_, index) => index);
  const orders = ranks.map((rank, k) =>
    inOrder(
      vectors,
      vectors.map((each) => rank[first[each]]),
      levels[k],
    ),
  );
  const untied = orders.map((order) => {
    const place = new Int32Array(vectors.length);
    for (let at = 0; at < order.length; at++) place[order[at]] = at;
    return place;
  });
  const beaten = new Uint8Array(vectors.length);
  if (orders.length > 0) dominance(untied, untied, beaten)(orders[0], orders[0], 0, vectors.length);
  const efficient = new Uint8Array(ranks[0]?.length ?? 0);
  for (let at = 0; at < sorted.length; at++) efficient[sorted[at]] = 1 - beaten[vector[at]];
  return efficient;
}
