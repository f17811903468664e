import { BIT, type Concept } from "../engine/concepts.ts";
import { problemAt } from "../game/problem-at.ts";
import { codeOfState } from "../game/space.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { type Asked, askedOf, type Wanted } from "./asked.ts";
import { type Doubts, doubtsIn } from "./doubts.ts";
import { drawChoice, drawsOf, wilson } from "./draw.ts";
import type { DoubtWeight, FlipFinding, OutcomeShare, RobustAnswer, RobustnessFindings } from "./findings.ts";
import { type Progress, smallestFlips } from "./flips.ts";
import { namesOf } from "./names.ts";
import { noPackages } from "./packages.ts";
import { sampledWeights, type Tally, tallyFor } from "./sampled-weights.ts";
import { type StateView, viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";
import { varianceShares } from "./variance.ts";
import { type Variant, variantsOf } from "./variants.ts";

export type RobustnessOptions = {
  readonly concept?: Concept;
  /** Also: does some outcome that holds meet this? */
  readonly goal?: Wanted | undefined;
  /** Also: is there a package (as `mediate` finds it) that reaches this? */
  readonly bargain?: Wanted | undefined;
  readonly seed?: number;
  /** Possibilities are drawn until every interval is at most this far from its middle. */
  readonly within?: number;
  /** Doubts taken as settled, by their ids, each with the number of the reading it is settled to. */
  readonly fixed?: Readonly<Record<string, number>> | undefined;
  /**
   * Asked now and then whether this part of the time, from 0 to 1, has passed; once true, no more is drawn or tried. The last quarter is for
   * what turns an answer around. Where every possibility was to be looked at there is then no answer.
   */
  readonly outOfTime?: (part: number) => boolean;
};

export type RobustnessResult = {
  readonly findings: RobustnessFindings | undefined;
  readonly problems: readonly Problem[];
};

/** Possibilities, and possibilities times states, up to which every one is looked at. */
const MOST_ENUMERATED = 2 ** 17;
const MOST_WORK = 2 ** 25;
/** The same where somebody acts as several or something stays unknown, and only the literal method is known. */
const MOST_LITERAL_WORK = 2 ** 18;
const MOST_DRAWS = 1_000_000;
/** Where so much of the time has gone and a smaller part of the possibilities was looked at, they are drawn from instead. */
const HALF = 0.5;
/** The part of the time that is for drawing. */
const DRAWING = 0.75;
/** Draws between two looks at how narrow the intervals are. */
const BLOCK = 256;
/** Readings tried in search of the smallest flips where not every possibility was looked at, and times states. */
const MOST_TRIED = 20_000;
const MOST_TRIED_WORK = 2 ** 23;
const LISTED = 20;

/** The whole of `robustnessSteps` at once. */
export function robustness(
  standoff: Standoff,
  options: RobustnessOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): RobustnessResult {
  const steps = robustnessSteps(standoff, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
}

/**
 * How sure are we? Every answer under all that the file leaves open: exact by looking at every possibility where there are at most
 * 131,072 (fewer for models of more than 256 states), otherwise from draws with a Wilson interval. Pauses many times a second, with how far it has come;
 * who stops asking cancels it. Cost: one variant (`variantEngine`) for each possibility or draw, and up to 20,000 more in search
 * of the smallest sets of doubts that turn an answer around.
 */
export function* robustnessSteps(
  standoff: Standoff,
  {
    concept = "seq",
    goal,
    bargain,
    seed = 1,
    within = 0.02,
    fixed,
    outOfTime = () => false,
  }: RobustnessOptions,
): Generator<Progress, RobustnessResult> {
  const doubts = settled(doubtsIn(standoff), fixed);
  const under = variantsOf(standoff, doubts, BIT[concept]);
  const written = Uint8Array.from(doubts.list, ({ readings }) =>
    readings.findIndex(({ chance }) => chance > 0),
  );
  const asWritten = under(written);
  if ("problems" in asWritten) return { findings: undefined, problems: asWritten.problems };
  const barred = bargain && noPackages(asWritten.compiled);
  if (barred !== undefined)
    return { findings: undefined, problems: [problemAt(standoff, "limit", undefined, barred)] };
  const { asked, notFollowed } = askedOf(asWritten, concept, { goal, bargain });
  const answersOf = (variant: Variant) =>
    asked.reduce((answers, { holds }, bit) => answers | (holds(variant) ? 1 << bit : 0), 0);
  const base = answersOf(asWritten);
  const { states } = asWritten.compiled.game;
  const beginShares = () => {
    const begun = outcomeShares(BIT[concept]);
    begun.see(asWritten, 0, 0, true);
    return begun;
  };

  const live = doubts.list.map(({ readings }) =>
    readings.flatMap(({ chance }, reading) => (chance > 0 ? [reading] : [])),
  );
  const possibilities = live.reduce((product, each) => product * each.length, 1);
  const literal = asWritten.compiled.game.preferences.some(({ kind }) => kind !== "ranked");
  const exact =
    possibilities <= MOST_ENUMERATED && possibilities * states <= (literal ? MOST_LITERAL_WORK : MOST_WORK);
  const chances = doubts.list.map(({ readings }, doubt) =>
    live[doubt].map((reading) => readings[reading].chance),
  );
  const common = {
    ...(fixed !== undefined && Object.keys(fixed).length > 0 && { fixed }),
    question: "robustness" as const,
    names: namesOf(standoff),
    concept,
    left: doubts.left,
    notFollowed,
  };
  const search = { live, written, asked: asked.length };
  const told = { ...common, doubts: doubts.list.map(({ span: _, ...doubt }) => doubt), possibilities };

  const everyPossibility = function* (): Generator<Progress, RobustnessResult | undefined> {
    const shares = beginShares();
    const answers = new Uint32Array(possibilities);
    const masses = new Float64Array(possibilities);
    const choice = written.slice();
    for (let index = 0; index < possibilities; index++) {
      let mass = 1;
      for (let doubt = live.length - 1, rest = index; doubt >= 0; doubt--) {
        const at = rest % live[doubt].length;
        rest = Math.floor(rest / live[doubt].length);
        choice[doubt] = live[doubt][at];
        mass *= chances[doubt][at];
      }
      const variant = under(choice);
      if ("problems" in variant) return { findings: undefined, problems: variant.problems };
      answers[index] = answersOf(variant);
      masses[index] = mass;
      shares.see(variant, mass, 1, false);
      if (index % 16 !== 15) continue;
      yield { share: index / possibilities, what: "every possibility" };
      // Where not all can be looked at in time, draws say more of them than the first ones would.
      if (outOfTime(1) || (outOfTime(HALF) && index < HALF * possibilities)) return undefined;
    }
    const answersAt = (choice: ArrayLike<number>) => {
      let index = 0;
      for (let doubt = 0; doubt < live.length; doubt++)
        index = index * live[doubt].length + live[doubt].indexOf(choice[doubt]);
      return answers[index];
    };
    const flips = yield* smallestFlips(doubts, {
      ...search,
      answersAt,
      budget: Infinity,
      outOfTime: () => false,
    });
    return {
      findings: {
        ...told,
        method: { kind: "exact" },
        answers: asked.map((each, bit) => {
          let share = 0;
          let yes = 0;
          const answer = new Float64Array(possibilities);
          for (let index = 0; index < possibilities; index++) {
            answer[index] = (answers[index] >>> bit) & 1;
            share += answer[index] * masses[index];
            yes += answer[index];
          }
          return {
            ...answerTold(each, ((base >>> bit) & 1) === 1, flips[bit]),
            yes,
            of: possibilities,
            share: certain(share, yes, possibilities),
            weights: exactWeights(doubts, live, chances, answer, masses),
          };
        }),
        ...shares.told(possibilities, undefined),
      },
      problems: [],
    };
  };
  const looked = exact ? yield* everyPossibility() : undefined;
  if (looked !== undefined) return looked;

  const shares = beginShares();
  const tally = tallyFor(doubts, asked.length);
  const choice = written.slice();
  let stopped: "within" | "time" | "most" = "most";
  let draws = 0;
  while (draws < MOST_DRAWS) {
    for (let each = 0; each < BLOCK; each++) {
      drawChoice(doubts, drawsOf(seed, draws), choice);
      const variant = under(choice);
      if ("problems" in variant) return { findings: undefined, problems: variant.problems };
      tally.add(choice, answersOf(variant));
      shares.see(variant, 1, 1, false);
      draws++;
      if (each % 16 === 15)
        yield { share: narrowed(tally, asked.length, within), what: `${draws.toLocaleString("en")} drawn` };
      if (each % 16 === 15 && outOfTime(DRAWING)) break;
    }
    if (widest(tally, asked.length) <= within) {
      stopped = "within";
      break;
    }
    if (outOfTime(DRAWING)) {
      stopped = "time";
      break;
    }
  }
  const answersAt = (other: ArrayLike<number>) => {
    const variant = under(other);
    // A reading that leaves no standoff leaves no answer to turn around; had it been drawn, we would have said so.
    return "problems" in variant ? base : answersOf(variant);
  };
  const budget = Math.min(MOST_TRIED, Math.max(100, Math.floor(MOST_TRIED_WORK / states)));
  const flips = yield* smallestFlips(doubts, { ...search, answersAt, budget, outOfTime: () => outOfTime(1) });
  return {
    findings: {
      ...told,
      method: { kind: "sampled", seed, draws, stopped },
      answers: asked.map((each, bit) => ({
        ...answerTold(each, ((base >>> bit) & 1) === 1, flips[bit]),
        yes: tally.yes[bit],
        of: draws,
        share: tally.yes[bit] / draws,
        interval: wilson(tally.yes[bit], draws),
        weights: sampledWeights(doubts, tally, bit, seed),
      })),
      ...shares.told(draws, draws),
    },
    problems: [],
  };
}

/** Doubts of which some are settled: they have their chance on one reading alone. Ids and readings that there are not are left out of account. */
function settled(doubts: Doubts, fixed: Readonly<Record<string, number>> = {}): Doubts {
  const list = doubts.list.map((doubt) => {
    const to = Object.hasOwn(fixed, doubt.id) ? fixed[doubt.id] : -1;
    if (doubt.readings[to] === undefined) return doubt;
    const readings = doubt.readings.map((reading, at) => ({ ...reading, chance: at === to ? 1 : 0 }));
    return { ...doubt, readings };
  });
  return { ...doubts, list };
}

function answerTold(
  { kind, about, state }: Asked,
  asWritten: boolean,
  flips: FlipFinding | undefined,
): Pick<RobustAnswer, "kind" | "about" | "state" | "asWritten" | "flips"> {
  return { kind, about, state, asWritten, flips };
}

/** Sums of rounded chances may miss 0 and 1 by a hair; counts do not. */
function certain(share: number, yes: number, of: number): number {
  return yes === 0 ? 0 : yes === of ? 1 : share;
}

function widest(tally: Tally, asked: number): number {
  let most = 0;
  for (let bit = 0; bit < asked; bit++) {
    const [low, high] = wilson(tally.yes[bit], tally.draws);
    most = Math.max(most, (high - low) / 2);
  }
  return most;
}

/** Intervals narrow with the root of the draws. */
function narrowed(tally: Tally, asked: number, within: number): number {
  return Math.min(1, (within / Math.max(widest(tally, asked), 1e-9)) ** 2);
}

function exactWeights(
  { list }: Doubts,
  live: readonly (readonly number[])[],
  chances: readonly (readonly number[])[],
  answer: Float64Array,
  masses: Float64Array,
): DoubtWeight[] {
  const found = varianceShares(answer, chances);
  if (found === undefined) return [];
  const sums = live.map((readings) => new Float64Array(readings.length));
  for (let index = 0; index < answer.length; index++) {
    if (answer[index] === 0) continue;
    for (let doubt = live.length - 1, rest = index; doubt >= 0; doubt--) {
      sums[doubt][rest % live[doubt].length] += masses[index];
      rest = Math.floor(rest / live[doubt].length);
    }
  }
  return found.shares
    .map((each, doubt) => ({
      doubt: list[doubt].id,
      shares: list[doubt].readings.map((_, reading) => {
        const at = live[doubt].indexOf(reading);
        return at < 0 ? undefined : { share: Math.min(1, sums[doubt][at] / chances[doubt][at]) };
      }),
      ...each,
    }))
    .filter(({ total }) => total > 1e-12)
    .sort((a, b) => b.alone - a.alone || b.shapley - a.shapley);
}

/** Gathers in what share of the possibilities each state holds, over structures in which states have other numbers. */
function outcomeShares(bit: number) {
  type Seen = {
    readonly view: StateView;
    readonly isStatusQuo: boolean;
    mass: number;
    yes: number;
    asWritten: boolean;
  };
  const byCode = new Map<number, Seen>();
  const places = new WeakMap<object, (Seen | undefined)[]>();
  return {
    see({ compiled, equilibria, structure }: Variant, mass: number, count: number, asWritten: boolean): void {
      let here = places.get(structure);
      if (here === undefined) {
        here = [];
        places.set(structure, here);
      }
      for (let state = 0; state < equilibria.length; state++) {
        if ((equilibria[state] & bit) === 0) continue;
        let seen = here[state];
        if (seen === undefined) {
          const code = codeOfState(compiled.space, state);
          seen = byCode.get(code) ?? {
            view: viewState(compiled, state),
            isStatusQuo: state === statusQuoState(compiled),
            mass: 0,
            yes: 0,
            asWritten: false,
          };
          byCode.set(code, seen);
          here[state] = seen;
        }
        seen.mass += mass;
        seen.yes += count;
        if (asWritten) seen.asWritten = true;
      }
    },
    told(of: number, draws: number | undefined): Pick<RobustnessFindings, "outcomes" | "outcomesTotal"> {
      const all = [...byCode.values()].filter(({ yes }) => yes > 0);
      all.sort((a, b) => b.mass - a.mass);
      const outcomes = all.slice(0, LISTED).map(
        ({ view, isStatusQuo, mass, yes, asWritten }): OutcomeShare => ({
          state: view,
          isStatusQuo,
          asWritten,
          yes,
          of,
          share: draws === undefined ? certain(mass, yes, of) : yes / of,
          ...(draws !== undefined && { interval: wilson(yes, of) }),
        }),
      );
      return { outcomes, outcomesTotal: all.length };
    },
  };
}
