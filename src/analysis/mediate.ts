import { BIT, CONCEPTS, type Concept } from "../engine/concepts.ts";
import { sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import { reachableFrom } from "../engine/reachability.ts";
import { stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { problemAt } from "../game/problem-at.ts";
import { codeOfState, levelIn, stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import { bestFirst } from "./best-first.ts";
import { bindings } from "./bindings.ts";
import { changesBetween } from "./changes.ts";
import { changesOfMind } from "./changes-of-mind.ts";
import { chooseState } from "./choose-state.ts";
import { fairest } from "./fair.ts";
import type { FairFinding, MediateFindings, OrderFinding, PackageFinding } from "./findings.ts";
import { matching } from "./matching.ts";
import { namesOf } from "./names.ts";
import { packageStates } from "./packages.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState, viewStates } from "./state-view.ts";
import { votesPut } from "./votes.ts";

/** Groups of signatories are tried by the definition, so only for standoffs of a readable size; and the packages listed. */
const MOST_STATES = 4096;
const LISTED = 100;
const FAIR_LISTED = 20;

/**
 * What would it take? Every package: a joint change of options by several parties, its signatories, from the status quo (or
 * `from`) to a state where `goal` holds, that no signatory likes less than where it stands, that is then an equilibrium of
 * the concept, and that no group of signatories would leave together. Exact: all goal states are tried. Cost: `stabilities`, and
 * for each goal state that passes the first two tests `wayOut` for every group of its signatories.
 */
export function mediate(
  compiled: Compiled,
  {
    goal,
    from,
    concept = "seq",
    fair = false,
    onProgress = () => {},
  }: {
    goal: Expression;
    from?: Expression | undefined;
    concept?: Concept;
    fair?: boolean;
    onProgress?: (done: number, what: string) => void;
  },
): { findings: MediateFindings | undefined; problems: Problem[] } {
  const { standoff, space, game } = compiled;
  const no = (code: string, message: string) => ({
    findings: undefined,
    problems: [problemAt(standoff, code, undefined, message)],
  });
  if (standoff.moves !== undefined || space.merged !== undefined)
    return no(
      "limit",
      "packages switch options together, which listed moves and merged states (`same:`) do not have",
    );
  if (game.states > MOST_STATES)
    return no(
      "limit",
      `${game.states.toLocaleString("en")} states are too many for packages; the limit is ${MOST_STATES.toLocaleString("en")}`,
    );
  const start = chooseState(compiled, from);
  if (typeof start === "string") return no("which-state", start);

  const wanted = matching(compiled, goal);
  const goals = [...wanted.keys()].filter((state) => wanted[state] === 1);
  const { equilibria } = stabilities(game);
  const byImprovements = reachableFrom(game, start, true);
  const { found, failing } = packageStates(compiled, goals, start, concept, equilibria, (done) =>
    onProgress(done, "packages"),
  );
  const packages = found.map(({ state, signatories }) =>
    packageFinding(compiled, start, state, signatories, concept),
  );
  const size = ({ parts }: PackageFinding) => parts.reduce((sum, { changes }) => sum + changes.length, 0);
  packages.sort((a, b) => a.parts.length - b.parts.length || size(a) - size(b));
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
      reachedByImprovements: goals.filter(
        (state) => (equilibria[state] & BIT[concept]) !== 0 && byImprovements.distance[state] >= 0,
      ).length,
      failing,
      packagesTotal: packages.length,
      packages: packages.slice(0, LISTED),
      bindings: bindings(compiled, goal, start, concept),
      ...(packages.length === 0 && {
        changesOfMind: changesOfMind(compiled, goal, start, concept, (done) =>
          onProgress(done, "changes of mind"),
        ),
      }),
      ...(fair && {
        fair: [
          ...(found.length > 0
            ? [
                fairFinding(
                  compiled,
                  "packages" as const,
                  found.map(({ state }) => state),
                ),
              ]
            : []),
          fairFinding(compiled, "states" as const, [...Array(game.states).keys()]),
        ],
      }),
    },
    problems: [],
  };
}

function fairFinding(
  compiled: Compiled,
  among: FairFinding["among"],
  states: readonly number[],
): FairFinding {
  const { efficient, fallback, depth, leastSum, sum } = fairest(compiled.game, states);
  const shown = (some: readonly number[]) => viewStates(compiled, some.slice(0, FAIR_LISTED));
  return {
    among,
    outcomes: states.length,
    efficientTotal: efficient.length,
    efficient: shown(efficient),
    fallback: shown(fallback),
    depth,
    leastSum: shown(leastSum),
    sum,
  };
}

function packageFinding(
  compiled: Compiled,
  start: number,
  state: number,
  signatories: readonly number[],
  concept: Concept,
): PackageFinding {
  const { standoff, game } = compiled;
  const id = (party: number) => standoff.parties[party].id;
  const outside = [...game.moves.keys()].filter((party) => !signatories.includes(party));
  const partOf = (party: number) =>
    changesBetween(compiled, start, state).filter(
      ({ option }) => standoff.options.find((each) => each.id === option)!.owner === id(party),
    );
  return {
    state: viewState(compiled, state),
    parts: signatories.map((party) => ({ party: id(party), changes: partOf(party) })),
    ranks: Object.fromEntries(
      game.preferences.flatMap((ranks, party) =>
        ranks.kind === "unanimous"
          ? []
          : [
              [
                id(party),
                { before: ranks.levels - ranks.rank[start], after: ranks.levels - ranks.rank[state] },
              ],
            ],
      ),
    ),
    losing: outside.filter((party) => prefers(game.preferences[party], start, state)).map(id),
    weakest: weakestLink(compiled, state, signatories, concept),
    order: orderOf(compiled, start, state, signatories, concept),
    ...(standoff.bodies.length > 0 && { votes: votesPut(compiled, state) }),
  };
}

/**
 * The signatory nearest to leaving: of those that could do better alone and are deterred the one that the answer to its best
 * improvement costs the fewest ranks. Undefined when none could do better.
 */
function weakestLink(
  compiled: Compiled,
  state: number,
  signatories: readonly number[],
  concept: Concept,
): PackageFinding["weakest"] {
  const { game, standoff } = compiled;
  if (concept === "nash") return undefined;
  const links = signatories.flatMap((party) => {
    const ranks = game.preferences[party];
    const [to] = bestFirst(game, party, unilateralImprovements(game, party, state));
    if (to === undefined || ranks.kind === "unanimous") return [];
    const steps = sanctionOf(game, party, state, to, concept) ?? [];
    const end = steps.at(-1)?.to ?? to;
    return [{ party, to, steps, cost: ranks.rank[state] - ranks.rank[end] }];
  });
  if (links.length === 0) return undefined;
  const { party, to, steps, cost } = links.reduce((least, each) => (each.cost < least.cost ? each : least));
  return {
    party: standoff.parties[party].id,
    changes: changesBetween(compiled, state, to),
    answer: sequenceFinding(compiled, to, steps),
    cost,
  };
}

/**
 * Whether the package can be carried out one signatory at a time: an order in which every step is a move the model allows and
 * whoever is next would not rather stop, or do something else. Otherwise the longest such beginning, and why each of
 * the rest would not go on. All orders are tried: at most 8! steps.
 */
function orderOf(
  compiled: Compiled,
  start: number,
  state: number,
  signatories: readonly number[],
  concept: Concept,
): OrderFinding {
  const { game, space, standoff } = compiled;
  const [from, to] = [codeOfState(space, start), codeOfState(space, state)];
  const part = (party: number) =>
    space.digits.reduce(
      (sum, digit) =>
        digit.party === party ? sum + (levelIn(to, digit) - levelIn(from, digit)) * digit.place : sum,
      0,
    );
  const allows = (party: number, here: number, code: number): "yes" | "barred" | "stops" => {
    const next = stateOfCode(space, code + part(party));
    if (next < 0 || !someMove(game.moves[party], here, (each) => each === next)) return "barred";
    return wouldRather(compiled, party, here, state, concept) ? "stops" : "yes";
  };
  let longest: readonly number[] = [];
  const search = (done: readonly number[], code: number): readonly number[] | undefined => {
    if (done.length > longest.length) longest = done;
    if (done.length === signatories.length) return done;
    const here = stateOfCode(space, code);
    for (const party of signatories) {
      if (done.includes(party) || allows(party, here, code) !== "yes") continue;
      const whole = search([...done, party], code + part(party));
      if (whole !== undefined) return whole;
    }
    return undefined;
  };
  const whole = search([], from);
  const ids = (parties: readonly number[]) => parties.map((party) => standoff.parties[party].id);
  if (whole !== undefined) return { steps: ids(whole), together: [] };
  const code = longest.reduce((sum, party) => sum + part(party), from);
  const here = stateOfCode(space, code);
  return {
    steps: ids(longest),
    together: signatories
      .filter((party) => !longest.includes(party))
      .map((party) => ({
        party: standoff.parties[party].id,
        why: allows(party, here, code) === "barred" ? ("barred" as const) : ("waits" as const),
      })),
  };
}

/**
 * Whether a party about to take its step at `here` has something it likes better than the package at its end and from which
 * nothing deters it under the concept: staying where it stands, or any move of its own.
 */
function wouldRather(
  { game }: Compiled,
  party: number,
  here: number,
  end: number,
  concept: Concept,
): boolean {
  const tempting = (state: number) =>
    prefers(game.preferences[party], state, end) &&
    (concept === "nash" || sanctionOf(game, party, end, state, concept) === undefined);
  return tempting(here) || someMove(game.moves[party], here, tempting);
}
