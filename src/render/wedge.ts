import type { Names, WedgeFindings } from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, wrap } from "./text.ts";

/** Weak spots told one by one. */
const TOLD = 8;

/** The answer to "What would split this alliance?" for a terminal: whether it holds, then its weak spots. */
export function renderWedge(findings: WedgeFindings, style: Style): string {
  const { names, leaving, wedges } = findings;
  const holds = (leaving.length === 0 ? style.good : style.bold)(wrap(togetherWords(findings), style.width));
  const lines = [style.bold("The outcome"), stateLines(names, findings.state, "  ", style.width), "", holds];
  for (const each of leaving) lines.push(style.bad(wrap(leavesAlreadyWords(names, each), style.width, "  ")));
  lines.push("", wrap(weakSpotsWords(findings), style.width));
  wedges.slice(0, TOLD).forEach((each, index) => {
    lines.push("", wrap(`${index + 1}. ${wedgeWords(names, each)}`, style.width, "", "   "));
  });
  if (wedges.length > TOLD)
    lines.push("", `${counted(wedges.length - TOLD, "more", "more")}; \`--json\` lists them.`);
  return `${lines.join("\n")}\n`;
}
/** Whether the alliance keeps to the outcome as it is. */
export function togetherWords({ names, concept, alliance, leaving }: WedgeFindings): string {
  const who = listed(alliance.map((id) => partyTitle(names, id)));
  const { name } = CONCEPT_WORDS[concept];
  return leaving.length === 0
    ? `${who} hold together here: none of them would leave it on its own under ${name}.`
    : `Not all of ${who} would stay here under ${name} as it is:`;
}

/** A member that leaves without any wedge. */
export function leavesAlreadyWords(
  names: Names,
  { party, changes }: WedgeFindings["leaving"][number],
): string {
  return `${partyTitle(names, party)} would leave already: it ${changeWords(names, changes)}.`;
}

/** How many weak spots there are. */
export function weakSpotsWords({ leaving, tried, wedges }: WedgeFindings): string {
  const who = leaving.length === 0 ? "one of them" : "another";
  return wedges.length === 0
    ? `Of ${counted(tried, "change")} of a single preference statement, none would make ${who} leave.`
    : `${counted(wedges.length, "change")} of a single preference statement, of ${tried} tried, would make ${who} leave. The weakest spot first:`;
}

/** One weak spot: the statement, how sure it is, and what would happen. */
export function wedgeWords(names: Names, each: WedgeFindings["wedges"][number]): string {
  const claims =
    each.because.length === 0 ? "resting on no claim" : `resting on ${listed(each.because.map(clean))}`;
  const sure =
    each.confidence === undefined
      ? ""
      : `, ${each.confidence === "unsure" ? "unsure" : `confidence ${each.confidence}`}`;
  const party = partyTitle(names, each.party);
  const happens = {
    dropped: "did not matter to it",
    turned: "were the other way around for it",
    exchanged: "were exchanged",
  }[each.change];
  const what = each.change === "exchanged" ? "tiers" : "statement";
  return `${party}, ${what} ${each.place}, "${clean(each.statement)}" (${claims}${sure}): if ${each.change === "exchanged" ? "they" : "it"} ${happens}, ${party} would leave: it ${changeWords(names, each.changes)}.`;
}
