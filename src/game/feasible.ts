import type { Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";
import { forEachHolding, setRun } from "./chunks.ts";
import { CHUNK, evaluatorsOf } from "./evaluate.ts";
import type { Limits } from "./limits.ts";
import type { Digit } from "./space.ts";

export type Feasible =
  | { readonly ok: true; readonly count: number; readonly codes: Uint32Array | Float64Array | undefined }
  | { readonly ok: false; readonly limit: "states" | "blocks" };

/**
 * The feasible combinations, ascending. The high digits are set one by one, dropping a branch as soon as some constraint
 * is violated whatever the rest says; the low digits, up to 2^15 combinations, are computed as one chunk. So a long list
 * of options of which few combinations are feasible costs by what is feasible, not by what is conceivable.
 */
export function feasibleCodes(
  standoff: Standoff,
  digits: readonly Digit[],
  digitOf: ReadonlyMap<string, Digit>,
  limits: Limits,
): Feasible {
  const combinations = digits.reduce((product, digit) => product * digit.radix, 1);
  if (standoff.constraints.length === 0) {
    return combinations > limits.states
      ? { ok: false, limit: "states" }
      : { ok: true, count: combinations, codes: undefined };
  }
  const { chunk, evaluator } = evaluatorsOf(standoff, digitOf);
  const constraints = standoff.constraints.map(({ kind, condition }) => ({
    wanted: kind === "always",
    condition,
    evaluate: evaluator(condition),
  }));
  const outcomes = new Map(standoff.outcomes.map((outcome) => [outcome.id, outcome.when]));
  let low = 0;
  let block = 1;
  while (low < digits.length && block * digits[low].radix <= CHUNK) block *= digits[low++].radix;
  for (const { bits, digit, level } of chunk.thresholds) {
    if (digit.place < block) setRun(bits, digit, level, 0, block);
  }

  const found = growing(combinations);
  const levels = new Map<string, number>();
  let blocks = 0;
  const alive = new Uint32Array(CHUNK >>> 5);

  const visitBlock = (base: number): boolean => {
    if (++blocks > limits.blocks) return false;
    chunk.serial++;
    for (const { bits, digit, level } of chunk.thresholds) {
      if (digit.place >= block) bits.fill(levels.get(digit.option.id)! >= level ? 0xffffffff : 0);
    }
    alive.fill(0xffffffff);
    for (const { wanted, evaluate } of constraints) {
      const bits = evaluate();
      for (let word = 0; word < alive.length; word++) alive[word] &= wanted ? bits[word] : ~bits[word];
    }
    forEachHolding(alive, base, block, found.push);
    return true;
  };

  const setDigit = (position: number, base: number): boolean => {
    if (position < low) return visitBlock(base);
    const digit = digits[position];
    for (let level = 0; level < digit.radix; level++) {
      levels.set(digit.option.id, level);
      const memo = new Map<string, boolean | undefined>();
      const violated = constraints.some(
        ({ wanted, condition }) => partialTruth(condition, levels, digitOf, outcomes, memo) === !wanted,
      );
      if (!violated && !setDigit(position - 1, base + level * digit.place)) return false;
      if (found.count() > limits.states) return false;
    }
    levels.delete(digit.option.id);
    return true;
  };

  if (!setDigit(digits.length - 1, 0)) {
    return { ok: false, limit: found.count() > limits.states ? "states" : "blocks" };
  }
  const count = found.count();
  if (count > limits.states) return { ok: false, limit: "states" };
  return { ok: true, count, codes: count === combinations ? undefined : found.codes() };
}

/** The truth of an expression when only some options are set; undefined when the rest decides. */
function partialTruth(
  expression: Expression,
  levels: ReadonlyMap<string, number>,
  digitOf: ReadonlyMap<string, Digit>,
  outcomes: ReadonlyMap<string, Expression>,
  memo: Map<string, boolean | undefined>,
): boolean | undefined {
  const truth = (each: Expression) => partialTruth(each, levels, digitOf, outcomes, memo);
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "holds": {
      if (digitOf.has(expression.id)) {
        const level = levels.get(expression.id);
        return level === undefined ? undefined : level > 0;
      }
      if (!memo.has(expression.id)) memo.set(expression.id, truth(outcomes.get(expression.id)!));
      return memo.get(expression.id);
    }
    case "compare": {
      const level = levels.get(expression.option);
      if (level === undefined) return undefined;
      const against = digitOf
        .get(expression.option)!
        .option.levels.findIndex((each) => each.id === expression.level);
      switch (expression.operator) {
        case "=":
          return level === against;
        case "!=":
          return level !== against;
        case "<":
          return level < against;
        case "<=":
          return level <= against;
        case ">":
          return level > against;
        case ">=":
          return level >= against;
      }
      return undefined;
    }
    case "not": {
      const operand = truth(expression.operand);
      return operand === undefined ? undefined : !operand;
    }
    case "and":
    case "or": {
      const deciding = expression.kind === "or";
      const operands = expression.operands.map(truth);
      if (operands.includes(deciding)) return deciding;
      return operands.includes(undefined) ? undefined : !deciding;
    }
    case "xor":
    case "iff": {
      const left = truth(expression.left);
      const right = truth(expression.right);
      if (left === undefined || right === undefined) return undefined;
      return (left === right) === (expression.kind === "iff");
    }
    case "implies": {
      const left = truth(expression.left);
      const right = truth(expression.right);
      if (left === false || right === true) return true;
      return left === undefined || right === undefined ? undefined : false;
    }
    case "count": {
      const operands = expression.operands.map(truth);
      const least = operands.filter((each) => each === true).length;
      const most = least + operands.filter((each) => each === undefined).length;
      const { bound, count } = expression;
      if (bound !== "at most" && most < count) return false;
      if (bound !== "at least" && least > count) return false;
      if (bound === "at least") return least >= count ? true : undefined;
      if (bound === "at most") return most <= count ? true : undefined;
      return least === most ? true : undefined;
    }
  }
}

function growing(bound: number) {
  const make = (size: number) => (bound <= 2 ** 32 ? new Uint32Array(size) : new Float64Array(size));
  let codes = make(1024);
  let count = 0;
  return {
    push: (code: number) => {
      if (count === codes.length) {
        const larger = make(count * 2);
        larger.set(codes);
        codes = larger;
      }
      codes[count++] = code;
    },
    count: () => count,
    codes: () => codes.slice(0, count),
  };
}
