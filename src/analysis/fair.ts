import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Values } from "../game/values.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import { type Bargainer, bargainersOf } from "./bargainers.ts";
import { type Bargaining, bargain } from "./bargaining.ts";
import { chooseState } from "./choose-state.ts";
import { type Compromises, compromises } from "./compromises.ts";
import type { BargainingFinding, BargainingPoint, FairFinding, FairFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { viewState, viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

const LISTED = 20;

/**
 * What would be fair? Among all states, whoever would hold to them: the efficient ones, compromises that need rankings only,
 * and where every preference has weights the bargaining solutions with the status quo, or `from`, as what all fall back on.
 * With `weighing`, made before from the same state, nothing is weighed again.
 */
export function fair(
  compiled: Compiled,
  {
    from,
    weighing: { weighed, problems } = weighAll(compiled, from),
  }: { from?: Expression | undefined; weighing?: Weighing | undefined } = {},
): { findings: FairFindings | undefined; problems: Problem[] } {
  if (weighed === undefined) return { findings: undefined, problems };
  return {
    findings: {
      question: "fair",
      names: namesOf(compiled.standoff),
      from: weighed.start === undefined ? undefined : viewState(compiled, weighed.start),
      fair: [fairFinding(compiled, "states", weighed)],
    },
    problems: [],
  };
}

/** Some states, and which of them are fair. */
export type Weighed = {
  readonly states: readonly number[];
  readonly start: number | undefined;
  readonly bargainers: readonly Bargainer[];
  readonly byRank: Compromises;
  /** What the states are worth to each; undefined unless there are weights, and for all. */
  readonly values: readonly Values[] | undefined;
  /** Undefined without values or a start, and when there is nothing to bargain about. */
  readonly byWeight: Bargaining | undefined;
};

/** All states weighed; undefined when `from` does not single one out. */
export type Weighing = { readonly weighed: Weighed | undefined; readonly problems: Problem[] };

/** Weighs all states for `fair` and `frontier`. */
export function weighAll(compiled: Compiled, from: Expression | undefined): Weighing {
  const start = from === undefined ? statusQuoState(compiled) : chooseState(compiled, from);
  return typeof start === "string"
    ? { weighed: undefined, problems: [problemAt(compiled.standoff, "which-state", undefined, start)] }
    : { weighed: weigh(compiled, [...Array(compiled.game.states).keys()], start), problems: [] };
}

function weigh(compiled: Compiled, states: readonly number[], start: number | undefined): Weighed {
  const bargainers = bargainersOf(compiled);
  const known = bargainers.flatMap(({ values }) => values ?? []);
  const values = hasWeights(compiled) && known.length === bargainers.length ? known : undefined;
  return {
    states,
    start,
    bargainers,
    byRank: compromises(
      bargainers.map(({ ranks }) => ranks),
      states,
    ),
    values,
    byWeight: values === undefined || start === undefined ? undefined : bargain(values, states, start),
  };
}

function hasWeights({ standoff }: Compiled): boolean {
  return standoff.preferences.some(({ form }) => form === "weights");
}

/** The same among some states. */
export function fairAmong(
  compiled: Compiled,
  among: FairFinding["among"],
  states: readonly number[],
  start: number | undefined,
): FairFinding {
  return fairFinding(compiled, among, weigh(compiled, states, start));
}

function fairFinding(compiled: Compiled, among: FairFinding["among"], weighed: Weighed): FairFinding {
  const { states, bargainers } = weighed;
  const { efficient, fallback, depth, maximin, height, leastSum, sum } = weighed.byRank;
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
    ...(hasWeights(compiled) && { bargaining: bargainingFinding(compiled, weighed) }),
  };
}

function bargainingFinding(
  compiled: Compiled,
  { bargainers, values, start, byWeight: found }: Weighed,
): BargainingFinding {
  if (values === undefined) {
    const without = bargainers.filter((each) => each.values === undefined).map(({ party }) => party);
    return { lacks: "weights", of: [...new Set(without)] };
  }
  if (start === undefined) return { lacks: "start" };
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

/** Whole units as the number the file's decimals make of them. */
export function worth({ decimals }: Values, whole: number): number {
  return Number(`${whole}e-${decimals}`);
}
