import type { Chunk } from "./clauses.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import { stateNamed, stateOfAdjective } from "./places.ts";
import { speechVerb } from "./speech-verbs.ts";

/** Who a verb is said of: the places of its chunks in the sentence. */
export type Subject = {
  /** The noun phrase itself, and the last chunk that belongs to it (`a spokesman` … `for the ministry`). */
  readonly from: number;
  readonly to: number;
  /** Noun phrases in apposition: `Lars Ekholm` of `the director, Lars Ekholm, said`. */
  readonly appositions: readonly number[];
};

/** The subject before the verb at `verb`; undefined when the rules find none that is sure. */
export function subjectBefore(chunks: readonly Chunk[], verb: number, depth = 0): Subject | undefined {
  if (depth > 8) return undefined;
  let at = verb - 1;
  while (at >= 0 && skippable(chunks, at))
    at -= chunks[at - 1]?.kind === "p" && chunks[at].kind === "time" ? 2 : 1;
  const chunk = chunks[at];
  if (chunk === undefined) return undefined;
  switch (chunk.kind) {
    case "cc":
      return subjectOfEarlierVerb(chunks, at, depth);
    case "rel": {
      const before = /^(comma|dash)$/.test(chunks[at - 1]?.kind ?? "") ? at - 2 : at - 1;
      if (chunks[before]?.kind !== "np") return undefined;
      // `criticized by the president, who called it …`: whom the relative clause follows, whatever he is in the sentence.
      const group = /^(of|for|in|at|from)$/.test(chunks[before - 1]?.head.lower ?? "")
        ? groupEndingAt(chunks, before, depth)
        : undefined;
      const all = group ?? { from: before, to: before, appositions: appositionsBefore(chunks, before) };
      return chunk.head.lower === "who" ? fromPerson(chunks, all) : all;
    }
    case "comma":
    case "dash":
      if (chunks[at - 1]?.kind === "cc") return undefined;
      return beforeDashes(chunks, at, depth) ?? beforeParenthesis(chunks, at, depth);
    // `The minister, whom an envoy calls "the king," said`: the comma stands within the quotation.
    case "q":
      return /,["”’'»]$/.test(chunk.head.text) && chunks.slice(0, at).some(({ kind }) => kind === "rel")
        ? beforeParenthesis(chunks, at + 1, depth)
        : undefined;
    case "np":
      return groupEndingAt(chunks, at, depth);
    case "v":
      // `the man who had fled said`
      return chunks[at - 1]?.kind === "rel" ? ofHolder(chunks, at, depth) : undefined;
    case "inf":
      // `the official who asked to remain said`
      if (chunks[at - 1]?.kind === "adv") at--;
      return chunks[at - 1]?.kind === "v" && chunks[at - 2]?.kind === "rel"
        ? ofHolder(chunks, at - 1, depth)
        : undefined;
    default:
      return undefined;
  }
}

/** The subject after the verb: `said Hernan Vidal, the delegation chief`. */
export function subjectAfter(chunks: readonly Chunk[], verb: number, quoted = false): Subject | undefined {
  let from = verb + 1;
  while (chunks[from]?.kind === "adv") from++;
  if (chunks[from]?.kind !== "np") return undefined;
  let to = from;
  while (
    chunks[to + 1]?.kind === "p" &&
    /^(of|for|from|in|at|to|with|near|on)$/.test(chunks[to + 1].head.lower) &&
    chunks[to + 2]?.kind === "np" &&
    !ADJUNCT.test(chunks[to + 2].head.lower)
  )
    to += 2;
  const appositions: number[] = [];
  if (chunks[to + 1]?.kind === "comma" && chunks[to + 2]?.kind === "np") appositions.push(to + 2);
  // `said he would`: the phrase is the subject of what was said.
  const after = chunks[to + 1];
  // `"…," said a note issued on Monday` goes on with a participle all the same.
  const participle = quoted && after?.tokens.length === 1 && /(ed|en|wn)$/.test(after.head.lower);
  if (after?.kind === "v" && !participle) return undefined;
  // `says the union, the council and the party have all been told`: the list is.
  let list = to + 1;
  while (chunks[list]?.kind === "comma" && chunks[list + 1]?.kind === "np") list += 2;
  const ends = chunks[list]?.kind === "cc" && chunks[list + 1]?.kind === "np" ? list + 2 : undefined;
  if (!quoted && ends !== undefined && chunks[ends]?.kind === "v") return undefined;
  return { from, to, appositions };
}

/** Where and how something is said, which is no part of who said it: `officials said in a statement`. */
export const ADJUNCT =
  /^(statement|note|memo|document|communique|communiqué|declaration|interview|speech|letter|conference|briefing|news|broadcast|telephone|phone|email|e-mail|television|radio|article|report|message|address|remarks|tweet|post|twitter|facebook|testimony|background|condition|anonymity|week|month|year|day|night|morning|evening|afternoon|hour|hours|minutes|days|weeks|months|years|reporters|journalists)$/;

function skippable(chunks: readonly Chunk[], at: number): boolean {
  const { kind, head } = chunks[at];
  const emphasis = /^(himself|herself|itself|themselves)$/.test(head.lower) && chunks[at - 1]?.kind === "np";
  return kind === "adv" || kind === "time" || emphasis;
}

/** The noun phrase that ends at `at`, with what is attached to it before: `officials` of `officials in Seoul`. */
function groupEndingAt(chunks: readonly Chunk[], at: number, depth: number): Subject | undefined {
  // `Mr. Hale himself, a banker, said`
  const emphasis = /^(himself|herself|itself|themselves)$/.test(chunks[at].head.lower);
  let from = emphasis && chunks[at - 1]?.kind === "np" ? at - 1 : at;
  let to = from;
  for (;;) {
    const before = chunks[from - 1];
    if (before?.kind === "p") {
      let place = from - 2;
      // `a study published last month by the institute said`
      // `who sat in on the talks said`
      while (/^(time|p|adv)$/.test(chunks[place]?.kind ?? "")) place--;
      const holder = chunks[place];
      if (holder?.kind === "np") {
        if (ADJUNCT.test(chunks[from].head.lower)) to = place;
        from = place;
        continue;
      }
      // A phrase at the start with a preposition is a circumstance, and so cannot be who spoke.
      if (holder?.kind === "v" || holder?.kind === "ger") return ofHolder(chunks, place, depth);
      return undefined;
    }
    // `the foreign ministers of France and Germany`
    if (
      before?.kind === "cc" &&
      chunks[from - 2]?.kind === "np" &&
      /^(of|from|for|in|at|between)$/.test(chunks[from - 3]?.head.lower ?? "") &&
      chunks[from - 4]?.kind === "np"
    ) {
      from -= 4;
      continue;
    }
    if (before?.kind === "cc" && chunks[from - 2]?.kind === "np" && startsClause(chunks[from - 3])) {
      from -= 2;
      // `Egypt, Sudan and Chad said`
      while (
        isName(chunks[from]) &&
        chunks[from - 1]?.kind === "comma" &&
        isName(chunks[from - 2]) &&
        startsClause(chunks[from - 3])
      )
        from -= 2;
      continue;
    }
    if (before?.kind === "v" && chunks[from - 2]?.kind === "rel") return ofHolder(chunks, from - 1, depth);
    // `an official who asked to stay unnamed said`
    if (before?.kind === "inf" && chunks[from - 2]?.kind === "v" && chunks[from - 3]?.kind === "rel")
      return ofHolder(chunks, from - 2, depth);
    if (before?.kind === "ger" || before?.kind === "inf") {
      // `Officials visiting the site said`
      const holder = chunks[from - 2];
      return before.kind === "ger" && holder?.kind === "np"
        ? groupEndingAt(chunks, from - 2, depth + 1)
        : undefined;
    }
    break;
  }
  return { from, to, appositions: appositionsBefore(chunks, from) };
}

/** `the minister who met the envoy said`, `officials briefed on the talks said`: the subject of the verb within. */
function ofHolder(chunks: readonly Chunk[], verb: number, depth: number): Subject | undefined {
  const before = chunks[verb - 1];
  if (before?.kind === "rel") {
    const holder = chunks[verb - 2]?.kind === "comma" ? verb - 3 : verb - 2;
    return chunks[holder]?.kind === "np" ? groupEndingAt(chunks, holder, depth + 1) : undefined;
  }
  const participle =
    chunks[verb].kind === "ger" ||
    (/(ed|en|wn)$/.test(chunks[verb].head.lower) && chunks[verb].tokens.length === 1);
  return participle && before?.kind === "np" ? groupEndingAt(chunks, verb - 1, depth + 1) : undefined;
}

/** `drew a rebuke from officials in Cairo, who said`: the part of a phrase that is people. */
function fromPerson(chunks: readonly Chunk[], subject: Subject): Subject {
  for (let from = subject.from; from <= subject.to; from += 2) {
    const person =
      OFFICE_NOUNS.has(chunks[from].head.lower) || (isName(chunks[from]) && !isState(chunks[from]));
    if (person) return from === subject.from ? subject : { from, to: subject.to, appositions: [] };
    if (chunks[from + 1]?.kind !== "p") break;
  }
  return subject;
}

function isState({ tokens }: Chunk): boolean {
  return tokens.some(({ text }) => (stateNamed(text) ?? stateOfAdjective(text)) !== undefined);
}

/** A name and nothing else: no office, no article but a state's. */
function isName(chunk: Chunk | undefined): boolean {
  if (chunk?.kind !== "np") return false;
  const words = chunk.tokens.filter(({ lower }) => lower !== "the");
  return words.every(({ pos }) => pos === "PROPN");
}

function startsClause(chunk: Chunk | undefined): boolean {
  return chunk === undefined || /^(comma|sc|q|cc|colon|dash|other)$/.test(chunk.kind);
}

/** `The director, Lars Ekholm said`: a name with a comma before it and an office before that. */
function appositionsBefore(chunks: readonly Chunk[], from: number): number[] {
  if (chunks[from - 1]?.kind !== "comma" || chunks[from - 2]?.kind !== "np") return [];
  const office = chunks[from - 2];
  return OFFICE_NOUNS.has(office.head.lower) && startsClause(chunks[from - 3]) ? [from - 2] : [];
}

/** `The minister — a banker by trade, who is ill — said`: what stands between dashes is said aside, commas and all. */
function beforeDashes(chunks: readonly Chunk[], close: number, depth: number): Subject | undefined {
  const open = chunks.findLastIndex(({ kind }, at) => at < close && kind === "dash");
  if (chunks[close].kind !== "dash" || chunks[open - 1]?.kind !== "np") return undefined;
  const aside = chunks.slice(open + 1, close);
  if (aside.some(({ kind, head }) => /^(q|colon)$/.test(kind) || head.text === ";")) return undefined;
  const group = groupEndingAt(chunks, open - 1, depth + 1);
  if (group === undefined) return undefined;
  // `Their negotiator, Ali Omar — a banker — said`
  const chain = chunks[group.from - 1]?.kind === "comma" && chunks[group.from - 2]?.kind === "np";
  const named = chain && isName(chunks[group.from]) ? [group.from - 2] : [];
  const aside1 = chunks[open + 1].kind === "np" ? [open + 1] : [];
  return { ...group, appositions: [...group.appositions, ...named, ...aside1] };
}

/** The verb follows a comma: what stands between it and the comma before is said aside, and the subject stands before that. */
function beforeParenthesis(chunks: readonly Chunk[], close: number, depth: number): Subject | undefined {
  for (let open = close - 1; open > 0; open--) {
    const chunk = chunks[open];
    if (chunk.kind === "q") {
      // `A faction, whose leader called him "weak", said`: quoted within the aside.
      const lead = chunks.findLastIndex(({ kind }, at) => at < open && /^(comma|rel)$/.test(kind));
      const relative = chunks[lead]?.kind === "rel" && chunks[lead - 1]?.kind === "comma";
      // `A letter, signed "A Friend", was left`
      const titled =
        chunks[lead]?.kind === "comma" &&
        /^(signed|entitled|titled|headed|headlined|dubbed|called|marked|labeled|labelled)$/.test(
          chunks[lead + 1]?.head.lower ?? "",
        );
      if (!relative && !titled) return undefined;
      continue;
    }
    if (chunk.kind !== "comma" && chunk.kind !== "dash") continue;
    const holder = chunks[open - 1];
    if (holder === undefined) return undefined;
    const aside = chunks[open + 1];
    if (holder.kind === "np" && /^(np|rel|ger|p|v|inf|adv|sc|other)$/.test(aside?.kind ?? "")) {
      // `Kim Il, 52, an engineer, said`: the list of asides goes on to the left.
      if (/^\d+$/.test(holder.head.text) && holder.tokens.length === 1) continue;
      const outer = beforeRelative(chunks, open, depth);
      if (outer !== undefined) return outer;
      const group = groupEndingAt(chunks, open - 1, depth + 1);
      if (group === undefined) continue;
      const appositions = [...group.appositions];
      for (let each = open + 1; each < close; each++) {
        const before = chunks[each - 1].kind;
        // `the mediator, a judge named Colm Brady, said`
        const named = before === "v" && /^(named|called)$/.test(chunks[each - 1].head.lower);
        if (chunks[each].kind === "np" && (named || before === "comma" || before === "dash"))
          appositions.push(each);
        if (chunks[each].kind === "rel") break;
      }
      // `Selim Aydin, the foreign minister, who is ill, said`: the first phrase of the chain is the subject.
      const earlier = chunks[group.from - 1];
      if (
        earlier?.kind === "comma" &&
        chunks[group.from - 2]?.kind === "np" &&
        (OFFICE_NOUNS.has(chunks[group.from].head.lower) ||
          /^(the|a|an)$/.test(chunks[group.from].tokens[0].lower)) &&
        chunks[group.from - 2].head.pos === "PROPN" &&
        startsClause(chunks[group.from - 3])
      ) {
        const further = groupEndingAt(chunks, group.from - 2, depth + 1);
        if (further !== undefined)
          return { ...further, appositions: [...further.appositions, group.from, ...appositions] };
      }
      return { ...group, appositions };
    }
    // `Mr. Hale, who, aides said, had slept, insisted`: what is put between is passed over.
    const interposed = speechVerb(holder.head.lower)?.clause === true && chunks[open - 3]?.kind === "comma";
    if (holder.kind === "v" && chunks[open - 2]?.kind === "np" && interposed) {
      open -= 2;
      continue;
    }
    if (holder.kind === "v") return undefined;
  }
  return undefined;
}

/** `Mr. Hale, who is to meet his counterpart, Ms. Dube, in Pretoria, has urged`: whom the relative clause is about that is open at a comma. */
function beforeRelative(chunks: readonly Chunk[], comma: number, depth: number): Subject | undefined {
  const who = chunks.findLastIndex(
    ({ kind, head }, at) => at < comma && kind === "rel" && head.lower === "who",
  );
  if (who < 2 || chunks[who - 1].kind !== "comma" || chunks[who - 2].kind !== "np") return undefined;
  const within = chunks.slice(who + 1, comma);
  if (within.some(({ kind, head }) => /^(q|dash|colon|sc)$/.test(kind) || head.text === ";"))
    return undefined;
  return within.filter(({ kind }) => kind === "v").length === 1
    ? groupEndingAt(chunks, who - 2, depth + 1)
    : undefined;
}

/** `met the envoy and said`: the subject of the verb before. */
function subjectOfEarlierVerb(chunks: readonly Chunk[], cc: number, depth: number): Subject | undefined {
  for (let at = cc - 1; at >= 0; at--) {
    if (chunks[at].kind === "sc" || chunks[at].kind === "rel") continue;
    if (chunks[at].kind !== "v") continue;
    // A verb in a subordinate clause has another subject, and the one coordinated with is further left.
    const own = subjectBefore(chunks, at, depth + 1);
    if (own === undefined) continue;
    const lead = chunks[own.from - 1];
    // `said in a statement the line was safe and warned …`: the clause is what was said.
    const content = lead?.kind === "np" && ADJUNCT.test(lead.head.lower);
    if (lead?.kind === "sc" || lead?.kind === "v" || content) {
      const outer = subjectOfEarlierVerb(chunks, own.from, depth + 1);
      if (outer !== undefined) return outer;
    }
    return own;
  }
  return undefined;
}
