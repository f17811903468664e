import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { addItem, type Path, readDocument, setAt } from "../model/yaml-text.ts";
import type { Evidence } from "./suggest.ts";

/**
 * The text with each claim cited under `because` where it is evidence; only the lines that must change do. `left`: what could not be
 * cited, because of the way it is written.
 */
export function cite(
  text: string,
  evidence: readonly Evidence[],
): { readonly text: string; readonly left: readonly Evidence[] } {
  const document = readDocument(text);
  const places = evidence.map((each) => ({ each, path: document && citingAt(document.contents, each.at) }));
  const left: Evidence[] = [];
  let after = text;
  // Citing moves no key and no item to another place, so the paths stay right.
  for (const { each, path } of places) {
    const cited = path && citedAt(after, path, each.claim);
    if (cited === undefined) left.push(each);
    else after = cited;
  }
  return { text: after, left };
}

/** Where the option, event or statement is that stands at this offset. */
function citingAt(contents: unknown, at: number): Path | undefined {
  const path: (string | number)[] = [];
  let node: unknown = contents;
  while (isMap<Node, Node | null>(node) || isSeq<Node>(node)) {
    if (isSeq<Node>(node)) {
      const index = node.items.findIndex((item) => covers(item, at));
      if (index < 0) break;
      path.push(index);
      node = node.items[index];
      continue;
    }
    const pair: Pair<Node, Node | null> | undefined = node.items.find(
      ({ key, value }) => covers(key, at) || covers(value, at),
    );
    if (pair === undefined || !isScalar(pair.key)) break;
    path.push(String(pair.key.value));
    node = pair.value;
  }
  if (path[0] === "options" || path[0] === "timeline") return path.length < 2 ? undefined : path.slice(0, 2);
  const item = path.findLastIndex((each) => typeof each === "number");
  return item < 0 ? undefined : path.slice(0, item + 1);
}

function covers(node: Node | null, at: number): boolean {
  return node?.range != null && node.range[0] <= at && at < node.range[1];
}

function citedAt(text: string, path: Path, claim: string): string | undefined {
  const node = readDocument(text)?.getIn(path, true);
  if (isScalar(node) && typeof node.value === "string" && path[0] === "preferences")
    return setAt(text, path, { want: node.value, because: [claim] });
  if (!isMap(node)) return undefined;
  return addItem(text, [...path, "because"], claim);
}
