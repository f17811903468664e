import { expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { paths } from "./paths.ts";

function asked(text: string, to: string, from?: string) {
  const { standoff } = parse(text, "test.yaml");
  const { compiled } = compile(standoff!);
  const read = (expression: string) => readExpression(expression, standoff!, "test").expression;
  return paths(compiled!, { to: read(to), from: from === undefined ? undefined : read(from) }).findings!;
}

const TALKS = `standoff: 1
title: Who goes first
parties: {north: North, south: South}
options:
  freeze: {owner: north}
  pay: {owner: south}
  burn: {owner: north, one-way: taken}
  open: {owner: south, changes when: freeze}
constraints:
  - never: burn and freeze
status quo: []
preferences:
  north: [pay, not freeze, not burn]
  south: [freeze, not pay]
`;

test("a shortest sequence, who moves what, and that it goes against the mover's interest", () => {
  const { targets, reachedByMoves, reachedByImprovements, listed } = asked(
    TALKS,
    "freeze and pay and not open",
  );
  expect({ targets, reachedByMoves, reachedByImprovements }).toEqual({
    targets: 1,
    reachedByMoves: 1,
    reachedByImprovements: 0,
  });
  expect(listed[0].byMoves).toMatchObject([
    { party: "north", changes: [{ option: "freeze", from: "no", to: "yes" }], improvement: false },
    { party: "south", changes: [{ option: "pay", from: "no", to: "yes" }], improvement: false },
  ]);
  expect(listed[0].gains).toEqual({ north: "better", south: "better" });
});

test("what cannot be undone is named", () => {
  const { listed } = asked(
    TALKS,
    "not burn and not freeze and not pay and not open",
    "burn and not pay and not open",
  );
  expect(listed[0]).toMatchObject({ byMoves: undefined, barriers: [{ kind: "one-way", option: "burn" }] });
});

test("so is the guard, and only the guard, without which it could be reached", () => {
  const text = TALKS.replace("never: burn and freeze", "never: freeze");
  expect(asked(text, "open and not burn and not pay").listed[0].barriers).toEqual([
    { kind: "guard", option: "open", text: "freeze" },
    { kind: "constraint", text: "never: freeze" },
  ]);
});
