import type { Game } from "../game/game.ts";

/** States in descending order of the party's rank; of several acting as one, of the first member's. */
export function bestFirst(game: Game, party: number, states: readonly number[]): number[] {
  const preference = game.preferences[party];
  const { rank } = preference.kind === "unanimous" ? preference.members[0] : preference;
  return [...states].sort((a, b) => rank[b] - rank[a] || a - b);
}
