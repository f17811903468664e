import type { Expression } from "../model/expression.ts";
import type { ListedMove, Standoff } from "../model/standoff.ts";
import { truths } from "./chunks.ts";
import { numberByOrder } from "./distinct.ts";
import type { CellLinks, Moves, Ranks } from "./game.ts";
import type { Ranked } from "./ranks.ts";
import { type Digit, feasibleIndex } from "./space.ts";

/**
 * The unilateral moves of one party over the feasible combinations: R_j(s) holds the combinations that differ from s in
 * options of j only and respect one-way options and guards. `unseen` marks combinations that the party never moves to or
 * from. Undefined when the lists of cells would exceed `maxLinks`. O(S log S) at worst, O(S) when combinations are few
 * enough for a table.
 */
export function movesOf(
  standoff: Standoff,
  party: number,
  digits: readonly Digit[],
  ranked: Ranked,
  ranks: Ranks,
  unseen: Uint8Array | undefined,
  maxLinks: number,
): Moves | undefined {
  if (standoff.moves !== undefined)
    return listedMoves(standoff.moves, standoff.parties[party].id, ranked, ranks, unseen);
  const own = digits.filter((digit) => digit.party === party);
  const restricted = own.filter(
    (digit) => digit.option.oneWay !== undefined || digit.option.changesWhen !== undefined,
  );
  const groups = groupsOf(own, ranked);
  if (restricted.length === 0) {
    const cells = unseen === undefined ? groups : apart(groups, unseen);
    return { ...membersByRank(cells, ranks), links: undefined, transitive: true };
  }
  const guards = restricted.map(({ option }) =>
    option.changesWhen === undefined
      ? undefined
      : truths(ranked.chunk, ranked.evaluator(option.changesWhen), ranked.codes, ranked.count),
  );
  const transitive = !restricted.some(
    ({ option }) => option.changesWhen !== undefined && mentions(option.changesWhen, own, standoff),
  );
  const refined = refine(groups, restricted, guards, ranked);
  const cells = unseen === undefined ? refined : apart(refined, unseen);
  const representative = new Int32Array(cells.count).fill(-1);
  for (let state = 0; state < ranked.count; state++) {
    if (representative[cells.of[state]] < 0) representative[cells.of[state]] = state;
  }
  const leads = (from: number, to: number): boolean =>
    from === to ||
    ((unseen === undefined || (unseen[representative[from]] === 0 && unseen[representative[to]] === 0)) &&
      restricted.every((digit, index) => {
        const before = levelAt(ranked, representative[from], digit);
        const after = levelAt(ranked, representative[to], digit);
        if (before === after) return true;
        const guard = guards[index];
        if (guard !== undefined && guard[representative[from]] === 0) return false;
        return digit.option.oneWay === undefined || (digit.option.oneWay === "taken") === after > before;
      }));
  const links = linksOf(cells, groups, representative, leads, maxLinks);
  return links === undefined ? undefined : { ...membersByRank(cells, ranks), links, transitive };
}

/** Moves listed one by one (graph form): every state is a cell of its own. */
function listedMoves(
  listed: readonly ListedMove[],
  party: string,
  { codes, count, combinations }: Ranked,
  ranks: Ranks,
  unseen: Uint8Array | undefined,
): Moves {
  const to: number[][] = Array.from({ length: count }, () => []);
  for (const move of listed) {
    if (move.party !== party) continue;
    const from = feasibleIndex(codes, combinations, move.from);
    const there = feasibleIndex(codes, combinations, move.to);
    if (from < 0 || there < 0 || unseen?.[from] === 1 || unseen?.[there] === 1) continue;
    to[from].push(there);
  }
  const each = { of: Int32Array.from({ length: count }, (_, state) => state), count };
  return { ...membersByRank(each, ranks), links: compressed(to), transitive: false };
}

type Partition = { readonly of: Int32Array; readonly count: number };

/** Combinations that differ in the party's own options only. */
function groupsOf(own: readonly Digit[], { codes, count, combinations }: Ranked): Partition {
  const place = own.length === 0 ? 1 : own[0].place;
  const span = place * own.reduce((product, digit) => product * digit.radix, 1);
  const rest = (code: number) => Math.floor(code / span) * place + (code % place);
  if (codes === undefined) {
    const of = new Int32Array(count);
    let state = 0;
    for (let high = 0; state < count; high += place) {
      for (let mine = 0; mine < span; mine += place)
        for (let low = 0; low < place; low++) of[state++] = high + low;
    }
    return { of, count: (combinations / span) * place };
  }
  return numbered(count, (combinations / span) * place, (state) => rest(codes[state]));
}

/** Numbers the distinct keys: by a table when keys are small, else by sorting them. */
function numbered(count: number, bound: number, keyOf: (state: number) => number): Partition {
  const of = new Int32Array(count);
  if (bound <= 2 ** 26) {
    const numbers = new Int32Array(bound).fill(-1);
    let cells = 0;
    for (let state = 0; state < count; state++) {
      const key = keyOf(state);
      if (numbers[key] < 0) numbers[key] = cells++;
      of[state] = numbers[key];
    }
    return { of, count: cells };
  }
  const keys = new Float64Array(count);
  for (let state = 0; state < count; state++) keys[state] = keyOf(state);
  return numberByOrder(keys);
}

