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
  const places = new Map<string, { readonly path: Path; readonly evidence: Evidence[] }>();
  const left: Evidence[] = [];
  for (const each of evidence) {
    const path = document && citingAt(document.contents, each.at);
    const there = path && places.get(JSON.stringify(path));
    if (path === undefined) left.push(each);
    else if (there === undefined) places.set(JSON.stringify(path), { path, evidence: [each] });
    else there.evidence.push(each);
  }
  let after = text;
  // Citing moves no key and no item to another place, so the paths stay right.
  for (const { path, evidence } of places.values()) {
    const cited = citedAt(after, path, [...new Set(evidence.map(({ claim }) => claim))]);
    if (cited === undefined) left.push(...evidence);
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

function citedAt(text: string, path: Path, claims: readonly string[]): string | undefined {
  const node = readDocument(text)?.getIn(path, true);
  if (isScalar(node) && typeof node.value === "string" && path[0] === "preferences")
    return setAt(text, path, { want: node.value, because: claims });
  if (!isMap(node)) return undefined;
  const because = node.get("because", true);
  if (isSeq(because) && because.items.length > 0 && claims.length === 1)
    return addItem(text, [...path, "because"], claims[0]);
  const there = isSeq(because) ? because.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
  return setAt(text, [...path, "because"], [...there, ...claims.filter((claim) => !there.includes(claim))]);
}
