import type { Paragraph } from "./clauses.ts";
import { isMonthOrDay } from "./dates.ts";
import { isCapitalized, isCommonWord, type Token } from "./language.ts";
import {
  COURTESY,
  FEMALE,
  GIVEN_NAMES,
  LETTERS,
  MALE,
  OFFICE_NOUNS,
  TITLE_PARTS,
  TITLES,
} from "./offices.ts";
import { bodyNamed, INSTITUTION, isAgency, isPlaceName, stateNamed, stateOfAdjective } from "./places.ts";
import type { TextSpan } from "./reading.ts";
import { roleAfter, roleBefore } from "./roles.ts";
import { speechVerb } from "./speech-verbs.ts";

/** A run of words that may name a person, with what stands about it. */
export type NameInText = TextSpan & {
  readonly paragraph: number;
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly gender: "he" | "she" | undefined;
  /** A title or an office says that this is a person. */
  readonly titled: boolean;
  readonly speaks: boolean;
  /** One name, of which it can be told that it is one: `Gates said`, `Losyukov`, not `Security`. */
  readonly alone: boolean;
  /** It stands where places and things do: `in Banda Aceh`, `the Golan Strip`. */
  readonly placed: boolean;
};

/** `P.J. Harlan`; `U.S.` is a state and has been seen to before. */
const INITIALS = /^\p{Lu}\.\p{Lu}\.$/u;
const PARTICLE = /^(al|el|de|del|della|da|di|dos|du|la|le|van|von|der|den|bin|ibn|bint|ben|abu|y)$/;

