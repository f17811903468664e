import type { Moves } from "../game/game.ts";

/** Calls `visit` with every cell that a state's cell leads `to`, or comes `from`. */
export function forEachCell(
  { cell, links }: Moves,
  direction: "to" | "from",
  state: number,
  visit: (cell: number) => void,
): void {
  const home = cell[state];
  if (links === undefined) visit(home);
  else {
    const start = direction === "to" ? links.toStart : links.fromStart;
    for (let at = start[home]; at < start[home + 1]; at++) visit(links[direction][at]);
  }
}

/**
 * For a search that follows one party's moves, forwards or backwards: gives each state, once in the whole search, that the
 * party can move to (or from) `state`. Every cell is passed through once and then done; but the first state to enter its
 * own cell cannot move to itself, and is given only when a second one enters. O(S) for the whole search, plus cell links.
 */
export function passThroughCells(
  moves: Moves,
  direction: "to" | "from",
): (state: number, visit: (state: number) => void) => void {
  const { cell, start, members } = moves;
  const UNTOUCHED = -1;
  const DONE = -2;
  const enteredBy = new Int32Array(start.length - 1).fill(UNTOUCHED);
  return (state, visit) =>
    forEachCell(moves, direction, state, (entered) => {
      const before = enteredBy[entered];
      if (before === DONE || before === state) return;
      if (before !== UNTOUCHED) {
        enteredBy[entered] = DONE;
        visit(before);
        return;
      }
      enteredBy[entered] = cell[state] === entered ? state : DONE;
      for (let at = start[entered]; at < start[entered + 1]; at++)
        if (members[at] !== state) visit(members[at]);
    });
}
