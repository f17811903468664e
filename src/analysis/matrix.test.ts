import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { analyze, stabilitiesOf } from "./analyze.ts";
import { matrix } from "./matrix.ts";

const compiled = compile(parse(readFileSync("examples/korea-2003.yaml", "utf8")).standoff!).compiled!;
const stabilities = stabilitiesOf(compiled);

test("pages put together are the whole table, each state once", () => {
  const whole = matrix(compiled, stabilities, { limit: 10_000 });
  const pages = [0, 900, 1800].flatMap(
    (offset) => matrix(compiled, stabilities, { offset, limit: 900 }).rows,
  );
  expect(pages).toEqual(whole.rows);
  expect(whole.matching).toBe(2240);
});

test("a state holds exactly under the concepts under which it is stable for every party", () => {
  for (const { concepts, stableFor } of matrix(compiled, stabilities, { limit: 10_000 }).rows)
    expect(concepts).toEqual(
      stableFor[0].filter((concept) => stableFor.every((each) => each.includes(concept))),
    );
});

test("the rows of a concept are the outcomes that analyze lists under it", () => {
  const listed = analyze(compiled, { concepts: ["seq"] }).equilibria.map(({ state }) =>
    JSON.stringify(state),
  );
  const rows = matrix(compiled, stabilities, { concept: "seq" }).rows.map(({ state }) =>
    JSON.stringify(state),
  );
  expect(rows.sort()).toEqual(listed.sort());
});

test("a condition leaves the states where it holds", () => {
  const where = readExpression("package", compiled.standoff, "where").expression!;
  const { rows, matching } = matrix(compiled, stabilities, { where, limit: 10_000 });
  expect(rows).toHaveLength(matching);
  expect(rows.every(({ state }) => state.outcomes.includes("package"))).toBe(true);
});
