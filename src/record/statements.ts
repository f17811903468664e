import { soundsLike } from "./certainty.ts";
import type { Chunk, Paragraph, Sentence } from "./clauses.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import type { People } from "./people.ts";
import type { ReportedStatement, Speaker, TextSpan } from "./reading.ts";
import { type Context, type Resolved, remember, resolve } from "./speakers.ts";
import { BEFORE_SUBJECT, type SpeechVerb, speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, type Subject, subjectAfter, subjectBefore } from "./subject.ts";

/** A statement still tied to its sentence. */
type Found = {
  readonly speaker: Speaker | undefined;
  readonly via: Speaker[];
  readonly to: string | undefined;
  readonly spans: TextSpan[];
  readonly verb: string;
  readonly lemma: string;
  /** Where the verb and its subject stand. */
  readonly attribution: TextSpan;
  readonly paragraph: number;
  readonly pronoun: boolean;
  readonly deed: boolean;
};

/**
 * Who said what. A statement is given to somebody only where a verb of saying has a subject that can be told; quotations that
 * nothing attributes are left open. Linear in the text but for the few verbs of one sentence, which are compared with each other.
 */
export function statementsIn(
  paragraphs: readonly Paragraph[],
  people: People,
  text: string,
): ReportedStatement[] {
  const context: Context = { human: undefined, thing: undefined, plural: undefined, described: new Map() };
  const found: Found[] = [];
  /** The speaker of a quotation that the paragraph before left open, to be gone on with. */
  let goingOn: Found | undefined;
  for (const paragraph of paragraphs) {
    let last: Found | undefined;
    for (const [index, sentence] of paragraph.sentences.entries()) {
      const here = inSentence(sentence, paragraph, people, context);
      const attributed = here.find(({ spans }) =>
        spans.some((span) =>
          sentence.chunks.some(({ kind, start }) => kind === "q" && start >= span.start && start < span.end),
        ),
      );
      for (const each of here) found.push(each);
      if (here.length === 0) {
        const quotes = sentence.chunks.filter(({ kind }) => kind === "q");
        const alone = sentence.chunks.every(
          ({ kind }) => kind === "q" || kind === "comma" || kind === "other",
        );
        if (alone && quotes.length > 0) {
          const speaking: Found | undefined = index === 0 ? goingOn : last;
          const spans = quotes.map(({ start, end }) => ({ start, end }));
          if (speaking !== undefined && index > 0) speaking.spans.push(...spans);
          else found.push(openStatement(spans, speaking, paragraph.index));
          if (speaking !== undefined && index === 0) last = found[found.length - 1];
        } else {
          const after = afterColon(sentence, paragraph, people, context);
          if (after !== undefined) {
            found.push(after);
            last = after;
          } else {
            for (const { start, end, quote } of quotes) {
              const words = text.slice(start, end).split(/\s+/).length;
              if (quote !== undefined && words > 5 && /^\p{Lu}/u.test(text.slice(start + 1, start + 2)))
                found.push(openStatement([{ start, end }], undefined, paragraph.index));
            }
            // Whoever spoke before need not be the one who speaks after a sentence of the report's own.
            last = undefined;
          }
        }
      } else last = attributed ?? here[here.length - 1];
      rememberSubject(sentence, here, paragraph, people, context);
    }
    const open = paragraph.quotes.at(-1)?.open === true;
    goingOn = open ? last : undefined;
  }
  return found.map((each) => finished(each, text)).filter(({ says }) => says !== "");
}

function openStatement(spans: TextSpan[], like: Found | undefined, paragraph: number): Found {
  return {
    speaker: like?.speaker,
    via: [],
    to: undefined,
    spans,
    verb: "",
    lemma: "say",
    attribution: { start: spans[0].start, end: spans[0].start },
    paragraph,
    pronoun: true,
    deed: false,
  };
}

