import { expect, test } from "vitest";
import { parse } from "../../model/parse.ts";
import { completionsAt } from "./completion.ts";

const { standoff } = parse(`standoff: 1
title: Two neighbors
parties: {ann: Ann, ben: Ben}
options:
  limit: {owner: ann, title: limit her flock}
  lift: {owner: ben, title: lift the fence}
  aid: {owner: ben, levels: [none, some, full]}
outcomes:
  peace: {title: both are content, when: limit and lift}
preferences: {ann: [lift], ben: [limit]}
`);
const offered = (text: string, caret = text.length) =>
  completionsAt(text, caret, standoff!).offered.map(({ id }) => id);

test("a word is completed to outcomes and options, those that begin so first", () => {
  expect(offered("li")).toEqual(["limit", "lift"]);
  expect(offered("not p")).toEqual(["peace"]);
  expect(offered("fence")).toEqual(["lift"]);
});

test("behind a comparison the levels of its option are offered, before anything is typed", () => {
  expect(offered("aid >= ")).toEqual(["none", "some", "full"]);
  expect(offered("aid = f")).toEqual(["full"]);
  expect(offered("limit and ")).toEqual([]);
});

test("a whole word needs no help, and only what stands before the caret counts", () => {
  expect(offered("limit")).toEqual([]);
  expect(completionsAt("pe and lift", 2, standoff!)).toMatchObject({ start: 0, offered: [{ id: "peace" }] });
});
