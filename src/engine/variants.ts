import { ascending } from "../game/cells.ts";
import type { Game, Moves, Ranks } from "../game/game.ts";
import { BIT, CONCEPTS } from "./concepts.ts";
import { type Cells, cellsOf, fillHomes, type Room, roomFor, searchOver } from "./search-by-state.ts";
import { mark, stabilities } from "./stability.ts";
import { type Components, stableAlone } from "./stable-alone.ts";

const ALL = CONCEPTS.reduce((mask, concept) => mask | BIT[concept], 0);

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
  const components: Components = [];
  let homes = new Int32Array(0);
  const inHomes: Alternative[] = [];
  const prepared: Prepared[] = [];
  const others: number[][] = [];
  const rooms: Room[] = [];
  const stable = new Uint8Array(states);
  const beyond = wanted & (BIT.seq | BIT.sseq);

  return (chosen) => {
    if (!chosen.every(({ ranks, moves }) => ranks.kind === "ranked" && moves.transitive)) {
      const whole = stabilities(gameOf(states, chosen)).equilibria;
      for (let state = 0; state < states; state++) equilibria[state] = whole[state] & wanted;
      return equilibria;
    }
    for (const [party, alternative] of chosen.entries()) {
      prepared[party] =
        kept.get(alternative) ?? keep(alternative, prepare(alternative, party, chosen, states, components));
    }
    equilibria.fill(ALL);
    for (const { alone } of prepared)
      for (let state = 0; state < states; state++) equilibria[state] &= alone[state];
    if (beyond !== 0) settleBySequences(chosen);
    for (let state = 0; state < states; state++) equilibria[state] &= wanted;
    return equilibria;
  };

  function keep(alternative: Alternative, fresh: Prepared): Prepared {
    kept.set(alternative, fresh);
    return fresh;
  }

  /** SEQ and SSEQ, as far as Nash, GMR and SMR leave them open: R ⊆ SSEQ ⊆ SEQ ⊆ GMR and SSEQ ⊆ SMR. */
  function settleBySequences(chosen: readonly Alternative[]): void {
    const parties = chosen.length;
    if (homes.length === 0) homes = new Int32Array(2 * parties * states);
    chosen.forEach(({ moves }, party) => {
      if (inHomes[party] === chosen[party]) return;
      inHomes[party] = chosen[party];
      fillHomes(homes, parties, party, moves.cell, prepared[party].rank);
    });
    for (let state = 0; state < states; state++)
      if ((equilibria[state] & BIT.gmr) === 0) equilibria[state] &= ~BIT.seq;
    settle(chosen, BIT.seq, "order", "rank");
    if ((beyond & BIT.sseq) === 0) return;
    const both = BIT.seq | BIT.smr;
    for (let state = 0; state < states; state++)
      if ((equilibria[state] & both) !== both) equilibria[state] &= ~BIT.sseq;
    settle(chosen, BIT.sseq, "bestOrder", "best");
  }

  function settle(
    chosen: readonly Alternative[],
    bit: number,
    order: "order" | "bestOrder",
    key: "rank" | "best",
  ): void {
    for (let party = 0; party < chosen.length && isOpen(equilibria, bit); party++) {
      others[party] ??= [...chosen.keys()].filter((each) => each !== party);
      const columns = others[party];
      const cells = columns.map((each) => prepared[each].cells);
      rooms[party] ??= roomFor(cells, states);
      const mine = prepared[party];
      const worst = searchOver(homes, chosen.length, columns, cells, mine[order], mine[key], rooms[party]);
      stable.fill(0);
      mark(stable, bit, chosen[party].moves, mine.rank, worst);
      for (let state = 0; state < states; state++) equilibria[state] &= stable[state] | ~bit;
    }
  }
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
  components: Components,
): Prepared {
  if (ranks.kind !== "ranked") throw new Error("only ranked alternatives can be prepared");
  const { rank, levels } = ranks;
  const { best, stable } = stableAlone(gameOf(states, chosen), party, components);
  return {
    rank,
    best,
    order: ascending(rank, levels),
    bestOrder: ascending(best, levels),
    cells: cellsOf(moves, true),
    alone: stable,
  };
}

/** Whether some state is still to be settled: not ruled out under the concept, and no Nash equilibrium, which holds under all. */
function isOpen(masks: Uint8Array, bit: number): boolean {
  for (let state = 0; state < masks.length; state++)
    if ((masks[state] & (bit | BIT.nash)) === bit) return true;
  return false;
}
