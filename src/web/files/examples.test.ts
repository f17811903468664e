import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXAMPLES, readExample } from "./examples.ts";

test("the gallery has every example of the folder and nothing else", () => {
  const files = readdirSync("examples").filter((name) => name.endsWith(".yaml"));
  expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(files.sort());
});

test("an example opens as the file it is", async () => {
  expect(await readExample("elmira.yaml")).toBe(readFileSync("examples/elmira.yaml", "utf8"));
});
