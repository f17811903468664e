import { BIT, CONCEPTS, type Concept } from "../engine/concepts.ts";
import { deterrence } from "../engine/deterrence.ts";
import { reachableFrom } from "../engine/reachability.ts";
import type { Stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import type { PackagesFindings } from "./findings.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { packageFinding } from "./package-finding.ts";
import { packagesFrom } from "./packages.ts";
import { viewState } from "./state-view.ts";

/** More packages are counted and not listed. */
const LISTED = 100;

/** What a mediator wants to reach, from which state, and what is to keep it once reached. */
export type Sought = { readonly goal: Expression; readonly start: number; readonly concept: Concept };

/**
 * Whether a goal would hold, and every package for it: a joint change of options by several parties, its signatories, from `start` to a
 * state where the goal holds, that no signatory likes less than where it stands, that is then an equilibrium of the concept, and
 * that no group of signatories would leave together. `states` are where packages lead. Exact: all goal states are tried; when
 * `outOfTime` says so what is not decided yet is left and told. Cost: `packagesFrom`.
 */
export function goalPackages(
  compiled: Compiled,
  { goal, start, concept }: Sought,
  { equilibria }: Stabilities,
  { onProgress, outOfTime }: { onProgress: (done: number) => void; outOfTime: () => boolean },
): { readonly findings: PackagesFindings; readonly states: readonly number[] } {
  const { standoff, game } = compiled;
  const wanted = matching(compiled, goal);
  const goals = [...wanted.keys()].filter((state) => wanted[state] === 1);
  const byImprovements = reachableFrom(game, start, true);
  const { found, failing, decidedUpTo, undecided } = packagesFrom(compiled, {
    wanted,
    start,
    concept,
    equilibria,
    onProgress,
    outOfTime,
  });
  const deterred = deterrence(game, concept);
  return {
    findings: {
      names: namesOf(standoff),
      concept,
      from: viewState(compiled, start),
      alreadyThere: wanted[start] === 1,
      goals: goals.length,
      holding: Object.fromEntries(
        CONCEPTS.map((each) => [each, goals.filter((state) => (equilibria[state] & BIT[each]) !== 0).length]),
      ),
      outcomes: equilibria.reduce((sum, mask) => sum + Number((mask & BIT[concept]) !== 0), 0),
      reachedByImprovements: goals.filter(
        (state) => (equilibria[state] & BIT[concept]) !== 0 && byImprovements.distance[state] >= 0,
      ).length,
      failing,
      ...(undecided > 0 && { unfinished: { decidedUpTo, undecided } }),
      packagesTotal: found.length,
      packages: found
        .slice(0, LISTED)
        .map((each) => packageFinding(compiled, start, each, concept, deterred)),
    },
    states: found.map(({ state }) => state),
  };
}
