import type { Attribution, Found } from "./attribution.ts";
import type { Chunk } from "./clauses.ts";
import { type ChunkRange, clauseFrom, contentAfter, contentEnd, quoteAfter } from "./content-after.ts";
import { contentAround } from "./content-around.ts";
import { contentBefore } from "./content-before.ts";
import { labelContent } from "./deed-content.ts";
import { said } from "./said.ts";
import { putAt, putIt, speechPhrase, wavedAway, withoutSpeechVerb } from "./speech-phrases.ts";
import { BEFORE_SUBJECT, isSaid, type SpeechVerb, speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, type Subject, subjectAfter, subjectBefore } from "./subject.ts";

/** The attributions of a sentence, in the order of their verbs. Linear but for the verbs of one sentence, which are compared with each other. */
export function attributionsIn(chunks: readonly Chunk[]): Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < chunks.length; at++) {
    // A deed told in a clause may be what is said by another: `Cairo has demanded a vote, he said`.
    const earlier = found.filter(({ deed }) => !deed).map(({ verb }) => verb);
    for (const each of attributionsAt(chunks, at, earlier)) {
      const spans = each.spans.filter(({ start, end }) => end > start);
      if (spans.length > 0) found.push({ ...each, spans });
    }
  }
  const quiet = found.length === 0 ? withoutSpeechVerb(chunks) : undefined;
  return quiet === undefined ? found : [quiet];
}

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
  const asPer = (lower === "per" && chunk.tokens.length === 2) || chunk.tokens.length === 4;
  if (chunk.kind === "p" && (asPer || (lower === "to" && chunk.tokens[0].lower === "according")))
    return as(accordingTo(chunks, at, earlier));
  // `was reported to have told friends that …`
  const reported = chunk.kind === "inf" && chunk.tokens.some((token) => token.lower === "have");
  if (reported && verb?.clause) return as(reportedly(chunks, at, verb, earlier));
  if (chunk.kind === "q") return as(quotedVerb(chunks, at));
  if (chunk.kind === "inf" && verb !== undefined) return as(toSay(chunks, at, verb, earlier));
  if (chunk.kind !== "v" && chunk.kind !== "ger") return [];
  // `Asked by a reporter whether it was over, he …`: what leads up to an answer.
  if (at === 0 && chunk.tokens.length === 1 && /^(asked|pressed|questioned|told|urged|reminded)$/.test(lower))
    return [];
  if (lower === "quoted" || lower === "cited") return as(quotedAs(chunks, at, earlier));
  // `let it be understood that …` is his who lets it.
  if (chunks[at - 2]?.head.lower === "let") return [];
  // `It was learned from diplomatic sources that …`: with no subject of its own, what was learned was said.
  if (/^(learned|learnt|understood)$/.test(lower) && chunk.passive && chunks[at - 1]?.head.lower === "it")
    return as(passive(chunks, at, { lemma: "say", clause: true, deed: false, label: false }, earlier));
  const phrase =
    putIt(chunks, at, earlier) ?? putAt(chunks, at) ?? speechPhrase(chunks, at) ?? wavedAway(chunks, at);
  if (phrase !== undefined) return as(phrase);
  if (verb === undefined || chunks[at - 1]?.head.lower === "nor") return [];
  // `a lawyer called José Pinto`
  const named =
    lower === "called" && chunk.tokens.length === 1 && /^(a|an)$/.test(chunks[at - 1]?.tokens[0].lower ?? "");
  if (named && chunks[at + 1]?.tokens.every(({ pos }) => pos === "PROPN")) return [];
  // `written guarantees` is no verb.
  if (/^(written|sworn)$/.test(lower) && chunk.tokens.length === 1) return [];
  if (!isSaid(chunk.tokens)) return [];
  // `I'm told by two envoys that …`
  const told = /^(I['’]m|(we|you)['’]re)$/i.test(chunks[at - 1]?.head.text ?? "");
  if (told && chunk.tokens.length === 1 && /ed$|^told$/.test(lower))
    return as(passive(chunks, at, verb, earlier));
  // `What the ministry says: Mr. Hale told a daily that …` is a heading.
  if (chunks[at + 1]?.kind === "colon" && isHeading(chunks, at)) return [];
  if (chunk.passive || byFollows(chunks, at)) return as(passive(chunks, at, verb, earlier));
  return as(chunk.kind === "ger" ? gerund(chunks, at, verb, earlier) : active(chunks, at, verb, earlier));
}

