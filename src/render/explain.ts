import type {
  Concept,
  ExplainFindings,
  ImprovementFinding,
  MoveFinding,
  Names,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { reasonWords } from "./reason-words.ts";
import { changeWords, failedVotes, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, sentence, wrap } from "./text.ts";

/** The answer to "Why?" for a terminal: the verdict, each improvement, the answer to it, and what decides. */
export function renderExplain(findings: ExplainFindings, style: Style): string {
  const { names, stable } = findings;
  const party = partyTitle(names, findings.party);
  const lines = [
    style.bold("The state"),
    stateLines(names, findings.state, "  ", style.width),
    "",
    (stable ? style.good : style.bad)(wrap(verdictWords(findings), style.width)),
    wrap(scopeWords(findings), style.width),
  ];
  findings.improvements.forEach((improvement, index) => {
    lines.push("", ...improvementLines(findings, improvement, index + 1, party, style));
  });
  const left = leftOutWords(findings);
  if (left !== undefined) lines.push("", wrap(left, style.width));
  const claims = claimsCited(findings);
  if (claims.length > 0)
    lines.push(
      "",
      style.bold("The claims behind it"),
      ...claims.map((id) => wrap(claimWords(names, id), style.width, "  ", "    ")),
    );
  return `${lines.join("\n")}\n`;
}

/** Whether the party would stay, under which notion, and how surely. */
export function verdictWords(findings: ExplainFindings): string {
  const { names, concept, stable } = findings;
  const party = partyTitle(names, findings.party);
  const { name, meaning } = CONCEPT_WORDS[concept];
  return `${party} ${stable ? "would stay" : "would leave"}: the state is ${stable ? "" : "not "}stable for ${party} under ${name} (${meaning}).${strength(findings, party)}${certainty(findings, party)}`;
}

/** The improvements not told one by one; undefined where all are. */
export function leftOutWords({ improvementsCount, improvements }: ExplainFindings): string | undefined {
  const left = improvementsCount - improvements.length;
  return left === 0
    ? undefined
    : `${counted(left, "more improvement")} ${left === 1 ? "is" : "are"} answered likewise.`;
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

/** What the party could do, and what is told below. */
export function scopeWords(findings: ExplainFindings): string {
  const { movesCount, improvementsCount, concept, stable } = findings;
  const party = partyTitle(findings.names, findings.party);
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
    if (concept !== "nash") lines.push(style.bad(wrap(unansweredWords(concept, party), style.width, "   ")));
    return lines;
  }
  sanction.moves.forEach((move, index) => {
    const when = index === 0 ? "then" : "and then";
    lines.push(
      wrap(
        `${when} ${partyTitle(names, move.party)} ${changeWords(names, move.changes)} (${interestWords(move)})`,
        style.width,
        "   → ",
        "     ",
      ),
    );
  });
  lines.push(...failedVotes(sanction.votes).map((line) => wrap(`There ${line}`, style.width, "   ")));
  lines.push(style.good(wrap(sanctionWords(sanction, concept, party), style.width, "   ")));
  return lines;
}

/** An improvement that nothing deters. */
export function unansweredWords(concept: Concept, party: string): string {
  return `Whatever the others then do${concept === "seq" || concept === "sseq" ? " in their own interest" : ""}, ${party} ends up better off. This is why it would leave.`;
}

/** Whether the mover of an answer gains by it. */
export function interestWords({ improvement }: MoveFinding): string {
  return improvement ? "which it likes better" : "though it does not like that better";
}

/** What an answer means for the party that it deters. */
export function sanctionWords(
  sanction: NonNullable<ImprovementFinding["sanction"]>,
  concept: Concept,
  party: string,
): string {
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
  return `That ${end}.${trapped}`;
}

function claimsCited({ improvements }: ExplainFindings): string[] {
  const cited = improvements.flatMap(({ preferredBecause, sanction }) => [
    ...preferredBecause.because,
    ...(sanction?.deterredBecause.because ?? []),
  ]);
  return [...new Set(cited)];
}

/** A claim with the chain of who reported it. */
export function claimWords(names: Names, id: string): string {
  const claim = names.claims.find((each) => each.id === id);
  if (claim === undefined) return clean(id);
  const chain = [claim.source ?? "background", ...claim.via].map(clean);
  const sounds = claim.sounds === undefined ? "" : `; ${clean(claim.sounds)}`;
  return `${clean(id)}: ${sentence(clean(claim.says))} (${chain.join(", from ")}${sounds})`;
}
