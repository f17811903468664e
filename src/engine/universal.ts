import type { Game } from "../game/game.ts";
import { componentsOf } from "./component-minimum.ts";
import { dominance, inOrder } from "./dominance.ts";
import { worstAnswers } from "./worst-answer.ts";

/** The concepts for which a group's stability comes down to numbers that can be compared. */
export type UniversalConcept = "nash" | "gmr" | "seq";

/** Whether `universallyStable` applies: every party a chain of ranks, every move free to be made and undone. */
export function movesAreFree(game: Game): boolean {
  return (
    game.moves.every(({ links }) => links === undefined) &&
    game.preferences.every(({ kind }) => kind === "ranked")
  );
}

/**
 * Universal coalition stability (Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008) fast: a byte per state, 1 where no
 * group of any size would leave. For a group H let m_i(t) be the least rank that member i gets among what the others reach
 * from t, staying included (nash: the rank of t). H leaves s iff what it can reach together holds some t with m_i(t) > rank_i(s)
 * for every member. What free moves reach is a component, so each component is a question of `dominance`: which of its
 * states have a rank vector that some m of it exceeds. Only for games where `movesAreFree`.
 *
 * O(S · parties) for each of the 2^parties groups, and what `dominance` takes for vectors of as many coordinates as members. smr and sseq have no such form: whether a group could escape from where it was brought
 * to something all members prefer to s is no number, but a question of its own for every pair of s and component; they
 * stay with `wayOut`.
 */
export function universallyStable(
  game: Game,
  concept: UniversalConcept,
  onProgress: (done: number) => void = () => {},
): Uint8Array {
  const parties = game.moves.length;
  const ranks = game.preferences.map((preference) => {
    if (preference.kind !== "ranked") throw new Error("universal stability needs chains of ranks");
    return preference;
  });
  const leaves = new Uint8Array(game.states);
  for (let mask = 1; mask < 2 ** parties; mask++) {
    onProgress(mask / 2 ** parties);
    const inside = (party: number) => ((mask >> party) & 1) === 1;
    const group = [...ranks.keys()].filter(inside);
    const others = [...ranks.keys()].filter((party) => !inside(party));
    const own = group.map((member) => ranks[member].rank);
    const levels = Math.max(...group.map((member) => ranks[member].levels));
    const worst =
      concept === "nash" || others.length === 0
        ? own
        : worstAnswers(game, others, own, levels, concept === "seq");
    markBeaten(leaves, componentsOf(game, group), own, worst, levels);
  }
  return leaves.map((each) => 1 - each);
}

/** Sets `beaten` for the states that are: some vector of `by` in their component is higher in every member than `own` there; ranks below `levels`. */
export function markBeaten(
  beaten: Uint8Array,
  { component, count }: { component: Int32Array; count: number },
  own: readonly Int32Array[],
  by: readonly Int32Array[],
  levels: number,
): void {
  const start = new Int32Array(count + 1);
  for (let state = 0; state < component.length; state++) start[component[state] + 1]++;
  for (let each = 0; each < count; each++) start[each + 1] += start[each];
  const states = component.map((_, state) => state);
  const byComponent = (key: Int32Array) => inOrder(inOrder(states, key, levels), component, count);
  const [targets, sources] = [byComponent(by[0]), byComponent(own[0])];
  const mark = dominance(by, own, beaten);
  for (let each = 0; each < count; each++) mark(targets, sources, start[each], start[each + 1]);
}
