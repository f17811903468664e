import type { Moves } from "../game/game.ts";

/**
 * For each state the best rank its party can have after at most one move of its own, staying included: what a sanction
 * must hold down under symmetric metarationality. O(S + cell links).
 */
export function bestReach(moves: Moves, rank: Int32Array): Int32Array {
  const { cell, start, members, links } = moves;
  const cells = start.length - 1;
  const top = new Int32Array(cells).fill(-1);
  for (let each = 0; each < cells; each++) {
    if (start[each + 1] > start[each]) top[each] = rank[members[start[each + 1] - 1]];
  }
  let reach = top;
  if (links !== undefined) {
    reach = new Int32Array(cells).fill(-1);
    for (let each = 0; each < cells; each++) {
      for (let at = links.toStart[each]; at < links.toStart[each + 1]; at++) {
        reach[each] = Math.max(reach[each], top[links.to[at]]);
      }
    }
  }
  const best = new Int32Array(rank.length);
  for (let state = 0; state < rank.length; state++) best[state] = Math.max(rank[state], reach[cell[state]]);
  return best;
}
