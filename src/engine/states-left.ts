import type { Game } from "../game/game.ts";
import { wayOut } from "./coalition.ts";
import { componentMinimum, componentsOf } from "./component-minimum.ts";
import type { Concept } from "./concepts.ts";
import { reachableFrom } from "./reachability.ts";
import { markBeaten, movesAreFree } from "./universal.ts";
import { worstAnswers } from "./worst-answer.ts";

/**
 * Which of the states asked about (1 in `asked`) a group would leave together under the concept: a byte per state, 1 where it
 * would. The definition is that of `wayOut` (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008), for every state at once.
 *
 * Let m_i(t) be the least rank of member i among what the others reach from t, staying included (nash: the rank of t). Under
 * nash, gmr and seq the group leaves s iff it reaches together some t with m_i(t) > rank_i(s) for every member. What lies in
 * the same component of the group's moves, one-way ones taken as free, is all it could reach; so a state that nothing in its
 * component beats is kept, and where moves are free one that is beaten is left. That settles most states in O(S · (parties +
 * log)) for a group. The rest, states of standoffs with one-way options or guards and for smr and sseq states beaten in rank
 * though not in m, take a search each, O(parties · S). `outOfTime` is asked before each of these; undefined when it said yes.
 */
export function statesLeft(
  game: Game,
  group: readonly number[],
  concept: Concept,
  asked: Uint8Array,
  outOfTime: () => boolean = () => false,
): Uint8Array | undefined {
  const left = new Uint8Array(game.states);
  const ranks = game.preferences.map((preference) => (preference.kind === "ranked" ? preference : undefined));
  const settle = (open: Uint8Array, leaves: (state: number) => boolean) => {
    for (let state = 0; state < game.states; state++) {
      if (open[state] === 0) continue;
      if (outOfTime()) return undefined;
      if (leaves(state)) left[state] = 1;
    }
    return left;
  };
  if (ranks.includes(undefined))
    return settle(asked, (state) => wayOut(game, group, state, concept) !== undefined);

  const others = [...game.moves.keys()].filter((party) => !group.includes(party));
  const own = group.map((member) => ranks[member]!.rank);
  const levels = Math.max(...group.map((member) => ranks[member]!.levels));
  const improving = concept === "seq" || concept === "sseq";
  const unanswered = concept === "nash" || others.length === 0;
  const worst = unanswered ? own : worstAnswers(game, others, own, levels, improving);
  const components = componentsOf(game, group);
  const beaten = statesBeaten(asked, components, own, worst, levels);
  const symmetric = !unanswered && (concept === "smr" || concept === "sseq");
  const free = movesAreFree(game);
  if (free) left.set(beaten);
  if (free && !symmetric) return left;

  const better = (than: number, by: readonly Int32Array[]) => (to: number) =>
    own.every((rank, at) => by[at][to] > rank[than]);
  if (!symmetric)
    return settle(beaten, (state) => someReached(game, group, state, undefined, better(state, worst)));

  // What is unstable under gmr (seq) is so under smr (sseq) too; what nothing in reach improves on is stable.
  const open = statesBeaten(asked, components, own, own, levels);
  if (free) for (let state = 0; state < game.states; state++) if (left[state] === 1) open[state] = 0;
  const inside = free ? components : undefined;
  const search = reaching(game, group, false, inside);
  const answer = reaching(
    game,
    others,
    improving,
    free && !improving ? componentsOf(game, others) : undefined,
  );
  return settle(open, (state) => {
    const improves = better(state, own);
    const escapes = search(improves);
    const deterred = answer((to) => escapes[to] !== 0);
    return someReached(game, group, state, inside, (to) => improves(to) && deterred[to] !== 0);
  });
}

/** 1 for the states asked about that something in their component beats: `by` is higher there for every member than `own` here. */
function statesBeaten(
  asked: Uint8Array,
  components: ReturnType<typeof componentsOf>,
  own: readonly Int32Array[],
  by: readonly Int32Array[],
  levels: number,
): Uint8Array {
  const beaten = asked.map((each) => 1 - each);
  markBeaten(beaten, components, own, by, levels);
  return asked.map((each, state) => each & beaten[state]);
}

/**
 * Tells for a property the states from which the movers can come to one that has it, staying included: 0 for these, 1 for the
 * others. `components` where the moves are free and need not improve, so that they are found once for all properties.
 */
function reaching(
  game: Game,
  movers: readonly number[],
  improving: boolean,
  components: ReturnType<typeof componentsOf> | undefined,
): (holds: (state: number) => boolean) => Int32Array {
  const key = new Int32Array(game.states);
  return (holds) => {
    for (let state = 0; state < key.length; state++) key[state] = holds(state) ? 0 : 1;
    if (components !== undefined) return componentMinimum(components, key);
    return worstAnswers(game, movers, [key], 2, improving)[0];
  };
}

/** Whether the group can come from the state to another that is wanted; `components` where its moves are free. */
function someReached(
  game: Game,
  group: readonly number[],
  state: number,
  components: ReturnType<typeof componentsOf> | undefined,
  wanted: (to: number) => boolean,
): boolean {
  if (components === undefined) {
    const { distance } = reachableFrom(game, state, false, group);
    for (let to = 0; to < game.states; to++) if (distance[to] > 0 && wanted(to)) return true;
    return false;
  }
  const { component } = components;
  for (let to = 0; to < game.states; to++)
    if (component[to] === component[state] && to !== state && wanted(to)) return true;
  return false;
}
