import type { Compiled } from "../game/compile.ts";
import type { Preference, Standoff, Statement } from "../model/standoff.ts";
import { count, oneLine } from "./written.ts";

/** In words, what of a standoff a GMCR+ file has no place for. What changes the answers comes first. */
export function gmcrLosses({ standoff, space, game }: Compiled): string[] {
  return [
    ...lossesOfModel(standoff),
    ...merged(),
    ...lossesOfPreferences(standoff),
    ...lossesOfWords(standoff),
  ];

  function merged(): string[] {
    if (space.merged === undefined) return [];
    return [
      `States that count as one are written apart and tied: ${count(space.feasible)} states instead of ${count(game.states)}, and moves that only the one state had are gone.`,
    ];
  }
}

function lossesOfModel({ options }: Standoff): string[] {
  const guarded = options.filter((option) => option.changesWhen !== undefined);
  const leveled = options.filter((option) => option.levels.length > 2);
  const losses: string[] = [];
  if (guarded.length > 0)
    losses.push(
      `When options may change: ${titles(guarded)} may change at any time there, so there are more moves.`,
    );
  if (leveled.length > 0)
    losses.push(
      `Levels: each level above the first of ${titles(leveled)} is a yes/no option of its own; states and moves are the same.`,
    );
  return losses;
}

function lossesOfPreferences({ parties, preferences }: Standoff): string[] {
  const of = (has: (preference: Preference) => boolean) =>
    parties.filter((_, index) => eachOf(preferences[index]).some(has));
  const losses: string[] = [];
  const lose = (what: string, has: (preference: Preference) => boolean) => {
    const concerned = of(has);
    if (concerned.length > 0) losses.push(`${what} (${titles(concerned)}).`);
  };
  const said = (has: (statement: Statement) => boolean) => (preference: Preference) =>
    (preference.form === "statements" || preference.form === "weights") && preference.statements.some(has);
  lose("Weights: only the ranking they give is kept", ({ form }) => form === "weights");
  lose(
    "Patterns of rankings: the states are listed instead",
    (preference) =>
      preference.form === "ranking" && preference.tiers.some(({ pattern }) => pattern.kind !== "state"),
  );
  lose(
    "How strongly something is wanted",
    (preference) =>
      said(({ strongly }) => strongly)(preference) ||
      (preference.form === "ranking" && preference.tiers.some(({ greatly }) => greatly)),
  );
  lose(
    "What is unknown: unknown statements count as wanted, unknown orders as ties",
    (preference) =>
      said(({ unknown }) => unknown)(preference) ||
      (preference.form === "ranking" &&
        preference.tiers.some(({ pattern: { kind } }) => kind === "unknown" || kind === "unranked")),
  );
  lose(
    "How sure a statement is, what counts if it is wrong, and whether its place among its neighbors is known",
    said(({ confidence, anyOrder }) => confidence !== undefined || anyOrder !== undefined),
  );
  lose(
    "Why something is wanted, and the claims behind it",
    (preference) =>
      said(({ because, why }) => because.length > 0 || why !== undefined)(preference) ||
      (preference.form === "ranking" &&
        preference.tiers.some(({ because, why }) => because.length > 0 || why !== undefined)),
  );
  return losses;
}

/** The preference itself and those of its members. */
function eachOf(preference: Preference): Preference[] {
  return preference.form === "unanimous"
    ? [preference, ...preference.members.flatMap((member) => eachOf(member.preference))]
    : [preference];
}

function lossesOfWords(standoff: Standoff): string[] {
  const { about, asOf, parties, options, outcomes, constraints, statusQuo, claims, sources, timeline } =
    standoff;
  const because = [...options, ...constraints].some((each) => each.because.length > 0);
  const doubted =
    [...options, ...constraints].some(({ confidence }) => confidence !== undefined) ||
    options.some(({ guardDoubt }) => guardDoubt !== undefined);
  const abouts = about !== undefined || [...parties, ...options].some((each) => each.about !== undefined);
  const whys = constraints.some(({ why }) => why !== undefined);
  const lost: [boolean, string][] = [
    [true, `The title, ${JSON.stringify(standoff.title)}, and the ids of parties and options.`],
    [statusQuo !== undefined, "The status quo."],
    [
      standoff.perceptions.some(({ believes }) => believes.length > 0),
      "What parties believe of others' preferences.",
    ],
    [outcomes.length > 0, `The names of outcomes: ${titles(outcomes)}.`],
    [abouts, "What is told about the standoff, its parties and options."],
    [whys || because, "The reasons for constraints and options, and the claims behind them."],
    [doubted, "How sure options, guards and constraints are."],
    [asOf !== undefined, `The date, ${asOf}.`],
    [sources.length > 0, `${count(sources.length)} ${sources.length === 1 ? "source" : "sources"}.`],
    [claims.length > 0, `${count(claims.length)} ${claims.length === 1 ? "claim" : "claims"}.`],
    [
      timeline.length > 0,
      `${count(timeline.length)} ${timeline.length === 1 ? "event" : "events"} of the timeline.`,
    ],
  ];
  return lost.filter(([is]) => is).map(([, words]) => words);
}

function titles(named: readonly { readonly title: string }[]): string {
  return named.map(({ title }) => oneLine(title)).join(", ");
}
