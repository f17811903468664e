import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStandoff } from "../../test/random-standoff.ts";
import { BIT, CONCEPTS } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import type { Standoff } from "../model/standoff.ts";
import { doubtsIn } from "./doubts.ts";
import { drawChoice, drawsOf } from "./draw.ts";
import { viewState } from "./state-view.ts";
import { variantOf } from "./variant.ts";
import { variantsOf } from "./variants.ts";

const ALL = CONCEPTS.reduce((mask, concept) => mask | BIT[concept], 0);

/** A random standoff with a confidence put to its statements and weights. */
const doubted = randomStandoff({
  restrictions: true,
  merges: true,
  perceptions: true,
  unanimous: true,
  constraints: true,
  unknowns: true,
}).map((text) =>
  text
    .replaceAll(/(weight: [-0-9.]+)\}/g, "$1, confidence: 0.7}")
    .replaceAll(/^( {4}- )\{want: (".*")\}$/gm, "$1{want: $2, confidence: 0.6}")
    .replaceAll(/^( {8}- )([^{\n]*)$/gm, '$1{want: "$2", confidence: unsure}'),
);

function standoffOf(text: string): Standoff {
  const { standoff, problems } = parse(text, "drawn.yaml");
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return standoff!;
}

test("every variant is what compiling it from scratch gives: one-way options, guards, merged states, rankings, weights, unanimity", {
  timeout: 120_000,
}, () => {
  let compared = 0;
  fc.assert(
    fc.property(doubted, (text) => {
      const standoff = standoffOf(text);
      const doubts = doubtsIn(standoff);
      fc.pre(doubts.list.length > 0);
      const under = variantsOf(standoff, doubts, ALL);
      const choice = new Uint8Array(doubts.list.length);
      for (let number = 0; number < 6; number++) {
        drawChoice(doubts, drawsOf(7, number), choice);
        const variant = under(choice);
        const whole = compile(variantOf(standoff, doubts, choice));
        if ("problems" in variant) {
          // Some reading tells merged states apart, or the constraints leave nothing.
          expect(["same-told-apart", "no-state"]).toContain(variant.problems[0].code);
          return;
        }
        expect(variant.equilibria).toEqual(stabilities(whole.compiled!.game).equilibria);
        compared++;
      }
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(500);
});

describe("what readings mean", () => {
  const HEAD = `standoff: 1
title: T
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
preferences:
  b: indifferent
`;
  /** How party `a` ranks the four states (nothing, x, y, both), best first, for every choice of readings. */
  const rankings = (preference: string) => {
    const standoff = standoffOf(`${HEAD}  a: ${preference}\n`);
    const doubts = doubtsIn(standoff);
    const all = doubts.list.reduce<number[][]>(
      (choices, { readings }) => choices.flatMap((each) => readings.map((_, reading) => [...each, reading])),
      [[]],
    );
    return all.map((choice) => {
      const chance = choice.reduce(
        (product, reading, doubt) => product * doubts.list[doubt].readings[reading].chance,
        1,
      );
      const variant = variantsOf(standoff, doubts, ALL)(choice);
      if ("problems" in variant) throw new Error("it compiles");
      const { compiled } = variant;
      const ranks = compiled.game.preferences[0];
      if (ranks.kind !== "ranked") throw new Error("no doubt is left");
      const tiers = Array.from({ length: ranks.levels }, (_, down) =>
        [0, 1, 2, 3]
          .filter((state) => ranks.rank[state] === ranks.levels - 1 - down)
          .map((state) => viewState(compiled, state).on.join("+") || "0")
          .join("~"),
      );
      return `${Number(chance.toFixed(6))}: ${tiers.join(" > ")}`;
    });
  };

  test("a statement that is wrong counts for nothing, or its `else` does, or that one's", () => {
    expect(rankings("[{want: x, confidence: 0.6}, y]")).toEqual(["0.6: x+y > x > y > 0", "0.4: y~x+y > 0~x"]);
    expect(rankings("[{want: x, confidence: 0.6, else: {want: y, confidence: 0.5, else: not x}}]")).toEqual([
      "0.6: x~x+y > 0~y",
      "0.2: y~x+y > 0~x",
      "0.2: 0~y > x~x+y",
    ]);
  });

  test("what is unknown is wanted or unwanted", () => {
    expect(rankings("[{unknown: x}]")).toEqual(["0.5: x~x+y > 0~y", "0.5: 0~y > x~x+y"]);
  });

  test("neighbors in any order", () => {
    expect(rankings("[{any order: [x, not y]}]")).toEqual(["0.5: x > x+y > 0 > y", "0.5: x > 0 > x+y > y"]);
  });

  test("patterns of a ranking whose order is unknown; a state keeps to the first it matches in the file", () => {
    expect(rankings("{ranking: [[x], {unknown: [y, x or y]}, otherwise]}")).toEqual([
      "0.5: x > y~x+y > 0",
      "0.5: x > y~x+y > 0",
    ]);
    expect(rankings("{ranking: [{unknown: [[x], [y], [x, y]]}, otherwise]}")).toEqual(
      [
        ["x", "y", "x+y"],
        ["x", "x+y", "y"],
        ["y", "x", "x+y"],
        ["y", "x+y", "x"],
        ["x+y", "x", "y"],
        ["x+y", "y", "x"],
      ].map((order) => `0.166667: ${order.join(" > ")} > 0`),
    );
  });

  test("a weight that is wrong weighs nothing", () => {
    expect(rankings("{weights: [{want: x, weight: 2, confidence: 0.9}, {want: y, weight: 1}]}")).toEqual([
      "0.9: x+y > x > y > 0",
      "0.1: y~x+y > 0~x",
    ]);
  });
});
