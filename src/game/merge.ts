import { compressed, membersByRank } from "./cells.ts";
import { type Game, type Moves, type Ranks, type SinglyRanked, someMove } from "./game.ts";
import type { Merged } from "./space.ts";

/**
 * The game in which the combinations of each class count as one state: from a class a party can move to another class if
 * it can move from some member of the one to some member of the other. Undefined when that is more than `maxLinks` moves.
 */
export function mergeStates(game: Game, { stateOf, first }: Merged, maxLinks: number): Game | undefined {
  const preferences = game.preferences.map((ranks) => mergeRanks(ranks, first));
  const moves: Moves[] = [];
  for (const [party, each] of game.moves.entries()) {
    const to: Set<number>[] = Array.from({ length: first.length }, () => new Set<number>());
    let links = 0;
    for (let raw = 0; raw < stateOf.length; raw++) {
      const tooMany = someMove(each, raw, (target) => {
        if (stateOf[target] === stateOf[raw]) return false;
        to[stateOf[raw]].add(stateOf[target]);
        return ++links > maxLinks;
      });
      if (tooMany) return undefined;
    }
    const cells = { of: Int32Array.from(first.keys()), count: first.length };
    moves.push({
      ...membersByRank(cells, preferences[party]),
      links: compressed(to.map((targets) => [...targets].sort((a, b) => a - b))),
      transitive: false,
    });
  }
  return { states: first.length, moves, preferences };
}

/** The ranks of the classes, which share one (checked before), so the ranks stay dense. */
export function mergeRanks(ranks: Ranks, first: Int32Array): Ranks {
  if (ranks.kind === "unanimous")
    return { kind: "unanimous", members: ranks.members.map((member) => mergeOne(member, first)) };
  return mergeOne(ranks, first);
}

function mergeOne(ranks: SinglyRanked, first: Int32Array): SinglyRanked {
  const merged = (of: Int32Array) => first.map((raw) => of[raw]);
  const rank = merged(ranks.rank);
  if (ranks.kind === "ranked") return { ...ranks, rank };
  const { splits, unranked } = ranks.unknown;
  const unknown = {
    splits: splits.map(({ before, through }) => ({ before: merged(before), through: merged(through) })),
    unranked: unranked && Uint8Array.from(first, (raw) => unranked[raw]),
  };
  return { ...ranks, rank, unknown };
}

/** The classes that marked sets of combinations make: each set one class (sets that overlap join), the rest alone. */
export function classesOf(count: number, marked: readonly Uint8Array[]): Merged {
  const leader = Int32Array.from({ length: count }, (_, state) => state);
  const find = (state: number): number => {
    let at = state;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  };
  for (const set of marked) {
    let home = -1;
    for (let state = 0; state < count; state++) {
      if (set[state] === 0) continue;
      const mine = find(state);
      if (home < 0) home = mine;
      else if (mine !== home) {
        leader[Math.max(mine, home)] = Math.min(mine, home);
        home = Math.min(mine, home);
      }
    }
  }
  const stateOf = new Int32Array(count);
  const first: number[] = [];
  for (let state = 0; state < count; state++) {
    const home = find(state);
    if (home === state) {
      stateOf[state] = first.length;
      first.push(state);
    } else stateOf[state] = stateOf[home];
  }
  return { stateOf, first: Int32Array.from(first) };
}
