import type { Chunk, Paragraph, Sentence } from "./clauses.ts";
import { datesIn, firstFullDate } from "./dates.ts";
import type { People } from "./people.ts";
import type { Act, ReportEvent, ReportedStatement, TextSpan } from "./reading.ts";
import { resolve } from "./speakers.ts";
import { speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, subjectAfter, subjectBefore } from "./subject.ts";

/** What looks ahead of the report: `will fly`, `is to meet`, `plans to travel`, `scheduled for`. */
const AHEAD =
  /\b(will|would|shall|is to|are to|plans? to|planned to|due (to|in|on)|expect\w*|scheduled|is going to|to be held|set (a|for)|by (mon|tues|wednes|thurs|fri|satur|sun)day|wants to|hopes? to|deadline|until|upcoming|next|tomorrow)\b/i;
const EXPECTED = /\b(expected|due to|scheduled|likely|hopes?|may|might|is to|are to|plans? to)\b/i;

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
  const events: ReportEvent[] = [];
  for (const paragraph of paragraphs) {
    const entry = chronicled(paragraph);
    if (entry !== undefined) {
      events.push(entry);
      continue;
    }
    for (const sentence of paragraph.sentences) {
      for (const part of partsOf(sentence, paragraph)) {
        const text = paragraph.text.slice(part.start - paragraph.start, part.end - paragraph.start);
        const [behind, ahead] = [false, true].map((forward) => datesIn(text, reported, forward));
        for (const [index, { start, end }] of behind.entries()) {
          if (!datesAClause(text, start, end)) continue;
          const deadline = /\b(by|before)\s+((the )?end of |noon |midnight |dawn |late |early )*$/i.test(
            text.slice(0, start),
          );
          const at = part.start + start;
          const { chunks } = sentence;
          const verb = verbOf(chunks, at, part);
          if (verb === undefined || isState(chunks, verb) || isPublication(chunks, verb)) continue;
          // `must be gone by Friday` tells no day of a deed, `had fallen by Friday` does.
          if (deadline && !chunks[verb].tokens.some(({ lower }) => lower === "had")) continue;
          const quoted =
            chunks[verb].kind !== "q" &&
            chunks.some((chunk) => chunk.kind === "q" && chunk.start <= at && chunk.end > at);
          if (quoted && chunks[verb].start > at) continue;
          const forward = looksAhead(chunks, verb, text) || (quoted && AHEAD.test(text));
          const { date, until } = (forward ? ahead : behind)[index];
          // What was to follow if something else did not happen, or before it, has no day.
          if (
            /^(if|unless|before|until|till)$/.test(
              chunks[(subjectBefore(chunks, verb)?.from ?? verb) - 1]?.head.lower ?? "",
            )
          )
            continue;
          const lemma = speechVerb(chunks[verb].head.lower);
          if (
            lemma?.clause === true &&
            !(chunks[verb].passive && /^(ask|tell|inform|warn)$/.test(lemma.lemma)) &&
            !/^(announce|promise|propose|threaten|pledge|vow|demand|deny)$/.test(lemma.lemma)
          ) {
            continue;
          }
          // An infinitive has the subject of the verb it hangs on: `Mr. Cardwell plans to travel`.
          let finite = verb;
          while (finite > 0 && chunks[finite].kind !== "v") finite--;
          const subject =
            subjectBefore(chunks, finite) ?? (lemma === undefined ? undefined : subjectAfter(chunks, finite));
          const span = clauseAround(chunks, verb, part, subject?.from);
          const context = { human: undefined, thing: undefined, plural: undefined, described: new Map() };
          const by =
            subject === undefined ? undefined : resolve(subject, chunks, paragraph, people, context).speaker;
          const within = statements.find(({ spans }) =>
            spans.some((each) => each.start <= at && each.end >= at),
          );
          // What lies behind has been done, whatever the tense: `a contract to build it in 1995`.
          const past = (until ?? date) < reported.slice(0, (until ?? date).length);
          const threatened = acts.some(
            ({ kind, spans }) =>
              kind === "threat" && spans.some((each) => each.start <= at && each.end >= at),
          );
          const status = past
            ? "done"
            : threatened
              ? "threatened"
              : !forward
                ? "done"
                : EXPECTED.test(text) || within === undefined
                  ? "expected"
                  : "announced";
          events.push({
            what: paragraph.text
              .slice(span.start - paragraph.start, span.end - paragraph.start)
              .replace(/[\s,;.]+$/, ""),
            by,
            date,
            until,
            status,
            spans: [span],
            sure: subject === undefined ? "guess" : "likely",
          });
        }
      }
    }
  }
  return events;
}

/** `17 February 1995: Truce signed`: an entry of a chronology. */
function chronicled({ text, start, end }: Paragraph): ReportEvent | undefined {
  const found = /^((?:\d{1,2} )?(?:\p{Lu}\p{Ll}{2,8}\.? )?(?:\d{1,2}, )?\d{4})(?::| [–—-]) (?=\p{Lu})/u.exec(
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
    status: "done",
    spans: [{ start: start + all.length, end }],
    sure: "likely",
  };
}

