import { createMemo } from "solid-js";
import { isCollection, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Names } from "../../analysis/findings.ts";
import type { Problem } from "../../model/problem.ts";
import { addItem, type Path, readDocument, removeAt, setAt, type Value } from "../edit/yaml-text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";

/**
 * What forms are made of: what the text says at a path, and changes of the text. A form reads the text itself, not the
 * standoff, so that it goes on working while something in it is wrong.
 */
export type Form = {
  readonly page: Page;
  /** Whether the text can be read as YAML. */
  readonly readable: () => boolean;
  /** What stands at a path: a map, a list, one value or nothing. */
  readonly kind: (path: Path) => "map" | "list" | "value" | undefined;
  /** One value as it is written, without quotes; empty when there is none. */
  readonly text: (path: Path) => string;
  /** The keys of the map at a path. */
  readonly keys: (path: Path) => string[];
  /** How long the list at a path is. */
  readonly length: (path: Path) => number;
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
};

export function createForm(page: Page): Form {
  const { store } = page;
  const document = createMemo(() => readDocument(store.text()));
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
  const node = (path: Path): unknown =>
    path.length === 0 ? document()?.contents : document()?.getIn(path, true);
  const form: Form = {
    page,
    readable: () => isMap(document()?.contents),
    kind: (path) => {
      const there = node(path);
      if (isMap(there)) return "map";
      if (isSeq(there)) return "list";
      return isScalar(there) && there.value !== null ? "value" : undefined;
    },
    text: (path) => scalarText(node(path)),
    keys: (path) => {
      const there = node(path);
      return isMap(there) ? there.items.map(({ key }) => (isScalar(key) ? String(key.value) : "")) : [];
    },
    length: (path) => {
      const there = node(path);
      return isSeq(there) ? there.items.length : 0;
    },
    problems: (path) =>
      located()
        .filter((each) => path.every((key, depth) => each.path[depth] === String(key)))
        .map(({ problem }) => problem),
    change: (edit, kind) => store.edit(edit(store.text()), kind),
    set: (path, value, kind) => form.change((text) => setAt(text, path, value), kind),
    add: (path, value) => form.change((text) => addItem(text, path, value)),
    remove: (path) => form.change((text) => removeAt(text, path)),
    goTo: (path) => page.goTo(placeOf(store.text(), keyOffset(document()?.contents, path))),
    names: () => names(),
  };
  const names = createMemo(() => namesIn(form));
  return form;
}

function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null) return "";
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

function namesIn(form: Form): Names {
  const titled = (path: Path) =>
    form.keys(path).map((id) => ({
      id,
      title:
        form.text([...path, id, "title"]) ||
        (form.kind([...path, id]) === "value" ? form.text([...path, id]) : "") ||
        id,
    }));
  const option = (id: string) => {
    const base = ["options", id];
    const levels = levelsOf(form, id);
    return {
      id,
      title: form.text([...base, "title"]) || id,
      owner: form.text([...base, "owner"]),
      yesNo: levels.length === 0,
      levels: levels.length === 0 ? ["no", "yes"].map((each) => ({ id: each, title: each })) : levels,
    };
  };
  const decided = form.keys(["bodies"]).flatMap((body) => titled(["bodies", body, "decides"]));
  const outcomes = form
    .keys(["outcomes"])
    .map((id) => ({ id, title: form.text(["outcomes", id, "title"]) || id }));
  return {
    title: form.text(["title"]),
    asOf: form.text(["as of"]) || undefined,
    parties: titled(["parties"]),
    options: form.keys(["options"]).map(option),
    outcomes: [...decided, ...outcomes],
    claims: form.keys(["claims"]).map((id) => ({
      id,
      says: form.text(["claims", id, "says"]),
      source: form.text(["claims", id, "source"]) || undefined,
      via: [],
      sounds: undefined,
    })),
  };
}

/** The levels of an option as they are listed; none for a yes/no option. */
export function levelsOf(form: Form, option: string): { id: string; title: string }[] {
  const path = ["options", option, "levels"];
  return Array.from({ length: form.length(path) }, (_, index) => {
    const [id] = form.keys([...path, index]);
    if (id === undefined) return { id: form.text([...path, index]), title: form.text([...path, index]) };
    return { id, title: form.text([...path, index, id]) };
  });
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
