import fc from "fast-check";
import { expect, test } from "vitest";
import { lowered, rulesOf } from "./act-rule.ts";

test("in small letters every letter stays at its place, also where its small form is longer", () => {
  expect(lowered("İzmir OFFERED")).toBe("İzmir offered");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(lowered(text).length).toBe(text.length);
    }),
  );
});

test("a rule knows letters beyond English ones: it does not begin or end within a word", () => {
  const { rule } = rulesOf("offer")(/offer(?:s|ed)? [\p{L}]+ to \p{Lu}\p{L}+/u, "offered żubry to Łódź");
  expect(lowered("Poland offered żubry to Łódź")).toMatch(rule);
  expect(lowered("Poland éoffered żubry to Łódź")).not.toMatch(rule);
  expect(lowered("Poland offered 7 to Łódź")).not.toMatch(rule);
});
