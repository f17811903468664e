/** The most elements a page may have, and how deep they may nest before the rest is taken as lying at that depth. */
const MOST_ELEMENTS = 60_000;
const DEEPEST = 200;
/** The most visible text: a report of so many characters would be a book. */
export const MOST_TEXT = 300_000;

/** Elements whose content is no text to read, or would run if somebody opened it. */
const DROPPED = new Set(
  "script style noscript template svg math canvas iframe object embed applet audio video select textarea button form-data".split(
    " ",
  ),
);
const RAW = new Set("script style noscript template iframe textarea title xmp".split(" "));
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements that end where another of their kind begins, as pages of the nineties leave it. */
const CLOSES_ITSELF = new Set("p li dt dd tr td th option".split(" "));
/** The attributes that say what an element is for; all others, such as event handlers, are left out. */
const KEPT = /^(class|id|role|name|property|content|datetime|itemprop|charset|http-equiv|lang|rel)$/;

export type BoundedMarkup =
  | {
      readonly markup: string;
      /** Contents of `<script type="application/ld+json">`, data for machines. */
      readonly data: readonly string[];
      readonly problem?: undefined;
    }
  | { readonly problem: string };

/**
 * A page reduced to what can safely be given to a parser of HTML: no scripts, styles, forms or event handlers, nesting of at most
 * 200, and limits on elements and text, which are told as a problem. One pass over the text, without recursion; memory in
 * proportion to what is kept.
 */
export function boundMarkup(html: string): BoundedMarkup {
  const out: string[] = [];
  const data: string[] = [];
  const open: string[] = [];
  let elements = 0;
  let text = 0;
  /** How many of the open elements are dropped with all they hold; they are on no stack. */
  let dropping: string | undefined;
  let droppingDepth = 0;
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const end = next < 0 ? html.length : next;
    if (end > at && dropping === undefined) {
      text += end - at;
      if (text > MOST_TEXT)
        return { problem: `the page has more than ${MOST_TEXT.toLocaleString("en-US")} characters of text` };
      out.push(html.slice(at, end).replaceAll(">", "&gt;"));
    }
    if (next < 0) break;
    if (html.startsWith("<!--", next)) {
      const close = html.indexOf("-->", next + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const tag = readTag(html, next);
    if (tag === undefined) {
      if (dropping === undefined) out.push("&lt;");
      at = next + 1;
      continue;
    }
    at = tag.end;
    const { name, closing } = tag;
    if (name === "") continue;
    if (dropping !== undefined) {
      if (name === dropping) droppingDepth += closing ? -1 : 1;
      if (droppingDepth === 0) dropping = undefined;
      continue;
    }
    if (closing) {
      const from = open.lastIndexOf(name, open.length - 1);
      // A closing tag closes what is open within it; one that closes nothing is an accident.
      if (from >= 0 && open.length - from <= DEEPEST) {
        for (let each = open.length - 1; each >= from; each--) out.push(`</${open[each]}>`);
        open.length = from;
      }
      continue;
    }
    elements++;
    if (elements > MOST_ELEMENTS)
      return { problem: `the page has more than ${MOST_ELEMENTS.toLocaleString("en-US")} elements` };
    if (RAW.has(name)) {
      const close = name === "title" ? endOfTitle(html, at) : indexOfClosing(html, name, at);
      const content = html.slice(at, close);
      if (name === "script" && /ld\+json/i.test(tag.source)) data.push(content.slice(0, 100_000));
      if (name === "title") out.push(`<title>${content.slice(0, 1000).replaceAll("<", "&lt;")}</title>`);
      if (name === "title" && !/^<\/title/i.test(html.slice(close, close + 7))) {
        at = close;
        continue;
      }
      const after = html.indexOf(">", close);
      at = after < 0 ? html.length : after + 1;
      continue;
    }
    if (DROPPED.has(name)) {
      if (!tag.selfClosing && !VOID.has(name)) {
        dropping = name;
        droppingDepth = 1;
      }
      continue;
    }
    if (VOID.has(name)) {
      out.push(`<${name}${attributes(tag)}>`);
      continue;
    }
    if (CLOSES_ITSELF.has(name) && open[open.length - 1] === name) out.push(`</${open.pop()}>`);
    // Deeper elements are left out; their text stays, with a break where a block began.
    if (open.length >= DEEPEST) {
      if (/^(p|div|li|tr|td|h[1-6]|section|article|blockquote)$/.test(name)) out.push("<br><br>");
      continue;
    }
    out.push(`<${name}${attributes(tag)}>`);
    open.push(name);
  }
  for (let each = open.length - 1; each >= 0; each--) out.push(`</${open[each]}>`);
  return { markup: out.join(""), data };
}

type Tag = { name: string; closing: boolean; selfClosing: boolean; source: string; end: number };

/** The longest tag that is read; a longer one is passed over. */
const LONGEST_TAG = 20_000;

function readTag(html: string, start: number): Tag | undefined {
  const second = html.charCodeAt(start + 1);
  const letter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  const closing = second === 47;
  if (!letter(closing ? html.charCodeAt(start + 2) : second)) {
    // `<!DOCTYPE …>` and `<?xml …>` say nothing to us; anything else is a lone sign.
    if (second !== 33 && second !== 63 && !closing) return undefined;
    const close = html.indexOf(">", start);
    return { name: "", closing, selfClosing: false, source: "", end: close < 0 ? html.length : close + 1 };
  }
  const limit = Math.min(html.length, start + LONGEST_TAG);
  let quote = 0;
  let end = start + 1;
  for (; end < limit; end++) {
    const code = html.charCodeAt(end);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if ((code === 34 || code === 39) && html.charCodeAt(end - 1) === 61) quote = code;
    else if (code === 62) break;
  }
  if (end >= limit) {
    const close = html.indexOf(">", start);
    end = close < 0 ? html.length : close;
  }
  const source = html.slice(start, Math.min(end + 1, limit));
  const name = /^<\/?([a-z][a-z0-9:-]*)/i.exec(source)?.[1].toLowerCase() ?? "";
  return { name, closing, selfClosing: source.endsWith("/>"), source, end: end + 1 };
}

function indexOfClosing(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return html.length;
}

/** So far the end of a title is looked for; a real one is shorter. */
const LONGEST_TITLE = 2000;

/** Where a title ends: at its closing tag; where that is missing, at the next block or with its line. */
function endOfTitle(html: string, from: number): number {
  const content = html.slice(from, from + LONGEST_TITLE);
  const tag = content.search(
    /<\/title|<\/?(head|body|meta|link|base|style|script|p|div|h[1-6]|table|center|article|section|main|header|nav|ul|ol|font|hr|br|html|frameset)\b/i,
  );
  if (tag >= 0) return from + tag;
  const line = /\S[^\n]*/.exec(content);
  return line === null ? from + content.length : from + line.index + line[0].length;
}

function attributes({ name: element, source }: Tag): string {
  let kept = "";
  for (const [, name, double, single, bare] of source
    .slice(0, 4000)
    .matchAll(/\s([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
    // The address a page gives for itself tells its day; no other address is kept.
    const address = element === "link" && name.toLowerCase() === "href";
    if (!address && !KEPT.test(name.toLowerCase())) continue;
    const value = (double ?? single ?? bare ?? "").slice(0, 500);
    kept += ` ${name.toLowerCase()}="${value.replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;
  }
  return kept;
}
