import type { MapFindings, WalkMove } from "../analysis/map-findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { counted } from "./text.ts";

const figures = (value: number) => value.toLocaleString("en-US");

/** What the map shows and what it leaves out, a sentence each. */
export function mapWords(findings: MapFindings, everyMove: boolean): string[] {
  const { states, whole, holding, holdingShown, reached, shown, kind, moves, drawn, concept } = findings;
  const { name } = CONCEPT_WORDS[concept];
  const statusQuo = shown.some(({ isStatusQuo }) => isStatusQuo);
  const others =
    holdingShown - (shown.some((each) => each.isStatusQuo && each.concepts.includes(concept)) ? 1 : 0);
  const sentences: string[] = [];
  if (whole) {
    sentences.push(
      `All ${counted(states, "state")} ${states === 1 ? "is" : "are"} shown; ${figures(holding)} ${holding === 1 ? "holds" : "hold"} under ${name}.`,
    );
  } else {
    const which =
      holding === 0
        ? `no state that holds under ${name}, for there is none`
        : holdingShown === holding
          ? `${counted(holding, "state")} that ${holding === 1 ? "holds" : "hold"} under ${name}`
          : `${figures(holdingShown)} of the ${counted(holding, "state")} that hold under ${name} (${figures(holding - holdingShown)} are not shown)`;
    sentences.push(
      `${counted(states, "state")} are more than can be read. The map shows ${statusQuo ? "the status quo, " : ""}${which}${holding === 0 ? "" : `, and shortest ways between them by ${everyMove ? "moves" : "improvements"}: ${counted(shown.length, "state")} in all`}.`,
    );
    if (reached !== undefined && others > 0)
      sentences.push(
        reached === others
          ? `Improvements lead from the status quo to ${others === 1 ? "it" : "each of them"}.`
          : `Improvements lead from the status quo to ${reached === 0 ? "none" : figures(reached)} of ${others === 1 ? "them" : `these ${figures(others)}`}${everyMove ? "" : "; for the others somebody would have to go first, which all moves show"}.`,
      );
  }
  if (everyMove && kind !== "all")
    sentences.push(`There are ${counted(moves, "move")}, too many to draw; improvements only are drawn.`);
  sentences.push(
    kind === "best"
      ? `Of every party at every state only the best improvement is drawn: ${counted(drawn.length, "move")}.`
      : `${counted(drawn.length, kind === "all" ? "move" : "improvement")} between them ${drawn.length === 1 ? "is" : "are"} drawn.`,
  );
  return sentences;
}

/** How a party likes a move, in a word or three. */
export const VERDICT_WORDS: Readonly<Record<WalkMove["verdict"], string>> = {
  better: "an improvement",
  worse: "worse for it",
  equal: "as good for it",
  unknown: "whether it likes that better is not known",
};
