import type { Chunk, Paragraph } from "./clauses.ts";
import { isCommonWord } from "./language.ts";
import { FEMALE, LETTERS, MALE, OFFICE_NOUNS } from "./offices.ts";
import type { Known, People } from "./people.ts";
import { bodyNamed, isAgency, stateNamed, stateOfAdjective } from "./places.ts";
import type { Speaker } from "./reading.ts";
import type { Subject } from "./subject.ts";

/** Who was spoken of, as far as later words such as `he` and `the official` may mean them. */
export type Context = {
  /** The last person, named or not, who was the subject of a sentence. */
  human:
    | { speaker: Speaker; gender: "he" | "she" | undefined; paragraph: number; readonly beside?: boolean }
    | undefined;
  /** The last institution, state or paper that was one. */
  thing: { speaker: Speaker; paragraph: number } | undefined;
  plural: { speaker: Speaker; paragraph: number } | undefined;
  /** The last man and the last woman who were. */
  readonly last: Map<"he" | "she", NonNullable<Context["human"]>>;
  /** People described and not named, by the noun for what they are: `official` → `a senior official`. */
  readonly described: Map<string, Speaker>;
};

/** Nobody was spoken of yet. */
export function noContext(): Context {
  return { human: undefined, thing: undefined, plural: undefined, last: new Map(), described: new Map() };
}

export type Resolved = {
  readonly speaker: Speaker | undefined;
  /** `name`: a name that nothing tells to be a person's or an institution's; `matter`: a thing that has no voice, such as an attack. */
  readonly kind: "human" | "thing" | "matter" | "plural" | "name" | "open";
  readonly gender: "he" | "she" | undefined;
};

const PRONOUNS: Readonly<Partial<Record<string, "he" | "she">>> = {
  he: "he",
  him: "he",
  she: "she",
  her: "she",
};
const OPEN: Resolved = { speaker: undefined, kind: "open", gender: undefined };
const PLURAL =
  /^(officials|diplomats|aides|sources|analysts|experts|ministers|leaders|lawmakers|reporters|reports|authorities|observers|witnesses|critics|supporters|negotiators|rebels|residents|activists|scientists|investigators|people|men|women|envoys|governments|others|families|spokesmen|media)$/;
const PAPER =
  /^(statement|report|letter|note|communique|communiqué|document|resolution|declaration|newspaper|paper|agency|ministry|government|department|office|commission|council|party|army|military|group|company|firm|embassy|committee|movement|delegation|union|body|court|parliament|cabinet|television|radio|media|list|text|treaty|agreement|alliance|administration|mission|message|website|site|broadcaster|channel|daily|association|federation|chamber|league|institute|university|bank|fund|charity|organi[sz]ation|board|panel|tribunal|team|side|faction|militia|navy|force|police|coalition|opposition|regime|junta|palace|presidency|secretariat|bureau|authority|congress|senate|assembly|church|foundation|network|airline|magazine|station|registry|communique|memorandum|memo|manifesto|poster|leaflet|transcript|survey|study|poll|index|charter|accord|pact|draft|plan|guideline|verdict|judgment|ruling|decree|order|law|article|page|post|tweet|proposal|motion|bill|amendment|constitution|appeal|petition|timetable|ultimatum)$/;

