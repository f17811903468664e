import type { ForesightExplainFindings } from "../analysis/findings.ts";
import { notionWords } from "./concept-words.ts";
import { reasonWords } from "./reason-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { counted, listed, wrap } from "./text.ts";

/** The answer to "Why?" under a further notion of foresight, for a terminal: the verdict, and what the party expects of its moves. */
export function renderExplainForesight(findings: ForesightExplainFindings, style: Style): string {
  const { names, notion, stable, movesCount, moves, bySeq } = findings;
  const party = partyTitle(names, findings.party);
  const { name, meaning } = notionWords(notion);
  const simultaneous = notion === "sim" || notion === "sim-each";
  const verdict = `${party} ${stable ? "would stay" : "would leave"}: the state is ${stable ? "" : "not "}stable for ${party} under ${name} (${meaning}).`;
  const lines = [
    style.bold("The state"),
    stateLines(names, findings.state, "  ", style.width),
    "",
    (stable ? style.good : style.bad)(wrap(verdict, style.width)),
  ];
  if (bySeq)
    lines.push(
      wrap(
        "Moves at once are not looked at here: somebody finds the state stable under SEQ, and for each party that verdict stands.",
        style.width,
      ),
    );
  if (moves.length === 0)
    lines.push(
      `${party} can move to ${counted(movesCount, "other state")}; none is better, and none leads to anything better.`,
    );
  moves.forEach(({ changes, pays, answer, endsBecause }, index) => {
    lines.push(
      "",
      style.bold(wrap(`${index + 1}. ${party} ${changeWords(names, changes)}.`, style.width, "", "   ")),
    );
    const acts = answer.map((move) => `${partyTitle(names, move.party)} ${changeWords(names, move.changes)}`);
    if (acts.length === 0)
      lines.push(
        wrap(
          simultaneous ? "Nobody moving at the same time spoils that." : "Nobody would move on from there.",
          style.width,
          "   ",
        ),
      );
    else if (simultaneous) lines.push(wrap(`At the same time ${listed(acts)}.`, style.width, "   "));
    else
      for (const [step, act] of acts.entries())
        lines.push(wrap(`${step === 0 ? "then" : "and then"} ${act}`, style.width, "   → ", "     "));
    const worth = pays ? "ends better off" : "ends no better off";
    lines.push(
      (pays ? style.bad : style.good)(
        wrap(`So ${party} ${worth}: ${reasonWords(endsBecause)}.`, style.width, "   "),
      ),
    );
  });
  return `${lines.join("\n")}\n`;
}
