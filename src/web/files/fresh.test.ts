import { expect, test } from "vitest";
import { check } from "../../analysis/check.ts";
import { parse } from "../../model/parse.ts";
import { print } from "../../model/print.ts";
import { FRESH } from "./fresh.ts";

test("a new standoff is sound, raises no suspicion and is laid out as the program would", () => {
  const { standoff, problems } = parse(FRESH);
  expect(problems).toEqual([]);
  expect(check(standoff!)).toEqual([]);
  expect(print(standoff!)).toBe(FRESH);
});
