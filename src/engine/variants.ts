import { ascending } from "../game/cells.ts";
import type { Game, Moves, Ranks } from "../game/game.ts";
import { bestReach } from "./best-reach.ts";
import { componentMinimum, componentsOf } from "./component-minimum.ts";
import { BIT } from "./concepts.ts";
import { type Cells, cellsOf, fillHomes, searchOver } from "./search-by-state.ts";
import { mark, stabilities } from "./stability.ts";
import { worstAnswers } from "./worst-answer.ts";

/** One way in which a party may rank the states: its ranks, and its moves with their members sorted by them. */
export type Alternative = { readonly ranks: Ranks; readonly moves: Moves };

/**
 * The equilibria of many games that differ in the parties' ranks only. Call the result with one alternative for each party; it
 * returns the mask of concepts (those in `wanted`) of every state, in an array that the next call overwrites. The same alternative is
 * to be the same object each time: what rests on a party's own ranks and on everybody's moves (Nash, GMR, SMR) is computed once for
 * each, and only SEQ and SSEQ, which rest on everybody's ranks, anew: O(parties² · S). Alternatives that are forgotten take
 * with them what was kept of them. Where somebody may gain by moving twice running, acts as several or has unknown preferences,
 * every game is computed whole.
 */
export function variantEngine(
  states: number,
  wanted: number,
): (chosen: readonly Alternative[]) => Uint8Array {
  const kept = new WeakMap<Alternative, Prepared>();
  const equilibria = new Uint8Array(states);
  const components: ReturnType<typeof componentsOf>[] = [];
  let homes = new Int32Array(0);
  let inHomes: Alternative[] = [];
  const beyond = wanted & (BIT.seq | BIT.sseq);

  return (chosen) => {
    if (!chosen.every(({ ranks, moves }) => ranks.kind === "ranked" && moves.transitive)) {
      const whole = stabilities(gameOf(states, chosen)).equilibria;
      for (let state = 0; state < states; state++) equilibria[state] = whole[state] & wanted;
      return equilibria;
    }
    equilibria.fill(wanted);
    const prepared = chosen.map((alternative, party) => {
      const known = kept.get(alternative);
      if (known !== undefined) return known;
      const fresh = prepare(alternative, party, chosen, states, components);
      kept.set(alternative, fresh);
      return fresh;
    });
    for (const { alone } of prepared)
      for (let state = 0; state < states; state++) equilibria[state] &= alone[state];
    if (beyond === 0) return equilibria;

    const parties = chosen.length;
    if (homes.length === 0) homes = new Int32Array(2 * parties * states);
    prepared.forEach(({ rank }, party) => {
      if (inHomes[party] !== chosen[party]) fillHomes(homes, parties, party, chosen[party].moves.cell, rank);
    });
    inHomes = chosen.slice();
    const cells = prepared.map((each) => each.cells);
    for (let party = 0; party < parties && some(equilibria, beyond); party++) {
      const { rank, best, order, bestOrder } = prepared[party];
      const columns = prepared.flatMap((_, each) => (each === party ? [] : [each]));
      const theirs = columns.map((each) => cells[each]);
      const stable = new Uint8Array(states);
      if ((beyond & BIT.seq) !== 0)
        mark(
          stable,
          BIT.seq,
          chosen[party].moves,
          rank,
          searchOver(homes, parties, columns, theirs, order, rank),
        );
      if ((beyond & BIT.sseq) !== 0)
        mark(
          stable,
          BIT.sseq,
          chosen[party].moves,
          rank,
          searchOver(homes, parties, columns, theirs, bestOrder, best),
        );
      for (let state = 0; state < states; state++) equilibria[state] &= stable[state] | ~beyond;
    }
    return equilibria;
  };
}

/** The game in which each party ranks as in the alternative given for it. */
export function gameOf(states: number, chosen: readonly Alternative[]): Game {
  return {
    states,
    moves: chosen.map(({ moves }) => moves),
    preferences: chosen.map(({ ranks }) => ranks),
  };
}

/** What rests on the ranks of one party alone. `alone`: a mask of Nash, GMR, SMR per state, the other bits set. */
type Prepared = {
  readonly rank: Int32Array;
  readonly best: Int32Array;
  readonly order: Int32Array;
  readonly bestOrder: Int32Array;
  readonly cells: Cells;
  readonly alone: Uint8Array;
};

function prepare(
  { ranks, moves }: Alternative,
  party: number,
  chosen: readonly Alternative[],
  states: number,
  components: ReturnType<typeof componentsOf>[],
): Prepared {
  if (ranks.kind !== "ranked") throw new Error("only ranked alternatives can be prepared");
  const { rank, levels } = ranks;
  const best = bestReach(moves, rank);
  const opponents = [...chosen.keys()].filter((each) => each !== party);
  const game = gameOf(states, chosen);
  const open = opponents.every((each) => chosen[each].moves.links === undefined);
  if (open) components[party] ??= componentsOf(game, opponents);
  const [gmr, smr] = open
    ? [rank, best].map((key) => componentMinimum(components[party], key))
    : worstAnswers(game, opponents, [rank, best], levels, false);
  const alone = new Uint8Array(states).fill(BIT.seq | BIT.sseq);
  for (let state = 0; state < states; state++) if (best[state] === rank[state]) alone[state] |= BIT.nash;
  mark(alone, BIT.gmr, moves, rank, gmr);
  mark(alone, BIT.smr, moves, rank, smr);
  return {
    rank,
    best,
    order: ascending(rank, levels),
    bestOrder: ascending(best, levels),
    cells: cellsOf(moves, true),
    alone,
  };
}

function some(masks: Uint8Array, bits: number): boolean {
  for (let state = 0; state < masks.length; state++) if ((masks[state] & bits) !== 0) return true;
  return false;
}
