import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LONG_LINK, readLink, writeLink } from "./link.ts";

const linkTo = (bytes: Uint8Array | string) => `#standoff=1.${gzipSync(bytes).toString("base64url")}`;

async function fragmentOf(text: string, file = "a.yaml"): Promise<string> {
  const made = await writeLink({ text, file });
  if ("why" in made) throw new Error(made.why);
  return made.fragment;
}

test("whatever the text and the name, the link gives them back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[^\n]+$/u), async (text, file) => {
      expect(await readLink(`#${await fragmentOf(text, file)}`)).toEqual({ text, file });
    }),
    { numRuns: 50 },
  );
});

test("the format is what is said of it: gzip of the name, a line end and the text, as any program can read", async () => {
  const fragment = await fragmentOf("standoff: 1\n");
  expect(fragment).toMatch(/^standoff=1\.[\w-]+$/);
  expect(gunzipSync(Buffer.from(fragment.slice("standoff=1.".length), "base64url")).toString()).toBe(
    "a.yaml\nstandoff: 1\n",
  );
});

test("the flagship fits a link that mail programs keep whole", async () => {
  const fragment = await fragmentOf(readFileSync("examples/korea-2003.yaml", "utf8"));
  expect(fragment.length).toBeLessThan(LONG_LINK);
});

test("one letter changed anywhere is noticed", async () => {
  const fragment = await fragmentOf(readFileSync("examples/elmira.yaml", "utf8"));
  const start = "standoff=1.".length;
  // Bytes 4 to 9 of gzip are a date, flags and the system: nothing of the text.
  const letters = fc.integer({ min: start + 14, max: fragment.length - 1 });
  await fc.assert(
    fc.asyncProperty(letters, fc.constantFrom(..."ABCxyz019-_"), async (at, letter) => {
      const changed = fragment.slice(0, at) + letter + fragment.slice(at + 1);
      const read = await readLink(changed);
      // The last letter has bits that belong to no byte.
      if (fragment[at] === letter || at === fragment.length - 1) return;
      expect(read).toHaveProperty("why");
    }),
    { numRuns: 100 },
  );
});

test("a link cut off anywhere is noticed", async () => {
  const fragment = await fragmentOf("parties: {a: A}\n");
  for (let length = "standoff=".length; length < fragment.length - 1; length++)
    expect(await readLink(fragment.slice(0, length))).toHaveProperty("why");
});

test("garbage is answered with a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (garbage) => {
      expect(await readLink(`#standoff=1.${garbage}`)).toHaveProperty("why");
    }),
    { numRuns: 100 },
  );
});

test("a small link that unfolds to very much is not unfolded", async () => {
  const bomb = linkTo(new Uint8Array(100_000_000));
  expect(bomb.length).toBeLessThan(200_000);
  expect(await readLink(bomb)).toEqual({ why: "This link unfolds to more than 2 MB and was not opened." });
});

test("a text too large for a link is refused, and so is a later format", async () => {
  expect(await writeLink({ text: "x".repeat(2_000_001), file: "a.yaml" })).toHaveProperty("why");
  expect(await readLink("#standoff=2.abc")).toEqual({
    why: "This link was made by a newer Standoff (its format is 2).",
  });
});

test("other fragments are none of its business", async () => {
  expect(await readLink("#file=a.yaml")).toBeUndefined();
  expect(await readLink("")).toBeUndefined();
});
