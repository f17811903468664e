import * as chrono from "chrono-node";
import type { TextSpan } from "./reading.ts";

/** A date that a text speaks of: an ISO day, month or year, and for stretches of time the last day. */
export type DateFound = TextSpan & { readonly date: string; readonly until: string | undefined };

const iso = (date: Date) => date.toISOString().slice(0, 10);
const pad = (number: number) => String(number).padStart(2, "0");

/** Reads the date a page gives for itself; undefined when it is none. */
export function pageDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text.trim());
  if (plain !== null) return valid(`${plain[1]}-${plain[2]}-${plain[3]}`);
  return firstFullDate(text.slice(0, 500));
}

/** The day in the address of a page, as papers put it there: `/2010/08/13/`, `/2010/world/08/13/`, `/2013-04-22/`. */
export function dateInAddress(address: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d{2})(?:[-/]|\/[a-z_-]+\/)(\d{1,2})[-/](\d{1,2})(?=\/|-|$)/i.exec(
    address ?? "",
  );
  return found === null
    ? undefined
    : valid(`${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}`);
}

/** The first date in a text that names day, month and year. */
export function firstFullDate(text: string): string | undefined {
  for (const { start, text: found } of chrono.strict.parse(readable(text).slice(0, 3000))) {
    // `the day after` would count from the day on which this is run.
    if (!/\d{4}/.test(found)) continue;
    if (start.isCertain("day") && start.isCertain("month") && start.isCertain("year"))
      return valid(`${start.get("year")}-${pad(start.get("month") ?? 1)}-${pad(start.get("day") ?? 1)}`);
  }
  return undefined;
}

/** Capitals and periods that the date reader stumbles over, without changing any place: `NOV. 9`. */
function readable(text: string): string {
  return text.replaceAll(/\b[A-Z]{3,9}\b/g, (word) =>
    MONTHS.test(word) ? word[0] + word.slice(1).toLowerCase() : word,
  );
}

const MONTHS =
  /^(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)$/;

const MONTH_OR_DAY =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i;

/** Whether a word is the name of a month, short or long, or of a day of the week. */
export function isMonthOrDay(word: string): boolean {
  return MONTH_OR_DAY.test(word);
}

function valid(date: string): string | undefined {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && iso(time) === date && date >= "1500" ? date : undefined;
}

/**
 * The dates in a sentence, resolved against the day of the report. A weekday is the last one, the day itself counted, or the next
 * where the sentence looks ahead; `last week` is Monday to Sunday of it; a month alone is the nearest one. Times of day are no dates.
 */
