import type { Chunk } from "./clauses.ts";
import type { TextSpan } from "./reading.ts";

/** What stands before an attribution that follows it: `"…," said X`; `…, X said`. */
export function contentBefore(
  chunks: readonly Chunk[],
  before: number,
  verbs: readonly number[],
): TextSpan[] | undefined {
  let last = before - 1;
  // `…, yesterday the envoy said`: the time belongs to the attribution; before the comma it belongs to what was said.
  while (/^(time|adv)$/.test(chunks[last]?.kind ?? "")) last--;
  const marked = /^(comma|dash)$/.test(chunks[last]?.kind ?? "");
  while (/^(comma|dash)$/.test(chunks[last]?.kind ?? "")) last--;
  if (last < 0) return undefined;
  if (chunks[last].kind === "q") {
    // Where a clause leads up to the quotation it belongs to what was said: `Crimea "was, is and will be" part …, he says`.
    const start = wholeClauseBefore(chunks, last) ? contentStart(chunks, last, verbs) : last;
    return [{ start: chunks[start].start, end: chunks[last].end }];
  }
  if (!marked) return undefined;
  const start = contentStart(chunks, last, verbs);
  const clause = chunks.slice(start, last + 1);
  // `No, she said.`
  const answer =
    clause.length < 3 &&
    ANSWER.test(clause.map(({ tokens }) => tokens.map(({ lower }) => lower).join(" ")).join(" "));
  if (!answer && !clause.some(({ kind }) => kind === "v" || kind === "q")) return undefined;
  // A clause that only says when or why is not what was said: `When asked, he said …`.
  if (
    /^(when|after|as|while|before|although|though|since|because|asked|if)$/.test(
      chunks[start].tokens[0].lower,
    ) &&
    !/^(if)$/.test(chunks[start].tokens[0].lower) &&
    // `Since then two men have left`
    chunks[start + 1]?.tokens[0].lower !== "then"
  )
    return undefined;
  return [{ start: chunks[start].start, end: chunks[last].end }];
}

const ANSWER = /^(yes|no|never|perhaps|maybe|probably|absolutely|not (yet|now|really|at all))$/;

function wholeClauseBefore(chunks: readonly Chunk[], quote: number): boolean {
  const before = chunks[quote - 1];
  return before !== undefined && !/^(comma|colon|dash|cc)$/.test(before.kind);
}

/** Where a content that ends at `at` begins at the earliest: after a semicolon, or after the last of the verbs of saying that precede it. */
export function contentStart(chunks: readonly Chunk[], at: number, verbs: readonly number[]): number {
  const before = verbs.filter((verb) => verb < at);
  const [only] = before;
  // `Egypt has told Sudan that it will wait, a diplomat said`: the diplomat tells of both.
  const whole =
    before.length === 1 &&
    chunks[0].kind === "np" &&
    chunks.slice(only, at).every(({ kind }) => !/^(comma|cc|q|dash|colon|other)$/.test(kind)) &&
    chunks.slice(0, only).every(({ kind }) => /^(np|p|time|adv)$/.test(kind));
  const previous = whole ? -1 : (before.at(-1) ?? -1);
  const semicolon = chunks.findLastIndex(({ head }, index) => index < at && head.text === ";");
  return Math.min(Math.max(previous, semicolon) + 1, at);
}
