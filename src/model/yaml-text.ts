import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
} from "yaml";
import { layOutChanged } from "./lay-out-yaml.ts";
import { readYaml } from "./read-yaml.ts";
import { createReport } from "./report.ts";

/** Where something stands in the YAML document: keys of maps and numbers in lists. */
export type Path = readonly (string | number)[];

/** What can be written: plain data as YAML holds it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A stretch of the text to be replaced. */
export type Patch = { readonly start: number; readonly end: number; readonly insert: string };

/** Longer lines are folded, and lists longer than this are written one item a line. */
const WIDTH = 100;
const SHORT_LIST = 76;

/** The document of a text; undefined where it is no YAML that a standoff can be written in. Bounded for any text. */
export function readDocument(text: string): Document.Parsed | undefined {
  return readYaml(createReport(text, ""));
}

/**
 * Sets the value at a path, making the maps and lists that lead to it. Like every change here it touches only the lines it
 * must: comments, spaces and the order of everything else stay. A text that is no YAML map comes back as it was.
 */
export function setAt(text: string, path: Path, value: Value): string {
  const document = readDocument(text);
  if (document === undefined || !isMap(document.contents)) return text;
  const [at, wanted] = existing(document, path, value);
  const parent = document.getIn(at.slice(0, -1), true);
  if (!isCollection(parent)) return text;
  const place = placeOf(text, parent, at[at.length - 1]);
  const patch =
    place === undefined
      ? insertion(text, document, parent, at[at.length - 1], wanted)
      : replacement(text, place, wanted);
  return checked(text, document, [patch], (each) => each.setIn(at, nodeOf(each, wanted)));
}

/** Adds an item at the end of the list at `path`, making the list if there is none. */
export function addItem(text: string, path: Path, value: Value): string {
  const list = readDocument(text)?.getIn(path, true);
  return isSeq(list) ? setAt(text, [...path, list.items.length], value) : setAt(text, path, [value]);
}

/** Takes out what stands at a path, with the comment right above it; a map or list left empty goes as well. */
export function removeAt(text: string, path: Path): string {
  const document = readDocument(text);
  if (document === undefined || !document.hasIn(path)) return text;
  let at = path;
  let parent = document.getIn(at.slice(0, -1), true);
  while (at.length > 1 && isCollection(parent) && parent.items.length === 1) {
    at = at.slice(0, -1);
    parent = document.getIn(at.slice(0, -1), true);
  }
  if (!isCollection(parent)) return text;
  const patch = removal(text, parent, at[at.length - 1]);
  return checked(text, document, patch === undefined ? undefined : [patch], (each) => {
    each.deleteIn(at);
  });
}

/** Moves an item of the list at `path` from one place to another; the comments above it go with it. */
export function moveItem(text: string, path: Path, from: number, to: number): string {
  const document = readDocument(text);
  const list = document?.getIn(path, true);
  if (document === undefined || !isSeq(list)) return text;
  const { length } = list.items;
  if (from === to || from < 0 || to < 0 || from >= length || to >= length) return text;
  const order = [...list.items.keys()];
  order.splice(to, 0, ...order.splice(from, 1));
  const chunks = list.items.map((_, index) => chunkOf(text, list, index));
  const patches = chunks.every((chunk) => chunk !== undefined)
    ? order.map((which, index) => {
        const insert = text.slice(chunks[which]!.start, chunks[which]!.end);
        const last = chunks[index]!.end === text.length && !list.flow;
        return { ...chunks[index]!, insert: list.flow ? insert : `${insert.trimEnd()}${last ? "" : "\n"}` };
      })
    : undefined;
  return checked(text, document, patches, (each) => {
    const items = each.getIn(path);
    if (isSeq(items)) items.items.splice(to, 0, ...items.items.splice(from, 1));
  });
}

/** Makes several patches at once, whatever their order. */
export function patched(text: string, patches: readonly Patch[]): string {
  let after = "";
  let at = 0;
  for (const { start, end, insert } of patches.toSorted((a, b) => a.start - b.start)) {
    after += text.slice(at, start) + insert;
    at = end;
  }
  return after + text.slice(at);
}

/**
 * Makes the patches if the text then says what the document says after `change`; else (explicit keys, comments in odd places)
 * has the section laid out anew.
 */
function checked(
  text: string,
  document: Document.Parsed,
  patches: readonly Patch[] | undefined,
  change: (document: Document.Parsed) => void,
): string {
  change(document);
  if (patches !== undefined) {
    const after = patched(text, patches);
    const got = readDocument(after);
    if (got !== undefined && same(got.toJS(), document.toJS())) return after;
  }
  return layOutChanged(text, change);
}

