import fc from "fast-check";
import { expect, test } from "vitest";
import { weakOrders } from "../../test/weak-orders.ts";
import { CONCEPTS, type Concept } from "../engine/concepts.ts";
import { isStable } from "../engine/literal.ts";
import { compile } from "../game/compile.ts";
import type { Game, Ranks, SinglyRanked } from "../game/game.ts";
import { parse } from "../model/parse.ts";
import { inverseRankings } from "./inverse-rankings.ts";
import { exchangesBetween } from "./nearest-ranking.ts";
import { meets, rankingConditions } from "./ranking-conditions.ts";

const withRanks = (game: Game, ranks: readonly Int32Array[]): Game => ({
  ...game,
  preferences: ranks.map((rank): Ranks => ({ kind: "ranked", rank, levels: game.states })),
});
const ranksOf = (game: Game) => game.preferences.map((each) => (each as SinglyRanked).rank);
const holds = (game: Game, state: number, concept: Concept) =>
  [...game.moves.keys()].every((party) => isStable(game, party, state, concept));

/** Two parties with one option each; rankings of the states −, x, y, xy from the best down. */
const twoByTwo = (a: string, b: string) =>
  compile(
    parse(
      `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\npreferences: {a: {ranking: [${a}]}, b: {ranking: [${b}]}}\n`,
    ).standoff!,
  ).compiled!.game;
const [NEITHER, X, Y, BOTH] = [0, 1, 2, 3];

test("the prisoner's dilemma: for both to stay silent under Nash each must put it over confessing alone, one exchange each; foresight needs none", () => {
  const game = twoByTwo("[y], [x, y], [], [x]", "[x], [x, y], [], [y]");
  const { best, bound } = inverseRankings(game, [{ state: BOTH, atLeast: [] }], "nash");
  expect([best!.exchanges, bound]).toEqual([2, 2]);
  expect(best!.held.map(({ wishes, distance }) => [wishes.atLeast, distance])).toEqual([
    [[Y], 1],
    [[X], 1],
  ]);
  for (const concept of ["gmr", "smr", "seq", "sseq"] as const)
    expect(inverseRankings(game, [{ state: BOTH, atLeast: [] }], concept)).toMatchObject({ bound: 0 });
  // One silent alone is the worst for it: it must come to prefer that to both confessing under Nash. With foresight nothing less does for the
  // silent one; the other is content.
  expect(inverseRankings(game, [{ state: X, atLeast: [] }], "seq").best!.exchanges).toBe(1);
});

test("chicken: for both to give way under Nash each must give up its best, one exchange each; so it is under SEQ, and GMR has it for nothing", () => {
  // a: b alone gives way > both > a alone gives way > crash.
  const game = twoByTwo("[y], [x, y], [x], []", "[x], [x, y], [y], []");
  const least = (concept: Concept) =>
    inverseRankings(game, [{ state: BOTH, atLeast: [] }], concept).best!.exchanges;
  expect(least("nash")).toBe(2);
  expect(least("gmr")).toBe(0);
  // If a stands firm, b's only answer is the crash, its worst. Either a gives up its best, or b comes to prefer the crash: one exchange. The
  // same again for a's answer to b.
  expect(least("seq")).toBe(2);
});

test("stag hunt: both hunting holds for nothing; the hare alone for a, while b hunts, takes a and b one exchange each", () => {
  // a: both > hare alone > both hare > stag alone.
  const game = twoByTwo("[x, y], [y], [], [x]", "[x, y], [x], [], [y]");
  expect(inverseRankings(game, [{ state: BOTH, atLeast: [] }], "nash").best!.exchanges).toBe(0);
  expect(inverseRankings(game, [{ state: Y, atLeast: [] }], "nash").best!.exchanges).toBe(2);
  expect(inverseRankings(game, [{ state: NEITHER, atLeast: [] }], "nash").best!.exchanges).toBe(0);
});

/** Graphs of three to `most` states, with rankings that have ties or not, and a state that does not hold under the concept yet. */
function unstable(parties: number, most: number, ties: boolean) {
  return fc
    .integer({ min: 3, max: most })
    .chain((states) => {
      const state = fc.nat(states - 1);
      const ranking = ties
        ? fc.array(state, { minLength: states, maxLength: states })
        : fc.shuffledSubarray([...Array(states).keys()], { minLength: states, maxLength: states });
      return fc.record({
        states: fc.constant(states),
        moves: fc.array(fc.tuple(fc.nat(parties - 1), state, state), {
          minLength: states,
          maxLength: 4 * states,
        }),
        heights: fc.array(ranking, { minLength: parties, maxLength: parties }),
        concept: fc.constantFrom(...CONCEPTS),
        any: state,
      });
    })
    .map(({ states, moves, heights, concept, any }) => {
      const names = (some: readonly number[]) => some.map((each) => `s${each}`).join(", ");
      const all = [...Array(states).keys()];
      const lines = heights.flatMap((_, party) => {
        const from = all.map((a) => {
          const to = all.filter(
            (b) => b !== a && moves.some(([who, c, d]) => who === party && c === a && d === b),
          );
          return to.length === 0 ? "" : `s${a}: [${names(to)}]`;
        });
        return [`  p${party}: {${from.filter(Boolean).join(", ")}}`];
      });
      const rankings = heights.map((height, party) => {
        const tiers = all.flatMap((level) => {
          const tied = all.filter((each) => height[each] === level);
          return tied.length === 0 ? [] : [tied.length === 1 ? names(tied) : `{tie: [${names(tied)}]}`];
        });
        return `  p${party}: {ranking: [${tiers.join(", ")}]}`;
      });
      const parties = heights.map((_, party) => `p${party}: P`).join(", ");
      const text = `standoff: 1\ntitle: T\nparties: {${parties}}\nstates: [${names(all)}]\nmoves:\n${lines.join("\n")}\npreferences:\n${rankings.join("\n")}\n`;
      const { standoff } = parse(text, "test.yaml");
      const { game } = compile(standoff!).compiled!;
      const open = all.filter((each) => !holds(game, each, concept));
      return { game, concept, state: open[any % open.length] };
    })
    .filter(({ state }) => state !== undefined);
}

