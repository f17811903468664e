/** A piece of an expression. `start` and `end` are offsets into the expression's own text. */
export type Token = {
  readonly kind: "word" | "number" | "symbol" | "stray" | "end";
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/** Every symbol of the language and every one people bring along from other languages, longest first. */
const SYMBOLS = [
  ...["<=>", "<->", "===", "!==", "&&", "||", "==", "!=", "<>", "=<", "=>", "->", "<=", ">="],
  ...[
    "=",
    "<",
    ">",
    "!",
    "~",
    "&",
    "|",
    "^",
    "(",
    ")",
    ",",
    "≤",
    "≥",
    "≠",
    "¬",
    "∧",
    "∨",
    "⊕",
    "→",
    "⇒",
    "↔",
    "⇔",
  ],
];

/** Splits an expression into tokens; never fails, what it does not know is `stray`. The last token is `end`. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  // A hyphen belongs to the word, but not in `a->b`.
  const pattern = /\s+|(\p{L}(?:[\p{L}\p{M}\p{N}_]|-(?!>))*)|(\p{N}[\p{L}\p{M}\p{N}_.]*)/uy;
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    let end: number;
    if (match !== null) {
      end = pattern.lastIndex;
      if (match[1] !== undefined) tokens.push({ kind: "word", text: match[1], start: at, end });
      else if (match[2] !== undefined) tokens.push({ kind: "number", text: match[2], start: at, end });
    } else {
      const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at));
      const piece = symbol ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
      end = at + piece.length;
      tokens.push({ kind: symbol === undefined ? "stray" : "symbol", text: piece, start: at, end });
    }
    at = end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}
