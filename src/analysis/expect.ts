import { BIT, CONCEPTS, type Concept } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import { matching } from "./matching.ts";

/** Whether some equilibrium, of one of the concepts given, satisfies the expression. Cost: see `stabilities`. */
export function expectation(
  compiled: Compiled,
  expression: Expression,
  concepts: readonly Concept[] = CONCEPTS,
): boolean {
  const wanted = concepts.reduce((mask, concept) => mask | BIT[concept], 0);
  const { equilibria } = stabilities(compiled.game);
  const holds = matching(compiled, expression);
  return equilibria.some((mask, state) => (mask & wanted) !== 0 && holds[state] === 1);
}
