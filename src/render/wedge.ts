import type { WedgeFindings } from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, wrap } from "./text.ts";

/** Weak spots told one by one. */
const TOLD = 8;

/** The answer to "What would split this alliance?" for a terminal: whether it holds, then its weak spots. */
export function renderWedge(findings: WedgeFindings, style: Style): string {
  const { names, concept, alliance, leaving, tried, wedges } = findings;
  const who = listed(alliance.map((id) => partyTitle(names, id)));
  const { name } = CONCEPT_WORDS[concept];
  const holds =
    leaving.length === 0
      ? style.good(
          wrap(
            `${who} hold together here: none of them would leave it on its own under ${name}.`,
            style.width,
          ),
        )
      : style.bold(wrap(`Not all of ${who} would stay here under ${name} as it is:`, style.width));
  const lines = [style.bold("The outcome"), stateLines(names, findings.state, "  ", style.width), "", holds];
  for (const { party, changes } of leaving) {
    lines.push(
      style.bad(
        wrap(
          `${partyTitle(names, party)} would leave already: it ${changeWords(names, changes)}.`,
          style.width,
          "  ",
        ),
      ),
    );
  }
  const head =
    wedges.length === 0
      ? `Of ${counted(tried, "change")} of a single preference statement, none would make ${leaving.length === 0 ? "one of them" : "another"} leave.`
      : `${counted(wedges.length, "change")} of a single preference statement, of ${tried} tried, would make ${leaving.length === 0 ? "one of them" : "another"} leave. The weakest spot first:`;
  lines.push("", wrap(head, style.width));
  wedges.slice(0, TOLD).forEach((each, index) => {
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
    lines.push(
      "",
      wrap(
        `${index + 1}. ${party}, ${what} ${each.place}, "${clean(each.statement)}" (${claims}${sure}): if ${each.change === "exchanged" ? "they" : "it"} ${happens}, ${party} would leave: it ${changeWords(names, each.changes)}.`,
        style.width,
        "",
        "   ",
      ),
    );
  });
  if (wedges.length > TOLD)
    lines.push("", `${counted(wedges.length - TOLD, "more", "more")}; \`--json\` lists them.`);
  return `${lines.join("\n")}\n`;
}
