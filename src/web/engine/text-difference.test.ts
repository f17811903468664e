import fc from "fast-check";
import { expect, test } from "vitest";
import { textDifference } from "./text-difference.ts";

test("a changed line stands beside what it was, the lines around it beside themselves", () => {
  const { places } = textDifference("a\nb\nc\n", "a\nB\nc\nd\n");
  expect(places).toEqual([
    [
      { before: { number: 1, text: "a" }, after: { number: 1, text: "a" }, alike: true },
      { before: { number: 2, text: "b" }, after: { number: 2, text: "B" }, alike: false },
      { before: { number: 3, text: "c" }, after: { number: 3, text: "c" }, alike: true },
      { after: { number: 4, text: "d" }, alike: false },
    ],
  ]);
});

test("equal texts have no places; every line shown is the line of that number", () => {
  expect(textDifference("a\n", "a\n").places).toEqual([]);
  const texts = fc.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (old, now) => {
      const ended = (lines: string[]) => lines.map((line) => `${line}\n`).join("");
      const rows = textDifference(ended(old), ended(now)).places!.flat();
      for (const { before, after, alike } of rows) {
        if (before !== undefined) expect(old[before.number - 1]).toBe(before.text);
        if (after !== undefined) expect(now[after.number - 1]).toBe(after.text);
        expect(alike).toBe(alike && before?.text === after?.text);
      }
      // What is not shown is alike.
      const [goneOld, goneNow] = [old, now].map((lines, side) =>
        lines.filter(
          (_, at) => !rows.some((row) => (side === 0 ? row.before : row.after)?.number === at + 1),
        ),
      );
      expect(goneOld).toEqual(goneNow);
    }),
  );
});

test("texts too large to compare are given up, not waited for", { timeout: 30_000 }, () => {
  const lines = (seed: number) =>
    Array.from({ length: 60_000 }, (_, at) => String((at * 7919 * seed) % 100_003)).join("\n");
  expect(textDifference(lines(1), lines(3)).places).toBeUndefined();
});
