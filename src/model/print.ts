import { type ParsedNode, parseDocument, type Scalar } from "yaml";
import type { Standoff } from "./standoff.ts";

const WIDTH = 100;

/** Layouts settle at once but for rare foldings of long texts beside comments. */
const MOST_ROUNDS = 5;

/**
 * The file of a standoff in its canonical layout: two spaces of indentation, lines of at most about a
 * hundred characters, comments and the order of everything kept. Parsing the result gives the same
 * standoff but for `text` and spans, and printing that gives the same text.
 */
export function print(standoff: Standoff): string {
  let text = standoff.text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = layOut(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

function layOut(text: string): string {
  const document = parseDocument<ParsedNode>(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    // A weight is kept as it was written: `2.50` and `+3` are not for us to change.
    customTags: (tags) =>
      tags.map((tag) =>
        typeof tag === "object" && /:(int|float)$/.test(tag.tag)
          ? ({ ...tag, stringify: (item: Scalar) => item.source ?? String(item.value) } as typeof tag)
          : tag,
      ),
  });
  return document.toString({
    indent: 2,
    lineWidth: WIDTH,
    minContentWidth: 20,
    flowCollectionPadding: false,
  });
}
