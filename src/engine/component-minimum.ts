import type { Game } from "../game/game.ts";

/**
 * Which states are connected by moves of the movers, whichever way the moves go: a component number for each state. Where all
 * cells lead to themselves only, a component is what each of its states can reach; with links what it can reach at most.
 * O(movers · S), plus the links.
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
    filled: new Uint8Array(game.moves[mover].start.length),
  }));
  let count = 0;
  for (let source = 0; source < game.states; source++) {
    if (component[source] >= 0) continue;
    let depth = 0;
    component[source] = count;
    stack[depth++] = source;
    while (depth > 0) {
      const state = stack[--depth];
      for (const { cell, start, members, entered, filled, links } of moves) {
        const home = cell[state];
        if (entered[home] === 1) continue;
        entered[home] = 1;
        const fill = (each: number): void => {
          if (filled[each] === 1) return;
          filled[each] = 1;
          for (let at = start[each]; at < start[each + 1]; at++) {
            const to = members[at];
            if (component[to] >= 0) continue;
            component[to] = count;
            stack[depth++] = to;
          }
        };
        if (links === undefined) {
          fill(home);
          continue;
        }
        for (let at = links.toStart[home]; at < links.toStart[home + 1]; at++) fill(links.to[at]);
        for (let at = links.fromStart[home]; at < links.fromStart[home + 1]; at++) fill(links.from[at]);
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
