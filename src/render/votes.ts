import type { BodyAloneFindings, BodyFinding, Share, VotesFindings } from "../analysis/findings.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";
import {
  bodyWords,
  dummyWords,
  kindWords,
  NO_BODY,
  passesWords,
  setsWords,
  smallestThatPass,
  turnWords,
  voteWords,
} from "./votes-words.ts";

/** The answer to "Who can block?" for a terminal: each body, what it decides now, who could change that, and the power of its members. */
export function renderVotes(findings: VotesFindings, style: Style): string {
  const { bodies } = findings;
  if (bodies.length === 0) return `${wrap(NO_BODY, style.width)}\n`;
  return `${bodies
    .map((body) =>
      [
        heading(body, style),
        ...body.decisions.map((decision) => decisionLines(findings, body, decision, style)),
        coalitionLines(body, style),
        powerTable(body, style),
      ].join("\n\n"),
    )
    .join("\n\n")}\n`;
}

/** A body without a standoff. */
export function renderBody({ body }: BodyAloneFindings, style: Style): string {
  return `${[heading(body, style), coalitionLines(body, style), powerTable(body, style)].join("\n\n")}\n`;
}

type Body = BodyAloneFindings["body"];

function heading(body: Body, style: Style): string {
  return `${style.bold(wrap(clean(body.title), style.width))}\n${wrap(bodyWords(body), style.width)}`;
}

function decisionLines(
  { names, concept }: VotesFindings,
  body: Body,
  decision: BodyFinding["decisions"][number],
  style: Style,
): string {
  const say = (words: string) => wrap(words, style.width, "  ");
  const lines = [style.bold(wrap(`Decision: ${clean(decision.title)}`, style.width))];
  if (decision.statusQuo !== undefined) {
    const { result, ballots, pivot } = voteWords(body, decision.statusQuo);
    const who = ballots.map(({ how, members }) => `${how}: ${listed(members)}`).join("; ");
    lines.push(say(`${result} ${sentence(who)}. ${pivot}`));
  }
  return [...lines, say(passesWords(decision, concept)), ...turnWords(names, decision).map(say)].join("\n");
}

function coalitionLines(body: Body, style: Style): string {
  const lines = [style.bold("Who can pass, who can block")];
  const say = (words: string | undefined) => (words === undefined ? [] : [wrap(words, style.width, "  ")]);
  const list = (what: string, sets: readonly Readonly<Record<string, number>>[] | undefined) => {
    if (sets === undefined) return [`  ${what}: too many to list.`];
    const told = sets
      .slice(0, 12)
      .map((set, index) =>
        wrap(kindWords(body, set), style.width, index === 0 ? `  ${what}: ` : "    or ", "       "),
      );
    return sets.length > 12 ? [...told, `    and ${counted(sets.length - 12, "more kind")}`] : told;
  };
  return [
    ...lines,
    ...say(setsWords(body)),
    ...list(smallestThatPass(body), body.minimalWinning),
    ...list("Smallest that block", body.minimalBlocking),
    ...say(dummyWords(body)),
  ].join("\n");
}

function powerTable({ members }: Body, style: Style): string {
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
