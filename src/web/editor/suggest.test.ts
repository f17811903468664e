import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocument } from "../../model/yaml-text.ts";
import { readerOf } from "../edit/reader.ts";
import { suggestionsAt } from "./suggest.ts";

const known = `standoff: 1
title: t
parties: {north: The North, south: The South}
options:
  aid: {owner: south, title: give aid, levels: [none, full]}
  arm: {owner: north}
outcomes:
  deal: aid = full and not arm
preferences: {north: [deal], south: [not arm]}
sources: {wire: A wire report}
claims:
  C1: {says: The North arms., source: wire}
`;
const reader = readerOf(readDocument(known));

/** What is offered at the mark `|` of a text. */
const offered = (text: string) =>
  suggestionsAt(text.replace("|", ""), text.indexOf("|"), reader).offered.map(({ id }) => id);

test("a section's keys at the margin, those that are missing; an entry's keys below it", () => {
  expect(offered("standoff: 1\nco|")).toEqual(["constraints"]);
  expect(offered("standoff: 1\nti|")).toEqual(["timeline"]);
  expect(offered("options:\n  new:\n    ow|")).toEqual(["owner"]);
  expect(offered("options:\n  new: {one|")).toEqual(["one-way"]);
  expect(offered("preferences:\n  north:\n    - want: arm\n      conf|")).toEqual(["confidence"]);
});

test("ids of what may be referred to, known by id or title", () => {
  expect(offered("options:\n  new: {owner: |")).toEqual(["north", "south"]);
  expect(offered("options:\n  new:\n    owner: nor|")).toEqual(["north"]);
  expect(offered("claims:\n  C2: {says: x, source: w|")).toEqual(["wire"]);
  expect(offered("constraints:\n- never: arm\n  because: [|")).toEqual(["C1"]);
  expect(offered("perceptions:\n  |")).toEqual(["north", "south"]);
  expect(offered("timeline:\n  - date: 2003-01-01\n    by: s|")).toEqual(["south"]);
});

test("in expressions outcomes, options and connectives; behind a comparison the levels", () => {
  expect(offered("constraints:\n  - never: de|")).toEqual(["deal"]);
  expect(offered("constraints:\n  - never: deal im|")).toEqual(["implies"]);
  expect(offered("constraints:\n  - never: aid = |")).toEqual(["none", "full"]);
  expect(offered("preferences:\n  north:\n    - ar|")).toEqual(["arm"]);
  expect(offered('preferences:\n  north: [arm, "not de|')).toEqual(["deal"]);
  expect(offered("status quo: [ar|")).toEqual(["arm"]);
});

test("the few words of a choice, and nothing in words for people", () => {
  expect(offered("options:\n  x:\n    one-way: |")).toEqual(["taken", "dropped"]);
  expect(offered("preferences:\n  north: ind|")).toContain("indifferent");
  expect(offered("options:\n  x:\n    title: ar|")).toEqual([]);
  expect(offered("parties:\n  no|")).toEqual([]);
});

test("no place in an example makes it fail, and every reference that stands there is among what is offered", () => {
  const text = readFileSync("examples/korea-2003.yaml", "utf8");
  const korea = readerOf(readDocument(text));
  for (const match of text.matchAll(/owner: (\w+)|by: (\w+)/g)) {
    const id = match[1] ?? match[2];
    const caret = match.index + match[0].length;
    expect(suggestionsAt(text, caret, korea).offered.map((each) => each.id)).toContain(id);
  }
  for (let caret = 0; caret < text.length; caret += 97) suggestionsAt(text, caret, korea);
});
