import { isCapitalized, type Token, tokensOf } from "./language.ts";
import { isTimeWord, nounPhraseEnd, quantity } from "./noun-phrase.ts";
import { type Quote, quotesIn } from "./quotes.ts";
import { isSurelyVerb, speechVerb } from "./speech-verbs.ts";

/**
 * A piece of a sentence: `np` a noun phrase, `v` a finite verb with its auxiliaries, `inf` and `ger` an infinitive or a form in -ing, `p` a
 * preposition, `rel` who, which; `sc` that, because, if …; `q` a whole quotation; `time` a weekday and the like.
 */
export type Chunk = {
  readonly kind:
    | "np"
    | "v"
    | "inf"
    | "ger"
    | "p"
    | "rel"
    | "sc"
    | "cc"
    | "q"
    | "time"
    | "adv"
    | "comma"
    | "colon"
    | "dash"
    | "other";
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** The main verb of `v`, `inf` and `ger`; the last word of others. */
  readonly head: Token;
  /** Only `v`: has a form of be and a participle (`was told`). */
  readonly passive: boolean;
  readonly quote: Quote | undefined;
};

/** A sentence as it stands outside quotations, each of which is one chunk of it. */
export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly chunks: readonly Chunk[];
};

export type Paragraph = {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** All tokens, those within quotations too. */
  readonly tokens: readonly Token[];
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Sentence[];
};

/** In words. The rules look back and forth within a sentence, so a longer one, which nobody writes, is cut for the time to stay linear. */
const LONGEST_SENTENCE = 400;

/** Takes a paragraph apart into quotations, sentences and chunks. Linear. */
export function paragraphOf(text: string, start: number, index: number): Paragraph {
  const tokens = tokensOf(text, start);
  const quotes = quotesIn(text).map((quote) => ({
    ...quote,
    start: quote.start + start,
    end: quote.end + start,
  }));
  const outer: Token[] = [];
  const quoteAt = new Map<number, Quote>();
  let next = 0;
  for (const token of tokens) {
    while (next < quotes.length && quotes[next].end <= token.start) next++;
    const quote = quotes[next];
    if (quote === undefined || token.start < quote.start) {
      outer.push(token);
      continue;
    }
    if (quoteAt.has(quote.start)) continue;
    quoteAt.set(quote.start, quote);
    const quoted = text.slice(quote.start - start, quote.end - start);
    outer.push({
      text: quoted,
      lower: "",
      start: quote.start,
      end: quote.end,
      pos: "QUOTE",
      first: token.first,
    });
  }
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= outer.length; at++) {
    if (at < outer.length && at - from < LONGEST_SENTENCE && !beginsSentence(outer, at)) continue;
    const part = outer.slice(from, at);
    from = at;
    if (part.length === 0) continue;
    sentences.push({
      start: part[0].start,
      end: part[part.length - 1].end,
      paragraph: index,
      chunks: chunksOf(part, quoteAt),
    });
  }
  return { index, start, end: start + text.length, text, tokens, quotes, sentences };
}

