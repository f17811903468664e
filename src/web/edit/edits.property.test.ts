import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isMap, isScalar, isSeq } from "yaml";
import {
  addItem,
  moveItem,
  type Path,
  readDocument,
  removeAt,
  setAt,
  type Value,
} from "../../model/yaml-text.ts";
import { beginHistory, step, undo } from "../history.ts";

const texts = readdirSync("examples")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(`examples/${name}`, "utf8"))
  .filter((text) => text.length < 12_000);

/** Every place of a text, with what stands there. */
function places(text: string): { path: Path; kind: "map" | "list" | "value" }[] {
  const found: { path: Path; kind: "map" | "list" | "value" }[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (path.length > 0) found.push({ path, kind: isMap(node) ? "map" : isSeq(node) ? "list" : "value" });
    if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, String(isScalar(key) ? key.value : "")]);
    if (isSeq(node)) node.items.forEach((item, index) => void walk(item, [...path, index]));
  };
  walk(readDocument(text)!.contents, []);
  return found;
}

const comments = (text: string) =>
  text.split("\n").flatMap((line) => /(?:^|\s)#.*$/.exec(line)?.[0].trim() ?? []);

type Plain = { [key: string]: Plain } | Plain[] | string | number | boolean | null;
const plain = (text: string): Plain => readDocument(text)!.toJS();
const at = (data: Plain, path: Path): Plain =>
  path.reduce<Plain>((each, key) => (each as Record<string, Plain>)[key], data);

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }).filter((each) => each.trim() !== ""),
  fc.constantFrom(
    "a: b",
    "# no comment",
    "x, y",
    "- item",
    "[a",
    "{b}",
    "yes",
    "no",
    "12",
    "null",
    "'q'",
    '"d"',
    "two\nlines",
    "a long text ".repeat(15).trim(),
    "*star",
    "&and",
    "!no",
    "% of",
    "@at",
    "é ü 中",
  ),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  words,
  fc.integer({ min: -9, max: 999 }),
  fc.array(words, { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.constantFrom("want", "why", "title", "weight"), words, { minKeys: 1 }),
);

test("whatever is set reads back as it was meant, every other value and every comment stays, and undo is exact", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), value, (text, which, wanted) => {
      const values = places(text).filter(({ kind }) => kind === "value");
      const { path } = values[which % values.length];
      const after = setAt(text, path, wanted);
      const expected = structuredClone(plain(text));
      (at(expected, path.slice(0, -1)) as Record<string, Plain>)[path[path.length - 1]] = wanted as Plain;
      expect(plain(after)).toEqual(expected);
      expect(comments(after)).toEqual(expect.arrayContaining(comments(text)));
      const past = step(beginHistory(text), after, { at: 0 });
      expect(undo(past).present).toBe(text);
    }),
    { numRuns: 60 },
  );
});

test("a run of edits of every kind leaves a text that can be read, in which lines that were not meant are as they were", () => {
  const edit = fc.record({
    kind: fc.constantFrom("set", "remove", "move", "add"),
    which: fc.nat(),
    to: fc.nat(),
    value,
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 }), (first, edits) => {
      let text = first;
      for (const each of edits) {
        const all = places(text);
        const lists = all.filter(({ kind }) => kind === "list");
        const { path } =
          each.kind === "move" || each.kind === "add"
            ? (lists[each.which % lists.length] ?? all[0])
            : all[each.which % all.length];
        const was = text;
        const before = plain(text);
        const there = at(before, path);
        if (each.kind === "set") text = setAt(text, path, each.value);
        else if (each.kind === "remove") text = removeAt(text, path);
        else if (each.kind === "add" && Array.isArray(there)) {
          text = addItem(text, path, each.value);
          expect(at(plain(text), path)).toEqual([...there, each.value]);
        } else if (Array.isArray(there) && there.length > 1) {
          const [from, to] = [each.to % there.length, each.which % there.length];
          text = moveItem(text, path, from, to);
          const moved = [...there];
          moved.splice(to, 0, ...moved.splice(from, 1));
          expect(at(plain(text), path)).toEqual(moved);
          expect(moveItem(text, path, to, from)).toBe(was);
        }
        expect(readDocument(text)).toBeDefined();
        if (readDocument(text)!.contents === null || !isMap(readDocument(text)!.contents)) return;
      }
    }),
    { numRuns: 50 },
  );
});

test("moving a card there and back gives every character again", () => {
  for (const text of texts)
    for (const { path, kind } of places(text).filter((each) => each.kind === "list")) {
      const { length } = kind === "list" ? (at(plain(text), path) as Plain[]) : [];
      if (length > 1) expect(moveItem(moveItem(text, path, 0, length - 1), path, length - 1, 0)).toBe(text);
    }
});
