import { BIT, CONCEPTS, type Concept, conceptsIn } from "../engine/concepts.ts";
import { EXTENSIONS, isStable, type Reading } from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import { type Game, isPartial } from "../game/game.ts";
import type { UnknownFinding } from "./findings.ts";
import { DEMANDING } from "./robust.ts";
import { viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The most states listed one by one that may hold. */
const LISTED = 20;

/**
 * What unknown preferences leave open: how many states surely hold, may hold and cannot hold under each concept, and
 * the equilibria under the four extensions of Li, Hipel, Kilgour & Fang (2004). `surely` are the masks of what holds
 * whatever the unknowns are. Undefined when everything is known. O(parties · S · improvements · reachable), four times.
 */
export function unknownFinding(
  compiled: Compiled,
  concepts: readonly Concept[],
  surely: Uint8Array,
): UnknownFinding | undefined {
  const { game } = compiled;
  if (!game.preferences.some(isPartial)) return undefined;
  const extensions = Object.entries(EXTENSIONS).map(([name, reading]) => ({
    name,
    masks: equilibriaUnder(game, concepts, reading),
  }));
  const may = extensions.find(({ name }) => name === "d")!.masks;
  const wanted = concepts.reduce((mask, concept) => mask | BIT[concept], 0);
  const open = [...may.keys()].filter((state) => (may[state] & ~surely[state] & wanted) !== 0);
  const strict = (mask: number) => DEMANDING.findIndex((bit) => mask & bit);
  open.sort((a, b) => strict(may[a] & ~surely[a]) - strict(may[b] & ~surely[b]) || a - b);
  const statusQuo = statusQuoState(compiled);
  const listed = open.slice(0, LISTED);
  const views = viewStates(compiled, listed);
  const count = (masks: Uint8Array, concept: Concept) =>
    masks.reduce((sum, mask) => sum + ((mask & BIT[concept]) === 0 ? 0 : 1), 0);
  return {
    parties: compiled.standoff.parties
      .filter((_, party) => isPartial(game.preferences[party]))
      .map(({ id }) => id),
    counts: Object.fromEntries(
      concepts.map((concept) => {
        const sure = count(surely, concept);
        const possible = count(may, concept);
        return [concept, { surely: sure, may: possible - sure, cannot: game.states - possible }];
      }),
    ),
    extensions: Object.fromEntries(
      extensions.map(({ name, masks }) => [
        name,
        Object.fromEntries(concepts.map((concept) => [concept, count(masks, concept)])),
      ]),
    ),
    mayHoldTotal: open.length,
    mayHold: listed.map((state, index) => ({
      state: views[index],
      concepts: conceptsIn(may[state] & ~surely[state] & wanted),
      isStatusQuo: state === statusQuo,
    })),
    statusQuo: statusQuo === undefined ? undefined : conceptsIn(may[statusQuo] & ~surely[statusQuo] & wanted),
  };
}

function equilibriaUnder(game: Game, concepts: readonly Concept[], reading: Reading): Uint8Array {
  const masks = new Uint8Array(game.states);
  for (let state = 0; state < game.states; state++) {
    for (const concept of CONCEPTS) {
      if (!concepts.includes(concept)) continue;
      const all = game.moves.every((_, party) => isStable(game, party, state, concept, reading));
      if (all) masks[state] |= BIT[concept];
    }
  }
  return masks;
}
