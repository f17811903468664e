import type { Paragraph } from "./clauses.ts";
import type { Token } from "./language.ts";
import { isTitleParticiple } from "./noun-phrase.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import type { TextSpan } from "./reading.ts";

/** An office told before the name of who holds it: `Oslo's foreign minister said …`, and the next sentence is `Per Holm told us …`. */
export type OfficeBefore = TextSpan & { readonly role: string };

/**
 * The last office before `at` that is told as somebody's who acts but is not named, in the same paragraph or the one before it.
 * Linear in both.
 */
export function officeBefore(
  paragraphs: readonly Paragraph[],
  paragraph: number,
  at: number,
): OfficeBefore | undefined {
  const here = officesIn(paragraphs[paragraph]).findLast(({ end }) => end < at);
  const before = paragraph === 0 ? undefined : officesIn(paragraphs[paragraph - 1]).at(-1);
  return here ?? before;
}

function officesIn({ tokens, text, start, quotes }: Paragraph): OfficeBefore[] {
  const found: OfficeBefore[] = [];
  const quoted = (token: Token) =>
    quotes.some((quote) => token.start >= quote.start && token.end <= quote.end);
  for (let head = 1; head < tokens.length - 1; head++) {
    const { lower } = tokens[head];
    if (quoted(tokens[head])) continue;
    if (/^(man|woman)$/.test(lower) && tokens[head - 1].lower === "the") {
      const end = relativeEnd(tokens, head + 1);
      if (end !== undefined) found.push(office(tokens[head], tokens[end - 1], text, start));
      continue;
    }
    if (!OFFICE_NOUNS.has(lower) || /s$/.test(lower)) continue;
    if (!/^(VERB|AUX)$/.test(tokens[head + 1].pos) || !/^\p{Ll}/u.test(tokens[head + 1].text)) continue;
    let from = head;
    while (from > 0 && head - from < 6 && within(tokens, from - 1)) from--;
    const lead = tokens[from - 1]?.lower ?? "";
    const owned = tokens.slice(from, head).some(({ text: word }) => /^['’]s$/.test(word));
    if (owned || (/^(his|her|its|their)$/.test(lead) && head > from) || (lead === "the" && head - from > 1))
      found.push(office(tokens[from], tokens[head], text, start));
  }
  return found;
}

/** Where the clause ends of `the man who runs the mill said`; undefined when there is none. */
function relativeEnd(tokens: readonly Token[], who: number): number | undefined {
  if (tokens[who]?.lower !== "who" || tokens[who + 1]?.pos !== "VERB") return undefined;
  let end = who + 2;
  while (end < tokens.length && !/^(VERB|AUX|PUNCT|CCONJ)$/.test(tokens[end].pos)) end++;
  return /^(VERB|AUX)$/.test(tokens[end]?.pos ?? "") ? end : undefined;
}

function within(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return /^(NOUN|ADJ|PROPN)$/.test(token.pos) || /^['’]s$/.test(token.text) || isTitleParticiple(token);
}

function office(first: Token, last: Token, text: string, offset: number): OfficeBefore {
  return {
    start: first.start,
    end: last.end,
    role: text.slice(first.start - offset, last.end - offset),
  };
}
