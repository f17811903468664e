import { type Chunk, type Paragraph, paragraphOf, type Sentence } from "./clauses.ts";
import { datedVerb } from "./dated-verb.ts";
import { type DateFound, datesIn, firstFullDate } from "./dates.ts";
import type { People } from "./people.ts";
import type { Act, ReportEvent, ReportedStatement, TextSpan } from "./reading.ts";
import { noContext, resolve } from "./speakers.ts";
import { speechVerb } from "./speech-verbs.ts";
import { subjectAfter, subjectBefore } from "./subject.ts";

const EXPECTED = /\b(expected|due to|scheduled|likely|hopes?|may|might|is to|are to|plans? to)\b/i;

/** What the rest of the report tells about an event. */
type Told = {
  readonly people: People;
  readonly reported: string;
  readonly statements: readonly ReportedStatement[];
  readonly acts: readonly Act[];
};

/**
 * What the report says happened, or will, on a day, in a month or a year that can be told: one event a date, with the clause it
 * stands in. When something was said is no event. Linear.
 */
export function eventsIn(
  paragraphs: readonly Paragraph[],
  people: People,
  reported: string | undefined,
  statements: readonly ReportedStatement[],
  acts: readonly Act[],
): ReportEvent[] {
  if (reported === undefined) return [];
  const told = { people, reported, statements, acts };
  return paragraphs.flatMap((paragraph) => {
    const entry = chronicled(paragraph, reported);
    if (entry !== undefined) return [entry];
    const quoted = quotationsOf(paragraph, reported);
    const inner = (at: number) => quoted.some(({ start, end }) => at >= start && at < end);
    return [
      ...paragraph.sentences.flatMap((sentence) => eventsOf(sentence, paragraph, told, inner)),
      ...quoted.flatMap((each) =>
        each.sentences.flatMap((sentence) => eventsOf(sentence, each, told, () => false)),
      ),
    ].sort((a, b) => a.spans[0].start - b.spans[0].start);
  });
}

/** Quotations that hold a date and a verb of their own, read as texts. */
function quotationsOf({ text, start, index, quotes }: Paragraph, reported: string): Paragraph[] {
  return quotes.flatMap((quote) => {
    const from = quote.start - start + 1;
    const said = text.slice(from, quote.end - start - (quote.open ? 0 : 1));
    if (datesIn(said, reported, false).length === 0) return [];
    const paragraph = paragraphOf(said, quote.start + 1, index);
    const whole = paragraph.sentences.every(({ chunks }) => chunks.some(({ kind }) => kind === "v"));
    return whole ? [paragraph] : [];
  });
}

/** The events of a sentence, but for dates that `elsewhere` says are read with a quotation. */
function eventsOf(
  sentence: Sentence,
  paragraph: Paragraph,
  { people, reported, statements, acts }: Told,
  elsewhere: (at: number) => boolean,
): ReportEvent[] {
  const { chunks } = sentence;
  const part = { start: sentence.start, end: Math.min(sentence.end, paragraph.end) };
  const text = paragraph.text.slice(part.start - paragraph.start, part.end - paragraph.start);
  const [behind, ahead] = [false, true].map((forward) => datesOf(text, reported, forward));
  return behind.flatMap((day, index): ReportEvent[] => {
    const at = part.start + day.start;
    const dated = elsewhere(at) ? undefined : datedVerb(chunks, at, text, day);
    if (dated === undefined) return [];
    const { verb, forward } = dated;
    const quoted = chunks.some(({ kind, start, end }) => kind === "q" && start <= at && end > at);
    if (quoted && chunks[verb].start > at) return [];
    const { date, until } = (forward ? ahead : behind)[index];
    // An infinitive has the subject of the verb it hangs on: `Mr. Cardwell plans to travel`.
    let finite = verb;
    while (finite > 0 && chunks[finite].kind !== "v") finite--;
    const speech = speechVerb(chunks[verb].head.lower);
    const subject = subjectBefore(chunks, finite) ?? (speech && subjectAfter(chunks, finite));
    const span = clauseAround(chunks, verb, part, subject?.from);
    const context = noContext();
    const on = ({ spans }: { readonly spans: readonly TextSpan[] }) =>
      spans.some((each) => each.start <= at && each.end >= at);
    // What lies behind has been done, whatever the tense: `a contract to build it in 1995`.
    const past = (until ?? date) < reported.slice(0, (until ?? date).length);
    const open = EXPECTED.test(text) || !statements.some(on) ? "expected" : "announced";
    const threatened = acts.some((act) => act.kind === "threat" && on(act));
    return [
      {
        what: paragraph.text
          .slice(span.start - paragraph.start, span.end - paragraph.start)
          .replace(/[\s,;.]+$/, ""),
        by: subject && resolve(subject, chunks, paragraph, people, context).speaker,
        date,
        until,
        status: past ? "done" : threatened ? "threatened" : forward ? open : "done",
        spans: [span],
        sure: subject === undefined ? "guess" : "likely",
      },
    ];
  });
}