/** Who a subject is. `known` says how far back `he` may reach: a sentence's own subject first, then those before. */
export function resolve(
  subject: Subject,
  chunks: readonly Chunk[],
  paragraph: Paragraph,
  people: People,
  context: Context,
): Resolved {
  const head = chunks[subject.from];
  const span = { start: head.start, end: chunks[lastOf(subject, chunks)].end };
  const text = paragraph.text.slice(span.start - paragraph.start, span.end - paragraph.start);
  const list = chunks.slice(subject.from, subject.to);
  if (list.some(({ kind }) => kind === "cc") && /^(cc|comma)$/.test(list[1].kind))
    return {
      speaker: { text, name: text, person: undefined, party: undefined, span },
      kind: "plural",
      gender: undefined,
    };
  const own = mentionEnding(head, people);
  // Two of that name are possible, so it stays open.
  if (own === "two") return OPEN;
  if (own !== undefined) return ofPerson(own, text, span);
  for (const apposition of subject.appositions) {
    const named = mentionEnding(chunks[apposition], people);
    if (named === "two") return OPEN;
    if (named !== undefined) return ofPerson(named, text, span);
  }
  const word = head.head.lower;
  const pronoun = head.tokens.length === 1 ? PRONOUNS[word] : undefined;
  if (pronoun !== undefined) {
    // `Mr. Adam spoke, then Ms. Boyd. He said …`
    const human =
      context.human?.gender !== undefined && context.human.gender !== pronoun
        ? context.last.get(pronoun)
        : context.human;
    // After `Ms. Kerr met Mr. Lavrin` either may be meant.
    if (human === undefined || human.beside === true || paragraph.index - human.paragraph > 1) return OPEN;
    if (human.gender !== undefined && human.gender !== pronoun) return OPEN;
    // `Mr. Clifford would consult before he proposes …`: somebody named between may be meant, unless the attribution follows what was said.
    const before = chunks[subject.from - 1];
    if (before !== undefined && before.kind !== "comma" && before.kind !== "q") {
      const between = people.mentions.some(
        ({ start, end, person }) =>
          start >= chunks[0].start && end <= span.start && person?.id !== human.speaker.person,
      );
      if (between) return OPEN;
    }
    return { speaker: { ...human.speaker, text, span }, kind: "human", gender: pronoun };
  }
  if (word === "it" && head.tokens.length === 1) {
    const { thing } = context;
    if (thing === undefined || paragraph.index - thing.paragraph > 1) return OPEN;
    return { speaker: { ...thing.speaker, text, span }, kind: "thing", gender: undefined };
  }
  if (/^(they|both)$/.test(word) && head.tokens.length === 1) {
    const { plural } = context;
    if (plural === undefined || paragraph.index - plural.paragraph > 1) return OPEN;
    return { speaker: { ...plural.speaker, text, span }, kind: "plural", gender: undefined };
  }
  if (
    head.tokens.length === 1 &&
    /^(i|we|you|this|that|who|which|there|these|those|some|many|here|what|himself|herself|itself|themselves)$/.test(
      word,
    )
  )
    return OPEN;
  // `a body of regulators that sets rules`, where the tagger took the clause for a phrase
  if (word !== "that" && head.tokens[0].lower === "that" && head.tokens.length > 2) return OPEN;
  // `the 75-year-old diplomat said`: an age goes with whoever was just spoken of.
  const aged =
    head.tokens[0].lower === "the" && head.tokens.some(({ lower }) => /^\d+-year-old$/.test(lower));
  const { human } = context;
  if (aged && human !== undefined && human.beside !== true && paragraph.index - human.paragraph < 2)
    return { speaker: { ...human.speaker, text, span }, kind: "human", gender: human.gender };
  const party = partyIn(head, text, paragraph);
  if (party !== undefined)
    return {
      speaker: { text, name: party, person: undefined, party, span },
      kind: "thing",
      gender: undefined,
    };
  return described({ text, span, subject }, chunks, people, context, paragraph);
}

/** `the man who runs the mill`: words that say nobody alone are told with the clause that says who. */
function lastOf({ from, to }: Subject, chunks: readonly Chunk[]): number {
  if (
    !/^(man|woman|person|people|men|women|one|someone|somebody|those|others)$/.test(chunks[from].head.lower)
  )
    return to;
  if (from !== to || chunks[to + 1]?.head.lower !== "who" || chunks[to + 2]?.kind !== "v") return to;
  let last = to + 2;
  while (/^(np|p|time|adv|inf|ger)$/.test(chunks[last + 1]?.kind ?? "")) last++;
  return last;
}

/** Puts a subject where `he`, `it`, `they` and `the official` find it. */
export function remember({ speaker, kind, gender }: Resolved, paragraph: number, context: Context): void {
  if (speaker === undefined) return;
  // After `his spokesman explained`, `he` may be either.
  const beside = speaker.person === undefined && /^(his|her)\s/i.test(speaker.text);
  if (kind === "human" || kind === "name") context.human = { speaker, gender, paragraph, beside };
  if (kind === "human" && gender !== undefined) context.last.set(gender, { speaker, gender, paragraph });
  if (kind === "thing" || kind === "matter" || kind === "name") context.thing = { speaker, paragraph };
  if (kind === "plural") context.plural = { speaker, paragraph };
}

function ofPerson(person: Known, text: string, span: Speaker["span"]): Resolved {
  const speaker = { text, name: person.names.join(" "), person: person.id, party: undefined, span };
  return { speaker, kind: "human", gender: person.gender };
}

/** Who is named at the end of a noun phrase: not the minister of `the minister's spokesman`. */
function mentionEnding(chunk: Chunk, people: People): Known | "two" | undefined {
  // `President Omar of Egypt`
  const of = chunk.tokens.findLastIndex(({ lower }) => lower === "of");
  const beforeOf = of > 0 ? chunk.tokens[of - 1].end : undefined;
  // `Ann Lund MP`
  const lettered = LETTERS.test(chunk.head.text) ? chunk.tokens.at(-2)?.end : undefined;
  for (let at = people.mentions.length - 1; at >= 0; at--) {
    const mention = people.mentions[at];
    if (mention.start < chunk.start) break;
    if (
      mention.end === chunk.end ||
      mention.end === chunk.head.end ||
      mention.end === beforeOf ||
      mention.end === lettered
    )
      return mention.person ?? "two";
  }
  return undefined;
}

