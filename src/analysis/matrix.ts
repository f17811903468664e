import { BIT, type Concept, conceptsIn } from "../engine/concepts.ts";
import type { Stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import type { MatrixFindings } from "./findings.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

export type MatrixOptions = {
  /** Only states where this holds. */
  readonly where?: Expression | undefined;
  /** Only states that hold under this concept. */
  readonly concept?: Concept | undefined;
  /** The first row, and how many. */
  readonly offset?: number;
  readonly limit?: number;
};

/**
 * For which party is which state stable under which concept? A page of the table, states in the order of their numbers,
 * so that a table of a million states can be read without ever being made. O(S) to count the matching states.
 */
export function matrix(
  compiled: Compiled,
  { byParty, equilibria }: Stabilities,
  { where, concept, offset = 0, limit = 100 }: MatrixOptions = {},
): MatrixFindings {
  const { standoff, game } = compiled;
  const holds = where === undefined ? undefined : matching(compiled, where);
  const bit = concept === undefined ? 0 : BIT[concept];
  const chosen: number[] = [];
  let matched = 0;
  for (let state = 0; state < game.states; state++) {
    if ((equilibria[state] & bit) !== bit || holds?.[state] === 0) continue;
    if (matched >= offset && chosen.length < limit) chosen.push(state);
    matched++;
  }
  const statusQuo = statusQuoState(compiled);
  const views = viewStates(compiled, chosen);
  return {
    question: "matrix",
    names: namesOf(standoff),
    states: game.states,
    matching: matched,
    offset,
    rows: chosen.map((state, index) => ({
      number: state,
      state: views[index],
      isStatusQuo: state === statusQuo,
      concepts: conceptsIn(equilibria[state]),
      stableFor: byParty.map((stable) => conceptsIn(stable[state])),
      ranks: game.preferences.map((preference) =>
        preference.kind === "unanimous" ? undefined : preference.levels - preference.rank[state],
      ),
    })),
  };
}
