import type { Step } from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { changesBetween } from "./changes.ts";
import type { Sequence } from "./findings.ts";
import { viewState } from "./state-view.ts";

/** A sequence of moves in words: who moves, what changes, and whether the mover likes it better than where it stood. */
export function sequenceFinding(compiled: Compiled, from: number, steps: readonly Step[]): Sequence {
  let at = from;
  return steps.map(({ party, to }) => {
    const move = {
      party: compiled.standoff.parties[party].id,
      changes: changesBetween(compiled, at, to),
      to: viewState(compiled, to),
      improvement: prefers(compiled.game.preferences[party], to, at),
    };
    at = to;
    return move;
  });
}
