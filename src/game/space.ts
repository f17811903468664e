import type { Option, Setting, Standoff } from "../model/standoff.ts";

/**
 * How states are numbered. A combination of settings is a mixed-radix number, its *code*: one digit per option,
 * the options grouped by party in the order of the file, the first option least significant (as GMCR+ counts).
 * The feasible states are numbered 0…S−1 in ascending order of their code.
 */
export type Space = {
  /** The options in the order of their digits. */
  readonly digits: readonly Digit[];
  readonly digitOf: ReadonlyMap<string, Digit>;
  /** Number of codes, feasible or not; below 2^53. */
  readonly combinations: number;
  /** Code of each feasible combination, ascending; undefined when every code is feasible. */
  readonly codes: Uint32Array | Float64Array | undefined;
  /** Number of feasible combinations, before merging. */
  readonly feasible: number;
  /** Which combinations count as one state (`same:`); undefined when nothing is merged. */
  readonly merged: Merged | undefined;
};

export type Digit = {
  readonly option: Option;
  /** Index of the owner in the standoff's parties; −1 for the listed states of the graph form, which nobody owns. */
  readonly party: number;
  /** What one step of this digit adds to the code. */
  readonly place: number;
  /** Number of levels. */
  readonly radix: number;
};

export type Merged = {
  /** Feasible combination → state. */
  readonly stateOf: Int32Array;
  /** State → its first feasible combination. */
  readonly first: Int32Array;
};

/** The digits of a standoff's options: grouped by party, first least significant. */
export function digitsOf(standoff: Standoff): Digit[] {
  let place = 1;
  const digitsOfOwner = (owner: string, party: number) =>
    standoff.options
      .filter((option) => option.owner === owner)
      .map((option) => {
        const digit = { option, party, place, radix: option.levels.length };
        place *= digit.radix;
        return digit;
      });
  return [
    ...digitsOfOwner("", -1),
    ...standoff.parties.flatMap((party, index) => digitsOfOwner(party.id, index)),
  ];
}

/** Level number of an option in a code. */
export function levelIn(code: number, digit: Digit): number {
  return Math.floor(code / digit.place) % digit.radix;
}

/** The code of a full list of settings. */
export function codeOf(digitOf: ReadonlyMap<string, Digit>, settings: readonly Setting[]): number {
  let code = 0;
  for (const setting of settings) code += digitOf.get(setting.option)!.place * setting.level;
  return code;
}

/** The code of a state; of a merged state, that of its first member. */
export function codeOfState(space: Space, state: number): number {
  const raw = space.merged === undefined ? state : space.merged.first[state];
  return space.codes === undefined ? raw : space.codes[raw];
}

/** The state with this code, or −1 when it is infeasible. O(log S). */
export function stateOfCode(space: Space, code: number): number {
  const raw = feasibleIndex(space.codes, space.combinations, code);
  return raw < 0 || space.merged === undefined ? raw : space.merged.stateOf[raw];
}

/** Where a code stands among the feasible ones, or −1. */
export function feasibleIndex(
  codes: Uint32Array | Float64Array | undefined,
  combinations: number,
  code: number,
): number {
  if (codes === undefined) return code >= 0 && code < combinations ? code : -1;
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (codes[middle] === code) return middle;
    if (codes[middle] < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
