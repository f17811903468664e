import type { Compiled } from "../game/compile.ts";
import { type Digit, levelIn } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { Option, Preference, Standoff } from "../model/standoff.ts";
import { gmcrLosses } from "./gmcr-losses.ts";
import { type Pattern, patternsOf, type Switches } from "./patterns.ts";
import { count, oneLine, tooLarge, type Written } from "./written.ts";

/** States in the rankings of all decision makers together, and conditions of one expression. */
const MOST_RANKED = 1_000_000;
const MOST_CONDITIONS = 256;
/** Infeasible or unseen combinations listed one by one when an expression makes too many conditions. */
const MOST_LISTED = 4_096;

type Condition = [number, "Y" | "N"][];
type Statement = Condition | { compound: true; members: Condition[] };
type Ranking = (number | number[])[];

/**
 * The standoff as a GMCR+ file (`.gmcr`): the same states with the same numbers, moves and ranks. A leveled option becomes a yes/no
 * option for each level above the first: taken from its level upwards if levels are ordered, which keeps one-way options
 * exact, else at its level only; both keep the order of states. Rankings are written out; several acting as one become
 * decision makers of one coalition. What cannot be held is told in `losses`.
 */
export function writeGmcr(compiled: Compiled): Written {
  const { standoff, space } = compiled;
  if (standoff.moves !== undefined)
    return tooLarge(
      "The states and moves of this standoff are listed outright; a GMCR+ file describes states by options.",
    );
  const ranked = space.feasible * standoff.parties.length;
  if (ranked > MOST_RANKED) {
    return tooLarge(
      `${count(space.feasible)} states for ${standoff.parties.length} parties are too many to list in rankings; the limit is ${count(MOST_RANKED)} entries.`,
    );
  }
  const switchesOf = switchesOfOptions(space.digits);
  const infeasibles = infeasibleConditions(compiled, switchesOf);
  if (infeasibles === undefined) {
    return tooLarge(
      `The constraints make too many conditions; the limit is ${count(MOST_CONDITIONS)} for one constraint, or ${count(MOST_LISTED)} infeasible combinations listed one by one.`,
    );
  }
  const losses = gmcrLosses(compiled);

  const wants = standoff.preferences.map((preference) => statementsOf(preference, standoff, switchesOf));
  const asStatements = wants.every((each) => each !== undefined);
  const decisionMakers: Record<string, unknown>[] = [];
  const coalitions: (number | number[])[] = [];
  for (const [party, { title }] of standoff.parties.entries()) {
    const preference = standoff.preferences[party];
    const names = preference.form === "unanimous" ? preference.members.map((each) => each.title) : [title];
    const rankings = rankingsOf(compiled, party);
    const unseen = unseenConditions(compiled, party, switchesOf);
    if (unseen === undefined)
      losses.push(
        `What ${oneLine(title)} does not see makes too many conditions (more than ${MOST_CONDITIONS}).`,
      );
    const first = decisionMakers.length;
    for (const [member, ranking] of rankings.entries()) {
      // One member holds the options of all: a coalition may use them anyway.
      const own = member === 0 ? ownSwitches(space.digits, party, switchesOf) : [];
      const misperceptions =
        member === 0 && unseen !== undefined && unseen.length > 0 ? { misperceptions: unseen } : {};
      decisionMakers.push({
        name: oneLine(names[member]),
        options: own,
        preferences: asStatements ? wants[party]![member] : [],
        preferenceRanking: ranking,
        ...misperceptions,
      });
    }
    coalitions.push(rankings.length === 1 ? first : rankings.map((_, member) => first + member));
  }

  const file = {
    program: "standoff",
    options: space.digits.flatMap(({ option }) => writtenOptions(option)),
    decisionMakers,
    infeasibles,
    coalitions,
    useManualPreferenceRanking: true,
  };
  return { text: `${compactJson(file)}\n`, losses };
}

function switchesOfOptions(digits: readonly Digit[]): Map<string, Switches> {
  let first = 0;
  return new Map(
    digits.map(({ option }) => {
      const form = option.ordered ? "ladder" : "choice";
      const switches: Switches = { first, form, levels: option.levels.map(({ id }) => id) };
      first += option.levels.length - 1;
      return [option.id, switches];
    }),
  );
}

function ownSwitches(
  digits: readonly Digit[],
  party: number,
  switchesOf: ReadonlyMap<string, Switches>,
): number[] {
  return digits
    .filter((digit) => digit.party === party)
    .flatMap(({ option }) => option.levels.slice(1).map((_, at) => switchesOf.get(option.id)!.first + at));
}

function writtenOptions({ title, yesNo, levels, ordered, oneWay }: Option) {
  const permittedDirection = oneWay === "taken" ? "fwd" : oneWay === "dropped" ? "back" : "both";
  return levels.slice(1).map((level, at) => {
    const orMore = ordered && at + 2 < levels.length ? " or more" : "";
    const name = yesNo ? title : `${title}: ${level.title}${orMore}`;
    return { name: oneLine(name), permittedDirection };
  });
}

