import type {
  BodyFinding,
  DecisionFinding,
  Names,
  VoteFinding,
  VotesFindings,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle } from "./state-words.ts";
import { clean, counted, listed, sentence } from "./text.ts";

/** The sentences of the answer to "Who can block?", the same in the terminal and on the page. */

/** Said where no body decides anything. */
export const NO_BODY = "No body decides by vote in this file; write one under `bodies:`.";

/** A body of the file, or one that stands alone. */
type Body = Omit<BodyFinding, "decisions">;

/** Seats, quota and vetoes. */
export function bodyWords({ seats, quotas, members }: Body): string {
  const needs = listed(
    quotas.map(
      ({ of, least }) => `${least.toLocaleString("en-US")} ${of === "members" ? "seats" : clean(of)}`,
    ),
  );
  const vetoes = members.filter(({ veto }) => veto).map((member) => clean(member.title));
  const veto =
    vetoes.length === 0
      ? "nobody has a veto"
      : `${listed(vetoes)} ${vetoes.length === 1 && members.some(({ veto, seats }) => veto && seats === 1) ? "has" : "have"} a veto`;
  return `${sentence(counted(seats, "seat"))}; to pass takes at least ${needs}; ${veto}.`;
}

/** In how many outcomes a decision passes. */
export function passesWords(
  { equilibria, passesIn }: DecisionFinding,
  concept: VotesFindings["concept"],
): string {
  const { name } = CONCEPT_WORDS[concept];
  if (equilibria === 0) return `No outcome holds under ${name}.`;
  return `It passes in ${passesIn === 0 ? "none" : passesIn.toLocaleString("en-US")} of the ${counted(equilibria, "outcome")} that hold under ${name}.`;
}

/** Who could turn a decision round by one move from the status quo, and how; nothing without a status quo. */
export function turnWords(names: Names, { statusQuo, turns = [] }: DecisionFinding): string[] {
  if (statusQuo === undefined) return [];
  const goal = statusQuo.passes ? "stop it" : "make it pass";
  if (turns.length === 0) return [`No party alone could ${goal} by one move from the status quo.`];
  return turns.map(
    ({ party, changes }) =>
      `${partyTitle(names, party)} alone could ${goal}: if it ${changeWords(names, changes)}.`,
  );
}

/** How a vote goes in a state: what becomes of it, who votes how, and whose single vote would change that. */
export function voteWords(
  body: Body,
  vote: VoteFinding,
): {
  readonly result: string;
  readonly ballots: readonly { readonly how: string; readonly members: readonly string[] }[];
  readonly pivot: string;
} {
  const title = (id: string) => clean(body.members.find((member) => member.id === id)!.title);
  const voting = (how: string) =>
    Object.keys(vote.ballots)
      .filter((id) => vote.ballots[id] === how)
      .map(title);
  const ballots = [
    { how: "in favor", members: voting("yes") },
    { how: "against", members: voting("no") },
    { how: "abstaining", members: voting("abstain") },
    { how: "open", members: voting("open") },
  ].filter(({ members }) => members.length > 0);
  const result = vote.put
    ? vote.carried
      ? "In the status quo it is put to the vote and passes."
      : "In the status quo it is put to the vote and fails."
    : `In the status quo it is not put to the vote; if it were, it would ${vote.carried ? "pass" : "fail"}.`;
  const stopped =
    vote.stoppedBy.length === 0 ? "" : ` The veto of ${listed(vote.stoppedBy.map(title))} stops it.`;
  const chance =
    vote.chance === undefined || vote.stoppedBy.length > 0
      ? ""
      : ` With the open seats left to chance it is carried with a probability of ${percent(vote.chance)}.`;
  const pivot =
    vote.pivotal.length === 0
      ? "No single seat, voting otherwise, would change that."
      : `One vote otherwise by ${listed(vote.pivotal.map(title), "or")} would change that.`;
  return { result: `${result}${stopped}${chance}`, ballots, pivot };
}

/** How many sets of seats win, and how many can block; undefined where they are too many to count. */
export function setsWords({ winning, blocking, act }: Body): string | undefined {
  if (winning === undefined || blocking === undefined || act === undefined) return undefined;
  return `${big(winning)} sets of seats win (${percent(act.decimal)} of all), ${big(blocking)} can block.`;
}

/** A kind of coalition: `France and 8 of the elected ten`. */
export function kindWords({ members }: Body, set: Readonly<Record<string, number>>): string {
  return listed(
    Object.entries(set).map(([id, seats]) => {
      const member = members.find((each) => each.id === id)!;
      return member.seats === 1 ? clean(member.title) : `${seats} of ${clean(member.title)}`;
    }),
  );
}

/** The smallest coalitions that pass, by how the list is called. */
export function smallestThatPass({ minimalWinningCount: count }: Body): string {
  return count === undefined
    ? "Smallest that pass"
    : `Smallest that pass (${count.toLocaleString("en-US")} in all)`;
}

/** Members who never make a difference; undefined where everybody may. */
export function dummyWords({ members }: Body): string | undefined {
  const dummies = members.filter(({ power }) => power?.dummy).map(({ title }) => clean(title));
  return dummies.length === 0
    ? undefined
    : `${listed(dummies)} never ${dummies.length === 1 ? "makes" : "make"} a difference.`;
}

/** A number in full, or about, where it has very many digits. */
export function big(digits: string): string {
  return digits.length > 15
    ? `about ${Number(digits).toExponential(2)}`
    : Number(digits).toLocaleString("en-US");
}

export function percent(value: number): string {
  return `${(100 * value).toPrecision(3)} %`;
}
