import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isPair,
  isScalar,
  Lexer,
  type Node,
  Parser,
  type YAMLError,
} from "yaml";
import type { Span } from "./expression.ts";
import type { Report } from "./report.ts";

const LONGEST_TEXT = 10_000_000;
/** Pieces of punctuation and text in a file; a very large real standoff has a tenth of it. */
const MOST_PIECES = 150_000;
const MOST_ERRORS = 1000;

/** Levels of nesting; the format needs seven. */
const DEEPEST_NESTING = 100;

/**
 * Reads the report's text as one YAML 1.2 document in the core schema, where `no` and dates are plain
 * strings. Reports what YAML cannot read, and what the format does without: anchors, aliases, tags and
 * merge keys. Returns undefined when anything was reported. Time is bounded for any text: reading stops
 * at a limit instead of working through a hostile one.
 */
export function readYaml(report: Report): Document.Parsed | undefined {
  const { text } = report;
  if (text.length > LONGEST_TEXT) {
    report.error(
      "limit",
      { start: 0, end: 1 },
      `the text is longer than ${LONGEST_TEXT.toLocaleString("en-US")} characters`,
    );
    return undefined;
  }
  const documents = compose(text, report);
  if (documents === undefined) return undefined;
  const document = documents[0];
  const mistakes = documents.flatMap((one) => [...one.errors, ...one.warnings]);
  for (const mistake of firstOnEachLine(mistakes, text)) reportYamlMistake(mistake, report);
  if (documents.length > 1) {
    const start = documents[1].range[0];
    report.error(
      "yaml",
      { start, end: start + 3 },
      "a second document begins here; a file holds one standoff",
      "remove the line `---`",
    );
  }
  if (document?.directives?.yaml.explicit && document.directives.yaml.version !== "1.2") {
    report.error("yaml", { start: 0, end: 1 }, "only YAML 1.2 can be read here", "remove the line `%YAML`");
  }
  if (mistakes.length > 0 || documents.length > 1 || document === undefined) return undefined;
  return refused(document, report) ? undefined : document;
}

function compose(text: string, report: Report): Document.Parsed[] | undefined {
  const parser = new Parser();
  let reached: string | undefined;
  let offset = 0;
  function* tokens() {
    let pieces = 0;
    let errors = 0;
    for (const piece of new Lexer().lex(text)) {
      if (++pieces > MOST_PIECES)
        reached = `the file has more than ${MOST_PIECES.toLocaleString("en-US")} pieces of text and punctuation`;
      else if (parser.stack.length > DEEPEST_NESTING)
        reached = "the lists and maps of this file are nested too deep";
      if (reached !== undefined) return;
      offset = parser.offset;
      for (const token of parser.next(piece)) {
        yield token;
        // What follows so many errors is garbage as well, and each costs time.
        if (token.type === "error" && ++errors > MOST_ERRORS) return;
      }
    }
    yield* parser.end();
  }
  const read = [...tokens()];
  if (reached !== undefined) {
    report.error("limit", { start: offset, end: offset + 1 }, reached);
    return undefined;
  }
  // A text of garbage gives a hundred thousand errors, and nobody reads the stack of any.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const options = {
      version: "1.2",
      schema: "core",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    } as const;
    const composer = new Composer(options);
    return [...composer.compose(read, true, text.length)] as Document.Parsed[];
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** One slip makes YAML complain several times about the same line. */
function firstOnEachLine(mistakes: readonly YAMLError[], text: string): YAMLError[] {
  const sorted = mistakes.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const first: YAMLError[] = [];
  for (const mistake of sorted) {
    const before = first[first.length - 1];
    if (before === undefined || text.slice(before.pos[0], mistake.pos[0]).includes("\n")) first.push(mistake);
    // Slices between neighbors add up to the text at most once as long as the first few lines are short of garbage.
    if (first.length >= 20) break;
    if (sorted.length > 1000 && first.length > 0) break;
  }
  return first;
}

