import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bargain } from "./bargaining.ts";

/** What the outcomes are worth, one row a party; outcome 0 is what all fall back on. */
function worth(rows: readonly (readonly number[])[], decimals: readonly number[] = []) {
  return rows.map((row, party) => ({ whole: Float64Array.from(row), decimals: decimals[party] ?? 0 }));
}
const all = (rows: readonly (readonly number[])[]) => [...rows[0].keys()];

describe("solutions known in closed form, on a grid", () => {
  const steps = 1000;
  const million = 1_000_000;
  /** Nothing, and then the splits x = 0, 1/steps, …, 1: the first gets x, the second f(x). */
  function pie(f: (x: number) => number, unit = 1) {
    const grid = Array.from({ length: steps + 1 }, (_, at) => at / steps);
    const rows = [
      [0, ...grid.map((x) => Math.round(x * unit * million))],
      [0, ...grid.map((x) => Math.round(f(x) * million))],
    ];
    const found = bargain(worth(rows, [6, 6]), all(rows), 0)!;
    const split = (outcomes: readonly number[]) => outcomes.map((outcome) => (outcome - 1) / steps);
    return {
      nash: split(found.nash),
      kalaiSmorodinsky: split(found.kalaiSmorodinsky),
      egalitarian: split(found.egalitarian),
      utilitarian: split(found.utilitarian),
    };
  }
  const near = (found: readonly number[], x: number) => {
    expect(found).toHaveLength(1);
    expect(Math.abs(found[0] - x)).toBeLessThanOrEqual(1 / steps);
  };

  test("u = (x, 1 − x²): Nash 1/√3, Kalai–Smorodinsky and egalitarian (√5 − 1)/2, utilitarian 1/2", () => {
    const found = pie((x) => 1 - x * x);
    near(found.nash, 1 / Math.sqrt(3));
    near(found.kalaiSmorodinsky, (Math.sqrt(5) - 1) / 2);
    near(found.egalitarian, (Math.sqrt(5) - 1) / 2);
    near(found.utilitarian, 1 / 2);
  });

  test("u = (2x, 1 − x²): Nash and Kalai–Smorodinsky stay, egalitarian goes to √2 − 1 and utilitarian to 1", () => {
    const found = pie((x) => 1 - x * x, 2);
    near(found.nash, 1 / Math.sqrt(3));
    near(found.kalaiSmorodinsky, (Math.sqrt(5) - 1) / 2);
    near(found.egalitarian, Math.SQRT2 - 1);
    near(found.utilitarian, 1);
  });

  test("u = (x, √(1 − x)): Nash 2/3, Kalai–Smorodinsky (√5 − 1)/2, utilitarian 3/4", () => {
    const found = pie((x) => Math.sqrt(1 - x));
    near(found.nash, 2 / 3);
    near(found.kalaiSmorodinsky, (Math.sqrt(5) - 1) / 2);
    near(found.utilitarian, 3 / 4);
  });

  test("three parties, u = (x, √y, √z) on x + y + z = 1: Nash (1/2, 1/4, 1/4)", () => {
    const parts: number[][] = [];
    for (let x = 0; x <= 40; x++) for (let y = 0; x + y <= 40; y++) parts.push([x, y, 40 - x - y]);
    const rows = [
      [0, ...parts.map(([x]) => (x / 40) * million)],
      [0, ...parts.map(([, y]) => Math.round(Math.sqrt(y / 40) * million))],
      [0, ...parts.map(([, , z]) => Math.round(Math.sqrt(z / 40) * million))],
    ];
    const { nash } = bargain(worth(rows), all(rows), 0)!;
    expect(nash.map((outcome) => parts[outcome - 1])).toEqual([[20, 10, 10]]);
  });
});

