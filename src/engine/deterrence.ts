import type { Game } from "../game/game.ts";
import { bestReach } from "./best-reach.ts";
import type { Concept } from "./concepts.ts";
import { sanctionOf } from "./literal.ts";
import { worstAnswers } from "./worst-answer.ts";

/**
 * Answers whether a party that moves from `state` to `improvement`, which it prefers, would be deterred under the concept, as
 * `sanctionOf` does but without saying how. The first question about a party takes one search, O(parties · S), the next ones
 * nothing; for a party whose preference is no ranking each question is answered by `sanctionOf`.
 */
export function deterrence(
  game: Game,
  concept: Concept,
): (party: number, state: number, improvement: number) => boolean {
  const worst = new Map<number, Int32Array>();
  return (party, state, improvement) => {
    if (concept === "nash") return false;
    const preference = game.preferences[party];
    if (preference.kind !== "ranked")
      return sanctionOf(game, party, state, improvement, concept) !== undefined;
    const { rank, levels } = preference;
    if (!worst.has(party)) {
      const symmetric = concept === "smr" || concept === "sseq";
      const key = symmetric ? bestReach(game.moves[party], rank) : rank;
      const others = [...game.moves.keys()].filter((each) => each !== party);
      const improving = concept === "seq" || concept === "sseq";
      worst.set(party, worstAnswers(game, others, [key], levels, improving)[0]);
    }
    return worst.get(party)![improvement] <= rank[state];
  };
}
