import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

test("a class is styled in one file: style sheets are loaded with their panels and then hold for the whole page", () => {
  const files = readdirSync("src/web", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".css"),
  );
  const owners = new Map<string, Set<string>>();
  for (const file of files)
    for (const [, name] of readFileSync(join("src/web", file), "utf8").matchAll(/^\.([\w-]+) \{/gm))
      owners.set(name, (owners.get(name) ?? new Set()).add(file));
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, { size }]) => size > 1)).toEqual([]);
});
