import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layOutChanged } from "./lay-out-yaml.ts";
import { parse } from "./parse.ts";
import { moveItem, removeAt, setAt } from "./yaml-text.ts";

const examples = readdirSync("examples").filter((name) => name.endsWith(".yaml"));
const read = (name: string) => readFileSync(`examples/${name}`, "utf8");
const changedLines = (before: string, after: string) => {
  const old = new Set(before.split("\n"));
  return after.split("\n").filter((line) => !old.has(line));
};

describe.each(examples)("%s", (name) => {
  test("an edit that changes nothing leaves every character", () => {
    expect(layOutChanged(read(name), () => {})).toBe(read(name));
  });

  test("a new title changes the title's line and nothing else", () => {
    const after = setAt(read(name), ["title"], "Another title");
    expect(changedLines(read(name), after)).toEqual(["title: Another title"]);
    expect(parse(after).standoff?.title).toBe("Another title");
  });
});

test("a preference moved up keeps its comments, and the standoff says the new order", () => {
  const text = `standoff: 1
title: t # kept
parties: {a: A, b: B}
options:
  x: {owner: a}   # also kept, spaces and all
  y: {owner: b}
preferences:
  a:
    - x
    # why y
    - y # here
  b: indifferent
`;
  const after = moveItem(text, ["preferences", "a"], 1, 0);
  expect(after).toContain("x: {owner: a}   # also kept, spaces and all");
  expect(after).toContain("# why y");
  expect(after).toContain("- y # here");
  const [preference] = parse(after).standoff!.preferences;
  expect(
    preference.form === "statements" &&
      preference.statements.map(({ wants }) => after.slice(wants.span.start, wants.span.end)),
  ).toEqual(["y", "x"]);
});

test("what is taken out is gone, and what no map holds is left alone", () => {
  expect(removeAt("a: 1\nb: 2\n", ["a"])).toBe("b: 2\n");
  expect(setAt("just words", ["a"], 1)).toBe("just words");
  expect(setAt("a: [1, 2", ["a"], 1)).toBe("a: [1, 2");
});
