import type { Paragraph } from "./clauses.ts";
import type { Token } from "./language.ts";
import { COURTESY, FAMILY_NAME_FIRST, FEMALE, MALE, OFFICE_NOUNS, TITLE_PARTS, TITLES } from "./offices.ts";
import { bodyNamed, INSTITUTION, isAgency, isPlaceName, stateNamed, stateOfAdjective } from "./places.ts";
import type { Person, Sureness, TextSpan } from "./reading.ts";
import { speechVerb } from "./speech-verbs.ts";

/** A place where somebody is named. `person` is undefined where two could be meant. */
export type Mention = TextSpan & {
  readonly paragraph: number;
  readonly names: readonly string[];
  person: Known | undefined;
};

/** A person as far as the report makes him known. */
export type Known = {
  id: string;
  names: readonly string[];
  readonly roles: string[];
  affiliation: string | undefined;
  gender: "he" | "she" | undefined;
  readonly mentions: TextSpan[];
  sure: Sureness;
};

export type People = {
  readonly known: readonly Known[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
};

type Raw = TextSpan & {
  readonly paragraph: number;
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly gender: "he" | "she" | undefined;
  /** A title or an office says that this is a person. */
  readonly titled: boolean;
  readonly speaks: boolean;
};

const PARTICLE = /^(al|el|de|del|della|da|di|dos|du|la|le|van|von|der|den|bin|ibn|bint|ben|abu|y)$/;
const MONTH =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Everybody named in the report, one entry a person however he is named. Two passes over the words; names are compared pairwise only with those of the same report. */
export function peopleIn(paragraphs: readonly Paragraph[]): People {
  const raw = paragraphs.flatMap((paragraph) => rawMentions(paragraph));
  const known: Known[] = [];
  const found = new Map<Raw, Known | undefined>();
  const full = raw.filter(({ names }) => names.length > 1);
  const laterAlone = new Set(raw.filter(({ names }) => names.length === 1).map(({ names }) => names[0]));
  for (const mention of full) {
    const believed = mention.titled || mention.speaks || mention.names.some((name) => laterAlone.has(name));
    const same = known.find((person) => sameFullName(person, mention));
    if (same === undefined && !believed) continue;
    const person = same ?? create(known, mention);
    add(person, mention);
    found.set(mention, person);
  }
  for (const mention of raw) {
    if (mention.names.length > 1) continue;
    const [name] = mention.names;
    const candidates = byOneName(known, name, mention);
    if (candidates.length === 0) {
      if (!mention.titled || !/^\p{Lu}/u.test(name)) continue;
      const person = create(known, mention);
      add(person, mention);
      found.set(mention, person);
      continue;
    }
    const person = candidates.length === 1 ? candidates[0] : nearest(candidates, mention, raw, found);
    if (person !== undefined) add(person, mention);
    found.set(mention, person);
  }
  const mentions = raw
    .filter((each) => found.has(each))
    .map(
      (each): Mention => ({
        start: each.start,
        end: each.end,
        paragraph: each.paragraph,
        names: each.names,
        person: found.get(each),
      }),
    );
  return { known, mentions };
}

/** The people for the reading. */
export function listed(people: People): Person[] {
  return people.known.map(({ id, names, roles, affiliation, mentions, sure }) => ({
    id,
    name: names.join(" "),
    role: longest(roles),
    affiliation,
    spans: mentions,
    sure,
  }));
}

function longest(roles: readonly string[]): string | undefined {
  return roles.reduce<string | undefined>(
    (best, role) => (best === undefined || role.length > best.length ? role : best),
    undefined,
  );
}

/** The name by which he is called alone: the last, or the first where family names stand first. */
export function familyName(names: readonly string[]): string {
  const plain = names.filter((name) => !/^(Jr|Sr|II|III|IV)\.?$/.test(name) && !/^\p{Lu}\.?$/u.test(name));
  const [first] = plain;
  if (plain.length > 1 && FAMILY_NAME_FIRST.has(first)) {
    const given = plain.slice(1);
    if (given.length === 2 || /[-‐‑]/.test(given[0]) || plain.length === 2) return first;
  }
  return plain[plain.length - 1] ?? names[names.length - 1];
}

function create(known: Known[], { names }: Raw): Known {
  const base = familyName(names)
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
  const stem = /^\p{L}/u.test(base) ? base : `p${base}`;
  let id = stem;
  for (let count = 2; known.some((person) => person.id === id); count++) id = `${stem}${count}`;
  const person: Known = {
    id,
    names,
    roles: [],
    affiliation: undefined,
    gender: undefined,
    mentions: [],
    sure: "sure",
  };
  known.push(person);
  return person;
}

function add(person: Known, mention: Raw): void {
  if (mention.names.length > person.names.length) person.names = mention.names;
  for (const role of mention.roles) if (!person.roles.includes(role)) person.roles.push(role);
  person.gender ??= mention.gender;
  person.affiliation ??= mention.roles.map(affiliationIn).find((each) => each !== undefined);
  person.mentions.push({ start: mention.start, end: mention.end });
  if (!mention.titled && person.roles.length === 0) person.sure = "likely";
  else if (person.roles.length > 0) person.sure = "sure";
}

/** The same person by his full name: all names alike, or the family name and one more; one letter may be wrong. */
function sameFullName(person: Known, { names }: Raw): boolean {
  if (person.names.length === 1) return familyName(names) === person.names[0];
  const theirs = person.names.join(" ");
  const ours = names.join(" ");
  if (theirs === ours) return true;
  const flat = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");
  if (flat(theirs) === flat(ours)) return true;
  if (flat(theirs).length > 7 && oneLetterApart(flat(theirs), flat(ours))) return true;
  const family = familyName(names);
  if (family !== familyName(person.names)) return false;
  const rest = (all: readonly string[]) => all.filter((name) => name !== family && !/^\p{Lu}\.$/u.test(name));
  return rest(names).length > 0 && rest(names)[0] === rest(person.names)[0];
}

/** Those whom one name alone may mean: by the family name, else by any, else by a family name one letter off. */
function byOneName(known: readonly Known[], name: string, { roles, gender }: Raw): Known[] {
  const fits = (person: Known) =>
    gender === undefined || person.gender === undefined || person.gender === gender;
  const bare = (each: string) => each.replace(/^(al|el)-/i, "");
  const family = known.filter((person) => bare(familyName(person.names)) === bare(name) && fits(person));
  if (family.length > 1 && roles.length > 0) {
    const heads = roles.map((role) => role.toLowerCase());
    const ofOffice = family.filter((person) =>
      person.roles.some((role) => heads.some((head) => role.toLowerCase().endsWith(head))),
    );
    if (ofOffice.length > 0) return ofOffice;
  }
  if (family.length > 0) return family;
  const any = known.filter(
    (person) => person.names.length > 1 && person.names.includes(name) && fits(person),
  );
  if (any.length > 0) return any;
  if (name.length < 5) return [];
  return known.filter((person) => oneLetterApart(familyName(person.names), name) && fits(person));
}

/** Of several people of one name, the one who was spoken of last, if he alone of them is named in this paragraph before. */
function nearest(
  candidates: readonly Known[],
  mention: Raw,
  raw: readonly Raw[],
  found: ReadonlyMap<Raw, Known | undefined>,
): Known | undefined {
  const here = new Set<Known>();
  for (const each of raw) {
    if (each.paragraph !== mention.paragraph || each.start >= mention.start) continue;
    const person = found.get(each);
    if (person !== undefined && candidates.includes(person)) here.add(person);
  }
  return here.size === 1 ? [...here][0] : undefined;
}

/** Whether two words differ by one letter put in, left out or exchanged. */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** `MR. BRANDT: …`, `MINISTER KOROMAH: …`: whoever speaks by label in a transcript. */
const LABEL = /^([A-Z][A-Z]+)\.? ((?:[A-Z][A-Z'’-]+ ?){1,2}):/;

function labelIn({ text, start, index }: Paragraph): Raw[] {
  const found = LABEL.exec(text);
  if (found === null || !TITLES.has(found[1].toLowerCase())) return [];
  const title = found[1].toLowerCase();
  const names = found[2]
    .trim()
    .split(" ")
    .map((word) => word[0] + word.slice(1).toLowerCase());
  const at = start + found[0].indexOf(found[2]);
  return [
    {
      start: at,
      end: at + found[2].length,
      paragraph: index,
      names,
      roles: COURTESY.has(title) ? [] : [title[0].toUpperCase() + title.slice(1)],
      gender: FEMALE.test(title) ? "she" : MALE.test(title) ? "he" : undefined,
      titled: true,
      speaks: true,
    },
  ];
}

function rawMentions(paragraph: Paragraph): Raw[] {
  const { tokens, index } = paragraph;
  const mentions: Raw[] = labelIn(paragraph);
  for (let at = 0; at < tokens.length; ) {
    const to = capitalRun(tokens, at);
    if (to === at) {
      at++;
      continue;
    }
    const mention = mentionIn(tokens, at, to, index);
    if (mention !== undefined) mentions.push(mention);
    at = to;
  }
  return mentions;
}

const capital = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(token.text);
/** Words in capitals are datelines and headings, unless short as `UN` or with periods as `U.S.`. */
const shouted = (text: string) => /^\p{Lu}[\p{Lu}\-']{3,}$/u.test(text);

/** The end of a run of capitalized words that begins at `at`, with particles and `of` within titles. */
function capitalRun(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  const particle =
    PARTICLE.test(first.lower.split("-")[0]) &&
    /^al-|^el-/.test(first.lower) &&
    capitalAfterHyphen(first.text);
  if (!particle && (!capital(first) || shouted(first.text))) return at;
  // The first word of a sentence has a capital anyway.
  if (first.first && !/^(PROPN|NOUN|ADJ|VERB)$/.test(first.pos) && !TITLE_PARTS.has(first.lower)) return at;
  if (
    first.first &&
    /^(the|a|an|in|on|at|but|and|he|she|it|they|his|her|its|their|this|that|these|those|our|we|i|if|as|for|of|to|no|not|some|all|many|most|both|one|asked|speaking|talks|officials|sources|under)$/.test(
      first.lower,
    ) &&
    !(first.lower === "under" && capital(tokens[at + 1]))
  )
    return at;
  let to = at + 1;
  for (; to < tokens.length; to++) {
    const token = tokens[to];
    if (token.first && !TITLES.has(tokens[to - 1].lower) && !/^\p{Lu}\.$/u.test(tokens[to - 1].text)) break;
    if (capital(token) && !shouted(token.text)) continue;
    if (/^(al|el)-\p{Lu}/u.test(token.text)) continue;
    if (PARTICLE.test(token.lower) && capital(tokens[to + 1]) && !TITLES.has(tokens[to - 1].lower)) continue;
    const held = /^(secretary|minister|head|chief|director|president|state)$/.test(tokens[to - 1].lower);
    if (held && /^(of|for)$/.test(token.lower) && capital(tokens[to + 1])) continue;
    if (
      token.lower === "and" &&
      /^(foreign|defense|defence|security)$/.test(tokens[to - 1].lower) &&
      capital(tokens[to + 1])
    )
      continue;
    break;
  }
  return to;
}

const capitalAfterHyphen = (text: string) => /-\p{Lu}/u.test(text);

function mentionIn(tokens: readonly Token[], from: number, to: number, paragraph: number): Raw | undefined {
  let name = from;
  let lastTitle = -1;
  for (let at = from; at < to; at++) if (TITLES.has(tokens[at].lower) && at < to - 1) lastTitle = at;
  if (lastTitle >= 0) {
    name = lastTitle + 1;
    while (
      name < to &&
      (TITLE_PARTS.has(tokens[name].lower) || INSTITUTION.test(tokens[name].text)) &&
      to - name > 1
    )
      name++;
    if (TITLE_PARTS.has(tokens[name].lower) && to - name === 1 && name > lastTitle + 1) return undefined;
  } else {
    // `Russian Alexander Losyukov`, `Sevgaz Chief Executive …` have been seen to; a state's adjective is no name.
    while (name < to - 1 && stateOfAdjective(tokens[name].text) !== undefined) name++;
  }
  const words = tokens.slice(name, to).map(({ text }) => text);
  if (words.length === 0 || words.length > 5) return undefined;
  const joined = words.join(" ");
  const title = tokens[to - 1].lower;
  if (
    TITLES.has(title) &&
    (words.length === 1 || !/^(king|bishop|judge|pope|marshal|major|dean|prince|sheikh)$/.test(title))
  )
    return undefined;
  if (stateNamed(joined) ?? stateOfAdjective(joined) ?? bodyNamed(joined)) return undefined;
  if (
    isAgency(joined) ||
    isPlaceName(joined) ||
    words.some((word) => INSTITUTION.test(word) || MONTH.test(word.toLowerCase()))
  )
    return undefined;
  if (
    words.some(
      (word) =>
        stateNamed(word) !== undefined || stateOfAdjective(word) !== undefined || /[.]\p{Lu}/u.test(word),
    ) &&
    lastTitle < 0
  )
    return undefined;
  if (words.some((word) => /\d|^[\p{P}\p{S}]$/u.test(word))) return undefined;
  if (
    words.length === 1 &&
    lastTitle < 0 &&
    (words[0].length < 2 ||
      OFFICE_NOUNS.has(words[0].toLowerCase()) ||
      TITLE_PARTS.has(words[0].toLowerCase()))
  )
    return undefined;
  const titleWords = tokens.slice(from, name);
  const roles: string[] = [];
  const inRun = titleWords.filter(({ lower }) => !COURTESY.has(lower));
  if (inRun.some(({ lower }) => TITLES.has(lower))) roles.push(inRun.map(({ text }) => text).join(" "));
  const before = roleBefore(tokens, from);
  if (before !== undefined) {
    if (roles.length > 0 && before.adjacent) roles[0] = `${before.role} ${roles[0]}`;
    else roles.push(before.role);
  }
  const after = roleAfter(tokens, to);
  if (after !== undefined) roles.push(after);
  const courtesy = titleWords.map(({ lower }) => lower).join(" ");
  const said = [...courtesy.split(" "), ...roles.flatMap((role) => role.toLowerCase().split(" "))];
  const gender = said.some((word) => FEMALE.test(word))
    ? "she"
    : said.some((word) => MALE.test(word))
      ? "he"
      : undefined;
  const neighbors = [tokens[to]?.lower, tokens[to + 1]?.lower, tokens[from - 1]?.lower];
  return {
    start: tokens[name].start,
    end: tokens[to - 1].end,
    paragraph,
    names: words,
    roles,
    gender,
    titled: lastTitle >= 0 || roles.length > 0,
    speaks:
      words.length > 1 && neighbors.some((word) => word !== undefined && speechVerb(word)?.clause === true),
  };
}

/** `North Korean leader` Kim …, `another deputy foreign minister,` Georgy …, `a spokeswoman for Mr. Cardwell,` Carrie …. */
function roleBefore(tokens: readonly Token[], from: number): { role: string; adjacent: boolean } | undefined {
  const comma = tokens[from - 1]?.text === ",";
  const last = comma ? from - 2 : from - 1;
  if (tokens[from]?.first || last < 0) return undefined;
  let head = last;
  if (!isOffice(tokens[last])) {
    if (!comma) return undefined;
    for (head = last; head > last - 9 && head >= 0; head--) {
      if (
        /^[,;:.]$/.test(tokens[head].text) ||
        (tokens[head].pos === "VERB" && !/^(acting)$/.test(tokens[head].lower))
      )
        return undefined;
      if (isOffice(tokens[head]) && /^(of|for|to|in|at)$/.test(tokens[head + 1]?.lower ?? "")) break;
    }
    if (head <= last - 9 || head < 0) return undefined;
  }
  let start = head;
  while (start > 0 && !tokens[start].first && start > head - 7 && modifies(tokens, start - 1)) start--;
  while (/^('s|’s)$/.test(tokens[start]?.text ?? "")) start++;
  return { role: textOf(tokens.slice(start, last + 1)), adjacent: !comma };
}

function isOffice(token: Token | undefined): boolean {
  return token !== undefined && OFFICE_NOUNS.has(token.lower);
}

function modifies(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = tokens[at];
  if (/^(NOUN|ADJ|PROPN)$/.test(pos) && !MONTH.test(lower)) return true;
  return /^('s|’s)$/.test(text) || lower === "acting" || lower === "'s";
}

/** Hernan Vidal`, the Chilean delegation chief`; Thomas de Groot ` of the Caucasus Institute`. */
function roleAfter(tokens: readonly Token[], to: number): string | undefined {
  let at = to;
  if (tokens[at]?.lower === "of" && capital(tokens[at + (tokens[at + 1]?.lower === "the" ? 2 : 1)])) {
    let end = at + 1;
    while (
      tokens[end]?.lower === "the" ||
      capital(tokens[end]) ||
      (tokens[end]?.lower === "of" && capital(tokens[end + 1]))
    )
      end++;
    const place = textOf(tokens.slice(at, end));
    return INSTITUTION.test(tokens[end - 1].text) ? place : undefined;
  }
  if (tokens[at]?.text !== ",") return undefined;
  at++;
  if (/^\d{1,3}$/.test(tokens[at]?.text ?? "") && tokens[at + 1]?.text === ",") at += 2;
  const start = at;
  let head = -1;
  for (; at < Math.min(tokens.length, start + 12); at++) {
    const { text, pos, lower } = tokens[at];
    if (/^[,;:.)]$/.test(text) || text === "—" || text === "–") break;
    if (/^(VERB|AUX)$/.test(pos) && lower !== "acting") break;
    if (/^(who|whose|which|that|and)$/.test(lower)) break;
    if (isOffice(tokens[at]) && head < 0) head = at;
    else if (
      isOffice(tokens[at]) &&
      !tokens.slice(head + 1, at).some((each) => /^(of|for|to|in|at)$/.test(each.lower))
    )
      head = at;
  }
  if (head < 0) return undefined;
  let from = start;
  if (tokens[from].pos === "DET" || tokens[from].pos === "PRON") from++;
  // `Mr. Hale, the officials said` is no apposition: the verb follows at once.
  if (tokens[at] !== undefined && /^(VERB|AUX)$/.test(tokens[at].pos)) return undefined;
  if (tokens.slice(from, at).some((each) => each.pos === "PUNCT" && !/^['’"“”-]/.test(each.text)))
    return undefined;
  return textOf(tokens.slice(from, at));
}

/** Tokens as text, as they were spaced. */
function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    text += before !== undefined && before.end < token.start ? ` ${token.text}` : token.text;
  }
  return text;
}

function affiliationIn(text: string): string | undefined {
  const role = text.replace("National Security Council", "White House");
  const words = role.split(/\s+/);
  for (let size = 3; size > 0; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words
        .slice(at, at + size)
        .join(" ")
        .replace(/['’]s$/, "");
      const found = stateOfAdjective(phrase) ?? stateNamed(phrase) ?? bodyNamed(phrase);
      if (found !== undefined) return found;
    }
  }
  const institution =
    /((?:\p{Lu}[\p{L}.-]*\s)*(?:Ministry|Department|Institute|Commission|Agency|Council|Office|University))/u.exec(
      role,
    );
  return institution?.[1];
}
