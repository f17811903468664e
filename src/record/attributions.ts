import type { Chunk } from "./clauses.ts";
import {
  type ChunkRange,
  type Content,
  clauseFrom,
  contentAfter,
  contentEnd,
  quoteAfter,
} from "./content-after.ts";
import { contentBefore, contentStart } from "./content-before.ts";
import { deedContent, labelContent } from "./deed-content.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import type { TextSpan } from "./reading.ts";
import { BEFORE_SUBJECT, type SpeechVerb, speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, type Subject, subjectAfter, subjectBefore } from "./subject.ts";

/** That somebody said something, as a sentence has it. Numbers are places of chunks in the sentence. */
export type Attribution = {
  readonly verb: number;
  readonly lemma: string;
  /** Undefined where the sentence does not tell whose the verb is. */
  readonly subject: Subject | undefined;
  /** Who passed it on: Kyodo in `was quoted by Kyodo as saying`. */
  readonly through: Subject | undefined;
  readonly to: ChunkRange | undefined;
  /** Where what was said stands. */
  readonly spans: readonly TextSpan[];
  /** The verb itself is the statement: `urged`, `denied`. */
  readonly deed: boolean;
};

/** Modal verbs before a verb of saying make it no report: `he would say`, `will announce`. */
const MODAL = /^(would|will|could|can|may|might|should|must|shall|'ll|’ll|'d|won't|ca|wo)$/;
const NEGATION = /^(not|n't|n’t|never|neither)$/;

/** The attributions of a sentence, in the order of their verbs. Linear but for the verbs of one sentence, which are compared with each other. */
export function attributionsIn(chunks: readonly Chunk[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const earlier = found.map(({ verb }) => verb);
    for (const each of attributionsAt(chunks, at, earlier)) {
      const spans = each.spans.filter(({ start, end }) => end > start);
      if (spans.length > 0) found.push({ ...each, spans });
    }
  }
  const quiet = found.length === 0 ? withoutSpeechVerb(chunks) : undefined;
  return quiet === undefined ? found : [quiet];
}

function isPerson({ head, tokens }: Chunk): boolean {
  return head.pos === "PROPN" || OFFICE_NOUNS.has(head.lower) || tokens[0].lower === "one";
}

/** `"It is over," the envoy sighed, "for good"`: after a quotation that ends in a comma whatever verb follows is how it was said. */
function withoutSpeechVerb(chunks: readonly Chunk[]): Attribution | undefined {
  const [quote, ...rest] = chunks;
  if (quote?.kind !== "q" || !/[,?!]["”’'»]$/.test(quote.head.text)) return undefined;
  const verb = rest.findIndex(({ kind }) => kind === "v") + 1;
  const inverted = verb === 1 && rest[1]?.kind === "np" && isPerson(rest[1]);
  if (!inverted && (verb < 2 || verb > 8 || rest[0].kind !== "np")) return undefined;
  // The verb of an aside is none: `"…," Ali Omar, one of five men chosen by …`.
  if (!inverted && !/^(np|adv|comma)$/.test(chunks[verb - 1].kind)) return undefined;
  if (verb > 3 && chunks[verb - 1].kind !== "comma") return undefined;
  const subject = inverted ? subjectAfter(chunks, verb, true) : subjectBefore(chunks, verb);
  if (subject === undefined) return undefined;
  const more = chunks[verb + 1]?.kind === "comma" && chunks[verb + 2]?.kind === "q" ? [chunks[verb + 2]] : [];
  const spans = [quote, ...more].map(({ start, end }) => ({ start, end }));
  return { verb, lemma: "say", subject, through: undefined, to: undefined, spans, deed: false };
}

type Found = Partial<Attribution> & Pick<Attribution, "spans" | "subject">;

function attributionsAt(chunks: readonly Chunk[], at: number, earlier: readonly number[]): Attribution[] {
  const chunk = chunks[at];
  const { lower } = chunk.head;
  const verb = speechVerb(lower);
  const as = (found: Found | undefined): Attribution[] =>
    found === undefined
      ? []
      : [
          {
            verb: at,
            lemma: verb?.lemma ?? "say",
            through: undefined,
            to: undefined,
            deed: false,
            ...found,
          },
        ];
  if (chunk.kind === "p" && lower === "to" && chunk.tokens[0].lower === "according")
    return as(accordingTo(chunks, at, earlier));
  // `was reported to have told friends that …`
  const reported = chunk.kind === "inf" && chunk.tokens.some((token) => token.lower === "have");
  if (reported && verb?.clause) return as(reportedly(chunks, at, verb, earlier));
  if (chunk.kind !== "v" && chunk.kind !== "ger") return [];
  if (lower === "quoted" || lower === "cited") return as(quotedAs(chunks, at, earlier));
  // `It was learned from diplomatic sources that …`: with no subject of its own, what was learned was said.
  if (/^(learned|learnt|understood)$/.test(lower) && chunk.passive && chunks[at - 1]?.head.lower === "it")
    return as(passive(chunks, at, { lemma: "say", clause: true, deed: false, label: false }, earlier));
  const phrase = putIt(chunks, at, earlier) ?? speechPhrase(chunks, at);
  if (phrase !== undefined) return as(phrase);
  if (verb === undefined || chunks[at - 1]?.head.lower === "nor") return [];
  // `written guarantees` is no verb.
  if (/^(written|sworn)$/.test(lower) && chunk.tokens.length === 1) return [];
  if (chunk.tokens.some((token) => MODAL.test(token.lower) || NEGATION.test(token.lower))) return [];
  if (chunk.passive || byFollows(chunks, at)) return as(passive(chunks, at, verb, earlier));
  return as(chunk.kind === "ger" ? gerund(chunks, at, verb, earlier) : active(chunks, at, verb, earlier));
}

/** `The court, as its registrar put it in a note, "expects both to wait"`, `…, as the envoy put it`. */
function putIt(chunks: readonly Chunk[], at: number, earlier: readonly number[]): Found | undefined {
  if (!/^puts?$/.test(chunks[at].head.lower) || chunks[at + 1]?.head.lower !== "it") return undefined;
  const subject = subjectBefore(chunks, at);
  if (subject === undefined) return undefined;
  let as = subject.from - 1;
  while (as > 0 && /^(comma|np)$/.test(chunks[as].kind)) as--;
  if (chunks[as]?.head.lower !== "as") return undefined;
  const close = chunks.findIndex(({ kind }, index) => index > at && kind === "comma");
  const around = close < 0 ? undefined : contentAround(chunks, as, close, earlier, true);
  const spans = around ?? contentBefore(chunks, as, earlier);
  return spans && { subject, lemma: "say", spans };
}

function reportedly(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  earlier: readonly number[],
): Found | undefined {
  const finite = chunks.findLastIndex(({ kind }, index) => index < at && kind === "v");
  const subject = finite < 0 || at - finite > 2 ? undefined : subjectBefore(chunks, finite);
  return subject && said(chunks, at, verb, subject, earlier);
}

/** `pointed out that …`, `made it clear to the envoy that …`: only with `that`. */
function speechPhrase(chunks: readonly Chunk[], at: number): Found | undefined {
  const { head, kind, tokens } = chunks[at];
  const word = /^point/.test(head.lower) ? "out" : /^ma[dk]e?/.test(head.lower) ? "clear" : undefined;
  if (
    word === undefined ||
    kind !== "v" ||
    tokens.some(({ lower }) => MODAL.test(lower) || NEGATION.test(lower))
  )
    return undefined;
  const before = chunks.slice(at + 1, at + 7);
  const that = before.findIndex((chunk) => chunk.kind === "sc" && chunk.head.lower === "that");
  const said = before
    .slice(0, Math.max(that, 0))
    .some(({ tokens: each }) => each.some(({ lower }) => lower === word));
  const subject = said ? subjectBefore(chunks, at) : undefined;
  const start = at + 1 + that;
  return (
    subject && {
      subject,
      lemma: "note",
      spans: [{ start: chunks[start].end, end: contentEnd(chunks, start) }],
    }
  );
}

/** `an offer denounced by the ministry`: a participle, and whose it is stands after it; not `announced by telephone`. */
function byFollows(chunks: readonly Chunk[], at: number): boolean {
  const { kind, tokens, head } = chunks[at];
  return (
    kind === "v" &&
    tokens.length === 1 &&
    /(ed|en)$/.test(head.lower) &&
    chunks[at + 1]?.head.lower === "by" &&
    chunks[at + 2]?.kind === "np" &&
    !ADJUNCT.test(chunks[at + 2].head.lower)
  );
}

/** `according to a person who was in the room, …`, `…, according to the ministry`. */
function accordingTo(chunks: readonly Chunk[], at: number, earlier: readonly number[]): Found | undefined {
  const subject = subjectAfter(chunks, at);
  if (subject === undefined) return undefined;
  const around = at > 0 ? contentAround(chunks, at, subject.to + 1, earlier, true) : undefined;
  if (around !== undefined) return { subject, spans: around };
  const front = at > 0 ? contentBefore(chunks, at, earlier) : undefined;
  if (front !== undefined) return { subject, spans: front };
  // `According to Ms. Stein, whose party stayed away, …`, `According to Ms. Stein, a lawyer, …`
  const commas = chunks.flatMap(({ kind }, index) => (index > subject.to && kind === "comma" ? [index] : []));
  const [open, close] = commas;
  const aside = close !== undefined && (chunks[open + 1]?.kind === "rel" || close === open + 2);
  const comma = (aside ? close : open) ?? -1;
  const first = comma < 0 ? undefined : chunks[comma + 1];
  return first && { subject, spans: [{ start: first.start, end: contentEnd(chunks, comma) }] };
}

/** `was quoted by Kyodo as saying that …`, `quoted an official as saying …`. */
function quotedAs(chunks: readonly Chunk[], at: number, earlier: readonly number[]): Found | undefined {
  const saying = chunks.findIndex(
    ({ kind, head }, index) => index > at && kind === "ger" && speechVerb(head.lower) !== undefined,
  );
  if (saying < 0 || saying - at > 8) return undefined;
  const before = (subject: Subject | undefined) =>
    subject === undefined ? [] : (contentBefore(chunks, subject.from, earlier) ?? []);
  if (chunks[at].passive) {
    const subject = subjectBefore(chunks, at);
    if (subject === undefined) return undefined;
    const by = chunks.findIndex(({ kind, head }, index) => index > at && kind === "p" && head.lower === "by");
    const through = by > 0 ? subjectAfter(chunks, by) : undefined;
    const after = by > saying ? [] : contentAfter(chunks, saying, subject).spans;
    return { subject, through, lemma: "say", spans: after.length > 0 ? after : before(subject) };
  }
  const subject = subjectAfter(chunks, at);
  if (subject === undefined) return undefined;
  const through = subjectBefore(chunks, at);
  const after = contentAfter(chunks, saying, subject).spans;
  return { subject, through, lemma: "say", spans: after.length > 0 ? after : before(through) };
}

/** `It was announced by the ministry that …`, `was told by the envoy that …`, `was called "piracy" by the minister`. */
function passive(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  earlier: readonly number[],
): Found | undefined {
  const patient = subjectBefore(chunks, at);
  const by = chunks.findIndex(
    ({ kind, head }, index) => index > at && index < at + 5 && kind === "p" && /^(by|from)$/.test(head.lower),
  );
  const subject = by < 0 ? undefined : subjectAfter(chunks, by);
  const from = subject === undefined ? at : subject.to;
  const that = chunks.findIndex(
    ({ kind, head }, index, all) =>
      index > from &&
      index < from + 8 &&
      kind === "sc" &&
      head.lower === "that" &&
      !all.slice(from + 1, index).some((each) => each.kind === "v"),
  );
  const clause = that < 0 ? undefined : { start: chunks[that].end, end: contentEnd(chunks, that) };
  if (verb.lemma === "tell" || verb.lemma === "inform")
    return clause && subject && { subject, spans: [clause], to: patient };
  const impersonal =
    patient === undefined ||
    (chunks[patient.from].head.lower === "it" && chunks[patient.from].tokens.length === 1);
  if (impersonal) {
    const front = patient === undefined ? undefined : contentBefore(chunks, patient.from, earlier);
    const spans = clause === undefined ? front : [clause];
    if (spans !== undefined) return { subject, spans };
  }
  const label = verb.label && subject !== undefined ? labelContent(chunks, at) : undefined;
  return label && { subject, spans: [label], deed: true };
}

/** `rejected the list, saying that …`: said by the subject of the verb before. */
function gerund(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  earlier: readonly number[],
): Found | undefined {
  // `with its spokesman telling a briefing that …`
  if (chunks[at - 1]?.kind === "np" && chunks[at - 2]?.head.lower === "with")
    return said(chunks, at, verb, { from: at - 1, to: at - 1, appositions: [] }, earlier);
  // `officials saying …` is too rare to be told from `a letter saying …`.
  if (chunks[at - 1]?.kind === "np" || /^(as|without|of|for)$/.test(chunks[at - 1]?.head.lower ?? ""))
    return undefined;
  for (let before = at - 1; before >= 0; before--) {
    if (chunks[before].kind !== "v") continue;
    const subject = subjectBefore(chunks, before) ?? subjectAfter(chunks, before);
    if (subject === undefined) continue;
    const lead = chunks[subject.from - 1]?.kind;
    if (lead === "sc" || lead === "rel" || (lead === "v" && before > 1)) continue;
    return said(chunks, at, verb, subject, earlier);
  }
  return undefined;
}

function active(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  earlier: readonly number[],
): Found | undefined {
  const previous = chunks[at - 1]?.kind === "adv" ? chunks[at - 2] : chunks[at - 1];
  if (previous === undefined || /^(q|comma|dash)$/.test(previous.kind)) {
    const inverted = BEFORE_SUBJECT.has(verb.lemma) ? beforeItsSubject(chunks, at, earlier) : undefined;
    if (inverted !== undefined) return inverted;
  }
  // `asked whether it would, the minister said …`: a participle said aside, not a verb of the sentence.
  if (
    previous?.kind === "comma" &&
    chunks[at].tokens.length === 1 &&
    /^(ask|tell|urge|request|press)$/.test(verb.lemma)
  ) {
    const saidLater = chunks.some(
      ({ kind, head }, index) =>
        index > at + 1 &&
        kind === "v" &&
        chunks[index - 1].kind === "comma" &&
        speechVerb(head.lower) !== undefined,
    );
    if (saidLater || (verb.lemma === "tell" && chunks[at + 1]?.kind !== "np")) return undefined;
  }
  const subject = subjectBefore(chunks, at);
  if (subject !== undefined) return said(chunks, at, verb, subject, earlier);
  const front = verb.clause && previous?.kind === "q" ? contentBefore(chunks, at, earlier) : undefined;
  return front && { subject: undefined, spans: front };
}

/** `"…," said the envoy`, and around it: `The government, said Mr. Blunt, was asleep`. */
function beforeItsSubject(
  chunks: readonly Chunk[],
  at: number,
  earlier: readonly number[],
): Found | undefined {
  const before = chunks[at - 1]?.kind === "comma" ? chunks[at - 2] : chunks[at - 1];
  const subject = subjectAfter(chunks, at, before?.kind === "q");
  if (subject === undefined) return undefined;
  const front = at > 0 ? contentBefore(chunks, at, earlier) : undefined;
  const rest = (subject.appositions.at(-1) ?? subject.to) + 1;
  if (front === undefined) {
    const around = contentAround(chunks, at, rest, earlier);
    return around && { subject, spans: around };
  }
  const quoted = chunks.some(({ kind, start }) => kind === "q" && start < chunks[at].start);
  const ends = chunks[rest] === undefined || /^(comma|other|cc|time|p|dash|colon)$/.test(chunks[rest].kind);
  if (!quoted && !ends) return undefined;
  const more = quoteAfter(chunks, subject.to);
  return { subject, spans: more === undefined ? front : [...front, more], to: addressee(chunks, at) };
}

/** What stands on both sides of an attribution that is put between a subject and its verb: `The ministers, he said, were asleep`. */
function contentAround(
  chunks: readonly Chunk[],
  open: number,
  close: number,
  earlier: readonly number[],
  aside = false,
): TextSpan[] | undefined {
  if (chunks[open - 1]?.kind !== "comma") return undefined;
  if (!aside && !/^(np|sc)$/.test(chunks[open - 2]?.kind ?? "")) return undefined;
  // `…, the ministry said in a note released in Brussels, …`
  const comma = chunks.findIndex(({ kind }, at) => at >= close && kind === "comma");
  const circumstance = chunks
    .slice(close, comma)
    .every(({ kind, tokens }) => /^(adv|time|p|np)$/.test(kind) || (kind === "v" && tokens.length === 1));
  if (comma < 0 || comma - close > 6 || !circumstance) return undefined;
  let next = comma + 1;
  while (chunks[next]?.kind === "adv") next++;
  const goesOn = aside ? /^(v|q|inf)$/ : /^[vq]$/;
  if (!goesOn.test(chunks[next]?.kind ?? "")) return undefined;
  // `a different story: the men, they said, were seen`
  const colon = chunks.findLastIndex(({ kind }, at) => at < open - 2 && kind === "colon");
  const start = chunks[Math.max(contentStart(chunks, open - 2, earlier), colon + 1)].start;
  return [
    { start, end: chunks[open - 2].end },
    { start: chunks[comma + 1].start, end: contentEnd(chunks, next) },
  ];
}

function addressee(chunks: readonly Chunk[], at: number): ChunkRange | undefined {
  const next = chunks[at + 1];
  return next?.kind === "p" && next.head.lower === "to" && chunks[at + 2]?.kind === "np"
    ? { from: at + 2, to: at + 2 }
    : undefined;
}

/** What the subject of a verb said: after it, before it, on both sides, or by the verb itself. */
function said(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  subject: Subject,
  earlier: readonly number[],
): Found | undefined {
  const passedOver = chunks[at].kind === "v" && subject.from > at ? subject.to : at;
  const { spans, to }: Content = verb.clause
    ? contentAfter(chunks, passedOver, subject)
    : { spans: [], to: undefined };
  const front =
    verb.clause && subject.from < at && chunks[at].kind === "v" && chunks[at - 1].kind !== "rel"
      ? beforeSubject(chunks, subject, at, earlier)
      : undefined;
  if (spans.length > 0) {
    // `In a letter to the "Cairo group," he said …` leads up to it.
    const circumstance =
      front !== undefined && chunks.some(({ kind, start }) => kind === "p" && start === front[0].start);
    const quotedFront =
      !circumstance &&
      front?.some(({ start, end }) =>
        chunks.some((chunk) => chunk.kind === "q" && chunk.start >= start && chunk.end <= end),
      );
    // `The minister, he said, "is a liar"`, `Nobody asked, he said, "and nobody will"`
    const half = chunks.some(
      ({ kind, start, head }) => kind === "q" && start === spans[0].start && /^.\p{Ll}/u.test(head.text),
    );
    const colon = chunks.some(({ kind }, index) => kind === "colon" && index < subject.from - 2);
    const begun =
      half && !circumstance && chunks[subject.from - 1]?.kind === "comma"
        ? ((colon ? undefined : front) ?? halfBefore(chunks, subject.from, earlier))
        : undefined;
    if (quotedFront !== true && begun !== undefined) return { subject, spans: [...begun, ...spans], to };
    if (quotedFront !== true || front === undefined) return { subject, spans, to };
    // `"…," he wrote in a letter seen by …` ends with the verb; `"…," he said, "…"` goes on.
    const goesOn = chunks.some(({ kind, start }) => kind === "q" && start === spans[0].start);
    return { subject, spans: goesOn ? [...front, ...spans] : front, to };
  }
  if (front !== undefined && (to !== undefined || attributionEnds(chunks, at))) {
    // `if no deal is reached, he said, the ships will wait`
    const lead = chunks.findLast(
      ({ start, kind }) => start >= front[0].start && start < chunks[subject.from].start && kind === "sc",
    );
    const main = chunks[at + 1]?.kind === "comma" && clauseFrom(chunks, at + 2, false);
    if (
      lead !== undefined &&
      main &&
      /^(if|unless|when|once|until|because|although|though|while)$/.test(lead.head.lower)
    )
      return {
        subject,
        spans: [...front, { start: chunks[at + 2].start, end: contentEnd(chunks, at + 2) }],
        to,
      };
    return { subject, spans: front, to };
  }
  const around = subject.from < at ? contentAround(chunks, subject.from, at + 1, earlier) : undefined;
  if (around !== undefined) return { subject, spans: around };
  if (verb.deed || verb.label) {
    const content = deedContent(chunks, at, verb, subject);
    return content && { subject, spans: [content], deed: true };
  }
  const next = chunks[at + 1];
  const thing =
    verb.lemma === "say" &&
    next?.kind === "np" &&
    !/^(nothing|little|much|so|yes|no|prayers?|goodbye|farewell)$/.test(next.head.lower);
  return thing
    ? { subject, spans: [{ start: next.start, end: contentEnd(chunks, at) }], deed: true }
    : undefined;
}

function halfBefore(
  chunks: readonly Chunk[],
  open: number,
  earlier: readonly number[],
): TextSpan[] | undefined {
  if (chunks[open - 2]?.kind !== "np") return undefined;
  const colon = chunks.findLastIndex(({ kind }, at) => at < open - 2 && kind === "colon");
  const start = Math.max(contentStart(chunks, open - 2, earlier), colon + 1);
  return [{ start: chunks[start].start, end: chunks[open - 2].end }];
}

function beforeSubject(
  chunks: readonly Chunk[],
  subject: Subject,
  at: number,
  earlier: readonly number[],
): TextSpan[] | undefined {
  // A verb coordinated with another has its subject far off; what lies before that is no content.
  const between = chunks.slice(subject.to + 1, at);
  const verb = between.findIndex(({ kind }) => kind === "v");
  // An aside that is closed may hold any: `Ali Omar, one of five men chosen by the strikers, told`.
  const aside = chunks[at - 1]?.kind === "comma";
  if (verb >= 0 && !aside && !between.slice(0, verb).some(({ kind }) => kind === "rel")) return undefined;
  const opening = Math.min(subject.from, ...subject.appositions.filter((each) => each < subject.from));
  return contentBefore(chunks, opening, earlier);
}

/** Whether an attribution that follows what was said is over: nothing comes but a time, a place, a circumstance or another clause. */
function attributionEnds(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1];
  if (next === undefined) return true;
  return (
    /^(comma|other|cc|time|p|dash|adv|sc|q|ger|inf|colon)$/.test(next.kind) ||
    (next.kind === "np" && speechVerb(chunks[at].head.lower)?.lemma === "tell")
  );
}
