import type { Attribution, Found } from "./attribution.ts";
import type { Chunk } from "./clauses.ts";
import { clauseFrom, contentEnd } from "./content-after.ts";
import { contentAround } from "./content-around.ts";
import { contentBefore } from "./content-before.ts";
import { CLAIMED } from "./deed-content.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import { isSaid } from "./speech-verbs.ts";
import { subjectAfter, subjectBefore } from "./subject.ts";

/** `The court, as its registrar put it in a note, "expects both to wait"`, `…, as the envoy put it`. */
export function putIt(chunks: readonly Chunk[], at: number, earlier: readonly number[]): Found | undefined {
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

/** Verbs that tell with `that`, and only with it, of something said; and the word that must stand between. */
const WITH_THAT: readonly (readonly [verb: RegExp, word: RegExp | undefined])[] = [
  // `pointed out that the dam was old`
  [/^point/, /^out$/],
  // `made it clear to the envoy that the dam was old`
  [/^ma[dk]e?/, /^(clear|plain|known)$/],
  // `let it be known that the dam was old`
  [/^lets?$/, /^(known|understood)$/],
  // `The court ruled in 1962 that the dam was theirs`
  [/^(ruled|rules|hoped)$/, undefined],
  // `voiced fears that the dam was old`, `gave an assurance that it was not`
  [
    /^(express|voic|g[ai]v|issu|rais|repeat)(e|ed|es|s|en)?$/,
    /^(assurances?|hopes?|fears?|concerns?|regrets?|doubts?|warnings?|notice|confidence|alarm)$/,
  ],
];

/** `pointed out that …`, `made it clear to the envoy that …`: only with `that`. */
export function speechPhrase(chunks: readonly Chunk[], at: number): Found | undefined {
  const { head, kind, tokens } = chunks[at];
  const [, word] = WITH_THAT.find(([verb]) => verb.test(head.lower)) ?? [];
  const any = WITH_THAT.some(([verb]) => verb.test(head.lower));
  if (!any || kind !== "v" || !isSaid(tokens)) return undefined;
  const before = chunks.slice(at + 1, at + 7);
  const that = before.findIndex((chunk) => chunk.kind === "sc" && chunk.head.lower === "that");
  const between = before.slice(0, Math.max(that, 0));
  const said =
    word === undefined
      ? that >= 0 && between.every(({ kind: each }) => /^(p|np|time|adv)$/.test(each))
      : between.some(({ tokens: each }) => each.some(({ lower }) => word.test(lower)));
  // `has made clear it will wait`
  const clear = before.findIndex(({ head: each }) => each.lower === "clear");
  if (
    that < 0 &&
    clear >= 0 &&
    clear < 2 &&
    word?.test("clear") &&
    clauseFrom(chunks, at + 2 + clear, true)
  ) {
    const whose = subjectBefore(chunks, at);
    const from = at + 2 + clear;
    return (
      whose && {
        subject: whose,
        lemma: "note",
        spans: [{ start: chunks[from].start, end: contentEnd(chunks, from) }],
      }
    );
  }
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

/** `Sudan puts the figure at 9,000`: a number given. */
export function putAt(chunks: readonly Chunk[], at: number): Found | undefined {
  // `put the number of dead at 14`
  const of = chunks[at + 2]?.head.lower === "of" && chunks[at + 3]?.kind === "np" ? 2 : 0;
  const figure = chunks[at + 1];
  const [preposition, number] = chunks.slice(at + 2 + of, at + 4 + of);
  if (!/^puts?$/.test(chunks[at].head.lower) || !isSaid(chunks[at].tokens)) return undefined;
  if (!FIGURE.test(figure?.head.lower ?? "") || preposition?.head.lower !== "at") return undefined;
  if (number?.tokens.some(({ text, pos }) => pos === "NUM" || /\d/.test(text)) !== true) return undefined;
  const subject = subjectBefore(chunks, at);
  return (
    subject && {
      subject,
      lemma: "estimate",
      deed: true,
      spans: [{ start: figure.start, end: contentEnd(chunks, at + 1) }],
    }
  );
}

const FIGURE =
  /^(figure|number|toll|total|count|cost|costs|damage|losses|loss|dead|price|share|turnout|chances?|odds)$/;

/** `brushed aside suggestions that the dam was old`, `played down fears of a flood`: a claim answered by a verb of the hand. */
export function wavedAway(chunks: readonly Chunk[], at: number): Found | undefined {
  const { head, kind, tokens } = chunks[at];
  if (kind !== "v" || !isSaid(tokens)) return undefined;
  const particle = /^(aside|off|away|down|at)$/.test(chunks[at + 1]?.head.lower ?? "");
  if (!particle || !/^(brush|shrugg|wav|play|laugh|scoff)(ed|es|s)?$/.test(head.lower)) return undefined;
  const claim = chunks[at + 2];
  const about = /^(that|of|about|by)$/.test(chunks[at + 3]?.head.lower ?? "");
  if (claim?.kind !== "np" || !CLAIMED.test(claim.head.lower) || !about) return undefined;
  const subject = subjectBefore(chunks, at);
  return (
    subject && {
      subject,
      lemma: "dismiss",
      deed: true,
      spans: [{ start: claim.start, end: contentEnd(chunks, at + 2) }],
    }
  );
}

/** `"It is over," the envoy sighed, "for good"`: after a quotation that ends in a comma whatever verb follows is how it was said. */
export function withoutSpeechVerb(chunks: readonly Chunk[]): Attribution | undefined {
  const [quote, ...rest] = chunks;
  if (quote?.kind !== "q" || !/[,?!]["”’'»]$/.test(quote.head.text)) return undefined;
  // `"We are not there yet," was all he would say`
  const [be, all, who, say] = rest;
  if (
    /^(was|is)$/.test(be?.head.lower ?? "") &&
    all?.head.lower === "all" &&
    who?.kind === "np" &&
    /^(say|said|add|offer|tell)$/.test(say?.head.lower ?? "")
  )
    return {
      verb: 4,
      lemma: "say",
      subject: { from: 3, to: 3, appositions: [] },
      through: undefined,
      to: undefined,
      spans: [{ start: quote.start, end: quote.end }],
      deed: false,
    };
  // `"A vote, yes," was how the envoy put it`
  if (/^(was|is)$/.test(be?.head.lower ?? "") && all?.head.lower === "how" && who?.kind === "np") {
    const put = chunks.findIndex(({ kind }, at) => at > 3 && kind === "v");
    const subject =
      put < 0 || !HOW_SAID.test(chunks[put].head.lower) ? undefined : subjectBefore(chunks, put);
    return (
      subject && {
        verb: put,
        lemma: "say",
        subject,
        through: undefined,
        to: undefined,
        spans: [{ start: quote.start, end: quote.end }],
        deed: false,
      }
    );
  }
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

const HOW_SAID = /^(puts?|described|describes|summed|characterized|characterised)$/;

function isPerson({ head, tokens }: Chunk): boolean {
  return head.pos === "PROPN" || OFFICE_NOUNS.has(head.lower) || tokens[0].lower === "one";
}
