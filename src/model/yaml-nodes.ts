import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Expression, Span } from "./expression.ts";
import { didYouMean } from "./nearest.ts";
import { parseExpression, type Vocabulary } from "./parse-expression.ts";
import { spanOfNode } from "./read-yaml.ts";
import type { Report } from "./report.ts";
import { CONNECTIVES, ID, listed, WORDS } from "./words.ts";

/** One `key: value` of a map. A value that is missing, or `null`, is undefined. */
export type Entry = {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node | undefined;
  readonly span: Span;
};

/** The entries of a map whose keys the format gives. */
export type Fields = { readonly span: Span; readonly get: (key: string) => Entry | undefined };

/** A node that is neither missing nor `null`. */
export function present(node: unknown): Node | undefined {
  if (isMap(node) || isSeq(node)) return node;
  if (!isScalar(node)) return undefined;
  return node.value === null && (node.type === "PLAIN" || node.type === undefined) ? undefined : node;
}

/** What a node is, for messages. */
function kindOf(node: Node | undefined): string {
  if (node === undefined) return "nothing";
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === "number" || typeof value === "bigint") return "a number";
  if (typeof value === "boolean") return "true or false";
  return "a text";
}

/** The entries of a map, each key once; reports keys that are no text and keys that stand twice. `what` names the map. */
export function readEntries(
  node: Node | undefined,
  at: Span,
  what: string,
  report: Report,
): Entry[] | undefined {
  if (!isMap(node)) {
    const span = node === undefined ? at : spanOfNode(node);
    report.error("wrong-type", span, `${what} must be a map of \`key: value\` lines, not ${kindOf(node)}`);
    return undefined;
  }
  const entries = new Map<string, Entry>();
  for (const pair of (node as YAMLMap<unknown, unknown>).items) {
    const { key } = pair;
    if (!isScalar(key)) {
      const span = isMap(key) || isSeq(key) ? spanOfNode(key) : spanOfNode(node);
      report.error("wrong-type", span, `a key in ${what} must be one word, not ${kindOf(present(key))}`);
      continue;
    }
    const keySpan = spanOfNode(key);
    const name = typeof key.value === "string" ? key.value : report.text.slice(keySpan.start, keySpan.end);
    const first = entries.get(name);
    if (first !== undefined) {
      report.error("duplicate-key", keySpan, `\`${name}\` stands twice in ${what}`, "keep one of the two");
      continue;
    }
    const value = present(pair.value);
    const end = value === undefined ? keySpan.end : spanOfNode(value).end;
    entries.set(name, { key: name, keySpan, value, span: { start: keySpan.start, end } });
  }
  return [...entries.values()];
}

/** The entries of a map that may have just these keys. `later` maps keys of later versions to what to say of them. */
export function readFields(
  node: Node | undefined,
  at: Span,
  what: string,
  keys: readonly string[],
  report: Report,
  later: ReadonlySet<string> = new Set(),
): Fields | undefined {
  const entries = readEntries(node, at, what, report);
  if (entries === undefined) return undefined;
  for (const { key, keySpan } of entries) {
    if (keys.includes(key)) continue;
    if (later.has(key)) {
      report.error(
        "later-version",
        keySpan,
        `\`${key}\` belongs to a later version of the program`,
        "remove it, or use a newer program",
      );
    } else if (key === "<<") {
      report.error(
        "yaml",
        keySpan,
        "merge keys (`<<`) have no place in a standoff",
        "write the keys themselves",
      );
    } else {
      const fix = () => didYouMean(key, keys) ?? `the keys here are ${listed(keys, 20)}`;
      report.error("unknown-key", keySpan, `${what} has no key \`${key.slice(0, 100)}\``, fix);
    }
  }
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return { span: node === undefined ? at : spanOfNode(node), get: (key) => byKey.get(key) };
}

