import { membersByRank } from "./cells.ts";
import type { Game, Ranks } from "./game.ts";

/** The 32-bit generator that makes benchmark models comparable across programs (mulberry32). */
export function rng(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A game of 2^bits states: option k belongs to party k mod `parties`, all moves are open, and every party ranks the states
 * by a Fisher–Yates shuffle drawn from `rng(seed)`, party after party.
 */
export function randomGame(bits: number, parties: number, seed: number): Game {
  const states = 2 ** bits;
  const random = rng(seed);
  const preferences: Ranks[] = Array.from({ length: parties }, () => {
    const rank = Int32Array.from({ length: states }, (_, state) => state);
    for (let at = states - 1; at >= 1; at--) {
      const other = Math.floor(random() * (at + 1));
      const kept = rank[at];
      rank[at] = rank[other];
      rank[other] = kept;
    }
    return { kind: "ranked", rank, levels: states };
  });
  const moves = preferences.map((ranks, party) => {
    let own = 0;
    for (let bit = party; bit < bits; bit += parties) own |= 1 << bit;
    const numbers = new Int32Array(states).fill(-1);
    const of = new Int32Array(states);
    let cells = 0;
    for (let state = 0; state < states; state++) {
      const rest = state & ~own;
      if (numbers[rest] < 0) numbers[rest] = cells++;
      of[state] = numbers[rest];
    }
    return { ...membersByRank({ of, count: cells }, ranks), links: undefined, transitive: true };
  });
  return { states, moves, preferences };
}
