import type { Concept } from "../engine/concepts.ts";
import { type Game, prefers, type Ranks, someMove } from "../game/game.ts";

/**
 * What must be true of a party's ranking because it could move from the wanted state to `move`: it likes the wanted state at least as
 * well as `move`, or at least as well as every state of one of `answers`.
 */
export type Condition = { readonly move: number; readonly answers: readonly (readonly number[])[] };

/** A move of an opponent that it would have to like: party, from, to. */
type Step = readonly [party: number, from: number, to: number];

/**
 * The conditions on one party's ranking that are together necessary and sufficient for `state` to be stable for it, everybody's moves
 * and the others' rankings being what they are (inverse analysis: Kinsara, Petersons, Hipel & Kilgour 2015), one for each s1 ∈ R_i(s):
 * nash s ≽ s1; gmr s ≽ s1, or s ≽ s2 for some s2 ∈ R_{N−i}(s1); smr for some such s2 s ≽ s2 and s ≽ s3 for all s3 ∈ R_i(s2); seq, sseq
 * the same with s2 ∈ R⁺_{N−i}(s1). Only gmr and smr (and nash) do not depend on what the others want. Left out are conditions that are
 * always met, and answers that ask for more than another does. O(moves · states · parties), for smr and sseq times its moves.
 */
export function rankingConditions(game: Game, party: number, state: number, concept: Concept): Condition[] {
  const conditions: Condition[] = [];
  someMove(game.moves[party], state, (move) => {
    const reached = concept === "nash" ? [] : answersTo(game, party, move, concept).reached;
    const answers = smallest(deterring(game, party, state, concept, reached), move);
    if (!answers.some((each) => each.length === 0)) conditions.push({ move, answers });
    return false;
  });
  return conditions;
}

/** Whether a ranking meets a condition on it. */
export function meets(ranks: Ranks, state: number, { move, answers }: Condition): boolean {
  const atLeast = (other: number) => !prefers(ranks, other, state);
  return atLeast(move) || answers.some((each) => each.every(atLeast));
}

/** For every state that the answer may end in, what the party must not like better than `state` for it to deter. */
function deterring(
  game: Game,
  party: number,
  state: number,
  concept: Concept,
  reached: readonly number[],
): number[][] {
  return reached.map((end) => {
    const all = new Set([end]);
    if (concept === "smr" || concept === "sseq")
      someMove(game.moves[party], end, (after) => {
        all.add(after);
        return false;
      });
    all.delete(state);
    return [...all];
  });
}

/**
 * Where legal sequences of the opponents' moves (seq and sseq: of their improvements) lead from `move`, and the moves that would lead
 * elsewhere if only their movers liked them. Reads preferences but not the order of `members`, so the game may carry other rankings.
 */
export function answersTo(
  game: Game,
  party: number,
  move: number,
  concept: Concept,
): { readonly reached: number[]; readonly disliked: Step[] } {
  const parties = game.moves.length;
  const improving = concept === "seq" || concept === "sseq";
  const seen = new Set<number>();
  const disliked: Step[] = [];
  const queue: { readonly at: number; readonly last: number }[] = [{ at: move, last: -1 }];
  for (const { at, last } of queue) {
    for (let mover = 0; mover < parties; mover++) {
      if (mover === party || mover === last) continue;
      someMove(game.moves[mover], at, (to) => {
        if (improving && !prefers(game.preferences[mover], to, at)) disliked.push([mover, at, to]);
        else if (!seen.has(to * parties + mover)) {
          seen.add(to * parties + mover);
          queue.push({ at: to, last: mover });
        }
        return false;
      });
    }
  }
  return { reached: [...new Set(queue.slice(1).map(({ at }) => at))], disliked };
}

/** Without the answers that ask for `move` itself or for all that another asks for. */
function smallest(answers: readonly (readonly number[])[], move: number): (readonly number[])[] {
  const bySize = [...answers].sort((a, b) => a.length - b.length);
  const kept: (readonly number[])[] = [];
  // State → the kept answers that ask for it, so that a superset is found by counting.
  const asking = new Map<number, number[]>();
  for (const answer of bySize) {
    if (answer.length === 0) return [answer];
    if (answer.includes(move)) continue;
    const counts = new Map<number, number>();
    const covers = answer.some((each) =>
      (asking.get(each) ?? []).some((index) => {
        const count = (counts.get(index) ?? 0) + 1;
        counts.set(index, count);
        return count === kept[index].length;
      }),
    );
    if (covers) continue;
    for (const each of answer) asking.set(each, [...(asking.get(each) ?? []), kept.length]);
    kept.push(answer);
  }
  return kept;
}
