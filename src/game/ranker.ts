import type { Expression } from "../model/expression.ts";
import type { Preference } from "../model/standoff.ts";
import { membersByRank } from "./cells.ts";
import { truths } from "./chunks.ts";
import type { Compiled } from "./compile.ts";
import { evaluatorsOf } from "./evaluate.ts";
import type { Moves, Ranks, SinglyRanked } from "./game.ts";
import { mergeRanks } from "./merge.ts";
import { makeDense, type Ranked, ranksOf } from "./ranks.ts";

/**
 * Ranks the states of a compiled standoff by preferences other than its own. The truth of a statement is computed once, for as long
 * as its expression is the same object; a list of statements is then ranked in O(S · statements), without the strength of
 * statements, which no equilibrium rests on. Merged states must not be told apart by the preference: see `tellsApart`.
 */
export function rankerOf({ standoff, space, game }: Compiled): {
  rank: (preference: Preference) => Ranks;
  tellsApart: (expression: Expression) => boolean;
} {
  const { chunk, evaluator } = evaluatorsOf(standoff, space.digitOf);
  const { digitOf, combinations, codes, feasible: count, merged } = space;
  const ranked: Ranked = { chunk, evaluator, digitOf, combinations, codes, count };
  const known = new Map<Expression, Uint8Array>();
  const raw = (expression: Expression) => truths(chunk, evaluator(expression), codes, count);
  const truthOf = (expression: Expression): Uint8Array => {
    const kept = known.get(expression);
    if (kept !== undefined) return kept;
    const all = raw(expression);
    const truth = merged === undefined ? all : Uint8Array.from(merged.first, (first) => all[first]);
    known.set(expression, truth);
    return truth;
  };
  return {
    rank: (preference) => {
      if (preference.form === "statements" && preference.statements.every(({ unknown }) => !unknown))
        return ranksByTruth(
          preference.statements.flatMap(({ wants }) => (wants.kind === "constant" ? [] : [truthOf(wants)])),
          game.states,
        );
      const ranks = ranksOf(preference, ranked, () => {});
      return merged === undefined ? ranks : mergeRanks(ranks, merged.first);
    },
    tellsApart: (expression) => {
      if (merged === undefined) return false;
      const all = raw(expression);
      return all.some((truth, combination) => truth !== all[merged.first[merged.stateOf[combination]]]);
    },
  };
}

/**
 * Option prioritization (Peng, Hipel, Kilgour & Fang 1997): ranks by the score Σ 2^(k−q) over the k statements that are true, each given by where it is, the
 * most important first. O(S · k).
 */
export function ranksByTruth(truths: readonly Uint8Array[], states: number): SinglyRanked {
  const rank = new Int32Array(states);
  // Doubling values are made dense before they outgrow a table of about the size of the ranks themselves.
  const roomy = Math.max(1024, 4 * states);
  let bound = 1;
  for (const truth of truths) {
    if (2 * bound > roomy) bound = makeDense(rank, bound);
    for (let state = 0; state < states; state++) rank[state] = (rank[state] << 1) | truth[state];
    bound *= 2;
  }
  return { kind: "ranked", rank, levels: makeDense(rank, bound) };
}

/** A party's moves with the members of each cell in the order of other ranks. O(S). */
export function movesSortedBy(moves: Moves, ranks: Ranks): Moves {
  const cells = { of: moves.cell, count: moves.start.length - 1 };
  return { ...moves, ...membersByRank(cells, ranks) };
}
