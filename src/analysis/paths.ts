import { BIT, CONCEPTS, type Concept, conceptsIn } from "../engine/concepts.ts";
import { type Reachability, reachableFrom } from "../engine/reachability.ts";
import { type Stabilities, stabilities } from "../engine/stability.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { problemAt } from "../game/problem-at.ts";
import { codeOfState, levelIn, stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { chooseState, type WhichState } from "./choose-state.ts";
import type { Barrier, PathsFindings, Sequence } from "./findings.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { robust } from "./robust.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";

/** The most targets told one by one, and the most states of a standoff whose barriers are looked for. */
const TOLD = 20;
const BARRIERS_UP_TO = 2 ** 16;

export type PathsOptions = {
  /** Where to start; the status quo when undefined. Must single out a state, as for `explain`. */
  readonly from?: WhichState;
  /** Which outcomes to look for; the equilibria when undefined. */
  readonly to?: Expression | undefined;
  readonly concepts?: readonly Concept[] | undefined;
  /** Made before, so that they are not made again. */
  readonly stabilities?: Stabilities | undefined;
};

/**
 * How could we get there? From one state, the outcomes asked for (or the equilibria): whether they can be reached by any
 * moves and by improvements only, by which shortest legal sequence, who moves, who gains; and what cuts off the others.
 * Two breadth-first searches, O(parties · S); equilibria cost what `stabilities` costs.
 */
export function paths(
  compiled: Compiled,
  { from, to, concepts = CONCEPTS, stabilities: known }: PathsOptions = {},
): { findings: PathsFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  const start = chooseState(compiled, from);
  if (typeof start === "string") {
    return { findings: undefined, problems: [problemAt(standoff, "which-state", undefined, start)] };
  }
  const { equilibria } = known ?? stabilities(game);
  const wanted = concepts.reduce((mask, concept) => mask | BIT[concept], 0);
  const holds = to === undefined ? undefined : matching(compiled, to);
  const isTarget = (state: number) =>
    state !== start && (holds === undefined ? (equilibria[state] & wanted) !== 0 : holds[state] === 1);
  const byMoves = reachableFrom(game, start, false);
  const byImprovements = reachableFrom(game, start, true);

  const targets: number[] = [];
  let movesReach = 0;
  let improvementsReach = 0;
  for (let state = 0; state < game.states; state++) {
    if (!isTarget(state)) continue;
    targets.push(state);
    if (byMoves.distance[state] >= 0) movesReach++;
    if (byImprovements.distance[state] >= 0) improvementsReach++;
  }
  const far = game.states + 1;
  const distance = (reach: Reachability, state: number) =>
    reach.distance[state] < 0 ? far : reach.distance[state];
  targets.sort(
    (a, b) =>
      robust(equilibria[b] & wanted) - robust(equilibria[a] & wanted) ||
      distance(byImprovements, a) - distance(byImprovements, b) ||
      distance(byMoves, a) - distance(byMoves, b) ||
      a - b,
  );
  return {
    findings: {
      question: "paths",
      names: namesOf(standoff),
      from: viewState(compiled, start),
      targets: targets.length,
      reachedByMoves: movesReach,
      reachedByImprovements: improvementsReach,
      listed: targets.slice(0, TOLD).map((state) => ({
        state: viewState(compiled, state),
        concepts: conceptsIn(equilibria[state] & wanted),
        byMoves: sequence(compiled, byMoves, start, state),
        byImprovements: sequence(compiled, byImprovements, start, state),
        gains: Object.fromEntries(
          standoff.parties.map(({ id }, party) => {
            const ranks = game.preferences[party];
            return [
              id,
              prefers(ranks, state, start) ? "better" : prefers(ranks, start, state) ? "worse" : "equal",
            ];
          }),
        ),
        barriers: byMoves.distance[state] >= 0 ? [] : barriers(compiled, start, state),
      })),
    },
    problems: [],
  };
}

function sequence(
  compiled: Compiled,
  reach: Reachability,
  start: number,
  state: number,
): Sequence | undefined {
  return reach.distance[state] < 0 ? undefined : sequenceFinding(compiled, start, reach.sequenceTo(state));
}

/**
 * What cuts a state off: every one-way option that would have to be undone; else every single guard, constraint or
 * misperception without which it could be reached. Empty when only several together cut it off, or the standoff is large.
 */
function barriers(compiled: Compiled, start: number, state: number): Barrier[] {
  const { standoff, space } = compiled;
  const here = codeOfState(space, start);
  const there = codeOfState(space, state);
  const oneWay = space.digits.flatMap((digit): Barrier[] => {
    const { option } = digit;
    const change = levelIn(there, digit) - levelIn(here, digit);
    const barred = option.oneWay === "taken" ? change < 0 : option.oneWay === "dropped" && change > 0;
    return barred ? [{ kind: "one-way", option: option.id }] : [];
  });
  if (oneWay.length > 0 || compiled.game.states > BARRIERS_UP_TO) return oneWay;
  const quote = ({ start: first, end }: { readonly start: number; readonly end: number }) =>
    standoff.text.slice(first, end).replace(/\s+/g, " ");
  const relaxations: { barrier: Barrier; without: Standoff }[] = [
    ...standoff.options.flatMap((option) =>
      option.changesWhen === undefined
        ? []
        : [
            {
              barrier: { kind: "guard" as const, option: option.id, text: quote(option.changesWhen.span) },
              without: {
                ...standoff,
                options: standoff.options.map((each) =>
                  each === option ? { ...each, changesWhen: undefined } : each,
                ),
              },
            },
          ],
    ),
    ...standoff.constraints.map((constraint) => ({
      barrier: {
        kind: "constraint" as const,
        text: `${constraint.kind}: ${quote(constraint.condition.span)}`,
      },
      without: { ...standoff, constraints: standoff.constraints.filter((each) => each !== constraint) },
    })),
    ...standoff.perceptions.map((perception) => ({
      barrier: { kind: "misperception" as const, party: perception.party },
      without: { ...standoff, perceptions: standoff.perceptions.filter((each) => each !== perception) },
    })),
  ];
  return relaxations.flatMap(({ barrier, without }) => {
    // Preferences play no part in moves; without a constraint a ranking might no longer cover every state.
    const indifferent = without.preferences.map(({ party, span }) => ({
      form: "statements" as const,
      party,
      statements: [],
      span,
    }));
    const relaxed = compile({ ...without, preferences: indifferent }).compiled;
    if (relaxed === undefined) return [];
    const reach = reachableFrom(relaxed.game, stateOfCode(relaxed.space, here), false);
    return reach.distance[stateOfCode(relaxed.space, there)] >= 0 ? [barrier] : [];
  });
}
