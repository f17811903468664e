import { BIT, CONCEPTS, type Concept } from "../engine/concepts.ts";
import { deterrence } from "../engine/deterrence.ts";
import { reachableFrom } from "../engine/reachability.ts";
import { stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import { bindings } from "./bindings.ts";
import { changesOfMind } from "./changes-of-mind.ts";
import { chooseState } from "./choose-state.ts";
import { fairAmong } from "./fair.ts";
import type { MediateFindings } from "./findings.ts";
import { inverse } from "./inverse.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { packageFinding } from "./package-finding.ts";
import { noPackages, packagesFrom } from "./packages.ts";
import { viewState } from "./state-view.ts";

/** More packages are counted and not listed. */
const LISTED = 100;

/**
 * What would it take? Every package: a joint change of options by several parties, its signatories, from the status quo (or
 * `from`) to a state where `goal` holds, that no signatory likes less than where it stands, that is then an equilibrium of
 * the concept, and that no group of signatories would leave together. Exact: all goal states are tried; when `outOfTime` says so
 * what is not decided yet is left and told. Cost: `stabilities`, then `packagesFrom`, then `bindings`, and where there is no package
 * `changesOfMind`.
 */
export function mediate(
  compiled: Compiled,
  {
    goal,
    from,
    concept = "seq",
    fair = false,
    askInverse = false,
    onProgress = () => {},
    outOfTime = () => false,
  }: {
    goal: Expression;
    from?: Expression | undefined;
    concept?: Concept;
    fair?: boolean;
    askInverse?: boolean;
    onProgress?: (done: number, what: string) => void;
    outOfTime?: () => boolean;
  },
): { findings: MediateFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  const no = (code: string, message: string) => ({
    findings: undefined,
    problems: [problemAt(standoff, code, undefined, message)],
  });
  const barred = noPackages(compiled);
  if (barred !== undefined) return no("limit", barred);
  const start = chooseState(compiled, from);
  if (typeof start === "string") return no("which-state", start);

  const wanted = matching(compiled, goal);
  const goals = [...wanted.keys()].filter((state) => wanted[state] === 1);
  const { equilibria } = stabilities(game, {
    onProgress: (done) => onProgress(done / game.moves.length, "what would hold"),
  });
  const byImprovements = reachableFrom(game, start, true);
  const { found, failing, decidedUpTo, undecided } = packagesFrom(compiled, {
    wanted,
    start,
    concept,
    equilibria,
    onProgress: (done) => onProgress(done, "packages"),
    outOfTime,
  });
  const deterred = deterrence(game, concept);
  const { found: bound, untried } = bindings(compiled, goal, start, concept, {
    onProgress: (done) => onProgress(done, "guarantees and bans"),
    outOfTime,
  });
  return {
    findings: {
      question: "mediate",
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
      bindings: bound,
      bindingsUntried: untried,
      // Nobody's mind makes a state feasible.
      ...(goals.length > 0 &&
        found.length === 0 &&
        undecided === 0 && {
          changesOfMind: changesOfMind(compiled, goal, start, concept, {
            onProgress: (done) => onProgress(done, "changes of mind"),
            outOfTime,
          }),
        }),
      ...((askInverse || (found.length === 0 && undecided === 0)) && {
        inverse: inverse(compiled, { goal, start, concept, outOfTime }),
      }),
      ...(fair && {
        fair: [
          ...(found.length > 0
            ? [
                fairAmong(
                  compiled,
                  "packages",
                  found.map(({ state }) => state),
                  start,
                ),
              ]
            : []),
          fairAmong(compiled, "states", [...Array(game.states).keys()], start),
        ],
      }),
    },
    problems: [],
  };
}