/** `MR. BRANDT: …`, `MINISTER KOROMAH: …`: whoever speaks by label in a transcript. */
const LABEL = /^([A-Z][A-Z]+)\.? ((?:[A-Z][A-Z'’-]+ ?){1,2}):/;

function labelIn({ text, start, index }: Paragraph): NameInText[] {
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
      alone: false,
      placed: false,
    },
  ];
}

export function namesIn(paragraph: Paragraph): NameInText[] {
  const { tokens, index } = paragraph;
  const mentions: NameInText[] = labelIn(paragraph);
  for (let at = 0; at < tokens.length; ) {
    const to = capitalRun(tokens, at);
    if (to === at) {
      at++;
      continue;
    }
    // `Ann Lund MP`
    const bare = to - at > 2 && LETTERS.test(tokens[to - 1].text) ? to - 1 : to;
    const mention = mentionIn(tokens, at, bare, index);
    if (mention !== undefined) mentions.push(mention);
    at = to;
  }
  return mentions;
}

/** `Jan Holm`, `Theresa May`: months that are names as well, where no day stands beside them. */
function isNameToo(word: string, tokens: readonly Token[], from: number, to: number): boolean {
  return (
    /^(Jan|May|June|April|August)$/.test(word) &&
    to - from > 1 &&
    tokens[to]?.pos !== "NUM" &&
    !/^(in|on|by|of|since|until|last|next|early|late)$/.test(tokens[from - 1]?.lower ?? "")
  );
}

function acts(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  return next !== undefined && (/^(VERB|AUX)$/.test(next.pos) || /^['’]s?$/.test(next.text));
}

/** Whether a verb of saying follows an apposition or a phrase: `Ali Omar, one of five elders, told`, `Ali Omar of the relief fund said`; or any verb goes before after a quotation: `"…," shrugged Ali Omar`. */
function saysLater(tokens: readonly Token[], from: number, to: number): boolean {
  const says = (token: Token | undefined) => token !== undefined && speechVerb(token.lower)?.clause === true;
  if (tokens[from - 1]?.pos === "VERB" && /^["”’'»]$/.test(tokens[from - 2]?.text ?? "")) return true;
  const next = tokens[to]?.lower ?? "";
  if (next === ",") {
    const close = tokens.findIndex(({ text }, at) => at > to && /^[,.;:]$/.test(text));
    return (
      close > 0 &&
      close - to < 18 &&
      tokens[close].text === "," &&
      (says(tokens[close + 1]) || says(tokens[close + 2]))
    );
  }
  if (!/^(of|from|at|with)$/.test(next)) return false;
  const verb = tokens.findIndex(
    ({ text, pos }, at) => at > to && (pos === "VERB" || pos === "AUX" || /^[,.;:]$/.test(text)),
  );
  return verb > 0 && verb - to < 9 && says(tokens[verb]);
}

/** Words in capitals are datelines and headings, unless short as `UN` or with periods as `U.S.`. */
const shouted = (text: string) => /^\p{Lu}[\p{Lu}\-']{3,}$/u.test(text);

/** The end of a run of capitalized words that begins at `at`, with particles and `of` within titles. */
function capitalRun(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  const particle =
    PARTICLE.test(first.lower.split("-")[0]) &&
    /^al-|^el-/.test(first.lower) &&
    capitalAfterHyphen(first.text);
  if (!particle && (!isCapitalized(first) || shouted(first.text))) return at;
  // The first word of a sentence has a capital anyway.
  if (first.first && !/^(PROPN|NOUN|ADJ|VERB)$/.test(first.pos) && !TITLE_PARTS.has(first.lower)) return at;
  // Also after a bullet, where the word is not the first.
  if (
    /^(the|a|an|in|on|at|but|and|he|she|it|they|his|her|its|their|this|that|these|those|our|we|i|if|as|for|of|to|no|not|some|all|many|most|both|one|asked|speaking|talks|officials|sources|under)$/.test(
      first.lower,
    ) &&
    !(first.lower === "under" && isCapitalized(tokens[at + 1]))
  )
    return at;
  let to = at + 1;
  for (; to < tokens.length; to++) {
    const token = tokens[to];
    if (token.first && !TITLES.has(tokens[to - 1].lower) && !/^\p{Lu}\.$/u.test(tokens[to - 1].text)) break;
    if (isCapitalized(token) && !shouted(token.text)) continue;
    if (/^(al|el)-\p{Lu}/u.test(token.text)) continue;
    if (PARTICLE.test(token.lower) && isCapitalized(tokens[to + 1]) && !TITLES.has(tokens[to - 1].lower))
      continue;
    const held = /^(secretary|minister|head|chief|director|president|state)$/.test(tokens[to - 1].lower);
    if (held && /^(of|for)$/.test(token.lower) && isCapitalized(tokens[to + 1])) continue;
    if (
      token.lower === "and" &&
      /^(foreign|defense|defence|security)$/.test(tokens[to - 1].lower) &&
      isCapitalized(tokens[to + 1])
    )
      continue;
    break;
  }
  return to;
}

const capitalAfterHyphen = (text: string) => /-\p{Lu}/u.test(text);

function mentionIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
): NameInText | undefined {
  let name = from;
  let lastTitle = -1;
  for (let at = from; at < to; at++) if (TITLES.has(tokens[at].lower) && at < to - 1) lastTitle = at;
  // `Farmer Ali Omar said`: at the start of a sentence what somebody is has a capital too.
  if (lastTitle < 0 && tokens[from].first && OFFICE_NOUNS.has(tokens[from].lower) && to - from > 2)
    lastTitle = from;
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
  // `the Minister of Irrigation, Gulab Nandkar`, `Third, the chairman …`, `Voice of the Gulf`: words of the language, no names.
  const ofOffice = tokens[name - 1]?.lower === "of" && lastTitle >= 0;
  const common = words.length === 1 && isCommonWord(words[0]);
  if (common && ofOffice) return undefined;
  // `(Ann Smith/AFP/Getty Images)` is a credit.
  if (words.length === 0 || words.length > 5 || tokens[to]?.text === "/") return undefined;
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
    words.some((word) => INSTITUTION.test(word) || (isMonthOrDay(word) && !isNameToo(word, tokens, from, to)))
  )
    return undefined;
  if (
    words.some(
      (word) =>
        stateNamed(word) !== undefined ||
        stateOfAdjective(word) !== undefined ||
        (/[.]\p{Lu}/u.test(word) && !INITIALS.test(word)),
    ) &&
    lastTitle < 0
  )
    return undefined;
  if (words.some((word) => /\d|^[\p{P}\p{S}]$|-(based|led|backed|born|style)$/u.test(word))) return undefined;
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
  if (inRun.some(({ lower }) => TITLES.has(lower) || OFFICE_NOUNS.has(lower)))
    roles.push(inRun.map(({ text }) => text).join(" "));
  const before = roleBefore(tokens, from, to);
  // `mine owner Lonridge` is a company.
  if (
    before?.adjacent === true &&
    words.length === 1 &&
    /\b(owner|operator|maker|producer)$/i.test(before.role)
  )
    return undefined;
  if (before !== undefined) {
    if (roles.length > 0 && before.adjacent) roles[0] = `${before.role} ${roles[0]}`;
    else roles.push(before.role);
  }
  const state = tokens[to]?.lower === "of" ? stateNamed(tokens[to + 1]?.text ?? "") : undefined;
  if (state !== undefined && lastTitle >= 0 && roles.length > 0) roles[0] += ` of ${tokens[to + 1].text}`;
  const inPlace = lastTitle < 0 && /^(in|at|near|from|across|outside)$/.test(tokens[from - 1]?.lower ?? "");
  const after = inPlace || (common && lastTitle < 0) ? undefined : roleAfter(tokens, to);
  if (after !== undefined) roles.push(after);
  const courtesy = titleWords.map(({ lower }) => lower).join(" ");
  const said = [...courtesy.split(" "), ...roles.flatMap((role) => role.toLowerCase().split(" "))];
  const gender = said.some((word) => FEMALE.test(word))
    ? "she"
    : said.some((word) => MALE.test(word))
      ? "he"
      : undefined;
  const says = (token: Token | undefined) => token !== undefined && speechVerb(token.lower)?.clause === true;
  const saysAtOnce = says(tokens[to]) || says(tokens[from - 1]);
  const titled = lastTitle >= 0 || (roles.length > 0 && (before?.trade !== true || roles.length > 1));
  // `Social Security`, `International Studies`: names of things are made of the words of the language.
  // `El Diario said` is a paper.
  if (!titled && /^(El|Il|Der|Die|Das|Los|Las)$/.test(words[0])) return undefined;
  const described = /^(DET|ADJ|NOUN)$/.test(tokens[from - 1]?.pos ?? "");
  if (!titled && (!saysAtOnce || described) && words.length > 1 && words.every((word) => isCommonWord(word)))
    return undefined;
  // `in Banda Aceh`, `the Aouzou Strip`, `West Wessle police`
  const next = tokens[to];
  const placed =
    /^(in|at|near|across|throughout|outside|around|the)$/.test(tokens[from - 1]?.lower ?? "") ||
    (next?.pos === "NOUN" && /^\p{Ll}/u.test(next.text) && !/(ed|s)$/.test(next.lower));
  return {
    start: tokens[name].start,
    end: tokens[to - 1].end,
    paragraph,
    names: words,
    roles,
    gender,
    titled,
    speaks:
      words.length > 1 &&
      (tokens[from - 1]?.lower === "named" ||
        // `"…" That was Ann Lund, whose …`
        (tokens[from - 2]?.lower === "that" && tokens[from - 1]?.lower === "was") ||
        // `between Peter Boyd and Karim Noor`; not `the Peter Boyd bridge`
        (GIVEN_NAMES.has(words[0]) && !placed && tokens[to]?.pos !== "NOUN") ||
        saysAtOnce ||
        // `Ann Lund, who …`
        (tokens[to]?.text === "," && tokens[to + 1]?.lower === "who" && !placed && !described) ||
        says(tokens[to + 1]) ||
        saysLater(tokens, from, to)),
    alone: words.length === 1 && (!common || acts(tokens, to)),
    placed,
  };
}
