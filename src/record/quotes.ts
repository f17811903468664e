/** A stretch of text between quotation marks, marks included. `open` when the paragraph ends before the quotation does. */
export type Quote = { readonly start: number; readonly end: number; readonly open: boolean };

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "«": "»",
  "„": "“”",
  '"': '"',
  "‘": "’",
  "'": "'",
};

/**
 * The quotations in a paragraph, outermost only. Single marks count only where no apostrophe can stand: they open before a letter
 * and after space, and close after punctuation, or before space or punctuation when no better place follows. Linear for real
 * texts; a quotation is looked for in one paragraph only.
 */
export function quotesIn(paragraph: string): Quote[] {
  const quotes: Quote[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const close = PAIRS[paragraph[at]];
    if (close === undefined || !opens(paragraph, at)) continue;
    const single = close === "’" || close === "'";
    // `the '90s`
    if (single && /[\p{N}]/u.test(paragraph[at + 1] ?? "")) continue;
    const end = single ? singleEnd(paragraph, at, close) : doubleEnd(paragraph, at, close);
    if (end === undefined) {
      // A missing mark at the end means that the next paragraph goes on; a lone single mark is an apostrophe.
      if (single && !/^[‘']\p{Lu}/u.test(paragraph.slice(at, at + 2))) continue;
      if (single && at > 0) continue;
      quotes.push({ start: at, end: paragraph.length, open: true });
      break;
    }
    // `rock 'n' roll`
    if (end - at <= 2) continue;
    quotes.push({ start: at, end: end + 1, open: false });
    at = end;
  }
  return quotes;
}

function opens(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  return /[\s([—–\-:/]/.test(before) && /[\p{L}\p{N}$£€….[¿¡]|["“‘']/u.test(after);
}

function doubleEnd(text: string, start: number, close: string): number | undefined {
  for (let at = start + 1; at < text.length; at++) if (close.includes(text[at])) return at;
  return undefined;
}

function singleEnd(text: string, start: number, close: string): number | undefined {
  let possible: number | undefined;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== close) continue;
    const before = text[at - 1];
    const after = text[at + 1] ?? " ";
    if (/\p{L}/u.test(after)) continue;
    if (/[.,!?…;]/.test(before)) return at;
    // `the workers’ land` and the end of `a ‘step’` look alike: a plural before a word is taken for the former if another mark follows.
    const plural =
      /s/.test(before) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3)) && text.indexOf(close, at + 1) > 0;
    if (!plural) return at;
    possible ??= at;
  }
  return possible;
}
