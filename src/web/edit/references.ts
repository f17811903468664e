import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import { tokenize } from "../../model/tokenize.ts";
import { ID, WORDS } from "../../model/words.ts";
import { type Patch, type Path, patched, readDocument, removeAt } from "../../model/yaml-text.ts";
import { type Kind, type Shape, STANDOFF, shapeFor } from "./shape.ts";

/** A place where an id stands: as the key that defines it, as a reference, or as a word of an expression. */
export type Reference = {
  readonly path: Path;
  readonly defines: boolean;
  /** Offsets of the id in the text. */
  readonly start: number;
  readonly end: number;
};

/** Every place where the id of something stands, in the order of the text; none where the text is no YAML. */
export function referencesTo(text: string, kind: Kind, id: string): Reference[] {
  const found: Reference[] = [];
  walk(text, (node, shape, path, key) => {
    const [start, end] = node.range!;
    if (shape.is === "expression") {
      if (kind !== "option" && kind !== "outcome" && kind !== "state") return;
      if (shape.words?.includes(String(node.value))) return;
      for (const token of wordsOf(text, node))
        if (token.word === id && (kind === "state" || token.level === undefined))
          found.push({ path, defines: false, start: token.start, end: token.end });
    } else if (String(node.value) === id && "of" in shape && shape.of === kind)
      found.push({ path, defines: key && shape.is === "entries" && shape.defines, start, end });
  });
  return found;
}

/** Renames what has this id, wherever it stands. The new id must be sound and free, see `whyNotId`. */
export function renameId(text: string, kind: Kind, from: string, to: string): string {
  return patched(text, patchesFor(referencesTo(text, kind, from), to));
}

/** Renames a level of an option, in its list of levels and in every expression that compares the option with it. */
export function renameLevel(text: string, option: string, from: string, to: string): string {
  const patches: Patch[] = [];
  walk(text, (node, shape, path, key) => {
    const [start, end] = node.range!;
    const inLevels = path[0] === "options" && path[1] === option && path[2] === "levels";
    if (inLevels && String(node.value) === from && (key || path.length === 4))
      patches.push({ start, end, insert: to });
    else if (shape.is === "expression")
      for (const token of wordsOf(text, node))
        if (token.level === option && token.word === from)
          patches.push({ start: token.start, end: token.end, insert: to });
  });
  return patched(text, patches);
}

/** Why an id cannot be given to something new, in a sentence; undefined when it can. */
export function whyNotId(id: string, taken: readonly string[]): string | undefined {
  if (id === "") return "It needs an id.";
  if (!ID.test(id)) return "An id is a letter, then letters, digits, _ and -, without spaces.";
  if (WORDS.has(id)) return `“${id}” is a word of the expression language; choose another.`;
  return taken.includes(id) ? `“${id}” is taken.` : undefined;
}

/** An id made of a title, free among those taken. */
export function idFrom(title: string, taken: readonly string[]): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replaceAll(/^[^\p{L}]+|_+$/gu, "")
    .slice(0, 24)
    .replace(/_+$/, "");
  const base = words === "" || WORDS.has(words) ? `${words || "a"}_1` : words;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(id)) return id;
  }
}

/**
 * Takes a party out with what is only about it: what it wants, how it sees others and what others believe of it, its moves.
 * Options it owns and whatever else speaks of it stay, to be mended.
 */
export function removeParty(text: string, id: string): string {
  const about = referencesTo(text, "party", id)
    .filter(({ path }) => path[path.length - 1] === id && path[0] !== "bodies")
    .map(({ path }) => path);
  return about.toReversed().reduce((each, path) => removeAt(each, path), text);
}

function patchesFor(references: readonly Reference[], to: string): Patch[] {
  return references.map(({ start, end }) => ({ start, end, insert: to }));
}

type Visit = (node: Scalar, shape: Shape, path: Path, key: boolean) => void;

/** Visits every key and every value of the file that is not a map or list, with what belongs there. */
function walk(text: string, visit: Visit): void {
  const document = readDocument(text);
  if (document !== undefined) walkNode(document.contents, STANDOFF, [], visit);
}

function walkNode(node: unknown, shape: Shape, path: Path, visit: Visit): void {
  if (isMap(node)) {
    const fits = shapeFor(shape, "map");
    for (const { key, value } of node.items) {
      if (!isScalar(key) || key.range == null) continue;
      const name = String(key.value);
      const at = [...path, name];
      if (fits?.is === "entries") visit(key, fits, at, true);
      const inside =
        fits?.is === "entries" ? fits.each : fits?.is === "fields" ? ownField(fits.fields, name) : undefined;
      if (inside !== undefined) walkNode(value, inside, at, visit);
    }
  } else if (isSeq(node)) {
    const fits = shapeFor(shape, "list");
    if (fits?.is === "list")
      node.items.forEach((item, index) => void walkNode(item, fits.each, [...path, index], visit));
  } else if (isScalar(node) && node.range != null) {
    const fits = shapeFor(shape, "value");
    if (fits !== undefined) visit(node, fits, path, false);
  }
}

export function ownField(fields: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The words of an expression with their places in the text; a word after a comparison is a level of the option before it. */
function wordsOf(text: string, node: Scalar): { word: string; start: number; end: number; level?: string }[] {
  const [begins, ends] = node.range!;
  const block = node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL";
  const from = block ? text.indexOf("\n", begins) + 1 : begins;
  const tokens = tokenize(text.slice(from, ends));
  return tokens.flatMap((token, index) => {
    if (token.kind !== "word") return [];
    const compared = index >= 2 && /^(?:[=<>≤≥≠]|[!<>]=)$/.test(tokens[index - 1].text);
    const place = { word: token.text, start: from + token.start, end: from + token.end };
    return compared && tokens[index - 2].kind === "word"
      ? { ...place, level: tokens[index - 2].text }
      : place;
  });
}
