import { type Body, wins } from "./body.ts";
import { type Fraction, fraction } from "./fraction.ts";
import {
  allSubsets,
  type BySize,
  countOf,
  MOST_ADDITIONS,
  MOST_TOTALS,
  subsetsByTotal,
  subsetsMeeting,
  sumOf,
  withoutMember,
} from "./subsets.ts";

/** What a member can do in a body. */
export type Power = {
  /** Share of all orders in which the member's yes decides (Shapley & Shubik 1954). */
  readonly shapleyShubik: Fraction;
  /** Number of sets of the others that win with the member and not without it (Banzhaf 1965). */
  readonly swings: bigint;
  /** Swings as a share of everybody's swings (normalized Banzhaf), and of all sets of the others (absolute Banzhaf, Penrose 1946). */
  readonly banzhaf: Fraction;
  readonly absoluteBanzhaf: Fraction;
  /** Coleman 1971: the share of winning sets that fail without it, and of losing sets that win with it. */
  readonly prevent: Fraction;
  readonly initiate: Fraction;
};

/** Everything that follows from which sets win. */
export type Powers = {
  readonly members: readonly Power[];
  /** Numbers of sets of members that win, and that can stop a motion by all voting no. */
  readonly winning: bigint;
  readonly blocking: bigint;
  /** Coleman's power of the body to act: the share of all sets that win. */
  readonly act: Fraction;
};

/**
 * Who can do how much, exactly, by counting sets over their totals instead of listing them. With one rule O(members · quota)
 * additions of numbers of members² bits, and as much again for each weight that occurs; with several rules once for each
 * kind of member, over vectors of totals. Undefined when a quota is above `MOST_TOTALS`, or when several rules take more than
 * `MOST_ADDITIONS`.
 */
export function powersOf(body: Body): Powers | undefined {
  const n = body.vetoes.length;
  const width = n + 1;
  const holders = [...Array(n).keys()].filter((member) => body.vetoes[member]);
  const others = [...Array(n).keys()].filter((member) => !body.vetoes[member]);
  // Nothing wins without those who have a veto, so what is left to the others is a smaller quota.
  const quotas = body.rules.map(({ weights, quota }) =>
    Math.max(0, quota - holders.reduce((sum, member) => sum + weights[member], 0)),
  );
  const count =
    body.rules.length === 1
      ? oneRule(body, others, quotas[0], width)
      : severalRules(body, others, quotas, width);
  if (count === undefined) return undefined;

  const winning = sumOf(count.winning, others.length, width);
  const factorials = [1n];
  for (let each = 1; each <= n; each++) factorials.push(factorials[each - 1] * BigInt(each));
  const kinds = new Map<string, { bySize: BySize; from: number }>();
  const swingsOf = (member: number) => {
    const veto = body.vetoes[member];
    const kind = veto ? "veto" : body.rules.map(({ weights }) => weights[member]).join(" ");
    let known = kinds.get(kind);
    if (known === undefined) {
      // A veto decides wherever the others' yes would win with it; the set before it is the rest of the holders and the others.
      known = veto
        ? { bySize: count.winning, from: holders.length - 1 }
        : { bySize: count.swings(member) ?? TOO_MANY, from: holders.length };
      kinds.set(kind, known);
    }
    return known;
  };
  if (body.vetoes.some((_, member) => swingsOf(member).bySize === TOO_MANY)) return undefined;
  const raw = body.vetoes.map((_, member) => {
    const { bySize, from } = swingsOf(member);
    let swings = 0n;
    let orders = 0n;
    for (let size = 0; size <= others.length; size++) {
      const sets = countOf(bySize, size, width);
      swings += sets;
      if (sets > 0n) orders += sets * factorials[from + size] * factorials[n - 1 - from - size];
    }
    return { swings, orders };
  });
  const total = raw.reduce((sum, { swings }) => sum + swings, 0n);
  const sets = 1n << BigInt(n);
  return {
    members: raw.map(({ swings, orders }) => ({
      shapleyShubik: fraction(orders, factorials[n]),
      swings,
      banzhaf: fraction(swings, total),
      absoluteBanzhaf: fraction(swings, sets / 2n),
      prevent: fraction(swings, winning),
      initiate: fraction(swings, sets - winning),
    })),
    winning,
    blocking: sets - winning,
    act: fraction(winning, sets),
  };
}

