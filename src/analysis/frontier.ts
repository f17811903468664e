import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Problem } from "../model/problem.ts";
import { flags, type Weighing, weighAll, worth } from "./fair.ts";
import { COMPROMISES, type Compromise, type FrontierFindings } from "./findings.ts";
import { namesOf } from "./names.ts";

const MOST_POINTS = 1_000_000;
/** Gray points drawn, and states looked at for them. */
const MOST_OTHERS = 2000;
const MOST_LOOKED_AT = 100_003;

/**
 * The efficient frontier among all states: those that no other equals or betters for all and betters for somebody (Pareto), with
 * their coordinates and the compromises of `fair` marked. Cost as `efficientStates`.
 */
export function frontier(
  compiled: Compiled,
  { weighed, problems }: Weighing = weighAll(compiled, undefined),
): { findings: FrontierFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  if (weighed === undefined) return { findings: undefined, problems };
  const { bargainers, start, byRank, values, byWeight } = weighed;
  if (byRank.efficient.length > MOST_POINTS)
    return {
      findings: undefined,
      problems: [
        problemAt(
          standoff,
          "limit",
          undefined,
          `${byRank.efficient.length.toLocaleString("en")} states are efficient, too many to write; the limit is ${MOST_POINTS.toLocaleString("en")}`,
        ),
      ],
    };
  const listed = Object.fromEntries(
    COMPROMISES.map((each) => [each, flags(game.states, { ...byRank, ...byWeight }[each] ?? [])]),
  ) as Record<Compromise, Uint8Array>;

  const coordinate = (index: number, state: number): number => {
    if (values !== undefined) return worth(values[index], values[index].whole[state]);
    const { rank, levels } = bargainers[index].ranks;
    return levels - rank[state];
  };
  const at = (state: number) => bargainers.map((_, index) => coordinate(index, state));
  const [first] = bargainers;
  const efficient = [...byRank.efficient].sort((a, b) => first.ranks.rank[b] - first.ranks.rank[a] || a - b);
  return {
    findings: {
      names: namesOf(standoff),
      states: game.states,
      measure: values === undefined ? "place" : "value",
      axes: bargainers.map(({ party, member, ranks: { rank, levels } }, index) => ({
        party,
        ...(member === undefined ? {} : { member }),
        best: coordinate(index, rank.indexOf(levels - 1)),
        worst: coordinate(index, rank.indexOf(0)),
      })),
      points: efficient.map((state) => ({
        index: state,
        at: at(state),
        compromises: COMPROMISES.filter((each) => listed[each][state] === 1),
      })),
      start: start === undefined ? undefined : { index: start, at: at(start) },
      others: bargainers.length === 2 ? othersOf(flags(game.states, efficient), at) : [],
    },
    problems: [],
  };
}

/** Coordinates of states that are not efficient, each once: of all, or of every n-th where there are very many. */
function othersOf(efficient: Uint8Array, at: (state: number) => number[]): number[][] {
  const distinct = new Map<string, number[]>();
  const step = Math.ceil(efficient.length / MOST_LOOKED_AT);
  for (let state = 0; state < efficient.length; state += step) {
    if (efficient[state] === 1) continue;
    const here = at(state);
    distinct.set(here.join(), here);
  }
  const every = Math.ceil(distinct.size / MOST_OTHERS);
  return [...distinct.values()].filter((_, index) => index % every === 0);
}
