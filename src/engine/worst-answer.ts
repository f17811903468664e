import { ascending } from "../game/cells.ts";
import type { Game } from "../game/game.ts";
import { componentMinimum, componentsOf } from "./component-minimum.ts";
import { searchByLastMover } from "./search-by-last-mover.ts";
import { searchByState } from "./search-by-state.ts";

/**
 * For every state s1 the least key among s1 and all the states that `opponents` (parties) can reach from it by legal
 * sequences of moves (Fang, Hipel & Kilgour 1993), or with `improving` of moves each of which improves on where its mover
 * stands: the worst that a move to s1 can bring. One answer for each of `keys`, which take the values 0…levels−1.
 *
 * Three ways, the cheapest that is right: where opponents can undo every move, what they can reach is what they can come
 * back from, and the least key of each component answers. Where one move of a party does what two running would, who moved
 * last need not be remembered. Else it is. All near-linear: O(parties · S), plus the links of one-way options and guards.
 */
export function worstAnswers(
  game: Game,
  opponents: readonly number[],
  keys: readonly Int32Array[],
  levels: number,
  improving: boolean,
): Int32Array[] {
  if (!improving && opponents.every((each) => game.moves[each].links === undefined)) {
    const components = componentsOf(game, opponents);
    return keys.map((key) => componentMinimum(components, key));
  }
  const simple = opponents.every(
    (each) => game.moves[each].transitive && game.preferences[each].kind === "ranked",
  );
  const search = simple
    ? searchByState(game, opponents, improving)
    : searchByLastMover(game, opponents, improving);
  return keys.map((key) => search(ascending(key, levels), key));
}
