import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { report } from "../analysis/report.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderReport } from "./report.ts";

function reportOn(text: string, goal?: string): string {
  const { standoff, problems } = parse(text, "a.yaml");
  if (standoff === undefined) throw new Error(problems[0].message);
  const { compiled } = compile(standoff);
  const expression = goal === undefined ? undefined : readExpression(goal, standoff, "goal").expression;
  return renderReport(
    report(compiled!, { goal: expression === undefined ? undefined : { expression, text: goal! } }),
  );
}

/** The words of a document, without its markup. */
const wordsOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

const flagship = readFileSync("examples/korea-2003.yaml", "utf8");

test("the report on the flagship says what the commands say of it", () => {
  const words = wordsOf(reportOn(flagship, "package"));
  expect(words).toContain("The status quo does not hold: United States would move");
  expect(words).toContain("5 outcomes would hold among parties who foresee each other's answers (SEQ)");
  expect(words).toContain("It holds under GMR, SMR, not under Nash, SEQ, SSEQ.");
  expect(words).toContain("2 joint packages lead to it, leave no signatory worse off and then hold.");
});

test("every option, claim, source and event of the file is in it", () => {
  const words = wordsOf(reportOn(flagship));
  const { options, claims, sources, timeline } = parse(flagship).standoff!;
  const asHtml = (text: string) =>
    text.replace(/\s+/g, " ").trim().replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  for (const { title } of options) expect(words).toContain(asHtml(title));
  for (const { says } of claims) expect(words.toLowerCase()).toContain(asHtml(says).toLowerCase());
  for (const { title } of sources) expect(words).toContain(asHtml(title));
  for (const { what } of timeline) expect(words).toContain(asHtml(what));
});

test.each(readdirSync("examples").filter((name) => name.endsWith(".yaml")))("%s has a report", (name) => {
  const html = reportOn(readFileSync(`examples/${name}`, "utf8"));
  expect(wordsOf(html)).not.toMatch(/undefined|\[object|NaN/);
  for (const [, to] of html.matchAll(/href="#([^"]*)"/g)) expect(html).toContain(`id="${to}"`);
});

/** A standoff with `evil` wherever a stranger may put words. */
const everywhere = (evil: string) => {
  const words = JSON.stringify(evil);
  return `standoff: 1
title: ${words}
about: ${words}
as of: 2003-01-01
parties:
  a: {title: ${words}, about: ${words}}
  b: B
options:
  x: {owner: a, title: ${words}, about: ${words}, because: [k]}
  z: {owner: b, title: ${words}, levels: [low: ${words}, high: High]}
outcomes:
  o: {title: ${words}, when: x and z = high}
constraints:
  - {never: not x and z = high, why: ${words}}
bodies:
  council:
    title: ${words}
    members: {a: {votes: 1}, b: {votes: 1}, c: {votes: 1, title: ${words}}}
    quota: 2
    decides:
      d: {title: ${words}, votes: {a: x, b: z = high, c: "yes"}}
status quo: []
preferences:
  a: [{want: o, why: ${words}, because: [k]}, not x]
  b: [x, not d]
sources:
  s: {title: ${words}, publisher: ${words}, link: ${words}}
claims:
  k: {says: ${words}, source: s, via: [${words}], sounds: ${words}}
timeline:
  - {date: 2002-12-01, what: ${words}, by: a}
`;
};

test("HTML of strangers is text, wherever it stands", () => {
  const evil = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)">' onload='`;
  const html = reportOn(everywhere(evil), "o");
  expect(html.match(/<script|<img|<iframe|<object|<link|javascript:/gi)).toBeNull();
  expect(html.match(/<\/title>/g)).toHaveLength(1);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  // Take out every tag as we write them: nothing that opens or closes one is left.
  const rest = html
    .replace(/<\/?[a-z][a-z0-9]*( [a-z-]+="[^"<>]*")*>|<!doctype html>/g, "")
    .replace(/\n:root.*\n}\n/s, "");
  expect(rest).not.toMatch(/[<>]/);
});

test("it loads nothing and runs nothing", () => {
  const html = reportOn(readFileSync("examples/elmira.yaml", "utf8"), "modify");
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script| src=|@import|url\(/);
});
