import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import type { StatesFindings } from "./findings.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The feasible states, or those where an expression holds, up to `limit` of them, with every party's rank (1 = best). */
export function states(
  compiled: Compiled,
  { where, limit = 10_000, numbering }: { where?: Expression; limit?: number; numbering?: "gmcr" } = {},
): StatesFindings {
  const { standoff, space, game } = compiled;
  const holds = where === undefined ? undefined : matching(compiled, where);
  const chosen: number[] = [];
  let matched = 0;
  for (let state = 0; state < game.states; state++) {
    if (holds !== undefined && holds[state] === 0) continue;
    matched++;
    if (chosen.length < limit) chosen.push(state);
  }
  const statusQuo = statusQuoState(compiled);
  const views = viewStates(compiled, chosen);
  return {
    question: "states",
    names: namesOf(standoff),
    states: game.states,
    combinations: space.combinations,
    matching: matched,
    listed: chosen.map((state, index) => ({
      state: views[index],
      isStatusQuo: state === statusQuo,
      ...(numbering === "gmcr" ? { number: state + 1 } : {}),
      ranks: Object.fromEntries(
        game.preferences.flatMap((preference, party) =>
          preference.kind !== "unanimous"
            ? [[standoff.parties[party].id, preference.levels - preference.rank[state]]]
            : [],
        ),
      ),
    })),
  };
}
