import { expect, test } from "vitest";
import { parse } from "../model/parse.ts";
import { check } from "./check.ts";

const codes = (text: string) =>
  check(parse(text, "test.yaml").standoff!).map(({ code, severity, line }) => `${severity} ${code} ${line}`);

test("a sound standoff has nothing to warn of", () => {
  expect(
    codes(`standoff: 1
title: Sound
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
status quo: []
preferences: {a: [x and not y], b: [y]}
`),
  ).toEqual([]);
});

test("a statement that distinguishes no two feasible states, and a party left indifferent by its statements", () => {
  expect(
    codes(`standoff: 1
title: Flat
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
constraints:
  - never: x and y
preferences:
  a: [x, not x or not y]
  b:
    - x and y
`),
  ).toEqual(["warning distinguishes-nothing 8", "warning indifferent 9", "warning distinguishes-nothing 10"]);
});

test("a state space of one", () => {
  expect(
    codes(`standoff: 1
title: Settled
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
constraints: [{always: x and y}]
preferences: {a: [x], b: [y]}
`),
  ).toEqual(["warning one-state 5"]);
});

test("an infeasible status quo is an error", () => {
  expect(
    codes(`standoff: 1
title: Impossible
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
constraints: [{never: x and y}]
status quo: [x, y]
preferences: {a: [x], b: [y]}
`),
  ).toEqual(["error status-quo-infeasible 6"]);
});
