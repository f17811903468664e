import type { Expression } from "../model/expression.ts";
import type { WeightedStatement } from "../model/standoff.ts";
import { forEachChunk } from "./chunks.ts";
import type { Chunk, Evaluate } from "./evaluate.ts";

/** What each of some combinations is worth to a party: `whole[at]` / 10^`decimals`, exactly. */
export type Values = { readonly whole: Float64Array; readonly decimals: number };

/**
 * Sums of decimal weights, scaled to whole numbers first so that ties are ties; undefined when the sums could not be exact. What
 * holds nowhere counts nothing, so a party without statements values everything at 0. O(count · statements).
 */
export function weightedValues(
  statements: readonly WeightedStatement[],
  {
    chunk,
    evaluator,
    codes,
    count,
  }: {
    readonly chunk: Chunk;
    readonly evaluator: (expression: Expression) => Evaluate;
    readonly codes: Uint32Array | Float64Array | undefined;
    readonly count: number;
  },
): Values | undefined {
  const weights = wholeWeights(statements.map((statement) => statement.weight));
  if (weights === undefined) return undefined;
  const whole = new Float64Array(count);
  const evaluates = statements.map((statement) => evaluator(statement.wants));
  forEachChunk(chunk, codes, count, (from, size) => {
    evaluates.forEach((evaluate, index) => {
      const bits = evaluate();
      for (let at = 0; at < size; at++) {
        if (((bits[at >>> 5] >>> (at & 31)) & 1) === 1) whole[from + at] += weights.whole[index];
      }
    });
  });
  return { whole, decimals: weights.decimals };
}

/** Decimal texts as whole numbers over one power of ten; undefined when sums of them could not be exact. */
function wholeWeights(texts: readonly string[]): { whole: number[]; decimals: number } | undefined {
  const parts = texts.map((text) => {
    const [mantissa, exponent] = text.toLowerCase().split("e");
    const [whole, fraction = ""] = mantissa.split(".");
    return { digits: BigInt(whole + fraction), shift: Number(exponent ?? 0) - fraction.length };
  });
  const least = Math.min(0, ...parts.map((part) => part.shift));
  if (parts.some((part) => part.shift - least > 400)) return undefined;
  const whole = parts.map((part) => part.digits * 10n ** BigInt(part.shift - least));
  const total = whole.reduce((sum, each) => sum + (each < 0n ? -each : each), 0n);
  if (total >= 2n ** 53n) return undefined;
  return { whole: whole.map(Number), decimals: -least };
}
