import type { Compiled } from "../game/compile.ts";
import { codeOfState, levelIn, type Space } from "../game/space.ts";
import { truthsAt } from "./matching.ts";

/** A state in the words of the file, the same shape in every JSON answer, so that other programs can compare them. */
export type StateView = {
  /** Ids of the yes/no options taken, sorted. */
  readonly on: readonly string[];
  /** Leveled options: option id → level id. */
  readonly levels: Readonly<Record<string, string>>;
  /** Ids of the outcomes that hold, sorted. */
  readonly outcomes: readonly string[];
  /** Only for merged states (`same:`): ids of the options on which the merged states differ, sorted. */
  readonly any?: readonly string[];
};

/** A state of a compiled standoff in words. */
export function viewState(compiled: Compiled, state: number): StateView {
  return viewStates(compiled, [state])[0];
}

/** Many states in words, their outcomes computed together. O(states · (options + outcomes)). */
export function viewStates({ standoff, space }: Compiled, states: readonly number[]): StateView[] {
  const codes = states.map((state) => codeOfState(space, state));
  const outcomes = standoff.outcomes.map(({ id }) => id);
  const holds = truthsAt(
    standoff,
    space,
    standoff.outcomes.map((outcome) => outcome.when),
    codes,
  );
  return states.map((state, index) => {
    const on: string[] = [];
    const levels: [string, string][] = [];
    for (const digit of space.digits) {
      const level = levelIn(codes[index], digit);
      if (!digit.option.yesNo) levels.push([digit.option.id, digit.option.levels[level].id]);
      else if (level === 1) on.push(digit.option.id);
    }
    const view = {
      on: on.sort(),
      levels: Object.fromEntries(levels.sort(([a], [b]) => (a < b ? -1 : 1))),
      outcomes: outcomes.filter((_, outcome) => holds[outcome][index] === 1).sort(),
    };
    const any = differingOptions(space, state, codes[index]);
    return any.length === 0 ? view : { ...view, any };
  });
}

/** The options on which the members of a merged state differ. */
function differingOptions(space: Space, state: number, code: number): string[] {
  if (space.merged === undefined) return [];
  const { stateOf } = space.merged;
  const differing = new Set<string>();
  for (let raw = space.merged.first[state] + 1; raw < stateOf.length; raw++) {
    if (stateOf[raw] !== state) continue;
    const other = space.codes === undefined ? raw : space.codes[raw];
    for (const digit of space.digits)
      if (levelIn(other, digit) !== levelIn(code, digit)) differing.add(digit.option.id);
  }
  return [...differing].sort();
}
