import { isCapitalized, isCommonWord, type Token } from "./language.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import { INSTITUTION, stateNamed } from "./places.ts";
import { isSurelyVerb, speechVerb } from "./speech-verbs.ts";

/** Where the noun phrase ends that begins at `from`. Linear. */
export function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  let to = quantity(tokens, from) ? from + 3 : from + 1;
  if (
    tokens[from].pos === "PRON" &&
    !/^(his|her|its|their|our|my|your|one|some|many|most|two|both|all|others|several|another|those|these|this|that|each)$/.test(
      tokens[from].lower,
    )
  ) {
    return to;
  }
  for (; to < tokens.length; to++) {
    const token = tokens[to];
    const before = tokens[to - 1];
    if (isTimeWord(token.lower)) break;
    if (/^('s|'|’s|’)$/.test(token.text) || token.lower === "'s") {
      if (/^(NOUN|PROPN|NUM|ADJ|VERB|PRON|PUNCT|PART)$/.test(before.pos)) continue;
      break;
    }
    if (isSurelyVerb(token)) break;
    // `Lucas da Cruz`
    if (PARTICLE.test(token.text) && before.pos === "PROPN" && isCapitalized(tokens[to + 1])) continue;
    if (token.pos === "DET" && before.lower === "of") continue;
    // A determiner begins another phrase; a name after a common noun goes on (`the director Lars Ekholm`).
    if (token.pos === "DET" && !/^(no|all|both)$/.test(before.lower)) break;
    if (/^(NOUN|PROPN|NUM|ADJ|SYM|X)$/.test(token.pos)) {
      if (speechVerb(token.lower)?.clause && /(ed|said)$/.test(token.lower) && token.pos !== "PROPN") break;
      continue;
    }
    // `The military seized power`: an adjective that names a body.
    if (
      token.pos === "VERB" &&
      to === from + 2 &&
      tokens[from].lower === "the" &&
      /^(military|opposition|public|left|right)$/.test(before.lower) &&
      /ed$/.test(token.lower) &&
      tokens[to + 1]?.pos === "NOUN"
    )
      break;
    // A participle before a noun belongs to it: `a planned dam`, `the acting prime minister`.
    if (
      token.pos === "VERB" &&
      /^(DET|ADJ|NUM|ADV)$/.test(before.pos) &&
      (/^(NOUN|ADJ|PROPN)$/.test(tokens[to + 1]?.pos ?? "") ||
        // `an estimated 300 farmers`
        (before.pos === "DET" && tokens[to + 1]?.pos === "NUM"))
    )
      continue;
    // `Chief operating officer Ann Lund`, `the bank's managing director`
    if (isTitleParticiple(token) && OFFICE_NOUNS.has(tokens[to + 1]?.lower ?? "")) continue;
    // `a televised address Wednesday`, where the tagger takes both for verbs.
    const participle = to === from + 1 && token.pos === "VERB" && /ed$/.test(token.lower);
    const noun = to === from + 2 && before.pos === "VERB" && /^(NOUN|VERB)$/.test(token.pos);
    if (/^(a|an)$/.test(tokens[from].lower) && (participle || noun)) continue;
    if (
      token.pos === "VERB" &&
      /^(his|her|its|their|'s|’s)$/.test(before.lower) &&
      /^(NOUN|ADJ)$/.test(tokens[to + 1]?.pos ?? "")
    )
      continue;
    if (
      token.pos === "ADV" &&
      /^(DET|NUM)$/.test(before.pos) &&
      (/^(ADJ|NUM)$/.test(tokens[to + 1]?.pos ?? "") ||
        // `the softly spoken former teacher`
        (tokens[to + 1]?.pos === "VERB" && /^(NOUN|ADJ)$/.test(tokens[to + 2]?.pos ?? "")))
    )
      continue;
    if (
      token.lower === "of" &&
      /^(one|two|three|four|some|many|most|several|both|none|all|each|secretary|half)$/.test(before.lower)
    )
      continue;
    if (token.lower === "of" && /^\p{Lu}/u.test(tokens[to + 1]?.text ?? "") && /^\p{Lu}/u.test(before.text))
      continue;
    if (token.lower === "and" && joinsName(tokens, to)) continue;
    if (
      token.pos === "PRON" &&
      /^(his|her|its|their|them|us|whom)$/.test(token.lower) &&
      before.lower === "of"
    )
      continue;
    break;
  }
  return to;
}

/** Participles that stand within the name of an office. */
export function isTitleParticiple({ lower }: Token): boolean {
  return /^(operating|managing|acting|ruling|governing|presiding|commanding|founding|visiting|outgoing|incoming|negotiating|sitting|retired|elected|designated|returning|investigating|coordinating)$/.test(
    lower,
  );
}

const PARTICLE = /^(al|el|de|del|della|da|di|dos|du|la|le|van|von|der|den|bin|ibn|bint|ben|abu)$/;

/** `at least 40 farmers` is a phrase of its own, no circumstance. */
export function quantity(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at].lower === "at" &&
    /^(least|most)$/.test(tokens[at + 1]?.lower ?? "") &&
    /^(NUM|DET)$/.test(tokens[at + 2]?.pos ?? "")
  );
}

/** `the Land Travel and Tourism Council`: one name, where neither half is one alone. */
function joinsName(tokens: readonly Token[], and: number): boolean {
  const before = tokens[and - 1];
  let to = and + 1;
  while (
    tokens[to]?.pos === "PROPN" ||
    (/^(NOUN|ADJ)$/.test(tokens[to]?.pos ?? "") && isCapitalized(tokens[to]))
  )
    to++;
  const last = tokens[to - 1];
  return (
    isCapitalized(before) &&
    before.pos !== "PUNCT" &&
    to > and + 1 &&
    INSTITUTION.test(last.text) &&
    !INSTITUTION.test(before.text) &&
    stateNamed(before.text) === undefined &&
    isCommonWord(before.text)
  );
}

const WEEKDAY = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/;
const TIME_WORD = /^(to-?day|yesterday|to-?morrow|to-?night|now|earlier|later|recently)$/;

/** `Tuesday`, `tomorrow`, `now`: a word that is a time by itself. */
export function isTimeWord(lower: string): boolean {
  return WEEKDAY.test(lower) || TIME_WORD.test(lower);
}
