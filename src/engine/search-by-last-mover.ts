import { type Game, type Moves, prefers, type Ranks } from "../game/game.ts";
import { forEachCell, passThroughCells } from "./pass-through-cells.ts";

/**
 * As `searchByState`, for movers some of whom could gain by moving twice running, which a legal sequence forbids. A state
 * reached by a first move of k may be preceded by anyone but k; reached by a second mover as well, by anyone. So each
 * state is followed back at most twice: by all but its first mover, and later by that mover alone.
 */
export function searchByLastMover(
  game: Game,
  movers: readonly number[],
  improving: boolean,
): (order: Int32Array, key: Int32Array) => Int32Array {
  return (order, key) =>
    search(
      movers.map((mover) => predecessorsOf(game, mover, improving)),
      order,
      key,
    );
}

function search(movers: readonly Predecessors[], order: Int32Array, key: Int32Array): Int32Array {
  const NOBODY = -1;
  const ANYBODY = -2;
  const worst = new Int32Array(order.length).fill(-1);
  const firstMover = new Int32Array(order.length).fill(NOBODY);
  const stack: { readonly state: number; readonly only: number; readonly except: number }[] = [];
  for (const source of order) {
    if (firstMover[source] === ANYBODY) continue;
    const value = key[source];
    stack.push({ state: source, only: firstMover[source], except: NOBODY });
    if (worst[source] < 0) worst[source] = value;
    firstMover[source] = ANYBODY;
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const { state, only, except } = item;
      for (let mover = 0; mover < movers.length; mover++) {
        if (mover === except || (only !== NOBODY && mover !== only)) continue;
        movers[mover](state, (from) => {
          if (firstMover[from] === ANYBODY || firstMover[from] === mover) return;
          if (firstMover[from] === NOBODY) {
            worst[from] = value;
            firstMover[from] = mover;
            stack.push({ state: from, only: NOBODY, except: mover });
          } else {
            stack.push({ state: from, only: firstMover[from], except: NOBODY });
            firstMover[from] = ANYBODY;
          }
        });
      }
    }
  }
  return worst;
}

/** Calls `visit` with the states from which a mover can move to `state` and that were not given before in this search. */
type Predecessors = (state: number, visit: (from: number) => void) => void;

function predecessorsOf(game: Game, mover: number, improving: boolean): Predecessors {
  const moves = game.moves[mover];
  const ranks = game.preferences[mover];
  if (!improving) return passThroughCells(moves, "from");
  if (ranks.kind === "ranked") return improvementsInto(moves, ranks.rank);
  return comparedImprovementsInto(moves, ranks);
}

/** Cells are sorted by rank, so what improves to a state is a prefix, and one pointer a cell only advances. */
function improvementsInto(moves: Moves, rank: Int32Array): Predecessors {
  const { start, members, memberRank } = moves;
  const next = start.slice(0, -1);
  return (state, visit) =>
    forEachCell(moves, "from", state, (from) => {
      let at = next[from];
      while (at < start[from + 1] && memberRank[at] < rank[state]) visit(members[at++]);
      next[from] = at;
    });
}

/** No order of ranks to follow (several acting as one, or unknowns), so all members of the cell are compared. O(cell size) a state. */
function comparedImprovementsInto(moves: Moves, ranks: Ranks): Predecessors {
  const { start, members } = moves;
  return (state, visit) =>
    forEachCell(moves, "from", state, (from) => {
      for (let at = start[from]; at < start[from + 1]; at++) {
        const member = members[at];
        if (prefers(ranks, state, member)) visit(member);
      }
    });
}