export function datesIn(sentence: string, reported: string, ahead: boolean): DateFound[] {
  const reference = new Date(`${reported}T12:00:00Z`);
  const found: DateFound[] = [];
  // `to-day` as it was written once.
  const spelled = sentence
    .replaceAll(/\bto-(day|night|morrow)\b/gi, "to$1 ")
    // `the evening of Jan. 9`
    .replaceAll(/\b(morning|afternoon|evening|night|eve) of (?=\p{Lu}\p{Ll}{2})/gu, (part) =>
      " ".repeat(part.length),
    );
  const results = chrono.casual.parse(spelled.slice(0, 5000), { instant: reference, timezone: 0 });
  for (const { index, text, start, end: last } of results) {
    const span = { start: index, end: index + text.length };
    const certain = (part: "day" | "month" | "year" | "weekday") => start.isCertain(part);
    const lower = text.toLowerCase();
    if (
      /^(now|at \d|\d{1,2}:\d{2}|\d+ (hours?|minutes?)|.*\bseconds?\b.*|sec|(within|for|in|over|after|before) .*(week|month|day|hour|year|decade)s?|.*\babout a .*|may|march|sun\.?|sat\.?|mar\.?|tonight's|(at )?nights?|evenings?)$/i.test(
        lower,
      ) &&
      !/^may \d|^march \d/i.test(lower)
    )
      continue;
    // `Jan. 12 of that year` was told before.
    if (/^ of (that|the same) year\b/.test(sentence.slice(span.end))) continue;
    // `a day after the vote` counts from something else than the report.
    if (/\b(days?|weeks?|months?|years?|hours?|minutes?)\b.*\b(after|before|from)\b/.test(lower)) continue;
    if (/^(a|an|one|two|three|\d+|the|several|some)\b.*\b(after|before|from)\b/.test(lower)) continue;
    // `this morning`, `last night`
    const part = /^(this|last) (morning|afternoon|evening|night)$/.exec(lower);
    if (part !== null) {
      const day = new Date(reference.getTime() - (part[1] === "last" ? 86_400_000 : 0));
      found.push({ ...span, date: iso(day), until: undefined });
      continue;
    }
    if (/^(after|before|later|earlier)$/.test(lower)) continue;
    // `nine years later`, `the next day` count from what was told before.
    if (/\b(later|earlier)$|^the (day|week|month|year) (before|after)|\b(next|following) day\b/.test(lower))
      continue;
    if (
      /^\s*(after|before) /.test(sentence.slice(index + text.length)) &&
      /\b(day|week|month|year|hour)s?\b/.test(lower)
    )
      continue;
    // `April 24 of this year`
    const day = found[found.length - 1];
    if (
      /^(this|last|next) year$/.test(lower) &&
      (day?.date.length === 10 || day?.date.length === 7) &&
      /^,? (of )?$/.test(sentence.slice(day.end, index))
    ) {
      const year = relativeSpan(reported, lower.split(" ")[0], "year").date;
      found[found.length - 1] = { ...day, end: index + text.length, date: `${year}${day.date.slice(4)}` };
      continue;
    }
    const week = /\b(last|next|this) (week|month|year)\b/.exec(lower);
    if (week !== null) {
      const relative = relativeSpan(reported, week[1], week[2]);
      found.push({ ...span, ...relative });
      continue;
    }
    // `at the weekend` is the last one, `this weekend` the one that is or comes.
    if (/\bweekend$/.test(lower)) {
      const from = reference.getUTCDay() === 0 ? -1 : 6 - reference.getUTCDay();
      const coming = ahead || /\b(this|next)\b/.test(lower) || from < 1;
      const saturday = new Date(reference.getTime() + (coming ? from : from - 7) * 86_400_000);
      found.push({ ...span, date: iso(saturday), until: nextDay(iso(saturday)) });
      continue;
    }
    if (certain("weekday") && !certain("day")) {
      // chrono takes the nearest; a report means the last, or the next when it looks ahead.
      const wanted = start.get("weekday") ?? 0;
      const next = /\bnext\b/.test(lower);
      const back = (reference.getUTCDay() - wanted + 7) % 7;
      const forward = (wanted - reference.getUTCDay() + 7) % 7;
      const days = ahead || next ? (forward === 0 && (next || ahead) ? 7 : forward) : -back;
      const day = new Date(reference.getTime() + days * 86_400_000);
      found.push({ ...span, date: iso(day), until: undefined });
      continue;
    }
    if (certain("day") || /today|yesterday|tomorrow|tonight|ago|night|later|earlier/.test(lower)) {
      const year =
        certain("day") && certain("month") && !certain("year")
          ? yearOfDay(reported, start.get("month") ?? 1, start.get("day") ?? 1, ahead)
          : (start.get("year") ?? 0);
      const date = valid(
        `${String(year).padStart(4, "0")}-${pad(start.get("month") ?? 1)}-${pad(start.get("day") ?? 1)}`,
      );
      if (date === undefined) continue;
      // `a year ago` names no day.
      const vague = /\b(years?|months?|weeks?|decades?)\b/.test(lower);
      found.push({
        ...span,
        date: vague ? date.slice(0, /year|decade/.test(lower) ? 4 : 7) : date,
        until: last?.isCertain("day")
          ? laterIn(date, last.get("month") ?? 1, last.get("day") ?? 1)
          : lastOfRange(date, sentence, span),
      });
      continue;
    }
    if (certain("month")) {
      const year = certain("year")
        ? (start.get("year") ?? 0)
        : nearestYear(reported, start.get("month") ?? 1, ahead);
      found.push({ ...span, date: `${year}-${pad(start.get("month") ?? 1)}`, until: undefined });
    }
  }
  for (const match of sentence.matchAll(
    /\b(?:in|since|of|a|the|early|late|mid|in mid-) ?((?:1[89]|20)\d{2})\b/gi,
  )) {
    const start = match.index + match[0].length - 4;
    if (found.every((each) => start < each.start || start >= each.end))
      found.push({ start, end: start + 4, date: match[1], until: undefined });
  }
  for (const match of sentence.matchAll(
    /\b((?:New Year['’]s|Christmas) (?:Day|Eve)|May Day|Boxing Day)(?:,? (\d{4}))?/g,
  )) {
    const feast = FEASTS[match[1].toLowerCase().replace("’", "'")] ?? "01-01";
    const [month, day] = feast.split("-").map(Number);
    const year = match[2] ?? String(yearOfDay(reported, month, day, ahead));
    const [start, end] = [match.index, match.index + match[0].length];
    for (let each = found.length - 1; each >= 0; each--)
      if (found[each].start < end && found[each].end > start) found.splice(each, 1);
    found.push({ start, end, date: `${year}-${feast}`, until: undefined });
  }
  // `in April`, `in July` where chrono wants a day.
  for (const match of sentence.matchAll(
    /\b(?:in|by|last|next|early|late|mid|mid-|since|of) ?-?(January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d)/g,
  )) {
    const start = match.index + match[0].length - match[1].length;
    if (found.some((each) => start >= each.start && start < each.end)) continue;
    const month = NAMES.indexOf(match[1]) + 1;
    found.push({
      start,
      end: start + match[1].length,
      date: `${nearestYear(reported, month, ahead)}-${pad(month)}`,
      until: undefined,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

const nextDay = (date: string) => iso(new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000));

/** The day that a stretch from `date` ends on; undefined when it is none after it. */
function laterIn(date: string, month: number, day: number): string | undefined {
  const year = Number(date.slice(0, 4)) + (month < Number(date.slice(5, 7)) ? 1 : 0);
  const last = valid(`${year}-${pad(month)}-${pad(day)}`);
  return last !== undefined && last > date ? last : undefined;
}

/** The last day of `from February 24 to 28`, `February 24-28`; undefined for a day alone. */
function lastOfRange(date: string, sentence: string, { start, end }: TextSpan): string | undefined {
  const written = sentence.slice(start, end);
  const dash = /\d\s?(?:[-–]|to|and|through|until|till)\s?(\d{1,2})$/.exec(written.replace(/,? \d{4}$/, ""));
  const to = /\b(from|between) $/.test(sentence.slice(0, start))
    ? /^ (?:to|and|through|until|till) (\d{1,2})(?![\d:.,]?\d)/.exec(sentence.slice(end))
    : null;
  const day = dash?.[1] ?? to?.[1];
  const last = day === undefined ? undefined : valid(`${date.slice(0, 8)}${day.padStart(2, "0")}`);
  return last !== undefined && last > date ? last : undefined;
}

/** Days that have a name. */
const FEASTS: Readonly<Partial<Record<string, string>>> = {
  "new year's day": "01-01",
  "may day": "05-01",
  "christmas eve": "12-24",
  "christmas day": "12-25",
  "boxing day": "12-26",
  "new year's eve": "12-31",
};

const NAMES = "January February March April May June July August September October November December".split(
  " ",
);

/** The year of a day that is named without it: the last such day, or where the sentence looks ahead, or it is near, the next. */
function yearOfDay(reported: string, month: number, day: number, ahead: boolean): number {
  const year = Number(reported.slice(0, 4));
  const away = (Date.UTC(year, month - 1, day) - Date.parse(`${reported}T00:00:00Z`)) / 86_400_000;
  if (ahead) return away < -60 ? year + 1 : year;
  return away > 14 ? year - 1 : away < -305 ? year + 1 : year;
}

function nearestYear(reported: string, month: number, ahead: boolean): number {
  const year = Number(reported.slice(0, 4));
  const now = Number(reported.slice(5, 7));
  if (ahead) return month >= now ? year : year + 1;
  return month <= now ? year : year - 1;
}

function relativeSpan(
  reported: string,
  which: string,
  unit: string,
): { date: string; until: string | undefined } {
  const step = which === "last" ? -1 : which === "next" ? 1 : 0;
  const day = new Date(`${reported}T12:00:00Z`);
  if (unit === "year") return { date: String(day.getUTCFullYear() + step), until: undefined };
  if (unit === "month") {
    const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + step, 1));
    return { date: iso(month).slice(0, 7), until: undefined };
  }
  const monday = new Date(day.getTime() + (step * 7 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  return { date: iso(monday), until: iso(new Date(monday.getTime() + 6 * 86_400_000)) };
}