test("what is asked besides is met too, and no permutations that meet it take fewer exchanges", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(unstable(2, 5, false), fc.nat(1), fc.nat(4), ({ game, state, concept }, party, any) => {
      const other = any % game.states;
      const orders = withTies[game.states].filter((order) => new Set(order).size === order.length);
      const least = bruteLeast(
        game,
        state,
        concept,
        orders,
        (ranks) => ranks[party][state] >= ranks[party][other],
      );
      const { best, bound } = inverseRankings(game, [{ state, atLeast: [[party, other]] }], concept);
      expect([best!.exchanges, bound]).toEqual([least, least]);
    }),
    { numRuns: 300 },
  );
});

function expectLeast(game: Game, state: number, concept: Concept, orders: readonly Int32Array[]): boolean {
  const least = bruteLeast(game, state, concept, orders);
  const { best, bound } = inverseRankings(game, [{ state, atLeast: [] }], concept);
  expect([best!.exchanges, bound]).toEqual([least, least]);
  const after = best!.held.map(({ rank }) => rank!);
  expect(holds(withRanks(game, after), state, concept)).toBe(true);
  const moved = ranksOf(game).map((rank, party) => exchangesBetween(rank, after[party]));
  expect(moved.reduce((a, b) => a + b, 0)).toBe(least);
  return best!.held.some(({ wishes }) => wishes.better.length > 0);
}

/** The fewest exchanges over every tuple of the orders, one a party. */
function bruteLeast(
  game: Game,
  state: number,
  concept: Concept,
  orders: readonly Int32Array[],
  asked: (ranks: readonly Int32Array[]) => boolean = () => true,
): number {
  const choices = ranksOf(game).map((rank) =>
    orders
      .map((order) => ({ order, exchanges: exchangesBetween(rank, order) }))
      .sort((a, b) => a.exchanges - b.exchanges),
  );
  let least = Infinity;
  const choose = (chosen: readonly Int32Array[], sum: number): void => {
    if (chosen.length === choices.length) {
      if (asked(chosen) && holds(withRanks(game, chosen), state, concept)) least = sum;
      return;
    }
    for (const { order, exchanges } of choices[chosen.length]) {
      if (sum + exchanges >= least) return;
      choose([...chosen, order], sum + exchanges);
    }
  };
  choose([], 0);
  return least;
}

const withTies = [0, 1, 2, 3, 4, 5].map(weakOrders);

test.each([
  [2, 5],
  [3, 4],
])(
  "with ties: no rankings of %i parties over up to %i states take fewer exchanges, every tuple of them tried",
  {
    timeout: 120_000,
  },
  (parties, most) => {
    let answered = 0;
    fc.assert(
      fc.property(unstable(parties, most, true), ({ game, state, concept }) => {
        if (expectLeast(game, state, concept, withTies[game.states])) answered++;
      }),
      { numRuns: 250 },
    );
    // In some an opponent had to come to like its answer.
    expect(answered).toBeGreaterThan(0);
  },
);

test.each([
  [2, 6, 200],
  [3, 5, 40],
])(
  "without ties: nor do any permutations of %i parties over up to %i states",
  {
    timeout: 120_000,
  },
  (parties, most, numRuns) => {
    const permutations = withTiesOfSix.filter((order) => new Set(order).size === order.length);
    let answered = 0;
    fc.assert(
      fc.property(unstable(parties, most, false), ({ game, state, concept }) => {
        const orders =
          game.states === 6
            ? permutations
            : withTies[game.states].filter((order) => new Set(order).size === order.length);
        if (expectLeast(game, state, concept, orders)) answered++;
      }),
      { numRuns },
    );
    if (parties === 2) expect(answered).toBeGreaterThan(0);
  },
);

const withTiesOfSix = weakOrders(6);

test("a ranking makes the state stable if and only if it meets the conditions on it", () => {
  fc.assert(
    fc.property(unstable(3, 5, true), fc.nat(2), fc.nat(), ({ game, state, concept }, party, any) => {
      const conditions = rankingConditions(game, party, state, concept);
      const order = withTies[game.states][any % withTies[game.states].length];
      const rankings = ranksOf(game).with(party, order);
      const drawn = withRanks(game, rankings);
      const met = conditions.every((each) => meets(drawn.preferences[party], state, each));
      expect(met).toBe(isStable(drawn, party, state, concept));
    }),
    { numRuns: 2000 },
  );
});

test("both confessing is a Nash equilibrium for 144 of the 576 pairs of strict rankings, every pair counted", () => {
  const strict = withTies[4].filter((order) => new Set(order).size === 4);
  const game = twoByTwo("[y], [x, y], [], [x]", "[x], [x, y], [], [y]");
  const met = [0, 1].map((party) => {
    const conditions = rankingConditions(game, party, NEITHER, "nash");
    return strict.filter((rank) =>
      conditions.every((each) => meets({ kind: "ranked", rank, levels: 4 }, NEITHER, each)),
    ).length;
  });
  expect([strict.length ** 2, met[0] * met[1]]).toEqual([576, 144]);
});
