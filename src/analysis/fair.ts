import type { Game } from "../game/game.ts";

/** Which of some outcomes are fair among the possible, by four measures. */
export type Fair = {
  /** No other of them is at least as good for all and better for somebody (Pareto). */
  readonly efficient: readonly number[];
  /** The worst placed party is placed as well as can be, and that place: what fallback bargaining ends with (Brams & Kilgour 2001). */
  readonly fallback: readonly number[];
  readonly depth: number;
  /** The places of all parties add up to the least, and that sum. */
  readonly leastSum: readonly number[];
  readonly sum: number;
};

/**
 * Compromises that need rankings only. A state's place for a party counts the ranks from the top, 1 the best, ties alike. In
 * fallback bargaining all lower what they insist on place by place until some outcome is good enough for all, so it ends with the
 * outcomes whose worst place is best. Of several acting as one the first member speaks. O(states² · parties) for efficiency.
 */
export function fairest(game: Game, states: readonly number[]): Fair {
  const places = states.map((state) =>
    game.preferences.map((ranks) => {
      const { rank, levels } = ranks.kind === "unanimous" ? ranks.members[0] : ranks;
      return levels - rank[state];
    }),
  );
  const worst = places.map((each) => Math.max(...each));
  const sums = places.map((each) => each.reduce((total, place) => total + place, 0));
  const depth = Math.min(...worst);
  const sum = Math.min(...sums);
  const dominates = (one: readonly number[], other: readonly number[]) =>
    one.every((place, party) => place <= other[party]) && one.some((place, party) => place < other[party]);
  const where = (holds: (index: number) => boolean) => states.filter((_, index) => holds(index));
  return {
    efficient: where((index) => !places.some((each) => dominates(each, places[index]))),
    fallback: where((index) => worst[index] === depth),
    depth,
    leastSum: where((index) => sums[index] === sum),
    sum,
  };
}
