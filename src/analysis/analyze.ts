import { BIT, CONCEPTS, type Concept, conceptsIn } from "../engine/concepts.ts";
import { type Stabilities, stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import type { Game } from "../game/game.ts";
import type { Expression } from "../model/expression.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import type { AnalyzeFindings, Equilibrium, Notion, StatusQuoFinding } from "./findings.ts";
import { foresightFinding } from "./foresight.ts";
import { groupsOf } from "./groups.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { robust } from "./robust.ts";
import { viewState, viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";
import { unknownFinding } from "./unknown.ts";
import { votesPut } from "./votes.ts";

const LISTED = 10_000;
/** The most equilibria for which it tells what is put to the vote. */
const VOTES_TOLD = 100;
/** More equilibria of a concept than a reader takes in one by one. */
const READABLE = 12;

export type AnalyzeOptions = {
  readonly concepts?: readonly Concept[];
  /** Notions of foresight to compute besides. */
  readonly notions?: readonly Notion[];
  readonly numbering?: "gmcr";
  /** Whether some equilibrium of `concepts` satisfies this becomes `expected` of the findings. */
  readonly expect?: Expression;
  /** The most equilibria to list, and the most states for which to list who finds what stable; 10,000 unless told. */
  readonly listed?: number;
  /** Stabilities computed before, with the status quo as `from`, to be used again. */
  readonly stabilities?: Stabilities;
  readonly onProgress?: (done: number, what: string) => void;
};

/** The stabilities that `analyze` rests on, computed once for several questions. */
export function stabilitiesOf(compiled: Compiled, onProgress?: AnalyzeOptions["onProgress"]): Stabilities {
  const { standoff, game } = compiled;
  return stabilities(game, {
    from: statusQuoState(compiled),
    onProgress: (party) =>
      onProgress?.(party / game.moves.length, `stability for ${standoff.parties[party].title}`),
  });
}

/** What would hold? Every state's stability for every party, and the equilibria. Cost: see `stabilities`. */
export function analyze(compiled: Compiled, options: AnalyzeOptions = {}): AnalyzeFindings {
  const { standoff, space, game } = compiled;
  const concepts = CONCEPTS.filter((concept) => options.concepts?.includes(concept) ?? true);
  const wanted = concepts.reduce((mask, concept) => mask | BIT[concept], 0);
  const most = options.listed ?? LISTED;
  const statusQuo = statusQuoState(compiled);
  const result = options.stabilities ?? stabilitiesOf(compiled, options.onProgress);
  const number = (state: number) => (options.numbering === "gmcr" ? { number: state + 1 } : {});
  const counts = new Map<Concept, number>(concepts.map((concept) => [concept, 0]));
  const expected = options.expect === undefined ? undefined : matching(compiled, options.expect);
  let met = false;
  let equilibriaTotal = 0;
  for (let state = 0; state < game.states; state++) {
    const mask = result.equilibria[state] & wanted;
    if (mask === 0) continue;
    equilibriaTotal++;
    if (expected?.[state] === 1) met = true;
    for (const concept of concepts)
      if ((mask & BIT[concept]) !== 0) counts.set(concept, counts.get(concept)! + 1);
  }
  const foresight = options.notions?.map((notion) => foresightFinding(compiled, notion, result.byParty));
  const listed = mostRobust(result.equilibria, wanted, most);
  const views = viewStates(compiled, listed);
  const strong = result.strong?.equilibria;
  const unknown = unknownFinding(compiled, concepts, result.equilibria);
  const equilibria = listed.map(
    (state, index): Equilibrium => ({
      state: views[index],
      concepts: conceptsIn(result.equilibria[state] & wanted),
      ...(strong && { strongly: conceptsIn(strong[state] & wanted) }),
      isStatusQuo: state === statusQuo,
      ...(index < VOTES_TOLD && standoff.bodies.length > 0 && { votes: votesPut(compiled, state) }),
      ...number(state),
    }),
  );
  return {
    question: "analyze",
    names: namesOf(standoff),
    states: game.states,
    combinations: space.combinations,
    moves: Object.fromEntries(standoff.parties.map(({ id }, party) => [id, countMoves(game, party)])),
    concepts,
    statusQuo:
      statusQuo === undefined
        ? undefined
        : { ...statusQuoFinding(compiled, result, statusQuo, concepts), ...number(statusQuo) },
    counts: Object.fromEntries(counts),
    ...(strong && {
      strongCounts: Object.fromEntries(
        concepts.map((concept) => [
          concept,
          strong.reduce((sum, mask) => sum + ((mask & BIT[concept]) === 0 ? 0 : 1), 0),
        ]),
      ),
    }),
    ...(unknown && { unknown }),
    ...(foresight && { foresight }),
    equilibriaTotal,
    ...(expected === undefined ? {} : { expected: met }),
    equilibria,
    groups: groupsOf(
      compiled,
      result.equilibria,
      concepts.filter((concept) => counts.get(concept)! > READABLE),
    ),
    stability: game.states <= most ? stabilityLists(compiled, result, concepts) : undefined,
  };
}

/** The equilibria, the most robust first, ties in state order; at most `most`. */
function mostRobust(equilibria: Uint8Array, wanted: number, most: number): number[] {
  const masks = new Set<number>();
  for (const mask of equilibria) if ((mask & wanted) !== 0) masks.add(mask & wanted);
  const listed: number[] = [];
  for (const mask of [...masks].sort((a, b) => robust(b) - robust(a))) {
    for (let state = 0; state < equilibria.length && listed.length < most; state++) {
      if ((equilibria[state] & wanted) === mask) listed.push(state);
    }
  }
  return listed;
}

/** Number of pairs of states between which the party can move. O(S) when nothing is restricted, else O(links). */
function countMoves(game: Game, party: number): number {
  const { start, links } = game.moves[party];
  let moves = 0;
  for (let cell = 0; cell + 1 < start.length; cell++) {
    const size = start[cell + 1] - start[cell];
    if (links === undefined) moves += size * (size - 1);
    else {
      for (let at = links.toStart[cell]; at < links.toStart[cell + 1]; at++) {
        const target = links.to[at];
        const there = start[target + 1] - start[target];
        moves += size * (target === cell ? there - 1 : there);
      }
    }
  }
  return moves;
}

function statusQuoFinding(
  compiled: Compiled,
  result: Stabilities,
  state: number,
  concepts: readonly Concept[],
): StatusQuoFinding {
  const { standoff, game } = compiled;
  const shown = (mask: number) => conceptsIn(mask).filter((concept) => concepts.includes(concept));
  return {
    state: viewState(compiled, state),
    concepts: shown(result.equilibria[state]),
    stableFor: Object.fromEntries(
      standoff.parties.map(({ id }, party) => [id, shown(result.byParty[party][state])]),
    ),
    improvements: standoff.parties.flatMap(({ id }, party) => {
      const unanswered = new Map(result.leaving[party].map((each) => [each.to, each.unanswered]));
      return bestFirst(game, party, [...unanswered.keys()])
        .slice(0, 3)
        .map((to) => ({
          party: id,
          to: viewState(compiled, to),
          changes: changesBetween(compiled, state, to),
          unanswered: shown(unanswered.get(to)!),
        }));
    }),
  };
}

function stabilityLists(compiled: Compiled, result: Stabilities, concepts: readonly Concept[]) {
  const views = viewStates(compiled, [...Array(compiled.game.states).keys()]);
  return Object.fromEntries(
    compiled.standoff.parties.map(({ id }, party) => [
      id,
      Object.fromEntries(
        concepts.map((concept) => [
          concept,
          views.filter((_, state) => (result.byParty[party][state] & BIT[concept]) !== 0),
        ]),
      ),
    ]),
  );
}
