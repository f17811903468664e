import type { Compiled } from "../game/compile.ts";
import { type Space, stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import { matching, truthsAt } from "./matching.ts";
import { type StateView, viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** Which state is meant: by an expression, by its settings as answers give them, or (undefined) the status quo. */
export type WhichState = Expression | StateView | undefined;

/** The one state that is meant, or a sentence on why that is not one state. */
export function chooseState(compiled: Compiled, wanted: WhichState): number | string {
  const statusQuo = statusQuoState(compiled);
  if (wanted === undefined) return statusQuo ?? "the file has no status quo, so say which state you mean";
  if ("on" in wanted) {
    const code = codeOfView(compiled.space, wanted);
    const state = stateOfCode(compiled.space, code);
    return state < 0 ? `these settings are ruled out by ${ruledOutBy(compiled, code)}` : state;
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

/** The code with these settings, options not named at their first level. */
function codeOfView({ digits }: Space, { on, levels }: StateView): number {
  let code = 0;
  for (const { option, place } of digits) {
    const level = option.yesNo
      ? Number(on.includes(option.id))
      : option.levels.findIndex(({ id }) => id === levels[option.id]);
    code += place * Math.max(0, level);
  }
  return code;
}

/** Which constraints rule a combination out, as the file has them. */
function ruledOutBy({ standoff, space }: Compiled, code: number): string {
  const conditions = standoff.constraints.map(({ condition }) => condition);
  const holds = truthsAt(standoff, space, conditions, [code]);
  const broken = standoff.constraints.filter(
    ({ kind }, index) => (holds[index][0] === 1) === (kind === "never"),
  );
  return broken
    .map(({ kind, condition: { span } }) =>
      `\`${kind}: ${standoff.text.slice(span.start, span.end)}\``.replaceAll(/\s+/g, " "),
    )
    .join(" and ");
}
