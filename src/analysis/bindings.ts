import { BIT, type Concept } from "../engine/concepts.ts";
import { reachableFrom } from "../engine/reachability.ts";
import { stabilities } from "../engine/stability.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { codeOfState, levelIn, stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";
import type { BindingFinding } from "./findings.ts";
import { matching } from "./matching.ts";

/**
 * What a guarantor can offer: for every option and level, what if its owner were bound to it, or barred from it. Bound, only
 * states with that level are left, and it starts with it; barred, only states without. Listed are those after which more goal
 * states hold, though fewer states are left, or one comes within reach of steps that each serve their mover; first those in
 * reach, then by how many hold. One compilation and one `stabilities` for each level of each option.
 */
export function bindings(
  compiled: Compiled,
  goal: Expression,
  start: number,
  concept: Concept,
): BindingFinding[] {
  const { standoff, space } = compiled;
  const now = measure(compiled, goal, codeOfState(space, start), concept);
  const span = { start: 0, end: 0 };
  const found = space.digits.flatMap(({ option, party, place, radix }): BindingFinding[] =>
    option.levels.flatMap(({ id: level }, number) => {
      const code = codeOfState(space, start);
      const here = levelIn(code, { option, party, place, radix });
      const condition: Expression = option.yesNo
        ? number === 1
          ? { kind: "holds", id: option.id, span }
          : { kind: "not", operand: { kind: "holds", id: option.id, span }, span }
        : { kind: "compare", option: option.id, operator: "=", level, span };
      const tried: ["bound" | "barred", "always" | "never", number][] = [
        ["bound", "always", code + (number - here) * place],
        // Barring one of two levels is binding to the other.
        ...(radix > 2 && here !== number
          ? ([["barred", "never", code]] as ["barred", "never", number][])
          : []),
      ];
      return tried.flatMap(([how, kind, from]): BindingFinding[] => {
        const rule = { kind, condition, why: undefined, because: [], span };
        const changed: Standoff = {
          ...standoff,
          constraints: [...standoff.constraints, rule],
          statusQuo: undefined,
        };
        const bound = compile(changed).compiled;
        if (bound === undefined) return [];
        const then = measure(bound, goal, from, concept);
        if (then.holding <= now.holding && (now.reached || !then.reached)) return [];
        return [{ option: option.id, party: option.owner, how, level, ...then }];
      });
    }),
  );
  return found.sort((a, b) => Number(b.reached) - Number(a.reached) || b.holding - a.holding);
}

/** How many goal states hold, and whether one of these is in reach by improvements. */
function measure(
  compiled: Compiled,
  goal: Expression,
  code: number,
  concept: Concept,
): { readonly holding: number; readonly reached: boolean } {
  const { game, space } = compiled;
  const meets = matching(compiled, goal);
  const { equilibria } = stabilities(game);
  const start = stateOfCode(space, code);
  const reach = start < 0 ? undefined : reachableFrom(game, start, true);
  let holding = 0;
  let reached = false;
  for (let state = 0; state < game.states; state++) {
    if (meets[state] === 0) continue;
    if ((equilibria[state] & BIT[concept]) === 0) continue;
    holding++;
    if (reach !== undefined && reach.distance[state] >= 0) reached = true;
  }
  return { holding, reached };
}
