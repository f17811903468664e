import type { Chunk } from "./clauses.ts";
import type { TextSpan } from "./reading.ts";
import { speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, type Subject, subjectBefore } from "./subject.ts";

/** Chunks of a sentence, the last one counted. */
export type ChunkRange = { readonly from: number; readonly to: number };

/** Where what was said stands, and to whom it was said. */
export type Content = { readonly spans: readonly TextSpan[]; readonly to: ChunkRange | undefined };

/** What follows a verb of saying: after `that`, a colon, a quotation, or a clause without any of these; and to whom it was said. */
export function contentAfter(chunks: readonly Chunk[], at: number, subject: Subject): Content {
  let next = at + 1;
  let to: ChunkRange | undefined;
  const lemma = speechVerb(chunks[at].head.lower)?.lemma ?? "say";
  const addressed = /^(tell|inform|assure|remind|advise|warn|ask)$/.test(lemma);
  let addressees = addressed ? 1 : 0;
  for (let guard = 0; guard < 14 && next < chunks.length; guard++) {
    const chunk = chunks[next];
    if (chunk.kind === "adv" || chunk.kind === "time") next++;
    // `told us an hour ago that`
    else if (chunk.kind === "np" && chunks[next + 1]?.head.lower === "ago") next += 2;
    else if (chunk.kind === "comma" && asideAfter(chunks, next) !== undefined)
      next = asideAfter(chunks, next)!;
    else if (chunk.kind === "p" && /^(of|about)$/.test(chunk.head.lower) && to !== undefined)
      return { spans: [{ start: chunk.start, end: contentEnd(chunks, next) }], to };
    else if (
      chunk.kind === "p" &&
      /^(on|in|at|to|by|during|from|with|through|after|before|of|earlier|late|over)$/.test(
        chunk.head.lower,
      ) &&
      /^(np|time)$/.test(chunks[next + 1]?.kind ?? "")
    ) {
      const object = chunks[next + 1];
      // `said in the North the freeze …` is circumstance, `said on sanctions …` may be content; a clause must follow to tell.
      if (chunk.head.lower === "to" && chunks[next - 1].kind !== "np")
        to ??= { from: next + 1, to: next + 1 };
      next += 2;
      if (chunks[next]?.kind === "time") next++;
      // `in a statement released in Jerusalem that …`
      const participle = chunks[next];
      if (
        ADJUNCT.test(object.head.lower) &&
        participle?.kind === "v" &&
        participle.tokens.length === 1 &&
        /^(p|sc|time|adv)$/.test(chunks[next + 1]?.kind ?? "")
      )
        next++;
      // `in a statement marking the anniversary that …`
      const that = chunks.findIndex(({ kind }, at) => at > next && /^(sc|v|comma|q)$/.test(kind));
      if (participle?.kind === "ger" && chunks[that]?.head.lower === "that") next = that;
    } else if (
      (chunk.kind === "p" || /^(before|after|while|when)$/.test(chunk.head.lower)) &&
      chunks[next + 1]?.kind === "ger"
    ) {
      // `said on leaving the hall that …`
      const that = chunks.findIndex(({ kind }, at) => at > next + 1 && /^(sc|v|comma|q)$/.test(kind));
      if (chunks[that]?.head.lower !== "that") break;
      next = that;
    } else if (chunk.kind === "np" && addressees > 0 && !clauseFrom(chunks, next, true)) {
      to = { from: next, to: next };
      addressees--;
      next++;
      while (
        chunks[next]?.kind === "p" &&
        chunks[next + 1]?.kind === "np" &&
        !clauseFrom(chunks, next + 1, true)
      )
        next += 2;
    } else if (chunk.kind === "np" && addressed && addressees > 0) {
      // `told Mr. Hale he would go`: the first phrase is addressed when another begins the clause.
      to = { from: next, to: next };
      addressees--;
      next++;
    } else break;
  }
  const chunk = chunks[next];
  if (chunk === undefined) return { spans: [], to };
  const end = contentEnd(chunks, next);
  if (
    chunk.kind === "sc" &&
    chunk.head.lower !== "as" &&
    !/^(when|after|before|while|because|although|though|since|until|unless)$/.test(chunk.head.lower)
  ) {
    // `said that was untrue`
    const conjunction = chunk.head.lower === "that" && chunks[next + 1]?.kind !== "v";
    return { spans: [{ start: conjunction ? chunk.end : chunk.start, end }], to };
  }
  if (chunk.kind === "rel" && chunk.head.lower === "that") return { spans: [{ start: chunk.end, end }], to };
  if (chunk.kind === "colon" && chunks[next + 1] !== undefined)
    return { spans: [{ start: chunks[next + 1].start, end }], to };
  if (chunk.kind === "q") return { spans: [{ start: chunk.start, end }], to };
  if (chunk.kind === "comma" && chunks[next + 1]?.kind === "q") {
    // `"…," he said, "…"` and `He said, "…"`.
    return { spans: [{ start: chunks[next + 1].start, end: chunks[next + 1].end }], to };
  }
  if (chunk.kind === "comma" && chunks[next + 1]?.kind === "sc" && chunks[next + 1].head.lower === "that")
    return { spans: [{ start: chunks[next + 1].end, end }], to };
  // `He is, said …` cannot be; a clause begins with a noun phrase and has a verb of its own.
  if (next > subject.to && /^(np|p|ger)$/.test(chunk.kind) && clauseFrom(chunks, next, false))
    return { spans: [{ start: chunks[next].start, end }], to };
  // `admitted the prize "came at a price"`: the verb of what was said is in the quotation.
  const predicate = chunks[next + 1]?.kind === "q" && /\s.*\s/.test(chunks[next + 1].head.text);
  if (chunk.kind === "np" && chunk.head.pos !== "DET" && predicate)
    return { spans: [{ start: chunk.start, end }], to };
  if (next > subject.to && chunk.kind === "p" && clauseFrom(chunks, at + 1, false))
    return { spans: [{ start: chunks[at + 1].start, end }], to };
  if (next !== at + 1 && chunks[at + 1]?.kind === "p" && clauseAnywhere(chunks, at + 1))
    return { spans: [{ start: chunks[at + 1].start, end }], to };
  return { spans: [], to };
}

