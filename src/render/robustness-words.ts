import type {
  DoubtFinding,
  DoubtWeight,
  Names,
  OutcomeShare,
  RobustAnswer,
  RobustnessFindings,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { doubtHead, readingClause } from "./doubt-words.ts";
import { clean, counted, listed, sentence } from "./text.ts";

const SHOWN_SETS = 3;
/** Weights smaller than this say nothing. */
const LEAST = 0.005;

/** What is open, in how many ways, and how it was looked at. */
export function introductionWords({
  doubts,
  left,
  notFollowed,
  possibilities,
  method,
}: RobustnessFindings): string {
  if (doubts.length === 0)
    return "Nothing in this file is in doubt. Give statements, claims, options or votes a `confidence`, and this question has an answer.";
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
  return `${ways} ${how}${rest}`;
}

const STOPPED = {
  within: ", until every share was known as closely as asked",
  time: ", until the time was up",
  most: ", which is the most",
} as const;

/** What is asked, as a question. */
export function askedWords({ names, concept }: RobustnessFindings, { kind, about }: RobustAnswer): string {
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

/** The answer with its share, its interval, and what it is as the file is written. */
export function verdictWords(
  { method, fixed }: RobustnessFindings,
  { share, yes, of, interval, asWritten }: RobustAnswer,
): string {
  const besides = fixed === undefined ? "" : ", but for what is settled here";
  const written = `As the file is written${besides}, ${asWritten ? "yes" : "no"}.`;
  const seen = method.kind === "exact" ? "possibilities" : "possibilities drawn";
  const all = `${of.toLocaleString("en-US")} ${seen}`;
  if (yes === of) return `Yes in all ${all}${interval === undefined ? "" : ` (${percents(interval)})`}.`;
  if (yes === 0)
    return `No in all ${all}${interval === undefined ? "" : ` (yes: ${percents(interval)})`}. ${asWritten ? written : ""}`.trim();
  const where =
    interval === undefined ? `, in ${yes.toLocaleString("en-US")} of ${all}` : ` (${percents(interval)})`;
  return `Yes with a chance of ${percent(share)}${where}. ${written}`;
}

export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 0.1) return "less than 0.1 %";
  if (value < 100 && value > 99.9) return "more than 99.9 %";
  return `${Number.isInteger(value) || value >= 99.5 || value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}

function percents([low, high]: readonly [number, number]): string {
  return `${Number((100 * low).toFixed(1))} to ${Number((100 * high).toFixed(1))} %`;
}

/** What turns the answer around; undefined where nothing could, or nothing was tried. */
export function flipWords(
  { names, doubts, method }: RobustnessFindings,
  { asWritten, weights, flips }: RobustAnswer,
): string | undefined {
  if (flips === undefined) return;
  const { size, sets, total, upTo } = flips;
  if (size === undefined) {
    if (upTo === 0)
      return weights.length === 0 ? undefined : "No time was left to look for what would turn that around.";
    if (weights.length === 0 && method.kind === "exact") return;
    return `No ${upTo === 1 ? "doubt" : `${upTo} doubts together`}, read otherwise, would turn that around; larger sets were not tried.`;
  }
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
  return `${turn} ${clauses.join("; or ")}.${fewer}${more}`;
}

/** The doubts worth showing, the weightiest first. */
export function weightiest({ weights }: RobustAnswer): DoubtWeight[] {
  const weight = ({ shapley, alone }: DoubtWeight) => shapley ?? alone;
  return weights.filter((each) => weight(each) >= LEAST).sort((a, b) => weight(b) - weight(a));
}

/** The least and the greatest chance of yes that the readings of a doubt leave, each with its reading. */
export function spread({ shares }: DoubtWeight) {
  const seen = shares.flatMap((each, reading) =>
    each === undefined ? [] : [{ reading, share: each.share }],
  );
  seen.sort((a, b) => a.share - b.share);
  return { low: seen[0], high: seen[seen.length - 1] };
}

/** A doubt's weight in an answer, with its interval where possibilities were drawn. */
export function weightWords({ shapley, alone, aloneInterval }: DoubtWeight): string {
  if (shapley !== undefined) return percent(shapley);
  return aloneInterval === undefined ? percent(alone) : `${percent(alone)} (${percents(aloneInterval)})`;
}

/** Which fact to find next, for an answer that hangs on something. */
export function nextFactWords(
  names: Names,
  doubts: readonly DoubtFinding[],
  { weights }: RobustAnswer,
): string | undefined {
  if (weights.length === 0) return;
  const [first, second] = weights.filter(({ alone }) => alone >= LEAST);
  if (first === undefined) return "To know any one doubt would hardly narrow this.";
  const name = (weight: DoubtWeight) => {
    const doubt = doubts.find(({ id }) => id === weight.doubt)!;
    return `${clean(weight.doubt)} (${doubtHead(names, doubt)})`;
  };
  const then = second === undefined ? "" : `; next comes ${name(second)}, ${percent(second.alone)}`;
  return `To find out next: ${name(first)}. To know it would take away ${percent(first.alone)} of the uncertainty (variance) on average${then}.`;
}

/** How many outcomes hold in some possibility. */
export function outcomesWords({ concept, outcomesTotal, method }: RobustnessFindings): string {
  const seen = method.kind === "exact" ? "some possibility" : "some possibility drawn";
  return `${sentence(counted(outcomesTotal, "outcome"))} ${outcomesTotal === 1 ? "holds" : "hold"} under ${CONCEPT_WORDS[concept].name} in ${seen}`;
}

/** In what share of the possibilities an outcome holds. */
export function outcomeWords({ share, interval, yes, of, asWritten, isStatusQuo }: OutcomeShare): string {
  const always = yes === of ? `in all ${of.toLocaleString("en-US")}` : percent(share);
  const notes = [
    ...(interval === undefined ? [] : [percents(interval)]),
    ...(isStatusQuo ? ["the status quo"] : []),
    ...(asWritten ? ["also as the file is written"] : []),
  ];
  return `${always}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}
