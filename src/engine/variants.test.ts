import { expect, test } from "vitest";
import { membersByRank } from "../game/cells.ts";
import type { Game } from "../game/game.ts";
import { randomGame } from "../game/generate.ts";
import { BIT, CONCEPTS } from "./concepts.ts";
import { stabilities } from "./stability.ts";
import { type Alternative, variantEngine } from "./variants.ts";

const ALL = CONCEPTS.reduce((mask, concept) => mask | BIT[concept], 0);

/** Games with the same moves and other ranks. */
function alternativesOf(games: readonly Game[]): Alternative[][] {
  const [{ moves }] = games;
  return moves.map((each, party) =>
    games.map(({ preferences }) => {
      const ranks = preferences[party];
      const cells = { of: each.cell, count: each.start.length - 1 };
      return { ranks, moves: { ...each, ...membersByRank(cells, ranks) } };
    }),
  );
}

test("every mixture of alternatives has the equilibria of the game computed whole", () => {
  const alternatives = alternativesOf([11, 12, 13].map((seed) => randomGame(7, 4, seed)));
  const engine = variantEngine(128, ALL);
  for (let mixture = 0; mixture < 81; mixture++) {
    const chosen = alternatives.map((each, party) => each[Math.floor(mixture / 3 ** party) % 3]);
    const game = {
      states: 128,
      moves: chosen.map(({ moves }) => moves),
      preferences: chosen.map(({ ranks }) => ranks),
    };
    expect(engine(chosen)).toEqual(stabilities(game).equilibria);
  }
});

test("only what is wanted is answered", () => {
  const alternatives = alternativesOf([randomGame(6, 3, 5)]).map(([each]) => each);
  const whole = variantEngine(64, ALL)(alternatives).slice();
  for (const concept of CONCEPTS)
    expect(variantEngine(64, BIT[concept])(alternatives)).toEqual(whole.map((mask) => mask & BIT[concept]));
});
