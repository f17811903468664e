import { BIT, type Concept } from "../engine/concepts.ts";
import { forEachChunk } from "../game/chunks.ts";
import type { Compiled } from "../game/compile.ts";
import { evaluatorsOf } from "../game/evaluate.ts";
import { codeOfState, type Digit } from "../game/space.ts";
import type { EquilibriumGroup } from "./findings.ts";

/** The most groups shown for one concept. */
const GROUPS = 6;

/**
 * What the equilibria of each concept share, when they are too many to read: the states are split option by option, each
 * time by the option that best tells equilibria from the rest (as decision trees are grown: Quinlan 1986), and every part is
 * described by the settings it was split on and those all its equilibria share. A group says how many states have these
 * settings and how many of them are equilibria, so nothing is rounded away. O(concepts · groups · S · options / 32).
 */
export function groupsOf(
  compiled: Compiled,
  equilibria: Uint8Array,
  concepts: readonly Concept[],
): EquilibriumGroup[] {
  if (concepts.length === 0) return [];
  const levels = levelBits(compiled);
  const everything = new Uint32Array(Math.ceil(equilibria.length / 32));
  for (let state = 0; state < equilibria.length; state++) everything[state >>> 5] |= 1 << (state & 31);
  return concepts.flatMap((concept) => {
    const holding = new Uint32Array(everything.length);
    for (let state = 0; state < equilibria.length; state++) {
      if ((equilibria[state] & BIT[concept]) !== 0) holding[state >>> 5] |= 1 << (state & 31);
    }
    return groupsOfConcept(concept, { compiled, levels, holding, everything });
  });
}

type Sets = {
  readonly compiled: Compiled;
  /** Per digit and level: the states where the option stands at that level. */
  readonly levels: readonly (readonly Uint32Array[])[];
  readonly holding: Uint32Array;
  readonly everything: Uint32Array;
};

type Part = {
  readonly settings: ReadonlyMap<Digit, number>;
  readonly states: Uint32Array;
  readonly split: Split | undefined;
};
type Split = { readonly digit: Digit; readonly gain: number };

function groupsOfConcept(concept: Concept, sets: Sets): EquilibriumGroup[] {
  const { digits } = sets.compiled.space;
  if (count(sets.holding) === 0) return [];
  const part = (settings: ReadonlyMap<Digit, number>, states: Uint32Array): Part => ({
    settings,
    states,
    split: bestSplit(states, sets),
  });
  let parts: Part[] = [part(new Map(), sets.everything)];
  while (parts.length < GROUPS) {
    const next = parts.reduce((most, each) =>
      (each.split?.gain ?? 0) > (most.split?.gain ?? 0) ? each : most,
    );
    if (next.split === undefined) break;
    const { digit } = next.split;
    const bits = sets.levels[digits.indexOf(digit)];
    const pieces = bits
      .map((level, index) => ({
        settings: new Map([...next.settings, [digit, index]]),
        states: both(next.states, level),
      }))
      .filter(({ states }) => countBoth(states, sets.holding) > 0)
      .map(({ settings, states }) => part(settings, states));
    parts = parts.flatMap((old) => (old === next ? pieces : [old]));
  }
  return parts
    .map(({ settings, states }) => {
      const equilibria = both(states, sets.holding);
      const common = commonSettings(settings, equilibria, sets);
      const alike = [...common].reduce(
        (rest, [digit, level]) => both(rest, sets.levels[digits.indexOf(digit)][level]),
        sets.everything,
      );
      return {
        concept,
        shared: Object.fromEntries(
          [...common].map(([{ option }, level]) => [option.id, option.levels[level].id]),
        ),
        states: count(alike),
        equilibria: count(equilibria),
      };
    })
    .sort((a, b) => b.equilibria - a.equilibria);
}

/** The option whose levels differ most in their share of equilibria, by the entropy it removes. */
function bestSplit(states: Uint32Array, { compiled, levels, holding }: Sets): Split | undefined {
  const entropy = (hold: number, all: number) => {
    const share = all === 0 ? 0 : hold / all;
    return share === 0 || share === 1
      ? 0
      : -all * (share * Math.log2(share) + (1 - share) * Math.log2(1 - share));
  };
  const all = count(states);
  const equilibria = both(states, holding);
  const hold = count(equilibria);
  const before = entropy(hold, all);
  let best: Split | undefined;
  compiled.space.digits.forEach((digit, index) => {
    let after = 0;
    let restHold = hold;
    let rest = all;
    // The last level has what the others leave.
    levels[index].forEach((level, at) => {
      const last = at === levels[index].length - 1;
      const here = last ? restHold : countBoth(equilibria, level);
      const there = last ? rest : countBoth(states, level);
      after += entropy(here, there);
      restHold -= here;
      rest -= there;
    });
    const gain = before - after;
    if (gain > 1e-9 * all && (best === undefined || gain > best.gain)) best = { digit, gain };
  });
  return best;
}

/** The settings split on, and those that all equilibria of the part have in common. */
function commonSettings(
  settings: ReadonlyMap<Digit, number>,
  equilibria: Uint32Array,
  { compiled, levels }: Sets,
) {
  const hold = count(equilibria);
  return new Map(
    compiled.space.digits.flatMap((digit, index) => {
      const level =
        settings.get(digit) ?? levels[index].findIndex((bits) => countBoth(equilibria, bits) === hold);
      return level < 0 ? [] : [[digit, level] as const];
    }),
  );
}

/** Where each option stands at each level, as bits over the states. Of merged states the first members speak. */
function levelBits({ standoff, space, game }: Compiled): Uint32Array[][] {
  const { chunk, evaluator } = evaluatorsOf(standoff, space.digitOf);
  const span = { start: 0, end: 0 };
  const rows = space.digits.map((digit) =>
    digit.option.levels.map(({ id }, level) => ({
      bits: new Uint32Array(Math.ceil(game.states / 32)),
      evaluate: evaluator(
        digit.option.yesNo
          ? level === 1
            ? { kind: "holds", id: digit.option.id, span }
            : { kind: "not", operand: { kind: "holds", id: digit.option.id, span }, span }
          : { kind: "compare", option: digit.option.id, operator: "=", level: id, span },
      ),
    })),
  );
  const codes =
    space.merged === undefined
      ? space.codes
      : Float64Array.from({ length: game.states }, (_, state) => codeOfState(space, state));
  forEachChunk(chunk, codes, game.states, (from, size) => {
    for (const { bits, evaluate } of rows.flat())
      bits.set(evaluate().subarray(0, Math.ceil(size / 32)), from / 32);
  });
  return rows.map((row) => row.map(({ bits }) => bits));
}

function both(a: Uint32Array, b: Uint32Array): Uint32Array {
  return a.map((word, index) => word & b[index]);
}

function count(bits: Uint32Array): number {
  let sum = 0;
  for (let word = 0; word < bits.length; word++) sum += ones(bits[word]);
  return sum;
}

function countBoth(a: Uint32Array, b: Uint32Array): number {
  let sum = 0;
  for (let word = 0; word < a.length; word++) sum += ones(a[word] & b[word]);
  return sum;
}

/** Number of one bits in a 32-bit word (Warren, Hacker's Delight, 2002, section 5-1). */
function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
