import type { Names } from "../../analysis/findings.ts";

/** Something that may be written where the caret is, and what it means. */
export type Completion = { readonly id: string; readonly title: string };

/** Most that are offered at once. */
const OFFERED = 8;
/** Letters that a word must have to be looked for in the middle of others. */
const TELLING = 2;
const CONNECTING: readonly Completion[] = [
  { id: "and", title: "both" },
  { id: "or", title: "one at least" },
  { id: "not", title: "is not so" },
  { id: "implies", title: "if the first, then the second" },
  { id: "iff", title: "both or neither" },
  { id: "xor", title: "one and not the other" },
];

/**
 * What may complete the word that ends at the caret: outcomes, options and connectives of the expression language; behind a
 * comparison the levels of its option. Those whose id begins so come before those named that have it elsewhere, in id or title.
 */
export function completionsAt(
  text: string,
  caret: number,
  { options, outcomes }: Pick<Names, "options" | "outcomes">,
): { readonly start: number; readonly offered: readonly Completion[] } {
  const before = text.slice(0, caret);
  const word = /[\p{L}\p{N}_-]*$/u.exec(before)![0];
  const start = caret - word.length;
  const compared = /([\p{L}\p{N}_-]+)\s*(?:=|!=|<=?|>=?)\s*$/u.exec(before.slice(0, start))?.[1];
  const option = options.find(({ id }) => id === compared);
  if (word === "" && option === undefined) return { start, offered: [] };
  const named = option?.levels ?? [...outcomes, ...options];
  const all = option === undefined ? [...named, ...CONNECTING] : named;
  const sought = word.toLowerCase();
  const begins = all.filter(({ id }) => id.toLowerCase().startsWith(sought) && id !== word);
  const has = named.filter(
    (each) =>
      sought.length >= TELLING &&
      !each.id.toLowerCase().startsWith(sought) &&
      (each.id.toLowerCase().includes(sought) || each.title.toLowerCase().includes(sought)),
  );
  // A whole word needs no help, unless it begins a longer one.
  const whole = all.some(({ id }) => id === word);
  return {
    start,
    offered: [...begins, ...(whole ? [] : has)].slice(0, OFFERED).map(({ id, title }) => ({ id, title })),
  };
}
