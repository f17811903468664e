import type { Names } from "../../analysis/findings.ts";
import { namesIn, type Reader } from "../edit/reader.ts";
import { ownField } from "../edit/references.ts";
import { type Kind, type Shape, STANDOFF, shapeFor } from "../edit/shape.ts";
import { completionsAt } from "../parts/completion.ts";

/** Something that may stand at the caret. */
export type Suggestion = {
  readonly id: string;
  readonly title: string;
  /** `key`: a colon goes after it. */
  readonly is: "key" | "id" | "word";
};

/** What the caret is in: keys and list items (as `ITEM`) from the outside in, and what stands before it on the line. */
type Place = {
  readonly path: readonly string[];
  /** The value, or key, that is being written, up to the caret. */
  readonly written: string;
  /** Whether a key may be written here. */
  readonly key: boolean;
};

/** An item of a list; no key is empty. */
const ITEM = "";

/**
 * What may be written where the caret is: keys that may stand there, ids of what may be referred to, and within expressions
 * options, outcomes, connectives and levels. `reader` is of the last text that could be read. Goes by the indentation of the
 * lines above, so it works while the text cannot be read as YAML.
 */
export function suggestionsAt(
  text: string,
  caret: number,
  reader: Reader,
): { readonly from: number; readonly offered: readonly Suggestion[] } {
  const place = placeAt(text, caret);
  const shapes = shapesAt(place.path);
  const word = /[\p{L}\p{M}\p{N}_-]*$/u.exec(place.written)![0];
  const offered: Suggestion[] = [];
  let from = caret - word.length;
  for (const shape of shapes) {
    if (place.key) {
      const map = shapeFor(shape, "map");
      const keys = map && keysOf(map, reader, place);
      if (keys !== undefined && keys.length > 0 && !/^["']/.test(place.written)) {
        from = caret - place.written.length;
        offered.push(...keys);
      }
    }
    const value = shapeFor(shape, "value");
    if (value !== undefined) offered.push(...valuesOf(value, reader, place.written));
  }
  const typed = caret - from === 0 ? "" : text.slice(from, caret).toLowerCase();
  const unique = new Map(offered.map((each) => [each.id, each]));
  const fits = ({ id, title, is }: Suggestion) =>
    id.toLowerCase().startsWith(typed) || (is !== "key" && `${id} ${title}`.toLowerCase().includes(typed));
  return { from, offered: [...unique.values()].filter(fits) };
}

function keysOf(shape: Shape, reader: Reader, { path, written }: Place): Suggestion[] {
  const at = path.filter((each) => each !== ITEM);
  const there = path.includes(ITEM) ? [] : reader.keys(at);
  const missing = (id: string) => !there.includes(id) || id === written;
  if (shape.is === "fields")
    return Object.keys(shape.fields)
      .filter(missing)
      .map((id) => ({ id, title: "", is: "key" }));
  if (shape.is !== "entries" || shape.defines || shape.of === undefined) return [];
  return idsOf(shape.of, reader)
    .filter(({ id }) => missing(id))
    .map((each) => ({ ...each, is: "key" }));
}

function valuesOf(shape: Shape, reader: Reader, written: string): Suggestion[] {
  const words = (shape.is === "text" || shape.is === "expression" ? (shape.words ?? []) : []).map(
    (id): Suggestion => ({ id, title: "", is: "word" }),
  );
  if (shape.is === "id") return idsOf(shape.of, reader);
  if (shape.is !== "expression") return words;
  const { offered } = completionsAt(written, written.length, vocabulary(reader));
  const begun = /[\p{L}\p{M}\p{N}_-]$/u.test(written) || /[=<>]\s*$/.test(written);
  const all = begun ? offered : [...namesIn(reader).outcomes, ...namesIn(reader).options];
  return [...all.map(({ id, title }): Suggestion => ({ id, title, is: "id" })), ...words];
}

/** What expressions may speak of; in graph form the states. */
function vocabulary(reader: Reader): Pick<Names, "options" | "outcomes"> {
  const { options, outcomes } = namesIn(reader);
  return { options, outcomes: [...outcomes, ...idsOf("state", reader)] };
}

function idsOf(kind: Kind, reader: Reader): Suggestion[] {
  const names = namesIn(reader);
  const titled = (path: string) =>
    reader
      .keys([path])
      .map((id) => ({ id, title: reader.text([path, id, "title"]) || reader.text([path, id]) }));
  const found = {
    party: () => names.parties,
    option: () => names.options,
    outcome: () => names.outcomes,
    claim: () => names.claims.map(({ id, says }) => ({ id, title: says })),
    source: () => titled("sources"),
    state: () => titled("states"),
  }[kind]();
  return found.map(({ id, title }) => ({ id, title: title === id ? "" : title, is: "id" }));
}

/** The shapes that what stands at a path may have. */
function shapesAt(path: Place["path"]): Shape[] {
  let shape: Shape | undefined = STANDOFF;
  for (const step of path) {
    const fits: Shape | undefined = shape && shapeFor(shape, step === ITEM ? "list" : "map");
    if (fits?.is === "list") shape = fits.each;
    else if (fits?.is === "entries") shape = fits.each;
    else if (fits?.is === "fields" && step !== ITEM) shape = ownField(fits.fields, step);
    else return [];
  }
  return shape === undefined ? [] : spread(shape);
}

function spread(shape: Shape): Shape[] {
  if (shape.is === "later") return spread(shape.shape());
  return shape.is === "either" ? shape.shapes.flatMap(spread) : [shape];
}

function placeAt(text: string, caret: number): Place {
  const start = text.lastIndexOf("\n", caret - 1) + 1;
  const line = text.slice(start, caret);
  const { dashes, column, key, value } = readLine(line);
  const outer = pathAbove(text.slice(0, start), dashes[0] ?? column, dashes.length > 0);
  const path: string[] = [...outer, ...dashes.map(() => ITEM)];
  if (key === undefined) return inFlow(path, value, true);
  return inFlow([...path, key], value, false);
}

/** Dashes of list items with their columns, the column of what follows, and the key if there is one. */
function readLine(line: string): {
  dashes: number[];
  column: number;
  key: string | undefined;
  value: string;
} {
  const dashes: number[] = [];
  let column = /^ */.exec(line)![0].length;
  for (
    let dash = /^- +|^-$/.exec(line.slice(column));
    dash !== null;
    dash = /^- +|^-$/.exec(line.slice(column))
  ) {
    dashes.push(column);
    column += dash[0].length;
  }
  const rest = line.slice(column);
  const key = /^([^\s"'[{#:][^:#]*?|"[^"]*"):(?:\s+|$)/.exec(rest);
  return {
    dashes,
    column,
    key: key?.[1].replace(/^"|"$/g, ""),
    value: key === null ? rest : rest.slice(key[0].length),
  };
}

/** Keys and items that a line is in, by the indentation of the lines above it. */
function pathAbove(above: string, column: number, item: boolean): string[] {
  const path: string[] = [];
  let left = column;
  let orAt = item;
  for (const line of above.split("\n").toReversed()) {
    if (left === 0 && !orAt) break;
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const read = readLine(line);
    const columns = [...read.dashes, read.column];
    if (
      read.key !== undefined &&
      (read.column < left || (orAt && read.dashes.length === 0 && read.column === left))
    ) {
      path.unshift(read.key);
      left = read.column;
      orAt = false;
    }
    for (const dash of columns.slice(0, -1).toReversed()) {
      if (dash >= left) continue;
      path.unshift(ITEM);
      left = dash;
      orAt = true;
    }
  }
  return path;
}

/** Goes on into the lists and maps in brackets that are open at the end of a value. */
function inFlow(path: Place["path"], value: string, key: boolean): Place {
  const inside: { map: boolean; key: string | undefined }[] = [];
  let from = 0;
  let quote = "";
  for (let at = 0; at < value.length; at++) {
    const letter = value[at];
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if ((letter === '"' || letter === "'") && value.slice(from, at).trim() === "") quote = letter;
    else if ((letter === "[" || letter === "{") && value.slice(from, at).trim() === "") {
      inside.push({ map: letter === "{", key: undefined });
      from = at + 1;
    } else if (inside.length > 0 && (letter === "]" || letter === "}")) {
      inside.pop();
      from = at + 1;
    } else if (inside.length > 0 && letter === ",") {
      inside[inside.length - 1].key = undefined;
      from = at + 1;
    } else if (inside.length > 0 && letter === ":" && /^(\s|$)/.test(value.slice(at + 1))) {
      inside[inside.length - 1].key = value.slice(from, at).trim();
      from = at + 1;
    }
  }
  const steps = inside.flatMap((each): Place["path"] =>
    each.map ? (each.key === undefined ? [] : [each.key]) : [ITEM],
  );
  const last = inside[inside.length - 1];
  const written = value.slice(from).trimStart().replace(/^["']/, "");
  return {
    path: [...path, ...steps],
    written,
    key: last === undefined ? key : last.map && last.key === undefined,
  };
}
