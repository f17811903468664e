import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "../../model/parse.ts";
import type { Standoff } from "../../model/standoff.ts";
import { idFrom, referencesTo, removeParty, renameId, renameLevel, whyNotId } from "./references.ts";
import type { Kind } from "./shape.ts";

const examples = readdirSync("examples").filter((name) => name.endsWith(".yaml"));
const NEW = "zz-renamed";

/** What a standoff says, without where it says it. */
const said = (text: string) => {
  const { standoff, problems } = parse(text);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return JSON.stringify({ ...standoff, text: "" }, (key, value) => (key === "span" ? undefined : value));
};

const ids = (standoff: Standoff): [Kind, string][] => [
  ...standoff.parties.map(({ id }): [Kind, string] => ["party", id]),
  ...(standoff.moves === undefined
    ? standoff.options.map(({ id }): [Kind, string] => ["option", id])
    : standoff.options[0].levels.map(({ id }): [Kind, string] => ["state", id])),
  ...standoff.outcomes.map(({ id }): [Kind, string] => ["outcome", id]),
  ...standoff.sources.map(({ id }): [Kind, string] => ["source", id]),
  ...standoff.claims.map(({ id }): [Kind, string] => ["claim", id]),
];

describe.each(examples)("%s", (name) => {
  const text = readFileSync(`examples/${name}`, "utf8");

  test("whatever is renamed is renamed everywhere and nothing else is; renamed back, every character is as it was", () => {
    const all = ids(parse(text).standoff!);
    const step = Math.ceil(all.length / 24);
    for (const [kind, id] of all.filter((_, index) => index % step === 0)) {
      const renamed = renameId(text, kind, id, NEW);
      expect(referencesTo(renamed, kind, id)).toEqual([]);
      // Titles that follow from the id change with it; texts that speak of it in words do not.
      expect(said(renamed).replaceAll(`"${NEW}"`, `"${id}"`)).toBe(said(text));
      expect(renameId(renamed, kind, NEW, id)).toBe(text);
    }
  });

  test("a level is renamed where its option is compared with it", () => {
    for (const { id, levels } of parse(text).standoff!.options.filter(
      (each) => !each.yesNo && each.owner !== "",
    ))
      for (const level of levels) {
        const renamed = renameLevel(text, id, level.id, NEW);
        expect(said(renamed).replaceAll(`"${NEW}"`, `"${level.id}"`)).toBe(said(text));
      }
  });
});

const text = `standoff: 1
title: a speaks of b
parties: {a: A, b: B}
options:
  x: {owner: a, title: x, levels: [b, x]} # x stays
  y: {owner: b}
constraints:
  - never: x = x and y
    why: x is not y
preferences:
  a: [x = b, "exactly one of (y, x = x)"]
  b:
    - >
      y
perceptions:
  b: {does not see: [y], believes: {a: [y]}}
`;

test("a level of the same name, words for people and comments are left alone", () => {
  const renamed = renameId(text, "option", "x", "new");
  expect(renamed).toContain("new: {owner: a, title: x, levels: [b, x]} # x stays");
  expect(renamed).toContain("never: new = x and y\n    why: x is not y");
  expect(renamed).toContain('[new = b, "exactly one of (y, new = x)"]');
  expect(renameLevel(text, "x", "x", "top")).toContain("levels: [b, top]} # x stays\n  y");
  expect(renameLevel(text, "x", "x", "top")).toContain("never: x = top and y");
  expect(renameId(text, "option", "y", "z")).toContain("    - >\n      z\n");
});

test("a party goes with what it wants, sees and is believed to want; its options and their use stay", () => {
  const without = removeParty(text, "a");
  expect(without).toContain("parties: {b: B}");
  expect(without).toContain("preferences:\n  b:\n    - >\n      y\n");
  expect(without).toContain("b: {does not see: [y]}");
  expect(without).toContain("x: {owner: a");
});

test("an id is a word of its own", () => {
  expect(whyNotId("north-2", ["north"])).toBeUndefined();
  expect(whyNotId("north", ["north"])).toContain("taken");
  expect(whyNotId("the north", [])).toContain("without spaces");
  expect(whyNotId("and", [])).toContain("expression language");
  expect(idFrom("The North (2003)", ["the_north_2003"])).toBe("the_north_2003_2");
  expect(idFrom("???", [])).toBe("a_1");
});
