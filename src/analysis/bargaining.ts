import type { Values } from "../game/values.ts";

/** The classical bargaining solutions among some outcomes; lists are all the outcomes that tie. */
export type Bargaining = {
  /** Those that leave nobody below its value of the state fallen back on (individually rational). The rest is about these. */
  readonly rational: readonly number[];
  /** The most that each can gain, in its whole units. */
  readonly most: readonly number[];
  readonly nash: readonly number[];
  /** How many gain at a Nash point; all of them, where some outcome gives all something. */
  readonly gaining: number;
  readonly kalaiSmorodinsky: readonly number[];
  readonly egalitarian: readonly number[];
  readonly utilitarian: readonly number[];
};

/**
 * Bargaining over a finite list of outcomes, without lotteries between them. A gain is what an outcome is worth more than the
 * state `start` that all fall back on if they do not agree. Among the individually rational outcomes, those with
 *
 * - `nash`: the greatest product of gains (Nash 1950). If none gives everybody something, as many as can gain at once, and
 *   the product of these; of several such sets of parties each has its points, since products of different parties' units do not compare.
 * - `kalaiSmorodinsky`: each gain as a share of the most that party could gain; the least share greatest, then the next, and so
 *   on (Kalai & Smorodinsky 1975, for whom all shares are equal, which a list need not offer; lexicographic as in Imai 1983;
 *   finite sets: Nagahisa & Tanaka 2002). Parties that can gain nothing are left out.
 * - `egalitarian`: the least gain greatest, then the next, and so on (Kalai 1977). Compares the units of different parties.
 * - `utilitarian`: the greatest sum of gains (Harsanyi 1955). Compares units as well.
 *
 * All are efficient. Undefined when nothing is individually rational. Exact: floating point decides only where it must be right, whole
 * numbers of any length the rest. O(outcomes · parties · log parties).
 */
export function bargain(
  values: readonly Values[],
  states: readonly number[],
  start: number,
): Bargaining | undefined {
  const parties = [...values.keys()];
  const gain = (party: number, state: number) => values[party].whole[state] - values[party].whole[start];
  const rational = states.filter((state) => parties.every((party) => gain(party, state) >= 0));
  if (rational.length === 0) return undefined;
  const most = parties.map((party) =>
    rational.reduce((greatest, state) => Math.max(greatest, gain(party, state)), 0),
  );
  const able = parties.filter((party) => most[party] > 0);

  const gainers = (state: number) => able.filter((party) => gain(party, state) > 0);
  const gaining = rational.reduce((greatest, state) => Math.max(greatest, gainers(state).length), 0);
  const bySet = new Map<string, number[]>();
  for (const state of rational) {
    const set = gainers(state);
    if (set.length < gaining) continue;
    const same = bySet.get(set.join());
    if (same === undefined) bySet.set(set.join(), [state]);
    else same.push(state);
  }
  const nash = [...bySet.values()].flatMap((some) => {
    const set = gainers(some[0]);
    return greatest(
      some,
      (state) => set.reduce((sum, party) => sum + Math.log(gain(party, state)), 0),
      1e-9,
      (state) => set.reduce((product, party) => product * BigInt(gain(party, state)), 1n),
    );
  });

  const finest = Math.max(...values.map(({ decimals }) => decimals));
  return {
    rational,
    most,
    nash: nash.sort((a, b) => a - b),
    gaining,
    kalaiSmorodinsky: leximin(rational, able, gain, (party) => BigInt(most[party])),
    egalitarian: leximin(rational, able, gain, (party) => 10n ** BigInt(values[party].decimals)),
    utilitarian: greatest(
      rational,
      (state) => parties.reduce((sum, party) => sum + gain(party, state) / 10 ** values[party].decimals, 0),
      1e-9 * parties.reduce((sum, party) => sum + most[party] / 10 ** values[party].decimals, 0),
      (state) =>
        parties.reduce(
          (sum, party) => sum + BigInt(gain(party, state)) * 10n ** BigInt(finest - values[party].decimals),
          0n,
        ),
    ),
  };
}

/** The states of the greatest `exact` figure; only those whose approximate one is within `slack` of the greatest are looked at exactly. */
function greatest(
  states: readonly number[],
  approximate: (state: number) => number,
  slack: number,
  exact: (state: number) => bigint,
): number[] {
  const figures = states.map(approximate);
  const top = figures.reduce((most, each) => Math.max(most, each), -Infinity);
  let best: number[] = [];
  let bestFigure: bigint | undefined;
  states.forEach((state, index) => {
    if (figures[index] < top - slack) return;
    const figure = exact(state);
    if (bestFigure === undefined || figure > bestFigure) [best, bestFigure] = [[], figure];
    if (figure === bestFigure) best.push(state);
  });
  return best;
}

/** The states whose gains, each over its party's unit and in ascending order, come last lexicographically (Sen 1970). */
function leximin(
  states: readonly number[],
  parties: readonly number[],
  gain: (party: number, state: number) => number,
  unit: (party: number) => bigint,
): number[] {
  if (parties.length === 0) return [...states];
  const units = new Map(parties.map((party) => [party, unit(party)]));
  const share = (party: number, state: number) => gain(party, state) / Number(units.get(party)!);
  const compare = (one: Share, other: Share): number => {
    if (one.party === other.party) return one.gain - other.gain;
    if (Math.abs(one.share - other.share) > 1e-12 * Math.max(one.share, other.share))
      return one.share - other.share;
    const cross = BigInt(one.gain) * units.get(other.party)! - BigInt(other.gain) * units.get(one.party)!;
    return cross > 0n ? 1 : cross < 0n ? -1 : 0;
  };
  const least = states.map((state) =>
    parties.reduce((low, party) => Math.min(low, share(party, state)), Infinity),
  );
  const top = least.reduce((most, each) => Math.max(most, each), 0);
  let best: number[] = [];
  let bestShares: readonly Share[] = [];
  states.forEach((state, index) => {
    if (least[index] < top * (1 - 1e-9)) return;
    const shares = parties
      .map((party) => ({ party, gain: gain(party, state), share: share(party, state) }))
      .sort(compare);
    const differing = bestShares.findIndex((each, at) => compare(shares[at], each) !== 0);
    const verdict =
      best.length === 0 ? 1 : differing < 0 ? 0 : compare(shares[differing], bestShares[differing]);
    if (verdict > 0) [best, bestShares] = [[], shares];
    if (verdict >= 0) best.push(state);
  });
  return best;
}

type Share = { readonly party: number; readonly gain: number; readonly share: number };