/** The items of a list. */
export function readItems(
  node: Node | undefined,
  at: Span,
  what: string,
  report: Report,
): Node[] | undefined {
  if (!isSeq(node)) {
    const span = node === undefined ? at : spanOfNode(node);
    const fix = isScalar(node) ? () => `write \`[${shortSource(node, report)}]\`` : undefined;
    report.error("wrong-type", span, `${what} must be a list, not ${kindOf(node)}`, fix);
    return undefined;
  }
  const items: Node[] = [];
  for (const item of node.items) {
    const value = present(item);
    if (value !== undefined) items.push(value);
    else {
      const span = isScalar(item) && item.range ? spanOfNode(item) : spanOfNode(node);
      report.error("wrong-type", span, `an item of ${what} is empty`, "remove it");
    }
  }
  return items;
}

/** A text that says something. */
export function readText(node: Node | undefined, at: Span, what: string, report: Report): string | undefined {
  if (isScalar(node) && typeof node.value === "string") {
    if (node.value.trim() !== "") return node.value;
    report.error("wrong-type", spanOfNode(node), `${what} is empty`);
    return undefined;
  }
  const span = node === undefined ? at : spanOfNode(node);
  const fix = isScalar(node) ? () => `put it in quotes: \`"${shortSource(node, report)}"\`` : undefined;
  report.error("wrong-type", span, `${what} must be a text, not ${kindOf(node)}`, fix);
  return undefined;
}

/** The text of an optional key; undefined when it is not there. */
export function optionalText(fields: Fields, key: string, report: Report): string | undefined {
  const entry = fields.get(key);
  return entry === undefined ? undefined : readText(entry.value, entry.keySpan, `\`${key}\``, report);
}

/** The text of a key that must be there. */
export function requiredText(
  fields: Fields,
  key: string,
  what: string,
  at: Span,
  report: Report,
): string | undefined {
  const entry = requiredEntry(fields, key, what, at, report);
  return entry === undefined ? undefined : readText(entry.value, entry.keySpan, `\`${key}\``, report);
}

/** A key that must be there. */
export function requiredEntry(
  fields: Fields,
  key: string,
  what: string,
  at: Span,
  report: Report,
): Entry | undefined {
  const entry = fields.get(key);
  if (entry === undefined) report.error("missing-key", at, `${what} has no \`${key}\``, `add \`${key}:\``);
  return entry;
}

/** An optional ISO date that is in the calendar: a day, or where sources are no more exact, a month or a year. */
export function optionalDate(
  fields: Fields,
  key: string,
  report: Report,
  exact: "day" | "year" = "day",
): string | undefined {
  const entry = fields.get(key);
  if (entry === undefined) return undefined;
  // YAML reads a bare year as a number.
  if (exact === "year" && isScalar(entry.value) && /^[0-9]{4}$/.test(String(entry.value.value))) {
    return String(entry.value.value);
  }
  const text = readText(entry.value, entry.keySpan, `\`${key}\``, report);
  if (text === undefined) return undefined;
  const span = entry.value === undefined ? entry.keySpan : spanOfNode(entry.value);
  if (exact === "year" && /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) {
    const or = exact === "year" ? ", a month such as 2003-01 or a year" : "";
    report.error("bad-date", span, `\`${key}\` must be a day such as 2003-01-21${or}`, dateFix(text));
    return undefined;
  }
  if (!inCalendar(text)) {
    report.error("bad-date", span, `there is no ${text} in the calendar`);
    return undefined;
  }
  return text;
}

/** Whether a text is the id of something new; reports when it is not. */
export function checkId(id: string, span: Span, what: string, report: Report): boolean {
  if (!ID.test(id)) {
    const fix = () => {
      const better = id
        .normalize("NFC")
        .trim()
        .replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
        .replace(/-+$/, "");
      return ID.test(better) ? `write \`${better}\`` : undefined;
    };
    const message = `\`${id.slice(0, 100)}\` cannot be the id of ${what}: an id is a letter, then letters, digits, \`_\` and \`-\``;
    report.error("bad-id", span, message, fix);
    return false;
  }
  const reserved = what === "a level" ? (CONNECTIVES as readonly string[]).includes(id) : WORDS.has(id);
  if (reserved) {
    report.error(
      "bad-id",
      span,
      `\`${id}\` is a word of the expression language, so it cannot be the id of ${what}`,
      "choose another id",
    );
    return false;
  }
  return true;
}

