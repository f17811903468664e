import { type Game, type Moves, prefers } from "../game/game.ts";
import type { Step } from "./literal.ts";
import { forEachCell, passThroughCells } from "./pass-through-cells.ts";

/** What can be reached from one state by legal sequences, and how. */
export type Reachability = {
  /** Least number of moves to each state; 0 for the start, −1 where it cannot be reached. */
  readonly distance: Int32Array;
  /** A shortest legal sequence to a reached state: empty for the start. */
  readonly sequenceTo: (state: number) => Step[];
};

/**
 * Everything reachable from a state by legal sequences of the movers' (by default everybody's) moves, nobody moving twice running, or with `improving` of
 * moves each of which improves on where its mover stands (status quo analysis: Li, Kilgour & Hipel 2005). Breadth first over
 * states and last movers, so sequences are shortest; each cell is passed through once per party.
 * O(parties · S) time and memory, plus the links of one-way options and guards.
 */
export function reachableFrom(
  game: Game,
  from: number,
  improving: boolean,
  movers: readonly number[] = [...game.moves.keys()],
): Reachability {
  const parties = game.moves.length;
  const START = game.states * parties;
  const before = new Int32Array(game.states * parties).fill(-1);
  const length = new Int32Array(game.states * parties);
  const arrival = new Int32Array(game.states).fill(-1);
  const distance = new Int32Array(game.states).fill(-1);
  const queue = new Int32Array(game.states * parties + 1);
  const expand = game.moves.map((moves, party) => successors(game, moves, party, improving));
  let size = 0;
  distance[from] = 0;
  queue[size++] = START;
  for (let at = 0; at < size; at++) {
    const node = queue[at];
    const state = node === START ? from : Math.floor(node / parties);
    const last = node === START ? -1 : node % parties;
    const moves = node === START ? 0 : length[node];
    for (const party of movers) {
      if (party === last) continue;
      expand[party](state, (to) => {
        const next = to * parties + party;
        if (before[next] >= 0) return;
        before[next] = node;
        queue[size++] = next;
        length[next] = moves + 1;
        if (distance[to] >= 0) return;
        distance[to] = moves + 1;
        arrival[to] = next;
      });
    }
  }
  return { distance, sequenceTo };

  function sequenceTo(state: number): Step[] {
    const steps: Step[] = [];
    for (let node = arrival[state]; node >= 0 && node !== START; node = before[node]) {
      steps.unshift({ party: node % parties, to: Math.floor(node / parties) });
    }
    return steps;
  }
}

/** Calls `visit` with the states a party can move to from `state` and that it was not given before by this party. */
type Successors = (state: number, visit: (to: number) => void) => void;

function successors(game: Game, moves: Moves, party: number, improving: boolean): Successors {
  const ranks = game.preferences[party];
  if (!improving) return passThroughCells(moves, "to");
  if (ranks.kind === "ranked") return improvements(moves, ranks.rank);
  return (state, visit) =>
    forEachCell(moves, "to", state, (cell) => {
      for (let at = moves.start[cell]; at < moves.start[cell + 1]; at++) {
        const to = moves.members[at];
        if (prefers(ranks, to, state)) visit(to);
      }
    });
}

/** Cells are sorted by rank, so what a state improves to is a suffix, and one pointer a cell only goes down. */
function improvements(moves: Moves, rank: Int32Array): Successors {
  const { start, members, memberRank } = moves;
  const end = start.slice(1);
  return (state, visit) =>
    forEachCell(moves, "to", state, (target) => {
      let at = end[target];
      while (at > start[target] && memberRank[at - 1] > rank[state]) visit(members[--at]);
      end[target] = at;
    });
}
