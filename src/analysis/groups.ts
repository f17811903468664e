import { BIT, type Concept } from "../engine/concepts.ts";
import type { Compiled } from "../game/compile.ts";
import { codeOfState, type Digit, levelIn } from "../game/space.ts";
import type { EquilibriumGroup } from "./findings.ts";

/** The most groups shown for one concept. */
const GROUPS = 6;

/**
 * What the equilibria of each concept share, when they are too many to read: the states are split option by option, each
 * time by the option that best tells equilibria from the rest, and every part is described by the settings it was split
 * on and those all its equilibria share. Parts say how many of their states are equilibria, so nothing is rounded away.
 * O(groups · S · options).
 */
export function groupsOf(compiled: Compiled, equilibria: Uint8Array, concepts: readonly Concept[]): EquilibriumGroup[] {
  return concepts.flatMap((concept) => groupsOfConcept(compiled, equilibria, concept));
}

type Part = { readonly shared: ReadonlyMap<Digit, number>; readonly tally: Tally };
/** Per option and level: how many states of the part, and how many of them equilibria. */
type Tally = { readonly states: Float64Array[]; readonly holding: Float64Array[]; readonly all: number; readonly hold: number };

function groupsOfConcept(compiled: Compiled, equilibria: Uint8Array, concept: Concept): EquilibriumGroup[] {
  const { digits } = compiled.space;
  const part = (shared: ReadonlyMap<Digit, number>): Part => ({
    shared,
    tally: tallyOf(compiled, equilibria, BIT[concept], shared),
  });
  const whole = part(new Map());
  if (whole.tally.hold === 0) return [];
  let parts: Part[] = [whole];
  while (parts.length < GROUPS) {
    const best = parts
      .flatMap((each) => {
        const split = bestSplit(each.tally, digits);
        return split === undefined ? [] : [{ each, ...split }];
      })
      .reduce<{ each: Part; digit: Digit; gain: number } | undefined>(
        (most, next) => (most === undefined || next.gain > most.gain ? next : most),
        undefined,
      );
    if (best === undefined) break;
    const { each, digit } = best;
    const pieces = digit.option.levels.map((_, level) => part(new Map([...each.shared, [digit, level]])));
    parts = parts.flatMap((old) => (old === each ? pieces : [old])).filter((piece) => piece.tally.hold > 0);
  }
  return parts
    .map(({ shared, tally }) => {
      const common = commonSettings(digits, shared, tally);
      return {
        concept,
        shared: Object.fromEntries([...common].map(([{ option }, level]) => [option.id, option.levels[level].id])),
        states: tallyOf(compiled, equilibria, BIT[concept], common).all,
        equilibria: tally.hold,
      };
    })
    .sort((a, b) => b.equilibria - a.equilibria);
}

function tallyOf(compiled: Compiled, equilibria: Uint8Array, bit: number, shared: ReadonlyMap<Digit, number>): Tally {
  const { space, game } = compiled;
  const states = space.digits.map((digit) => new Float64Array(digit.radix));
  const holding = space.digits.map((digit) => new Float64Array(digit.radix));
  let all = 0;
  let hold = 0;
  for (let state = 0; state < game.states; state++) {
    const code = codeOfState(space, state);
    let inside = true;
    for (const [digit, level] of shared) if (levelIn(code, digit) !== level) inside = false;
    if (!inside) continue;
    const holds = (equilibria[state] & bit) === 0 ? 0 : 1;
    all++;
    hold += holds;
    space.digits.forEach((digit, index) => {
      const level = levelIn(code, digit);
      states[index][level]++;
      holding[index][level] += holds;
    });
  }
  return { states, holding, all, hold };
}

/** The option whose levels differ most in their share of equilibria, by the entropy it removes. */
function bestSplit(tally: Tally, digits: readonly Digit[]): { digit: Digit; gain: number } | undefined {
  const entropy = (hold: number, all: number) => {
    const share = all === 0 ? 0 : hold / all;
    return share === 0 || share === 1 ? 0 : -all * (share * Math.log2(share) + (1 - share) * Math.log2(1 - share));
  };
  let best: { digit: Digit; gain: number } | undefined;
  digits.forEach((digit, index) => {
    const after = digit.option.levels.reduce(
      (sum, _, level) => sum + entropy(tally.holding[index][level], tally.states[index][level]),
      0,
    );
    const gain = entropy(tally.hold, tally.all) - after;
    if (gain > 1e-9 * tally.all && (best === undefined || gain > best.gain)) best = { digit, gain };
  });
  return best;
}

/** The settings split on, and those that all equilibria of the part have in common. */
function commonSettings(digits: readonly Digit[], shared: ReadonlyMap<Digit, number>, tally: Tally): Map<Digit, number> {
  return new Map(
    digits.flatMap((digit, index) => {
      const level = shared.get(digit) ?? tally.holding[index].indexOf(tally.hold);
      return level < 0 ? [] : [[digit, level] as const];
    }),
  );
}
