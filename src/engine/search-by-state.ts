import type { CellLinks, Game } from "../game/game.ts";

/**
 * A search that follows the movers' moves (or improvements) backwards from the states in the order given, through states not yet
 * reached: each state's answer is the key of the first source that reaches it. Right where every mover's moves are
 * transitive, so that moving twice running gains nothing. Without improving every cell is entered once and then done;
 * with it cells are sorted by rank, so what improves on a state is a prefix and one pointer a cell only advances.
 *
 * Ranks in general follow no pattern, so nearly every look-up misses the cache, and that is where the time goes. What is
 * read together is therefore laid side by side first: a state's cell and rank for all movers, a member and its rank, a
 * cell's pointer and its end.
 */
export function searchByState(
  game: Game,
  movers: readonly number[],
  improving: boolean,
): (order: Int32Array, key: Int32Array) => Int32Array {
  const homes = homesOf(game, movers);
  const ranked = movers.map((mover) => rankedMembers(game, mover, improving));
  const links = movers.map((mover) => game.moves[mover].links);
  return (order, key) =>
    search(
      homes,
      ranked,
      movers.map((mover) => boundsOf(game, mover)),
      links,
      order,
      key,
    );
}

function search(
  homes: Int32Array,
  ranked: readonly Int32Array[],
  bounds: readonly Int32Array[],
  links: readonly (CellLinks | undefined)[],
  order: Int32Array,
  key: Int32Array,
): Int32Array {
  const worst = new Int32Array(order.length).fill(-1);
  const stack = new Int32Array(order.length);
  const width = 2 * ranked.length;
  let depth = 0;
  for (let at = 0; at < order.length; at++) {
    const source = order[at];
    if (worst[source] >= 0) continue;
    const value = key[source];
    worst[source] = value;
    stack[depth++] = source;
    while (depth > 0) {
      const state = stack[--depth];
      for (let mover = 0; mover < ranked.length; mover++) {
        const home = homes[state * width + 2 * mover];
        const below = homes[state * width + 2 * mover + 1];
        const members = ranked[mover];
        const bound = bounds[mover];
        const link = links[mover];
        const first = link === undefined ? home : link.fromStart[home];
        const last = link === undefined ? home + 1 : link.fromStart[home + 1];
        for (let index = first; index < last; index++) {
          const from = link === undefined ? index : link.from[index];
          let next = bound[2 * from];
          const end = bound[2 * from + 1];
          while (next < end && members[2 * next + 1] < below) {
            const reached = members[2 * next++];
            if (worst[reached] >= 0) continue;
            worst[reached] = value;
            stack[depth++] = reached;
          }
          bound[2 * from] = next;
        }
      }
    }
  }
  return worst;
}

/** For each state and mover side by side: the state's cell, and the mover's rank of it. */
function homesOf(game: Game, movers: readonly number[]): Int32Array {
  const width = 2 * movers.length;
  const homes = new Int32Array(game.states * width);
  movers.forEach((mover, index) => {
    const { cell } = game.moves[mover];
    const preference = game.preferences[mover];
    if (preference.kind !== "ranked")
      throw new Error("improvements of several acting as one are no prefix of a cell");
    const { rank } = preference;
    for (let state = 0, at = 2 * index; state < game.states; state++, at += width) {
      homes[at] = cell[state];
      homes[at + 1] = rank[state];
    }
  });
  return homes;
}

/** A mover's members, each beside its rank; beside −1, below every rank, when moves need not improve. */
function rankedMembers(game: Game, mover: number, improving: boolean): Int32Array {
  const { members, memberRank } = game.moves[mover];
  const pairs = new Int32Array(2 * members.length);
  for (let at = 0; at < members.length; at++) {
    pairs[2 * at] = members[at];
    pairs[2 * at + 1] = improving ? memberRank[at] : -1;
  }
  return pairs;
}

/** Where each cell's members not yet passed begin, beside where they end. */
function boundsOf(game: Game, mover: number): Int32Array {
  const { start } = game.moves[mover];
  const bounds = new Int32Array(2 * (start.length - 1));
  for (let cell = 0; cell + 1 < start.length; cell++) {
    bounds[2 * cell] = start[cell];
    bounds[2 * cell + 1] = start[cell + 1];
  }
  return bounds;
}
