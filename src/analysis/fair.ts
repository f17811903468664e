import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Values } from "../game/values.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import { type Bargainer, bargainersOf } from "./bargainers.ts";
import { bargain } from "./bargaining.ts";
import { chooseState } from "./choose-state.ts";
import { compromises } from "./compromises.ts";
import type { BargainingFinding, BargainingPoint, FairFinding, FairFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { viewState, viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

const LISTED = 20;

/**
 * What would be fair? Among all states, whoever would hold to them: the efficient ones, compromises that need rankings only,
 * and where every preference has weights the bargaining solutions with the status quo, or `from`, as what all fall back on.
 */
export function fair(
  compiled: Compiled,
  { from }: { from?: Expression | undefined } = {},
): { findings: FairFindings | undefined; problems: Problem[] } {
  const start = from === undefined ? statusQuoState(compiled) : chooseState(compiled, from);
  if (typeof start === "string")
    return {
      findings: undefined,
      problems: [problemAt(compiled.standoff, "which-state", undefined, start)],
    };
  return {
    findings: {
      question: "fair",
      names: namesOf(compiled.standoff),
      from: start === undefined ? undefined : viewState(compiled, start),
      fair: [fairAmong(compiled, "states", [...Array(compiled.game.states).keys()], start)],
    },
    problems: [],
  };
}

/** The same among some states. */
export function fairAmong(
  compiled: Compiled,
  among: FairFinding["among"],
  states: readonly number[],
  start: number | undefined,
): FairFinding {
  const bargainers = bargainersOf(compiled);
  const { efficient, fallback, depth, maximin, height, leastSum, sum } = compromises(
    bargainers.map(({ ranks }) => ranks),
    states,
  );
  const best = flags(compiled.game.states, efficient);
  const shown = (some: readonly number[]) => {
    const first = [
      ...some.filter((state) => best[state] === 1),
      ...some.filter((state) => best[state] === 0),
    ];
    return viewStates(compiled, first.slice(0, LISTED));
  };
  return {
    among,
    outcomes: states.length,
    counting: bargainers.map(({ party, member }) => (member === undefined ? { party } : { party, member })),
    efficientTotal: efficient.length,
    efficient: shown(efficient),
    fallbackTotal: fallback.length,
    fallback: shown(fallback),
    depth,
    maximinTotal: maximin.length,
    maximin: shown(maximin),
    height,
    leastSumTotal: leastSum.length,
    leastSum: shown(leastSum),
    sum,
    ...(compiled.standoff.preferences.some(({ form }) => form === "weights") && {
      bargaining: bargainingAmong(compiled, bargainers, states, start),
    }),
  };
}

function bargainingAmong(
  compiled: Compiled,
  bargainers: readonly Bargainer[],
  states: readonly number[],
  start: number | undefined,
): BargainingFinding {
  const values = valuesOfAll(bargainers);
  if (values === undefined) {
    const without = bargainers.filter((each) => each.values === undefined).map(({ party }) => party);
    return { lacks: "weights", of: [...new Set(without)] };
  }
  if (start === undefined) return { lacks: "start" };
  const found = bargain(values, states, start);
  if (found === undefined) return { lacks: "rational" };
  const point = (some: readonly number[]): BargainingPoint => ({
    total: some.length,
    outcomes: viewStates(compiled, some.slice(0, LISTED)).map((state, index) => ({
      state,
      gains: values.map((each) => worth(each, each.whole[some[index]] - each.whole[start])),
    })),
  });
  return {
    rational: found.rational.length,
    most: values.map((each, index) => worth(each, found.most[index])),
    nash: { ...point(found.nash), gaining: found.gaining },
    kalaiSmorodinsky: point(found.kalaiSmorodinsky),
    egalitarian: point(found.egalitarian),
    utilitarian: point(found.utilitarian),
  };
}

/** A byte per state, 1 for those listed. */
export function flags(states: number, listed: readonly number[]): Uint8Array {
  const of = new Uint8Array(states);
  for (const state of listed) of[state] = 1;
  return of;
}

/** What the states are worth to each; undefined unless all have weights. */
export function valuesOfAll(bargainers: readonly Bargainer[]): Values[] | undefined {
  const values = bargainers.flatMap((each) => each.values ?? []);
  return values.length === bargainers.length ? values : undefined;
}

/** Whole units as the number the file's decimals make of them. */
export function worth({ decimals }: Values, whole: number): number {
  return Number(`${whole}e-${decimals}`);
}
