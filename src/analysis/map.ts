import { BIT, type Concept, conceptsIn } from "../engine/concepts.ts";
import { reachableFrom } from "../engine/reachability.ts";
import type { Stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { bestFirst } from "./best-first.ts";
import { groupsOf } from "./groups.ts";
import type { MapFindings, MapMove, MoveKind } from "./map-findings.ts";
import { namesOf } from "./names.ts";
import { robust } from "./robust.ts";
import { viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The most states shown one and all, the most equilibria shown of a larger standoff, and the most moves drawn. */
const READABLE = 300;
const EQUILIBRIA = 24;
const MOVES = 600;
/** The most states times parties for which paths from every equilibrium are searched, besides those from the status quo. */
const SEARCHED = 2 ** 20;

export type MapOptions = {
  /** Under which concept a state counts as one that holds. */
  readonly concept: Concept;
  /** All moves, not improvements only. */
  readonly everyMove: boolean;
  readonly onProgress?: (share: number, what: string) => void;
};

/**
 * Which states and moves make the map? Every state where that can be read; else the status quo, the equilibria (the most
 * robust, and of these the nearest to the status quo), shortest legal sequences of improvements to them from the status
 * quo, and from each of them to the nearest other (status quo analysis: Li, Kilgour & Hipel 2005). With `everyMove` also
 * shortest sequences of any moves to those that improvements do not reach. All moves asked for between the states chosen
 * are drawn; where these are too many, only improvements, then only the best one of every party at every state.
 * O(parties · S) for each search; O(S) and the moves of the states chosen otherwise.
 */
export function map(
  compiled: Compiled,
  { equilibria }: Stabilities,
  { concept, everyMove, onProgress = () => {} }: MapOptions,
): MapFindings {
  const { standoff, game } = compiled;
  const statusQuo = statusQuoState(compiled);
  const bit = BIT[concept];
  let holding = 0;
  for (const mask of equilibria) if ((mask & bit) !== 0) holding++;
  const whole = game.states <= READABLE;
  const choice = whole
    ? { states: [...Array(game.states).keys()], onPaths: new Set<string>(), distance: undefined }
    : chooseStates(compiled, equilibria, statusQuo, { bit, everyMove, onProgress });
  const order = (state: number) => (state === statusQuo ? 0 : (equilibria[state] & bit) !== 0 ? 1 : 2);
  const states = choice.states.sort((a, b) => order(a) - order(b) || a - b);
  const views = viewStates(compiled, states);
  const holdingShown = states.filter((state) => (equilibria[state] & bit) !== 0).length;
  return {
    question: "map",
    names: namesOf(standoff),
    concept,
    states: game.states,
    whole,
    holding,
    holdingShown,
    ...(choice.distance !== undefined && {
      reached: states.filter((state) => (equilibria[state] & bit) !== 0 && choice.distance![state] > 0)
        .length,
    }),
    shown: states.map((number, index) => ({
      number,
      state: views[index],
      isStatusQuo: number === statusQuo,
      concepts: conceptsIn(equilibria[number]),
    })),
    ...movesBetween(compiled, states, choice.onPaths, everyMove),
    groups: holdingShown < holding ? groupsOf(compiled, equilibria, [concept]) : [],
  };
}

type Choice = {
  readonly states: number[];
  /** The moves of the paths, so that thinning keeps them. */
  readonly onPaths: ReadonlySet<string>;
  /** Least number of improvements to each state from the status quo, −1: none lead there. */
  readonly distance: Int32Array | undefined;
};

function chooseStates(
  { game, standoff }: Compiled,
  equilibria: Uint8Array,
  statusQuo: number | undefined,
  {
    bit,
    everyMove,
    onProgress,
  }: { bit: number; everyMove: boolean; onProgress: NonNullable<MapOptions["onProgress"]> },
): Choice {
  const chosen = new Set<number>(statusQuo === undefined ? [] : [statusQuo]);
  const onPaths = new Set<string>();
  const follow = (from: number, steps: readonly { readonly party: number; readonly to: number }[]) => {
    let at = from;
    for (const { party, to } of steps) {
      onPaths.add(key(at, to, party));
      chosen.add(to);
      at = to;
    }
  };
  onProgress(0, "paths from the status quo");
  const reach = statusQuo === undefined ? undefined : reachableFrom(game, statusQuo, true);
  const shown = nearestOfMostRobust(equilibria, bit, reach?.distance);
  for (const state of shown) chosen.add(state);
  if (reach !== undefined && statusQuo !== undefined) {
    const unreached = shown.filter((state) => reach.distance[state] < 0);
    for (const state of shown) follow(statusQuo, reach.sequenceTo(state));
    if (everyMove && unreached.length > 0) {
      const byMoves = reachableFrom(game, statusQuo, false);
      for (const state of unreached) follow(statusQuo, byMoves.sequenceTo(state));
    }
  }
  if (game.states * standoff.parties.length <= SEARCHED) {
    shown.forEach((from, index) => {
      onProgress(index / shown.length, "paths between outcomes");
      if ((equilibria[from] & BIT.nash) !== 0 || from === statusQuo) return;
      const onward = reachableFrom(game, from, true);
      const nearest = shown.reduce<number | undefined>((best, to) => {
        if (onward.distance[to] <= 0) return best;
        return best === undefined || onward.distance[to] < onward.distance[best] ? to : best;
      }, undefined);
      if (nearest !== undefined) follow(from, onward.sequenceTo(nearest));
    });
  }
  return { states: [...chosen], onPaths, distance: reach?.distance };
}

/** The equilibria of a concept that hold under the most demanding notions besides, of these the nearest first. O(S). */
function nearestOfMostRobust(
  equilibria: Uint8Array,
  bit: number,
  distance: Int32Array | undefined,
): number[] {
  const far = equilibria.length;
  const after = (state: number) => {
    const steps = distance === undefined || distance[state] < 0 ? far : distance[state];
    return steps - robust(equilibria[state]) * (far + 1);
  };
  const best: { state: number; after: number }[] = [];
  for (let state = 0; state < equilibria.length; state++) {
    if ((equilibria[state] & bit) === 0) continue;
    const here = { state, after: after(state) };
    if (best.length === EQUILIBRIA && best[EQUILIBRIA - 1].after <= here.after) continue;
    const place = best.findIndex((each) => each.after > here.after);
    best.splice(place < 0 ? best.length : place, 0, here);
    best.length = Math.min(best.length, EQUILIBRIA);
  }
  return best.map(({ state }) => state);
}

function movesBetween(
  { game }: Compiled,
  states: readonly number[],
  onPaths: ReadonlySet<string>,
  everyMove: boolean,
): { kind: MoveKind; moves: number; drawn: MapMove[] } {
  const placeOf = new Map(states.map((state, place) => [state, place]));
  const all: MapMove[] = [];
  const best: MapMove[] = [];
  game.moves.forEach((moves, party) => {
    states.forEach((state, from) => {
      const better: number[] = [];
      someMove(moves, state, (to) => {
        const place = placeOf.get(to);
        if (place === undefined) return false;
        const improvement = prefers(game.preferences[party], to, state);
        all.push({ from, to: place, party, improvement });
        if (improvement) better.push(to);
        return false;
      });
      const [first] = bestFirst(game, party, better);
      for (const to of better)
        if (to === first || onPaths.has(key(state, to, party)))
          best.push({ from, to: placeOf.get(to)!, party, improvement: true });
    });
  });
  const improvements = all.filter(({ improvement }) => improvement);
  const moves = everyMove ? all.length : improvements.length;
  if (everyMove && all.length <= MOVES) return { kind: "all", moves, drawn: all };
  return improvements.length <= MOVES
    ? { kind: "improvements", moves, drawn: improvements }
    : { kind: "best", moves, drawn: best };
}

const key = (from: number, to: number, party: number) => `${from} ${to} ${party}`;
