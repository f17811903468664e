import { ascending } from "../game/cells.ts";
import type { Game, Moves } from "../game/game.ts";

/**
 * For every state s1 the least key among s1 and all the states that the opponents of `party` can reach from it by legal
 * sequences of moves (Fang, Hipel & Kilgour 1993), or with `improving` of moves each of which improves on where its mover
 * stands: the worst that a move to s1 can bring. `key` takes the values 0…levels−1.
 *
 * States are taken in ascending order of key, and from each the opponents' moves are followed backwards through states
 * not yet reached; the first search to reach a state gives its answer. Where every opponent's moves are transitive a
 * mover moving twice running gains nothing, so the search forgets who moved last; elsewhere it remembers.
 * O(parties · S), plus the cell links that one-way options and guards make.
 */
export function worstAnswer(
  game: Game,
  party: number,
  key: Int32Array,
  levels: number,
  improving: boolean,
): Int32Array {
  const forgetful = game.moves.every((moves, each) => each === party || moves.transitive);
  const opponents = game.moves.flatMap((_, each) => (each === party ? [] : [backwards(game, each, improving, forgetful)]));
  const order = ascending(key, levels);
  return forgetful ? searchByState(order, key, opponents) : searchByLastMover(order, key, opponents);
}

/**
 * One opponent's moves, ready to be followed backwards once: calls `visit` with the states from which the opponent can
 * move to `state` and that it has not given before in this search.
 */
type Backwards = (state: number, visit: (from: number) => void) => void;

function backwards(game: Game, party: number, improving: boolean, forgetful: boolean): Backwards {
  const ranks = game.preferences[party];
  const moves = game.moves[party];
  if (!improving) return movesInto(moves, forgetful);
  if (ranks.kind === "ranked") return improvementsInto(moves, ranks.rank);
  return unanimousImprovementsInto(
    moves,
    ranks.members.map((member) => member.rank),
  );
}

/**
 * Every cell is entered once and then done. Only a search that remembers movers needs to know that the first state to
 * enter its own cell cannot move to itself, and is given when a second one enters.
 */
function movesInto({ cell, start, members, links }: Moves, forgetful: boolean): Backwards {
  const UNTOUCHED = -1;
  const DONE = -2;
  const enteredBy = new Int32Array(start.length - 1).fill(UNTOUCHED);
  const enter = (from: number, state: number, visit: (from: number) => void) => {
    const before = enteredBy[from];
    if (before === DONE) return;
    if (before !== UNTOUCHED) {
      if (before === state) return;
      enteredBy[from] = DONE;
      visit(before);
      return;
    }
    enteredBy[from] = cell[state] === from && !forgetful ? state : DONE;
    for (let at = start[from]; at < start[from + 1]; at++) if (members[at] !== state) visit(members[at]);
  };
  return (state: number, visit: (from: number) => void) => {
    const home = cell[state];
    if (links === undefined) enter(home, state, visit);
    else for (let at = links.fromStart[home]; at < links.fromStart[home + 1]; at++) enter(links.from[at], state, visit);
  };
}

/** Cells are sorted by rank, so what improves to a state is a prefix, and one pointer a cell only advances. */
function improvementsInto({ cell, start, members, links }: Moves, rank: Int32Array): Backwards {
  const next = start.slice(0, -1);
  const memberRank = members.map((member) => rank[member]);
  const enter = (from: number, below: number, visit: (from: number) => void) => {
    const end = start[from + 1];
    let at = next[from];
    while (at < end && memberRank[at] < below) visit(members[at++]);
    next[from] = at;
  };
  return (state: number, visit: (from: number) => void) => {
    const home = cell[state];
    if (links === undefined) enter(home, rank[state], visit);
    else {
      for (let at = links.fromStart[home]; at < links.fromStart[home + 1]; at++) enter(links.from[at], rank[state], visit);
    }
  };
}

/** Better for every member: no order to follow, so all members of the cell are compared. O(cell size) a state. */
function unanimousImprovementsInto({ cell, start, members, links }: Moves, ranks: readonly Int32Array[]): Backwards {
  const enter = (from: number, state: number, visit: (from: number) => void) => {
    for (let at = start[from]; at < start[from + 1]; at++) {
      const member = members[at];
      if (ranks.every((rank) => rank[member] < rank[state])) visit(member);
    }
  };
  return (state: number, visit: (from: number) => void) => {
    const home = cell[state];
    if (links === undefined) enter(home, state, visit);
    else for (let at = links.fromStart[home]; at < links.fromStart[home + 1]; at++) enter(links.from[at], state, visit);
  };
}

function searchByState(order: Int32Array, key: Int32Array, opponents: readonly Backwards[]): Int32Array {
  const worst = new Int32Array(order.length).fill(-1);
  const stack = new Int32Array(order.length);
  let depth = 0;
  let value = 0;
  const reach = (state: number) => {
    if (worst[state] >= 0) return;
    worst[state] = value;
    stack[depth++] = state;
  };
  for (let at = 0; at < order.length; at++) {
    value = key[order[at]];
    reach(order[at]);
    while (depth > 0) {
      const state = stack[--depth];
      for (const opponent of opponents) opponent(state, reach);
    }
  }
  return worst;
}

/**
 * A state reached by a first move of k may be preceded by anyone but k; reached by a second party as well, by anyone.
 * So each state is followed back at most twice: by all but its first mover, and later by that mover alone.
 */
function searchByLastMover(order: Int32Array, key: Int32Array, opponents: readonly Backwards[]): Int32Array {
  const NOBODY = -1;
  const ANYBODY = -2;
  const worst = new Int32Array(order.length).fill(-1);
  const firstMover = new Int32Array(order.length).fill(NOBODY);
  const stack: { state: number; only: number; except: number }[] = [];
  let value = 0;
  for (let at = 0; at < order.length; at++) {
    const source = order[at];
    if (worst[source] >= 0 && firstMover[source] === ANYBODY) continue;
    value = key[source];
    if (worst[source] < 0) {
      worst[source] = value;
      stack.push({ state: source, only: -1, except: -1 });
    } else stack.push({ state: source, only: firstMover[source], except: -1 });
    firstMover[source] = ANYBODY;
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const { state, only, except } = item;
      for (let mover = 0; mover < opponents.length; mover++) {
        if (mover === except || (only >= 0 && mover !== only)) continue;
        opponents[mover](state, (from) => {
          if (firstMover[from] === ANYBODY || firstMover[from] === mover) return;
          if (worst[from] < 0) {
            worst[from] = value;
            firstMover[from] = mover;
            stack.push({ state: from, only: -1, except: mover });
          } else {
            stack.push({ state: from, only: firstMover[from], except: -1 });
            firstMover[from] = ANYBODY;
          }
        });
      }
    }
  }
  return worst;
}