/** A word that refers to something: the text of a plain scalar. */
export function readWord(
  node: Node | undefined,
  at: Span,
  what: string,
  report: Report,
): { word: string; span: Span } | undefined {
  if (isScalar(node) && typeof node.value === "string") return { word: node.value, span: spanOfNode(node) };
  const span = node === undefined ? at : spanOfNode(node);
  report.error("wrong-type", span, `${what} must be an id, not ${kindOf(node)}`);
  return undefined;
}

/** One of a few words. */
export function readChoice<T extends string>(
  entry: Entry,
  choices: readonly T[],
  report: Report,
): T | undefined {
  const word = readWord(entry.value, entry.keySpan, `\`${entry.key}\``, report);
  if (word === undefined) return undefined;
  const choice = choices.find((one) => one === word.word);
  if (choice === undefined) {
    const fix = () => didYouMean(word.word, choices);
    report.error(
      "wrong-value",
      word.span,
      `\`${entry.key}\` is ${choices.map((one) => `\`${one}\``).join(" or ")}`,
      fix,
    );
  }
  return choice;
}

/** `yes` and `true` are the same; the core schema keeps `yes` a text. */
export function readYesNo(entry: Entry, report: Report): boolean {
  if (isScalar(entry.value) && typeof entry.value.value === "boolean") return entry.value.value;
  return readChoice(entry, ["yes", "no"], report) === "yes";
}

/** An expression, read from the text of a scalar. */
export function readExpressionNode(
  node: Node | undefined,
  at: Span,
  what: string,
  vocabulary: Vocabulary,
  report: Report,
): Expression | undefined {
  if (!isScalar(node)) {
    const span = node === undefined ? at : spanOfNode(node);
    const fix = isMap(node) ? "if a colon made this a map, put the expression in quotes" : undefined;
    report.error("wrong-type", span, `${what} must be an expression, not ${kindOf(node)}`, fix);
    return undefined;
  }
  const text = typeof node.value === "string" ? node.value : sourceOf(node, report);
  return parseExpression(text, vocabulary, report, placesIn(node, text, report.text));
}

/** Maps offsets in a scalar's value to offsets in the source: exact unless an escape is unusual. */
function placesIn(node: Scalar, value: string, source: string): (offset: number) => number {
  const [start, end] = node.range ?? [0, 0];
  const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
  const from = quoted ? start + 1 : start;
  if (source.startsWith(value, from) && from + value.length + (quoted ? 1 : 0) === end)
    return (offset) => from + offset;
  let map: number[] | undefined;
  return (offset) => {
    map ??= align(node, value, source, from, end);
    return map[Math.min(offset, value.length)];
  };
}

/** Walks value and source side by side, past the indentation, line ends and escapes only the source has. */
function align(node: Scalar, value: string, source: string, from: number, end: number): number[] {
  const block = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  let at = block ? source.indexOf("\n", from) + 1 : from;
  const map: number[] = [];
  for (const letter of value.split("")) {
    if (/\s/.test(letter)) {
      map.push(Math.min(at, end));
      if (/\s/.test(source[at] ?? "")) at++;
      continue;
    }
    while (at < end && /\s/.test(source[at])) at++;
    map.push(Math.min(at, end));
    if (node.type === "QUOTE_DOUBLE" && source[at] === "\\") at += escapeLength(source, at);
    else if (node.type === "QUOTE_SINGLE" && letter === "'") at += 2;
    else at++;
  }
  map.push(Math.min(at, end));
  return map;
}

function escapeLength(source: string, at: number): number {
  const letter = source[at + 1];
  return letter === "x" ? 4 : letter === "u" ? 6 : letter === "U" ? 10 : 2;
}

/** A scalar as it is written, quotes included. */
export function sourceOf(node: Scalar, report: Report): string {
  const { start, end } = spanOfNode(node);
  return report.text.slice(start, end);
}

function shortSource(node: Scalar, report: Report): string {
  const text = sourceOf(node, report);
  return text.length > 40 ? "…" : text;
}

function dateFix(text: string): string | undefined {
  const parts = /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$/.exec(text.trim());
  if (parts === null) return "write year-month-day";
  const better = `${parts[1]}-${parts[2].padStart(2, "0")}-${parts[3].padStart(2, "0")}`;
  return inCalendar(better) ? `write \`${better}\`` : "write year-month-day";
}

function inCalendar(date: string): boolean {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