/** What rules out switch settings that are no level, then the constraints; the combinations themselves if those are too many. */
function infeasibleConditions(
  { standoff, space }: Compiled,
  switchesOf: ReadonlyMap<string, Switches>,
): Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const { first, form, levels } of switchesOf.values()) {
    for (let high = 1; high < levels.length - 1; high++) {
      if (form === "ladder")
        conditions.push([
          [first + high - 1, "N"],
          [first + high, "Y"],
        ]);
      else {
        for (let low = 0; low < high; low++)
          conditions.push([
            [first + low, "Y"],
            [first + high, "Y"],
          ]);
      }
    }
  }
  const patterns = standoff.constraints.map(({ kind, condition }) =>
    patternsOf(condition, standoff, switchesOf, MOST_CONDITIONS, kind === "always"),
  );
  if (patterns.every((each) => each !== undefined)) return [...conditions, ...patterns.flat().map(written)];
  if (space.codes === undefined || space.combinations - space.feasible > MOST_LISTED) return undefined;
  const feasible = new Set(space.codes);
  for (let code = 0; code < space.combinations; code++)
    if (!feasible.has(code)) conditions.push(wholeState(space.digits, switchesOf, code));
  return conditions;
}

function unseenConditions(
  { standoff }: Compiled,
  party: number,
  switchesOf: ReadonlyMap<string, Switches>,
): Condition[] | undefined {
  const expressions = standoff.perceptions
    .filter((perception) => perception.party === standoff.parties[party].id)
    .flatMap(({ doesNotSee }) => doesNotSee);
  const patterns = expressions.map((each) => patternsOf(each, standoff, switchesOf, MOST_CONDITIONS));
  return patterns.every((each) => each !== undefined) ? patterns.flat().map(written) : undefined;
}

function wholeState(
  digits: readonly Digit[],
  switchesOf: ReadonlyMap<string, Switches>,
  code: number,
): Condition {
  return digits.flatMap((digit): Condition => {
    const { first, form } = switchesOf.get(digit.option.id)!;
    const level = levelIn(code, digit);
    return digit.option.levels.slice(1).map((_, at) => {
      const on = form === "ladder" ? level > at : level === at + 1;
      return [first + at, on ? "Y" : "N"];
    });
  });
}

/** The statements of each member, or of the party alone; undefined when they are no list of statements or too long as conditions. */
function statementsOf(
  preference: Preference,
  standoff: Standoff,
  switchesOf: ReadonlyMap<string, Switches>,
): Statement[][] | undefined {
  if (preference.form === "unanimous") {
    const members = preference.members.map((member) => statementsOf(member.preference, standoff, switchesOf));
    return members.every((each) => each !== undefined) ? members.flat() : undefined;
  }
  if (preference.form !== "statements") return undefined;
  const statement = (wants: Expression): Statement[] | undefined => {
    const patterns = patternsOf(wants, standoff, switchesOf, MOST_CONDITIONS);
    // What is true always or never tells no states apart.
    if (patterns === undefined || patterns.length === 0 || patterns.some(({ size }) => size === 0))
      return patterns && [];
    const members = patterns.map(written);
    return [members.length === 1 ? members[0] : { compound: true, members }];
  };
  const statements = preference.statements.map(({ wants }) => statement(wants));
  return statements.every((each) => each !== undefined) ? [statements.flat()] : undefined;
}

function written(pattern: Pattern): Condition {
  return [...pattern]
    .sort(([a], [b]) => a - b)
    .map(([number, on]): [number, "Y" | "N"] => [number, on ? "Y" : "N"]);
}

/** State numbers best first, one ranking per member. Merged states are written apart and tied. */
function rankingsOf({ space, game }: Compiled, party: number): Ranking[] {
  const ranks = game.preferences[party];
  const members = ranks.kind === "unanimous" ? ranks.members : [ranks];
  return members.map(({ rank, levels }) => {
    const tiers: number[][] = Array.from({ length: levels }, () => []);
    for (let raw = 0; raw < space.feasible; raw++) {
      const state = space.merged === undefined ? raw : space.merged.stateOf[raw];
      tiers[levels - 1 - rank[state]].push(raw + 1);
    }
    return tiers.filter(({ length }) => length > 0).map((tier) => (tier.length === 1 ? tier[0] : tier));
  });
}

/** JSON with a line per entry of the top lists, so that two files can be compared line by line. */
function compactJson(file: Record<string, unknown>): string {
  const lines = Object.entries(file).map(([key, value]) => {
    const flat = `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    if (!Array.isArray(value) || flat.length <= 100) return flat;
    return `  ${JSON.stringify(key)}: [\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  });
  return `{\n${lines.join(",\n")}\n}`;
}
