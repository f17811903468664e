import { attributionsIn } from "./attributions.ts";
import { soundsLike } from "./certainty.ts";
import type { Chunk, Paragraph, Sentence } from "./clauses.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import type { People } from "./people.ts";
import type { ReportedStatement, Speaker, TextSpan } from "./reading.ts";
import { type Context, noContext, type Resolved, remember, resolve } from "./speakers.ts";
import { type Subject, subjectAfter, subjectBefore } from "./subject.ts";

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
  const context = noContext();
  const found: Found[] = [];
  /** The speaker of a quotation that the paragraph before left open, to be gone on with. */
  let goingOn: Found | undefined;
  /** Quotations of nobody that the paragraphs just before left open. */
  let opened: readonly Found[] = [];
  for (const paragraph of paragraphs) {
    let last: Found | undefined;
    /** Whether the sentence before is a question of the report's own. */
    let asked = false;
    const embedded = embeddedPost(paragraph, people);
    if (embedded !== undefined) {
      found.push(embedded);
      goingOn = undefined;
      continue;
    }
    for (const [index, sentence] of paragraph.sentences.entries()) {
      const here = inSentence(sentence, paragraph, people, context);
      const attributed = here.find(({ spans }) =>
        spans.some((span) =>
          sentence.chunks.some(({ kind, start }) => kind === "q" && start >= span.start && start < span.end),
        ),
      );
      for (const each of here) found.push(each);
      goOnAfterColon(sentence, here);
      if (here.length === 0) {
        const quotes = sentence.chunks.filter(({ kind }) => kind === "q");
        const alone = sentence.chunks.every(
          ({ kind }) => kind === "q" || kind === "comma" || kind === "other",
        );
        if (alone && quotes.length > 0) {
          // A quotation in a line of its own that ends in no period is a heading.
          const heading = paragraph.sentences.length === 1 && !/[.,!?…—–-]["”’'»]?$/.test(paragraph.text);
          const speaking: Found | undefined = heading ? undefined : index === 0 ? goingOn : last;
          const spans = quotes.map(({ start, end }) => ({ start, end }));
          if (speaking !== undefined && index > 0 && !asked) speaking.spans.push(...spans);
          else found.push(openStatement(spans, speaking, paragraph.index));
          if (speaking !== undefined && index === 0) last = found[found.length - 1];
        } else {
          const after =
            signed(sentence, paragraph, people, context) ?? afterColon(sentence, paragraph, people, context);
          if (after !== undefined) {
            found.push(after);
            last = after;
          } else {
            for (const { start, end, quote } of quotes) {
              const words = text.slice(start, end).split(/\s+/).length;
              if (quote !== undefined && words > 5 && /^\p{Lu}/u.test(text.slice(start + 1, start + 2)))
                found.push(openStatement([{ start, end }], undefined, paragraph.index));
            }
            // `"…" That was Ann Lund, whose …`
            const owner = index === 1 ? thatWas(sentence, paragraph, people, context) : undefined;
            const quotation = found.at(-1);
            if (owner !== undefined && quotation?.speaker === undefined && last === undefined) {
              const first = paragraph.sentences[0];
              if (quotation?.spans[0].start === first.start)
                found[found.length - 1] = { ...quotation, speaker: owner };
            }
            // Whoever spoke before need not be the one who speaks after a sentence of the report's own, unless it is a question.
            const other = people.mentions.some(
              ({ start, end, person }) =>
                start >= sentence.start && end <= sentence.end && person?.id !== last?.speaker?.person,
            );
            asked = !other && quotes.length === 0 && sentence.chunks.at(-1)?.head.text === "?";
            if (!asked) last = undefined;
          }
        }
      } else last = attributed ?? here[here.length - 1];
      // `And if the king stays? He said …` goes on with whoever was asked.
      if (here.length > 0 || sentence.chunks.at(-1)?.head.text !== "?")
        rememberSubject(sentence, here, paragraph, people, context);
    }
    const end = paragraph.quotes.at(-1);
    giveBack(found, opened, paragraph);
    const unsaid = found.filter(
      ({ speaker, paragraph: at }) => speaker === undefined && at === paragraph.index,
    );
    opened = end?.open === true && end.start === paragraph.start ? [...opened, ...unsaid] : [];
    // A quotation alone in the next paragraph goes on where this one had a quotation and nobody else in it.
    const others = found.some(
      (each) =>
        each !== last && each.paragraph === paragraph.index && each.speaker?.name !== last?.speaker?.name,
    );
    const quoted =
      last !== undefined &&
      paragraph.quotes.some(({ start }) =>
        last?.spans.some((span) => span.start <= start && span.end > start),
      );
    goingOn = end?.open === true || (quoted && !others) ? last : introduced(paragraph, context);
  }
  return found
    .map((each) => finished(each, text))
    .filter(({ says }) => !/^(it|this|that|them|so|nothing|little|something)?$/i.test(says));
}