/**
 * Whether a date tells when the deed of its clause was done: not when something was that is only named (`Wednesday’s attack`, `a 2007
 * contract`, `the war of 1991`), nor since when.
 */
function datesAClause(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/\b(since|until|till|than|like)\s+(the |early |late |last )*$/i.test(before)) return false;
  if (/^['’]s\b/.test(after) && !/\b(at|in|during|on) ((the|this|last) )?$/i.test(before)) return false;
  const year = /^\d{4}$/.test(text.slice(start, end));
  const within = /\b(quarter|half|spring|summer|autumn|fall|winter|end|start|beginning|middle) of\s+$/i.test(
    before,
  );
  if (year && !within && /\b(of|a|an|the|his|her|its|their|this)\s+$/i.test(before)) return false;
  return !(year && /^[-–/]\d/.test(after));
}

/** `were full of cars on Tuesday`, `could grow this month`: how things were, or might be; nobody did anything. */
function isState(chunks: readonly Chunk[], verb: number): boolean {
  const { kind, head, tokens } = chunks[verb];
  if (kind !== "v") return false;
  if (/^(is|are|was|were|be|been|'s|’s|had|has|have)$/.test(head.lower)) return true;
  return tokens.some(({ lower }) => /^(could|might)$/.test(lower));
}

/** `in a statement issued on Monday`, `speaking in Geneva on Monday`: when something was said. */
function isPublication(chunks: readonly Chunk[], verb: number): boolean {
  const { head, tokens, kind } = chunks[verb];
  if (kind === "ger" && /^(speaking|writing|answering|addressing|talking|receiving)$/.test(head.lower))
    return true;
  const before = chunks[verb - 1];
  if (head.lower === "dated") return true;
  if (kind !== "v" || tokens.length > 1 || before?.kind !== "np") return false;
  return ADJUNCT.test(before.head.lower) && PUBLISHED.test(head.lower);
}

function looksAhead(chunks: readonly Chunk[], verb: number, text: string): boolean {
  const { tokens, kind, head } = chunks[verb];
  // `proposed that both sides return on Thursday`
  const asked = chunks.findLastIndex(
    ({ kind: each, head: { lower } }, at) => at < verb && each === "v" && ASKS.test(lower),
  );
  if (
    asked >= 0 &&
    tokens.length === 1 &&
    kind === "v" &&
    !/(ed|en|was|were|[^s]s)$/.test(head.lower) &&
    chunks.slice(asked, verb).some(({ head: { lower } }) => lower === "that")
  )
    return true;
  if (
    /^(scheduled|planned|expected|postponed|slated|expects?|hopes?|plans?|intends?|aims?)$/.test(
      chunks[verb].head.lower,
    )
  )
    return true;
  // `would begin filling`, `starts pulling out`
  if (kind === "ger" && chunks[verb - 1]?.kind === "v") return looksAhead(chunks, verb - 1, text);
  if (kind === "v" && tokens.length === 1 && SCHEDULED.test(head.lower)) return true;
  if (kind === "inf") return true;
  if (tokens.some(({ lower }) => /^(will|would|shall|may|might|'ll|’ll)$/.test(lower))) return true;
  if (/ed$/.test(chunks[verb].head.lower) && !tokens.some(({ lower }) => /^(is|are|be)$/.test(lower)))
    return false;
  return tokens.some(({ lower }) => /^(is|are)$/.test(lower)) && AHEAD.test(text);
}

/** A sentence, or where it holds quotations of several sentences, each of those. */
function partsOf(sentence: Sentence, paragraph: Paragraph): TextSpan[] {
  return [{ start: sentence.start, end: Math.min(sentence.end, paragraph.end) }];
}

const PUBLISHED =
  /^(issued|published|released|broadcast|posted|aired|televised|circulated|printed|read|given|made|faxed|recorded|written|carried)$/;

/** What a timetable says in the present: `The talks end on Sunday`, `The next round opens on December 2`. */
const SCHEDULED =
  /^(ends?|opens?|begins?|starts?|resumes?|expires?|closes?|meets?|votes?|leaves?|arrives?|convenes?|reconvenes?|reports?|returns?|fl(y|ies)|gathers?|takes?|comes?|goes|visits?|travels?|holds?|hosts?|decides?|rules?|elects?)$/;

const ASKS = /^(propos|demand|urg|ask|recommend|request|insist|suggest)(e|es|ed|s|ing)?$/;

/** The verb a date belongs to: the last before it, else the first after. */
function verbOf(chunks: readonly Chunk[], at: number, part: TextSpan): number | undefined {
  let best: number | undefined;
  for (const [index, { kind, start, end, head }] of chunks.entries()) {
    if (start < part.start || end > part.end) continue;
    if (kind !== "v" && kind !== "ger" && kind !== "inf") continue;
    if (start > at) {
      best ??= index;
      break;
    }
    // `is to meet`, `plans to travel`: what is to be done, not the planning.
    if (/^(be|is|are|was|were)$/.test(head.lower) && kind === "v" && chunks[index + 1]?.kind === "inf")
      continue;
    best = index;
  }
  return best;
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