describe("where a list of outcomes is no convex set", () => {
  test("nothing is better for anybody without being worse for another: all stay where they are", () => {
    const rows = [
      [0, 5, -1],
      [0, -1, 5],
    ];
    expect(bargain(worth(rows), all(rows), 0)).toEqual({
      rational: [0],
      most: [0, 0],
      nash: [0],
      gaining: 0,
      kalaiSmorodinsky: [0],
      egalitarian: [0],
      utilitarian: [0],
    });
  });

  test("the state fallen back on is not among the outcomes, and each of them is worse for somebody: no solution", () => {
    expect(
      bargain(
        worth([
          [0, 5, -1],
          [0, -1, 5],
        ]),
        [1, 2],
        0,
      ),
    ).toBeUndefined();
  });

  test("only one of two can gain at once: each set of gainers has its Nash points, whatever the units", () => {
    const rows = [
      [0, 3, 0, 2],
      [0, 0, 70, 0],
    ];
    const found = bargain(worth(rows), all(rows), 0)!;
    expect([found.nash, found.gaining]).toEqual([[1, 2], 1]);
    expect(found.egalitarian).toEqual([2]);
    expect(found.kalaiSmorodinsky).toEqual([1, 2]);
  });

  test("who can gain nothing is left out of shares, and stops nobody", () => {
    const rows = [
      [0, 1, 2, 3],
      [0, 3, 2, 1],
      [7, 7, 7, 7],
    ];
    const found = bargain(worth(rows), all(rows), 0)!;
    expect([found.nash, found.gaining, found.kalaiSmorodinsky, found.utilitarian]).toEqual([
      [2],
      2,
      [2],
      [1, 2, 3],
    ]);
  });

  test("products and shares that floating point cannot tell apart are told apart", () => {
    // (2^26 + 1)(2^26 − 1) is one less than 2^26 · 2^26, a difference in the 53rd bit of the logarithm's argument.
    const large = 2 ** 26;
    const rows = [
      [0, large + 1, large],
      [0, large - 1, large],
    ];
    expect(bargain(worth(rows), all(rows), 0)!.nash).toEqual([2]);
    // 0.1 + 0.2 = 0.3: the sums tie exactly, with weights in different units of ten.
    const tied = [
      [0, 1, 3],
      [0, 20, 0],
    ];
    expect(bargain(worth(tied, [1, 2]), all(tied), 0)!.utilitarian).toEqual([1, 2]);
  });
});

const rowsOf = (parties: number) =>
  fc.integer({ min: 1, max: 9 }).chain((outcomes) =>
    fc.array(fc.array(fc.integer({ min: -2, max: 6 }), { minLength: outcomes, maxLength: outcomes }), {
      minLength: parties,
      maxLength: parties,
    }),
  );
const anyRows = fc.integer({ min: 1, max: 4 }).chain(rowsOf);