function beginsSentence(outer: readonly Token[], at: number): boolean {
  const token = outer[at];
  const before = outer[at - 1];
  if (before.pos === "QUOTE") {
    if (!/^\p{Lu}/u.test(token.text) && token.pos !== "QUOTE") return false;
    if (/[.…]["'”’»]?$/.test(before.text)) return true;
    // `"Why?" Mr. Hale asked.` is one sentence, `"Why?" The question …` two, and so is `He asked, "Why?" The envoy said …`.
    return (
      /[?!]["'”’»]?$/.test(before.text) && (attributionLeads(outer, at - 1) || !attributionFollows(outer, at))
    );
  }
  if (!/[.?!…]$/.test(before.text)) return false;
  return (
    token.first || token.pos === "QUOTE" || (/^[.?!…]+$/.test(before.text) && /^\p{Lu}/u.test(token.text))
  );
}

function attributionLeads(outer: readonly Token[], quote: number): boolean {
  return (
    /^[,:]$/.test(outer[quote - 1]?.text ?? "") &&
    outer.slice(Math.max(0, quote - 4), quote - 1).some(({ lower }) => speechVerb(lower)?.clause)
  );
}

function attributionFollows(outer: readonly Token[], at: number): boolean {
  for (let each = at; each < Math.min(outer.length, at + 7); each++) {
    if (outer[each].pos === "QUOTE") return false;
    if (speechVerb(outer[each].lower)?.clause) return true;
  }
  return false;
}

/** `last week` is when something was said and never who said it. */
const RELATIVE_TIME = /^(last|next|this|earlier|later)$/;
const PART_OF_DAY = /^(morning|afternoon|evening|night|noon)$/;
const TIME_UNIT =
  /^(week|month|year|night|weekend|morning|afternoon|evening|spring|summer|autumn|fall|winter)$/;
const SUBORDINATING = new Set(
  "that because while although though as after before when if whether unless until since once so where why how what than whereas".split(
    " ",
  ),
);
const RELATIVE = new Set("who which whom whose".split(" "));
const PREPOSITION = new Set(
  "of in on at for from with by to about into over under against between among during through toward towards near outside inside despite upon within without across behind off like per via including concerning regarding following amid around beyond according alongside".split(
    " ",
  ),
);
const BE = /^(is|are|was|were|be|been|being|'s|'re|got)$/;
const ADVERBIAL =
  /^(also|not|n't|never|still|again|once|just|only|even|already|soon|then|however|though|too|instead|meanwhile|reportedly|repeatedly)$/;

function chunksOf(tokens: readonly Token[], quoteAt: ReadonlyMap<number, Quote>): Chunk[] {
  const chunks: Chunk[] = [];
  const push = (kind: Chunk["kind"], from: number, to: number, more: Partial<Chunk> = {}) => {
    const part = tokens.slice(from, to);
    chunks.push({
      kind,
      tokens: part,
      start: part[0].start,
      end: part[part.length - 1].end,
      head: part[part.length - 1],
      passive: false,
      quote: undefined,
      ...more,
    });
  };
  const nounPhrase = (from: number) => {
    const to = nounPhraseEnd(tokens, from);
    push("np", from, to);
    return to;
  };
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const { lower, pos } = token;
    const asPer = lower === "as" && tokens[at + 1]?.lower === "per" && tokens[at + 2]?.lower !== "usual";
    if (asPer || (lower === "according" && tokens[at + 1]?.lower === "to")) {
      push("p", at, at + 2);
      at += 2;
      continue;
    }
    // `in the words of one envoy`
    const inWords = ["in", "the", "words", "of"].every((word, index) => tokens[at + index]?.lower === word);
    if (inWords) {
      push("p", at, at + 4);
      at += 4;
      continue;
    }
    if (lower === "under" && tokens[at + 1]?.lower === "secretary") {
      at = nounPhrase(at);
      continue;
    }
    if (pos === "QUOTE") push("q", at, at + 1, { quote: quoteAt.get(token.start) });
    else if (
      SOME.test(lower) &&
      /^(VERB|AUX)$/.test(tokens[at + 1]?.pos ?? "") &&
      chunks[chunks.length - 1]?.kind !== "np"
    )
      push("np", at, at + 1);
    else if (lower === "," || lower === "(" || lower === ")") push("comma", at, at + 1);
    else if (lower === ";") push("other", at, at + 1);
    else if (lower === ":") push("colon", at, at + 1);
    else if (/^[—–]$|^--+$/.test(lower)) push("dash", at, at + 1);
    else if (isTimeWord(lower) && /^['’]s?$/.test(tokens[at + 1]?.text ?? "")) {
      // `Tuesday's meeting`
      at = nounPhrase(at);
      continue;
    } else if (isTimeWord(lower)) {
      const end = PART_OF_DAY.test(tokens[at + 1]?.lower ?? "") ? at + 2 : at + 1;
      push("time", at, end);
      at = end;
      continue;
    } else if (quantity(tokens, at)) {
      at = nounPhrase(at);
      continue;
    } else if (RELATIVE_TIME.test(lower) && TIME_UNIT.test(tokens[at + 1]?.lower ?? "")) {
      push("time", at, at + 2);
      at += 2;
      continue;
    } else if (lower === "out" && /^point/.test(chunks[chunks.length - 1]?.head.lower ?? ""))
      push("adv", at, at + 1);
    else if (lower === "what" || lower === "whether") push("sc", at, at + 1);
    else if (
      /^t?here$/.test(lower) &&
      chunks[chunks.length - 1]?.kind === "np" &&
      speechVerb(tokens[at + 1]?.lower ?? "")?.clause === true
    )
      push("adv", at, at + 1);
    else if (RELATIVE.has(lower)) push("rel", at, at + 1);
    else if (lower === "that" || lower === "which") {
      const relative =
        lower === "which" || (chunks[chunks.length - 1]?.kind === "np" && isVerbal(tokens[at + 1]));
      const determiner =
        pos === "DET" && /^(NOUN|ADJ|PROPN)$/.test(tokens[at + 1]?.pos ?? "") && !speechBefore(chunks);
      if (tokens[at + 1]?.pos === "QUOTE") push("sc", at, at + 1);
      else if (relative) push("rel", at, at + 1);
      else if (
        determiner ||
        (pos === "PRON" && chunks[chunks.length - 1]?.kind !== "v" && !isNominal(tokens[at + 1]))
      ) {
        at = nounPhrase(at);
        continue;
      } else push("sc", at, at + 1);
    } else if (
      SUBORDINATING.has(lower) &&
      (pos === "SCONJ" ||
        pos === "ADV" ||
        lower === "as" ||
        lower === "if" ||
        lower === "unless" ||
        lower === "until")
    )
      push("sc", at, at + 1);
    else if (lower === "and" || lower === "but" || lower === "or" || lower === "yet" || pos === "CCONJ")
      push("cc", at, at + 1);
    else if (lower === "to" && infinitiveFollows(tokens, at)) {
      let to = at + 1;
      while (tokens[to]?.pos === "ADV" || BE.test(tokens[to]?.lower ?? "") || tokens[to]?.lower === "have")
        to++;
      push("inf", at, Math.min(tokens.length, Math.max(to + 1, at + 2)));
      at = Math.min(tokens.length, Math.max(to + 1, at + 2));
      continue;
    } else if (
      (PREPOSITION.has(lower) && pos !== "VERB" && !isNamed(tokens, at)) ||
      (/^(after|before|since|until|as)$/.test(lower) && pos === "ADP" && !clauseFollows(tokens, at))
    )
      push("p", at, at + 1);
    else if (/^(after|before|since|until|as|while)$/.test(lower)) push("sc", at, at + 1);
    else if (participleBeforeNoun(tokens, at)) {
      at = nounPhrase(at);
      continue;
    } else if (lower === "having" && isVerbal(tokens[at + 1]) && tokens[at + 1].pos !== "AUX") {
      // `as having told`
      push("ger", at, at + 2);
      at += 2;
      continue;
    } else if (
      isStreet(tokens, at) ||
      (startsVerb(tokens, at) && chunks.at(-1)?.tokens[0].lower === "according")
    ) {
      // `Downing Street`, `according to figures seen by the Post`
      at = nounPhrase(at);
      continue;
    } else if (startsVerb(tokens, at)) {
      let to = at;
      while (
        to < tokens.length &&
        (tokens[to].pos === "AUX" ||
          isAdverb(tokens[to]) ||
          isNegation(tokens[to]) ||
          // `has since said`
          (tokens[to].lower === "since" && to > at && isVerbal(tokens[to + 1])))
      )
        to++;
      const main = tokens[to];
      const hasMain = main !== undefined && isVerbal(main) && main.pos !== "AUX";
      const end = hasMain ? to + 1 : Math.max(to, at + 1);
      const verbs = tokens.slice(at, end);
      const head = verbs.findLast((each) => isVerbal(each)) ?? verbs[verbs.length - 1];
      const before = verbs.slice(0, verbs.indexOf(head));
      const passive = isPassive(before, head);
      const gerund = head.lower.endsWith("ing") && before.every((each) => each.pos !== "AUX");
      push(gerund ? "ger" : "v", at, end, { head, passive });
      at = end;
      continue;
    } else if (isAdverb(token)) push("adv", at, at + 1);
    else if (startsNoun(token)) {
      at = nounPhrase(at);
      continue;
    } else push("other", at, at + 1);
    at++;
  }
  return withTimetables(withPluralNouns(withSplitVerbs(chunks)));
}

const TIMETABLE =
  /^(ends?|opens?|begins|starts|resumes?|expires?|closes|meets?|votes?|lands?|returns?|arrives?|reports|reopens?|convenes?|departs?)$/;

/** `Congress votes on March 11`, `The talks end on Sunday`: what looks like a noun is the verb where a day follows and no verb does. */
function withTimetables(chunks: readonly Chunk[]): Chunk[] {
  return chunks.flatMap((chunk, at): Chunk[] => {
    const { kind, tokens, head } = chunk;
    const relative = chunks[at - 1]?.kind === "rel" && tokens.length === 1;
    if (kind !== "np" || !TIMETABLE.test(head.lower) || (tokens.length < 2 && !relative)) return [chunk];
    if (!relative && at > 0 && !/^(comma|sc|cc|other|colon)$/.test(chunks[at - 1].kind)) return [chunk];
    const end = chunks.findIndex(
      (each, index) => index > at && /^(comma|cc|sc|other|colon|dash)$/.test(each.kind),
    );
    const rest = chunks.slice(at + 1, end < 0 ? undefined : end);
    const day = rest.some(({ tokens: each }) => each.some(({ text }) => DAY.test(text)));
    if (!day || rest.some((each) => each.kind === "v")) return [chunk];
    const noun = tokens.slice(0, -1);
    const last = noun[noun.length - 1];
    const verb: Chunk = { ...chunk, kind: "v", tokens: [head], start: head.start };
    return last === undefined ? [verb] : [{ ...chunk, tokens: noun, end: last.end, head: last }, verb];
  });
}

const DAY =
  /^((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(\.|[a-z]+)?|May|tomorrow|tonight)$/;

/** `had until then insisted`, `has for years denied`: a circumstance between an auxiliary and its verb belongs to the verb. */
function withSplitVerbs(chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at];
    const main = splitVerbAfter(chunks, at);
    if (main === undefined) {
      merged.push(chunk);
      continue;
    }
    const tokens = chunks.slice(at, main + 1).flatMap((each) => each.tokens);
    const { head, end } = chunks[main];
    merged.push({ ...chunk, tokens, end, head, passive: isPassive(chunk.tokens, head) });
    at = main;
  }
  return merged;
}

function splitVerbAfter(chunks: readonly Chunk[], at: number): number | undefined {
  const { kind, tokens } = chunks[at];
  if (kind !== "v" || !tokens.every(({ lower }) => /^(had|has|have|was|were|not|never)$/.test(lower)))
    return undefined;
  let main = at + 1;
  // `have all said`, `have both been told`
  if (
    chunks[main]?.kind === "np" &&
    /^(all|both|each)$/.test(chunks[main].head.lower) &&
    chunks[main].tokens.length === 1
  )
    main++;
  while (
    main < at + 7 &&
    /^(on|in|at|for|until|from|over|since|by|through)$/.test(chunks[main]?.head.lower ?? "")
  )
    main += /^(np|time)$/.test(chunks[main + 1]?.kind ?? "") ? 2 : 1;
  if (main === at + 1) return undefined;
  const verb = chunks[main];
  const participle =
    verb?.kind === "v" &&
    verb.tokens.every(({ pos, lower }) => pos !== "AUX" && lower !== "to") &&
    (PARTICIPLE.test(verb.head.lower) || isSurelyVerb(verb.head));
  return participle ? main : undefined;
}

const PARTICIPLE = /(ed|en|wn|ld|pt|ght|de|aid|one|ung|un|ut|et|ood|ead)$/;

const isPassive = (auxiliaries: readonly Token[], { lower }: Token) =>
  auxiliaries.some((each) => BE.test(each.lower)) && PARTICIPLE.test(lower);

/** `will hold joint exercises`, `dismissed recent claims`: what looks like a verb ends the object of another. */
function withPluralNouns(chunks: readonly Chunk[]): Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const phrase = merged[merged.length - 1];
    const lead = merged[merged.length - 2];
    const noun =
      chunk.kind === "v" &&
      chunk.tokens.length === 1 &&
      /[^s]s$/.test(chunk.head.lower) &&
      !/^(says|tells|is|was|has|does)$/.test(chunk.head.lower) &&
      phrase?.kind === "np" &&
      phrase.head.pos !== "PRON" &&
      (lead?.kind === "v" || lead?.kind === "ger" || lead?.kind === "inf") &&
      speechVerb(lead.head.lower)?.clause !== true;
    if (noun)
      merged[merged.length - 1] = {
        ...phrase,
        tokens: [...phrase.tokens, ...chunk.tokens],
        end: chunk.end,
        head: chunk.head,
      };
    else merged.push(chunk);
  }
  return merged;
}

const isAdverb = (token: Token | undefined) =>
  token !== undefined &&
  (token.pos === "ADV" || ADVERBIAL.test(token.lower)) &&
  !SUBORDINATING.has(token.lower);
const isNegation = (token: Token) => /^(not|n't|n’t)$/.test(token.lower);
const isNominal = (token: Token | undefined) =>
  token !== undefined && /^(NOUN|PROPN|DET|ADJ|PRON|NUM)$/.test(token.pos);

function isVerbal(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.pos === "VERB" || token.pos === "AUX" || isSurelyVerb(token);
}

/** `their leader, Per Dahl`: a capital within the sentence, and another after it. */
function isNamed(tokens: readonly Token[], at: number): boolean {
  return (
    !tokens[at].first &&
    isCapitalized(tokens[at]) &&
    isCapitalized(tokens[at + 1]) &&
    tokens[at + 1].pos === "PROPN"
  );
}

const isStreet = (tokens: readonly Token[], at: number) =>
  /^\p{Lu}\p{Ll}+ing$/u.test(tokens[at].text) &&
  /^(Street|Hill|Road|Square|Lane)$/.test(tokens[at + 1]?.text ?? "");

/** `Most had returned`: a number of people as a subject. */
const SOME = /^(most|many|some|few|several|all|both|none|others)$/;

/** `across divided Kashmir`, `with increased powers`: after a preposition no verb of the past begins. */
function participleBeforeNoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at].pos === "VERB" &&
    /ed$/.test(tokens[at].lower) &&
    before !== undefined &&
    before.pos === "ADP" &&
    PREPOSITION.has(before.lower) &&
    /^(NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? "")
  );
}

