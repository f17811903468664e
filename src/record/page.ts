import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { boundMarkup, MOST_TEXT } from "./bound-markup.ts";
import { dateInAddress, firstFullDate, pageDate } from "./dates.ts";
import { withoutLeftovers } from "./leftovers.ts";

/** What a saved page or a plain text says about itself, and its paragraphs. Titles and paragraphs are plain text, on one line each. */
export type Page = {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  /** As the page writes it, to be read by `dates.ts`. */
  readonly date: string | undefined;
  readonly paragraphs: readonly string[];
};

/** The most paragraphs of one report that are read. */
const MOST_PARAGRAPHS = 3000;

/** Under what names pages give their day. */
const DATE_NAMES =
  "article:published_time datePublished date pubdate dc.date DC.date.issued publish-date sailthru.date publish_date pub_date publication_date parsely-pub-date".split(
    " ",
  );

/** Whether a text is a page rather than plain text: it has tags that belong to pages. */
export function looksLikeHtml(text: string): boolean {
  return /<(!doctype html|html|head|body|p|div|article|table|h1|br|meta|title)\b[^>]*>/i.test(
    text.slice(0, 100_000),
  );
}

/** The report in an HTML page, without menus, share bars and the like; or why it cannot be read. Runs nothing that is in the page. */
export function readHtml(html: string): { readonly page?: Page; readonly problem?: string } {
  const bounded = boundMarkup(html);
  if (bounded.problem !== undefined) return { problem: bounded.problem };
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${bounded.markup}</body></html>`);
  const about = dataOf(bounded.data);
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      for (const key of ["property", "name", "itemprop"]) {
        const content = document.querySelector(`meta[${key}="${name}"]`)?.getAttribute("content");
        if (content !== null && content !== undefined && content.trim() !== "") return oneLine(content);
      }
    }
    return undefined;
  };
  const head = oneLine(document.querySelector("title")?.textContent ?? "");
  const headings = [...document.querySelectorAll("h1, h2")].map((each) => oneLine(each.textContent ?? ""));
  // Old pages have no first heading; then the one that the title repeats is the report's.
  const heading =
    headings.find((each) => each.length > 15 && head.includes(each)) ??
    oneLine(document.querySelector("h1")?.textContent ?? "");
  const found = {
    title:
      about.title ?? meta("og:title", "twitter:title", "headline", "title") ?? (heading || head || undefined),
    publisher: about.publisher ?? meta("og:site_name", "publisher", "application-name") ?? publisherIn(head),
    // The first of these that is a date at all.
    date: [
      about.date,
      ...DATE_NAMES.map((name) => meta(name)),
      document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined,
      dateInAddress(document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? undefined),
      dateInAddress(meta("og:url")),
      meta("dateModified"),
    ].find((each) => pageDate(each) !== undefined),
  };
  const all = linesOf(document.body);
  const title = found.title === undefined ? undefined : withoutPublisher(found.title, found.publisher);
  const article = new Readability(document as never, {
    charThreshold: 200,
    keepClasses: false,
  }).parse();
  const kept =
    article?.content === null || article?.content === undefined
      ? []
      : linesOf(parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document.body);
  const size = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0);
  // Where most of the sentences were thrown away, the guess at the main part was wrong and the lines speak for themselves.
  const sentences = (lines: readonly string[]) =>
    lines.filter((line) => /[.!?…]["'”’»)]*$/.test(line) && line.length > 50);
  const authors = [about.author, meta("author", "article:author", "dc.creator", "parsely-author")]
    .flatMap((each) => (each ?? "").replace(/^by\s+/i, "").split(/,| and /))
    .map((each) => each.trim())
    .filter((each) => /^\p{Lu}\S+ .*\p{Lu}/u.test(each));
  const chosen = size(sentences(kept)) * 2 < size(sentences(all)) ? all : kept;
  // Where neither page nor report is dated, the masthead may be.
  const dated = (line: string) => line.length < 90 && firstFullDate(line) !== undefined;
  const masthead = chosen.slice(0, 8).some(dated)
    ? undefined
    : all.slice(0, 20).find((line) => dated(line) && !/©|copyright/i.test(line));
  return {
    page: {
      ...found,
      date: found.date ?? masthead,
      title,
      paragraphs: reportLines(withoutBiography(chosen, authors), title).slice(0, MOST_PARAGRAPHS),
    },
  };
}

/** Without the last lines that tell about who wrote the report. */
function withoutBiography(lines: readonly string[], authors: readonly string[]): string[] {
  return lines.filter(
    (line, at) =>
      at < lines.length - 8 ||
      at < 3 ||
      line.length > 500 ||
      !authors.some((author) => line.startsWith(author)),
  );
}

/** The report in a plain text: paragraphs apart by empty lines, or lines where there are none; the first line is the title. */
export function readPlain(text: string): { readonly page?: Page; readonly problem?: string } {
  if (text.length > MOST_TEXT)
    return { problem: `the text has more than ${MOST_TEXT.toLocaleString("en-US")} characters` };
  const { about, body } = mailOf(
    text
      .replaceAll(/\r\n?/g, "\n")
      // Signs of Markdown: headings, quotations, weight.
      .replaceAll(/^(#{1,6} +|> ?)/gm, "")
      .replaceAll(/(\*\*|__)(?=\S)(.{1,300}?\S)\1/g, "$2")
      .replaceAll(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,300}?[^\s*])\*(?![\w*])/g, "$1")
      // Lines drawn across.
      .replaceAll(/^[-=_*~]{3,}$/gm, ""),
  );
  const blocks = /\n\s*\n/.test(body) ? body.split(/\n\s*\n/) : body.split("\n");
  const paragraphs = blocks.flatMap((block) => rowsOf(block.split("\n")));
  const [first] = withoutLeftovers(paragraphs.slice(0, 8));
  const title =
    about.title ?? (paragraphs.length > 1 ? headlineIn(paragraphs.slice(0, 8), first) : undefined);
  const at = about.title === undefined && title !== undefined ? paragraphs.indexOf(title) + 1 : 0;
  return {
    page: {
      // Wires set their headlines between signs of their own.
      title: title?.replace(/^\^\s*|<$/g, ""),
      publisher: about.publisher,
      date: about.date ?? dateOfSlug(body),
      paragraphs: reportLines(paragraphs.slice(at), undefined).slice(0, MOST_PARAGRAPHS),
    },
  };
}

/**
 * The headline among the first lines: of three words or more, before any sentence, and no byline, slug, number or day. Where there is none such,
 * the first line that is none of what surrounds a report.
 */
function headlineIn(lines: readonly string[], first: string | undefined): string | undefined {
  const isHeading = (line: string) => line.length < 160 && !/[.!?]["'”’»]?$/.test(line);
  const sentence = lines.findIndex((line) => !isHeading(line));
  const above = sentence < 0 ? lines : lines.slice(0, sentence);
  const headline = above.find(
    (line) =>
      line.split(/\s+/).length >= 3 &&
      !/^(?:\(|\[|by\s|special to|from our|no\.\s*\d|for immediate|eds?:)/i.test(line) &&
      // Slugs: a running number, a code with hyphens, the day and the count of words.
      !/^[a-z]\s[a-z]\s|\b\d\d-\d\d\s+\d{3,4}\b|^[A-Z]{2,4}-\S+[, ].*\d{3,4}$/.test(line) &&
      !(line.length < 40 && firstFullDate(line) !== undefined),
  );
  return headline ?? (first !== undefined && isHeading(first) ? first : undefined);
}

/** The day in the last line of a wire: `MW-NR-03-05-91 1931EDT`. */
function dateOfSlug(text: string): string | undefined {
  const found = /^\s*[A-Z]{2,4}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d)(?: \d{4}[A-Z]{2,4})?<?\s*$/m.exec(text);
  if (found === null) return undefined;
  const [, month, day, year] = found;
  return `${Number(year) < 50 ? "20" : "19"}${year}-${month}-${day}`;
}

/** A report that came as a letter: what its head says, and the rest. */
function mailOf(text: string): {
  about: { title?: string; publisher?: string; date?: string };
  body: string;
} {
  const head = /^\s*((?:[A-Z][A-Za-z-]{1,20}:[^\n]*\n){2,})/.exec(text)?.[1];
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, "im").exec(head ?? "")?.[1].trim();
  const from = field("From");
  if (head === undefined || from === undefined) return { about: {}, body: text };
  const publisher = /^"?([^"<@]+?)"?\s*(<|$)/.exec(from)?.[1];
  const title = field("Subject")?.replace(/^((re|fwd?):\s*|\[[^\]]*\]\s*)+/i, "");
  const date = field("Date") ?? field("Sent");
  return {
    about: { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) },
    body: text.slice(text.indexOf(head) + head.length),
  };
}

const BLOCKS = new Set(
  "P DIV LI UL OL DL DT DD TR TD TH TABLE TBODY SECTION ARTICLE MAIN HEADER FOOTER NAV ASIDE H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE FIGURE FIGCAPTION HR CENTER FORM BODY TIME".split(
    " ",
  ),
);
const OUTSIDE = new Set("NAV FOOTER ASIDE FIGURE FORM".split(" "));

/** As much of a node of the DOM as is needed here; the program itself is compiled without the types of a browser. */
type DomNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly nodeName: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
};

/** The visible text, a line a block; without recursion, so that depth costs nothing. Two `<br>` in a row end a block as well. */
function linesOf(root: DomNode | null): string[] {
  const lines: string[] = [];
  let line = "";
  let linked = 0;
  let inLink = 0;
  let inPre = 0;
  const end = () => {
    const text = oneLine(line);
    // A line that is links and no sentence is a menu.
    if (text !== "" && (linked * 2 < text.length || /[.!?]["'”’»)]*$/.test(text)))
      lines.push(...rowsOf(line.split(BREAK)));
    line = "";
    linked = 0;
  };
  let node: DomNode | null = root?.firstChild ?? null;
  let breaks = 0;
  while (node !== null && root !== null) {
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? "";
      if (text.trim() !== "") breaks = 0;
      // In `<pre>` an empty line ends a paragraph and a line is a row.
      const blocks = inPre > 0 ? text.split(/\n[ \t]*\n/) : [text];
      blocks.forEach((block, at) => {
        if (at > 0) end();
        line += inPre > 0 ? block.replaceAll("\n", BREAK) : block;
      });
      if (inLink > 0) linked += text.trim().length;
    }
    const name = node.nodeName.toUpperCase();
    if (name === "BR") {
      breaks++;
      if (breaks > 1) end();
      else line += BREAK;
    } else if (BLOCKS.has(name)) end();
    if (node.firstChild !== null && !OUTSIDE.has(name)) {
      if (name === "A") inLink++;
      if (name === "PRE") inPre++;
      node = node.firstChild;
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      if (node?.nodeName.toUpperCase() === "A") inLink--;
      if (node?.nodeName.toUpperCase() === "PRE") inPre--;
      if (node === root) node = null;
      if (node !== null && BLOCKS.has(node.nodeName.toUpperCase())) end();
    }
    node = node === null ? null : node.nextSibling;
  }
  end();
  return lines;
}

/** Stands for one `<br>`; within a line it is a space. */
const BREAK = "\u2028";

/**
 * Rows under each other as paragraphs: one where they are a text broken by an editor, each its own where they are a list or a heading,
 * which can be told from a row that ends long before the others do.
 */
function rowsOf(broken: readonly string[]): string[] {
  const rows = broken.map(oneLine).filter(Boolean);
  const longest = Math.max(0, ...rows.map(({ length }) => length));
  // A row that goes on in small letters is no heading.
  const goesOn = rows.slice(1).some((row) => /^\p{Ll}/u.test(row));
  const list = (longest < 60 && !goesOn) || rows.slice(0, -1).some(({ length }) => length * 2 < longest);
  return rows.length > 1 && !list ? [rows.join(" ")] : rows;
}

/** Space, and what looks like space or like nothing, as single spaces; marks that reorder text are taken out. */
function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[\p{Cf}\p{Co}]/gu, "")
    .replaceAll(/[\s\p{Cc}\u00a0\u2028\u2029]+/gu, " ")
    .trim();
}

function reportLines(lines: readonly string[], title: string | undefined): string[] {
  const repeats = (line: string) =>
    title !== undefined &&
    (line === title ||
      (line.startsWith(title) && /^\s*[-|–—«»·:]\s[^.]{0,60}$/.test(line.slice(title.length))));
  return withoutLeftovers(lines.filter((line) => !repeats(line) && /\p{L}/u.test(line))).flatMap(pieces);
}

/** The longest paragraph that is read as one; the rules look back and forth within it. */
const LONGEST_PARAGRAPH = 4000;

/** A page of one line is cut at the ends of sentences, or at spaces where there are none. */
function pieces(line: string): string[] {
  const cut: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_PARAGRAPH) {
    const start = rest.slice(0, LONGEST_PARAGRAPH);
    const at = Math.max(start.lastIndexOf(". "), start.lastIndexOf('." '), start.lastIndexOf(".” ")) + 1;
    const end =
      at > LONGEST_PARAGRAPH / 2 ? at : start.lastIndexOf(" ") > 0 ? start.lastIndexOf(" ") : start.length;
    cut.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...cut, rest].filter(Boolean);
}

/** `Gas row deepens | Meridian Wire` → `Meridian Wire`. */
function publisherIn(title: string): string | undefined {
  const parts = title.split(/\s+[|–—-]\s+/);
  const last = parts[parts.length - 1];
  return parts.length > 1 && last.length < 40 ? last : undefined;
}

function withoutPublisher(title: string, publisher: string | undefined): string {
  if (publisher === undefined) return title;
  const parts = title.split(/\s+[|–—-]\s+/);
  return parts.length > 1 && parts[parts.length - 1] === publisher ? parts.slice(0, -1).join(" – ") : title;
}

/** Title, publisher and date out of JSON-LD. It is a stranger's data: only texts at known keys are looked at. */
function dataOf(data: readonly string[]): {
  title?: string;
  publisher?: string;
  date?: string;
  author?: string;
} {
  for (const text of data) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      continue;
    }
    const listed: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    for (const each of listed) {
      const title = textAt(each, "headline");
      if (title === undefined) continue;
      const publisher =
        typeof each === "object" && each !== null
          ? textAt((each as { publisher?: unknown }).publisher, "name")
          : undefined;
      const date = textAt(each, "datePublished");
      const by: unknown = (each as { author?: unknown }).author;
      const author = textAt(Array.isArray(by) ? by[0] : by, "name");
      return {
        title,
        ...(publisher !== undefined && { publisher }),
        ...(date !== undefined && { date }),
        ...(author !== undefined && { author }),
      };
    }
  }
  return {};
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = (value as Record<string, unknown>)[key];
  return typeof found === "string" && found.trim() !== "" ? oneLine(found).slice(0, 500) : undefined;
}
