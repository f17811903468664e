import type { CellLinks, Game, Moves } from "../game/game.ts";

/**
 * A search that follows the movers' moves (or improvements) backwards from the states in the order given, through states
 * not yet reached: each state's answer is the key of the first source that reaches it. Right where every mover's moves are
 * transitive, so that moving twice running gains nothing. Without improving every cell is entered once and then done;
 * with it cells are sorted by rank, so what improves on a state is a prefix and one pointer a cell only advances.
 *
 * Ranks in general follow no pattern, so look-ups miss the cache, and that is where the time goes. Hence: what is read
 * together lies side by side (a state's cell and rank for all movers; a cell's pointer and the rank it waits for; a member
 * and its rank), and whether a state was reached is a bit, so that all these bits stay in the cache.
 */
export function searchByState(
  game: Game,
  movers: readonly number[],
  improving: boolean,
): (order: Int32Array, key: Int32Array) => Int32Array {
  const homes = new Int32Array(2 * movers.length * game.states);
  movers.forEach((mover, column) => {
    const preference = game.preferences[mover];
    if (preference.kind !== "ranked")
      throw new Error("improvements of several acting as one are no prefix of a cell");
    fillHomes(homes, movers.length, column, game.moves[mover].cell, preference.rank);
  });
  const cells = movers.map((mover) => cellsOf(game.moves[mover], improving));
  const columns = [...movers.keys()];
  return (order, key) =>
    searchOver(homes, movers.length, columns, cells, order, key, roomFor(cells, order.length));
}

/**
 * The search itself. `homes` holds for each state, for each of `parties` columns, the state's cell and rank side by side; the movers are
 * those in `columns`, with their `cells`. The answer lies in the `room`, where the next search with that room overwrites it.
 */
export function searchOver(
  homes: Int32Array,
  parties: number,
  columns: readonly number[],
  cells: readonly Cells[],
  order: Int32Array,
  key: Int32Array,
  { worst, reached, stack, waiting }: Room,
): Int32Array {
  reached.fill(0);
  for (let mover = 0; mover < cells.length; mover++) waiting[mover].set(cells[mover].first);
  const width = 2 * parties;
  let depth = 0;
  for (let at = 0; at < order.length; at++) {
    const source = order[at];
    if (((reached[source >>> 5] >>> (source & 31)) & 1) === 1) continue;
    const value = key[source];
    reached[source >>> 5] |= 1 << (source & 31);
    worst[source] = value;
    stack[depth++] = source;
    while (depth > 0) {
      const state = stack[--depth];
      for (let mover = 0; mover < cells.length; mover++) {
        const column = state * width + 2 * columns[mover];
        const home = homes[column];
        const below = homes[column + 1];
        const { members, start, links } = cells[mover];
        const wait = waiting[mover];
        const firstLink = links === undefined ? home : links.fromStart[home];
        const lastLink = links === undefined ? home + 1 : links.fromStart[home + 1];
        for (let link = firstLink; link < lastLink; link++) {
          const from = links === undefined ? link : links.from[link];
          if (wait[2 * from + 1] >= below) continue;
          let next = wait[2 * from];
          const end = start[from + 1];
          do {
            const member = members[2 * next];
            if (((reached[member >>> 5] >>> (member & 31)) & 1) === 1) continue;
            reached[member >>> 5] |= 1 << (member & 31);
            worst[member] = value;
            stack[depth++] = member;
          } while (++next < end && members[2 * next + 1] < below);
          wait[2 * from] = next;
          wait[2 * from + 1] = next < end ? members[2 * next + 1] : NOTHING_LEFT;
        }
      }
    }
  }
  return worst;
}

/** Above every rank: a cell all of whose members have been passed waits for nothing. */
const NOTHING_LEFT = 2 ** 31 - 1;

/** What one search needs, to be used again for searches by movers with as many cells. */
export type Room = {
  readonly worst: Int32Array;
  readonly reached: Uint32Array;
  readonly stack: Int32Array;
  readonly waiting: readonly Int32Array[];
};

export function roomFor(cells: readonly Cells[], states: number): Room {
  return {
    worst: new Int32Array(states),
    reached: new Uint32Array((states + 31) >>> 5),
    stack: new Int32Array(states),
    waiting: cells.map(({ first }) => new Int32Array(first.length)),
  };
}

/** A mover's cells: members beside their ranks, and for each cell its first member's place beside that member's rank. */
export type Cells = {
  readonly members: Int32Array;
  readonly start: Int32Array;
  readonly first: Int32Array;
  readonly links: CellLinks | undefined;
};

/** When moves need not improve, members stand beside −1, below every rank. */
export function cellsOf({ members, memberRank, start, links }: Moves, improving: boolean): Cells {
  const pairs = new Int32Array(2 * members.length);
  for (let at = 0; at < members.length; at++) {
    pairs[2 * at] = members[at];
    pairs[2 * at + 1] = improving ? memberRank[at] : -1;
  }
  const first = new Int32Array(2 * (start.length - 1));
  for (let cell = 0; cell + 1 < start.length; cell++) {
    first[2 * cell] = start[cell];
    first[2 * cell + 1] = start[cell] < start[cell + 1] ? pairs[2 * start[cell] + 1] : NOTHING_LEFT;
  }
  return { members: pairs, start, first, links };
}

/** Puts a party's cell and rank of every state into its column of `homes`. */
export function fillHomes(
  homes: Int32Array,
  parties: number,
  column: number,
  cell: Int32Array,
  rank: Int32Array,
): void {
  for (let state = 0, at = 2 * column; state < cell.length; state++, at += 2 * parties) {
    homes[at] = cell[state];
    homes[at + 1] = rank[state];
  }
}
