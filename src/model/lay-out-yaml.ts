import { type Document, isMap, isScalar, parseDocument } from "yaml";

/**
 * Changes a text as a YAML document and lays out anew only the top-level sections that the change touches; comments are
 * kept. The way of last resort for a text so unusual that a small change cannot be made in its lines. A text that is no
 * YAML map gives the same text.
 */
export function layOutChanged(text: string, change: (document: Document.Parsed) => void): string {
  const document = parseDocument(text, { schema: "core" });
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
