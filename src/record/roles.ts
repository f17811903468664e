import { isMonthOrDay } from "./dates.ts";
import { isCapitalized, type Token } from "./language.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import { bodyNamed, INSTITUTION, stateNamed, stateOfAdjective } from "./places.ts";

/** `North Korean leader` Kim …, `another deputy foreign minister,` Georgy …, `a spokeswoman for Mr. Cardwell,` Carrie …. */
export function roleBefore(
  tokens: readonly Token[],
  from: number,
  to: number,
): { role: string; adjacent: boolean } | undefined {
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
  // `confirmed by an official, Ms. Orr answered no`: an apposition is closed by a comma or the end, or begins the sentence.
  const aside = /^(said|says)$/.test(tokens[to]?.lower ?? "") && /^[,"“‘]/.test(tokens[to + 1]?.text ?? "");
  // `In remarks to reporters, Vogel said`
  if (comma && start === head && tokens[start - 1]?.pos === "ADP") return undefined;
  // `The minister, Reiter said, is late` is none.
  if (comma && aside) return undefined;
  const opens = tokens[start].first || tokens[start - 1]?.first;
  if (comma && !opens && !CLOSES.test(tokens[to]?.text ?? ".")) return undefined;
  return { role: textOf(tokens.slice(start, last + 1)), adjacent: !comma };
}

const CLOSES = /^([,.;:)—–-]+|and|who|of|from|said|says|told)$/;

function isOffice(token: Token | undefined): boolean {
  return token !== undefined && OFFICE_NOUNS.has(token.lower);
}

function modifies(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = tokens[at];
  if (/^(NOUN|ADJ|PROPN)$/.test(pos) && !isMonthOrDay(lower)) return true;
  return /^('s|’s)$/.test(text) || lower === "acting" || lower === "'s";
}

/** Hernan Vidal`, the Chilean delegation chief`; Thomas de Groot ` of the Caucasus Institute`. */
export function roleAfter(tokens: readonly Token[], to: number): string | undefined {
  let at = to;
  if (tokens[at]?.lower === "of" && isCapitalized(tokens[at + (tokens[at + 1]?.lower === "the" ? 2 : 1)])) {
    let end = at + 1;
    while (
      tokens[end]?.lower === "the" ||
      isCapitalized(tokens[end]) ||
      (tokens[end]?.lower === "of" && isCapitalized(tokens[end + 1]))
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
    // `the softly spoken former teacher`
    const spoken =
      pos === "VERB" && tokens[at - 1].pos === "ADV" && /^(NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? "");
    if (/^(VERB|AUX)$/.test(pos) && lower !== "acting" && !spoken) break;
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
  // `Weber, through a spokesman, declined`
  if (tokens[from].pos === "ADP") return undefined;
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

export function affiliationIn(text: string): string | undefined {
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
