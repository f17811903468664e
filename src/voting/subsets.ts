import type { Body } from "./body.ts";

/** The largest quota of a single rule, and the most additions for counts over several rules together. */
export const MOST_TOTALS = 2_000_000;
export const MOST_ADDITIONS = 3_000_000;

/**
 * Counts subsets of members by their size: a big number whose digits of `width` bits are the counts, so that adding two
 * sets of counts is one addition and adding a member to all subsets one shift. `width` must exceed the number of members.
 */
export type BySize = bigint;

/** The count for one size. */
export function countOf(counts: BySize, size: number, width: number): bigint {
  return BigInt.asUintN(width, counts >> BigInt(size * width));
}

/** All counts added up. */
export function sumOf(counts: BySize, members: number, width: number): bigint {
  let sum = 0n;
  for (let size = 0; size <= members; size++) sum += countOf(counts, size, width);
  return sum;
}

/** All subsets of so many members, by size: the binomial coefficients. */
export function allSubsets(members: number, width: number): BySize {
  return (1n + (1n << BigInt(width))) ** BigInt(members);
}

/**
 * For one rule: the subsets of the members whose weights add up to each total below `limit`, by size. By generating functions
 * (Mann & Shapley 1962): O(members · limit) additions of big numbers.
 */
export function subsetsByTotal(weights: readonly number[], limit: number, width: number): BySize[] {
  const counts: BySize[] = new Array(Math.max(0, limit)).fill(0n);
  if (limit <= 0) return counts;
  counts[0] = 1n;
  const one = BigInt(width);
  let reached = 0;
  for (const weight of weights) {
    reached = Math.min(limit - 1, reached + weight);
    for (let total = reached; total >= weight; total--) {
      // A weight of 0 doubles what is there: with and without the member.
      const before = counts[total - weight];
      if (before !== 0n) counts[total] += before << one;
    }
  }
  return counts;
}

/** Takes one member of this weight out again: the counts that the others alone would give. */
export function withoutMember(counts: readonly BySize[], weight: number, width: number): BySize[] {
  const one = BigInt(width);
  const left = counts.slice();
  if (weight === 0) return left.map((each) => each / ((1n << one) + 1n));
  for (let total = weight; total < left.length; total++) {
    if (left[total - weight] !== 0n) left[total] -= left[total - weight] << one;
  }
  return left;
}

/**
 * For any number of rules: the subsets of some members that meet all quotas, by size; undefined when the totals that can occur
 * are more than `budget` allows, which counts additions down. Totals above a quota count as the quota.
 */
export function subsetsMeeting(
  rules: Body["rules"],
  members: readonly number[],
  quotas: readonly number[],
  width: number,
  budget: { left: number },
): BySize | undefined {
  const one = BigInt(width);
  const places = quotas.map((_, rule) =>
    quotas.slice(0, rule).reduce((product, quota) => product * (Math.max(0, quota) + 1), 1),
  );
  const full = quotas.reduce((sum, quota, rule) => sum + Math.max(0, quota) * places[rule], 0);
  let counts = new Map<number, BySize>([[0, 1n]]);
  for (const member of members) {
    const next = new Map(counts);
    for (const [key, count] of counts) {
      let to = 0;
      quotas.forEach((quota, rule) => {
        const top = Math.max(0, quota);
        const total = Math.floor(key / places[rule]) % (top + 1);
        to += Math.min(top, total + rules[rule].weights[member]) * places[rule];
      });
      next.set(to, (next.get(to) ?? 0n) + (count << one));
    }
    budget.left -= counts.size;
    if (budget.left < 0) return undefined;
    counts = next;
  }
  return counts.get(full) ?? 0n;
}
