import { describe, expect, test } from "vitest";
import type { ReviewItem } from "../../record/review.ts";
import { meant, paragraphsOf } from "./marks.ts";

const item = (key: string, report: number, ...spans: readonly (readonly [number, number])[]): ReviewItem => ({
  ...{ key, needs: [], sure: undefined, kind: "party", of: { id: key, title: key, because: [] } },
  marks: spans.map(([start, end]) => ({ report, span: { start, end } })),
});
const cut = (text: string, items: readonly ReviewItem[]) =>
  paragraphsOf(text, items, 0).map((paragraph) => paragraph.map(({ text, keys }) => [text, keys.join()]));

describe("a report's text cut where items begin and end", () => {
  test("items that overlap share a stretch", () => {
    expect(cut("He said no.", [item("a", 0, [0, 7]), item("b", 0, [3, 10])])).toEqual([
      [
        ["He ", "a"],
        ["said", "a,b"],
        [" no", "b"],
        [".", ""],
      ],
    ]);
  });
  test("an item over two paragraphs, or in two places, is marked in each; one of another report is not", () => {
    expect(cut("One.\n\nTwo, three.", [item("a", 0, [2, 9], [11, 16]), item("b", 1, [0, 4])])).toEqual([
      [
        ["On", ""],
        ["e.", "a"],
      ],
      [
        ["Two", "a"],
        [", ", ""],
        ["three", "a"],
        [".", ""],
      ],
    ]);
  });
  test("nothing of the text is lost", () => {
    const text = "Aa bb.\n\nCc.\n\nDd ee ff.";
    const items = [item("a", 0, [0, 22]), item("b", 0, [5, 9]), item("c", 0, [5, 9], [13, 15])];
    expect(cut(text, items).map((each) => each.map(([words]) => words).join(""))).toEqual(text.split("\n\n"));
  });
});

test("clicks on one stretch go through the items there", () => {
  expect(["a", "b", "x", undefined].map((chosen) => meant({ keys: ["a", "b"] }, chosen))).toEqual([
    ...["b", "a", "a", "a"],
  ]);
});
