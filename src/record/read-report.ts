import { actsOf } from "./act-actors.ts";
import { type Paragraph, paragraphOf } from "./clauses.ts";
import { datesIn, firstFullDate, isMonthOrDay, pageDate } from "./dates.ts";
import { decode, LARGEST_REPORT } from "./decode.ts";
import { eventsIn } from "./events.ts";
import { looksLikeHtml, type Page, readHtml, readPlain } from "./page.ts";
import { listed, peopleIn } from "./people.ts";
import { bodyNamed, stateNamed, stateOfAdjective } from "./places.ts";
import type { Named, Reading, ReportedStatement, TextSpan } from "./reading.ts";
import { statementsIn } from "./statements.ts";
import { transcriptIn } from "./transcript.ts";

/**
 * Reads a news report, HTML or plain text in whatever encoding, and finds who is in it, who said what, what happened when, and what was
 * offered, demanded, threatened, pledged and refused. Offline and deterministic; about linear in the text. `problem` says why a
 * report cannot be read; nothing is thrown for anything a file may hold.
 */
export function readReport(bytes: Uint8Array): { readonly reading?: Reading; readonly problem?: Unreadable } {
  if (bytes.length > LARGEST_REPORT)
    return limit(`the report is larger than ${LARGEST_REPORT / 1024 / 1024} MB`);
  const { text } = decode(bytes);
  if (text.includes("\0"))
    return { problem: { code: "not-a-report", message: "this is not a text: it contains zero bytes" } };
  const { page, problem } = looksLikeHtml(text) ? readHtml(text) : readPlain(text);
  if (page === undefined) return limit(problem ?? "there is too much to read");
  if (page.paragraphs.length === 0) {
    const message = "there is no report in it: no line that is more than a menu or a heading";
    return { problem: { code: "not-a-report", message } };
  }
  return { reading: readPage(page) };
}

/** Why something cannot be read: a limit was reached, or it is no report. */
export type Unreadable = { readonly code: "limit" | "not-a-report"; readonly message: string };

function limit(message: string): { problem: Unreadable } {
  return { problem: { code: "limit", message } };
}

/** Reads a report whose paragraphs are known. */
export function readPage(page: Page): Reading {
  const { lines, dateline, date, written, publisher } = heading(page);
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    paragraphs.push(paragraphOf(line, at, index));
    at += line.length + 2;
  }
  const text = lines.join("\n\n");
  const people = peopleIn(paragraphs, page.publisher ?? publisher);
  const transcript = transcriptIn(paragraphs, people, text);
  const reported = statementsIn(paragraphs, people, text);
  const statements = transcript.length > 0 ? [...transcript, ...passedOn(reported, transcript)] : reported;
  const acts = actsOf(paragraphs, people, statements);
  return {
    text,
    source: { publisher: page.publisher ?? publisher, title: page.title, date, dateline },
    people: listed(people),
    ...namedIn(paragraphs),
    statements,
    events: eventsIn(paragraphs, people, written ?? date, statements, acts),
    acts,
  };
}

