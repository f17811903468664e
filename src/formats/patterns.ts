import type { Comparison, Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";

/** Settings of yes/no switches, by the number of the switch, all to hold. No entry: holds always. */
export type Pattern = ReadonlyMap<number, boolean>;

/** How an option is written with yes/no switches only. */
export type Switches = {
  /** Number of the option's first switch; level l ≥ 1 has switch `first + l − 1`. */
  readonly first: number;
  /** `ladder`: a switch is on from its level upwards; `choice`: at its level only. A yes/no option is either. */
  readonly form: "ladder" | "choice";
  readonly levels: readonly string[];
};

/**
 * An expression as patterns, any of which makes it true: its disjunctive normal form over switches, without patterns that another one
 * covers. Undefined when that takes more than `most` patterns at any point; the form can be exponentially larger.
 */
export function patternsOf(
  expression: Expression,
  standoff: Standoff,
  switchesOf: ReadonlyMap<string, Switches>,
  most: number,
  negated = false,
): Pattern[] | undefined {
  const outcomes = new Map(standoff.outcomes.map((outcome) => [outcome.id, outcome.when]));

  const expand = (each: Expression, not: boolean): Pattern[] | undefined => {
    switch (each.kind) {
      case "constant":
        return each.value !== not ? [new Map()] : [];
      case "holds": {
        const switches = switchesOf.get(each.id);
        if (switches !== undefined) return [new Map([[switches.first, !not]])];
        return expand(outcomes.get(each.id)!, not);
      }
      case "compare":
        return comparison(switchesOf.get(each.option)!, each.operator, each.level, not, most);
      case "not":
        return expand(each.operand, !not);
      case "and":
      case "or":
        return (each.kind === "and") !== not
          ? every(
              each.operands.map((operand) => expand(operand, not)),
              most,
            )
          : any(
              each.operands.map((operand) => expand(operand, not)),
              most,
            );
      case "implies":
        return not
          ? every([expand(each.left, false), expand(each.right, true)], most)
          : any([expand(each.left, true), expand(each.right, false)], most);
      case "xor":
      case "iff": {
        const same = (each.kind === "iff") !== not;
        return any(
          [
            every([expand(each.left, false), expand(each.right, !same)], most),
            every([expand(each.left, true), expand(each.right, same)], most),
          ],
          most,
        );
      }
      case "count": {
        const yes = each.operands.map((operand) => expand(operand, false));
        const no = each.operands.map((operand) => expand(operand, true));
        const total = each.operands.length;
        const atLeast = (wanted: number) => atLeastOf(yes, wanted, most);
        const atMost = (wanted: number) => atLeastOf(no, total - wanted, most);
        if (each.bound === "at least") return not ? atMost(each.count - 1) : atLeast(each.count);
        if (each.bound === "at most") return not ? atLeast(each.count + 1) : atMost(each.count);
        return not
          ? any([atLeast(each.count + 1), atMost(each.count - 1)], most)
          : every([atLeast(each.count), atMost(each.count)], most);
      }
    }
  };
  return expand(expression, negated);
}

/** A comparison over the switches of its option; outside its range a threshold always or never holds. */
function comparison(
  switches: Switches,
  operator: Comparison,
  levelId: string,
  not: boolean,
  most: number,
): Pattern[] | undefined {
  const { first, form, levels } = switches;
  const level = levels.indexOf(levelId);
  const holds = levels.flatMap((_, at) => (compares(at, operator, level) !== not ? [at] : []));
  if (holds.length === 0) return [];
  if (holds.length === levels.length) return [new Map()];
  if (form === "ladder") {
    // Runs of levels: on from the first of the run, off above the last.
    const runs = holds.filter((at) => !holds.includes(at - 1));
    return any(
      runs.map((from) => {
        let to = from;
        while (holds.includes(to + 1)) to++;
        const pattern = new Map<number, boolean>();
        if (from > 0) pattern.set(first + from - 1, true);
        if (to < levels.length - 1) pattern.set(first + to, false);
        return [pattern];
      }),
      most,
    );
  }
  if (holds.includes(0)) {
    const others = levels.flatMap((_, at) =>
      holds.includes(at) ? [] : [[first + at - 1, false] as [number, boolean]],
    );
    return [new Map(others)];
  }
  return holds.map((at) => new Map([[first + at - 1, true]]));
}

function compares(at: number, operator: Comparison, level: number): boolean {
  switch (operator) {
    case "=":
      return at === level;
    case "!=":
      return at !== level;
    case "<":
      return at < level;
    case "<=":
      return at <= level;
    case ">":
      return at > level;
    case ">=":
      return at >= level;
  }
}

/** At least `wanted` of the operands: with the first and one less of the rest, or of the rest alone. */
function atLeastOf(
  operands: readonly (Pattern[] | undefined)[],
  wanted: number,
  most: number,
): Pattern[] | undefined {
  if (wanted <= 0) return [new Map()];
  if (wanted > operands.length) return [];
  // fewer[k]: at least k of the operands from here to the end.
  let fewer: (Pattern[] | undefined)[] = [[new Map()], ...Array<Pattern[]>(wanted).fill([])];
  for (const operand of operands.toReversed()) {
    const before = fewer;
    fewer = before.map((without, index) =>
      index === 0 ? without : any([every([operand, before[index - 1]], most), without], most),
    );
  }
  return fewer[wanted];
}

function any(parts: readonly (Pattern[] | undefined)[], most: number): Pattern[] | undefined {
  const all: Pattern[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    all.push(...part);
    if (all.length > most * 4) return undefined;
  }
  return withoutCovered(all, most);
}

function every(parts: readonly (Pattern[] | undefined)[], most: number): Pattern[] | undefined {
  let product: Pattern[] = [new Map()];
  for (const part of parts) {
    if (part === undefined) return undefined;
    const next: Pattern[] = [];
    for (const left of product) {
      for (const right of part) {
        const both = together(left, right);
        if (both !== undefined) next.push(both);
        if (next.length > most * 4) return undefined;
      }
    }
    const kept = withoutCovered(next, most);
    if (kept === undefined) return undefined;
    product = kept;
  }
  return product;
}

/** Undefined when they contradict each other. */
function together(left: Pattern, right: Pattern): Pattern | undefined {
  const both = new Map(left);
  for (const [number, on] of right) {
    if (both.get(number) === !on) return undefined;
    both.set(number, on);
  }
  return both;
}

/** Drops a pattern when a less demanding one is there; undefined when more than `most` are left. O(patterns · most · switches). */
function withoutCovered(patterns: readonly Pattern[], most: number): Pattern[] | undefined {
  const kept: Pattern[] = [];
  const byDemand = [...patterns.keys()].sort((a, b) => patterns[a].size - patterns[b].size || a - b);
  const keep = new Set<number>();
  for (const index of byDemand) {
    const pattern = patterns[index];
    if (kept.some((wider) => [...wider].every(([number, on]) => pattern.get(number) === on))) continue;
    kept.push(pattern);
    if (kept.length > most) return undefined;
    keep.add(index);
  }
  return patterns.filter((_, index) => keep.has(index));
}
