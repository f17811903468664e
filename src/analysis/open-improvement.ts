import type { Concept } from "../engine/concepts.ts";
import { sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import type { Game } from "../game/game.ts";
import { bestFirst } from "./best-first.ts";

/** The improvement the party likes best of those that nothing deters; undefined when it would stay. */
export function openImprovement(
  game: Game,
  party: number,
  state: number,
  concept: Concept,
): number | undefined {
  const open = unilateralImprovements(game, party, state).filter(
    (to) => concept === "nash" || sanctionOf(game, party, state, to, concept) === undefined,
  );
  return bestFirst(game, party, open)[0];
}
