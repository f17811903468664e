/** The connectives; not even a level may be called one of these. */
export const CONNECTIVES = ["and", "or", "not", "implies", "iff", "xor"] as const;

export const NUMBER_WORDS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
] as const;

/** The words of the expression language: never the id of a party, option, outcome, source or claim. */
export const WORDS: ReadonlySet<string> = new Set([
  ...CONNECTIVES,
  ...NUMBER_WORDS,
  ...[
    "true",
    "false",
    "exactly",
    "at",
    "most",
    "least",
    "of",
    "all",
    "none",
    "otherwise",
    "indifferent",
    "unknown",
  ],
]);

/** An id: a letter of any script, then letters, digits, `_` and `-`. */
export const ID = /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u;

/** What a list of ids is called in messages: `a`, `b` and `c`. */
export function listed(ids: readonly string[], most = 8): string {
  const quoted = ids.slice(0, most).map((id) => `\`${id}\``);
  if (ids.length > most) return `${quoted.join(", ")} and ${ids.length - most} more`;
  if (quoted.length < 2) return quoted.join("");
  return `${quoted.slice(0, -1).join(", ")} and ${quoted[quoted.length - 1]}`;
}
