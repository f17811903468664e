import { BIT, CONCEPTS } from "../engine/concepts.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import type { Wanted } from "./asked.ts";
import { doubtsIn } from "./doubts.ts";
import { drawChoice, drawsOf } from "./draw.ts";
import { matching } from "./matching.ts";
import { statusQuoState } from "./status-quo.ts";
import { type Variant, variantsOf } from "./variants.ts";

export type SweepOptions = {
  /** Ids of doubts or parties, or `all`. What is not varied reads as written. */
  readonly vary: readonly string[];
  /** So many draws by the chances; undefined: every combination of readings, the last doubt varied changing fastest. */
  readonly sample: number | undefined;
  readonly seed: number;
  readonly goal: Wanted | undefined;
};

/** One variant: its number, the reading of each doubt varied, its chance, and what holds. In the order of `columns`. */
export type SweepRow = readonly (number | string)[];

export type SweepPlan = {
  readonly columns: readonly string[];
  readonly rows: number;
  /** Any row by its number, always the same, whoever asks for it and in whatever order. */
  readonly row: (number: number) => SweepRow | { readonly problems: readonly Problem[] };
};

const MOST_ROWS = 10_000_000;

/**
 * A table of variants, one row each. `chance` is the product of the chances of the readings shown; `nash` to `sseq` count the equilibria;
 * `status_quo` and `goal` name the concepts under which the status quo holds, and some outcome that meets the goal, with a `+` between them.
 */
export function planSweep(
  standoff: Standoff,
  { vary, sample, seed, goal }: SweepOptions,
): { readonly plan: SweepPlan | undefined; readonly problems: readonly Problem[] } {
  const doubts = doubtsIn(standoff);
  const { list } = doubts;
  const problems: Problem[] = [];
  const varied = new Set<number>();
  for (const word of vary) {
    const meant = list.flatMap(({ id, party }, doubt) =>
      word === "all" || id === word || party === word ? [doubt] : [],
    );
    if (meant.length === 0)
      problems.push(
        nothingToVary(
          word,
          standoff,
          list.map(({ id }) => id),
        ),
      );
    for (const doubt of meant) varied.add(doubt);
  }
  const free = [...varied].sort((a, b) => a - b);
  const grid = free.reduce((product, doubt) => product * list[doubt].readings.length, 1);
  const rows = sample ?? grid;
  if (rows > MOST_ROWS && problems.length === 0)
    problems.push({
      ...argument(
        "--vary",
        `that makes ${grid.toLocaleString("en")} variants; the most is ${MOST_ROWS.toLocaleString("en")}`,
      ),
      code: "limit",
      fix: "vary fewer doubts, or draw some: `--sample 10000`",
    });
  if (problems.length > 0) return { plan: undefined, problems };

  const under = variantsOf(
    standoff,
    doubts,
    CONCEPTS.reduce((mask, concept) => mask | BIT[concept], 0),
  );
  const written = Uint8Array.from(list, ({ readings }) => readings.findIndex(({ chance }) => chance > 0));
  const choice = written.slice();
  const drawn = new Uint8Array(list.length);
  const meets = new WeakMap<object, Uint8Array>();
  const goalIn = (variant: Variant, { expression }: Wanted): Uint8Array => {
    const known = meets.get(variant.structure) ?? matching(variant.compiled, expression);
    meets.set(variant.structure, known);
    return known;
  };
  const row = (number: number): SweepRow | { readonly problems: readonly Problem[] } => {
    if (sample !== undefined) {
      drawChoice(doubts, drawsOf(seed, number), drawn);
      for (const doubt of free) choice[doubt] = drawn[doubt];
    } else
      for (let at = free.length - 1, rest = number; at >= 0; at--) {
        const many = list[free[at]].readings.length;
        choice[free[at]] = rest % many;
        rest = Math.floor(rest / many);
      }
    const variant = under(choice);
    if ("problems" in variant) return variant;
    const { equilibria, compiled } = variant;
    const counts = CONCEPTS.map((concept) => {
      let count = 0;
      for (let state = 0; state < equilibria.length; state++)
        if ((equilibria[state] & BIT[concept]) !== 0) count++;
      return count;
    });
    const quo = statusQuoState(compiled);
    const chance = free.reduce((product, doubt) => product * list[doubt].readings[choice[doubt]].chance, 1);
    return [
      number,
      ...free.map((doubt) => choice[doubt]),
      Number(chance.toPrecision(12)),
      ...counts,
      ...(quo === undefined ? [] : [named(equilibria[quo])]),
      ...(goal === undefined ? [] : [named(metUnder(equilibria, goalIn(variant, goal)))]),
    ];
  };
  const columns = [
    "variant",
    ...free.map((doubt) => list[doubt].id),
    "chance",
    ...CONCEPTS,
    ...(standoff.statusQuo === undefined ? [] : ["status_quo"]),
    ...(goal === undefined ? [] : ["goal"]),
  ];
  return { plan: { columns, rows, row }, problems };
}

function metUnder(equilibria: Uint8Array, truth: Uint8Array): number {
  let mask = 0;
  for (let state = 0; state < truth.length; state++) if (truth[state] === 1) mask |= equilibria[state];
  return mask;
}

function named(mask: number): string {
  return CONCEPTS.filter((concept) => (mask & BIT[concept]) !== 0).join("+");
}

function nothingToVary(word: string, standoff: Standoff, ids: readonly string[]): Problem {
  if (ids.length === 0)
    return argument(
      "--vary",
      "nothing in this file is in doubt",
      "add `confidence:` to what is not sure (docs/format.md)",
    );
  const known = standoff.parties.some(({ id }) => id === word);
  const message = known
    ? `nothing that \`${word}\` wants or can do is in doubt`
    : `there is no doubt or party \`${word}\``;
  const few = ids.slice(0, 12).join(", ");
  return argument(
    "--vary",
    message,
    didYouMean(word, ids) ?? `the doubts are ${few}${ids.length > 12 ? ", …" : ""}`,
  );
}

function argument(file: string, message: string, fix?: string): Problem {
  const place = { file, line: 0, column: 0, length: 1, excerpt: "" };
  return { severity: "error", code: "argument", message, ...place, ...(fix === undefined ? {} : { fix }) };
}
