import type { CoalitionsFindings, Names } from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { partyTitle, sequenceLines, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { counted, listed, wrap } from "./text.ts";

/** The answer to "Who could be pulled away?" for a terminal: what no group leaves first, then who would leave what. */
export function renderCoalitions(findings: CoalitionsFindings, style: Style): string {
  const { names, outcomes } = findings;
  const firm = outcomes.filter(({ leaving }) => leaving.length === 0);
  const loose = outcomes.filter(({ leaving }) => leaving.length > 0);
  const lines = [wrap(survivalWords(findings), style.width)];
  firm.forEach((outcome, index) => {
    lines.push(
      "",
      style.good(`${index + 1}. No group would leave${outcome.isStatusQuo ? " the status quo" : ""}`),
      stateLines(names, outcome.state, "   ", style.width),
    );
  });
  loose.forEach((outcome, index) => {
    const who = outcome.leaving.map(({ group }) => listed(group.map((id) => partyTitle(names, id))));
    lines.push(
      "",
      style.bad(
        `${firm.length + index + 1}. ${counted(outcome.leaving.length, "group")} would leave${outcome.isStatusQuo ? " the status quo" : ""}`,
      ),
      stateLines(names, outcome.state, "   ", style.width),
      ...leavingLines(names, outcome, who[0], style),
    );
    if (who.length > 1)
      lines.push(
        wrap(
          `So would: ${who.slice(1, 6).join("; ")}${who.length > 6 ? `; and ${who.length - 6} more` : ""}.`,
          style.width,
          "   ",
        ),
      );
  });
  return `${lines.join("\n")}\n`;
}

/** How many outcomes hold, and how many of them when groups move together. */
export function survivalWords(findings: CoalitionsFindings): string {
  const { names, groups } = findings;
  const { name } = CONCEPT_WORDS[findings.concept];
  const tried =
    groups.length === 1
      ? listed(groups[0].map((id) => partyTitle(names, id)))
      : `any of the ${groups.length} groups of two or more`;
  const followed =
    findings.outcomes.length === findings.holding
      ? ""
      : " The standoff is too large to follow who would leave the others.";
  return findings.holding === 0
    ? `No outcome holds under ${name}, so there is nothing to leave.`
    : `${counted(findings.holding, "outcome holds", "outcomes hold")} under ${name} as long as everybody moves alone. ${findings.surviving.toLocaleString("en-US")} ${findings.surviving === 1 ? "survives" : "survive"} also when ${tried} may move together for the good of all its members.${followed}`;
}

/** `A and B would leave together, …`, to be followed by their moves. */
export function leavingWords(who: string): string {
  return `${who} would leave together, and nothing the others do then deters all of them:`;
}

function leavingLines(
  names: Names,
  { leaving }: CoalitionsFindings["outcomes"][number],
  who: string,
  style: Style,
): string[] {
  return [
    wrap(leavingWords(who), style.width, "   "),
    ...sequenceLines(names, leaving[0].moves, style.width),
    "   which leads to",
    stateLines(names, leaving[0].to, "     ", style.width),
  ];
}