/** `The boats are late. — Ann Lund (@annlund) May 3, 2014`: a post as pages embed it, signed after a dash. */
function embeddedPost({ text, start, index }: Paragraph, people: People): Found | undefined {
  const signature = /\s*[—–]\s*([^—–()]{2,60}) \(@\w{1,30}\)/u.exec(text);
  if (signature === null || signature.index < 3) return undefined;
  const from = start + signature.index + signature[0].indexOf(signature[1]);
  const span = { start: from, end: from + signature[1].length };
  const person = people.mentions.find((each) => each.start >= span.start && each.end <= span.end)?.person;
  const name = person?.names.join(" ") ?? signature[1];
  return {
    ...openStatement([{ start, end: start + signature.index }], undefined, index),
    speaker: { text: signature[1], name, person: person?.id, party: undefined, span },
    pronoun: false,
    attribution: span,
  };
}

/** Whose a quotation is by `That was Ann Lund, whose brother …`. */
function thatWas(
  { chunks }: Sentence,
  paragraph: Paragraph,
  people: People,
  context: Context,
): Speaker | undefined {
  const [that, was, name] = chunks;
  if (that.head.lower !== "that" || !/^(was|is)$/.test(was?.head.lower ?? "") || name?.kind !== "np")
    return undefined;
  const { speaker } = resolve({ from: 2, to: 2, appositions: [] }, chunks, paragraph, people, context);
  return speaker?.person === undefined ? undefined : speaker;
}

/** A quotation left open at the end of a paragraph is whose that of the next is, by which it is gone on with. */
function giveBack(found: Found[], opened: readonly Found[], paragraph: Paragraph): void {
  const [first] = paragraph.quotes;
  if (first?.start !== paragraph.start) return;
  const owner = found.find(
    ({ spans, speaker, paragraph: index }) =>
      speaker !== undefined && index === paragraph.index && spans.some(({ start }) => start === first.start),
  );
  if (owner === undefined) return;
  for (const each of opened) found[found.indexOf(each)] = { ...each, speaker: owner.speaker };
}