function clauseAnywhere(chunks: readonly Chunk[], from: number): boolean {
  // `said in a statement released in Brussels` has no clause in it.
  const verb = chunks.findIndex(
    ({ kind, tokens, head }, index) =>
      index > from &&
      kind === "v" &&
      !(tokens.length === 1 && /(ed|en)$/.test(head.lower) && ADJUNCT.test(chunks[index - 1].head.lower)),
  );
  return verb > 0 && !chunks.slice(from, verb).some(({ kind }) => /^(comma|cc|sc|rel|dash)$/.test(kind));
}

/** Where an aside after a verb ends: `said, however, that`, `said, in a statement, that`, `repeated, as he had in May, that`. */
function asideAfter(chunks: readonly Chunk[], comma: number): number | undefined {
  const close = chunks.findIndex(({ kind }, at) => at > comma && kind === "comma");
  const aside = chunks.slice(comma + 1, close);
  if (close < 0 || aside.length > 12 || aside.some(({ kind }) => kind === "q")) return undefined;
  const next = chunks[close + 1];
  if (next?.kind === "sc" && next.head.lower === "that") return close + 1;
  if (aside.length > 4 || aside.some(({ kind }) => kind === "v")) return undefined;
  return next?.kind === "sc" || next?.kind === "q" || clauseFrom(chunks, close + 1, false)
    ? close + 1
    : undefined;
}

/** Whether a clause begins here: a noun phrase, what is attached to it, and a finite verb. */
export function clauseFrom(chunks: readonly Chunk[], from: number, atOnce: boolean): boolean {
  let at = from;
  if (chunks[at]?.kind === "p") {
    while (chunks[at]?.kind === "p" && /^(np|time)$/.test(chunks[at + 1]?.kind ?? "")) at += 2;
    if (chunks[at]?.kind === "comma") at++;
  }
  if (chunks[at]?.kind !== "np" && chunks[at]?.kind !== "ger") return false;
  at++;
  let asides = 0;
  let phrases = 0;
  for (; at < chunks.length; at++) {
    const { kind } = chunks[at];
    if (kind === "v") return true;
    if (kind === "adv" || kind === "time" || (kind === "q" && !atOnce)) continue;
    // `said closing the base would …`
    if (kind === "np" && !atOnce && phrases++ < 1) continue;
    if (kind === "p" && /^(np|time|q|ger)$/.test(chunks[at + 1]?.kind ?? "")) {
      if (atOnce) return false;
      at++;
      continue;
    }
    if (kind === "cc" && chunks[at + 1]?.kind === "np") {
      at++;
      continue;
    }
    // `says the union, the council and the party have been told`
    if (kind === "comma" && chunks[at + 1]?.kind === "np" && chunks[at + 2]?.kind === "cc") {
      at++;
      continue;
    }
    if ((kind === "comma" || kind === "rel") && !atOnce && asides < 2) {
      // `China's foreign minister, who was in New York, had …`
      const close =
        kind === "comma" ? chunks.findIndex((each, index) => index > at && each.kind === "comma") : -1;
      if (close > 0) {
        asides++;
        at = close;
        continue;
      }
      if (kind === "rel") {
        const own = chunks.findIndex((each, index) => index > at && each.kind === "v");
        if (own > 0) {
          asides++;
          at = own;
          continue;
        }
      }
      return false;
    }
    return false;
  }
  return false;
}

