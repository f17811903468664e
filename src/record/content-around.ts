import type { Chunk } from "./clauses.ts";
import { contentEnd } from "./content-after.ts";
import { contentStart } from "./content-before.ts";
import type { TextSpan } from "./reading.ts";

/** What stands on both sides of an attribution that is put between a subject and its verb: `The ministers, he said, were asleep`. */
export function contentAround(
  chunks: readonly Chunk[],
  open: number,
  close: number,
  earlier: readonly number[],
  aside = false,
): TextSpan[] | undefined {
  if (chunks[open - 1]?.kind !== "comma") return undefined;
  if (!aside && !/^(np|sc)$/.test(chunks[open - 2]?.kind ?? "")) return undefined;
  // `…, the ministry said in a note released in Brussels, …`
  const comma = chunks.findIndex(({ kind }, at) => at >= close && kind === "comma");
  const circumstance = chunks
    .slice(close, comma)
    .every(({ kind, tokens }) => /^(adv|time|p|np)$/.test(kind) || (kind === "v" && tokens.length === 1));
  if (comma < 0 || comma - close > 6 || !circumstance) return undefined;
  let next = comma + 1;
  while (chunks[next]?.kind === "adv") next++;
  const goesOn = aside ? /^(v|q|inf)$/ : /^[vq]$/;
  if (!goesOn.test(chunks[next]?.kind ?? "")) return undefined;
  // `a different story: the men, they said, were seen`
  const colon = chunks.findLastIndex(({ kind }, at) => at < open - 2 && kind === "colon");
  const start = chunks[Math.max(contentStart(chunks, open - 2, earlier), colon + 1)].start;
  return [
    { start, end: chunks[open - 2].end },
    { start: chunks[comma + 1].start, end: contentEnd(chunks, next) },
  ];
}

/** The first half of what a quotation ends: `The minister, he said, "is a liar"`. */
export function halfBefore(
  chunks: readonly Chunk[],
  open: number,
  earlier: readonly number[],
): TextSpan[] | undefined {
  if (chunks[open - 2]?.kind !== "np") return undefined;
  const colon = chunks.findLastIndex(({ kind }, at) => at < open - 2 && kind === "colon");
  const start = Math.max(contentStart(chunks, open - 2, earlier), colon + 1);
  return [{ start: chunks[start].start, end: chunks[open - 2].end }];
}
