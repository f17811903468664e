import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "./parse.ts";
import { suspicions } from "./suspicions.ts";
import { WORDS } from "./words.ts";

const ROOT = new URL("../../", import.meta.url);
const doc = readFileSync(new URL("docs/format.md", ROOT), "utf8");
const blocks = [...doc.matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map((match) => match[1])
  .filter((block) => block.startsWith("standoff:"));

test.each(blocks)("an example of the reference is sound: %s", (block) => {
  expect(parse(block, "docs/format.md").problems).toEqual([]);
});

test("the examples use every key of the format", () => {
  const schema = readFileSync(new URL("schema/standoff.schema.json", ROOT), "utf8");
  const keys = new Set<string>();
  JSON.parse(schema, (key, value) => {
    if (key === "properties") for (const name of Object.keys(value)) keys.add(name);
    return value;
  });
  expect(keys.size).toBeGreaterThan(40);
  const written = blocks.join("\n");
  expect([...keys].filter((key) => !new RegExp(`(^|[\\s{,-])${key}:`, "m").test(written))).toEqual([]);
});

test("every word of the expression language has an example", () => {
  const words = [...WORDS].filter(
    (word) => !/^(one|three|four|five|six|seven|eight|nine|ten|two)$/.test(word),
  );
  const written = new Set(blocks.join("\n").match(/[\p{L}-]+|[<>=!]+/gu));
  expect([...words, "<", ">", ">=", "=", "!="].filter((word) => !written.has(word))).toEqual([]);
});

test("the mistake shown is the mistake told", () => {
  const shown = /^ {4}- never: inspct .*$/m.exec(doc.replaceAll(/^ {4}/gm, ""))?.[0].slice(2) ?? "";
  const options = "options: {inspect: {owner: a}, aid: {owner: a, levels: [none, partial]}}\n";
  const head = "standoff: 1\ntitle: T\nparties: {a: A}\npreferences: {a: indifferent}\n";
  const { problems } = parse(`${head}${options}\n\nconstraints:\n${shown}\n`, "talks.yaml");
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  expect(doc).toContain(`talks.yaml:${problem.line}:${problem.column}: error: ${problem.message}\n`);
  expect(doc).toContain(`${" ".repeat(6 + problem.column - 1)}${"^".repeat(problem.length)}\n`);
  expect(doc).toContain(problem.fix);
});

test("the smallest standoff raises no suspicion", () => {
  expect(suspicions(parse(blocks[0]).standoff!)).toEqual([]);
});