function partyIn(head: Chunk, text: string, paragraph: Paragraph): string | undefined {
  const plain = paragraph.text
    .slice(head.start - paragraph.start, head.end - paragraph.start)
    .replace(/^(the|both)\s+/i, "");
  const direct = stateNamed(text) ?? stateNamed(plain) ?? bodyNamed(plain) ?? stateNamed(`the ${plain}`);
  if (direct !== undefined) return direct;
  if (isAgency(plain)) return plain;
  // `South Korea's Yonhap news agency`
  const agency = head.tokens.find(({ text: word, pos }) => pos === "PROPN" && isAgency(word));
  if (agency !== undefined && /^(agency|radio|television|newspaper|daily)$/.test(head.head.lower))
    return agency.text;
  // `a program Iran says it needs`: the phrase before belongs to the sentence around.
  const [common, name] = head.tokens.slice(-2);
  if (name !== undefined && common.pos === "NOUN" && stateNamed(name.text) !== undefined)
    return stateNamed(name.text);
  const government =
    /^(.+?)(?:['’]s)? (?:[Gg]overnment|[Aa]uthorities|[Aa]dministration|[Rr]egime|[Ss]ide)$/.exec(plain)?.[1];
  return government === undefined ? undefined : (stateOfAdjective(government) ?? stateNamed(government));
}

function described(
  { text, span, subject }: { text: string; span: Speaker["span"]; subject: Subject },
  chunks: readonly Chunk[],
  people: People,
  context: Context,
  paragraph: Paragraph,
): Resolved {
  const head = chunks[subject.from];
  const textOf = ({ start, end }: Chunk) =>
    paragraph.text.slice(start - paragraph.start, end - paragraph.start);
  const noun = head.head.lower;
  // `one of the officials` is one.
  const several = PLURAL.test(noun) || (OFFICE_NOUNS.has(noun) && /(s|men|people)$/.test(noun));
  const plural =
    (several && !/^(one|another)$/.test(head.tokens[0].lower)) ||
    /^(two|three|four|several|some|many|most|both)$/.test(head.tokens[0].lower);
  const office = OFFICE_NOUNS.has(noun);
  const gender = head.tokens.some(({ lower }) => FEMALE.test(lower))
    ? "she"
    : head.tokens.some(({ lower }) => MALE.test(lower))
      ? "he"
      : undefined;
  const fresh: Speaker = { text, name: text, person: undefined, party: undefined, span };
  if (plural) {
    const before =
      /^(the|those)$/i.test(head.tokens[0].text) && head.tokens.length === 2
        ? context.described.get(noun)
        : undefined;
    const speaker = before === undefined ? fresh : { ...before, text, span };
    if (before === undefined) context.described.set(noun, fresh);
    return { speaker, kind: "plural", gender: undefined };
  }
  // `Debt is dear. It said …`: the first word of a sentence has a capital anyway.
  const first = head.tokens.length === 1 && head.tokens[0].first && isCommonWord(noun);
  const name =
    !first &&
    head.tokens.length < 3 &&
    head.tokens.every(({ pos, text: word }) => pos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(word));
  if (!office && name) return { speaker: fresh, kind: "name", gender };
  if (!office) {
    // `a local daily, Al-Bilad, reported`
    const title = subject.appositions.map((each) => chunks[each]).find((each) => isTitle(each));
    const name = title === undefined ? text : textOf(title);
    // `the British baroness`
    const titled = FEMALE.test(noun) || MALE.test(noun);
    return { speaker: { ...fresh, name }, kind: titled ? "human" : kindOf(head), gender };
  }
  const definite = /^(the|his|her|its|their|this|that)$/i.test(head.tokens[0].text);
  // `the foreign minister there` is that of another place.
  const elsewhere = chunks[subject.to + 1]?.head.lower === "there";
  if (definite && !elsewhere && subject.to === subject.from) {
    const modifiers = head.tokens.slice(1, -1).map(({ lower }) => lower);
    const earlier = antecedent(noun, modifiers, span.start, people, context, paragraph);
    if (earlier === "two") return OPEN;
    if (earlier !== undefined)
      return { speaker: { ...earlier.speaker, text, span }, kind: "human", gender: earlier.gender ?? gender };
  }
  const later = elsewhere ? undefined : namedLater(head, span.start, people);
  if (later !== undefined) return ofPerson(later, text, span);
  context.described.set(noun, fresh);
  if (noun === "official" || noun === "diplomat" || noun === "spokesman" || noun === "spokeswoman")
    context.described.set("official", fresh);
  return { speaker: fresh, kind: "human", gender };
}

function isTitle({ tokens }: Chunk): boolean {
  return tokens.every(({ pos, text }) => pos === "PROPN" && /^\p{Lu}/u.test(text));
}

/** `Spain's interior minister said … The minister, Jaime Ortega, …`: who is named only afterwards, where all that his role says was said. */
function namedLater({ tokens }: Chunk, before: number, people: People): Known | undefined {
  const words = new Set(tokens.map(({ lower }) => lower));
  if (!words.has("the") && !tokens.some(({ text }) => /^['’]s?$/.test(text))) return undefined;
  const fits = people.known.filter(({ roles: [role], mentions: [first] }) => {
    const parts = role?.toLowerCase().split(/\s+|(?=['’]s)/) ?? [];
    return (
      first !== undefined &&
      first.start > before &&
      parts.length > 0 &&
      parts.every((word) => words.has(word))
    );
  });
  return fits.length === 1 ? fits[0] : undefined;
}

/** Of a noun that is no office: papers and institutions speak, and so do people by what they do (`farmers`); an attack does not. */
function kindOf({ head, tokens }: Chunk): Resolved["kind"] {
  if (PAPER.test(head.lower) || /^\p{Lu}/u.test(head.text)) return "thing";
  // `Farm groups estimate …`
  if (PAPER.test(head.lower.replace(/ies$/, "y").replace(/s$/, ""))) return "plural";
  if (/^(one|another)$/.test(tokens[0].lower)) return "human";
  if (DOERS.test(head.lower)) return /(s|men)$/.test(head.lower) ? "plural" : "human";
  return "matter";
}

const DOERS = /(er|or|ist|ian|man|men|ant|eer|crat)s?$/;

/** `Gen. Omar …, the general said` */
const RANKS_WRITTEN_OUT: Readonly<Partial<Record<string, string>>> = {
  gen: "general",
  col: "colonel",
  adm: "admiral",
  maj: "major",
  capt: "captain",
  lt: "lieutenant",
  sgt: "sergeant",
  cmdr: "commander",
  sen: "senator",
  rep: "representative",
  gov: "governor",
  rev: "reverend",
  prof: "professor",
  amb: "ambassador",
};

/** Of `the president's adviser for Asia` what he is himself: `adviser`. */
function ownPart(role: string): string {
  return role.replace(/^.*['’]s? /, "").replace(/ (to|for|at|in|with) .*$/, "");
}

/** Whom `the minister` means: who was last named or described as one, if what the phrase adds fits. */
function antecedent(
  noun: string,
  modifiers: readonly string[],
  before: number,
  people: People,
  context: Context,
  paragraph: Paragraph,
): { speaker: Speaker; gender: "he" | "she" | undefined } | "two" | undefined {
  let best: { person: Known; at: number } | undefined;
  let holders = 0;
  for (const person of people.known) {
    const fits = person.roles.some((role) => {
      const words = ownPart(role)
        .toLowerCase()
        .split(/[^\p{L}.-]+/u)
        .map((word) => RANKS_WRITTEN_OUT[word.replace(/\.$/, "")] ?? word);
      return (
        words.includes(noun) &&
        modifiers.every((modifier) => words.includes(modifier) || modifier === "senior")
      );
    });
    if (!fits) continue;
    const last = person.mentions.filter(({ start }) => start < before).at(-1);
    if (last === undefined) continue;
    holders++;
    if (best === undefined || last.start > best.at) best = { person, at: last.start };
  }
  const unnamed = context.described.get(noun);
  const fitting =
    unnamed !== undefined && modifiers.every((modifier) => unnamed.text.toLowerCase().includes(modifier))
      ? unnamed
      : undefined;
  if (fitting !== undefined && (best === undefined || fitting.span.start > best.at))
    return { speaker: fitting, gender: undefined };
  if (best === undefined) return undefined;
  // Two ministers are about, and the one last named stands in another paragraph.
  if (holders > 1 && modifiers.length === 0 && best.at < paragraph.start) return "two";
  const { person } = best;
  return {
    speaker: {
      text: "",
      name: person.names.join(" "),
      person: person.id,
      party: undefined,
      span: { start: 0, end: 0 },
    },
    gender: person.gender,
  };
}