/** Whether two pieces of plain data are alike; the order of keys is no difference. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}

/** The path as far as there are collections, and the value with the rest of the path wrapped around it. */
function existing(document: Document.Parsed, path: Path, value: Value): [Path, Value] {
  let depth = 1;
  while (depth < path.length && isCollection(document.getIn(path.slice(0, depth), true))) depth++;
  const wrapped = path
    .slice(depth)
    .reduceRight<Value>((inner, key) => (typeof key === "number" ? [inner] : { [key]: inner }), value);
  return [path.slice(0, depth), wrapped];
}

type Collection = Node & { readonly items: readonly unknown[]; flow?: boolean };

/** An entry of a map or an item of a list as it stands in the text. */
type Place = {
  /** Where its key, or in a block list its dash, begins. */
  readonly start: number;
  /** Just after its colon or dash; in a flow list where the item begins. */
  readonly after: number;
  readonly value: Node | undefined;
  readonly end: number;
  readonly flow: boolean;
  readonly item: boolean;
};

function placeOf(text: string, parent: Collection, key: string | number): Place | undefined {
  const flow = parent.flow === true;
  if (isSeq(parent)) {
    const value = parent.items[Number(key)] as Node | undefined;
    if (value?.range == null) return undefined;
    const begins = value.range[0];
    const start = flow ? begins : text.lastIndexOf("-", begins - 1);
    const after = flow ? begins : start + 1;
    return { start, after, value, end: Math.max(after, endOf(text, value)), flow, item: true };
  }
  const pair = (parent as YAMLMap<Node, Node | null>).items.find(
    (each) => isScalar(each.key) && String(each.key.value) === String(key),
  );
  if (pair === undefined || !isScalar(pair.key) || pair.key.range == null) return undefined;
  const colon = text.indexOf(":", pair.key.range[1]);
  const value = pair.value ?? undefined;
  return { start: pair.key.range[0], after: colon + 1, value, end: endOfPair(text, pair), flow, item: false };
}

/** Where what is written of a node ends: without the comment after it and the lines below. */
function endOf(text: string, node: Node): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    const last = node.items[node.items.length - 1];
    return isMap(node) ? endOfPair(text, last as Pair<Node, Node | null>) : endOf(text, last as Node);
  }
  const [start, end] = node.range ?? [0, 0];
  return start + text.slice(start, end).trimEnd().length;
}

function endOfPair(text: string, { key, value }: Pair<Node, Node | null>): number {
  const keyEnd = key.range?.[1] ?? 0;
  const empty =
    value == null || (isScalar(value) && value.range != null && value.range[0] === value.range[1]);
  if (!empty) return endOf(text, value);
  const colon = /^\s*:/.exec(text.slice(keyEnd, keyEnd + 200));
  return keyEnd + (colon?.[0].length ?? 0);
}

function replacement(text: string, place: Place, value: Value): Patch {
  const { value: old } = place;
  const written = isScalar(old) && old.range != null && old.range[0] < old.range[1];
  const scalar = typeof value !== "object" || value === null;
  const column = columnOf(text, place.start);
  if (place.flow) {
    const start = written || isCollection(old) ? old!.range![0] : place.after;
    return {
      start,
      end: place.end,
      insert: `${start === place.after && !place.item ? " " : ""}${flowText(value)}`,
    };
  }
  const kept = isScalar(old) && isBlock(old) && typeof value === "string" ? old.type : undefined;
  const rendered = blockText(value, column, kept, place.item);
  if (written && scalar && !isBlock(old))
    return { start: old.range![0], end: place.end, insert: rendered.trimStart() };
  return { start: place.after, end: place.end, insert: rendered };
}

function isBlock(node: Scalar): boolean {
  return node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
}

function insertion(
  text: string,
  document: Document.Parsed,
  parent: Collection,
  key: string | number,
  value: Value,
): Patch {
  const list = isSeq(parent);
  const { items } = parent;
  if (parent.flow) {
    const insert = list ? flowText(value) : flowText({ [key]: value }).slice(1, -1);
    if (items.length === 0) {
      const at = parent.range![0] + 1;
      return { start: at, end: at, insert };
    }
    const at = lastEnd(text, parent);
    return { start: at, end: at, insert: `, ${insert}` };
  }
  const root = parent === document.contents;
  const before = root ? sectionBefore(parent as YAMLMap<Node, Node | null>, String(key)) : undefined;
  const at = lineEnd(text, before === undefined ? lastEnd(text, parent) : endOfPair(text, before));
  const first = list ? (items[0] as Node).range![0] : (items[0] as Pair<Node>).key.range![0];
  const column = columnOf(text, list ? text.lastIndexOf("-", first - 1) : first);
  const start = list ? "-" : `${keyText(String(key))}:`;
  const gap = root && /\n[ \t]*\r?\n/.test(text) ? "\n\n" : "\n";
  return {
    start: at,
    end: at,
    insert: `${gap}${" ".repeat(column)}${start}${blockText(value, column, undefined, list)}`,
  };
}

