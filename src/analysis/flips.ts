import type { Doubts } from "./doubts.ts";
import type { FlipFinding } from "./findings.ts";

/** How far the work has come, from 0 to 1, and what is being done. */
export type Progress = { readonly share: number; readonly what: string };

const MOST_SETS = 20;

/**
 * For each question the smallest sets of doubts that turn the answer as written around when they read otherwise: all sets of one doubt
 * with all their other readings, then of two, and so on, until every question has been turned. No size is begun whose sets would go beyond
 * `budget` readings in all, and one that time cuts short counts for nothing, so that what is told of a size is complete.
 */
export function* smallestFlips(
  { list }: Doubts,
  {
    live,
    written,
    asked,
    answersAt,
    budget,
    outOfTime,
  }: {
    /** For each doubt the readings that have a chance. */
    readonly live: readonly (readonly number[])[];
    readonly written: Uint8Array;
    /** How many questions there are, each a bit of an answer. */
    readonly asked: number;
    readonly answersAt: (choice: ArrayLike<number>) => number;
    readonly budget: number;
    readonly outOfTime: () => boolean;
  },
): Generator<Progress, FlipFinding[]> {
  const others = live.map((readings, doubt) => readings.filter((reading) => reading !== written[doubt]));
  const base = answersAt(written);
  const choice = written.slice();
  let found = Array.from({ length: asked }, () => NONE);
  let tried = 0;
  let upTo = 0;
  for (let size = 1; size <= list.length && found.some((each) => each === NONE); size++) {
    if (tried + setsOf(others, size) > budget) break;
    const turned = found.map((each) =>
      each === NONE ? { size, total: 0, sets: [] as FlipSet[] } : undefined,
    );
    const chosen: number[] = [];
    const search = function* (from: number): Generator<Progress, boolean> {
      if (chosen.length === size) {
        if (tried % 16 === 0 && outOfTime()) return false;
        if (tried % 64 === 0)
          yield { share: Math.min(1, tried / budget), what: `sets of ${size} that turn an answer around` };
        tried++;
        const answers = answersAt(choice) ^ base;
        for (let bit = 0; bit < asked; bit++) {
          const here = turned[bit];
          if (here === undefined || ((answers >>> bit) & 1) === 0) continue;
          here.total++;
          if (here.sets.length < MOST_SETS)
            here.sets.push(chosen.map((doubt) => ({ doubt: list[doubt].id, reading: choice[doubt] })));
        }
        return true;
      }
      for (let doubt = from; doubt < list.length; doubt++) {
        chosen.push(doubt);
        for (const reading of others[doubt]) {
          choice[doubt] = reading;
          if (!(yield* search(doubt + 1))) return false;
        }
        choice[doubt] = written[doubt];
        chosen.pop();
      }
      return true;
    };
    if (!(yield* search(0))) break;
    upTo = size;
    found = found.map((each, bit) => ((turned[bit]?.total ?? 0) > 0 ? turned[bit]! : each));
  }
  return found.map((each) => ({ upTo, tried, ...each }));
}

type FlipSet = FlipFinding["sets"][number];

const NONE: Pick<FlipFinding, "size" | "total" | "sets"> = { size: undefined, total: 0, sets: [] };

/** How many sets of so many doubts there are, counted once for every way they may read otherwise. */
function setsOf(others: readonly (readonly number[])[], size: number): number {
  const count = new Float64Array(size + 1);
  count[0] = 1;
  for (const { length } of others)
    for (let many = size; many >= 1; many--) count[many] += count[many - 1] * length;
  return count[size];
}
