import type { Found } from "./attribution.ts";
import type { Chunk } from "./clauses.ts";
import { type Content, clauseFrom, contentAfter, contentEnd } from "./content-after.ts";
import { contentAround, halfBefore } from "./content-around.ts";
import { contentBefore } from "./content-before.ts";
import { deedContent } from "./deed-content.ts";
import type { TextSpan } from "./reading.ts";
import { type SpeechVerb, speechVerb } from "./speech-verbs.ts";
import type { Subject } from "./subject.ts";

/** What the subject of a verb said: after it, before it, on both sides, or by the verb itself. */
export function said(
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
    verb.clause &&
    // `He spoke of theft, a charge Egypt denies.`
    verb.lemma !== "deny" &&
    // `who, aides said, had slept`
    chunks[subject.from - 2]?.kind !== "rel" &&
    subject.from < at &&
    chunks[at].kind === "v" &&
    chunks[at - 1].kind !== "rel"
      ? beforeSubject(chunks, subject, at, earlier)
      : undefined;
  if (spans.length > 0) {
    // `There was no need to sign, he told reporters: "We have agreed not to shoot."`
    const afterColon = chunks.some(
      ({ kind }, index) => kind === "colon" && index > at && chunks[index + 1]?.start === spans[0].start,
    );
    const lead = front === undefined ? -1 : chunks.findIndex(({ start }) => start === front[0].start);
    if (afterColon && front !== undefined && clauseFrom(chunks, lead, false) && chunks[lead].kind === "np")
      return { subject, spans: [...front, ...spans], to };
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
    // `Should the ships stay, he said, the port will close`
    const inverted = chunks.find(
      ({ start, kind, head }) =>
        start === front[0].start && kind === "v" && /^(should|had|were)$/.test(head.lower),
    );
    const lead =
      inverted ??
      chunks.findLast(
        ({ start, kind }) => start >= front[0].start && start < chunks[subject.from].start && kind === "sc",
      );
    const there = chunks[at + 2]?.head.lower === "there" && chunks[at + 3]?.kind === "v";
    const main = chunks[at + 1]?.kind === "comma" && (there || clauseFrom(chunks, at + 2, false));
    if (
      lead !== undefined &&
      main &&
      (lead === inverted ||
        /^(if|unless|when|once|until|because|although|though|while)$/.test(lead.head.lower))
    )
      return {
        subject,
        spans: [...front, { start: chunks[at + 2].start, end: contentEnd(chunks, at + 2) }],
        to,
      };
    // `Whoever loots, the radio warned, will be shot`
    if (
      chunks[at + 1]?.kind === "comma" &&
      chunks[at + 2]?.kind === "v" &&
      chunks[at + 2].tokens[0].pos === "AUX"
    )
      return {
        subject,
        spans: [...front, { start: chunks[at + 2].start, end: contentEnd(chunks, at + 2) }],
        to,
      };
    const tail = goesOn(chunks, at);
    return { subject, spans: tail === undefined ? front : [...front, tail], to };
  }
  // `Under the plan, he said, the men will go home`
  if (
    verb.clause &&
    subject.from > 2 &&
    chunks[0].kind === "p" &&
    chunks[subject.from - 1].kind === "comma" &&
    chunks[at + 1]?.kind === "comma" &&
    chunks.slice(0, subject.from - 1).every(({ kind }) => /^(p|np|time|adv)$/.test(kind)) &&
    clauseFrom(chunks, at + 2, false)
  )
    return {
      subject,
      spans: [
        { start: chunks[0].start, end: chunks[subject.from - 2].end },
        { start: chunks[at + 2].start, end: contentEnd(chunks, at + 2) },
      ],
      to,
    };
  const around =
    verb.clause && verb.lemma !== "deny" && subject.from < at && chunks[at - 1].kind !== "rel"
      ? contentAround(chunks, subject.from, at + 1, earlier)
      : undefined;
  if (around !== undefined) return { subject, spans: around };
  // `Mr. Hale, who, aides said, had slept badly, insisted`
  if (verb.clause && chunks[subject.from - 2]?.kind === "rel" && chunks[subject.from - 1].kind === "comma") {
    const [comma, next] = chunks.slice(at + 1, at + 3);
    const close = chunks.find(({ kind }, index) => index > at + 2 && kind === "comma");
    if (comma?.kind === "comma" && next?.kind === "v")
      return { subject, spans: [{ start: next.start, end: close?.start ?? contentEnd(chunks, at + 2) }] };
  }
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

/** `The dam has burst, he said, and is flooding the plain`: a second verb of what was said. */
function goesOn(chunks: readonly Chunk[], at: number): TextSpan | undefined {
  const [comma, and, verb] = chunks.slice(at + 1, at + 4);
  if (comma?.kind !== "comma" || and?.kind !== "cc" || verb?.kind !== "v") return undefined;
  const rest = chunks.slice(at + 4);
  const own = verb.tokens[0].pos === "AUX" || rest.some(({ kind }) => kind === "q");
  if (!own || speechVerb(verb.head.lower) !== undefined) return undefined;
  return { start: verb.start, end: contentEnd(chunks, at + 3) };
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