function finished(
  { speaker, via, to, spans, verb, lemma, pronoun, deed }: Found,
  text: string,
): ReportedStatement {
  const says = spans
    .map(({ start, end }) => text.slice(start, end).trim())
    .join(" ")
    .replace(/[\s,;:—–-]+$/, "");
  return {
    speaker,
    via,
    to,
    says,
    spans,
    verb,
    quoted: /^["“«‘'„].*["”»’'“][.,]?$/s.test(says),
    sounds: soundsLike(lemma, says, via.length > 0),
    sure: speaker === undefined ? "guess" : pronoun || deed ? "likely" : "sure",
  };
}

/** `He was blunter: "…"`: words of one's own before a colon. */
function afterColon(
  sentence: Sentence,
  paragraph: Paragraph,
  people: People,
  context: Context,
): Found | undefined {
  const { chunks } = sentence;
  const colon = chunks.findIndex(({ kind }, at) => kind === "colon" && chunks[at + 1]?.kind === "q");
  if (colon < 1) return undefined;
  const verb = chunks.findIndex(({ kind }, at) => kind === "v" && at < colon);
  const subject = verb < 0 ? undefined : subjectBefore(chunks, verb);
  if (subject === undefined) return undefined;
  const resolved = resolve(subject, chunks, paragraph, people, context);
  if (resolved.speaker === undefined || resolved.kind === "thing") return undefined;
  const quotes = chunks.slice(colon).filter(({ kind }) => kind === "q");
  return {
    ...openStatement(
      quotes.map(({ start, end }) => ({ start, end })),
      undefined,
      paragraph.index,
    ),
    speaker: resolved.speaker,
    verb: chunks[verb].head.text,
    attribution: { start: chunks[subject.from].start, end: chunks[verb].end },
  };
}

/** The sentence's own subject, for `he` and `it` in the next: who spoke last in it, else the subject of its first verb. */
function rememberSubject(
  sentence: Sentence,
  here: readonly Found[],
  paragraph: Paragraph,
  people: People,
  context: Context,
): void {
  const { chunks } = sentence;
  const speakers = here.filter(({ speaker, via }) => speaker !== undefined && via.length === 0);
  const first = chunks.findIndex(({ kind }) => kind === "v");
  const subject = first < 0 ? undefined : subjectBefore(chunks, first);
  const resolved = subject === undefined ? undefined : resolve(subject, chunks, paragraph, people, context);
  if (
    resolved?.kind === "human" ||
    resolved?.kind === "thing" ||
    resolved?.kind === "plural" ||
    resolved?.kind === "name"
  )
    remember(resolved, paragraph.index, context);
  if (
    speakers.length === 0 &&
    resolved?.kind === "human" &&
    context.human !== undefined &&
    subject !== undefined
  )
    context.human = { ...context.human, beside: othersIn(chunks, subject, resolved.speaker?.person, people) };
  const speaker = speakers.at(-1)?.speaker;
  if (speaker?.person !== undefined) {
    const known = people.known.find(({ id }) => id === speaker.person);
    remember({ speaker, kind: "human", gender: known?.gender }, paragraph.index, context);
  }
}

/** Whether a sentence speaks of somebody else than its subject, so that `he` in the next may be either. */
function othersIn(
  chunks: readonly Chunk[],
  subject: Subject,
  person: string | undefined,
  people: People,
): boolean {
  return chunks.some(({ kind, start, end, head }, at) => {
    if (kind !== "np" || at === subject.from || subject.appositions.includes(at)) return false;
    const named = people.mentions.some(
      (each) => each.start >= start && each.end <= end && each.person?.id !== person,
    );
    return named || (at > subject.to && OFFICE_NOUNS.has(head.lower) && !/s$/.test(head.lower));
  });
}

/** Modal verbs before a verb of saying make it no report: `he would say`, `will announce`. */
const MODAL = /^(would|will|could|can|may|might|should|must|shall|'ll|’ll|'d|won't|ca|wo)$/;

function inSentence(sentence: Sentence, paragraph: Paragraph, people: People, context: Context): Found[] {
  const { chunks } = sentence;
  const found: Found[] = [];
  const kinds: Resolved[] = [];
  const add = (
    resolved: Resolved,
    subject: Subject | undefined,
    verb: number,
    spans: TextSpan[],
    more: Partial<Found> = {},
  ) => {
    const used = spans.filter(({ start, end }) => end > start);
    if (used.length === 0 || (more.deed === true && resolved.speaker === undefined)) return;
    const { head } = chunks[verb];
    const from =
      subject === undefined ? chunks[verb].start : Math.min(chunks[subject.from].start, chunks[verb].start);
    found.push({
      speaker: resolved.speaker,
      via: [],
      to: undefined,
      spans: used,
      verb: head.text,
      lemma: speechVerb(head.lower)?.lemma ?? "say",
      attribution: { start: from, end: chunks[verb].end },
      paragraph: paragraph.index,
      pronoun: subject !== undefined && /^(he|she|it|they)$/.test(chunks[subject.from].head.lower),
      deed: false,
      ...more,
    });
    if (resolved.kind !== "open") {
      kinds.push(resolved);
      remember(resolved, paragraph.index, context);
    }
  };
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at];
    if (chunk.kind === "p" && chunk.head.lower === "to" && chunk.tokens[0].lower === "according")
      accordingTo(at);
    if (chunk.kind !== "v" && chunk.kind !== "ger") continue;
    const { lower } = chunk.head;
    if (lower === "quoted" || lower === "cited") {
      quotedAs(at);
      continue;
    }
    const verb = speechVerb(lower);
    // `It was learned from diplomatic sources that …`: with no subject of its own, what was learned was said.
    if (lower === "learned" && chunk.passive && chunks[at - 1]?.head.lower === "it")
      passive(at, { lemma: "say", clause: true, deed: false, label: false });
    if (verb === undefined) continue;
    // `written guarantees` is no verb.
    if (chunk.tokens.some((token) => token.lower === "neither") || chunks[at - 1]?.head.lower === "nor")
      continue;
    if (/^(written|sworn)$/.test(lower) && chunk.tokens.length === 1) continue;
    if (chunk.tokens.some((token) => MODAL.test(token.lower) || /^(not|n't|n’t|never)$/.test(token.lower)))
      continue;
    if (chunk.passive) passive(at, verb);
    else if (chunk.kind === "ger") gerund(at, verb);
    else active(at, verb);
  }
  linkChains(found);
  return found;

  function resolved(subject: Subject): Resolved {
    return resolve(subject, chunks, paragraph, people, context);
  }

  /** What stands before an attribution that follows it: `"…," said X`; `…, X said`. */
  function fronted(before: number): TextSpan[] | undefined {
    let last = before - 1;
    while (
      last >= 0 &&
      (chunks[last].kind === "comma" ||
        chunks[last].kind === "dash" ||
        chunks[last].kind === "time" ||
        chunks[last].kind === "adv")
    )
      last--;
    if (last < 0) return undefined;
    if (chunks[last].kind === "q") {
      // Where a clause leads up to the quotation it belongs to what was said: `Crimea "was, is and will be" part …, he says`.
      const start = wholeClauseBefore(last) ? boundaryBefore(last) : last;
      return [{ start: chunks[start].start, end: chunks[last].end }];
    }
    if (chunks[before - 1]?.kind !== "comma" && chunks[before - 1]?.kind !== "dash") return undefined;
    const start = boundaryBefore(last);
    if (!chunks.slice(start, last + 1).some(({ kind }) => kind === "v" || kind === "q")) return undefined;
    // A clause that only says when or why is not what was said: `When asked, he said …`.
    if (
      /^(when|after|as|while|before|although|though|since|because|asked|if)$/.test(
        chunks[start].tokens[0].lower,
      ) &&
      !/^(if)$/.test(chunks[start].tokens[0].lower)
    )
      return undefined;
    return [{ start: chunks[start].start, end: chunks[last].end }];
  }

  function wholeClauseBefore(quote: number): boolean {
    const before = chunks[quote - 1];
    return before !== undefined && !/^(comma|colon|dash|cc)$/.test(before.kind);
  }

  function boundaryBefore(at: number): number {
    const previous = found.filter(({ attribution }) => attribution.end <= chunks[at].start).at(-1);
    const semicolon = chunks.findLastIndex(({ head }, index) => index < at && head.text === ";");
    if (previous === undefined || (semicolon >= 0 && chunks[semicolon].start >= previous.attribution.end))
      return semicolon + 1;
    const from = chunks.findIndex(({ start }) => start >= previous.attribution.end);
    return from < 0 ? 0 : Math.min(from, at);
  }

  function accordingTo(at: number): void {
    const subject = subjectAfter(chunks, at);
    if (subject === undefined) return;
    const who = resolved(subject);
    const front = at > 0 ? fronted(at) : undefined;
    if (front !== undefined) return add(who, subject, at, front);
    let from = subject.to + 1;
    while (from < chunks.length && chunks[from].kind !== "comma") from++;
    // `according to a person who was in the room, …` ends at the comma.
    const start = chunks[from + 1];
    if (start !== undefined) add(who, subject, at, [{ start: start.start, end: endOfSentence() }]);
  }

  function endOfSentence(): number {
    const last = chunks[chunks.length - 1];
    return last.kind === "other" && /^[.?!…]+$/.test(last.head.text) ? last.start : last.end;
  }

  /** `was quoted by Kyodo as saying that …`, `quoted an official as saying …`. */
  function quotedAs(at: number): void {
    const saying = chunks.findIndex(
      ({ kind, head }, index) => index > at && kind === "ger" && speechVerb(head.lower) !== undefined,
    );
    if (saying < 0 || saying - at > 8) {
      return;
    }
    const by = chunks.findIndex(({ kind, head }, index) => index > at && kind === "p" && head.lower === "by");
    if (chunks[at].passive) {
      const subject = subjectBefore(chunks, at);
      if (subject === undefined) return;
      const agent = by > 0 ? subjectAfter(chunks, by) : undefined;
      const via = agent === undefined ? undefined : resolved(agent).speaker;
      const content =
        by > saying ? { spans: fronted(subject.from) ?? [], to: undefined } : contentAfter(saying, subject);
      const spans = content.spans.length > 0 ? content.spans : (fronted(subject.from) ?? []);
      return add(resolved(subject), subject, at, spans, { lemma: "say", ...(via && { via: [via] }) });
    }
    const subject = subjectAfter(chunks, at);
    const quoting = subjectBefore(chunks, at);
    if (subject === undefined) return;
    const via = quoting === undefined ? undefined : resolved(quoting).speaker;
    const after = contentAfter(saying, subject).spans;
    const spans = after.length > 0 || quoting === undefined ? after : (fronted(quoting.from) ?? []);
    add(resolved(subject), subject, at, spans, {
      lemma: "say",
      ...(via && { via: [via] }),
    });
  }

  function passive(at: number, verb: SpeechVerb): void {
    const subject = subjectBefore(chunks, at);
    const agentAt = chunks.findIndex(
      ({ kind, head }, index) =>
        index > at && index < at + 5 && kind === "p" && /^(by|from)$/.test(head.lower),
    );
    const agent = agentAt < 0 ? undefined : subjectAfter(chunks, agentAt);
    const who: Resolved =
      agent === undefined ? { speaker: undefined, kind: "open", gender: undefined } : resolved(agent);
    const impersonal =
      subject !== undefined &&
      chunks[subject.from].head.lower === "it" &&
      chunks[subject.from].tokens.length === 1;
    const from = agent === undefined ? at : agent.to;
    const that = chunks.findIndex(
      ({ kind, head }, index) => index > from && index < from + 4 && kind === "sc" && head.lower === "that",
    );
    if (verb.lemma === "tell" || verb.lemma === "inform") {
      if (that > 0 && agent !== undefined) {
        const to = subject === undefined ? undefined : textOf(subject);
        add(who, agent, at, [{ start: chunks[that].end, end: contentEnd(that) }], { to });
      }
      return;
    }
    if (impersonal || subject === undefined) {
      const front = subject === undefined ? undefined : fronted(subject.from);
      if (that > 0) add(who, agent, at, [{ start: chunks[that].end, end: contentEnd(that) }]);
      else if (front !== undefined) add(who, agent, at, front);
      else if (agent !== undefined && verb.label) labelled(at, who, agent);
      return;
    }
    if (verb.label && agent !== undefined) labelled(at, who, agent);
  }

  function labelled(at: number, who: Resolved, subject: Subject): void {
    const quote = chunks.findIndex(({ kind }, index) => index > at && kind === "q");
    if (quote > 0)
      add(who, subject, at, [{ start: chunks[quote].start, end: contentEnd(quote - 1) }], { deed: true });
  }

  /** `rejected the list, saying that …`: said by the subject of the verb before. */
  function gerund(at: number, verb: SpeechVerb): void {
    // `with its spokesman telling a briefing that …`
    if (chunks[at - 1]?.kind === "np" && chunks[at - 2]?.head.lower === "with")
      return said(at, verb, { from: at - 1, to: at - 1, appositions: [] });
    if (/^(as|without|of|for)$/.test(chunks[at - 1]?.head.lower ?? "") || chunks[at - 1]?.kind === "np") {
      // `officials saying …` is too rare to be told from `a letter saying …`.
      return;
    }
    for (let before = at - 1; before >= 0; before--) {
      if (chunks[before].kind !== "v") continue;
      const subject = subjectBefore(chunks, before) ?? subjectAfter(chunks, before);
      if (subject === undefined) continue;
      const lead = chunks[subject.from - 1]?.kind;
      if (lead === "sc" || lead === "rel" || (lead === "v" && before > 1)) continue;
      return said(at, verb, subject);
    }
  }

  function active(at: number, verb: SpeechVerb): void {
    const previous = chunks[at - 1]?.kind === "adv" ? chunks[at - 2] : chunks[at - 1];
    if (
      previous === undefined ||
      previous.kind === "q" ||
      previous.kind === "comma" ||
      previous.kind === "dash"
    ) {
      const after = BEFORE_SUBJECT.has(verb.lemma) ? subjectAfter(chunks, at) : undefined;
      const front = previous === undefined ? undefined : fronted(at);
      const quotedFront =
        front !== undefined && chunks.some(({ kind, start }) => kind === "q" && start < chunks[at].start);
      // `The government, said Mr. Blunt, was asleep.`
      const rest = after === undefined ? -1 : (after.appositions.at(-1) ?? after.to) + 1;
      if (
        after !== undefined &&
        front === undefined &&
        chunks[rest]?.kind === "comma" &&
        chunks[rest + 1]?.kind === "v" &&
        chunks[at - 2]?.kind === "np"
      ) {
        const opening = chunks[boundaryBefore(at - 2)];
        return add(resolved(after), after, at, [
          { start: opening.start, end: chunks[at - 2].end },
          { start: chunks[rest + 1].start, end: endOfSentence() },
        ]);
      }
      if (after !== undefined && front !== undefined && (quotedFront || endsAfter(after))) {
        const more = quoteAfter(after.to);
        const spans = more === undefined ? front : [...front, more];
        return add(resolved(after), after, at, spans, { to: addressee(at) });
      }
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
      if (saidLater || (verb.lemma === "tell" && chunks[at + 1]?.kind !== "np")) return;
    }
    const subject = subjectBefore(chunks, at);
    if (subject === undefined) {
      if (at === 0 || previous?.kind === "cc") return;
      const front = fronted(at);
      const quoted = front !== undefined && previous?.kind === "q";
      if (quoted) add({ speaker: undefined, kind: "open", gender: undefined }, undefined, at, front);
      return;
    }
    said(at, verb, subject);
  }

  function endsAfter(subject: Subject): boolean {
    const to = subject.appositions.at(-1) ?? subject.to;
    const after = chunks[to + 1];
    return after === undefined || /^(comma|other|cc|time|p|dash|colon|q)$/.test(after.kind);
  }

  function said(at: number, verb: SpeechVerb, subject: Subject): void {
    const who = resolved(subject);
    const passedOver = chunks[at].kind === "v" && subject.from > at ? subject.to : at;
    const { spans, to } = verb.clause ? contentAfter(passedOver, subject) : { spans: [], to: undefined };
    const front =
      verb.clause && subject.from < at && chunks[at].kind === "v" ? frontOf(subject, at) : undefined;
    if (spans.length > 0) {
      const quotedFront = front?.some(({ start, end }) =>
        chunks.some((chunk) => chunk.kind === "q" && chunk.start >= start && chunk.end <= end),
      );
      if (quotedFront !== true || front === undefined) return add(who, subject, at, spans, { to });
      // `"…," he wrote in a letter seen by …` ends with the verb; `"…," he said, "…"` goes on.
      const goesOn = chunks.some(({ kind, start }) => kind === "q" && start === spans[0].start);
      return add(who, subject, at, goesOn ? [...front, ...spans] : front, { to });
    }
    if (front !== undefined && attributionEnds(at, to)) return add(who, subject, at, front, { to });
    if (verb.deed || verb.label) deed(at, verb, who, subject);
    else if (
      verb.lemma === "say" &&
      chunks[at + 1]?.kind === "np" &&
      !/^(nothing|little|much|so|yes|no|prayers?|goodbye|farewell)$/.test(chunks[at + 1].head.lower)
    )
      add(who, subject, at, [{ start: chunks[at + 1].start, end: contentEnd(at) }], { deed: true });
  }

  function frontOf(subject: Subject, at: number): TextSpan[] | undefined {
    if (subject.from > at) return undefined;
    const opening = Math.min(subject.from, ...subject.appositions.filter((each) => each < subject.from));
    // A verb coordinated with another has its subject far off; what lies before that is no content.
    if (
      chunks
        .slice(subject.to + 1, at)
        .some(
          ({ kind }, index, all) => kind === "v" && !all.slice(0, index).some((each) => each.kind === "rel"),
        )
    )
      return undefined;
    return fronted(opening);
  }

  /** Whether an attribution that follows what was said is over: nothing comes but a time, a place, a circumstance or another clause. */
  function attributionEnds(at: number, to: string | undefined): boolean {
    const next = chunks[at + 1];
    if (next === undefined || to !== undefined) return true;
    return (
      /^(comma|other|cc|time|p|dash|adv|sc|q|ger|inf|colon)$/.test(next.kind) ||
      (next.kind === "np" && speechVerb(chunks[at].head.lower)?.lemma === "tell")
    );
  }

  function quoteAfter(at: number): TextSpan | undefined {
    const quote = chunks.findIndex(({ kind }, index) => index > at && kind === "q");
    if (quote < 0) return undefined;
    // Another speaker may stand between.
    if (
      chunks
        .slice(at + 1, quote)
        .some(({ kind, head }) => kind === "v" && speechVerb(head.lower) !== undefined)
    )
      return undefined;
    return { start: chunks[quote].start, end: chunks[quote].end };
  }

  /** What follows a verb of saying: after `that`, a colon, a quotation, or a clause without any of these; and to whom it was said. */
  function contentAfter(at: number, subject: Subject): { spans: TextSpan[]; to: string | undefined } {
    let next = at + 1;
    let to: string | undefined;
    const lemma = speechVerb(chunks[at].head.lower)?.lemma ?? "say";
    const addressed = /^(tell|inform|assure|remind|advise|warn|ask)$/.test(lemma);
    let addressees = addressed ? 1 : 0;
    for (let guard = 0; guard < 14 && next < chunks.length; guard++) {
      const chunk = chunks[next];
      if (chunk.kind === "adv" || chunk.kind === "time") next++;
      else if (chunk.kind === "comma" && asideAfter(next) !== undefined) next = asideAfter(next)!;
      else if (chunk.kind === "p" && /^(of|about)$/.test(chunk.head.lower) && to !== undefined)
        return { spans: [{ start: chunk.start, end: contentEnd(next) }], to };
      else if (
        chunk.kind === "p" &&
        /^(on|in|at|to|by|during|from|with|through|after|before|of|earlier|late|over)$/.test(
          chunk.head.lower,
        ) &&
        /^(np|time)$/.test(chunks[next + 1]?.kind ?? "")
      ) {
        const object = chunks[next + 1];
        // `said in the North the freeze …` is circumstance, `said on sanctions …` may be content; a clause must follow to tell.
        if (chunk.head.lower === "to") to ??= object.tokens.map(({ text }) => text).join(" ");
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
      } else if (chunk.kind === "np" && addressees > 0 && !clauseFrom(next, true)) {
        to = chunk.tokens.map(({ text }) => text).join(" ");
        addressees--;
        next++;
        while (chunks[next]?.kind === "p" && chunks[next + 1]?.kind === "np" && !clauseFrom(next + 1, true))
          next += 2;
      } else if (chunk.kind === "np" && addressed && addressees > 0) {
        // `told Mr. Hale he would go`: the first phrase is addressed when another begins the clause.
        to = chunk.tokens.map(({ text }) => text).join(" ");
        addressees--;
        next++;
      } else break;
    }
    const chunk = chunks[next];
    if (chunk === undefined) return { spans: [], to };
    const end = contentEnd(next);
    if (
      chunk.kind === "sc" &&
      chunk.head.lower !== "as" &&
      !/^(when|after|before|while|because|although|though|since|until|unless)$/.test(chunk.head.lower)
    )
      return { spans: [{ start: chunk.head.lower === "that" ? chunk.end : chunk.start, end }], to };
    if (chunk.kind === "rel" && chunk.head.lower === "that")
      return { spans: [{ start: chunk.end, end }], to };
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
    if (next > subject.to && /^(np|p|ger)$/.test(chunk.kind) && clauseFrom(next, false))
      return { spans: [{ start: chunks[next].start, end }], to };
    if (next > subject.to && chunk.kind === "p" && clauseFrom(at + 1, false))
      return { spans: [{ start: chunks[at + 1].start, end }], to };
    if (next !== at + 1 && chunks[at + 1]?.kind === "p" && clauseAnywhere(at + 1))
      return { spans: [{ start: chunks[at + 1].start, end }], to };
    return { spans: [], to };
  }

  function clauseAnywhere(from: number): boolean {
    const verb = chunks.findIndex(({ kind }, index) => index > from && kind === "v");
    return verb > 0 && !chunks.slice(from, verb).some(({ kind }) => /^(comma|cc|sc|rel|dash)$/.test(kind));
  }

  /** Where an aside after a verb ends: `said, however, that`, `said, in a statement, that`. */
  function asideAfter(comma: number): number | undefined {
    for (let at = comma + 1; at < Math.min(chunks.length, comma + 6); at++) {
      if (chunks[at].kind === "q" || chunks[at].kind === "v") return undefined;
      if (chunks[at].kind === "comma")
        return chunks[at + 1]?.kind === "sc" || chunks[at + 1]?.kind === "q" || clauseFrom(at + 1, false)
          ? at + 1
          : undefined;
    }
    return undefined;
  }

  /** Whether a clause begins here: a noun phrase, what is attached to it, and a finite verb. */
  function clauseFrom(from: number, atOnce: boolean): boolean {
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
  function contentEnd(from: number): number {
    for (let at = from + 1; at < chunks.length; at++) {
      const chunk = chunks[at];
      if (chunk.head.text === ";") return chunk.start;
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
          (next.kind === "np" && chunks[at + 2] === undefined)
        )
          return lead.start;
      }
      if (lead?.kind === "cc" && chunks[subject.from - 2]?.kind === "comma")
        return chunks[subject.from - 2].start;
      if (lead?.kind === "sc" && /^(while|but)$/.test(lead.head.lower)) return lead.start;
    }
    return endOfSentence();
  }

  function addressee(at: number): string | undefined {
    const next = chunks[at + 1];
    return next?.kind === "p" && next.head.lower === "to" && chunks[at + 2]?.kind === "np"
      ? chunks[at + 2].tokens.map(({ text }) => text).join(" ")
      : undefined;
  }

  function textOf({ from, to }: Subject): string {
    return paragraph.text.slice(chunks[from].start - paragraph.start, chunks[to].end - paragraph.start);
  }

  /** Verbs that are statements by themselves: `urged all sides to …`, `denied any part in …`, `called it "piracy"`. */
  function deed(at: number, verb: SpeechVerb, who: Resolved, subject: Subject): void {
    const after = Math.max(at, subject.from > at ? subject.to : at) + 1;
    const next = chunks[after];
    if (next === undefined) return;
    const end = contentEnd(at);
    const rest = { start: next.start, end };
    const quote = chunks.findIndex(({ kind, start }, index) => index > at && kind === "q" && start < end);
    if (verb.label && quote > 0)
      return add(who, subject, at, [{ start: chunks[after].start, end }], { deed: true });
    // `called the arrest piracy`, `dismissed the report as nonsense`
    const as = chunks.findIndex(
      ({ kind, head, start }, index) =>
        index > at && (kind === "sc" || kind === "p") && head.lower === "as" && start < end,
    );
    if (
      verb.label &&
      (as > 0 || (verb.lemma === "call" && next.kind === "np" && chunks[after + 1]?.kind === "np"))
    )
      return add(who, subject, at, [rest], { deed: true });
    if (!verb.deed) return;
    const { lemma } = verb;
    if (lemma === "call" || lemma === "appeal") {
      if (next.kind === "p" && /^(on|upon|for|to)$/.test(next.head.lower))
        add(who, subject, at, [rest], { deed: true });
      return;
    }
    if (lemma === "rule") {
      if (next.head.lower === "out")
        add(who, subject, at, [{ start: chunks[after + 1]?.start ?? end, end }], { deed: true });
      return;
    }
    if (lemma === "ask" || lemma === "request") {
      if (
        chunks.slice(after, after + 6).some(({ kind }) => kind === "inf" || kind === "sc") ||
        next.kind === "p"
      )
        add(who, subject, at, [rest], { deed: true });
      return;
    }
    if (/^(np|inf|ger|sc|p|q)$/.test(next.kind)) add(who, subject, at, [rest], { deed: true });
  }
}

/** What somebody passes on from somebody else: an attribution that stands within what another said. */
function linkChains(found: readonly Found[]): void {
  for (const inner of found) {
    for (const outer of found) {
      if (inner === outer || outer.speaker === undefined) continue;
      const within = outer.spans.some(
        ({ start, end }) => inner.attribution.start >= start && inner.attribution.end <= end,
      );
      if (within) inner.via.push(outer.speaker);
    }
  }
}