function reportYamlMistake(mistake: YAMLError, report: Report): void {
  const { text } = report;
  const [start, end] = mistake.pos;
  // YAML often marks one letter; the word it begins is easier to see.
  const word = /^[\p{L}\p{N}_-]{2,60}/u.exec(text.slice(start, start + 60))?.[0].length ?? 1;
  const span: Span = { start, end: Math.max(end, start + word) };
  const here = text[start] ?? "";
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(lineStart, Math.min(lineEnd === -1 ? text.length : lineEnd, lineStart + 1000));
  const unclosed = /^Flow (map|sequence) (must end|in block collection must be)/.exec(mistake.message);
  if (unclosed !== null && here !== "]" && here !== "}") {
    const bracket = unclosed[1] === "map" ? "{" : "[";
    const open = text.lastIndexOf(bracket, start - 1);
    if (open !== -1) {
      const fix = `add \`${bracket === "[" ? "]" : "}"}\``;
      report.error("yaml", { start: open, end: open + 1 }, `this \`${bracket}\` is never closed`, fix);
      return;
    }
  }
  switch (mistake.code) {
    case "TAG_RESOLVE_FAILED":
    case "MULTIPLE_TAGS":
      report.error(
        "yaml",
        span,
        "YAML takes a word that begins with `!` for a tag",
        "write `not` for negation",
      );
      return;
    case "MULTIPLE_ANCHORS":
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
      report.error(
        "yaml",
        span,
        "anchors (`&`) and aliases (`*`) have no place in a standoff",
        "write `and`, or the thing itself",
      );
      return;
    case "TAB_AS_INDENT":
      report.error("yaml", span, "the line is indented with a tab", "indent with spaces");
      return;
    case "DUPLICATE_KEY":
      report.error("duplicate-key", span, "this key stands twice");
      return;
    case "RESOURCE_EXHAUSTION":
      report.error("limit", span, "the lists and maps of this file are nested too deep");
      return;
    case "BLOCK_AS_IMPLICIT_KEY":
      if (/:\s.*:\s/.test(line)) {
        const fix = "put the text in quotes if the colon belongs to it, or begin a new line";
        report.error(
          "yaml",
          span,
          "there are two colons on this line, and YAML reads each as `key: value`",
          fix,
        );
        return;
      }
      report.error("yaml", span, "the indentation does not fit the lines above");
      return;
    case "BAD_INDENT":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      if (/Flow .* in block collection must be/.test(mistake.message) && (here === "]" || here === "}")) {
        report.error(
          "yaml",
          span,
          `the closing \`${here}\` must be indented`,
          "indent it further than the key it belongs to",
        );
        return;
      }
      report.error(
        "yaml",
        span,
        "the indentation does not fit the lines above",
        "let entries of one list or map begin in the same column",
      );
      return;
    case "BAD_SCALAR_START":
      report.error("yaml", span, `a text cannot begin with \`${here}\``, "put the text in quotes");
      return;
    case "BAD_DQ_ESCAPE":
      report.error(
        "yaml",
        span,
        "there is no such escape in double quotes",
        "use single quotes, or write `\\\\` for a backslash",
      );
      return;
    case "MISSING_CHAR":
      if (/closing/.test(mistake.message)) {
        report.error(
          "yaml",
          { start: Math.max(0, start - 1), end: start },
          "a quote is opened and never closed",
          "add the closing quote",
        );
        return;
      }
      if (/Implicit map keys need to be followed/.test(mistake.message)) {
        report.error(
          "yaml",
          span,
          "a `key: value` is expected here",
          "add a colon and a space after the key",
        );
        return;
      }
      break;
    case "UNEXPECTED_TOKEN":
      if (here === "," || here === "]" || here === "}") {
        report.error(
          "yaml",
          span,
          `\`${here}\` does not fit here`,
          "check the brackets and commas on this line",
        );
        return;
      }
      break;
    default:
  }
  const said = mistake.message.replaceAll(/\s+/g, " ").slice(0, 200);
  report.error("yaml", span, `YAML cannot read this: ${said.charAt(0).toLowerCase()}${said.slice(1)}`);
}

/** Reports what YAML allows and the format does not. Walks with its own stack. */
function refused(document: Document.Parsed, report: Report): boolean {
  let found = false;
  const refuse = (span: Span, message: string, fix: string) => {
    found = true;
    report.error("yaml", span, message, fix);
  };
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) {
      waiting.push(node.key, node.value);
      continue;
    }
    if (isAlias(node)) {
      refuse(spanOfNode(node), "aliases (`*`) have no place in a standoff", "write the thing itself");
      continue;
    }
    if (!isScalar(node) && !isCollection(node)) continue;
    const before = (mark: string): Span => {
      const start = Math.max(0, report.text.lastIndexOf(mark, node.range?.[0] ?? 0));
      return { start, end: start + mark.length };
    };
    if (node.anchor !== undefined)
      refuse(
        before(`&${node.anchor}`),
        "anchors (`&`) have no place in a standoff",
        "write `and`, or leave it out",
      );
    if (node.tag !== undefined)
      refuse(
        before("!"),
        "tags (`!`) have no place in a standoff",
        "write `not` for negation, or leave it out",
      );
    if (isCollection(node)) for (const item of node.items) waiting.push(item);
  }
  return found;
}

/** Where a node stands in the text, without the comments behind it. */
export function spanOfNode(node: Node): Span {
  const range = node.range;
  if (range === null || range === undefined) return { start: 0, end: 1 };
  return { start: range[0], end: Math.max(range[1], range[0] + 1) };
}
