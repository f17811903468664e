import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { bargainersOf } from "./bargainers.ts";
import { fair } from "./fair.ts";
import type { BargainingFinding } from "./findings.ts";
import { frontier } from "./frontier.ts";

const compiledOf = (text: string) => {
  const { compiled, problems } = compile(parse(text, "test.yaml").standoff!);
  expect(problems).toEqual([]);
  return compiled!;
};

/** A pie cut at twentieths; Ann's share x is worth x to her and leaves Ben 1 − x². Without a deal nobody has anything. */
function pie(ben = "weights"): string {
  const cuts = Array.from({ length: 21 }, (_, at) => at);
  const worth = (of: (x: number) => number) =>
    cuts.map((at) => `\n      - {want: deal and share = s${at}, weight: ${of(at / 20).toFixed(4)}}`).join("");
  return `standoff: 1
title: A pie
parties: {ann: Ann, ben: Ben}
options:
  share: {owner: ann, levels: [${cuts.map((at) => `s${at}`).join(", ")}]}
  deal: {owner: ben}
status quo: []
preferences:
  ann:
    weights:${worth((x) => x)}
  ben:${ben === "weights" ? `\n    weights:${worth((x) => 1 - x * x)}` : ` ${ben}`}
`;
}

type Points = Extract<BargainingFinding, { lacks?: undefined }>;
const pointsOf = (text: string): Points => {
  const [{ bargaining }] = fair(compiledOf(text)).findings!.fair;
  if (bargaining === undefined || bargaining.lacks !== undefined)
    throw new Error("no bargaining points where there should be some");
  return bargaining;
};

describe("from a file to the bargaining points", () => {
  test("a pie: near the Nash point 1/√3 and the Kalai–Smorodinsky point (√5 − 1)/2 lies the cut at 12/20, and utilitarian is 10/20", () => {
    const points = pointsOf(pie());
    expect([points.rational, points.most]).toEqual([42, [1, 1]]);
    expect(points.nash).toMatchObject({
      total: 1,
      gaining: 2,
      outcomes: [{ state: { on: ["deal"], levels: { share: "s12" } }, gains: [0.6, 0.64] }],
    });
    expect(points.kalaiSmorodinsky.outcomes.map(({ state }) => state.levels.share)).toEqual(["s12"]);
    expect(points.utilitarian.outcomes).toEqual([
      { state: { on: ["deal"], levels: { share: "s10" }, outcomes: [] }, gains: [0.5, 0.75] },
    ]);
  });

  test("what all fall back on is the status quo, or the state given", () => {
    // With Ann's 15/20 agreed already, Ben is only worse off with more for her, and she with less.
    const compiled = compiledOf(pie());
    const { expression } = readExpression("deal and share = s15", compiled.standoff, "test");
    const { findings } = fair(compiled, { from: expression! });
    expect(findings!.fair[0].bargaining).toMatchObject({ rational: 1, most: [0, 0] });
  });

  test("it says what is missing: weights of somebody, a status quo", () => {
    const [{ bargaining }] = fair(compiledOf(pie("[deal]"))).findings!.fair;
    expect(bargaining).toEqual({ lacks: "weights", of: ["ben"] });
    const [nowhere] = fair(compiledOf(pie().replace("status quo: []\n", ""))).findings!.fair;
    expect(nowhere.bargaining).toEqual({ lacks: "start" });
    expect(nowhere.efficientTotal).toBe(21);
  });

  test("who is indifferent gains nothing and stops nobody", () => {
    const points = pointsOf(pie("indifferent"));
    expect([points.most, points.nash.gaining]).toEqual([[1, 0], 1]);
    expect(points.nash.outcomes[0].state.levels.share).toBe("s20");
  });

  test("sums that floating point would get wrong tie: 0.1 + 0.2 and 0.3", () => {
    const tie = `standoff: 1
title: Ties
parties: {ann: Ann, ben: Ben}
options: {a: {owner: ann}, b: {owner: ann}, c: {owner: ben}}
constraints: [never: c and (a or b), never: a xor b]
status quo: []
preferences:
  ann: {weights: [{want: a, weight: 0.1}, {want: b, weight: 0.2}, {want: c, weight: 0.3}]}
  ben: {weights: [{want: a or c, weight: 7}]}
`;
    expect(pointsOf(tie).nash.outcomes.map(({ state, gains }) => [state.on, gains])).toEqual([
      [
        ["a", "b"],
        [0.3, 7],
      ],
      [["c"], [0.3, 7]],
    ]);
  });
});

test("of several acting as one every member counts", () => {
  const text = (pair: string) => `standoff: 1
title: A pair
parties: {pair: A pair, other: Other}
options: {x: {owner: pair}, y: {owner: other}}
preferences:
  pair: ${pair}
  other: [x or y]
`;
  const [{ counting, efficientTotal }] = fair(
    compiledOf(text("{unanimous: {The ministry: [x], The firm: [not x]}}")),
  ).findings!.fair;
  expect(counting).toEqual([
    { party: "pair", member: "The ministry" },
    { party: "pair", member: "The firm" },
    { party: "other" },
  ]);
  // x and y, x alone, y alone: each best for somebody; nothing at all loses to y alone.
  expect(efficientTotal).toBe(3);
  expect(fair(compiledOf(text("[x]"))).findings!.fair[0].efficientTotal).toBe(2);
});

test("the frontier has exactly the states that nothing betters, judged from the names by brute force", {
  timeout: 60_000,
}, () => {
  let on = 0;
  let off = 0;
  fc.assert(
    fc.property(randomCompiled({ constraints: true }, 60), (compiled) => {
      const { better, states } = bruteForce(compiled.standoff);
      const parties = [...compiled.standoff.parties.keys()];
      const expected = [...states.keys()].filter(
        (state) =>
          !states.some(
            (_, other) =>
              parties.every((party) => !better(party, state, other)) &&
              parties.some((party) => better(party, other, state)),
          ),
      );
      const { points, measure } = frontier(compiled).findings!;
      expect(points.map(({ index }) => index).sort((a, b) => a - b)).toEqual(expected);
      expect(fair(compiled).findings!.fair[0].efficientTotal).toBe(expected.length);
      // Along the frontier what one gains another loses.
      const sign = measure === "value" ? 1 : -1;
      for (const one of points)
        for (const other of points) {
          const gains = one.at.map((each, index) => sign * (each - other.at[index]));
          expect(gains.some((each) => each > 0)).toBe(gains.some((each) => each < 0));
        }
      on += expected.length;
      off += states.length - expected.length;
    }),
    { numRuns: 150 },
  );
  expect(Math.min(on, off)).toBeGreaterThan(200);
});

test("what states are worth orders them as the party does, merged states as well", () => {
  let seen = 0;
  fc.assert(
    fc.property(randomCompiled(undefined, 60), (compiled) => {
      for (const { values, ranks } of bargainersOf(compiled)) {
        if (values === undefined) continue;
        seen++;
        expect(values.whole).toHaveLength(compiled.game.states);
        for (let one = 0; one < compiled.game.states; one++)
          expect(Math.sign(values.whole[one] - values.whole[0])).toBe(
            Math.sign(ranks.rank[one] - ranks.rank[0]),
          );
      }
    }),
    { numRuns: 200 },
  );
  expect(seen).toBeGreaterThan(50);
});
