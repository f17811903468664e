import type { Comparison, Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";
import type { Digit } from "./space.ts";

/**
 * Expressions computed for many states at a time: a *chunk* of up to 2^15 combinations is a bit vector, 32 to a word,
 * so that `a and not b` costs two operations for 32 states. Nothing is allocated per state or per chunk.
 */
export const CHUNK = 1 << 15;
const WORDS = CHUNK >>> 5;

/** "The option stands at this level or higher", as bits of the chunk at hand. The only thing expressions are built from. */
export type Threshold = {
  readonly digit: Digit;
  readonly level: number;
  readonly bits: Uint32Array;
  /** The bits of all combinations of a list, kept while the same list is walked over again. */
  list?: { readonly codes: Uint32Array | Float64Array; readonly bits: Uint32Array };
};

/** The chunk at hand: `thresholds` are filled by whoever moves from chunk to chunk and counts `serial` up. */
export type Chunk = { serial: number; readonly thresholds: Threshold[] };

/** Computes the expression for the chunk at hand; the result is overwritten by the next call. */
export type Evaluate = () => Uint32Array;

/**
 * Makes the evaluators of expressions over one standoff. Evaluators of the same maker share thresholds and outcomes,
 * and an outcome used in many places is computed once a chunk, however deeply outcomes are built on outcomes.
 */
export function evaluatorsOf(
  standoff: Standoff,
  digitOf: ReadonlyMap<string, Digit>,
): { chunk: Chunk; evaluator: (expression: Expression) => Evaluate } {
  const chunk: Chunk = { serial: 0, thresholds: [] };
  const outcomes = new Map<string, Evaluate>();
  const always = new Uint32Array(WORDS).fill(0xffffffff);
  const never = new Uint32Array(WORDS);

  const threshold = (digit: Digit, level: number): Uint32Array => {
    if (level <= 0) return always;
    if (level >= digit.radix) return never;
    const known = chunk.thresholds.find((each) => each.digit === digit && each.level === level);
    if (known !== undefined) return known.bits;
    const bits = new Uint32Array(WORDS);
    chunk.thresholds.push({ digit, level, bits });
    return bits;
  };

  const outcome = (id: string): Evaluate => {
    const known = outcomes.get(id);
    if (known !== undefined) return known;
    const evaluate = evaluator(standoff.outcomes.find((each) => each.id === id)!.when);
    const bits = new Uint32Array(WORDS);
    let serial = -1;
    const once = () => {
      if (serial !== chunk.serial) bits.set(evaluate());
      serial = chunk.serial;
      return bits;
    };
    outcomes.set(id, once);
    return once;
  };

  const evaluator = (expression: Expression): Evaluate => {
    switch (expression.kind) {
      case "constant": {
        const bits = expression.value ? always : never;
        return () => bits;
      }
      case "holds": {
        const digit = digitOf.get(expression.id);
        if (digit === undefined) return outcome(expression.id);
        const bits = threshold(digit, 1);
        return () => bits;
      }
      case "compare":
        return comparison(expression.option, expression.operator, expression.level);
      case "not": {
        const operand = evaluator(expression.operand);
        return combine(operand, operand, (a) => ~a);
      }
      case "and":
        return expression.operands
          .map(evaluator)
          .reduce((left, right) => combine(left, right, (a, b) => a & b));
      case "or":
        return expression.operands
          .map(evaluator)
          .reduce((left, right) => combine(left, right, (a, b) => a | b));
      case "xor":
        return combine(evaluator(expression.left), evaluator(expression.right), (a, b) => a ^ b);
      case "iff":
        return combine(evaluator(expression.left), evaluator(expression.right), (a, b) => ~(a ^ b));
      case "implies":
        return combine(evaluator(expression.left), evaluator(expression.right), (a, b) => ~a | b);
      case "count":
        return counting(expression.operands.map(evaluator), expression.bound, expression.count);
    }
  };

  const comparison = (option: string, operator: Comparison, levelId: string): Evaluate => {
    const digit = digitOf.get(option)!;
    const level = digit.option.levels.findIndex((each) => each.id === levelId);
    const from = threshold(digit, level);
    const above = threshold(digit, level + 1);
    const bits =
      (read: Uint32Array): Evaluate =>
      () =>
        read;
    const both = (operation: (a: number, b: number) => number) => combine(bits(from), bits(above), operation);
    switch (operator) {
      case "=":
        return both((a, b) => a & ~b);
      case "!=":
        return both((a, b) => ~a | b);
      case ">=":
        return bits(from);
      case ">":
        return bits(above);
      case "<":
        return both((a) => ~a);
      case "<=":
        return both((_, b) => ~b);
    }
  };

  return { chunk, evaluator };
}

function combine(left: Evaluate, right: Evaluate, operation: (a: number, b: number) => number): Evaluate {
  const bits = new Uint32Array(WORDS);
  return () => {
    const a = left();
    const b = left === right ? a : right();
    for (let word = 0; word < WORDS; word++) bits[word] = operation(a[word], b[word]);
    return bits;
  };
}

/** How many of the operands hold, as a binary number of bit planes added up 32 states at a time, against a bound. */
function counting(
  operands: readonly Evaluate[],
  bound: "exactly" | "at most" | "at least",
  count: number,
): Evaluate {
  const planes = Array.from({ length: 32 - Math.clz32(operands.length) }, () => new Uint32Array(WORDS));
  const equal = new Uint32Array(WORDS);
  const more = new Uint32Array(WORDS);
  if (count >= 2 ** planes.length) {
    const bits = new Uint32Array(WORDS).fill(bound === "at most" ? 0xffffffff : 0);
    return () => bits;
  }
  return () => {
    for (const plane of planes) plane.fill(0);
    for (const operand of operands) {
      const bits = operand();
      for (let word = 0; word < WORDS; word++) {
        let carry = bits[word];
        for (let plane = 0; carry !== 0 && plane < planes.length; plane++) {
          const sum = planes[plane][word] ^ carry;
          carry &= planes[plane][word];
          planes[plane][word] = sum;
        }
      }
    }
    equal.fill(0xffffffff);
    more.fill(0);
    for (let plane = planes.length - 1; plane >= 0; plane--) {
      const wanted = (count >>> plane) & 1;
      for (let word = 0; word < WORDS; word++) {
        const bit = planes[plane][word];
        if (wanted === 0) more[word] |= equal[word] & bit;
        equal[word] &= wanted === 1 ? bit : ~bit;
      }
    }
    if (bound === "exactly") return equal;
    for (let word = 0; word < WORDS; word++) {
      more[word] = bound === "at least" ? more[word] | equal[word] : ~more[word];
    }
    return more;
  };
}
