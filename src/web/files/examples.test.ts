import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../model/parse.ts";
import { EXAMPLES, readExample } from "./examples.ts";

test("the gallery has every example of the folder and nothing else", () => {
  const files = readdirSync("examples").filter((name) => name.endsWith(".yaml"));
  expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(files.sort());
});

test("the gallery calls each as its file does, and knows its size and its first source", () => {
  for (const { file, title, size, source } of EXAMPLES) {
    const { standoff } = parse(readFileSync(`examples/${file}`, "utf8"));
    if (standoff === undefined) throw new Error(file);
    const { parties, options, moves, sources } = standoff;
    expect(title).toBe(standoff.title);
    const choices = moves === undefined ? `${options.length} options` : `${options[0].levels.length} states`;
    expect(size).toBe(`${parties.length} parties, ${choices}`);
    const [{ publisher, title: called, date }] = sources;
    const whole = [publisher ?? called, date].filter(Boolean).join(", ");
    const [first] = source.split(", ");
    expect(whole.startsWith(first)).toBe(true);
    if (date !== undefined) expect(source.endsWith(date)).toBe(true);
  }
});

test("an example opens as the file it is", async () => {
  expect(await readExample("elmira.yaml")).toBe(readFileSync("examples/elmira.yaml", "utf8"));
});
