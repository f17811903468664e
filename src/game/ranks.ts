import type { Expression } from "../model/expression.ts";
import type { Pattern, Preference, Setting, Statement } from "../model/standoff.ts";
import { forEachChunk } from "./chunks.ts";
import { numberByOrder } from "./distinct.ts";
import type { Chunk, Evaluate } from "./evaluate.ts";
import type { Ranks } from "./game.ts";
import { codeOf, type Digit, feasibleIndex } from "./space.ts";

/** What ranking needs of the feasible combinations. */
export type Ranked = {
  readonly chunk: Chunk;
  readonly evaluator: (expression: Expression) => Evaluate;
  readonly digitOf: ReadonlyMap<string, Digit>;
  readonly combinations: number;
  readonly codes: Uint32Array | Float64Array | undefined;
  readonly count: number;
};

/** A ranking that leaves feasible combinations out (`unranked`: how many, and one of them), or lists infeasible ones. */
export type RankGap =
  | {
      readonly kind: "unranked";
      readonly preference: Preference;
      readonly count: number;
      readonly example: number;
    }
  | { readonly kind: "infeasible"; readonly preference: Preference; readonly tier: number }
  /** Weights whose sums could not be told apart exactly. */
  | { readonly kind: "inexact"; readonly preference: Preference };

/** The ranks that a preference gives the feasible combinations. O(S · statements). */
export function ranksOf(preference: Preference, ranked: Ranked, gap: (gap: RankGap) => void): Ranks {
  switch (preference.form) {
    case "statements":
      return { kind: "ranked", ...prioritized(preference.statements, ranked) };
    case "ranking":
      return { kind: "ranked", ...tiered(preference, ranked, gap) };
    case "weights":
      return { kind: "ranked", ...weighted(preference, ranked, gap) };
    case "unanimous": {
      const members = preference.members.map((member) => ranksOf(member.preference, ranked, gap));
      return {
        kind: "unanimous",
        members: members.flatMap((each) => (each.kind === "ranked" ? [each] : each.members)),
      };
    }
  }
}

type RankArray = { rank: Int32Array; levels: number };

/**
 * Option prioritization (Peng, Hipel, Kilgour & Fang 1997): the most important statement on which two states differ
 * decides. Equal to the score Σ 2^(k−q), but computed by refining classes of tied states, some statements at a time, so
 * that it is exact however many statements there are.
 */
function prioritized(statements: readonly Statement[], ranked: Ranked): RankArray {
  const rank = new Int32Array(ranked.count);
  let levels = Math.min(1, ranked.count);
  const evaluates = statements.map((statement) => ranked.evaluator(statement.wants));
  const roomy = 2 ** Math.max(16, Math.ceil(Math.log2(ranked.count + 1)) + 1);
  for (let done = 0; done < evaluates.length; ) {
    let batch = 1;
    while (batch < 16 && done + batch < evaluates.length && levels * 2 ** (batch + 1) <= roomy) batch++;
    const some = evaluates.slice(done, done + batch);
    forEachChunk(ranked.chunk, ranked.codes, ranked.count, (from, size) => {
      for (const evaluate of some) {
        const bits = evaluate();
        for (let at = 0; at < size; at++) {
          rank[from + at] = (rank[from + at] << 1) | ((bits[at >>> 5] >>> (at & 31)) & 1);
        }
      }
    });
    levels = makeDense(rank, levels * 2 ** batch);
    done += batch;
  }
  return { rank, levels };
}

/** Renumbers values 0…bound−1 so that those that occur are 0…levels−1 in the same order; returns how many occur. */
function makeDense(values: Int32Array, bound: number): number {
  const place = new Int32Array(bound);
  for (let at = 0; at < values.length; at++) place[values[at]] = 1;
  let levels = 0;
  for (let value = 0; value < bound; value++) {
    if (place[value] === 1) place[value] = levels++;
  }
  for (let at = 0; at < values.length; at++) values[at] = place[values[at]];
  return levels;
}

/** The first tier a state matches counts; tiers that rank nothing leave no gap. */
function tiered(
  preference: Extract<Preference, { form: "ranking" }>,
  ranked: Ranked,
  gap: (gap: RankGap) => void,
): RankArray {
  const { tiers } = preference;
  const tierOf = new Int32Array(ranked.count).fill(tiers.length);
  const listed: { tier: number; settings: readonly Setting[] }[] = [];
  const evaluates: { tier: number; evaluate: Evaluate }[] = [];
  const collect = (pattern: Pattern, tier: number): void => {
    if (pattern.kind === "tie") for (const each of pattern.patterns) collect(each, tier);
    else if (pattern.kind === "state") listed.push({ tier, settings: pattern.settings });
    else if (pattern.kind === "expression")
      evaluates.push({ tier, evaluate: ranked.evaluator(pattern.expression) });
    else
      evaluates.push({
        tier,
        evaluate: ranked.evaluator({ kind: "constant", value: true, span: preference.span }),
      });
  };
  tiers.forEach((tier, index) => {
    collect(tier.pattern, index);
  });
  for (const { tier, settings } of listed) {
    const at = feasibleIndex(ranked.codes, ranked.combinations, codeOf(ranked.digitOf, settings));
    if (at < 0) gap({ kind: "infeasible", preference, tier });
    else tierOf[at] = Math.min(tierOf[at], tier);
  }
  if (evaluates.length > 0) {
    forEachChunk(ranked.chunk, ranked.codes, ranked.count, (from, size) => {
      for (const { tier, evaluate } of evaluates) {
        const bits = evaluate();
        for (let at = 0; at < size; at++) {
          if (((bits[at >>> 5] >>> (at & 31)) & 1) === 1 && tierOf[from + at] > tier)
            tierOf[from + at] = tier;
        }
      }
    });
  }
  let unranked = 0;
  let example = -1;
  for (let at = 0; at < ranked.count; at++) {
    if (tierOf[at] === tiers.length) {
      if (unranked++ === 0) example = at;
    }
    tierOf[at] = tiers.length - tierOf[at];
  }
  if (unranked > 0) gap({ kind: "unranked", preference, count: unranked, example });
  return { rank: tierOf, levels: makeDense(tierOf, tiers.length + 1) };
}

/** Sums of decimal weights, scaled to whole numbers first so that ties are ties. */
function weighted(
  preference: Extract<Preference, { form: "weights" }>,
  ranked: Ranked,
  gap: (gap: RankGap) => void,
): RankArray {
  const { statements } = preference;
  const weights = wholeWeights(statements.map((statement) => statement.weight));
  if (weights === undefined) {
    gap({ kind: "inexact", preference });
    return { rank: new Int32Array(ranked.count), levels: 1 };
  }
  const value = new Float64Array(ranked.count);
  const evaluates = statements.map((statement) => ranked.evaluator(statement.wants));
  forEachChunk(ranked.chunk, ranked.codes, ranked.count, (from, size) => {
    evaluates.forEach((evaluate, index) => {
      const bits = evaluate();
      for (let at = 0; at < size; at++) {
        if (((bits[at >>> 5] >>> (at & 31)) & 1) === 1) value[from + at] += weights[index];
      }
    });
  });
  const { of, count } = numberByOrder(value);
  return { rank: of, levels: count };
}

/** Decimal texts as whole numbers in the same proportion; undefined when sums of them could not be exact. */
function wholeWeights(texts: readonly string[]): number[] | undefined {
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
  return whole.map(Number);
}
