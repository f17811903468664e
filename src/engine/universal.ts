import type { Game } from "../game/game.ts";
import { componentsOf } from "./component-minimum.ts";
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
 * for every member. What free moves reach is a component, so each component needs only its undominated vectors m, and
 * every state is compared with these. Only for games where `movesAreFree`.
 *
 * O(2^parties · S · (parties + undominated vectors of a component)); of those there are few unless the members of a large group
 * want very different things. smr and sseq have no such form: whether a group could escape from where it was brought
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
  const stable = new Uint8Array(game.states).fill(1);
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
    keepUnbeaten(stable, componentsOf(game, group), own, worst);
  }
  return stable;
}

/** Clears the states that are beaten: some vector of `worst` in their component is higher in every member. */
export function keepUnbeaten(
  stable: Uint8Array,
  { component, count }: { component: Int32Array; count: number },
  own: readonly Int32Array[],
  worst: readonly Int32Array[],
): void {
  const states = component.length;
  const start = new Int32Array(count + 1);
  for (let state = 0; state < states; state++) start[component[state] + 1]++;
  for (let each = 0; each < count; each++) start[each + 1] += start[each];
  const members = new Int32Array(states);
  const next = start.slice();
  for (let state = 0; state < states; state++) members[next[component[state]]++] = state;

  const undominated = new Int32Array(states);
  for (let each = 0; each < count; each++) {
    const size = skyline(members, start[each], start[each + 1], worst, undominated);
    for (let at = start[each]; at < start[each + 1]; at++) {
      const state = members[at];
      if (stable[state] === 0) continue;
      for (let index = 0; index < size; index++) {
        if (!higher(worst, undominated[index], own, state)) continue;
        stable[state] = 0;
        // What beats one state often beats the next.
        const found = undominated[index];
        undominated[index] = undominated[0];
        undominated[0] = found;
        break;
      }
    }
  }
}

/** Writes the members whose vectors no other's is at least as high as everywhere into `out`; of equal ones the first. */
function skyline(
  members: Int32Array,
  from: number,
  to: number,
  worst: readonly Int32Array[],
  out: Int32Array,
): number {
  let size = 0;
  for (let at = from; at < to; at++) {
    const state = members[at];
    let dominated = false;
    for (let index = 0; index < size; ) {
      const kept = out[index];
      if (atLeast(worst, kept, state)) {
        dominated = true;
        out[index] = out[0];
        out[0] = kept;
        break;
      }
      if (atLeast(worst, state, kept)) out[index] = out[--size];
      else index++;
    }
    if (!dominated) out[size++] = state;
  }
  return size;
}

function atLeast(worst: readonly Int32Array[], one: number, other: number): boolean {
  for (const of of worst) if (of[one] < of[other]) return false;
  return true;
}

function higher(
  worst: readonly Int32Array[],
  one: number,
  own: readonly Int32Array[],
  state: number,
): boolean {
  for (let member = 0; member < worst.length; member++) {
    if (worst[member][one] <= own[member][state]) return false;
  }
  return true;
}
