import type { Compiled } from "../game/compile.ts";
import type { Ranks } from "../game/game.ts";
import { type Digit, levelIn, stateOfCode } from "../game/space.ts";
import { settingWords } from "./setting-words.ts";
import { count, oneLine, tooLarge, type Written } from "./written.ts";

/** The most payoffs a file may have: profiles times parties. */
const MOST_PAYOFFS = 2_000_000;

/**
 * The standoff as a game in strategic form for Gambit (`.nfg`, payoff version). The strategies of a party are the settings of its own
 * options that stand in some feasible state; payoffs are dense ranks from 1 up, and 0 for everybody where the settings
 * are not feasible together. Of a standoff without one-way options, guards, merged and unseen states, the pure Nash
 * equilibria among feasible profiles are the Nash equilibria here. O(states + profiles · parties · log states).
 */
export function writeNfg(compiled: Compiled): Written {
  const { standoff, space, game } = compiled;
  if (standoff.moves !== undefined)
    return tooLarge(
      "The states and moves of this standoff are listed outright; a strategic form needs strategies, that is options.",
    );
  const strategies = standoff.parties.map((_, party) =>
    ownCodes(
      compiled,
      space.digits.filter((digit) => digit.party === party),
    ),
  );
  const profiles = strategies.reduce((product, own) => product * own.length, 1);
  if (profiles * standoff.parties.length > MOST_PAYOFFS) {
    return tooLarge(
      `${count(profiles)} strategy profiles for ${standoff.parties.length} parties are more than a strategic form should hold; the limit is ${count(MOST_PAYOFFS)} payoffs.`,
    );
  }

  const payoffOf = game.preferences.map(payoffs);
  const rows: string[] = [];
  let infeasible = 0;
  const at = strategies.map(() => 0);
  for (let profile = 0; profile < profiles; profile++) {
    const state = stateOfCode(
      space,
      at.reduce((code, strategy, party) => code + strategies[party][strategy], 0),
    );
    if (state < 0) infeasible++;
    rows.push(payoffOf.map((payoff) => (state < 0 ? 0 : payoff(state))).join(" "));
    // Gambit lets the first player's strategy run fastest.
    for (let party = 0; party < at.length && ++at[party] === strategies[party].length; party++) at[party] = 0;
  }

  const losses = lossesOf(compiled);
  const labels = strategies.map((own, party) =>
    own.map((code) => quoted(strategyWords(compiled, party, code))).join(" "),
  );
  const comment = [
    infeasible === 0
      ? "Payoffs are ranks, 1 lowest."
      : `Payoffs are ranks, 1 lowest; in ${count(infeasible)} of ${count(profiles)} profiles the strategies are not feasible together, and everybody gets 0: an equilibrium there means nothing.`,
    ...losses,
  ].join(" ");
  const text = [
    `NFG 1 R ${quoted(standoff.title)} { ${standoff.parties.map(({ title }) => quoted(title)).join(" ")} }`,
    "",
    "{",
    ...labels.map((each) => `{ ${each} }`),
    "}",
    quoted(comment),
    "",
    ...rows,
    "",
  ].join("\n");
  return { text, losses };
}

/** The parts of the feasible codes that are the party's own options, ascending. */
function ownCodes({ space }: Compiled, own: readonly Digit[]): number[] {
  if (own.length === 0) return [0];
  const place = own[0].place;
  const span = own.reduce((product, digit) => product * digit.radix, 1);
  const part = (code: number) => (Math.floor(code / place) % span) * place;
  if (space.codes === undefined) return Array.from({ length: span }, (_, index) => index * place);
  const parts = new Set<number>();
  for (const code of space.codes) parts.add(part(code));
  return [...parts].sort((a, b) => a - b);
}

function strategyWords({ space }: Compiled, party: number, code: number): string {
  const does = space.digits
    .filter((digit) => digit.party === party)
    .flatMap((digit) => settingWords(digit.option, levelIn(code, digit)) ?? []);
  return does.length === 0 ? "nothing" : does.join(", ");
}

/** Sums of the members' ranks keep every unanimous improvement an improvement; what they add is told as a loss. */
function payoffs(ranks: Ranks): (state: number) => number {
  if (ranks.kind !== "unanimous") return (state) => ranks.rank[state] + 1;
  return (state) => ranks.members.reduce((sum, { rank }) => sum + rank[state], 1);
}

function lossesOf(compiled: Compiled): string[] {
  const { standoff, space, game } = compiled;
  const losses: string[] = [];
  const named = (ids: readonly string[]) => ids.map(oneLine).join(", ");
  const restricted = standoff.options.filter(({ oneWay, changesWhen }) => oneWay ?? changesWhen);
  if (restricted.length > 0) {
    losses.push(
      `In a strategic form every strategy can be changed for every other; that ${named(restricted.map(({ title }) => title))} cannot always be changed is lost.`,
    );
  }
  if (space.merged !== undefined) {
    losses.push(
      `The ${count(space.feasible)} feasible profiles stay apart; that some are the same state (${count(game.states)} in all) is lost.`,
    );
  }
  if (standoff.perceptions.some(({ doesNotSee }) => doesNotSee.length > 0))
    losses.push("That a party does not see some states is lost.");
  for (const [party, ranks] of game.preferences.entries()) {
    if (ranks.kind === "unanimous" && ranks.members.length > 1) {
      losses.push(
        `The payoffs of ${oneLine(standoff.parties[party].title)} are sums of its members' ranks; that it moves only when every member gains is lost.`,
      );
    }
  }
  for (const [party, ranks] of game.preferences.entries()) {
    const singles = ranks.kind === "unanimous" ? ranks.members : [ranks];
    const who = oneLine(standoff.parties[party].title);
    if (singles.some(({ kind }) => kind === "partial"))
      losses.push(
        `What is unknown of the preferences of ${who} is lost: unknown statements count as wanted, unknown orders as ties.`,
      );
    if (singles.some(({ band }) => band !== undefined))
      losses.push(`How strongly ${who} prefers what it prefers is lost.`);
  }
  if (standoff.preferences.some((preference) => preference.form === "weights"))
    losses.push("Weights are lost; payoffs are the ranks they give.");
  return losses;
}

/** A Gambit text: in double quotes, on one line. */
function quoted(text: string): string {
  return `"${oneLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
