import { type Alternative, gameOf, variantEngine } from "../engine/variants.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import { movesSortedBy, rankerOf } from "../game/ranker.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import type { Doubts } from "./doubts.ts";
import { type Choice, doubtsOf, preferenceReader, structuralDoubts, variantOf } from "./variant.ts";

/** Bytes that the alternatives of one party may take before those not in use are forgotten. */
const MOST_KEPT = 64 * 1024 * 1024;
/** Combinations of readings of one party whose ranks are remembered. */
const MOST_READINGS_KEPT = 2 ** 18;
/** States of all structures kept at a time. */
const MOST_STATES_KEPT = 2 ** 21;

/** What one choice of readings makes of the standoff. `equilibria` (masks of concepts) is overwritten by the next. */
export type Variant = {
  readonly compiled: Compiled;
  readonly equilibria: Uint8Array;
  /** The same object for choices that differ in preferences only: states, moves and what passes are then the same. */
  readonly structure: object;
};

/**
 * A standoff under any choice of readings, compiled once for each structure (options, guards, constraints, votes) and no more: what
 * a choice changes of the preferences is ranked anew for the parties concerned, and each ranking once. `wanted` is the mask of
 * concepts to answer for. A structure that does not compile is answered with its problems.
 */
export function variantsOf(
  standoff: Standoff,
  doubts: Doubts,
  wanted: number,
): (choice: Choice) => Variant | { readonly problems: readonly Problem[] } {
  const structural = structuralDoubts(standoff, doubts);
  const structures = new Map<string, Structure | { readonly problems: readonly Problem[] }>();
  let kept = 0;
  return (choice) => {
    const key = structural.map((doubt) => choice[doubt]).join();
    let structure = structures.get(key);
    if (structure === undefined) {
      structure = structureUnder(standoff, doubts, choice, wanted);
      if (kept > MOST_STATES_KEPT) {
        structures.clear();
        kept = 0;
      }
      structures.set(key, structure);
      if (!("problems" in structure)) kept += structure.base.game.states;
    }
    return "problems" in structure ? structure : structure.under(choice);
  };
}

type Structure = { readonly base: Compiled; readonly under: (choice: Choice) => Variant };

function structureUnder(
  standoff: Standoff,
  doubts: Doubts,
  choice: Choice,
  wanted: number,
): Structure | { problems: Problem[] } {
  const { compiled: base, problems } = compile(variantOf(standoff, doubts, choice));
  if (base === undefined) return { problems: problems.filter((each) => !noErrors([each])) };
  const ranker = rankerOf(base);
  const apart = base.space.merged === undefined ? [] : toldApart(standoff, doubts, ranker.tellsApart);
  if (apart.length > 0) return { problems: apart };
  const { game } = base;
  const readPreference = preferenceReader(standoff, doubts);
  const parties = standoff.preferences.map((preference, party) =>
    alternatives(
      doubtsOf(preference, doubts),
      doubts,
      (chosen) => {
        const ranks = ranker.rank(readPreference(preference, chosen));
        return { ranks, moves: movesSortedBy(game.moves[party], ranks) };
      },
      MOST_KEPT / (64 * game.states),
    ),
  );
  const engine = variantEngine(game.states, wanted);
  const structure = {};
  const under = (chosen: Choice): Variant => {
    const alternative = parties.map((each) => each(chosen));
    const compiled = { ...base, game: gameOf(game.states, alternative) };
    return { compiled, equilibria: engine(alternative), structure };
  };
  return { base, under };
}

/**
 * One party's alternative under a choice, the same object wherever the ranks are the same. At most about `most` are kept, so that
 * memory is bounded.
 */
function alternatives(
  mine: readonly number[],
  { list }: Doubts,
  make: (choice: Choice) => Alternative,
  most: number,
): (choice: Choice) => Alternative {
  const byReadings = new Map<number | string, Alternative>();
  const byRanks = new Map<number, Alternative[]>();
  const radix = mine.map((doubt) => list[doubt].readings.length);
  const small = radix.reduce((product, each) => product * each, 1) < 2 ** 53;
  const keyOf = (choice: Choice): number | string =>
    small
      ? mine.reduce((key, doubt, index) => key * radix[index] + choice[doubt], 0)
      : mine.map((doubt) => choice[doubt]).join();
  let made = 0;
  return (choice) => {
    const key = keyOf(choice);
    const known = byReadings.get(key);
    if (known !== undefined) return known;
    if (made > Math.max(1, most) || byReadings.size > MOST_READINGS_KEPT) {
      byReadings.clear();
      byRanks.clear();
      made = 0;
    }
    const fresh = make(choice);
    const like = byRanks.get(fingerprint(fresh)) ?? [];
    const same = like.find((each) => sameRanks(each, fresh));
    byReadings.set(key, same ?? fresh);
    if (same !== undefined) return same;
    byRanks.set(fingerprint(fresh), [...like, fresh]);
    made++;
    return fresh;
  };
}

function fingerprint({ ranks }: Alternative): number {
  if (ranks.kind !== "ranked") return 0;
  let hash = 0;
  for (let state = 0; state < ranks.rank.length; state++)
    hash = (Math.imul(hash, 16777619) ^ ranks.rank[state]) | 0;
  return hash;
}

function sameRanks({ ranks: one }: Alternative, { ranks: other }: Alternative): boolean {
  if (one.kind !== "ranked" || other.kind !== "ranked") return false;
  for (let state = 0; state < one.rank.length; state++)
    if (one.rank[state] !== other.rank[state]) return false;
  return true;
}

/** Readings of statements by which a party would tell states apart that `same:` makes one. */
function toldApart(
  standoff: Standoff,
  { list, changes }: Doubts,
  tellsApart: ReturnType<typeof rankerOf>["tellsApart"],
): Problem[] {
  return changes.flatMap((change, index) => {
    const expressions =
      change.kind === "statement"
        ? change.instead.map(({ wants }) => wants)
        : change.kind === "tier"
          ? change.instead.flatMap((tiers) =>
              tiers.flatMap(({ pattern }) => (pattern.kind === "expression" ? [pattern.expression] : [])),
            )
          : [];
    if (!expressions.some(tellsApart)) return [];
    const { party, span } = list[index];
    const message = `\`same:\` merges states that ${party} may tell apart, by one reading of this`;
    return [
      problemAt(standoff, "same-told-apart", span, message, "add `and not …` to it, or narrow `same:`"),
    ];
  });
}