/** Splits groups by the levels of restricted options and whether their guards hold. */
function refine(
  groups: Partition,
  restricted: readonly Digit[],
  guards: readonly (Uint8Array | undefined)[],
  ranked: Ranked,
): Partition {
  return restricted.reduce((partition, digit, index) => {
    const guard = guards[index];
    const width = digit.radix * 2;
    return numbered(
      ranked.count,
      partition.count * width,
      (state) =>
        partition.of[state] * width +
        levelAt(ranked, state, digit) * 2 +
        (guard === undefined ? 0 : guard[state]),
    );
  }, groups);
}

/** Makes every marked combination a cell of its own. */
function apart(partition: Partition, marked: Uint8Array): Partition {
  let next = partition.count;
  const of = partition.of.map((cell, state) => (marked[state] === 1 ? next++ : cell));
  return { of, count: next };
}

function levelAt({ codes }: Ranked, state: number, digit: Digit): number {
  return Math.floor((codes === undefined ? state : codes[state]) / digit.place) % digit.radix;
}

/** Whether an expression depends on one of the options, also by way of outcomes. */
function mentions(expression: Expression, own: readonly Digit[], standoff: Standoff): boolean {
  const ids = new Set(own.map((digit) => digit.option.id));
  const outcomes = new Map(standoff.outcomes.map((outcome) => [outcome.id, outcome.when]));
  const seen = new Set<string>();
  const search = (each: Expression): boolean => {
    switch (each.kind) {
      case "constant":
        return false;
      case "compare":
        return ids.has(each.option);
      case "holds": {
        if (ids.has(each.id)) return true;
        const when = outcomes.get(each.id);
        if (when === undefined || seen.has(each.id)) return false;
        seen.add(each.id);
        return search(when);
      }
      case "not":
        return search(each.operand);
      case "xor":
      case "iff":
      case "implies":
        return search(each.left) || search(each.right);
      default:
        return each.operands.some(search);
    }
  };
  return search(expression);
}

/** Cell links inside each group, in compressed lists. Empty cells (all members set apart) lead to themselves. */
function linksOf(
  cells: Partition,
  groups: Partition,
  representative: Int32Array,
  leads: (from: number, to: number) => boolean,
  maxLinks: number,
): CellLinks | undefined {
  const cellsOf: number[][] = Array.from({ length: groups.count }, () => []);
  for (let cell = 0; cell < cells.count; cell++) {
    if (representative[cell] >= 0) cellsOf[groups.of[representative[cell]]].push(cell);
  }
  const to: number[][] = Array.from({ length: cells.count }, (_, cell) =>
    representative[cell] < 0 ? [cell] : [],
  );
  let links = 0;
  for (const group of cellsOf) {
    if (links + group.length ** 2 > maxLinks) return undefined;
    for (const from of group) {
      to[from] = group.filter((target) => leads(from, target));
      links += to[from].length;
    }
  }
  return compressed(to);
}

/** Lists of target cells, and the same turned around, as flat arrays. */
export function compressed(to: readonly (readonly number[])[]): CellLinks {
  const total = to.reduce((sum, each) => sum + each.length, 0);
  const toStart = new Int32Array(to.length + 1);
  const fromStart = new Int32Array(to.length + 1);
  const flat = new Int32Array(total);
  const from = new Int32Array(total);
  to.forEach((targets, cell) => {
    toStart[cell + 1] = toStart[cell] + targets.length;
    flat.set(targets, toStart[cell]);
    for (const target of targets) fromStart[target + 1]++;
  });
  for (let cell = 0; cell < to.length; cell++) fromStart[cell + 1] += fromStart[cell];
  const next = fromStart.slice();
  to.forEach((targets, cell) => {
    for (const target of targets) from[next[target]++] = cell;
  });
  return { toStart, to: flat, fromStart, from };
}

/** Lists the members cell by cell, ascending by rank inside a cell. Two counting sorts, O(S). */
export function membersByRank(
  cells: Partition,
  ranks: Ranks,
): Pick<Moves, "cell" | "start" | "members" | "memberRank"> {
  const count = cells.of.length;
  const start = new Int32Array(cells.count + 1);
  for (let state = 0; state < count; state++) start[cells.of[state] + 1]++;
  for (let cell = 0; cell < cells.count; cell++) start[cell + 1] += start[cell];
  const members = new Int32Array(count);
  const next = start.slice();
  const order = ranks.kind === "ranked" ? ascending(ranks.rank, ranks.levels) : undefined;
  const memberRank = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const state = order === undefined ? at : order[at];
    const place = next[cells.of[state]]++;
    members[place] = state;
    if (ranks.kind === "ranked") memberRank[place] = ranks.rank[state];
  }
  return { cell: cells.of, start, members, memberRank };
}

/** The states in ascending order of a value 0…levels−1, ties in ascending state order. O(S + levels). */
export function ascending(value: Int32Array, levels: number): Int32Array {
  const next = new Int32Array(levels + 1);
  for (let state = 0; state < value.length; state++) next[value[state] + 1]++;
  for (let level = 0; level < levels; level++) next[level + 1] += next[level];
  const order = new Int32Array(value.length);
  for (let state = 0; state < value.length; state++) order[next[value[state]]++] = state;
  return order;
}