/** Whether `what the ministry says:` leads up to what somebody else says. */
function isHeading(chunks: readonly Chunk[], at: number): boolean {
  const subject = subjectBefore(chunks, at);
  if (subject === undefined || chunks[subject.from - 1]?.head.lower !== "what") return false;
  return chunks.some(
    ({ kind, head, tokens }, index) =>
      index > at && kind === "v" && speechVerb(head.lower)?.clause === true && isSaid(tokens),
  );
}

/** `They "strongly condemn" the raid`: the verb itself is quoted. */
function quotedVerb(chunks: readonly Chunk[], at: number): Found | undefined {
  const words = chunks[at].head.text.replaceAll(/^["“‘'«„]|["”’'».,]+$/g, "").split(/\s+/);
  const verb = speechVerb(words[words.length - 1]);
  if (
    words.length > 4 ||
    verb === undefined ||
    !(verb.deed || verb.label) ||
    words[0] !== words[0].toLowerCase()
  )
    return undefined;
  if (chunks[at - 1]?.kind !== "np" || !/^(np|inf|sc|p)$/.test(chunks[at + 1]?.kind ?? "")) return undefined;
  const subject = subjectBefore(chunks, at);
  return (
    subject && {
      subject,
      lemma: verb.lemma,
      deed: true,
      spans: [{ start: chunks[at].start, end: contentEnd(chunks, at) }],
    }
  );
}

/** `wrote to the premier on Sunday to demand a vote`, `appeared on television to deny it had fallen`. */
function toSay(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  earlier: readonly number[],
): Found | undefined {
  let wrote = at - 1;
  while (wrote > at - 8 && /^(np|p|time|adv)$/.test(chunks[wrote]?.kind ?? "")) wrote--;
  // `went on television to deny it`
  const went =
    /^(went|goes|gone|took|takes|taken)$/.test(chunks[wrote]?.head.lower ?? "") &&
    /^(on|to)$/.test(chunks[wrote + 1]?.head.lower ?? "") &&
    /^(television|tv|radio|air|airwaves|twitter|facebook|stage|floor|podium|balcony)$/.test(
      chunks[wrote + 2]?.head.lower ?? "",
    );
  if (chunks[wrote]?.kind !== "v" || !(went || ADDRESSED.test(chunks[wrote].head.lower))) return undefined;
  if (!isSaid(chunks[wrote].tokens)) return undefined;
  const subject = subjectBefore(chunks, wrote);
  return subject && said(chunks, at, verb, subject, earlier);
}

const ADDRESSED =
  /^(wrote|written|writes|cabled|telephoned|phoned|rang|faxed|emailed|e-mailed|appeared|appears|spoke|radioed|texted)$/;

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
  // `the envoy, according to whom the road is open`
  if (chunks[at + 1]?.head.lower === "whom") {
    const whom = chunks[at - 1]?.kind === "comma" ? subjectAfter(chunks, at - 3) : undefined;
    const clause = chunks[at + 2];
    return (
      whom && clause && { subject: whom, spans: [{ start: clause.start, end: contentEnd(chunks, at + 2) }] }
    );
  }
  const after = subjectAfter(chunks, at, true);
  if (after === undefined) return undefined;
  // `According to the note, Mr. Hale told an aide …`: what no comma closes is the subject of what follows.
  const closed = after.appositions.every((each) => at > 0 || chunks[each + 1]?.kind === "comma");
  const subject = closed ? after : { ...after, appositions: [] };
  // `turned to the envoy and said, according to two people in the room, "Enough."`
  const verb = chunks[at - 1]?.kind === "comma" ? speechVerb(chunks[at - 2]?.head.lower ?? "") : undefined;
  const quote = verb?.clause ? quoteAfter(chunks, at) : undefined;
  if (quote !== undefined) return earlier.includes(at - 2) ? undefined : { subject, spans: [quote] };
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
    ({ kind, head }, index) =>
      index > at &&
      index < at + 5 &&
      kind === "p" &&
      /^(by|from)$/.test(head.lower) &&
      !chunks.slice(at + 1, index).some((each) => /^(v|sc)$/.test(each.kind) && each.head.lower !== "as"),
  );
  const subject = by < 0 ? undefined : subjectAfter(chunks, by);
  const from = subject === undefined ? at : subject.to;
  const that = chunks.findIndex(
    ({ kind, head }, index, all) =>
      index > from &&
      index < from + 8 &&
      kind === "sc" &&
      head.lower === "that" &&
      !all.slice(from + 1, index).some((each) => each.kind === "v") &&
      // `Mr. Hale's words, reported by the Herald, that it was late`: the aside is over.
      !(all[at - 1]?.kind === "comma" && all[index - 1].kind === "comma"),
  );
  const bare =
    that < 0 && subject !== undefined && clauseFrom(chunks, subject.to + 1, true)
      ? { start: chunks[subject.to + 1].start, end: contentEnd(chunks, subject.to) }
      : undefined;
  const clause = that < 0 ? bare : { start: chunks[that].end, end: contentEnd(chunks, that) };
  // `The governor was said by his aides to be ill`
  const to = subject === undefined ? -1 : subject.to + 1;
  const comma = chunks.findIndex(({ kind }, index) => index > to && kind === "comma");
  const aside =
    /^(comma|rel)$/.test(chunks[at - 1]?.kind ?? "") && comma > 0 ? chunks[comma].start : undefined;
  if (
    patient !== undefined &&
    subject !== undefined &&
    /^(say|report)$/.test(verb.lemma) &&
    chunks[to]?.kind === "inf"
  )
    return {
      subject,
      spans: [
        { start: chunks[patient.from].start, end: chunks[patient.to].end },
        { start: chunks[to].start, end: aside ?? contentEnd(chunks, to) },
      ],
    };
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
  if (label === undefined) return undefined;
  // `was dismissed as "a sermon" by the leader`
  const end = by > at && chunks[by].start > label.start ? chunks[by - 1].end : label.end;
  return { subject, spans: [{ start: label.start, end: Math.min(end, label.end) }], deed: true };
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
  // `with its director, Ann Lund, insisting that …`
  if (
    chunks[at - 5]?.head.lower === "with" &&
    [4, 2].every((back) => chunks[at - back].kind === "np" && chunks[at - back + 1].kind === "comma")
  )
    return said(chunks, at, verb, { from: at - 4, to: at - 4, appositions: [at - 2] }, earlier);
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
  // `We will let the captain say a word`
  const lead = subject === undefined ? undefined : chunks[subject.from - 1];
  if (
    chunks[at].head.lower === verb.lemma &&
    /^(let|lets|make|makes|made|hear|heard)$/.test(lead?.head.lower ?? "")
  )
    return undefined;
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
  // `Russia, whose men keep the road, has said little.`
  const amount = /^(little|nothing|much|more|so|no|yes)$/.test(chunks[subject?.from ?? at].head.lower);
  if (subject === undefined || amount) return undefined;
  const front = at > 0 ? contentBefore(chunks, at, earlier) : undefined;
  const rest = (subject.appositions.at(-1) ?? subject.to) + 1;
  // `Not so, says Mr. Hale, a banker: "It is late."`
  const told = chunks[rest]?.kind === "colon" ? chunks[rest + 1] : undefined;
  if (told?.kind === "q")
    return { subject, spans: [...(front ?? []), { start: told.start, end: contentEnd(chunks, rest + 1) }] };
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

function addressee(chunks: readonly Chunk[], at: number): ChunkRange | undefined {
  const next = chunks[at + 1];
  return next?.kind === "p" && next.head.lower === "to" && chunks[at + 2]?.kind === "np"
    ? { from: at + 2, to: at + 2 }
    : undefined;
}
