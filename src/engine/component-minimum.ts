import type { Game } from "../game/game.ts";

/**
 * Which states are connected by moves of the movers, all of whose cells lead to themselves only: a component number for
 * each state. O(movers · S).
 */
export function componentsOf(
  game: Game,
  movers: readonly number[],
): { component: Int32Array; count: number } {
  const component = new Int32Array(game.states).fill(-1);
  const stack = new Int32Array(game.states);
  const moves = movers.map((mover) => ({
    ...game.moves[mover],
    entered: new Uint8Array(game.moves[mover].start.length),
  }));
  let count = 0;
  for (let source = 0; source < game.states; source++) {
    if (component[source] >= 0) continue;
    let depth = 0;
    component[source] = count;
    stack[depth++] = source;
    while (depth > 0) {
      const state = stack[--depth];
      for (const { cell, start, members, entered } of moves) {
        const home = cell[state];
        if (entered[home] === 1) continue;
        entered[home] = 1;
        for (let at = start[home]; at < start[home + 1]; at++) {
          const to = members[at];
          if (component[to] >= 0) continue;
          component[to] = count;
          stack[depth++] = to;
        }
      }
    }
    count++;
  }
  return { component, count };
}

/** The least key in each state's component. O(S). */
export function componentMinimum(
  { component, count }: { component: Int32Array; count: number },
  key: Int32Array,
): Int32Array {
  const least = new Int32Array(count).fill(2 ** 31 - 1);
  for (let state = 0; state < key.length; state++) {
    if (key[state] < least[component[state]]) least[component[state]] = key[state];
  }
  return component.map((each) => least[each]);
}
