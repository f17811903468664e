import type { ForesightExplainFindings } from "../analysis/findings.ts";
import { notionWords } from "./concept-words.ts";
import { reasonWords } from "./reason-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { counted, listed, wrap } from "./text.ts";

/** The answer to "Why?" under a further notion of foresight, for a terminal: the verdict, and what the party expects of its moves. */
export function renderExplainForesight(findings: ForesightExplainFindings, style: Style): string {
  const { names, stable, moves } = findings;
  const party = partyTitle(names, findings.party);
  const simultaneous = isSimultaneous(findings);
  const lines = [
    style.bold("The state"),
    stateLines(names, findings.state, "  ", style.width),
    "",
    (stable ? style.good : style.bad)(wrap(foresightVerdictWords(findings), style.width)),
    ...foresightScopeWords(findings).map((line) => wrap(line, style.width)),
  ];
  moves.forEach(({ changes, pays, answer, endsBecause }, index) => {
    lines.push(
      "",
      style.bold(wrap(`${index + 1}. ${party} ${changeWords(names, changes)}.`, style.width, "", "   ")),
    );
    const acts = answer.map((move) => `${partyTitle(names, move.party)} ${changeWords(names, move.changes)}`);
    if (acts.length === 0) lines.push(wrap(noAnswerWords(findings), style.width, "   "));
    else if (simultaneous) lines.push(wrap(`At the same time ${listed(acts)}.`, style.width, "   "));
    else
      for (const [step, act] of acts.entries())
        lines.push(wrap(`${step === 0 ? "then" : "and then"} ${act}`, style.width, "   → ", "     "));
    lines.push(
      (pays ? style.bad : style.good)(wrap(endWords(party, { pays, endsBecause }), style.width, "   ")),
    );
  });
  return `${lines.join("\n")}\n`;
}

/** Whether the others are thought to move at the same moment. */
export function isSimultaneous({ notion }: ForesightExplainFindings): boolean {
  return notion === "sim" || notion === "sim-each";
}

/** Whether the party would stay, and under which notion. */
export function foresightVerdictWords({
  names,
  notion,
  stable,
  party: id,
}: ForesightExplainFindings): string {
  const party = partyTitle(names, id);
  const { name, meaning } = notionWords(notion);
  return `${party} ${stable ? "would stay" : "would leave"}: the state is ${stable ? "" : "not "}stable for ${party} under ${name} (${meaning}).`;
}

/** What is not told, and why. */
export function foresightScopeWords({
  names,
  party,
  bySeq,
  moves,
  movesCount,
}: ForesightExplainFindings): string[] {
  return [
    ...(bySeq
      ? [
          "Moves at once are not looked at here: somebody finds the state stable under SEQ, and for each party that verdict stands.",
        ]
      : []),
    ...(moves.length === 0
      ? [
          `${partyTitle(names, party)} can move to ${counted(movesCount, "other state")}; none is better, and none leads to anything better.`,
        ]
      : []),
  ];
}

/** Where nobody answers a move. */
export function noAnswerWords(findings: ForesightExplainFindings): string {
  return isSimultaneous(findings)
    ? "Nobody moving at the same time spoils that."
    : "Nobody would move on from there.";
}

/** What a move comes to in the end for the party. */
export function endWords(
  party: string,
  { pays, endsBecause }: Pick<ForesightExplainFindings["moves"][number], "pays" | "endsBecause">,
): string {
  return `So ${party} ends ${pays ? "better off" : "no better off"}: ${reasonWords(endsBecause)}.`;
}
