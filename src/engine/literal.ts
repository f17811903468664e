import { type Game, prefers, someMove } from "../game/game.ts";
import type { Concept } from "./concepts.ts";

/**
 * The definitions as the literature states them (Fang, Hipel & Kilgour 1993; SSEQ: Rêgo & Vieira 2017), read off word by
 * word and slow. They are the oracle that the fast engine is tested against, they decide for parties whose preference is
 * no ranking, and `explain` tells its story from them.
 */
export function isStable(game: Game, party: number, state: number, concept: Concept): boolean {
  return unilateralImprovements(game, party, state).every(
    (improvement) => concept !== "nash" && sanctionOf(game, party, state, improvement, concept) !== undefined,
  );
}

/** R_i⁺(s): the states the party can move to and strictly prefers. */
export function unilateralImprovements(game: Game, party: number, state: number): number[] {
  const improvements: number[] = [];
  someMove(game.moves[party], state, (to) => {
    if (prefers(game.preferences[party], to, state)) improvements.push(to);
    return false;
  });
  return improvements;
}

/** One move of a sequence: who moves, and to where. */
export type Step = { readonly party: number; readonly to: number };

/**
 * A shortest legal sequence of the opponents' moves from `improvement` to a state that the party does not prefer to
 * `state`, and (smr, sseq) from which it cannot escape to one it does; undefined when nothing deters. GMR and SMR let
 * opponents make any move, SEQ and SSEQ only improvements of the mover, judged where it moves from.
 * O(states · parties · moves), breadth first.
 */
export function sanctionOf(
  game: Game,
  party: number,
  state: number,
  improvement: number,
  concept: Exclude<Concept, "nash">,
): readonly Step[] | undefined {
  const ranks = game.preferences[party];
  const noEscape = concept === "smr" || concept === "sseq";
  return legalSequence(game, {
    from: improvement,
    movers: game.moves.flatMap((_, each) => (each === party ? [] : [each])),
    improving: concept === "seq" || concept === "sseq",
    until: (reached) =>
      !prefers(ranks, reached, state) &&
      !(noEscape && someMove(game.moves[party], reached, (after) => prefers(ranks, after, state))),
  });
}

/**
 * A shortest legal sequence (nobody moves twice running) of at least one move by the movers that ends where `until`
 * holds; undefined when there is none.
 */
export function legalSequence(
  game: Game,
  {
    from,
    movers,
    improving,
    until,
  }: { from: number; movers: readonly number[]; improving: boolean; until: (state: number) => boolean },
): readonly Step[] | undefined {
  type Node = { readonly state: number; readonly mover: number; readonly before: Node | undefined };
  const queue: Node[] = [{ state: from, mover: -1, before: undefined }];
  const seen = new Set<number>();
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    for (const mover of movers) {
      if (mover === node.mover) continue;
      let found: Node | undefined;
      someMove(game.moves[mover], node.state, (to) => {
        if (improving && !prefers(game.preferences[mover], to, node.state)) return false;
        const key = to * game.moves.length + mover;
        if (seen.has(key)) return false;
        seen.add(key);
        const next = { state: to, mover, before: node };
        queue.push(next);
        if (!until(to)) return false;
        found = next;
        return true;
      });
      if (found !== undefined) return stepsTo(found);
    }
  }
  return undefined;

  function stepsTo(last: Node): Step[] {
    const steps: Step[] = [];
    for (let node: Node | undefined = last; node?.before !== undefined; node = node.before) {
      steps.unshift({ party: node.mover, to: node.state });
    }
    return steps;
  }
}
