import type { Doubts } from "./doubts.ts";
import { drawsOf, wilson } from "./draw.ts";
import type { DoubtWeight } from "./findings.ts";

/** Counts over draws: how often each question was answered yes, and how often with each reading of each doubt. */
export type Tally = {
  draws: number;
  readonly yes: Float64Array;
  /** Doubt → reading → how often it was drawn, and question by question with yes. */
  readonly drawn: readonly Float64Array[];
  readonly yesWith: readonly (readonly Float64Array[])[];
  /** `answers`: a bit for each question. */
  readonly add: (choice: ArrayLike<number>, answers: number) => void;
};

export function tallyFor({ list }: Doubts, asked: number): Tally {
  const drawn = list.map(({ readings }) => new Float64Array(readings.length));
  const yesWith = list.map(({ readings }) => readings.map(() => new Float64Array(asked)));
  const yes = new Float64Array(asked);
  const tally: Tally = {
    draws: 0,
    yes,
    drawn,
    yesWith,
    add: (choice, answers) => {
      tally.draws++;
      for (let doubt = 0; doubt < drawn.length; doubt++) {
        drawn[doubt][choice[doubt]]++;
        const counts = yesWith[doubt][choice[doubt]];
        for (let bit = 0; bit < asked; bit++) counts[bit] += (answers >>> bit) & 1;
      }
      for (let bit = 0; bit < asked; bit++) yes[bit] += (answers >>> bit) & 1;
    },
  };
  return tally;
}

const REPEATS = 400;

/**
 * What an answer hangs on, from draws: for each doubt the share of yes with each reading, and the first-order index, how much of the
 * variance is between the readings, less what chance alone puts there; its interval of 95 % by drawing the counts anew 400 times
 * (parametric bootstrap, Efron & Tibshirani 1993). Shapley values need every possibility, so there are none here.
 */
export function sampledWeights({ list }: Doubts, tally: Tally, bit: number, seed: number): DoubtWeight[] {
  const mean = tally.yes[bit] / tally.draws;
  if (mean === 0 || mean === 1) return [];
  const random = drawsOf(seed, 2 ** 40 + bit);
  return list
    .map((doubt, at) => {
      const chances = doubt.readings.map(({ chance }) => chance);
      const counts = doubt.readings.map((_, reading) => ({
        of: tally.drawn[at][reading],
        yes: tally.yesWith[at][reading][bit],
      }));
      const repeated = Array.from({ length: REPEATS }, () =>
        alone(
          chances,
          counts.map(({ of, yes }) => ({ of, yes: redrawn(yes, of, random) })),
        ),
      ).sort((a, b) => a - b);
      return {
        doubt: doubt.id,
        shares: counts.map(({ of, yes }) =>
          of === 0 ? undefined : { share: yes / of, interval: wilson(yes, of) },
        ),
        alone: alone(chances, counts),
        aloneInterval: [
          repeated[Math.floor(0.025 * REPEATS)],
          repeated[Math.ceil(0.975 * REPEATS) - 1],
        ] as const,
      };
    })
    .sort((a, b) => b.alone - a.alone);
}

type Count = { readonly of: number; readonly yes: number };

/** The variance between readings as a share of the whole, less what differs between them by chance. */
function alone(chances: readonly number[], counts: readonly Count[]): number {
  const seen = counts
    .map(({ of, yes }, reading) => ({ chance: chances[reading], of, share: yes / of }))
    .filter(({ of }) => of > 1);
  const mass = seen.reduce((sum, { chance }) => sum + chance, 0);
  const mean = seen.reduce((sum, { chance, share }) => sum + (chance * share) / mass, 0);
  if (mean <= 0 || mean >= 1) return 0;
  const between = seen.reduce((sum, { chance, share, of }) => {
    const weight = chance / mass;
    return sum + weight * (share - mean) ** 2 - (weight * (1 - weight) * share * (1 - share)) / (of - 1);
  }, 0);
  return Math.min(1, Math.max(0, between / (mean * (1 - mean))));
}

/** A count of yes drawn anew at the same share, by the normal approximation of the binomial (Box & Muller 1958). */
function redrawn(yes: number, of: number, random: () => number): number {
  if (of === 0) return 0;
  const share = (yes + 0.5) / (of + 1);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(of, Math.max(0, of * share + normal * Math.sqrt(of * share * (1 - share))));
}
