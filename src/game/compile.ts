import { noErrors, type Problem } from "../model/problem.ts";
import type { Preference, Standoff } from "../model/standoff.ts";
import { retractedClaims, withoutClaims } from "../model/without-claims.ts";
import { movesOf } from "./cells.ts";
import { truths } from "./chunks.ts";
import { evaluatorsOf } from "./evaluate.ts";
import { feasibleCodes } from "./feasible.ts";
import type { Game, Moves, Ranks, SinglyRanked } from "./game.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { classesOf, mergeStates } from "./merge.ts";
import { problemAt } from "./problem-at.ts";
import { type Ranked, type RankGap, ranksOf } from "./ranks.ts";
import { codeOf, digitsOf, feasibleIndex, type Merged, type Space } from "./space.ts";

/** A standoff with its game and the way back from state numbers to names. */
export type Compiled = { readonly standoff: Standoff; readonly space: Space; readonly game: Game };

/**
 * Turns a standoff into states, moves and ranks, without what rests on retracted claims alone. No exception for anything the user wrote: what is wrong comes back as
 * problems, and `compiled` is undefined when one of them is an error. A limit reached is a problem with code `limit`.
 * Time O(S · (parties + size of the expressions)), memory about 12 bytes per state and party.
 */
export function compile(
  written: Standoff,
  limits: Limits = DEFAULT_LIMITS,
): { compiled: Compiled | undefined; problems: Problem[] } {
  const standoff = withoutClaims(written, retractedClaims(written));
  const problems: Problem[] = [];
  const stop = () => ({ compiled: undefined, problems });
  const digits = digitsOf(standoff);
  const digitOf = new Map(digits.map((digit) => [digit.option.id, digit]));
  const combinations = digits.reduce((product, digit) => product * digit.radix, 1);
  if (combinations >= 2 ** 53) {
    problems.push(
      problemAt(
        standoff,
        "limit",
        undefined,
        `${digits.length} options make more combinations than can be numbered; the limit is 2^53`,
      ),
    );
    return stop();
  }

  const feasible = feasibleCodes(standoff, digits, digitOf, limits);
  if (!feasible.ok) {
    problems.push(
      problemAt(
        standoff,
        "limit",
        undefined,
        feasible.limit === "states"
          ? `more than ${limits.states.toLocaleString("en")} feasible states (of ${combinations.toLocaleString("en")} combinations); the limit is ${limits.states.toLocaleString("en")}`
          : `finding the feasible states among ${combinations.toLocaleString("en")} combinations takes too long; the limit is ${limits.blocks.toLocaleString("en")} blocks of combinations`,
        "add constraints that rule combinations out, or leave options out",
      ),
    );
    return stop();
  }
  const { count, codes } = feasible;
  if (count === 0) {
    problems.push(
      problemAt(
        standoff,
        "no-state",
        standoff.constraints.at(-1)?.span,
        "no state is feasible: the constraints rule every combination out",
        "drop or loosen a constraint",
      ),
    );
    return stop();
  }

  const { chunk, evaluator } = evaluatorsOf(standoff, digitOf);
  const ranked: Ranked = { chunk, evaluator, digitOf, combinations, codes, count };
  problems.push(...statusQuoProblems(standoff, ranked));

  const preferences = standoff.preferences.map((preference) =>
    ranksOf(preference, ranked, (gap) => problems.push(gapProblem(standoff, gap))),
  );
  const slow = preferences.findIndex(({ kind }) => kind !== "ranked");
  if (slow >= 0 && count > limits.literal) {
    const { id } = standoff.parties[slow];
    const why =
      preferences[slow].kind === "unanimous"
        ? `${id} is several acting as one`
        : `some preferences of ${id} are unknown`;
    problems.push(
      problemAt(
        standoff,
        "limit",
        standoff.preferences[slow].span,
        `${count.toLocaleString("en")} feasible states, and ${why}; the limit for that is ${limits.literal.toLocaleString("en")} states`,
      ),
    );
  }
  if (!noErrors(problems)) return stop();

  const moves: Moves[] = [];
  for (const [party, ranks] of preferences.entries()) {
    const made = movesOf(
      standoff,
      party,
      digits,
      ranked,
      ranks,
      unseenBy(standoff, party, ranked),
      limits.links,
    );
    if (made === undefined) {
      problems.push(problemAt(standoff, "limit", standoff.parties[party].span, tooManyMoves(limits)));
      return stop();
    }
    moves.push(made);
  }
  const game: Game = { states: count, moves, preferences };
  const space: Space = { digits, digitOf, combinations, codes, feasible: count, merged: undefined };
  if (standoff.same.length === 0) return { compiled: { standoff, space, game }, problems };

  const merged = classesOf(
    count,
    standoff.same.map(({ condition }) => truths(chunk, evaluator(condition), codes, count)),
  );
  problems.push(...toldApart(standoff, preferences, merged));
  if (!noErrors(problems)) return stop();
  const smaller = mergeStates(game, merged, limits.links);
  if (smaller === undefined) {
    problems.push(problemAt(standoff, "limit", standoff.same[0].span, tooManyMoves(limits)));
    return stop();
  }
  return { compiled: { standoff, space: { ...space, merged }, game: smaller }, problems };
}

