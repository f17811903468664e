import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../model/parse.ts";
import { EXAMPLES, readExample } from "./examples.ts";

test("the gallery has every example of the folder and nothing else", () => {
  const files = readdirSync("examples").filter((name) => name.endsWith(".yaml"));
  expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(files.sort());
});

test("the gallery calls each as its file does", () => {
  for (const { file, title } of EXAMPLES) {
    const { standoff } = parse(readFileSync(`examples/${file}`, "utf8"));
    expect(title).toBe(standoff?.title);
  }
});

test("an example opens as the file it is", async () => {
  expect(await readExample("elmira.yaml")).toBe(readFileSync("examples/elmira.yaml", "utf8"));
});
