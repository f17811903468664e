import { type Game, greatlyPrefers, mayPrefer, prefers, type Ranks, someMove } from "../game/game.ts";
import type { Concept } from "./concepts.ts";

/**
 * How unknown preferences count: whether the party leaves for what it is not known to like better; whether an answer that
 * is not known to be better for the party deters it (and whether an escape not known to be better is one); whether
 * others answer by moves not known to serve them. Where everything is known all readings are the same.
 */
export type Reading = {
  readonly leaves: "known" | "possible";
  readonly deters: "known" | "possible";
  readonly answers: "known" | "possible";
};

/** Stable under this, stable however the unknowns turn out: every doubt counts against stability. */
export const WHATEVER: Reading = { leaves: "possible", deters: "known", answers: "known" };

/**
 * The four extensions of Li, Hipel, Kilgour & Fang (2004), for nash, gmr, smr and seq. What is unstable under d is
 * unstable however the unknowns turn out: every doubt counts for stability.
 */
export const EXTENSIONS: Readonly<Record<"a" | "b" | "c" | "d", Reading>> = {
  a: { leaves: "possible", deters: "known", answers: "possible" },
  b: { leaves: "known", deters: "known", answers: "possible" },
  c: { leaves: "possible", deters: "possible", answers: "possible" },
  d: { leaves: "known", deters: "possible", answers: "possible" },
};

/**
 * The definitions as the literature states them (Fang, Hipel & Kilgour 1993; SSEQ: Rêgo & Vieira 2017), read off word by
 * word and slow. They are the oracle that the fast engine is tested against, they decide for parties whose preference is
 * no ranking, and `explain` tells its story from them.
 */
export function isStable(
  game: Game,
  party: number,
  state: number,
  concept: Concept,
  reading: Reading = WHATEVER,
): boolean {
  return unilateralImprovements(game, party, state, reading.leaves).every(
    (improvement) =>
      concept !== "nash" && sanctionOf(game, party, state, improvement, concept, reading) !== undefined,
  );
}

/**
 * Strong stability (Hamouda, Kilgour & Hipel 2004): as `isStable`, but an answer deters only if where it ends (smr, sseq:
 * and wherever the party could escape to) is greatly worse than the state.
 */
export function isStronglyStable(game: Game, party: number, state: number, concept: Concept): boolean {
  const muchWorse = (ranks: Ranks, reached: number, than: number) => greatlyPrefers(ranks, than, reached);
  return unilateralImprovements(game, party, state).every(
    (improvement) =>
      concept !== "nash" &&
      deterrence(game, party, state, improvement, concept, WHATEVER, muchWorse) !== undefined,
  );
}

/** R_i⁺(s): the states the party can move to and strictly prefers, or with "possible" may prefer for all that is known. */
export function unilateralImprovements(
  game: Game,
  party: number,
  state: number,
  leaves: Reading["leaves"] = WHATEVER.leaves,
): number[] {
  const improvements: number[] = [];
  const better = leaves === "known" ? prefers : mayPrefer;
  someMove(game.moves[party], state, (to) => {
    if (better(game.preferences[party], to, state)) improvements.push(to);
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
  reading: Reading = WHATEVER,
): readonly Step[] | undefined {
  const better = reading.deters === "known" ? mayPrefer : prefers;
  const noBetter = (ranks: Ranks, reached: number, than: number) => !better(ranks, reached, than);
  return deterrence(game, party, state, improvement, concept, reading, noBetter);
}

function deterrence(
  game: Game,
  party: number,
  state: number,
  improvement: number,
  concept: Exclude<Concept, "nash">,
  { answers }: Reading,
  deters: (ranks: Ranks, reached: number, than: number) => boolean,
): readonly Step[] | undefined {
  const ranks = game.preferences[party];
  const noEscape = concept === "smr" || concept === "sseq";
  return legalSequence(game, {
    from: improvement,
    movers: game.moves.flatMap((_, each) => (each === party ? [] : [each])),
    improving: concept === "seq" || concept === "sseq" ? answers : false,
    until: (reached) =>
      deters(ranks, reached, state) &&
      !(noEscape && someMove(game.moves[party], reached, (after) => !deters(ranks, after, state))),
  });
}

/**
 * A shortest legal sequence (nobody moves twice running) of at least one move by the movers that ends where `until`
 * holds; undefined when there is none. `improving`: only moves known to serve their mover, or such as may serve it.
 */
export function legalSequence(
  game: Game,
  {
    from,
    movers,
    improving,
    until,
  }: {
    from: number;
    movers: readonly number[];
    improving: false | "known" | "possible";
    until: (state: number) => boolean;
  },
): readonly Step[] | undefined {
  type Node = { readonly state: number; readonly mover: number; readonly before: Node | undefined };
  const better = improving === "possible" ? mayPrefer : prefers;
  const queue: Node[] = [{ state: from, mover: -1, before: undefined }];
  const seen = new Set<number>();
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    for (const mover of movers) {
      if (mover === node.mover) continue;
      let found: Node | undefined;
      someMove(game.moves[mover], node.state, (to) => {
        if (improving !== false && !better(game.preferences[mover], to, node.state)) return false;
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
