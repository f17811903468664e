import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import { matching } from "./matching.ts";
import { viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The one state that an expression means (undefined: the status quo), or a sentence on why that is not one state. */
export function chooseState(compiled: Compiled, wanted: Expression | undefined): number | string {
  const statusQuo = statusQuoState(compiled);
  if (wanted === undefined) return statusQuo ?? "the file has no status quo, so say which state you mean";
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
