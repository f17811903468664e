import type { Chunk } from "./clauses.ts";
import { contentEnd } from "./content-after.ts";
import type { TextSpan } from "./reading.ts";
import type { SpeechVerb } from "./speech-verbs.ts";
import type { Subject } from "./subject.ts";

/** What follows a verb that is a statement by itself: `urged all sides to …`, `denied any part in …`, `called it "piracy"`. */
export function deedContent(
  chunks: readonly Chunk[],
  at: number,
  verb: SpeechVerb,
  subject: Subject,
): TextSpan | undefined {
  const after = Math.max(at, subject.from > at ? subject.to : at) + 1;
  const next = chunks[after];
  // `spoke of "a friendship"`, not `speaks for Beijing`
  if (next === undefined || (verb.lemma === "speak" && next.head.lower !== "of")) return undefined;
  // `the vote, which she called "a farce", was held`
  const within = /^(rel|sc)$/.test(chunks[subject.from - 1]?.kind ?? "");
  const comma = within ? chunks.find(({ kind }, index) => index > at && kind === "comma") : undefined;
  // `the king, whom an envoy calls "the absent one," said`
  const closed = within
    ? chunks.find(({ kind, head }, index) => index > at && kind === "q" && /,["”’'»]$/.test(head.text))
    : undefined;
  const end = Math.min(comma?.start ?? contentEnd(chunks, at), closed?.end ?? Number.POSITIVE_INFINITY);
  const rest = { start: next.start, end };
  const quote = chunks.findIndex(({ kind, start }, index) => index > at && kind === "q" && start < end);
  if (verb.label && quote > 0) return rest;
  // `calls himself president`: what he is known as.
  if (verb.label && /^(him|her|it|them)sel(f|ves)$/.test(next.tokens[0].lower)) return undefined;
  // `called the arrest piracy`, `dismissed the report as nonsense`
  const as = chunks.findIndex(
    ({ kind, head, start }, index) =>
      index > at &&
      (kind === "sc" || kind === "p") &&
      head.lower === "as" &&
      start < end &&
      // `as early as next week`
      !HOW.test(chunks[index + 1]?.tokens[0].lower ?? "") &&
      !HOW.test(chunks[index - 1]?.head.lower ?? ""),
  );
  if (
    verb.label &&
    verb.lemma !== "offer" &&
    (as > 0 || (verb.lemma === "call" && next.kind === "np" && chunks[after + 1]?.kind === "np"))
  )
    return rest;
  // `dismissed claims that it had fallen`
  if (
    /^(dismiss|reject)$/.test(verb.lemma) &&
    next.kind === "np" &&
    CLAIMED.test(next.head.lower) &&
    /^(that|of|about)$/.test(chunks[after + 1]?.head.lower ?? "")
  )
    return rest;
  if (!verb.deed) return undefined;
  switch (verb.lemma) {
    case "plead":
      return /^(with|for)$/.test(next.head.lower) || /^(inf|q)$/.test(next.kind) ? rest : undefined;
    case "call":
    case "appeal":
      return next.kind === "p" && /^(on|upon|for|to)$/.test(next.head.lower) ? rest : undefined;
    case "rule":
      return next.head.lower === "out" ? { start: chunks[after + 1]?.start ?? end, end } : undefined;
    case "claim":
      return /^(responsibility|victory|credit)$/.test(next.head.lower) ? rest : undefined;
    case "report":
      // `Witnesses reported artillery fire`; a reporter reports the news.
      return next.kind === "np" && /(s|people|police|media)$/.test(chunks[subject.from].head.lower)
        ? rest
        : undefined;
    case "tell":
      // `told both sides to settle`
      return next.kind === "np" && chunks.slice(after, after + 5).some(({ kind }) => kind === "inf")
        ? rest
        : undefined;
    case "ask":
    case "request":
      // `asked not to be named` is no demand.
      return next.kind === "p" ||
        (next.kind === "np" &&
          chunks.slice(after, after + 6).some(({ kind }) => kind === "inf" || kind === "sc"))
        ? rest
        : undefined;
    default:
      // `had promised in July`
      if (onlyWhen(chunks, after)) return undefined;
      return /^(np|inf|ger|sc|p|q)$/.test(next.kind) ? rest : undefined;
  }
}

/** Whether nothing follows but a time or a place: `had promised in July`, not `had promised in July to pay`. */
function onlyWhen(chunks: readonly Chunk[], from: number): boolean {
  if (chunks[from].kind !== "p" || !/^(in|on|at|since|during|by)$/.test(chunks[from].head.lower))
    return false;
  const rest = chunks.findIndex(({ kind }, at) => at > from && !/^(p|np|time)$/.test(kind));
  return rest < 0 || /^(v|other|comma)$/.test(chunks[rest].kind);
}

/** What others have said, as a noun. */
export const CLAIMED =
  /^(claims?|reports?|suggestions?|allegations?|accusations?|assertions?|charges?|rumou?rs?|speculation|talk|criticism|complaints?|fears?|idea|notion|view)$/;

const HOW = /^(early|soon|late|many|much|long|far|well|few)$/;

/** `was called "piracy" by the minister`, `described by diplomats as a step back`: the quotation after the verb, or what follows `as`. */
export function labelContent(chunks: readonly Chunk[], at: number): TextSpan | undefined {
  const as = chunks.findIndex(({ head }, index) => index > at && index < at + 6 && head.lower === "as");
  const comma = chunks.findIndex(({ kind }, index) => index > as && kind === "comma");
  const aside = chunks[at - 1]?.kind === "comma" && comma > 0;
  if (as > 0) return { start: chunks[as].start, end: aside ? chunks[comma].start : contentEnd(chunks, as) };
  const quote = chunks.findIndex(({ kind }, index) => index > at && kind === "q");
  return quote < 0 ? undefined : { start: chunks[quote].start, end: contentEnd(chunks, quote - 1) };
}
