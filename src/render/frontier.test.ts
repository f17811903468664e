import fc from "fast-check";
import { expect, test } from "vitest";
import { randomCompiled } from "../../test/random-compiled.ts";
import { frontier } from "../analysis/frontier.ts";
import { writeFrontier } from "../formats/frontier-out.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { drawFrontier } from "./frontier.ts";

const compiledOf = (text: string) => compile(parse(text, "test.yaml").standoff!).compiled!;

/** Three cuts of a cake, with a title that is no markup. */
const CAKE = `standoff: 1
title: "<script>alert(1)</script> & \\"cake\\""
parties: {ann: "=Ann", ben: "Ben <b>"}
options: {cut: {owner: ann, levels: [none, small, half, large]}, spoil: {owner: ben}}
status quo: []
preferences:
  ann: {weights: [{want: cut >= small, weight: 1}, {want: cut >= half, weight: 1}, {want: cut = large, weight: 1}, {want: spoil, weight: -9}]}
  ben: {weights: [{want: cut >= small, weight: 3}, {want: cut >= half, weight: -1}, {want: cut = large, weight: -1}, {want: spoil, weight: -9}]}
`;

/** The elements of a picture, or a complaint: tags are closed in the order they were opened, text holds no stray marks. */
function elements(picture: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const { 0: tag, 1: close, 2: name, 3: rest, index } of picture.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w-]+="[^"<]*")*)\s*\/?>/g,
  )) {
    expect(picture.slice(at, index)).toMatch(/^(?:[^<>&]|&(?:amp|lt|gt|quot);)*$/);
    expect(rest).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
    at = index + tag.length;
    if (close === "/") expect(open.pop()).toBe(name);
    else {
      names.push(name);
      if (!tag.endsWith("/>")) open.push(name);
    }
  }
  expect([open, picture.slice(at)]).toEqual([[], "\n"]);
  return names;
}

test("two parties: a dot an efficient outcome at its place on the plane, gray ones behind, text as text", () => {
  const { findings } = frontier(compiledOf(CAKE));
  expect(findings!.points.map(({ at }) => at)).toEqual([
    [3, 1],
    [2, 2],
    [1, 3],
  ]);
  const picture = drawFrontier(findings!);
  const names = elements(picture);
  expect(names).not.toContain("script");
  expect(picture).toContain("&lt;script&gt;");
  expect(picture).toContain("Worth for Ben &lt;b&gt;");
  const dots = [...picture.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  // From the largest cut to the smallest: leftwards and upwards, in equal steps.
  expect(dots).toHaveLength(3);
  expect(dots[0][0] - dots[1][0]).toBeCloseTo(dots[1][0] - dots[2][0], 1);
  expect(dots[0][0]).toBeGreaterThan(dots[1][0]);
  expect(dots[0][1] - dots[1][1]).toBeCloseTo(dots[1][1] - dots[2][1], 1);
  expect(dots[0][1]).toBeGreaterThan(dots[1][1]);
  expect(picture).toContain(": 2\u00a0for\u00a0=Ann, 2\u00a0for\u00a0Ben &lt;b&gt;<");
});

test("the table: a row an efficient outcome, everybody's value, and what it is; no cell that a spreadsheet would run", () => {
  const compiled = compiledOf(CAKE);
  const text = writeFrontier(compiled, frontier(compiled).findings!);
  const [heads, ...rows] = text.trimEnd().split("\r\n");
  expect(heads).toBe(
    "state,in words,cut,spoil,value for =Ann,value for Ben <b>,status quo,fallback bargaining,maximin rank,least sum of places,Nash,Kalai-Smorodinsky,egalitarian,utilitarian",
  );
  expect(rows.map((row) => row.replace(/'?"?=Ann: cut: \w+"?/, "…"))).toEqual([
    "4,…,large,no,3,1,no,no,no,yes,no,no,no,yes",
    "3,…,half,no,2,2,no,yes,yes,yes,yes,yes,yes,yes",
    "2,…,small,no,1,3,no,no,no,yes,no,no,no,yes",
  ]);
  expect(rows[0].split(",")[1]).toMatch(/^"?'=Ann/);
});

test("whatever the standoff, the picture is whole: parties from two to many, with and without weights or a status quo", () => {
  fc.assert(
    fc.property(randomCompiled(), (compiled) => {
      const { findings } = frontier(compiled);
      const picture = drawFrontier(findings!);
      expect(elements(picture)[0]).toBe("svg");
      expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    }),
    { numRuns: 100 },
  );
});
