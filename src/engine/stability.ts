import { type Game, hasBands, type Moves, type Ranks } from "../game/game.ts";
import { bestReach } from "./best-reach.ts";
import { BIT, CONCEPTS } from "./concepts.ts";
import { isStable, isStronglyStable, sanctionOf, unilateralImprovements } from "./literal.ts";
import { worstAnswers } from "./worst-answer.ts";

/** For every party a mask of concepts per state: bit set = the state is stable for the party. And the same for all parties. */
export type Stabilities = {
  readonly byParty: readonly Uint8Array[];
  readonly equilibria: Uint8Array;
  /** For every party its improvements from the state asked about, and under which concepts each goes unanswered. */
  readonly leaving: readonly (readonly Leaving[])[];
  /** The same for strong stability; undefined when nobody prefers anything greatly. */
  readonly strong: { readonly byParty: readonly Uint8Array[]; readonly equilibria: Uint8Array } | undefined;
};

export type Leaving = { readonly to: number; readonly unanswered: number };

/**
 * All five concepts for all parties and states, by the near-linear method of docs/method.md; and for one state, `from`,
 * who would leave it where. O(parties² · S) time and O(parties · S) memory, plus the links of one-way options and guards.
 * A party whose preference is unanimous (several acting as one) is no chain of ranks; for it the literal definitions are
 * applied, which is why compiling limits such games.
 */
export function stabilities(
  game: Game,
  {
    from,
    onProgress = () => {},
  }: { from?: number | undefined; onProgress?: (partiesDone: number) => void } = {},
): Stabilities {
  const strong = game.preferences.some(hasBands) ? { byParty: [] as Uint8Array[] } : undefined;
  const byParty: Uint8Array[] = [];
  const leaving: Leaving[][] = [];
  for (let party = 0; party < game.moves.length; party++) {
    onProgress(party);
    const preference = game.preferences[party];
    const one =
      preference.kind === "ranked" ? fast(game, party, preference, from) : literal(game, party, from);
    byParty.push(one.stable);
    leaving.push(one.leaving);
    strong?.byParty.push(
      preference.kind === "ranked" ? fastStrong(game, party, preference) : literalStrong(game, party),
    );
  }
  return {
    byParty,
    equilibria: forAll(byParty, game.states),
    leaving,
    strong: strong && { byParty: strong.byParty, equilibria: forAll(strong.byParty, game.states) },
  };
}

function forAll(byParty: readonly Uint8Array[], states: number): Uint8Array {
  const all = new Uint8Array(states).fill(ALL);
  for (const stable of byParty) for (let state = 0; state < states; state++) all[state] &= stable[state];
  return all;
}

const ALL = CONCEPTS.reduce((mask, concept) => mask | BIT[concept], 0);

type OneParty = { readonly stable: Uint8Array; readonly leaving: Leaving[] };

function fast(
  game: Game,
  party: number,
  { rank, levels }: Extract<Ranks, { kind: "ranked" }>,
  from?: number,
): OneParty {
  const stable = new Uint8Array(game.states);
  const moves = game.moves[party];
  const best = bestReach(moves, rank);
  for (let state = 0; state < game.states; state++)
    if (best[state] === rank[state]) stable[state] |= BIT.nash;
  const answers = [false, true].flatMap((improving) =>
    worstAnswers(game, opponentsOf(game, party), [rank, best], levels, improving),
  );
  const bits = [BIT.gmr, BIT.smr, BIT.seq, BIT.sseq];
  answers.forEach((worst, index) => {
    mark(stable, bits[index], moves, rank, worst);
  });
  if (from === undefined) return { stable, leaving: [] };
  const leaving = unilateralImprovements(game, party, from).map((to) => ({
    to,
    unanswered: answers.reduce(
      (mask, worst, index) => (worst[to] > rank[from] ? mask | bits[index] : mask),
      BIT.nash,
    ),
  }));
  return { stable, leaving };
}

/**
 * Strong stability by the same search with bands for keys: every answer must fall below the state's own band. The mildest
 * band that answers leave is turned into the least rank that stands in a higher band, so that `mark` can compare it.
 */
