import { array, assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { partyMarks } from "./party-marks.ts";

test("initials, and something else where two share them", () => {
  const titles = ["North Korea", "United States", "Russia", "China", "South Korea", "Canada", "the ministry"];
  const marks = partyMarks(titles.map((title, index) => ({ id: `p${index}`, title })));
  expect([...marks.values()].map(({ letters }) => letters)).toEqual(["NK", "US", "R", "C", "SK", "CA", "TM"]);
});

test("no two parties ever have the same letters", () => {
  assert(
    property(array(string({ maxLength: 5 }), { maxLength: 30 }), (titles) => {
      const parties = titles.map((title, index) => ({ id: `p${index}`, title }));
      const marks = [...partyMarks(parties).values()];
      expect(new Set(marks.map(({ letters }) => letters)).size).toBe(parties.length);
    }),
  );
});
