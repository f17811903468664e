import { BIT, CONCEPTS, type Concept } from "../engine/concepts.ts";
import { type Stabilities, stabilities } from "../engine/stability.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import { codeOfState, levelIn, stateOfCode } from "../game/space.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { changesBetween } from "./changes.ts";
import type { PerceptionsFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { openImprovement } from "./open-improvement.ts";
import { viewState, viewStates } from "./state-view.ts";

const LISTED = 50;
const SURPRISES = 20;

/**
 * What if they see it differently? A first-level hypergame (Bennett 1977; Wang, Hipel & Fraser 1988): each party has its own
 * version of the standoff, without the states it does not see and with the preferences it believes others to have, and
 * takes that for what all see. An outcome is an equilibrium of the hypergame when each party finds it stable for itself
 * in its own version; a surprise is an outcome that one party takes for an equilibrium and another leaves. Costs what
 * `compile` and `stabilities` cost, once for each party and once for the standoff as it is.
 */
export function perceptions(
  standoff: Standoff,
  { concept = "seq" }: { concept?: Concept } = {},
): { findings: PerceptionsFindings | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const asItIs = seen({ ...standoff, perceptions: [] }, undefined, problems);
  const versions = standoff.parties.map(({ id }) => seen(versionOf(standoff, id), id, problems));
  if (asItIs === undefined || !versions.every((version) => version !== undefined)) {
    return { findings: undefined, problems };
  }
  const { compiled: real } = asItIs;
  const all = [...Array(real.game.states).keys()];
  const viewed = versions.map(({ compiled }, party) =>
    all.map((state) => viewOf(standoff, party, real, compiled, state)),
  );
  const stableInOwnEyes = (party: number, state: number, bit: number) => {
    const view = viewed[party][state];
    return view >= 0 && (versions[party].result.byParty[party][view] & bit) !== 0;
  };
  const holds = (state: number, bit: number) =>
    versions.every((_, party) => stableInOwnEyes(party, state, bit));
  const hypergame = (each: Concept) => all.filter((state) => holds(state, BIT[each]));
  const shown = (compiled: Compiled, states: readonly number[]) =>
    viewStates(compiled, states.slice(0, LISTED));

  const bit = BIT[concept];
  const surprises = all.flatMap((state) =>
    versions.flatMap(({ result }, party) => {
      const view = viewed[party][state];
      if (view < 0 || (result.equilibria[view] & bit) === 0) return [];
      return versions.flatMap((_, leaver) =>
        leaver === party || viewed[leaver][state] < 0 || stableInOwnEyes(leaver, state, bit)
          ? []
          : [{ state, party, leaver }],
      );
    }),
  );
  return {
    findings: {
      question: "perceptions",
      names: namesOf(standoff),
      concept,
      versions: versions.map(({ compiled, result }, party) => ({
        party: standoff.parties[party].id,
        ...differencesOf(standoff, standoff.parties[party].id),
        states: compiled.game.states,
        counts: countsOf((each) => equilibriaOf(result, each).length),
        equilibria: shown(compiled, equilibriaOf(result, concept)),
      })),
      hypergame: {
        counts: countsOf((each) => hypergame(each).length),
        equilibria: shown(real, hypergame(concept)),
      },
      asItIs: {
        counts: countsOf((each) => equilibriaOf(asItIs.result, each).length),
        equilibria: shown(real, equilibriaOf(asItIs.result, concept)),
      },
      surprisesTotal: surprises.length,
      surprises: surprises.slice(0, SURPRISES).map(({ state, party, leaver }) => {
        const { compiled } = versions[leaver];
        const from = viewed[leaver][state];
        // It leaves, so there is somewhere to go.
        const to = openImprovement(compiled.game, leaver, from, concept)!;
        return {
          state: viewState(real, state),
          party: standoff.parties[party].id,
          leaver: standoff.parties[leaver].id,
          changes: changesBetween(compiled, from, to),
          to: viewState(compiled, to),
        };
      }),
    },
    problems: [],
  };
}

type Seen = { readonly compiled: Compiled; readonly result: Stabilities };

function seen(standoff: Standoff, party: string | undefined, problems: Problem[]): Seen | undefined {
  const { compiled, problems: found } = compile(standoff);
  if (compiled !== undefined) return { compiled, result: stabilities(compiled.game) };
  const errors = found.filter((problem) => !noErrors([problem]));
  problems.push(
    ...(party === undefined
      ? errors
      : errors.map((each) => ({ ...each, message: `in the eyes of ${party}: ${each.message}` }))),
  );
  if (errors.length === 0)
    problems.push(problemAt(standoff, "no-state", undefined, "nothing can be computed"));
  return undefined;
}

/** The standoff as one party sees it: for it, everybody sees it so. The status quo may lie outside. */
function versionOf(standoff: Standoff, party: string): Standoff {
  const mine = standoff.perceptions.filter((perception) => perception.party === party);
  const believed = new Map(mine.flatMap(({ believes }) => believes.map((each) => [each.party, each])));
  const unseen = mine.flatMap(({ doesNotSee }) =>
    doesNotSee.map((condition) => ({
      kind: "never" as const,
      condition,
      why: undefined,
      confidence: undefined,
      because: [],
      span: condition.span,
    })),
  );
  return {
    ...standoff,
    constraints: [...standoff.constraints, ...unseen],
    preferences: standoff.preferences.map((preference) => believed.get(preference.party) ?? preference),
    perceptions: [],
    statusQuo: undefined,
  };
}

/**
 * The state of a party's version that a state of the standoff is in its eyes: itself if it is there; else the one with the
 * options that the party does not know of at their first level; −1 if that is not there either.
 */
function viewOf(standoff: Standoff, party: number, real: Compiled, version: Compiled, state: number): number {
  const code = codeOfState(real.space, state);
  const same = stateOfCode(version.space, code);
  if (same >= 0 || standoff.moves !== undefined) return same;
  const unknown = standoff.perceptions
    .filter((perception) => perception.party === standoff.parties[party].id)
    .flatMap(({ doesNotSee }) =>
      doesNotSee.flatMap((each) =>
        each.kind === "holds" ? each.id : each.kind === "compare" ? each.option : [],
      ),
    );
  const cleared = real.space.digits.reduce(
    (left, digit) => (unknown.includes(digit.option.id) ? left - levelIn(code, digit) * digit.place : left),
    code,
  );
  return stateOfCode(version.space, cleared);
}

function equilibriaOf({ equilibria }: Stabilities, concept: Concept): number[] {
  return [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
}

function countsOf(count: (concept: Concept) => number): Record<string, number> {
  return Object.fromEntries(CONCEPTS.map((concept) => [concept, count(concept)]));
}

function differencesOf(standoff: Standoff, party: string) {
  const mine = standoff.perceptions.filter((perception) => perception.party === party);
  return {
    doesNotSee: mine.flatMap(({ doesNotSee }) =>
      doesNotSee.map(({ span }) => standoff.text.slice(span.start, span.end).replace(/\s+/g, " ")),
    ),
    believesOf: mine.flatMap(({ believes }) => believes.map((each) => each.party)),
  };
}
