import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { SPAN, variants } from "../../test/preference-variants.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import type { Standoff } from "../model/standoff.ts";
import { CONCEPTS } from "./findings.ts";
import { wedge } from "./wedge.ts";

test("the weakest spot is the least sure statement that keeps a member in", () => {
  // a and b keep to peace. a would arm only if it did not mind war (its first statement) and, since nobody answers, its
  // second; b would trade elsewhere only if its one statement were turned. Dropping a's first statement lets its third,
  // arm, decide: a leaves. Turning it does so too. Statement 2 tells "not arm" nothing new.
  const standoff = parse(
    `standoff: 1
title: T
parties: {a: A, b: B}
options: {arm: {owner: a}, trade: {owner: b}}
status quo: [trade]
preferences:
  a: [{want: not arm, confidence: 0.9}, trade, arm]
  b: [{want: trade, confidence: unsure}]
`,
  ).standoff!;
  const { findings } = wedge(compile(standoff).compiled!, { alliance: ["a", "b"], concept: "nash" });
  expect(findings!.leaving).toEqual([]);
  expect(findings!.tried).toBe(8);
  expect(
    findings!.wedges.map(({ party, change, place, changes }) => [party, change, place, changes]),
  ).toEqual([
    ["b", "turned", 1, [{ option: "trade", from: "yes", to: "no" }]],
    ["a", "dropped", 1, [{ option: "arm", from: "no", to: "yes" }]],
    ["a", "turned", 1, [{ option: "arm", from: "no", to: "yes" }]],
  ]);
});

test("the wedges are exactly the single changes after which a brute force finds the member leaving", {
  timeout: 60_000,
}, () => {
  let found = 0;
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true }, 32),
      fc.constantFrom(...CONCEPTS),
      fc.nat(),
      ({ standoff }, concept, any) => {
        const brute = bruteForce(standoff);
        const state = any % brute.states.length;
        const settings = [...brute.states[state][0]].map(([option, level]) => ({
          option,
          level,
          span: SPAN,
        }));
        const here: Standoff = { ...standoff, statusQuo: { settings, from: "stated", span: SPAN } };
        const { findings } = wedge(compile(here).compiled!, { alliance: ["p0", "p1"], concept });
        const expected = [0, 1].flatMap((party) => {
          if (!brute.stable(party, state, concept)) return [];
          return variants(standoff.preferences[party]).flatMap(([name, preference]) => {
            const preferences = standoff.preferences.map((each, index) =>
              index === party ? preference : each,
            );
            return bruteForce({ ...standoff, preferences }).stable(party, state, concept)
              ? []
              : [`p${party} ${name}`];
          });
        });
        found += expected.length;
        expect(findings!.wedges.map((each) => `${each.party} ${each.change} ${each.place}`).sort()).toEqual(
          expected.sort(),
        );
        expect(findings!.leaving.map(({ party }) => party)).toEqual(
          [0, 1].filter((party) => !brute.stable(party, state, concept)).map((party) => `p${party}`),
        );
      },
    ),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(5);
});