/** Stands for a count that was given up; counts are never negative. */
const TOO_MANY = -1n;

type Counts = {
  /** Sets of members without a veto that win together with all who have one, by size. */
  readonly winning: BySize;
  /** Of those sets without `member`, the ones that lose and win with it. */
  readonly swings: (member: number) => BySize | undefined;
};

function oneRule(body: Body, others: readonly number[], quota: number, width: number): Counts | undefined {
  const { weights } = body.rules[0];
  if (quota > MOST_TOTALS) return undefined;
  const losing = subsetsByTotal(
    others.map((member) => weights[member]),
    quota,
    width,
  );
  return {
    winning: allSubsets(others.length, width) - losing.reduce((sum, each) => sum + each, 0n),
    swings: (member) =>
      withoutMember(losing, weights[member], width)
        .slice(Math.max(0, quota - weights[member]))
        .reduce((sum, each) => sum + each, 0n),
  };
}

function severalRules(
  body: Body,
  others: readonly number[],
  quotas: readonly number[],
  width: number,
): Counts | undefined {
  const budget = { left: MOST_ADDITIONS };
  const winning = subsetsMeeting(body.rules, others, quotas, width, budget);
  if (winning === undefined) return undefined;
  return {
    winning,
    swings: (member) => {
      const rest = others.filter((each) => each !== member);
      const reduced = quotas.map((quota, rule) => Math.max(0, quota - body.rules[rule].weights[member]));
      const withIt = subsetsMeeting(body.rules, rest, reduced, width, budget);
      const without = subsetsMeeting(body.rules, rest, quotas, width, budget);
      return withIt === undefined || without === undefined ? undefined : withIt - without;
    },
  };
}

/** The sets that win and of which no member can be spared, as lists of member numbers; undefined when more than `most`. */
export function minimalWinning(body: Body, most: number): number[][] | undefined {
  const n = body.vetoes.length;
  const order = [...Array(n).keys()].sort((a, b) => weightOf(body, b) - weightOf(body, a) || a - b);
  const found: number[][] = [];
  let steps = 0;
  const search = (at: number, chosen: readonly number[]): boolean => {
    if (++steps > 2_000_000) return false;
    if (wins(body, (member) => chosen.includes(member))) {
      if (chosen.every((one) => !wins(body, (member) => member !== one && chosen.includes(member))))
        found.push([...chosen].sort((a, b) => a - b));
      return found.length <= most;
    }
    if (at === n) return true;
    const rest = new Set(order.slice(at));
    if (!wins(body, (member) => rest.has(member) || chosen.includes(member))) return true;
    return search(at + 1, [...chosen, order[at]]) && search(at + 1, chosen);
  };
  return search(0, []) ? found.sort((a, b) => a.length - b.length || compare(a, b)) : undefined;
}

/** The smallest sets whose members can stop a motion by voting no; undefined when more than `most`. */
export function minimalBlocking(body: Body, most: number): number[][] | undefined {
  const n = body.vetoes.length;
  const order = [...Array(n).keys()].sort((a, b) => weightOf(body, b) - weightOf(body, a) || a - b);
  const blocks = (set: readonly number[]) => !wins(body, (member) => !set.includes(member));
  const found: number[][] = [];
  let steps = 0;
  const search = (at: number, chosen: readonly number[]): boolean => {
    if (++steps > 2_000_000) return false;
    if (blocks(chosen)) {
      if (chosen.every((one) => !blocks(chosen.filter((member) => member !== one))))
        found.push([...chosen].sort((a, b) => a - b));
      return found.length <= most;
    }
    if (at === n || !blocks([...chosen, ...order.slice(at)])) return true;
    return search(at + 1, [...chosen, order[at]]) && search(at + 1, chosen);
  };
  return search(0, []) ? found.sort((a, b) => a.length - b.length || compare(a, b)) : undefined;
}

function weightOf({ vetoes, rules }: Body, member: number): number {
  return (
    (vetoes[member] ? 1e9 : 0) +
    rules.reduce((sum, { weights, quota }) => sum + weights[member] / (quota || 1), 0)
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  return at < 0 ? 0 : a[at] - b[at];
}
