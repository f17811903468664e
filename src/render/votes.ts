import type {
  BodyAloneFindings,
  BodyFinding,
  DecisionFinding,
  Names,
  Share,
  VoteFinding,
  VotesFindings,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";

/** The answer to "Who can block?" for a terminal: each body, what it decides now, who could change that, and the power of its members. */
export function renderVotes(findings: VotesFindings, style: Style): string {
  const { names, bodies, concept } = findings;
  if (bodies.length === 0)
    return `${wrap("No body decides by vote in this file; write one under `bodies:`.", style.width)}\n`;
  return `${bodies
    .map((body) =>
      [
        heading(body, style),
        ...body.decisions.map((decision) => decisionWords(names, body, decision, concept, style)),
        coalitionsWords(body, style),
        powerTable(body, style),
      ].join("\n\n"),
    )
    .join("\n\n")}\n`;
}

/** A body without a standoff. */
export function renderBody({ body }: BodyAloneFindings, style: Style): string {
  const alone = { ...body, decisions: [] };
  return `${[heading(alone, style), coalitionsWords(alone, style), powerTable(alone, style)].join("\n\n")}\n`;
}

function heading({ title, seats, quotas, members }: BodyFinding, style: Style): string {
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
  return `${style.bold(wrap(clean(title), style.width))}\n${wrap(`${sentence(counted(seats, "seat"))}; to pass takes at least ${needs}; ${veto}.`, style.width)}`;
}

function decisionWords(
  names: Names,
  body: BodyFinding,
  decision: DecisionFinding,
  concept: VotesFindings["concept"],
  style: Style,
): string {
  const { statusQuo, turns = [], equilibria, passesIn } = decision;
  const lines = [style.bold(wrap(`Decision: ${clean(decision.title)}`, style.width))];
  if (statusQuo !== undefined) lines.push(wrap(nowWords(body, statusQuo), style.width, "  "));
  const { name } = CONCEPT_WORDS[concept];
  const share =
    equilibria === 0
      ? `No outcome holds under ${name}.`
      : passesIn === 0
        ? `It passes in none of the ${counted(equilibria, "outcome")} that hold under ${name}.`
        : `It passes in ${passesIn.toLocaleString("en-US")} of the ${counted(equilibria, "outcome")} that hold under ${name}.`;
  lines.push(wrap(share, style.width, "  "));
  if (statusQuo !== undefined) {
    const goal = statusQuo.passes ? "stop" : "make it pass";
    if (turns.length === 0)
      lines.push(
        wrap(
          `No party alone could ${statusQuo.passes ? "stop it" : goal} by one move from the status quo.`,
          style.width,
          "  ",
        ),
      );
    for (const { party, changes } of turns)
      lines.push(
        wrap(
          `${partyTitle(names, party)} alone could ${statusQuo.passes ? "stop it" : goal}: if it ${changeWords(names, changes)}.`,
          style.width,
          "  ",
        ),
      );
  }
  return lines.join("\n");
}

function nowWords(body: BodyFinding, vote: VoteFinding): string {
  const title = (id: string) => clean(body.members.find((member) => member.id === id)!.title);
  const voting = (how: string) =>
    Object.keys(vote.ballots)
      .filter((id) => vote.ballots[id] === how)
      .map(title);
  const count = (how: string, words: string) => {
    const who = voting(how);
    return who.length === 0 ? [] : [`${words}: ${listed(who)}`];
  };
  const ballots = [
    ...count("yes", "in favor"),
    ...count("no", "against"),
    ...count("abstain", "abstaining"),
    ...count("open", "open"),
  ].join("; ");
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
      ? " No single seat, voting otherwise, would change that."
      : ` One vote otherwise by ${listed(vote.pivotal.map(title), "or")} would change that.`;
  return `${result}${stopped}${chance} ${sentence(ballots)}.${pivot}`;
}

function coalitionsWords(
  { winning, blocking, minimalWinning, minimalBlocking, minimalWinningCount, members, act }: BodyFinding,
  style: Style,
): string {
  const kind = (set: Readonly<Record<string, number>>) =>
    listed(
      Object.entries(set).map(([id, seats]) => {
        const member = members.find((each) => each.id === id)!;
        return member.seats === 1 ? clean(member.title) : `${seats} of ${clean(member.title)}`;
      }),
    );
  const big = (text: string) =>
    text.length > 15 ? `about ${Number(text).toExponential(2)}` : Number(text).toLocaleString("en-US");
  const lines = [style.bold("Who can pass, who can block")];
  if (winning !== undefined && blocking !== undefined && act !== undefined)
    lines.push(
      wrap(
        `${big(winning)} sets of seats win (${percent(act.decimal)} of all), ${big(blocking)} can block.`,
        style.width,
        "  ",
      ),
    );
  const list = (what: string, sets: readonly Readonly<Record<string, number>>[] | undefined) => {
    if (sets === undefined) lines.push(`  ${what}: too many to list.`);
    else
      for (const [index, set] of sets.slice(0, 12).entries())
        lines.push(wrap(kind(set), style.width, index === 0 ? `  ${what}: ` : "    or ", "       "));
    if (sets !== undefined && sets.length > 12)
      lines.push(`    and ${counted(sets.length - 12, "more kind")}`);
  };
  list(
    minimalWinningCount === undefined
      ? "Smallest that pass"
      : `Smallest that pass (${minimalWinningCount.toLocaleString("en-US")} in all)`,
    minimalWinning,
  );
  list("Smallest that block", minimalBlocking);
  const dummies = members.filter(({ power }) => power?.dummy).map(({ title }) => clean(title));
  if (dummies.length > 0)
    lines.push(
      wrap(
        `${listed(dummies)} never ${dummies.length === 1 ? "makes" : "make"} a difference.`,
        style.width,
        "  ",
      ),
    );
  return lines.join("\n");
}

function powerTable({ members }: BodyFinding, style: Style): string {
  const rows = members.flatMap(({ title, seats, power }) =>
    power === undefined
      ? []
      : [
          [
            clean(title) + (seats > 1 ? " (each)" : ""),
            power.shapleyShubik.fraction.length > 15 ? "" : power.shapleyShubik.fraction,
            decimal(power.shapleyShubik),
            decimal(power.banzhaf),
            power.swings.length > 15 ? Number(power.swings).toExponential(2) : power.swings,
            decimal(power.prevent),
            decimal(power.initiate),
          ],
        ],
  );
  if (rows.length === 0) return wrap("The sets of seats are too many to count power by.", style.width);
  return `${style.bold("Power of one seat")}\n${table([["", "Shapley–Shubik", "", "Banzhaf", "swings", "can prevent", "can initiate"], ...rows])}`;
}

function decimal({ decimal: value }: Share): string {
  return value === 0 ? "0" : value.toPrecision(4);
}

function percent(value: number): string {
  return `${(100 * value).toPrecision(3)} %`;
}
