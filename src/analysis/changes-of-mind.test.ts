import fc from "fast-check";
import { expect, test } from "vitest";
import { variants } from "../../test/preference-variants.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import type { Standoff } from "../model/standoff.ts";
import { changesOfMind } from "./changes-of-mind.ts";
import { mediate } from "./mediate.ts";

const goalOf = (standoff: Standoff) => readExpression("out0", standoff, "test").expression!;

/** Whether there is a package, by the question that is itself held against a brute force. */
function possible(standoff: Standoff): boolean {
  return mediate(compile(standoff).compiled!, { goal: goalOf(standoff) }).findings!.packagesTotal > 0;
}

test("one statement stands between two parties and what the other wants", () => {
  // a will not have x, which is half of what b wants. Did a not mind, or did it want x, both would sign.
  const standoff = parse(
    "standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\noutcomes: {out0: x and y}\nstatus quo: []\npreferences: {a: [not x], b: [out0]}\n",
  ).standoff!;
  expect(possible(standoff)).toBe(false);
  const { smallest, tried, upTo } = changesOfMind(compile(standoff).compiled!, goalOf(standoff), 0, "seq");
  expect([tried, upTo]).toEqual([4, 1]);
  expect(
    smallest.map((some) => some.map(({ party, change, statement }) => [party, change, statement])),
  ).toEqual([[["a", "dropped", "not x"]], [["a", "turned", "not x"]]]);
});

test("the single changes listed are all that make a package possible, and the pairs do where no single one does", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(randomStandoff({ constraints: true }), (text) => {
      const drawn = parse(`${text}status quo: []\n`, "test.yaml").standoff!;
      const { compiled } = compile(drawn);
      if (compiled === undefined || compiled.game.states > 16 || possible(drawn)) return;
      const found = changesOfMind(compiled, goalOf(drawn), compiledStart(drawn), "seq");
      const withChange = (party: number, preference: Standoff["preferences"][number]): Standoff => ({
        ...drawn,
        preferences: drawn.preferences.map((each, index) => (index === party ? preference : each)),
      });
      const expected = drawn.preferences.flatMap((preference, party) =>
        variants(preference, true).flatMap(([name, after]) =>
          possible(withChange(party, after)) ? [`p${party} ${name}`] : [],
        ),
      );
      const told = found.smallest.map((some) =>
        some.map((each) => `${each.party} ${each.change} ${each.place}`),
      );
      if (expected.length > 0) expect(told.map(([one]) => one).sort()).toEqual(expected.sort());
      else for (const pair of told) expect(pair).toHaveLength(2);
    }),
    { numRuns: 30 },
  );

  function compiledStart(standoff: Standoff): number {
    const { space, game } = compile(standoff).compiled!;
    return Array.from({ length: game.states }, (_, state) =>
      space.codes === undefined ? state : space.codes[state],
    ).indexOf(0);
  }
});
