import type { Expression } from "../model/expression.ts";
import type { Pattern, Preference, Setting, Statement } from "../model/standoff.ts";
import { forEachChunk, truths } from "./chunks.ts";
import { numberByOrder } from "./distinct.ts";
import type { Chunk, Evaluate } from "./evaluate.ts";
import type { Ranks } from "./game.ts";
import { codeOf, type Digit, feasibleIndex } from "./space.ts";
import { weightedValues } from "./values.ts";

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
      return fromStatements(preference.statements, ranked);
    case "ranking":
      return tiered(preference, ranked, gap);
    case "weights":
      return { kind: "ranked", ...weighted(preference, ranked, gap) };
    case "unanimous": {
      const members = preference.members.map((member) => ranksOf(member.preference, ranked, gap));
      return {
        kind: "unanimous",
        members: members.flatMap((each) => (each.kind === "unanimous" ? each.members : [each])),
      };
    }
  }
}

type RankArray = { rank: Int32Array; levels: number };

/**
 * Ordered statements with their strength, and with what is not known: two states are greatly apart if between them in the
 * ranking some neighbors are told apart by a strong statement, so that a ≽ b ≫ c ≽ d makes a ≫ d; and how they compare
 * is unknown if the statement that decides between them is.
 */
function fromStatements(statements: readonly Statement[], ranked: Ranked): Ranks {
  const ranking = prioritized(statements, ranked);
  const band = statements.some(({ strongly }) => strongly)
    ? { band: bandsOf(statements, ranking, ranked) }
    : {};
  const splits = statements.flatMap(({ unknown }, place) =>
    unknown
      ? [
          {
            before: prioritized(statements.slice(0, place), ranked).rank,
            through: prioritized(statements.slice(0, place + 1), ranked).rank,
          },
        ]
      : [],
  );
  if (splits.length === 0) return { kind: "ranked", ...ranking, ...band };
  return { kind: "partial", ...ranking, ...band, unknown: { splits, unranked: undefined } };
}

/** For each rank the number of strong gaps below it. O(S + levels · statements). */
function bandsOf(
  statements: readonly Statement[],
  { rank, levels }: RankArray,
  { chunk, evaluator, codes, count }: Ranked,
): Int32Array {
  const example = new Float64Array(levels);
  for (let at = 0; at < count; at++) example[rank[at]] = codes === undefined ? at : codes[at];
  const truth = statements.map(({ wants }) => truths(chunk, evaluator(wants), example, levels));
  const band = new Int32Array(levels);
  for (let level = 1; level < levels; level++) {
    const deciding = truth.findIndex((holds) => holds[level] !== holds[level - 1]);
    band[level] = band[level - 1] + (statements[deciding].strongly ? 1 : 0);
  }
  return band;
}

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
export function makeDense(values: Int32Array, bound: number): number {
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
): Ranks {
  const { tiers } = preference;
  const tierOf = new Int32Array(ranked.count).fill(tiers.length);
  // Of states whose order is unknown: which pattern of their tier they match, the first one counting from 1.
  const patternOf = new Int32Array(ranked.count);
  const listed: { tier: number; place: number; settings: readonly Setting[] }[] = [];
  const evaluates: { tier: number; place: number; evaluate: Evaluate }[] = [];
  const collect = (pattern: Pattern, tier: number, place = 0): void => {
    if (pattern.kind === "tie") for (const each of pattern.patterns) collect(each, tier, place);
    else if (pattern.kind === "unknown")
      for (const [index, each] of pattern.patterns.entries()) collect(each, tier, index + 1);
    else if (pattern.kind === "state") listed.push({ tier, place, settings: pattern.settings });
    else {
      const expression: Expression =
        pattern.kind === "expression"
          ? pattern.expression
          : { kind: "constant", value: true, span: preference.span };
      evaluates.push({ tier, place, evaluate: ranked.evaluator(expression) });
    }
  };
  tiers.forEach((tier, index) => {
    collect(tier.pattern, index);
  });
  const put = (at: number, tier: number, place: number) => {
    if (tierOf[at] < tier || (tierOf[at] === tier && patternOf[at] <= place)) return;
    tierOf[at] = tier;
    patternOf[at] = place;
  };
  for (const { tier, place, settings } of listed) {
    const at = feasibleIndex(ranked.codes, ranked.combinations, codeOf(ranked.digitOf, settings));
    if (at < 0) gap({ kind: "infeasible", preference, tier });
    else put(at, tier, place);
  }
  if (evaluates.length > 0) {
    forEachChunk(ranked.chunk, ranked.codes, ranked.count, (from, size) => {
      for (const { tier, place, evaluate } of evaluates) {
        const bits = evaluate();
        for (let at = 0; at < size; at++) {
          if (((bits[at >>> 5] >>> (at & 31)) & 1) === 1) put(from + at, tier, place);
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
  // From here on `tierOf` counts from below: the last tier is 1.
  const heightOf = tierOf.slice();
  const levels = makeDense(tierOf, tiers.length + 1);
  const ranking = { rank: tierOf, levels };
  const band = tiers.some(({ greatly }) => greatly) ? { band: new Int32Array(levels) } : {};
  if (band.band !== undefined) {
    for (let at = 0; at < ranked.count; at++) {
      const above = tiers.slice(tiers.length - heightOf[at]);
      band.band[tierOf[at]] = above.filter(({ greatly }) => greatly).length;
    }
  }
  const last = tiers.at(-1)?.pattern.kind === "unranked";
  if (!last && !tiers.some(({ pattern }) => pattern.kind === "unknown"))
    return { kind: "ranked", ...ranking, ...band };
  const unknown = {
    splits: [{ before: tierOf, through: patternOf }],
    unranked: last ? Uint8Array.from(heightOf, (height) => (height === 1 ? 1 : 0)) : undefined,
  };
  return { kind: "partial", ...ranking, ...band, unknown };
}

function weighted(
  preference: Extract<Preference, { form: "weights" }>,
  ranked: Ranked,
  gap: (gap: RankGap) => void,
): RankArray {
  const values = weightedValues(preference.statements, ranked);
  if (values === undefined) {
    gap({ kind: "inexact", preference });
    return { rank: new Int32Array(ranked.count), levels: 1 };
  }
  const { of, count } = numberByOrder(values.whole);
  return { rank: of, levels: count };
}