/** The dates of a sentence, and those that are told by them: `on Tuesday, a day after a mob attacked`. */
function datesOf(
  text: string,
  reported: string,
  forward: boolean,
): (DateFound & { readonly begins: boolean })[] {
  return inPairs(datesIn(text, reported, forward), text).flatMap((day) => {
    const rest = text.slice(day.end);
    const own = { ...day, begins: /^, (when|as)\b/.test(rest) };
    const away = /^,? (a|one|two|three|four|five|six|\d{1,2}) (day|week)s? (after|before) /.exec(rest);
    if (away === null || day.date.length < 10) return [own];
    const [all, count, unit, side] = away;
    const days = (NUMBERS[count] ?? Number(count)) * (unit === "week" ? 7 : 1) * (side === "after" ? -1 : 1);
    const date = new Date(Date.parse(`${day.date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    const start = day.end + all.length - 1;
    return [own, { start, end: start + 1, date, until: undefined, begins: true }];
  });
}

/** `on Friday and Saturday` is one stretch; `on Nov. 24, 2001, a year ago` one date told twice. */
function inPairs(dates: readonly DateFound[], text: string): DateFound[] {
  const merged: DateFound[] = [];
  for (const day of dates) {
    const before = merged.at(-1);
    const between = before === undefined ? undefined : text.slice(before.end, day.start);
    const next = before !== undefined && Date.parse(day.date) - Date.parse(before.date) === 86_400_000;
    if (
      before !== undefined &&
      between === " and " &&
      next &&
      day.date.length === 10 &&
      before.until === undefined
    )
      merged[merged.length - 1] = { ...before, end: day.end, until: day.date };
    else if (between !== ", " || !/\bago$/.test(text.slice(day.start, day.end))) merged.push(day);
  }
  return merged;
}

const NUMBERS: Readonly<Partial<Record<string, number>>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

/** `17 February 1995: Truce signed`: an entry of a chronology. */
function chronicled({ text, start, end }: Paragraph, reported: string): ReportEvent | undefined {
  const found =
    /^(?:[•*] )?((?:\d{1,2} )?(?:\p{Lu}\p{Ll}{2,8}\.? )?(?:\d{1,2}, )?\d{4})(?::| [–—-]) (?=\p{L})/u.exec(
      text,
    );
  if (found === null || text.length > 300) return undefined;
  const [all, day] = found;
  const date =
    firstFullDate(day) ??
    (/^\d{4}$/.test(day) ? day : datesIn(`in ${day}`, `${day.slice(-4)}-12-31`, false)[0]?.date);
  if (date === undefined) return undefined;
  return {
    what: text.slice(all.length).replace(/[\s,;.]+$/, ""),
    by: undefined,
    date,
    until: undefined,
    status: date < reported.slice(0, date.length) ? "done" : "expected",
    spans: [{ start: start + all.length, end }],
    sure: "likely",
  };
}

/** The clause of a verb: from its subject to the next boundary after it. */
function clauseAround(
  chunks: readonly Chunk[],
  verb: number,
  part: TextSpan,
  from: number | undefined,
): TextSpan {
  const relative = chunks[verb - 1]?.kind === "rel";
  let first = relative ? verb - 2 : Math.min(from ?? verb, verb);
  // `four people were wounded when gunmen fired …`: one event.
  if (chunks[first - 1]?.head.lower === "when") first = Math.max(0, first - 2);
  while (
    first > 0 &&
    !/^(comma|cc|sc|colon|q|dash|v|rel)$/.test(
      chunks[first - (relative && chunks[first].kind === "comma" ? 0 : 1)].kind,
    )
  )
    first--;
  if (relative && chunks[first].kind === "comma" && first > 0) first--;
  let last = verb;
  while (last + 1 < chunks.length && chunks[last + 1].end <= part.end) {
    const next = chunks[last + 1];
    const clause =
      next.kind === "cc" &&
      /^(v|np)$/.test(chunks[last + 2]?.kind ?? "") &&
      chunks[last + 3]?.kind !== "other";
    if (clause || (relative && next.kind === "comma")) break;
    last++;
  }
  return { start: Math.max(part.start, chunks[first].start), end: Math.min(part.end, chunks[last].end) };
}
