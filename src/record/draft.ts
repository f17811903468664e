import type { Act, Reading, ReportEvent, ReportedStatement, Speaker, Sureness, TextSpan } from "./reading.ts";
import { overlap, stemsOf } from "./similar.ts";

/** A record in the making: what would stand in a standoff file under `sources`, `claims` and `timeline`. */
export type Draft = {
  readonly sources: readonly DraftSource[];
  readonly claims: readonly DraftClaim[];
  readonly timeline: readonly DraftEvent[];
};

export type DraftSource = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly kind: "news report";
};

export type DraftClaim = {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly via: readonly string[];
  readonly sounds: string;
  readonly contradicts: readonly string[];
  /** Where it stands in the report's text, and how sure the reader is. */
  readonly spans: readonly TextSpan[];
  readonly sure: Sureness;
  /** What is offered, demanded and so on in it. */
  readonly acts: readonly Act[];
  /** Who says it or does it: a person's affiliation, or a state. */
  readonly actor: string | undefined;
};

export type DraftEvent = {
  readonly date: string;
  readonly until: string | undefined;
  readonly what: string;
  /** The state or body that acts, if it is one. */
  readonly actor: string | undefined;
  readonly because: readonly string[];
};

/** What a file holds already: ids in use, and claims that a new one may deny. */
export type Known = {
  readonly ids: ReadonlySet<string>;
  readonly claims: readonly {
    readonly id: string;
    readonly says: string;
    readonly sounds: string | undefined;
  }[];
};

/** How much of the smaller of two clauses' words must be in the other for them to tell of one event, or of one matter. */
const SAME_EVENT = 0.6;
const SAME_MATTER = 0.6;

/**
 * One record of several readings: a source each, a claim for each statement and each event, and a timeline in which an event told
 * by several reports stands once and rests on all of them. A claim that denies another says so. `known` is what the file holds that the draft is for.
 * Claims are compared pairwise, but only those of one day or one matter: O(claims²) short comparisons.
 */