describe("properties", () => {
  test("agrees with the definitions tried out on every outcome", () => {
    let several = 0;
    fc.assert(
      fc.property(anyRows, (rows) => {
        const found = bargain(worth(rows), all(rows), 0)!;
        const gains = (outcome: number) => rows.map((row) => row[outcome] - row[0]);
        const rational = all(rows).filter((outcome) => gains(outcome).every((each) => each >= 0));
        expect(found.rational).toEqual(rational);
        if (rational.length > 1) several++;
        const most = rows.map((_, party) => Math.max(...rational.map((outcome) => gains(outcome)[party])));
        // 5040 is divisible by all gains from 1 to 8, so that shares are whole numbers.
        const shares = (outcome: number) =>
          gains(outcome)
            .map((each, party) => (most[party] === 0 ? 5040 : (each * 5040) / most[party]))
            .sort((a, b) => a - b);
        const sorted = (outcome: number) => gains(outcome).sort((a, b) => a - b);
        const below = (one: readonly number[], other: readonly number[]) => {
          const at = one.findIndex((each, index) => each !== other[index]);
          return at >= 0 && one[at] < other[at];
        };
        const sum = (outcome: number) => gains(outcome).reduce((total, each) => total + each, 0);
        const lasting = (under: (one: number, other: number) => boolean) =>
          rational.filter((outcome) => !rational.some((other) => under(outcome, other)));
        expect(found.kalaiSmorodinsky).toEqual(lasting((one, other) => below(shares(one), shares(other))));
        expect(found.egalitarian).toEqual(lasting((one, other) => below(sorted(one), sorted(other))));
        expect(found.utilitarian).toEqual(lasting((one, other) => sum(one) < sum(other)));
        const set = (outcome: number) => gains(outcome).flatMap((each, party) => (each > 0 ? [party] : []));
        const product = (outcome: number) => gains(outcome).reduce((total, each) => total * (each || 1), 1);
        expect(found.nash).toEqual(
          lasting(
            (one, other) =>
              set(one).length < set(other).length ||
              (set(one).join() === set(other).join() && product(one) < product(other)),
          ),
        );
      }),
      { numRuns: 500 },
    );
    expect(several).toBeGreaterThan(100);
  });

  test("efficient: no outcome is as good for all and better for somebody", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { nash, kalaiSmorodinsky, egalitarian, utilitarian } = bargain(worth(rows), all(rows), 0)!;
        for (const point of [...nash, ...kalaiSmorodinsky, ...egalitarian, ...utilitarian])
          for (const other of all(rows)) {
            const better = rows.some((row) => row[other] > row[point]);
            expect(better && rows.every((row) => row[other] >= row[point])).toBe(false);
          }
      }),
    );
  });

  test("symmetric: who the parties are does not matter", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { most, ...found } = bargain(worth(rows), all(rows), 0)!;
        const turned = bargain(worth(rows.toReversed()), all(rows), 0)!;
        expect({ ...turned, most: turned.most.toReversed() }).toEqual({ ...found, most });
      }),
    );
  });

  test("a shift of what everything is worth to a party changes nothing", () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -9, max: 9 }), (rows, shift) => {
        const shifted = rows.map((row, party) => row.map((each) => each + (party === 0 ? shift : 0)));
        expect(bargain(worth(shifted), all(rows), 0)).toEqual(bargain(worth(rows), all(rows), 0));
      }),
    );
  });

  test("the unit in which a party counts does not matter to Nash and Kalai–Smorodinsky, and a common one to nobody", () => {
    const points = (rows: readonly (readonly number[])[], decimals: number[]) =>
      bargain(worth(rows, decimals), all(rows), 0)!;
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 7 }), fc.nat(20), (rows, factor, decimals) => {
        const base = points(rows, []);
        const own = points(
          rows.map((row, party) => row.map((each) => each * (party === 0 ? factor : 1))),
          [decimals],
        );
        expect([own.nash, own.kalaiSmorodinsky]).toEqual([base.nash, base.kalaiSmorodinsky]);
        const { most, ...common } = points(
          rows.map((row) => row.map((each) => each * factor)),
          rows.map(() => decimals),
        );
        expect({ ...common, most: most.map((each) => each / factor) }).toEqual(base);
      }),
    );
  });

  test("Nash: an outcome not chosen can be taken away (independence of irrelevant alternatives)", () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, any) => {
        const { nash } = bargain(worth(rows), all(rows), 0)!;
        const others = all(rows).filter((outcome) => outcome > 0 && !nash.includes(outcome));
        if (others.length === 0) return;
        const without = all(rows).filter((outcome) => outcome !== others[any % others.length]);
        expect(bargain(worth(rows), without, 0)!.nash).toEqual(nash);
      }),
    );
    // Kalai–Smorodinsky is not so: what the first could have had at best counts.
    const rows = [
      [0, 2, 3, 9],
      [0, 3, 2, 0],
    ];
    expect(bargain(worth(rows), [0, 1, 2], 0)!.kalaiSmorodinsky).toEqual([1, 2]);
    expect(bargain(worth(rows), [0, 1, 2, 3], 0)!.kalaiSmorodinsky).toEqual([2]);
  });

  test("egalitarian: with more outcomes to choose from the least gain never falls (monotonicity)", () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, any) => {
        const least = (outcomes: number[]) => {
          const [point] = bargain(worth(rows), outcomes, 0)!.egalitarian;
          return Math.min(...rows.map((row) => row[point] - row[0]));
        };
        const fewer = all(rows).filter((outcome) => outcome === 0 || outcome % 2 === any % 2);
        expect(least(all(rows))).toBeGreaterThanOrEqual(least(fewer));
      }),
    );
  });
});
