import type { ExplainFindings, ImprovementFinding, Names } from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { reasonWords } from "./reason-words.ts";
import { changeWords, failedVotes, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, sentence, wrap } from "./text.ts";

/** The answer to "Why?" for a terminal: the verdict, each improvement, the answer to it, and what decides. */
export function renderExplain(findings: ExplainFindings, style: Style): string {
  const { names, concept, stable } = findings;
  const party = partyTitle(names, findings.party);
  const { name, meaning } = CONCEPT_WORDS[concept];
  const verdict = `${party} ${stable ? "would stay" : "would leave"}: the state is ${stable ? "" : "not "}stable for ${party} under ${name} (${meaning}).${strength(findings, party)}${certainty(findings, party)}`;
  const lines = [
    style.bold("The state"),
    stateLines(names, findings.state, "  ", style.width),
    "",
    (stable ? style.good : style.bad)(wrap(verdict, style.width)),
    wrap(scope(findings, party), style.width),
  ];
  findings.improvements.forEach((improvement, index) => {
    lines.push("", ...improvementLines(findings, improvement, index + 1, party, style));
  });
  const left = findings.improvementsCount - findings.improvements.length;
  if (left > 0)
    lines.push(
      "",
      wrap(
        `${counted(left, "more improvement")} ${left === 1 ? "is" : "are"} answered likewise.`,
        style.width,
      ),
    );
  const claims = claimsCited(findings);
  if (claims.length > 0)
    lines.push(
      "",
      style.bold("The claims behind it"),
      ...claims.map((id) => wrap(claimWords(names, id), style.width, "  ", "    ")),
    );
  return `${lines.join("\n")}\n`;
}

function strength({ strongly, stable, concept }: ExplainFindings, party: string): string {
  if (strongly === undefined || !stable || concept === "nash") return "";
  return strongly
    ? ` It is so strongly: every answer would leave ${party} greatly worse off.`
    : ` It is so only weakly: some answer would not leave ${party} greatly worse off.`;
}

function certainty({ certainty: how }: ExplainFindings, party: string): string {
  if (how === undefined) return "";
  if (how === "surely") return " That is so whatever the unknown preferences are.";
  return how === "may"
    ? ` Some preferences are unknown: depending on them ${party} may stay. Below, every doubt counts against it.`
    : ` That is so whatever the unknown preferences are.`;
}

function scope({ movesCount, improvementsCount, concept, stable }: ExplainFindings, party: string): string {
  if (movesCount === 0) return `${party} has no move from here.`;
  if (improvementsCount === 0)
    return `${party} can move to ${counted(movesCount, "other state")}, and likes none of them better.`;
  const counts = `Of the ${counted(movesCount, "state")} ${party} can move to, it prefers ${improvementsCount.toLocaleString("en-US")}.`;
  if (concept === "nash") return `${counts} Under Nash no answer of the others is looked at.`;
  return stable ? `${counts} Each would be answered:` : `${counts} Those that nobody can answer come first:`;
}

function improvementLines(
  { names, concept }: ExplainFindings,
  improvement: ImprovementFinding,
  number: number,
  party: string,
  style: Style,
): string[] {
  const { changes, preferredBecause, sanction } = improvement;
  const lines = [
    style.bold(wrap(`${number}. ${party} ${changeWords(names, changes)}.`, style.width, "", "   ")),
    wrap(`${party} likes that better: ${reasonWords(preferredBecause)}.`, style.width, "   "),
    ...failedVotes(improvement.votes).map((line) => wrap(line, style.width, "   ")),
  ];
  if (sanction === undefined) {
    if (concept !== "nash")
      lines.push(
        style.bad(
          wrap(
            `Whatever the others then do${concept === "seq" || concept === "sseq" ? " in their own interest" : ""}, ${party} ends up better off. This is why it would leave.`,
            style.width,
            "   ",
          ),
        ),
      );
    return lines;
  }
  sanction.moves.forEach((move, index) => {
    const when = index === 0 ? "then" : "and then";
    const interest = move.improvement ? "which it likes better" : "though it does not like that better";
    lines.push(
      wrap(
        `${when} ${partyTitle(names, move.party)} ${changeWords(names, move.changes)} (${interest})`,
        style.width,
        "   → ",
        "     ",
      ),
    );
  });
  lines.push(...failedVotes(sanction.votes).map((line) => wrap(`There ${line}`, style.width, "   ")));
  const end =
    sanction.deterredBecause.verdict === "equal"
      ? `leaves ${party} no better off than it started`
      : `leaves ${party} worse off than it started: ${reasonWords(sanction.deterredBecause)}`;
  const trapped =
    concept === "smr" || concept === "sseq"
      ? sanction.bestEscape === undefined
        ? ` ${party} has no move from there.`
        : ` Nor can ${party} get from there to anything better than where it started.`
      : "";
  lines.push(style.good(wrap(`That ${end}.${trapped}`, style.width, "   ")));
  return lines;
}

/** Which statement decides, and on what claims. Statements are said of the better state. */
function claimsCited({ improvements }: ExplainFindings): string[] {
  const cited = improvements.flatMap(({ preferredBecause, sanction }) => [
    ...preferredBecause.because,
    ...(sanction?.deterredBecause.because ?? []),
  ]);
  return [...new Set(cited)];
}

/** A claim with the chain of who reported it. */
function claimWords(names: Names, id: string): string {
  const claim = names.claims.find((each) => each.id === id);
  if (claim === undefined) return clean(id);
  const chain = [claim.source ?? "background", ...claim.via].map(clean);
  const sounds = claim.sounds === undefined ? "" : `; ${clean(claim.sounds)}`;
  return `${clean(id)}: ${sentence(clean(claim.says))} (${chain.join(", from ")}${sounds})`;
}
