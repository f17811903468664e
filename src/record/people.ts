import type { Paragraph } from "./clauses.ts";
import { type NameInText, namesIn } from "./mentions.ts";
import { familyName, oneLetterApart } from "./names.ts";
import { officeBefore } from "./office-before.ts";
import type { Person, Sureness, TextSpan } from "./reading.ts";
import { affiliationIn, isClause } from "./roles.ts";

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

/** Everybody named in the report, one entry a person however he is named. Two passes over the words; names are compared pairwise only with those of the same report. */
export function peopleIn(paragraphs: readonly Paragraph[], publisher: string | undefined): People {
  const raw = paragraphs
    .flatMap((paragraph) => namesIn(paragraph))
    // `told Crescent World`
    .filter(({ names }) => names.join(" ") !== publisher?.replace(/^The /, ""));
  const known: Known[] = [];
  const found = new Map<NameInText, Known | undefined>();
  const full = raw.filter(({ names }) => names.length > 1);
  const laterAlone = new Set(
    raw.filter(({ alone, placed }) => alone && !placed).map(({ names }) => names[0]),
  );
  for (const mention of full) {
    const believed =
      mention.titled ||
      mention.speaks ||
      (!mention.placed && mention.names.some((name) => laterAlone.has(name)));
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
  for (const person of known) {
    const [first] = person.mentions;
    if (person.roles.length > 0 || person.names.length < 2) continue;
    const mention = raw.find(({ start }) => start === first.start);
    const office = mention && officeBefore(paragraphs, mention.paragraph, first.start);
    // Nobody else is named since, and nobody who is named before holds it.
    const taken =
      office === undefined ||
      raw.some(({ start, end }) => start > office.end && end < first.start) ||
      known.some(({ roles, mentions: [own] }) => own.start < first.start && holds(roles, office.role));
    if (taken) continue;
    person.roles.push(office.role);
    person.affiliation ??= affiliationIn(office.role);
    person.sure = "likely";
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

/** Whether somebody of these roles may be meant by an office: `foreign minister` by `Oslo's foreign minister`. */
function holds(roles: readonly string[], office: string): boolean {
  const words = (role: string) =>
    role
      .toLowerCase()
      .replace(/^.*['’]s /, "")
      .split(/\s+/);
  return roles.some((role) => words(office).every((word) => words(role).includes(word)));
}

/** The people for the reading. */
export function listed(people: People): Person[] {
  return people.known.map(({ id, names, roles, affiliation, mentions, sure }) => ({
    id,
    name: names.join(" "),
    role: mainRole(roles),
    affiliation,
    spans: mentions,
    sure,
  }));
}

/** The role by which somebody is brought in, a rank only where there is no other; as fully as it is told. */
function mainRole(roles: readonly string[]): string | undefined {
  // `Col. Bashir Noor, who commands the fort` is a colonel.
  const nouns = roles.filter((role) => !isClause(role));
  const first = nouns.find((role) => !RANK.test(role)) ?? nouns[0] ?? roles[0];
  if (first === undefined) return undefined;
  const words = (role: string) => role.toLowerCase().split(/\s+/);
  const fuller = roles.filter((role) => words(first).every((word) => words(role).includes(word)));
  return fuller.reduce((best, role) => (role.length > best.length ? role : best), first);
}

const RANK =
  /^((maj|brig|lt|rear|vice|major|lieutenant|brigadier)\.? )?(gen|col|adm|capt|maj|lt|sgt|cmdr|general|colonel|admiral|captain|major|lieutenant|sir|lord|lady|dame|baron|baroness|prince|princess|justice|sub-commander|subcomandante|dr|prof|professor|rev|father|judge|sheikh|sheik|imam|hajji)\.?$|\b(brother|sister|son|daughter|wife|husband|widow|mother|father|cousin|nephew|niece|colleague|friend|rival|ally|counterpart)$/i;

function create(known: Known[], { names }: NameInText): Known {
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

function add(person: Known, mention: NameInText): void {
  if (mention.names.length > person.names.length) person.names = mention.names;
  for (const role of mention.roles) if (!person.roles.includes(role)) person.roles.push(role);
  person.gender ??= mention.gender;
  person.affiliation ??= mention.roles.map(affiliationIn).find((each) => each !== undefined);
  person.mentions.push({ start: mention.start, end: mention.end });
  if (!mention.titled && person.roles.length === 0) person.sure = "likely";
  else if (person.roles.length > 0) person.sure = "sure";
}

/** The same person by his full name: all names alike, or the family name and one more; one letter may be wrong. */
function sameFullName(person: Known, { names }: NameInText): boolean {
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
function byOneName(known: readonly Known[], name: string, { roles, gender }: NameInText): Known[] {
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

/** Of several people of one name, the one who was spoken of last, if he alone of them is named in this paragraph before, or of late. */
function nearest(
  candidates: readonly Known[],
  mention: NameInText,
  raw: readonly NameInText[],
  found: ReadonlyMap<NameInText, Known | undefined>,
): Known | undefined {
  const here = new Set<Known>();
  for (const each of raw) {
    if (each.paragraph !== mention.paragraph || each.start >= mention.start) continue;
    const person = found.get(each);
    if (person !== undefined && candidates.includes(person)) here.add(person);
  }
  if (here.size > 0) return here.size === 1 ? [...here][0] : undefined;
  // Long after the other was named, the name alone is that of whom the last paragraphs were about.
  const since = (person: Known) => {
    const last = raw.findLast((each) => each.start < mention.start && found.get(each) === person);
    return last === undefined ? Number.POSITIVE_INFINITY : mention.paragraph - last.paragraph;
  };
  const [first, second] = [...candidates].sort((a, b) => since(a) - since(b));
  return since(first) <= 2 && since(second) >= 6 ? first : undefined;
}
