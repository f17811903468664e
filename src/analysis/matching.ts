import { truths } from "../game/chunks.ts";
import type { Compiled } from "../game/compile.ts";
import { evaluatorsOf } from "../game/evaluate.ts";
import type { Space } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";

/** A byte per state: 1 where the expression holds; for a merged state, where it holds in some member. O(S · expression). */
export function matching({ standoff, space, game }: Compiled, expression: Expression): Uint8Array {
  const { chunk, evaluator } = evaluatorsOf(standoff, space.digitOf);
  const raw = truths(chunk, evaluator(expression), space.codes, space.feasible);
  if (space.merged === undefined) return raw;
  const holds = new Uint8Array(game.states);
  for (let at = 0; at < raw.length; at++) holds[space.merged.stateOf[at]] |= raw[at];
  return holds;
}

/** The truth of several expressions in a few given combinations: one row per expression, one byte per code. */
export function truthsAt(
  standoff: Standoff,
  space: Space,
  expressions: readonly Expression[],
  codes: readonly number[],
): Uint8Array[] {
  const { chunk, evaluator } = evaluatorsOf(standoff, space.digitOf);
  const list = Float64Array.from(codes);
  return expressions.map((expression) => truths(chunk, evaluator(expression), list, list.length));
}
