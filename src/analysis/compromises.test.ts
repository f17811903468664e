import fc from "fast-check";
import { expect, test } from "vitest";
import { compromises, type Ranked } from "./compromises.ts";

/** One row a party: the place of each state, 1 the best. */
function ranked(rows: readonly (readonly number[])[]): Ranked[] {
  return rows.map((places) => {
    const levels = Math.max(...places);
    return { rank: Int32Array.from(places, (place) => levels - place), levels };
  });
}

test("three parties, four outcomes, worked out by hand", () => {
  // Outcomes 0 to 3. First party: 0 1 2 3; second: 3 1 2 0; third: 2 1 0 3. Outcome 1 is second for all: everybody has to
  // fall back by one place only, and 1 + 1 + 1 is the least sum. Nothing beats another for all of them but 1 over none.
  const fair = compromises(
    ranked([
      [1, 2, 3, 4],
      [4, 2, 3, 1],
      [3, 2, 1, 4],
    ]),
    [0, 1, 2, 3],
  );
  expect(fair).toEqual({
    efficient: [0, 1, 2, 3],
    fallback: [1],
    depth: 2,
    maximin: [1],
    height: 2,
    leastSum: [1],
    sum: 6,
  });
});

test("maximin rank counts from the bottom, fallback bargaining from the top: who tells few ranks apart makes the difference", () => {
  // The first tells four ranks apart, the second two. Falling back by one place suffices for outcome 1, but there
  // the second stands at its worst; outcome 2 is the first's third place, and nobody's worst.
  const fair = compromises(
    ranked([
      [1, 2, 3, 4],
      [2, 2, 1, 1],
    ]),
    [0, 1, 2, 3],
  );
  expect([fair.fallback, fair.depth, fair.maximin, fair.height]).toEqual([[0, 1], 2, [2], 1]);
});

test("fallback bargaining, played out place by place, ends with what is reported", () => {
  const place = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 7 })
        .chain((states) =>
          fc.array(fc.array(place, { minLength: states, maxLength: states }), { minLength: 1, maxLength: 4 }),
        ),
      (rows) => {
        const all = [...rows[0].keys()];
        const fair = compromises(ranked(rows), all);
        let depth = 1;
        const agreed = () => all.filter((state) => rows.every((places) => places[state] <= depth));
        while (agreed().length === 0) depth++;
        expect([fair.depth, fair.fallback]).toEqual([depth, agreed()]);
        for (const state of all) {
          const beaten = all.some(
            (other) =>
              rows.every((places) => places[other] <= places[state]) &&
              rows.some((places) => places[other] < places[state]),
          );
          expect(fair.efficient.includes(state)).toBe(!beaten);
        }
        // Whatever has the least sum is beaten by nothing.
        for (const state of fair.leastSum) expect(fair.efficient).toContain(state);
        // Nobody stands nearer its worst than `height` there, and somewhere lower in every other outcome.
        const levels = rows.map((places) => Math.max(...places));
        const least = (state: number) =>
          Math.min(...rows.map((places, party) => levels[party] - places[state]));
        for (const state of all) {
          if (fair.maximin.includes(state)) expect(least(state)).toBe(fair.height);
          else expect(least(state)).toBeLessThan(fair.height);
        }
      },
    ),
  );
});

test("where all rank strictly, maximin rank and fallback bargaining end alike", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }).chain((states) => {
        const order = fc.shuffledSubarray(
          Array.from({ length: states }, (_, at) => at + 1),
          { minLength: states },
        );
        return fc.array(order, { minLength: 1, maxLength: 4 });
      }),
      (rows) => {
        const fair = compromises(ranked(rows), [...rows[0].keys()]);
        expect(fair.maximin).toEqual(fair.fallback);
        expect(fair.height).toBe(rows[0].length - fair.depth);
      },
    ),
  );
});
