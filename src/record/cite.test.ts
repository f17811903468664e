import { describe, expect, test } from "vitest";
import { parse } from "../model/parse.ts";
import { cite } from "./cite.ts";

const FILE = `standoff: 1
title: Talks
parties: {us: United States, dprk: North Korea}
options:
  talk: {owner: us, title: talk}   # first of all
  oil: {owner: us, because: [K1]}
  quit:
    owner: dprk
    title: quit
preferences:
  us:
    - talk   # above all
    - {want: not quit, because: [K1]}
  dprk: {weights: [{want: oil, weight: 2}]}
claims:
  K1: {says: Something}
  new: {says: Something else}
timeline:
  - date: 2003-01-20
    what: It began
`;
const at = (words: string) => [{ on: words, at: FILE.indexOf(words), claim: "new" }];
const cited = (words: string) => {
  const { text, left } = cite(FILE, at(words));
  expect([left, parse(text).problems.filter(({ severity }) => severity === "error")]).toEqual([[], []]);
  const old = new Set(FILE.split("\n"));
  return text.split("\n").filter((line) => !old.has(line));
};

describe("a claim is cited, and no other line changes", () => {
  test("by an option", () => {
    expect(cited("talk: {")).toEqual(["  talk: {owner: us, title: talk, because: [new]}   # first of all"]);
    expect(cited("oil: {")).toEqual(["  oil: {owner: us, because: [K1, new]}"]);
    expect(cited("quit:\n")).toEqual(["    because: [new]"]);
  });
  test("by an event", () => {
    expect(cited("date: 2003")).toEqual(["    because: [new]"]);
  });
  test("by a statement, which becomes one with words and claims where it was words alone", () => {
    const [first, ...rest] = cited("talk   # above");
    expect([first, ...rest].join("\n")).toContain("want: talk");
    expect([first, ...rest].join("\n")).toContain("because: [new]");
    expect(cited("not quit")).toEqual(["    - {want: not quit, because: [K1, new]}"]);
    expect(cited("oil, weight")).toEqual(["  dprk: {weights: [{want: oil, weight: 2, because: [new]}]}"]);
  });
  test("several at once", () => {
    const { text } = cite(FILE, [...at("talk: {"), ...at("talk   # above"), ...at("date: 2003")]);
    const { standoff } = parse(text);
    expect(standoff?.options[0].because).toEqual(["new"]);
    expect(standoff?.timeline[0].because).toEqual(["new"]);
  });
});

test("what nothing can be cited at is left, and said", () => {
  expect(cite(FILE, at("Talks"))).toEqual({ text: FILE, left: at("Talks") });
});
