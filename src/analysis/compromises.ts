import { efficientStates } from "../engine/efficient.ts";

/** The ranking of one whose interest counts: higher is better, 0 the worst. */
export type Ranked = { readonly rank: Int32Array; readonly levels: number };

/** Which of some outcomes are fair among the possible, by measures that need rankings only. */
export type Compromises = {
  /** No other of them is at least as good for all and better for somebody (Pareto). */
  readonly efficient: readonly number[];
  /** The worst placed party is placed as well as can be, and that place: what fallback bargaining ends with (Brams & Kilgour 2001). */
  readonly fallback: readonly number[];
  readonly depth: number;
  /** Maximin rank (Rawls 1971): whoever stands least high above its own worst outcome stands as high as can be, and by how many ranks. */
  readonly maximin: readonly number[];
  readonly height: number;
  /** The places of all add up to the least (Borda 1781), and that sum. */
  readonly leastSum: readonly number[];
  readonly sum: number;
};

/**
 * Compromises of one outcome at least. A state's place counts the ranks from the top, 1 the best, ties alike. In
 * fallback bargaining all lower what they insist on place by place until some outcome is good enough for all, so it ends with the
 * outcomes whose worst place is best. Maximin rank counts from the bottom: the two agree where all tell equally many
 * ranks apart. Near-linear: see `efficientStates`.
 */
export function compromises(parties: readonly Ranked[], states: readonly number[]): Compromises {
  const worst = new Float64Array(states.length);
  const lowest = new Float64Array(states.length).fill(Infinity);
  const sums = new Float64Array(states.length);
  for (const { rank, levels } of parties) {
    for (let at = 0; at < states.length; at++) {
      const height = rank[states[at]];
      if (levels - height > worst[at]) worst[at] = levels - height;
      if (height < lowest[at]) lowest[at] = height;
      sums[at] += levels - height;
    }
  }
  const depth = worst.reduce((least, each) => Math.min(least, each), Infinity);
  const height = lowest.reduce((most, each) => Math.max(most, each), -Infinity);
  const sum = sums.reduce((least, each) => Math.min(least, each), Infinity);
  const efficient = efficientStates(
    parties.map(({ rank }) => rank),
    parties.map(({ levels }) => levels),
    Int32Array.from(states),
  );
  return {
    efficient: states.filter((state) => efficient[state] === 1),
    fallback: states.filter((_, at) => worst[at] === depth),
    depth,
    maximin: states.filter((_, at) => lowest[at] === height),
    height,
    leastSum: states.filter((_, at) => sums[at] === sum),
    sum,
  };
}
