import type { Compiled } from "../game/compile.ts";
import { stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import { matching } from "./matching.ts";
import { type StateView, viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** Which state is meant: by an expression, by its settings as answers give them, or (undefined) the status quo. */
export type WhichState = Expression | StateView | undefined;

/** The one state that is meant, or a sentence on why that is not one state. */
export function chooseState(compiled: Compiled, wanted: WhichState): number | string {
  const statusQuo = statusQuoState(compiled);
  if (wanted === undefined) return statusQuo ?? "the file has no status quo, so say which state you mean";
  if ("on" in wanted) {
    const state = stateOfView(compiled, wanted);
    return state < 0 ? "the constraints of the file rule out the state with these settings" : state;
  }
  const holds = matching(compiled, wanted);
  const first = holds.indexOf(1);
  if (first < 0) return "no feasible state satisfies the expression given for the state";
  if (holds.indexOf(1, first + 1) < 0) return first;
  if (statusQuo !== undefined && holds[statusQuo] === 1) return statusQuo;
  const count = holds.reduce((sum, each) => sum + each, 0);
  const open = compiled.space.digits
    .map(({ option }) => option.id)
    .filter((id) => !viewState(compiled, first).on.includes(id))
    .slice(0, 3);
  return `${count.toLocaleString("en")} feasible states satisfy the expression given for the state; add conditions until one is left (for instance on ${open.join(", ")})`;
}

/** The state with these settings, options not named at their first level; −1 when it is infeasible. */
function stateOfView({ space }: Compiled, { on, levels }: StateView): number {
  let code = 0;
  for (const { option, place } of space.digits) {
    const level = option.yesNo
      ? Number(on.includes(option.id))
      : option.levels.findIndex(({ id }) => id === levels[option.id]);
    code += place * Math.max(0, level);
  }
  return stateOfCode(space, code);
}
