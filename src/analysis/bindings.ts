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
 * states with that level are left, and it starts with it; barred, only states without. Listed are those after which a goal state
 * comes within reach of steps that each serve their mover, more goal states hold though fewer states are left, or they are a
 * greater share of all outcomes that would hold; first those in reach, then by that share, then by how many hold. One
 * compilation and one `stabilities` for each level of each option; when `outOfTime` says so the others are left `untried`.
 */
export function bindings(
  compiled: Compiled,
  goal: Expression,
  start: number,
  concept: Concept,
  {
    onProgress = () => {},
    outOfTime = () => false,
  }: { onProgress?: (done: number) => void; outOfTime?: () => boolean } = {},
): { found: BindingFinding[]; untried: number } {
  const { standoff, space } = compiled;
  const now = measure(compiled, goal, codeOfState(space, start), concept);
  let untried = 0;
  const span = { start: 0, end: 0 };
  const found = space.digits.flatMap(({ option, party, place, radix }, digit): BindingFinding[] =>
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
      onProgress((digit + number / radix) / space.digits.length);
      return tried.flatMap(([how, kind, from]): BindingFinding[] => {
        if (outOfTime()) {
          untried++;
          return [];
        }
        const rule = { kind, condition, why: undefined, confidence: undefined, because: [], span };
        const changed: Standoff = {
          ...standoff,
          constraints: [...standoff.constraints, rule],
          statusQuo: undefined,
        };
        const bound = compile(changed).compiled;
        if (bound === undefined) return [];
        const then = measure(bound, goal, from, concept);
        const share = then.holding * now.outcomes - now.holding * then.outcomes;
        if (then.holding <= now.holding && share <= 0 && (now.reached || !then.reached)) return [];
        return [{ option: option.id, party: option.owner, how, level, ...then }];
      });
    }),
  );
  found.sort(
    (a, b) =>
      Number(b.reached) - Number(a.reached) ||
      b.holding * a.outcomes - a.holding * b.outcomes ||
      b.holding - a.holding,
  );
  return { found, untried };
}

/** How many outcomes hold, how many of these meet the goal, and whether one of those is in reach by improvements. */
function measure(
  compiled: Compiled,
  goal: Expression,
  code: number,
  concept: Concept,
): { readonly holding: number; readonly outcomes: number; readonly reached: boolean } {
  const { game, space } = compiled;
  const meets = matching(compiled, goal);
  const { equilibria } = stabilities(game);
  const start = stateOfCode(space, code);
  const reach = start < 0 ? undefined : reachableFrom(game, start, true);
  let holding = 0;
  let outcomes = 0;
  let reached = false;
  for (let state = 0; state < game.states; state++) {
    if ((equilibria[state] & BIT[concept]) === 0) continue;
    outcomes++;
    if (meets[state] === 0) continue;
    holding++;
    if (reach !== undefined && reach.distance[state] >= 0) reached = true;
  }
  return { holding, outcomes, reached };
}