/** The order in which a standoff's sections are usually written; a new one goes after those that come before it here. */
const SECTIONS = [
  ...["standoff", "title", "about", "as of", "parties", "options", "states", "moves", "bodies", "outcomes"],
  ...["constraints", "same", "status quo", "preferences", "perceptions", "sources", "claims", "timeline"],
];

function sectionBefore(root: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | undefined {
  const rank = SECTIONS.indexOf(key);
  return root.items.findLast((each) => isScalar(each.key) && SECTIONS.indexOf(String(each.key.value)) < rank);
}

function lastEnd(text: string, parent: Collection): number {
  const last = parent.items[parent.items.length - 1];
  return isMap(parent) ? endOfPair(text, last as Pair<Node, Node | null>) : endOf(text, last as Node);
}

function removal(text: string, parent: Collection, key: string | number): Patch | undefined {
  const index = isSeq(parent)
    ? Number(key)
    : (parent as YAMLMap<Node>).items.findIndex(
        (each) => isScalar(each.key) && String(each.key.value) === String(key),
      );
  const here = place(text, parent, index);
  if (here === undefined) return undefined;
  const next = index + 1 < parent.items.length ? place(text, parent, index + 1) : undefined;
  const former = index > 0 ? place(text, parent, index - 1) : undefined;
  const chunk = chunkOf(text, parent, index);
  if (parent.flow) {
    if (next !== undefined) return { start: here.start, end: next.start, insert: "" };
    return { start: former?.end ?? here.start, end: here.end, insert: "" };
  }
  // The first of several on the line of something else, such as `want` in `- want: …`.
  if (chunk === undefined) return next && { start: here.start, end: next.start, insert: "" };
  return { ...chunk, insert: "" };
}

function place(text: string, parent: Collection, index: number): Place | undefined {
  if (isSeq(parent)) return placeOf(text, parent, index);
  const { key } = (parent as YAMLMap<Node>).items[index];
  return isScalar(key) ? placeOf(text, parent, String(key.value)) : undefined;
}

/** The lines of an entry or item, with the comment right above; in a flow collection its text alone. */
function chunkOf(
  text: string,
  parent: Collection,
  index: number,
): { start: number; end: number } | undefined {
  const here = place(text, parent, index);
  if (here === undefined) return undefined;
  if (parent.flow) return { start: here.start, end: here.end };
  let start = lineStart(text, here.start);
  if (text.slice(start, here.start).trim() !== "") return undefined;
  const former = index > 0 ? place(text, parent, index - 1) : undefined;
  const least = former === undefined ? 0 : lineEnd(text, former.end) + 1;
  while (start > least) {
    const above = lineStart(text, start - 1);
    if (above < least || !/^[ \t]+#/.test(text.slice(above, start))) break;
    start = above;
  }
  return { start, end: Math.min(text.length, lineEnd(text, here.end) + 1) };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** A key as it is written in a block map. */
function keyText(key: string): string {
  return new Document({ [key]: 0 }).toString().replace(/: 0\n$/, "");
}

function flowText(value: Value): string {
  const document = new Document([value]);
  return document
    .toString({ collectionStyle: "flow", nullStr: "", lineWidth: 0, flowCollectionPadding: false })
    .trimEnd()
    .slice(1, -1);
}

/** What follows the colon, or the dash, of an entry of a block collection that begins at this column. */
function blockText(value: Value, column: number, kept: Scalar["type"] | undefined, item: boolean): string {
  const document = new Document();
  const node = nodeOf(document, value);
  if (kept !== undefined && isScalar(node)) node.type = kept;
  document.contents = document.createNode(item ? [node] : { k: node }) as never;
  const rendered = document.toString({
    nullStr: "",
    lineWidth: Math.max(40, WIDTH - column),
    flowCollectionPadding: false,
  });
  return rendered
    .trimEnd()
    .slice(item ? 1 : 2)
    .replace(/\n(?=[^\n])/g, `\n${" ".repeat(column)}`);
}

/** Short lists of words go on one line, long texts are folded. */
function nodeOf(document: Document, value: Value): Node {
  const node = document.createNode(value);
  const style = (each: unknown): void => {
    if (isScalar(each)) {
      if (typeof each.value === "string" && each.value.length > WIDTH && !each.value.includes("\n"))
        each.type = Scalar.BLOCK_FOLDED;
    } else if (isSeq(each)) {
      const short = each.items.every((item) => isScalar(item) && String(item.value).length < SHORT_LIST / 2);
      each.flow = short && each.items.map(String).join(", ").length < SHORT_LIST;
      each.items.forEach(style);
    } else if (isMap(each)) for (const pair of each.items) style(pair.value);
  };
  style(node);
  return node;
}
