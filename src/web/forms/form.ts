import { createMemo } from "solid-js";
import { isCollection, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Names } from "../../analysis/findings.ts";
import type { Problem } from "../../model/problem.ts";
import { addItem, type Path, readDocument, removeAt, setAt, type Value } from "../../model/yaml-text.ts";
import { idsIn, namesIn, type Reader, readerOf } from "../edit/reader.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";

/**
 * What forms are made of: what the text says at a path, and changes of the text. A form reads the text itself, not the
 * standoff, so that it goes on working while something in it is wrong.
 */
export type Form = Reader & {
  readonly page: Page;
  /** Whether the text can be read as YAML. */
  readonly readable: () => boolean;
  /** What is wrong or suspicious at a path or below it. */
  readonly problems: (path: Path) => Problem[];
  readonly change: (edit: (text: string) => string, kind?: string) => void;
  readonly set: (path: Path, value: Value, kind?: string) => void;
  readonly add: (path: Path, value: Value) => void;
  readonly remove: (path: Path) => void;
  /** Shows the place in the text. */
  readonly goTo: (path: Path) => void;
  /** Titles of parties, options, outcomes and claims, as far as the text has them. */
  readonly names: () => Names;
  /** Every id of the file: a new one that is none of them reads unmistakably. */
  readonly ids: () => string[];
};

export function createForm(page: Page): Form {
  const { store } = page;
  const document = createMemo(() => readDocument(store.text()));
  const reader = createMemo(() => readerOf(document()));
  const names = createMemo(() => namesIn(reader()));
  const check = useAnswer(page, "check", () => ({}));
  const located = createMemo<{ path: string[]; problem: Problem }[]>(() => {
    const outcome = check.outcome();
    const found = outcome !== undefined && "findings" in outcome ? outcome.findings : undefined;
    if (found === undefined) return [];
    const { text } = store.settled();
    const contents = readDocument(text)?.contents;
    if (contents == null) return [];
    const starts = lineStarts(text);
    return found
      .filter(({ line }) => line > 0)
      .map((problem) => {
        const offset = (starts[problem.line - 1] ?? 0) + problem.column - 1;
        return { path: pathAt(contents, offset), problem };
      });
  });
  const form: Form = {
    page,
    readable: () => isMap(document()?.contents),
    kind: (path) => reader().kind(path),
    text: (path) => reader().text(path),
    keys: (path) => reader().keys(path),
    length: (path) => reader().length(path),
    problems: (path) =>
      located()
        .filter((each) => path.every((key, depth) => each.path[depth] === String(key)))
        .map(({ problem }) => problem),
    change: (edit, kind) => store.edit(edit(store.text()), kind),
    set: (path, value, kind) => form.change((text) => setAt(text, path, value), kind),
    add: (path, value) => form.change((text) => addItem(text, path, value)),
    remove: (path) => form.change((text) => removeAt(text, path)),
    goTo: (path) => page.goTo(placeOf(store.text(), keyOffset(document()?.contents, path))),
    names,
    ids: () => idsIn(reader()),
  };
  return form;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The path of the innermost key or item that an offset is in. */
function pathAt(node: Node, offset: number): string[] {
  if (isMap(node)) {
    const at = node.items.findLast(({ key }) => isScalar(key) && key.range != null && key.range[0] <= offset);
    if (at === undefined || !isScalar(at.key)) return [];
    return [String(at.key.value), ...(isCollection(at.value) ? pathAt(at.value, offset) : [])];
  }
  if (isSeq(node)) {
    const index = node.items.findLastIndex((item) => ((item as Node).range?.[0] ?? Infinity) <= offset);
    if (index < 0) return [];
    return [String(index), ...pathAt(node.items[index] as Node, offset)];
  }
  return [];
}

/** Where the key or item at a path begins, or as much of the path as there is. */
function keyOffset(node: unknown, path: Path): number {
  if (path.length === 0) return isCollection(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[0]));
    if (pair === undefined || !isScalar(pair.key)) return node.range?.[0] ?? 0;
    if (path.length > 1 && isCollection(pair.value)) return keyOffset(pair.value, path.slice(1));
    return pair.key.range?.[0] ?? 0;
  }
  return isSeq(node) ? keyOffset(node.items[Number(path[0])], path.slice(1)) : 0;
}
