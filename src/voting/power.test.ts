import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Body, wins } from "./body.ts";
import { fraction, toNumber } from "./fraction.ts";
import { minimalBlocking, minimalWinning, powersOf } from "./power.ts";

const council = (members: number, quota: number): Body => ({
  vetoes: Array.from({ length: members }, (_, member) => member < 5),
  rules: [{ weights: Array(members).fill(1), quota }],
});

describe("published indices", () => {
  test("the Security Council of 15, nine votes and five vetoes", () => {
    const powers = powersOf(council(15, 9))!;
    const [permanent, elected] = [powers.members[0], powers.members[14]];
    // 4 · 14! / … : the share of an elected member is 4/2145 (Shapley & Shubik's way of counting, today's Council).
    expect(elected.shapleyShubik).toEqual({ numerator: 4n, denominator: 2145n });
    expect(permanent.shapleyShubik).toEqual({ numerator: 421n, denominator: 2145n });
    expect(toNumber(permanent.shapleyShubik)).toBeCloseTo(0.1963, 4);
    expect(toNumber(elected.shapleyShubik)).toBeCloseTo(0.001865, 6);
    expect(toNumber(permanent.banzhaf)).toBeCloseTo(0.1669, 4);
    expect(toNumber(elected.banzhaf)).toBeCloseTo(0.0165, 4);
    expect([permanent.swings, elected.swings, powers.winning]).toEqual([848n, 84n, 848n]);
    expect(permanent.prevent).toEqual({ numerator: 1n, denominator: 1n });
  });

  test("the Security Council before 1966, eleven members and seven votes", () => {
    const powers = powersOf(council(11, 7))!;
    // The original count of Shapley & Shubik 1954: 76/77 of the power with the five.
    expect(toNumber(powers.members[0].shapleyShubik) * 5).toBeCloseTo(76 / 77, 12);
    expect(powers.winning).toBe(57n);
  });

  test("the Six of 1958: Luxembourg never counts", () => {
    const powers = powersOf({
      vetoes: Array(6).fill(false),
      rules: [{ weights: [4, 4, 4, 2, 2, 1], quota: 12 }],
    })!;
    expect(powers.members.map(({ swings }) => swings)).toEqual([10n, 10n, 10n, 6n, 6n, 0n]);
    expect(powers.members.map(({ shapleyShubik }) => toNumber(shapleyShubik) * 60)).toEqual([
      14, 14, 14, 9, 9, 0,
    ]);
    expect(powers.winning).toBe(14n);
  });

  test("two hundred weighted members with vetoes: shares add up to one", () => {
    const weights = Array.from({ length: 200 }, (_, member) => 1 + ((member * 37) % 50));
    const vetoes = weights.map((_, member) => member === 3 || member === 77);
    const quota = Math.ceil(weights.reduce((sum, each) => sum + each, 0) / 2);
    const powers = powersOf({ vetoes, rules: [{ weights, quota }] })!;
    const sum = powers.members.reduce((total, { shapleyShubik }) => total + toNumber(shapleyShubik), 0);
    expect(sum).toBeCloseTo(1, 9);
    expect(powers.winning + powers.blocking).toBe(2n ** 200n);
  });
});

/** Everything by listing all sets of members. */
function listed(body: Body) {
  const n = body.vetoes.length;
  const factorial = (of: number): bigint => (of <= 1 ? 1n : BigInt(of) * factorial(of - 1));
  const won = Array.from({ length: 2 ** n }, (_, mask) =>
    wins(body, (member) => ((mask >> member) & 1) === 1),
  );
  const size = (mask: number) => [...Array(n).keys()].filter((member) => (mask >> member) & 1).length;
  const minimal = (holds: (mask: number) => boolean) =>
    [...won.keys()]
      .filter(
        (mask) =>
          holds(mask) && [...Array(n).keys()].every((m) => !((mask >> m) & 1) || !holds(mask & ~(1 << m))),
      )
      .map((mask) => [...Array(n).keys()].filter((m) => (mask >> m) & 1).join(" "))
      .sort();
  const full = 2 ** n - 1;
  return {
    winning: BigInt(won.filter(Boolean).length),
    minimalWinning: minimal((mask) => won[mask]),
    minimalBlocking: minimal((mask) => !won[full & ~mask]),
    members: [...Array(n).keys()].map((member) => {
      let swings = 0n;
      let orders = 0n;
      for (let mask = 0; mask < 2 ** n; mask++) {
        if ((mask >> member) & 1 || won[mask] || !won[mask | (1 << member)]) continue;
        swings++;
        orders += factorial(size(mask)) * factorial(n - 1 - size(mask));
      }
      return { swings, shapleyShubik: fraction(orders, factorial(n)) };
    }),
  };
}

const bodies = (most: number): fc.Arbitrary<Body> =>
  fc.integer({ min: 1, max: most }).chain((n) =>
    fc.record({
      vetoes: fc.array(fc.constantFrom(false, false, false, true), { minLength: n, maxLength: n }),
      rules: fc.array(
        fc.record({
          weights: fc.array(fc.nat(6), { minLength: n, maxLength: n }),
          quota: fc.nat(4 * n),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );

function compare(body: Body): void {
  const powers = powersOf(body)!;
  const expected = listed(body);
  expect(powers.winning).toBe(expected.winning);
  expect(powers.members.map(({ swings, shapleyShubik }) => ({ swings, shapleyShubik }))).toEqual(
    expected.members,
  );
  expect(
    minimalWinning(body, 10_000)!
      .map((set) => set.join(" "))
      .sort(),
  ).toEqual(expected.minimalWinning);
  expect(
    minimalBlocking(body, 10_000)!
      .map((set) => set.join(" "))
      .sort(),
  ).toEqual(expected.minimalBlocking);
}

describe("by brute force", () => {
  test("on random bodies of up to eight members with one to three rules and vetoes", {
    timeout: 60_000,
  }, () => {
    fc.assert(fc.property(bodies(8), compare), { numRuns: 400 });
  });
  test("on some of up to fourteen", { timeout: 60_000 }, () => {
    fc.assert(fc.property(bodies(14), compare), { numRuns: 12 });
  });
  test("shares add up to one where something wins and something loses, equals are equal, who never counts has nothing", () => {
    fc.assert(
      fc.property(bodies(10), (body) => {
        const { members, winning } = powersOf(body)!;
        const decided = winning > 0n && winning < 2n ** BigInt(body.vetoes.length);
        const sum = members.reduce((total, { shapleyShubik }) => total + toNumber(shapleyShubik), 0);
        expect(sum).toBeCloseTo(decided ? 1 : 0, 9);
        const alike = (a: number, b: number) =>
          body.vetoes[a] === body.vetoes[b] && body.rules.every(({ weights }) => weights[a] === weights[b]);
        members.forEach((power, a) => {
          members.forEach((other, b) => {
            if (alike(a, b)) expect(other).toEqual(power);
          });
          if (power.swings === 0n) expect(power.shapleyShubik.numerator).toBe(0n);
          if (body.vetoes[a] && winning > 0n) expect(power.swings).toBe(winning);
        });
      }),
      { numRuns: 200 },
    );
  });
});