const DATELINE =
  /^(?:\(.{1,40}\)\s*)?([\p{Lu}][\p{L}.'’/ -]{1,30}?)(?:,\s*([\p{L}.'’ ]{2,30}?))?(?:,?\s*\(?((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s*\d{4})?|\d{1,2}\s+\p{L}+(?:\s+\d{4})?)\)?)?\s*(?:\(([^)]{2,40})\)\s*)?(?:--|—|–|-|:)\s+(?=["“‘«'\p{Lu}])/u;

/** Takes dateline and byline off the first paragraphs, and finds the date that neither page nor file tells otherwise. */
function heading(page: Page): {
  lines: string[];
  dateline: string | undefined;
  date: string | undefined;
  /** The day the dateline gives, from which the report counts, where it was printed a little later. */
  written: string | undefined;
  publisher: string | undefined;
} {
  const lines: string[] = [];
  let dateline: string | undefined;
  let agency: string | undefined;
  let day: string | undefined;
  let date = pageDate(page.date);
  // A date within a sentence is what the report speaks of; its own stands in a short line or in the dateline.
  const early = [page.title ?? "", ...page.paragraphs.slice(0, 6)]
    .map((line, at) => (at === 0 || isDateLine(line, page.title) ? line : (DATELINE.exec(line)?.[0] ?? "")))
    .join(" \n ");
  const stamp = page.paragraphs.length > 3 ? stampIn(page.paragraphs[page.paragraphs.length - 1]) : undefined;
  for (const [index, line] of page.paragraphs.entries()) {
    if (index < 8 && dateline === undefined) {
      const alone = /^(\p{Lu}[\p{Lu} .,'-]{2,40})\s*(--|—|–)$/u.exec(line);
      if (alone !== null) {
        dateline = alone[1].trim();
        continue;
      }
      const found = datelineOf(line);
      if (found !== undefined) {
        dateline = found.place;
        agency = found.agency;
        day = found.day;
        lines.push(line.slice(found.length));
        continue;
      }
    }
    // Bylines, and lines that only date the report.
    if (
      index < 6 &&
      line.length < 90 &&
      /^(by|special to|from)\s+\p{Lu}/iu.test(line) &&
      !/[.!?]["'”’]?$/.test(line.replace(/\b\p{Lu}\.$/u, ""))
    ) {
      if (/^(special to|from|by) the /i.test(line)) agency ??= line.replace(/^(special to|from|by)\s+/i, "");
      continue;
    }
    if (index < 6 && isDateLine(line, page.title)) continue;
    if (stamp !== undefined && index === page.paragraphs.length - 1) continue;
    lines.push(line);
  }
  date ??= firstFullDate(early) ?? stamp;
  return { lines, dateline, date, written: writtenOn(day, date), publisher: agency };
}

/** The day by which a wire closes its report: `gh/kl 1840gmt mar 3, 1981`, `HLN 03MAR81 1840Z`. */
function stampIn(line: string): string | undefined {
  if (line.length > 60 || /[.!?]["'”’]?$/.test(line) || !/\b\d{4} ?(gmt|utc|z|est|edt|hrs)\b/i.test(line))
    return undefined;
  const full = firstFullDate(line);
  if (full !== undefined) return full;
  const [, day, month, year] = /\b(\d{1,2}) ?([A-Z]{3}) ?(\d{2})\b/.exec(line) ?? [];
  if (year === undefined) return undefined;
  return firstFullDate(
    `${day} ${month[0]}${month.slice(1).toLowerCase()} ${Number(year) > 40 ? "19" : "20"}${year}`,
  );
}

/** The day of a dateline that is up to three days before that of the paper: `CAIRO, Jan. 17 (Delayed)`. */
function writtenOn(day: string | undefined, date: string | undefined): string | undefined {
  if (day === undefined || date === undefined) return undefined;
  const own = datesIn(day, date, false)[0]?.date;
  if (own === undefined || own.length < 10) return undefined;
  const days = (Date.parse(date) - Date.parse(own)) / 86_400_000;
  return days > 0 && days <= 3 ? own : undefined;
}

/** `Published: Tuesday 5 March 2014 17:42 GMT`, `DAILY BRIEFING OF THE SPOKESMAN, 13 NOVEMBER 1997`: a date, and hardly a word besides. */
function isDateLine(whole: string, title: string | undefined): boolean {
  const line = title === undefined ? whole : whole.replace(title, "");
  // `1995: Truce signed` is an entry of a chronology.
  if (line.length > 90 || /[.!?]["'”’]?$|\d{4}: \p{Lu}/u.test(line) || firstFullDate(line) === undefined)
    return false;
  const words = line.split(/[^\p{L}]+/u).filter((word) => word.length > 2 && !isMonthOrDay(word)).length;
  return words <= 5 || (words <= 10 && /,\s+(\d{1,2}\s+)?\p{L}+\.?\s+(\d{1,2},\s+)?\d{4}$/u.test(line));
}

/** `SEOUL, Jan. 20, 2011 (Hanseong News) -- …`, `MOSCOW (Meridian) - …`, `ISLAMABAD: …`; a place in capitals or a capital city. */
function datelineOf(
  line: string,
): { place: string; day: string | undefined; agency: string | undefined; length: number } | undefined {
  const found = DATELINE.exec(line);
  if (found === null) return undefined;
  const [all, place, , day, note] = found;
  const agency = /^(delayed|by|via|special)\b/i.test(note ?? "") ? undefined : note;
  const named = (text: string) =>
    stateNamed(text.toLowerCase().replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase()));
  const shouts = /^[\p{Lu}.'’/ -]{3,}$/u.test(place);
  // A place that nobody knows is one if a day stands after it.
  if (!shouts && named(place.split("/")[0]) === undefined && found[3] === undefined) return undefined;
  // `MR. BRANDT: …` is a speaker.
  if (all.trimEnd().endsWith(":") && (named(place) === undefined || !shouts)) return undefined;
  return { place, day, agency, length: all.length };
}

/** What those who speak in a transcript say that others, named ones, have said. */
function passedOn(
  reported: readonly ReportedStatement[],
  transcript: readonly ReportedStatement[],
): ReportedStatement[] {
  return reported.flatMap((statement) => {
    const { speaker, spans, via } = statement;
    const through = transcript.find(
      ({ spans: [whole] }) => spans[0].start >= whole.start && spans[0].end <= whole.end,
    );
    const another = speaker?.person !== undefined && speaker.person !== through?.speaker?.person;
    return another && through?.speaker !== undefined
      ? [{ ...statement, via: [through.speaker, ...via] }]
      : [];
  });
}

/** States, bodies and other places named in the text. */
function namedIn(paragraphs: readonly Paragraph[]): { parties: Named[]; bodies: Named[]; places: Named[] } {
  const parties = new Map<string, TextSpan[]>();
  const bodies = new Map<string, TextSpan[]>();
  const places = new Map<string, TextSpan[]>();
  const note = (map: Map<string, TextSpan[]>, name: string, span: TextSpan) => {
    const spans = map.get(name);
    if (spans === undefined) map.set(name, [span]);
    else spans.push(span);
  };
  for (const { tokens, text, start } of paragraphs) {
    for (let at = 0; at < tokens.length; at++) {
      if (!/^\p{Lu}/u.test(tokens[at].text) && tokens[at].lower !== "the") continue;
      for (let size = Math.min(5, tokens.length - at); size > 0; size--) {
        const span = { start: tokens[at].start, end: tokens[at + size - 1].end };
        const phrase = text.slice(span.start - start, span.end - start);
        const body = bodyNamed(phrase);
        const state = stateNamed(phrase) ?? stateOfAdjective(phrase);
        if (body === undefined && state === undefined) continue;
        if (body !== undefined) note(bodies, body, span);
        else if (state !== undefined) {
          note(parties, state, span);
          if (tokens[at - 1]?.lower === "in") note(places, phrase, span);
        }
        at += size - 1;
        break;
      }
    }
  }
  const named = (map: Map<string, TextSpan[]>): Named[] => [...map].map(([name, spans]) => ({ name, spans }));
  return { parties: named(parties), bodies: named(bodies), places: named(places) };
}