/** Where what is said ends: at another attribution that does not belong to it, else with the sentence. */
export function contentEnd(chunks: readonly Chunk[], from: number): number {
  // `After Egypt said that it was ready, Mr. Hale flew home`: what is said in a clause that leads up to another ends with it.
  const leadsUp =
    /^(after|although|though|while|as|since|because|when|once|before)$/.test(chunks[0].head.lower) &&
    /^(sc|p)$/.test(chunks[0].kind) &&
    !chunks.slice(1, from).some(({ kind }) => kind === "comma");
  const main = leadsUp
    ? chunks.findIndex(
        ({ kind }, at) =>
          at > from && kind === "comma" && chunks[at + 1]?.kind === "np" && clauseFrom(chunks, at + 1, false),
      )
    : -1;
  if (main > 0) return chunks[main].start;
  const rel = chunks.findLastIndex(({ kind }, at) => at < from && /^(comma|rel)$/.test(kind));
  const aside = rel > 1 && chunks[rel].head.lower === "who" && chunks[rel - 1].kind === "comma";
  for (let at = from + 1; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (chunk.head.text === ";") return chunk.start;
    // `Mr. Hale, who insists it was late, has left`
    if (aside && chunk.kind === "comma" && chunks[at + 1]?.kind === "v") return chunk.start;
    if (chunk.kind === "ger" && speechVerb(chunk.head.lower)?.clause && chunks[at - 1]?.kind === "comma")
      return chunks[at - 1].start;
    if (chunk.kind === "p" && chunk.tokens[0].lower === "according" && chunks[at - 1]?.kind === "comma")
      return chunks[at - 1].start;
    if (chunk.kind !== "v" || speechVerb(chunk.head.lower) === undefined) continue;
    let before = at - 1;
    while (chunks[before]?.kind === "adv") before--;
    // `said A and added B`
    if (chunks[before]?.kind === "cc" && before > from)
      return chunks[before - 1]?.kind === "comma" ? chunks[before - 1].start : chunks[before].start;
    const subject = subjectBefore(chunks, at);
    if (subject === undefined || subject.from <= from) continue;
    const lead = chunks[subject.from - 1];
    if (lead?.kind === "comma") {
      const next = chunks[at + 1];
      if (
        next === undefined ||
        /^(other|comma|time)$/.test(next.kind) ||
        // `…, a diplomat confirmed to the Post on Monday`
        chunks.slice(at + 1).every(({ kind }) => /^(p|np|time|other)$/.test(kind) && next.kind === "p") ||
        (next.kind === "np" && chunks[at + 2] === undefined)
      )
        return lead.start;
    }
    if (lead?.kind === "cc" && chunks[subject.from - 2]?.kind === "comma")
      return chunks[subject.from - 2].start;
    if (lead?.kind === "sc" && /^(while|but)$/.test(lead.head.lower)) return lead.start;
  }
  return endOfSentence(chunks);
}

/** Where a sentence ends but for its period. */
function endOfSentence(chunks: readonly Chunk[]): number {
  const last = chunks[chunks.length - 1];
  return last.kind === "other" && /^[.?!…]+$/.test(last.head.text) ? last.start : last.end;
}

/** The next quotation, if no other verb of saying stands between. */
export function quoteAfter(chunks: readonly Chunk[], at: number): TextSpan | undefined {
  const quote = chunks.findIndex(({ kind }, index) => index > at && kind === "q");
  if (quote < 0) return undefined;
  // Another speaker may stand between.
  if (
    chunks
      .slice(at + 1, quote)
      .some(({ kind, head }) => /^(v|ger)$/.test(kind) && speechVerb(head.lower) !== undefined)
  )
    return undefined;
  // `the author of "The Long War"` goes with the phrase.
  if (/^(p|np)$/.test(chunks[quote - 1].kind)) return undefined;
  return { start: chunks[quote].start, end: chunks[quote].end };
}