/** A verb, an auxiliary, or adverbs before one (`also said`). */
function startsVerb(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (isAdverb(tokens[first]) && first - at < 3) first++;
  return isVerbal(tokens[first]);
}

function startsNoun({ pos, text }: Token): boolean {
  return /^(DET|ADJ|NOUN|PROPN|NUM|PRON|SYM|X|INTJ)$/.test(pos) || /^[\p{L}\p{N}$£€]/u.test(text);
}

function infinitiveFollows(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined) return false;
  if (next.pos === "ADV") return /^(VERB|AUX)$/.test(tokens[at + 2]?.pos ?? "");
  // `to start a bus service`, where the word may be a noun as well.
  return /^(VERB|AUX)$/.test(next.pos) || (next.pos === "NOUN" && tokens[at + 2]?.pos === "DET");
}

/** Whether a verb comes before the next comma: `before he proposes`, not `before a ceasefire`. */
function clauseFollows(tokens: readonly Token[], at: number): boolean {
  for (let each = at + 1; each < Math.min(tokens.length, at + 10); each++) {
    if (tokens[each].pos === "PUNCT" || tokens[each].lower === "that") return false;
    if (isVerbal(tokens[each])) return true;
  }
  return false;
}

/** `said that …`, `told Congress that …`, `said in a statement that …`. */
function speechBefore(chunks: readonly Chunk[]): boolean {
  const verb = chunks.slice(-4).findLast(({ kind }) => kind === "v");
  return verb !== undefined && speechVerb(verb.head.lower) !== undefined;
}