function tooManyMoves(limits: Limits): string {
  return `one-way options, guards or \`same:\` make too many moves to list; the limit is ${limits.links.toLocaleString("en")}`;
}

function unseenBy(standoff: Standoff, party: number, ranked: Ranked): Uint8Array | undefined {
  const unseen = standoff.perceptions
    .filter((perception) => perception.party === standoff.parties[party].id)
    .flatMap((perception) => perception.doesNotSee);
  if (unseen.length === 0) return undefined;
  const span = { start: 0, end: 0 };
  const any = ranked.evaluator({ kind: "or", operands: unseen, span });
  return truths(ranked.chunk, any, ranked.codes, ranked.count);
}

/** A status quo that some constraint rules out, naming which. */
function statusQuoProblems(standoff: Standoff, ranked: Ranked): Problem[] {
  if (standoff.statusQuo === undefined) return [];
  const code = codeOf(ranked.digitOf, standoff.statusQuo.settings);
  if (feasibleIndex(ranked.codes, ranked.combinations, code) >= 0) return [];
  const here = Float64Array.of(code);
  const broken = standoff.constraints.filter(
    ({ kind, condition }) =>
      truths(ranked.chunk, ranked.evaluator(condition), here, 1)[0] !== (kind === "always" ? 1 : 0),
  );
  const quoted = broken.map(({ kind, condition }) => {
    const text = standoff.text.slice(condition.span.start, condition.span.end).replace(/\s+/g, " ");
    return `"${kind}: ${text}"`;
  });
  const whence = standoff.statusQuo.from === "timeline" ? ", which follows from the timeline," : "";
  return [
    problemAt(
      standoff,
      "status-quo-infeasible",
      standoff.statusQuo.span,
      `the status quo${whence} is not feasible: it is ruled out by ${quoted.join(" and by ")}`,
      "change the status quo, or the constraint",
    ),
  ];
}

function gapProblem(standoff: Standoff, gap: RankGap): Problem {
  const party = gap.preference.party;
  if (gap.kind === "infeasible") {
    const tier = gap.preference.form === "ranking" ? gap.preference.tiers[gap.tier] : undefined;
    return problemAt(
      standoff,
      "ranks-infeasible",
      tier?.span ?? gap.preference.span,
      `the ranking of ${party} lists a state that the constraints rule out`,
      "drop it from the ranking, or loosen the constraint",
      "warning",
    );
  }
  if (gap.kind === "inexact") {
    return problemAt(
      standoff,
      "weights-inexact",
      gap.preference.span,
      `the weights of ${party} are too large and too fine at once to be added exactly`,
      "use weights with at most 15 digits between the largest and the finest",
    );
  }
  return problemAt(
    standoff,
    "unranked",
    gap.preference.span,
    `the ranking of ${party} leaves ${gap.count.toLocaleString("en")} feasible ${gap.count === 1 ? "state" : "states"} out`,
    "add tiers for them, or end the ranking with `- otherwise`",
  );
}

/** Everything by which one preference tells states apart. */
function comparedBy(single: SinglyRanked): (Int32Array | Uint8Array)[] {
  if (single.kind === "ranked") return [single.rank];
  const { splits, unranked } = single.unknown;
  return [
    single.rank,
    ...splits.map(({ through }) => through),
    ...(unranked === undefined ? [] : [unranked]),
  ];
}

/** A party that ranks two states differently which `same:` would make one. */
function toldApart(standoff: Standoff, preferences: readonly Ranks[], { stateOf, first }: Merged): Problem[] {
  return preferences.flatMap((ranks, party) => {
    const singles = ranks.kind === "unanimous" ? ranks.members : [ranks];
    const apart = singles.some((single) =>
      comparedBy(single).some((of) => of.some((value, raw) => value !== of[first[stateOf[raw]]])),
    );
    if (!apart) return [];
    const name = standoff.parties[party].id;
    const preference: Preference | undefined = standoff.preferences[party];
    return [
      problemAt(
        standoff,
        "same-told-apart",
        preference?.span,
        `\`same:\` merges states that ${name} ranks differently, so ${name} does tell them apart`,
        `make ${name}'s preferences equal on them (for instance with \`and not …\` in a statement), or narrow \`same:\``,
      ),
    ];
  });
}
