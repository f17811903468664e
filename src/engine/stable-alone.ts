import type { Game } from "../game/game.ts";
import { bestReach } from "./best-reach.ts";
import { componentMinimum, componentsOf } from "./component-minimum.ts";
import { BIT } from "./concepts.ts";
import { mark } from "./stability.ts";
import { worstAnswers } from "./worst-answer.ts";

/** What rests on the moves of a party's opponents only, by party; filled as it is asked for, to be used again with other ranks. */
export type Components = ReturnType<typeof componentsOf>[];

/**
 * The stability of one party as far as it rests on its own ranks and everybody's moves: a mask of Nash, GMR and SMR per state, SEQ and SSEQ
 * set; and its best rank after a move of its own. The party must have ranks, by which the members of its cells are sorted.
 * O(S) where all opponents can undo every move, else as `worstAnswers`.
 */
export function stableAlone(
  game: Game,
  party: number,
  components: Components,
): { readonly best: Int32Array; readonly stable: Uint8Array } {
  const ranks = game.preferences[party];
  if (ranks.kind !== "ranked") throw new Error("only a party with ranks can be judged alone");
  const { rank, levels } = ranks;
  const moves = game.moves[party];
  const best = bestReach(moves, rank);
  const opponents = [...game.moves.keys()].filter((each) => each !== party);
  const open = opponents.every((each) => game.moves[each].links === undefined);
  if (open) components[party] ??= componentsOf(game, opponents);
  const [gmr, smr] = open
    ? [rank, best].map((key) => componentMinimum(components[party], key))
    : worstAnswers(game, opponents, [rank, best], levels, false);
  const stable = new Uint8Array(game.states).fill(BIT.seq | BIT.sseq);
  for (let state = 0; state < game.states; state++)
    if (best[state] === rank[state]) stable[state] |= BIT.nash;
  mark(stable, BIT.gmr, moves, rank, gmr);
  mark(stable, BIT.smr, moves, rank, smr);
  return { best, stable };
}
