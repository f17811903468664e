import type { Game, Moves } from "../game/game.ts";
import { bestReach } from "./best-reach.ts";
import { BIT } from "./concepts.ts";
import { isStable } from "./literal.ts";
import { worstAnswers } from "./worst-answer.ts";

/** For every party a mask of concepts per state: bit set = the state is stable for the party. And the same for all parties. */
export type Stabilities = { readonly byParty: readonly Uint8Array[]; readonly equilibria: Uint8Array };

/**
 * All five concepts for all parties and states, by the near-linear method of docs/concepts.md.
 * O(parties² · S) time and O(parties · S) memory, plus the links of one-way options and guards. A party whose preference
 * is unanimous (several acting as one) is no chain of ranks; for it the literal definitions are applied, which is why
 * compiling limits such games.
 */
export function stabilities(game: Game, onProgress: (partiesDone: number) => void = () => {}): Stabilities {
  const byParty = game.moves.map((_, party) => {
    onProgress(party);
    return stabilityOf(game, party);
  });
  const equilibria = new Uint8Array(game.states).fill(31);
  for (const mask of byParty) for (let state = 0; state < game.states; state++) equilibria[state] &= mask[state];
  return { byParty, equilibria };
}

/** The mask of one party. */
export function stabilityOf(game: Game, party: number): Uint8Array {
  const stable = new Uint8Array(game.states);
  const preference = game.preferences[party];
  if (preference.kind === "unanimous") {
    for (let state = 0; state < game.states; state++) {
      for (const concept of ["nash", "gmr", "smr", "seq", "sseq"] as const) {
        if (isStable(game, party, state, concept)) stable[state] |= BIT[concept];
      }
    }
    return stable;
  }
  const { rank, levels } = preference;
  const moves = game.moves[party];
  const escape = bestReach(moves, rank);
  for (let state = 0; state < game.states; state++) if (escape[state] === rank[state]) stable[state] |= BIT.nash;
  const [gmr, smr] = worstAnswers(game, party, [rank, escape], levels, false);
  const [seq, sseq] = worstAnswers(game, party, [rank, escape], levels, true);
  mark(stable, BIT.gmr, moves, rank, gmr);
  mark(stable, BIT.smr, moves, rank, smr);
  mark(stable, BIT.seq, moves, rank, seq);
  mark(stable, BIT.sseq, moves, rank, sseq);
  return stable;
}

/** A state is stable iff the worst answer to every improvement is no better than the state: m(s1) ≤ rank(s). */
function mark(stable: Uint8Array, bit: number, moves: Moves, rank: Int32Array, worst: Int32Array): void {
  if (moves.links === undefined) markByCell(stable, bit, moves, worst);
  else markByLinks(stable, bit, moves, moves.links, rank, worst);
}

/** Going down a cell's ranks, the mildest worst answer among the members ranked strictly higher is carried along. */
function markByCell(stable: Uint8Array, bit: number, { start, members, memberRank }: Moves, worst: Int32Array): void {
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
