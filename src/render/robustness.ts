import type {
  DoubtFinding,
  DoubtWeight,
  Names,
  RobustAnswer,
  RobustnessFindings,
} from "../analysis/findings.ts";
import { doubtHead } from "./doubt-words.ts";
import {
  askedWords,
  flipWords,
  introductionWords,
  nextFactWords,
  outcomesWords,
  outcomeWords,
  spread,
  verdictWords,
  weightiest,
  weightWords,
} from "./robustness-words.ts";
import { stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, wrap } from "./text.ts";

const BAR = 24;
const SHOWN_WEIGHTS = 6;
const SHOWN_OUTCOMES = 8;
const HEAD = 46;

/** The answer to "How sure are we?" for a terminal: each answer's share, what turns it around, what it hangs on, what to find out next. */
export function renderRobustness(findings: RobustnessFindings, style: Style): string {
  const { names, doubts, answers } = findings;
  const parts = [wrap(introductionWords(findings), style.width)];
  if (doubts.length > 0) {
    for (const answer of answers) parts.push(answerLines(findings, answer, style));
    parts.push(outcomeLines(findings, style));
  }
  return `${style.bold(wrap(title(names), style.width))}\n${parts.join("\n\n")}\n`;
}

function title({ title: name, asOf }: Names): string {
  return clean(asOf === undefined ? name : `${name}, as of ${asOf}`);
}

function answerLines(findings: RobustnessFindings, answer: RobustAnswer, style: Style): string {
  const { names, doubts } = findings;
  const lines = [style.bold(wrap(askedWords(findings, answer), style.width))];
  if (answer.kind === "outcome" && answer.state !== undefined)
    lines.push(stateLines(names, answer.state, "  ", style.width));
  const say = (words: string | undefined) => (words === undefined ? [] : [wrap(words, style.width, "  ")]);
  lines.push(
    ...say(verdictWords(findings, answer)),
    ...say(flipWords(findings, answer)),
    ...tornado(names, doubts, answer, style),
    ...say(nextFactWords(names, doubts, answer)),
  );
  return lines.join("\n");
}

/** For each doubt a bar from the least to the greatest share that its readings leave, the share over all marked. */
function tornado(
  names: Names,
  doubts: readonly DoubtFinding[],
  answer: RobustAnswer,
  style: Style,
): string[] {
  const { weights, share } = answer;
  const exact = weights.some(({ shapley }) => shapley !== undefined);
  const shown = weightiest(answer).slice(0, SHOWN_WEIGHTS);
  if (shown.length === 0) return [];
  const headWidth = Math.min(HEAD, Math.max(24, style.width - BAR - 30));
  const lines = [
    style.dim(
      `  ${"What it hangs on".padEnd(headWidth)}  ${"0 %".padEnd(BAR - 5)}100 %  ${exact ? "weight" : "weight (95 % interval)"}`,
    ),
  ];
  for (const each of shown) {
    const doubt = doubts.find(({ id }) => id === each.doubt)!;
    const text = `${clean(each.doubt)} ${doubtHead(names, doubt)}`;
    const cut = text.length > headWidth ? `${text.slice(0, headWidth - 1)}…` : text.padEnd(headWidth);
    lines.push(`  ${cut}  ${bar(each, share)}  ${weightWords(each)}`);
  }
  return lines;
}

function bar(weight: DoubtWeight, share: number): string {
  const ends = spread(weight);
  const at = (value: number) => Math.min(BAR - 1, Math.floor(value * BAR));
  const [low, high, middle] = [at(ends.low.share), at(ends.high.share), at(share)];
  return Array.from({ length: BAR }, (_, place) =>
    place === middle ? "┃" : place >= low && place <= high ? "█" : "·",
  ).join("");
}

function outcomeLines(findings: RobustnessFindings, style: Style): string {
  const { names, outcomes, outcomesTotal } = findings;
  const lines = [style.bold(wrap(outcomesWords(findings), style.width))];
  for (const [index, outcome] of outcomes.slice(0, SHOWN_OUTCOMES).entries())
    lines.push(
      "",
      `${index + 1}. ${outcomeWords(outcome)}`,
      stateLines(names, outcome.state, "   ", style.width),
    );
  if (outcomesTotal > SHOWN_OUTCOMES)
    lines.push(
      "",
      `… and ${counted(outcomesTotal - Math.min(SHOWN_OUTCOMES, outcomes.length), "more outcome")}, none of them more likely.`,
    );
  return lines.join("\n");
}