function fastStrong(
  game: Game,
  party: number,
  { rank, levels, band = new Int32Array(levels) }: Extract<Ranks, { kind: "ranked" }>,
): Uint8Array {
  const stable = new Uint8Array(game.states);
  const moves = game.moves[party];
  const best = bestReach(moves, rank);
  const bands = band[levels - 1] + 1;
  const leastAbove = new Int32Array(bands).fill(levels);
  for (let level = levels - 1; level >= 0; level--) if (band[level] > 0) leastAbove[band[level] - 1] = level;
  for (let each = bands - 2; each >= 0; each--)
    leastAbove[each] = Math.min(leastAbove[each], leastAbove[each + 1]);
  for (let state = 0; state < game.states; state++)
    if (best[state] === rank[state]) stable[state] |= BIT.nash;
  const keys = [rank, best].map((each) => each.map((level) => band[level]));
  const answers = [false, true].flatMap((improving) =>
    worstAnswers(game, opponentsOf(game, party), keys, bands, improving),
  );
  const bits = [BIT.gmr, BIT.smr, BIT.seq, BIT.sseq];
  answers.forEach((worst, index) => {
    mark(
      stable,
      bits[index],
      moves,
      rank,
      worst.map((each) => leastAbove[each]),
    );
  });
  return stable;
}

function opponentsOf(game: Game, party: number): number[] {
  return [...game.moves.keys()].filter((each) => each !== party);
}

function literalStrong(game: Game, party: number): Uint8Array {
  const stable = new Uint8Array(game.states);
  for (let state = 0; state < game.states; state++) {
    for (const concept of CONCEPTS)
      if (isStronglyStable(game, party, state, concept)) stable[state] |= BIT[concept];
  }
  return stable;
}

function literal(game: Game, party: number, from?: number): OneParty {
  const stable = new Uint8Array(game.states);
  for (let state = 0; state < game.states; state++) {
    for (const concept of CONCEPTS) if (isStable(game, party, state, concept)) stable[state] |= BIT[concept];
  }
  if (from === undefined) return { stable, leaving: [] };
  const leaving = unilateralImprovements(game, party, from).map((to) => ({
    to,
    unanswered: CONCEPTS.reduce(
      (mask, concept) =>
        concept === "nash" || sanctionOf(game, party, from, to, concept) === undefined
          ? mask | BIT[concept]
          : mask,
      0,
    ),
  }));
  return { stable, leaving };
}

/** A state is stable iff the worst answer to every improvement is no better than the state: m(s1) ≤ rank(s). */
export function mark(
  stable: Uint8Array,
  bit: number,
  moves: Moves,
  rank: Int32Array,
  worst: Int32Array,
): void {
  if (moves.links === undefined) markByCell(stable, bit, moves, worst);
  else markByLinks(stable, bit, moves, moves.links, rank, worst);
}

/** Going down a cell's ranks, the mildest worst answer among the members ranked strictly higher is carried along. */
function markByCell(
  stable: Uint8Array,
  bit: number,
  { start, members, memberRank }: Moves,
  worst: Int32Array,
): void {
  for (let cell = 0; cell + 1 < start.length; cell++) {
    let mildest = -1;
    for (let at = start[cell + 1] - 1; at >= start[cell]; ) {
      const level = memberRank[at];
      let tied = mildest;
      for (; at >= start[cell] && memberRank[at] === level; at--) {
        const state = members[at];
        if (mildest <= level) stable[state] |= bit;
        if (worst[state] > tied) tied = worst[state];
      }
      mildest = tied;
    }
  }
}

/** As above where a state leads to several cells: the mildest worst answers of each cell's suffixes, looked up by rank. */
function markByLinks(
  stable: Uint8Array,
  bit: number,
  { cell, start, members, memberRank }: Moves,
  links: NonNullable<Moves["links"]>,
  rank: Int32Array,
  worst: Int32Array,
): void {
  const mildestFrom = new Int32Array(members.length);
  for (let each = 0; each + 1 < start.length; each++) {
    let mildest = -1;
    for (let at = start[each + 1] - 1; at >= start[each]; at--) {
      mildest = Math.max(mildest, worst[members[at]]);
      mildestFrom[at] = mildest;
    }
  }
  for (let state = 0; state < rank.length; state++) {
    const home = cell[state];
    let mildest = -1;
    for (let link = links.toStart[home]; link < links.toStart[home + 1]; link++) {
      const target = links.to[link];
      let low = start[target];
      let high = start[target + 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (memberRank[middle] > rank[state]) high = middle;
        else low = middle + 1;
      }
      if (low < start[target + 1]) mildest = Math.max(mildest, mildestFrom[low]);
    }
    if (mildest <= rank[state]) stable[state] |= bit;
  }
}
