import { type Game, prefers } from "../game/game.ts";
import type { Concept } from "./concepts.ts";
import { legalSequence, type Step } from "./literal.ts";
import { reachableFrom } from "./reachability.ts";

/** A way out of a state for a group: where to, by which moves of its members. */
export type WayOut = { readonly to: number; readonly steps: readonly Step[] };

/**
 * The first improvement of a group from a state that the others do not deter under the concept; undefined when the state is
 * stable for the group (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008). A coalition improvement is a state that the
 * group reaches by a legal sequence of its members' moves and that every member strictly prefers. It is deterred by a
 * legal sequence of the others (for seq and sseq: of improvements, each for its own mover) to a state that at
 * least one member does not prefer; for smr and sseq one from which the group reaches no state that all prefer. For a
 * group of one this is the party's own stability. O(improvements · states · parties · reachable): for small games.
 */
export function wayOut(
  game: Game,
  group: readonly number[],
  state: number,
  concept: Concept,
): WayOut | undefined {
  const others = [...game.moves.keys()].filter((party) => !group.includes(party));
  const allPrefer = (to: number) => group.every((member) => prefers(game.preferences[member], to, state));
  const reach = reachableFrom(game, state, false, group);
  const improvements = reached(reach.distance).filter(allPrefer);
  improvements.sort((a, b) => reach.distance[a] - reach.distance[b] || a - b);
  const escapes = new Map<number, boolean>();
  const escapesFrom = (from: number): boolean => {
    const known = escapes.get(from);
    if (known !== undefined) return known;
    const escaped = reached(reachableFrom(game, from, false, group).distance).some(allPrefer);
    escapes.set(from, escaped);
    return escaped;
  };
  const open = improvements.find(
    (improvement) =>
      concept === "nash" ||
      legalSequence(game, {
        from: improvement,
        movers: others,
        improving: concept === "seq" || concept === "sseq" ? "known" : false,
        until: (answer) =>
          !allPrefer(answer) && ((concept !== "smr" && concept !== "sseq") || !escapesFrom(answer)),
      }) === undefined,
  );
  return open === undefined ? undefined : { to: open, steps: reach.sequenceTo(open) };
}

/** The states at a distance of at least one move. */
function reached(distance: Int32Array): number[] {
  const states: number[] = [];
  for (let state = 0; state < distance.length; state++) if (distance[state] > 0) states.push(state);
  return states;
}
