import { describe, expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";
import { compile } from "../game/compile.ts";
import { parse } from "./parse.ts";
import { suspicions } from "./suspicions.ts";

const file = (claims: string, more = "") => `standoff: 1
title: T
parties: {a: A, b: B}
options: {x: {owner: a, because: [O]}, y: {owner: b}}
status quo: []
${more}preferences:
  a: [{want: x, because: [K, L]}, not x]
  b: [{want: y, because: [K]}, {want: not y, because: [L]}]
claims: {K: {says: K${claims}}, L: {says: L}, O: {says: O}}
`;
const nash = (text: string) =>
  analyze(compile(parse(text).standoff!).compiled!, { concepts: ["nash"] }).equilibria.map(
    ({ state }) => state.on,
  );

describe("a retracted claim", () => {
  test("takes along what rests on nothing else, and leaves what rests on another claim as well", () => {
    expect(nash(file(""))).toEqual([["x", "y"]]);
    expect(nash(file(", retracted: yes"))).toEqual([["x"]]);
    expect(nash(file(", retracted: no"))).toEqual([["x", "y"]]);
  });

  test("takes constraints along", () => {
    const constrained = (claims: string) => file(claims, "constraints: [{never: x, because: [K]}]\n");
    expect(nash(constrained(""))).toEqual([["y"]]);
    expect(nash(constrained(", retracted: yes"))).toEqual([["x"]]);
  });

  test("leaves places in lists as they are", () => {
    const { compiled } = compile(parse(file(", retracted: yes")).standoff!);
    const preference = compiled!.standoff.preferences[1];
    expect(preference.form === "statements" && preference.statements.length).toBe(2);
  });
});

test("a doubt about a claim on which nothing rests that could fall is suspicious", () => {
  const vain = file("").replace("{says: O}", "{says: O, confidence: 0.5}");
  expect(
    suspicions(parse(vain).standoff!).map(({ code, excerpt }) => [code, excerpt.includes("says: O")]),
  ).toEqual([["vain-doubt", true]]);
  expect(suspicions(parse(file(", confidence: 0.5")).standoff!)).toEqual([]);
});