/** `The commissioner, Ann Lund, has spoken. Key points:` and paragraphs that are quotations and nothing else. */
function introduced({ text, index, start }: Paragraph, { human }: Context): Found | undefined {
  if (!text.endsWith(":") || human?.paragraph !== index || human.beside === true) return undefined;
  return { ...openStatement([{ start, end: start }], undefined, index), speaker: human.speaker };
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
    .replace(/[\s,;:—–-]+$/, "")
    // A period of the sentence, not of `U.S.`, nor within a quotation.
    .replace(/(?<=\p{Ll}{2}|["”»])\.$/u, (period, at: number, all: string) =>
      quotationIsOpen(all.slice(0, at)) ? period : "",
    );
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

function quotationIsOpen(text: string): boolean {
  const curly =
    text.lastIndexOf("“") > text.lastIndexOf("”") || text.lastIndexOf("«") > text.lastIndexOf("»");
  return curly || (text.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** `"Enough," he told the crowd, and then, a minute later: "Go home."` goes on with him. */
function goOnAfterColon({ chunks }: Sentence, here: readonly Found[]): void {
  const last = here[here.length - 1];
  const colon = chunks.findLastIndex(({ kind }, at) => kind === "colon" && chunks[at + 1]?.kind === "q");
  if (last === undefined || colon < 0 || chunks[colon].start < last.attribution.end) return;
  const quote = chunks[colon + 1];
  if (here.some(({ spans }) => spans.some(({ start, end }) => start <= quote.start && end > quote.start)))
    return;
  const from = Math.max(last.attribution.end, ...last.spans.map(({ end }) => end));
  if (chunks.some(({ kind, start }) => kind === "v" && start >= from && start < quote.start)) return;
  last.spans.push({ start: quote.start, end: quote.end });
}

/** `"We shall go to court." - Rep. Ann Lund of Ohio`: who is named after a quotation and a dash. */
function signed(
  { chunks }: Sentence,
  paragraph: Paragraph,
  people: People,
  context: Context,
): Found | undefined {
  const [quote, dash, name] = chunks;
  if (quote?.kind !== "q" || name?.kind !== "np" || !/^[-–—]+$/.test(dash.head.text)) return undefined;
  const who = resolve({ from: 2, to: 2, appositions: [] }, chunks, paragraph, people, context);
  if (who.speaker?.person === undefined) return undefined;
  return {
    ...openStatement([{ start: quote.start, end: quote.end }], undefined, paragraph.index),
    speaker: who.speaker,
    pronoun: false,
    attribution: { start: name.start, end: name.end },
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
  // `Asked what would follow, Mr. Toure smiled: "…"`
  const asked = chunks[0].kind === "v" && chunks[0].tokens.length === 1;
  const lead = asked ? chunks.findIndex(({ kind }) => kind === "comma") : -1;
  // `Mr. Toure, a father of two who had come from Ifo, was calm: "…"`: the verb of no relative clause.
  const verb = chunks.findIndex(
    ({ kind }, at) =>
      kind === "v" &&
      at > lead &&
      at < colon &&
      (chunks[at - 1]?.kind !== "rel" || !chunks.slice(at + 1, colon).some((each) => each.kind === "v")),
  );
  // `Mr. Toure: "They have accepted."`
  const label = colon === 1 && chunks[0].kind === "np" ? { from: 0, to: 0, appositions: [] } : undefined;
  // `He was echoed by Ann Lund: "…"`
  const by = verb >= 0 && chunks[verb].passive ? agentOf(chunks, verb) : -1;
  const agent = by < 0 ? undefined : subjectAfter(chunks, by);
  const subject = verb < 0 ? label : (agent ?? subjectBefore(chunks, verb));
  if (subject === undefined) return undefined;
  const own = resolve(subject, chunks, paragraph, people, context);
  // `That drew a reply from the mayor, Ann Lund: "…"`
  const from = chunks.findLastIndex(({ head }, at) => at < colon && head.lower === "from");
  const source = own.kind === "human" || from < 0 ? undefined : subjectAfter(chunks, from);
  const resolved = source === undefined ? own : resolve(source, chunks, paragraph, people, context);
  if (resolved.speaker === undefined || resolved.kind === "thing" || resolved.kind === "matter")
    return undefined;
  const quotes = chunks.slice(colon).filter(({ kind }) => kind === "q");
  return {
    ...openStatement(
      quotes.map(({ start, end }) => ({ start, end })),
      undefined,
      paragraph.index,
    ),
    speaker: resolved.speaker,
    verb: verb < 0 ? "" : chunks[verb].head.text,
    attribution: { start: chunks[subject.from].start, end: chunks[Math.max(verb, subject.to)].end },
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
  const verbs = chunks.flatMap(({ kind }, at) => (kind === "v" ? [at] : [])).slice(0, 4);
  let subject: Subject | undefined;
  let resolved: Resolved | undefined;
  // `We might have waited, but the minister took another way`: of several, the first who can be `he`.
  for (const verb of verbs) {
    const other = subjectBefore(chunks, verb);
    if (other === undefined || other.from === subject?.from) continue;
    // `Mr. Hale, whose visit made peace, refused`
    if (chunks[other.from - 1]?.head.lower === "whose") continue;
    const who = resolve(other, chunks, paragraph, people, context);
    if (subject === undefined || who.kind === "human") [subject, resolved] = [other, who];
    if (resolved?.kind !== "open") break;
  }
  // `Among them was Ann Lund, a teacher. She …`
  const be = verbs[0];
  if (
    subject === undefined &&
    /^(p|adv)$/.test(chunks[0].kind) &&
    /^(was|is|were)$/.test(chunks[be]?.head.lower ?? "")
  ) {
    const behind = subjectAfter(chunks, be);
    const who = behind && resolve(behind, chunks, paragraph, people, context);
    if (who?.kind === "human") [subject, resolved] = [behind, who];
  }
  // `The text was read out by the minister. He …`
  const agent = verbs.map((verb) => (chunks[verb].passive ? agentOf(chunks, verb) : -1)).find((at) => at > 0);
  const by = agent === undefined ? undefined : subjectAfter(chunks, agent);
  if (by !== undefined && resolved?.kind !== "human") {
    const who = resolve(by, chunks, paragraph, people, context);
    if (who.kind === "human") [subject, resolved] = [by, who];
  }
  if (
    resolved?.kind === "human" ||
    resolved?.kind === "thing" ||
    resolved?.kind === "matter" ||
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

/** Where `by` stands after a passive verb, past places and times: `was read out in Oslo on Monday by …`; -1 where it does not. */
function agentOf(chunks: readonly Chunk[], verb: number): number {
  for (let at = verb + 1; at < chunks.length; at++) {
    if (chunks[at].head.lower === "by") return at;
    if (!/^(p|np|time|adv)$/.test(chunks[at].kind)) return -1;
  }
  return -1;
}

/** Whether a sentence speaks of somebody else than its subject, so that `he` in the next may be either. */
function othersIn(
  chunks: readonly Chunk[],
  subject: Subject,
  person: string | undefined,
  people: People,
): boolean {
  let aside = 0;
  return chunks.some(({ kind, start, end, head }, at) => {
    // `Ms. Boyd (no relation to the minister) is calm`: in brackets is nobody who acts.
    if (head.text === "(") aside++;
    if (head.text === ")") aside--;
    if (aside > 0) return false;
    // `shook his head`
    if (head.lower === "head" && /^(his|her)$/.test(chunks[at].tokens[0].lower)) return false;
    // `was blunter than her president`
    if (/^(than|like|unlike)$/.test(chunks[at - 1]?.head.lower ?? "")) return false;
    if (kind !== "np" || at === subject.from || subject.appositions.includes(at)) return false;
    const named = people.mentions.some(
      (each) => each.start >= start && each.end <= end && each.person?.id !== person,
    );
    return named || (at > subject.to && OFFICE_NOUNS.has(head.lower) && !/s$/.test(head.lower));
  });
}

/** Verbs that are no speech where their subject is a thing. */
const WITHOUT_VOICE =
  /^(suggest|indicate|imply|signal|hint|threaten|promise|underline|underscore|reveal|confirm|estimate|demand|ask|propose|recall|continue)$/;

const UNNAMED = /\b(he|she|they|his|her|their)\b.{0,40}\b(named|identified|withheld|anonymous|quoted)\b/;

/** The attributions of a sentence with their people. */
function inSentence(sentence: Sentence, paragraph: Paragraph, people: People, context: Context): Found[] {
  const { chunks } = sentence;
  const textOf = ({ from, to }: { from: number; to: number }) =>
    paragraph.text.slice(chunks[from].start - paragraph.start, chunks[to].end - paragraph.start);
  const wordsOf = ({ start, end }: TextSpan) =>
    paragraph.text.slice(start - paragraph.start, end - paragraph.start);
  // `Lonridge has promised peace, but it says …`: what the sentence itself is about.
  const rememberThing = (before: number) => {
    // `Under the deal signed in Oslo, Egypt has paid, and it says …`: a participle has no subject.
    const first = chunks
      .map(({ kind }, at) =>
        kind === "v" && chunks[at].start < chunks[before].start ? subjectBefore(chunks, at) : undefined,
      )
      .find((each) => each !== undefined);
    if (first === undefined || first.from >= before) return;
    const who = resolve(first, chunks, paragraph, people, context);
    if (who.speaker !== undefined && /^(thing|name)$/.test(who.kind))
      context.thing = { speaker: who.speaker, paragraph: paragraph.index };
  };
  const found = attributionsIn(chunks).flatMap(
    ({ verb, lemma, subject, through, to, spans, deed }): Found[] => {
      const via =
        through === undefined ? undefined : resolve(through, chunks, paragraph, people, context).speaker;
      if (subject !== undefined && chunks[subject.from].head.lower === "it") rememberThing(subject.from);
      const who = subject === undefined ? undefined : resolve(subject, chunks, paragraph, people, context);
      if (deed && who?.speaker === undefined) return [];
      // `who asked that his name be withheld`
      if (lemma === "ask" && spans.some((span) => UNNAMED.test(wordsOf(span)))) return [];
      // `No group claimed responsibility`
      if (
        subject !== undefined &&
        /^(no|neither|nobody|none|nothing)$/.test(chunks[subject.from].tokens[0].lower)
      )
        return [];
      // `The attack suggested a plan`, `a storm threatens to …`: nobody has said anything.
      if (who?.kind === "matter" && (deed || WITHOUT_VOICE.test(lemma))) return [];
      if (who !== undefined && who.kind !== "open") remember(who, paragraph.index, context);
      // Once `he said` was his, `she said` is not.
      const person = people.known.find(({ id }) => id === who?.speaker?.person);
      if (person !== undefined) person.gender ??= who?.gender;
      const { start, end } = chunks[verb];
      return [
        {
          speaker: who?.speaker,
          via: via === undefined ? [] : [via],
          to: to === undefined ? undefined : textOf(to),
          spans: [...spans],
          verb: chunks[verb].head.text,
          lemma,
          attribution: {
            start: subject === undefined ? start : Math.min(chunks[subject.from].start, start),
            end,
          },
          paragraph: paragraph.index,
          pronoun: subject !== undefined && /^(he|she|it|they)$/.test(chunks[subject.from].head.lower),
          deed,
        },
      ];
    },
  );
  linkChains(found);
  return found;
}

/** What somebody passes on from somebody else: an attribution that stands within what another said. */
function linkChains(found: readonly Found[]): void {
  for (const inner of found) {
    for (const outer of found) {
      if (inner === outer || outer.speaker === undefined) continue;
      const within = (at: number) => outer.spans.some(({ start, end }) => at >= start && at <= end);
      if (within(inner.attribution.start) && within(inner.attribution.end)) inner.via.push(outer.speaker);
    }
  }
}