export function draftOf(readings: readonly Reading[], known: Known = { ids: new Set(), claims: [] }): Draft {
  const ids = new Set(known.ids);
  const sources: DraftSource[] = [];
  const claims: DraftClaim[] = [];
  const events: DraftEvent[] = [];
  for (const reading of readings) {
    const { publisher, title, date, dateline } = reading.source;
    const source = freshId(slug(publisher ?? title ?? "report", 2), ids, "");
    sources.push({
      id: source,
      title: title ?? "A report",
      publisher,
      date,
      place: capitalized(dateline),
      kind: "news report",
    });
    const found: Pending[] = reading.statements
      .filter(({ speaker }) => speaker?.name !== "a reporter")
      .map((statement) => ({
        says: saysOf(statement),
        via: chainOf(statement, reading),
        sounds: statement.speaker === undefined ? `speaker not clear, ${statement.sounds}` : statement.sounds,
        spans: statement.spans,
        sure: statement.sure,
        actor: actorOf(statement.speaker, reading),
        events: [],
      }));
    /** What is told within a claim that is there already needs none of its own. */
    const claimFor = (item: ReportEvent | Act, says: string, sounds: string): Pending => {
      const there = found.find(({ spans }) => touches(spans, item.spans));
      if (there !== undefined) return there;
      const { spans, sure } = item;
      const made = { says, via: [], sounds, spans, sure, actor: actorOf(item.by, reading), events: [] };
      found.push(made);
      return made;
    };
    for (const event of reading.events)
      claimFor(event, event.what, event.status === "done" ? "plain" : event.status).events.push(event);
    for (const act of reading.acts) claimFor(act, act.what, "plain");
    found.sort((a, b) => a.spans[0].start - b.spans[0].start);
    for (const [index, { events: told, ...claim }] of found.entries()) {
      const id = freshId(`${source}-${index + 1}`, ids, "-");
      const acts = reading.acts.filter(({ spans }) => touches(spans, claim.spans));
      claims.push({ id, source, contradicts: [], acts, ...claim });
      for (const event of told) place(events, event, actorOf(event.by, reading), id);
    }
  }
  return {
    sources,
    claims: withContradictions(claims, known.claims),
    timeline: events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/** A claim before it has an id, with the events that rest on it. */
type Pending = Omit<DraftClaim, "id" | "source" | "contradicts" | "acts"> & {
  readonly events: ReportEvent[];
};

function touches(some: readonly TextSpan[], others: readonly TextSpan[]): boolean {
  return some.some((a) => others.some((b) => a.start < b.end && b.start < a.end));
}

/** What is said, as a sentence: quotation marks around the whole are dropped, and verbs that are the statement are kept. */
function saysOf({ says, verb, speaker, quoted }: ReportedStatement): string {
  const plain = quoted ? inOnePiece(says).replace(/^["“«‘'„]+|[,.]?["”»’'“]+[,.]?$/g, "") : says;
  const deed =
    /^(urge|accuse|deny|denie|promise|pledge|vow|threaten|demand|propose|warn|call|appeal|blame|condemn|denounce|critici|praise|welcome|rule|describe|dismiss|reject)/i.test(
      verb,
    );
  const clause =
    /^(that )?(the |a |an |he |she |it |they |there |no |its |his |her |their |\p{Lu})/u.test(plain) &&
    !/^\S+ (to|of|that) /.test(plain);
  if (deed && !quoted && !clause) return `${speaker?.name ?? "Somebody"} ${verb} ${plain}`;
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The parts of a quotation that the speaker's name stood between, without the marks there: a new sentence, or the same one going on. */
function inOnePiece(quotation: string): string {
  return quotation.replaceAll(
    /([,.!?…])?["”»]\s+["“«](\p{L})/gu,
    (_, stop: string | undefined, next: string) => {
      const begins = /\p{Lu}/u.test(next);
      if (begins && (stop === undefined || stop === ",")) return `. ${next}`;
      return `${stop ?? ""} ${next}`;
    },
  );
}

/** Who passed it on, nearest to the source first; the one who said it last, and to whom. */
function chainOf({ speaker, via, to }: ReportedStatement, reading: Reading): string[] {
  if (speaker === undefined) return [];
  const said = nameWithRole(speaker, reading);
  return [
    ...via.map((each) => nameWithRole(each, reading)),
    to === undefined || /^(him|her|them|us|me|it)$/i.test(to)
      ? said
      : `${said}${said.includes(",") ? "," : ""} to ${to}`,
  ];
}

function nameWithRole({ name, person }: Speaker, { people }: Reading): string {
  const known = people.find(({ id }) => id === person);
  return known?.role === undefined ? name : `${known.name}, ${known.role}`;
}

function actorOf(speaker: Speaker | undefined, { people }: Reading): string | undefined {
  if (speaker === undefined) return undefined;
  return speaker.party ?? people.find(({ id }) => id === speaker.person)?.affiliation;
}

/** Puts an event on the timeline, or its claim to the same event told before. */
function place(events: DraftEvent[], event: ReportEvent, actor: string | undefined, claim: string): void {
  const days = daysOf(event);
  if (days === undefined) return;
  const stems = stemsOf(event.what);
  const same = events.findIndex(
    (each) =>
      each.date <= (days.until ?? days.date) &&
      days.date <= (each.until ?? each.date) &&
      overlap(stemsOf(each.what), stems) >= SAME_EVENT,
  );
  if (same < 0) {
    events.push({ ...days, what: event.what, actor, because: [claim] });
    return;
  }
  const known = events[same];
  // The more exact of two dates stays.
  const exact =
    known.until !== undefined && days.until === undefined ? days : { date: known.date, until: known.until };
  if (!known.because.includes(claim))
    events[same] = { ...known, ...exact, because: [...known.because, claim] };
}

/** A month or a year as its first and last day; the timeline knows days only. */
function daysOf({ date, until }: ReportEvent): { date: string; until: string | undefined } | undefined {
  if (date === undefined) return undefined;
  if (date.length === 10) return { date, until };
  if (date.length === 4) return { date: `${date}-01-01`, until: `${date}-12-31` };
  const [year, month] = date.split("-").map(Number);
  return { date: `${date}-01`, until: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
}

const NEGATION = /\b(not|no|never|nothing|neither|nor|without|denied|cannot)\b|n['’]t\b/i;

/** Marks claims that deny an earlier one: the same matter, with `denied` or a negation on one side only. */
function withContradictions(claims: readonly DraftClaim[], known: Known["claims"]): DraftClaim[] {
  const all = [...claims, ...known].map(({ id, says, sounds }) => ({
    id,
    stems: stemsOf(says),
    negative: /\bdenied\b/.test(sounds ?? "") !== NEGATION.test(says.replace(/^.{0,80}? denied /, "")),
  }));
  return claims.map((claim, index) => {
    const { negative, stems } = all[index];
    if (!negative || stems.size < 3) return claim;
    const denied = all.filter(
      (other) => !other.negative && other.stems.size >= 3 && overlap(stems, other.stems) >= SAME_MATTER,
    );
    return denied.length === 0 ? claim : { ...claim, contradicts: denied.map(({ id }) => id) };
  });
}

/** An id of a name: its first words, in small letters. */
export function slug(name: string, words: number): string {
  const plain = name
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/^(the|a|an)\s+/, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, words)
    .join("_");
  return /^[a-z]/.test(plain) ? plain : `report${plain === "" ? "" : `_${plain}`}`;
}

export function freshId(wanted: string, taken: Set<string>, joint: string): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}${joint}${count}`;
  taken.add(id);
  return id;
}

function capitalized(place: string | undefined): string | undefined {
  return place === undefined || !/^[\p{Lu}\s.'’-]+$/u.test(place)
    ? place
    : place.toLowerCase().replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
