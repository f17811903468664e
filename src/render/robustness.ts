import type {
  DoubtFinding,
  DoubtWeight,
  FlipFinding,
  Names,
  RobustAnswer,
  RobustnessFindings,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { doubtHead, readingClause } from "./doubt-words.ts";
import { stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, wrap } from "./text.ts";

const BAR = 24;
const SHOWN_WEIGHTS = 6;
const SHOWN_SETS = 3;
const SHOWN_OUTCOMES = 8;
const HEAD = 46;

/** The answer to "How sure are we?" for a terminal: each answer's share, what turns it around, what it hangs on, what to find out next. */
export function renderRobustness(findings: RobustnessFindings, style: Style): string {
  const { names, doubts, answers } = findings;
  const parts = [introduction(findings, style)];
  if (doubts.length > 0) {
    for (const answer of answers) parts.push(answerLines(findings, answer, style));
    parts.push(outcomeLines(findings, style));
  }
  return `${style.bold(wrap(title(names), style.width))}\n${parts.join("\n\n")}\n`;
}

function title({ title: name, asOf }: Names): string {
  return clean(asOf === undefined ? name : `${name}, as of ${asOf}`);
}

function introduction(
  { doubts, left, notFollowed, possibilities, method }: RobustnessFindings,
  style: Style,
): string {
  if (doubts.length === 0)
    return wrap(
      "Nothing in this file is in doubt. Give statements, claims, options or votes a `confidence`, and this question has an answer.",
      style.width,
    );
  const many =
    possibilities < 2 ** 53
      ? possibilities.toLocaleString("en-US")
      : `about ${possibilities.toExponential(1)}`;
  const ways = `${counted(doubts.length, "doubt")}, which may turn out in ${many} ways.`;
  const how =
    method.kind === "exact"
      ? "Every one was looked at, so the shares are exact."
      : `Of these ${method.draws.toLocaleString("en-US")} were drawn by their chances (seed ${method.seed})${STOPPED[method.stopped]}; shares stand with their 95 % interval.`;
  const unknown = left.length === 0 ? "" : ` Left unknown: ${left.map(clean).join("; ")}.`;
  const more = notFollowed.length === 0 ? "" : ` Not followed one by one: ${listed(notFollowed)}.`;
  const rest = unknown + more;
  return wrap(`${ways} ${how}${rest}`, style.width);
}

const STOPPED = {
  within: ", until every share was known as closely as asked",
  time: ", until the time was up",
  most: ", which is the most",
} as const;

function answerLines(findings: RobustnessFindings, answer: RobustAnswer, style: Style): string {
  const { names, doubts } = findings;
  const lines = [style.bold(wrap(head(findings, answer), style.width))];
  if (answer.kind === "outcome" && answer.state !== undefined)
    lines.push(stateLines(names, answer.state, "  ", style.width));
  lines.push(wrap(verdict(findings, answer), style.width, "  "));
  const turns = answer.weights.length + (answer.flips?.total ?? 0) > 0;
  if (answer.flips !== undefined && (turns || (findings.method.kind === "sampled" && answer.flips.upTo > 0)))
    lines.push(...flipLines(findings, answer, answer.flips, style));
  if (answer.weights.length > 0)
    lines.push(...tornado(names, doubts, answer, style), ...nextFact(names, doubts, answer, style));
  return lines.join("\n");
}

function head({ names, concept }: RobustnessFindings, { kind, about }: RobustAnswer): string {
  const { name } = CONCEPT_WORDS[concept];
  switch (kind) {
    case "statusQuo":
      return `Does the status quo hold under ${name}?`;
    case "goal":
      return `Does an outcome hold under ${name} with "${clean(about ?? "")}"?`;
    case "package":
      return `Is there a package that reaches "${clean(about ?? "")}" and holds under ${name}?`;
    case "vote":
      return `Does it hold that ${clean(names.outcomes.find(({ id }) => id === about)?.title ?? about ?? "")}, in some outcome under ${name}?`;
    case "outcome":
      return `Does this outcome hold under ${name}?`;
  }
}

function verdict(
  { method }: RobustnessFindings,
  { share, yes, of, interval, asWritten }: RobustAnswer,
): string {
  const written = asWritten ? "As the file is written, yes." : "As the file is written, no.";
  const seen = method.kind === "exact" ? "possibilities" : "possibilities drawn";
  const all = `${of.toLocaleString("en-US")} ${seen}`;
  if (yes === of) return `Yes in all ${all}${interval === undefined ? "" : ` (${percents(interval)})`}.`;
  if (yes === 0)
    return `No in all ${all}${interval === undefined ? "" : ` (yes: ${percents(interval)})`}. ${asWritten ? written : ""}`.trim();
  const where =
    interval === undefined ? `, in ${yes.toLocaleString("en-US")} of ${all}` : ` (${percents(interval)})`;
  return `Yes with a chance of ${percent(share)}${where}. ${written}`;
}

function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 0.1) return "less than 0.1 %";
  if (value < 100 && value > 99.9) return "more than 99.9 %";
  return `${Number.isInteger(value) || value >= 99.5 || value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}

function percents([low, high]: readonly [number, number]): string {
  return `${Number((100 * low).toFixed(1))} to ${Number((100 * high).toFixed(1))} %`;
}

function flipLines(
  { names, doubts }: RobustnessFindings,
  { asWritten }: RobustAnswer,
  { size, sets, total, upTo }: FlipFinding,
  style: Style,
): string[] {
  if (upTo === 0)
    return [wrap("There was no time to look for what would turn that around.", style.width, "  ")];
  if (size === undefined)
    return [
      wrap(
        `No ${upTo === 1 ? "doubt" : `${upTo} doubts together`}, read otherwise, would turn that around; larger sets were not tried.`,
        style.width,
        "  ",
      ),
    ];
  const clauses = sets
    .slice(0, SHOWN_SETS)
    .map((set) =>
      listed(
        set.map(({ doubt, reading }) =>
          readingClause(names, doubts.find(({ id }) => id === doubt)!, reading),
        ),
      ),
    );
  const turn = asWritten ? "It holds unless" : "It does not hold unless";
  const fewer = size === 1 ? "" : ` No ${size - 1 === 1 ? "single doubt" : `${size - 1} doubts`} would do.`;
  const more =
    total > clauses.length
      ? ` (${counted(total - clauses.length, "more set")} of ${counted(size, "doubt")} would.)`
      : "";
  return [wrap(`${turn} ${clauses.join("; or ")}.${fewer}${more}`, style.width, "  ")];
}

/** For each doubt a bar from the least to the greatest share that its readings leave, the share over all marked. */
function tornado(
  names: Names,
  doubts: readonly DoubtFinding[],
  { weights, share }: RobustAnswer,
  style: Style,
): string[] {
  const exact = weights.some(({ shapley }) => shapley !== undefined);
  const shown = [...weights]
    .sort((a, b) => (b.shapley ?? b.alone) - (a.shapley ?? a.alone))
    .slice(0, SHOWN_WEIGHTS)
    .filter(({ shapley, alone }) => (shapley ?? alone) >= 0.005);
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

function bar({ shares }: DoubtWeight, share: number): string {
  const seen = shares.flatMap((each) => (each === undefined ? [] : [each.share]));
  const at = (value: number) => Math.min(BAR - 1, Math.floor(value * BAR));
  const [low, high, middle] = [at(Math.min(...seen)), at(Math.max(...seen)), at(share)];
  return Array.from({ length: BAR }, (_, place) =>
    place === middle ? "┃" : place >= low && place <= high ? "█" : "·",
  ).join("");
}

function weightWords({ shapley, alone, aloneInterval }: DoubtWeight): string {
  if (shapley !== undefined) return percent(shapley);
  return aloneInterval === undefined ? percent(alone) : `${percent(alone)} (${percents(aloneInterval)})`;
}

function nextFact(
  names: Names,
  doubts: readonly DoubtFinding[],
  { weights }: RobustAnswer,
  style: Style,
): string[] {
  const [first, second] = weights.filter(({ alone }) => alone >= 0.005);
  if (first === undefined)
    return [wrap("To know any one doubt would hardly narrow this.", style.width, "  ")];
  const name = (weight: DoubtWeight) => {
    const doubt = doubts.find(({ id }) => id === weight.doubt)!;
    return `${clean(weight.doubt)} (${doubtHead(names, doubt)})`;
  };
  const then = second === undefined ? "" : `; next comes ${name(second)}, ${percent(second.alone)}`;
  return [
    wrap(
      `${sentence(`to find out next: ${name(first)}. To know it would take away ${percent(first.alone)} of the uncertainty (variance) on average${then}`)}.`,
      style.width,
      "  ",
    ),
  ];
}

function outcomeLines(
  { names, concept, outcomes, outcomesTotal, method }: RobustnessFindings,
  style: Style,
): string {
  const { name } = CONCEPT_WORDS[concept];
  const seen = method.kind === "exact" ? "some possibility" : "some possibility drawn";
  const lines = [
    style.bold(
      wrap(
        `${sentence(counted(outcomesTotal, "outcome"))} ${outcomesTotal === 1 ? "holds" : "hold"} under ${name} in ${seen}`,
        style.width,
      ),
    ),
  ];
  for (const [index, outcome] of outcomes.slice(0, SHOWN_OUTCOMES).entries()) {
    const { state, share, interval, yes, of, asWritten, isStatusQuo } = outcome;
    const always = yes === of ? `in all ${of.toLocaleString("en-US")}` : percent(share);
    const notes = [
      ...(interval === undefined ? [] : [percents(interval)]),
      ...(isStatusQuo ? ["the status quo"] : []),
      ...(asWritten ? ["also as the file is written"] : []),
    ];
    lines.push(
      "",
      `${index + 1}. ${always}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`,
      stateLines(names, state, "   ", style.width),
    );
  }
  if (outcomesTotal > SHOWN_OUTCOMES)
    lines.push(
      "",
      `… and ${counted(outcomesTotal - Math.min(SHOWN_OUTCOMES, outcomes.length), "more outcome")}, none of them more likely.`,
    );
  return lines.join("\n");
}
