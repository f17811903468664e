import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCompiled } from "../../test/random-compiled.ts";
import { type Game, prefers, someMove } from "../game/game.ts";
import { reachableFrom } from "./reachability.ts";

/** Least number of moves of a legal sequence to every state, by trying all sequences layer by layer over (state, last mover). */
function distances(game: Game, from: number, improving: boolean): number[] {
  const least = new Map([[from, 0]]);
  let layer = new Set([`${from},-1`]);
  const seen = new Set(layer);
  for (let moves = 1; layer.size > 0; moves++) {
    const next = new Set<string>();
    for (const node of layer) {
      const [state, last] = node.split(",").map(Number);
      for (let party = 0; party < game.moves.length; party++) {
        if (party === last) continue;
        someMove(game.moves[party], state, (to) => {
          if (improving && !prefers(game.preferences[party], to, state)) return false;
          if (!least.has(to)) least.set(to, moves);
          const key = `${to},${party}`;
          if (!seen.has(key)) next.add(key);
          seen.add(key);
          return false;
        });
      }
    }
    layer = next;
  }
  return Array.from({ length: game.states }, (_, state) => least.get(state) ?? -1);
}

test.each([false, true])(
  "distances are shortest and sequences legal (improvements only: %s)",
  { timeout: 60_000 },
  (improving) => {
    fc.assert(
      fc.property(randomCompiled(), fc.nat(), ({ game }, any) => {
        const from = any % game.states;
        const { distance, sequenceTo } = reachableFrom(game, from, improving);
        expect([...distance]).toEqual(distances(game, from, improving));
        for (let state = 0; state < game.states; state++) {
          const sequence = sequenceTo(state);
          expect(sequence.length).toBe(Math.max(0, distance[state]));
          let at = from;
          let last = -1;
          for (const { party, to } of sequence) {
            expect(party).not.toBe(last);
            expect(someMove(game.moves[party], at, (each) => each === to)).toBe(true);
            if (improving) expect(prefers(game.preferences[party], to, at)).toBe(true);
            at = to;
            last = party;
          }
          if (distance[state] > 0) expect(at).toBe(state);
        }
      }),
      { numRuns: 400 },
    );
  },
);
