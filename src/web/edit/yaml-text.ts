import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";

/** Where something stands in the YAML document: keys of maps and numbers in lists. */
export type Path = readonly (string | number)[];

/**
 * Edits a text as YAML and leaves everything else as it was, comments and line breaks included: only the top-level sections
 * that the edit changes are laid out anew. A text that is no YAML map, or an edit that changes nothing, gives the same text.
 */
export function editYaml(text: string, change: (document: Document.Parsed) => void): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const before = sectionsOf(layOut(document));
  change(document);
  const laidOut = layOut(document);
  const after = sectionsOf(laidOut);
  const source = sectionsOf(text);
  if (before === undefined || after === undefined || source === undefined) return laidOut;
  const unchanged = (key: string) => before.get(key) === after.get(key);
  return [...after]
    .map(([key, section]) => (unchanged(key) ? (source.get(key) ?? section) : section))
    .join("");
}

/** Sets the value at a path, making the maps that lead to it. */
export function setAt(text: string, path: Path, value: unknown): string {
  return editYaml(text, (document) => document.setIn(path, document.createNode(value)));
}

/** Takes out what stands at a path. */
export function removeAt(text: string, path: Path): string {
  return editYaml(text, (document) => {
    document.deleteIn(path);
  });
}

/** Moves an item of the list at `path` from one place to another; the comments before it go with it. */
export function moveItem(text: string, path: Path, from: number, to: number): string {
  return editYaml(text, (document) => {
    const list = document.getIn(path);
    if (!isSeq(list) || from >= list.items.length || to >= list.items.length) return;
    const [item] = list.items.splice(from, 1);
    list.items.splice(to, 0, item);
  });
}

function layOut(document: Document.Parsed): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The text cut before each top-level key; what stands before the first belongs to the key `""`. */
function sectionsOf(text: string): Map<string, string> | undefined {
  const { contents } = parseDocument(text);
  if (!isMap(contents)) return undefined;
  const sections = new Map<string, string>();
  let key = "";
  let start = 0;
  for (const item of contents.items) {
    if (!isScalar(item.key) || item.key.range == null) return undefined;
    const at = item.key.range[0];
    sections.set(key, text.slice(start, at));
    key = String(item.key.value);
    start = at;
  }
  return sections.set(key, text.slice(start));
}
