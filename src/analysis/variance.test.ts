import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { varianceShares } from "./variance.ts";

/** Possibilities of doubts with so many readings each, the last changing fastest. */
function possibilities(radix: readonly number[]): number[][] {
  return radix.reduce<number[][]>(
    (all, many) => all.flatMap((each) => Array.from({ length: many }, (_, reading) => [...each, reading])),
    [[]],
  );
}

/** The Shapley value of variance by its definition: over all orders, what learning a doubt adds to the variance explained. */
function byDefinition(answer: readonly number[], chances: readonly (readonly number[])[]) {
  const all = possibilities(chances.map((each) => each.length));
  const chance = (possibility: readonly number[]) =>
    possibility.reduce((product, reading, doubt) => product * chances[doubt][reading], 1);
  const explained = (known: readonly number[]) => {
    const groups = new Map<string, { mass: number; sum: number }>();
    all.forEach((possibility, index) => {
      const key = known.map((doubt) => possibility[doubt]).join();
      const group = groups.get(key) ?? { mass: 0, sum: 0 };
      groups.set(key, {
        mass: group.mass + chance(possibility),
        sum: group.sum + chance(possibility) * answer[index],
      });
    });
    const mean = all.reduce((sum, possibility, index) => sum + chance(possibility) * answer[index], 0);
    return [...groups.values()].reduce(
      (sum, { mass, sum: part }) => sum + mass * (part / mass - mean) ** 2,
      0,
    );
  };
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) =>
          orders(rest.filter((each) => each !== first)).map((more) => [first, ...more]),
        );
  const everybody = [...chances.keys()];
  const variance = explained(everybody);
  const every = orders(everybody);
  return {
    variance,
    shares: everybody.map((doubt) => ({
      alone: explained([doubt]) / variance,
      total: (variance - explained(everybody.filter((each) => each !== doubt))) / variance,
      shapley:
        every.reduce((sum, order) => {
          const before = order.slice(0, order.indexOf(doubt));
          return sum + explained([...before, doubt]) - explained(before);
        }, 0) /
        every.length /
        variance,
    })),
  };
}

describe("shares of variance", () => {
  test("agree with the definitions over all orders and subsets", () => {
    const model = fc
      .array(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }).map((weights) => {
          const whole = weights.reduce((sum, each) => sum + each, 0);
          return weights.map((each) => each / whole);
        }),
        { minLength: 1, maxLength: 4 },
      )
      .chain((chances) => {
        const many = chances.reduce((product, each) => product * each.length, 1);
        return fc.record({
          chances: fc.constant(chances),
          answer: fc.array(fc.constantFrom(0, 1), { minLength: many, maxLength: many }),
        });
      });
    fc.assert(
      fc.property(model, ({ chances, answer }) => {
        const found = varianceShares(Float64Array.from(answer), chances);
        if (answer.every((each) => each === answer[0])) {
          expect(found).toBeUndefined();
          return;
        }
        const wanted = byDefinition(answer, chances);
        expect(found!.variance).toBeCloseTo(wanted.variance, 10);
        found!.shares.forEach((share, doubt) => {
          for (const key of ["alone", "total", "shapley"] as const)
            expect(share[key]).toBeCloseTo(wanted.shares[doubt][key], 8);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("a dictator has all of it, the equal partners of an agreement half each, and nothing of it alone if only both matter", () => {
    const half = [0.5, 0.5];
    const dictator = varianceShares(Float64Array.of(0, 0, 1, 1), [half, half])!;
    expect(dictator.shares).toEqual([
      { alone: 1, total: 1, shapley: 1 },
      { alone: 0, total: 0, shapley: 0 },
    ]);
    const either = varianceShares(Float64Array.of(0, 1, 1, 0), [half, half])!;
    for (const { alone, shapley } of either.shares) {
      expect(alone).toBeCloseTo(0);
      expect(shapley).toBeCloseTo(0.5);
    }
  });
});
