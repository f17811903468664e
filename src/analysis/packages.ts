import { wayOut } from "../engine/coalition.ts";
import { BIT, type Concept } from "../engine/concepts.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { codeOfState, levelIn } from "../game/space.ts";
import { truthsAt } from "./matching.ts";

const MOST_SIGNATORIES = 8;

/**
 * The goal states that are packages from `start`, with their signatories, and how many of the others fail by which test first: some
 * option cannot change so, some signatory is worse off, it would not hold, a group of signatories would leave it. `equilibria` are
 * the masks of all states. Cost: `wayOut` for every group of signatories of the states that pass the first three.
 */
export function packageStates(
  compiled: Compiled,
  goals: readonly number[],
  start: number,
  concept: Concept,
  equilibria: Uint8Array,
  onProgress: (done: number) => void = () => {},
) {
  const { game } = compiled;
  const failing = { worse: 0, barred: 0, unstable: 0, left: 0 };
  const found: { readonly state: number; readonly signatories: readonly number[] }[] = [];
  goals.forEach((state, index) => {
    onProgress(index / goals.length);
    if (state === start) return;
    const signatories = signatoriesOf(compiled, start, state);
    if (!mayChange(compiled, start, state)) failing.barred++;
    else if (signatories.some((party) => prefers(game.preferences[party], start, state))) failing.worse++;
    else if ((equilibria[state] & BIT[concept]) === 0) failing.unstable++;
    else if (
      signatories.length > MOST_SIGNATORIES ||
      groupsOf(signatories).some((group) => wayOut(game, group, state, concept) !== undefined)
    )
      failing.left++;
    else found.push({ state, signatories });
  });
  return { found, failing };
}

/** The parties whose options differ between the two states. */
function signatoriesOf({ space }: Compiled, from: number, to: number): number[] {
  const [before, after] = [codeOfState(space, from), codeOfState(space, to)];
  const parties = space.digits.flatMap((digit) =>
    levelIn(before, digit) === levelIn(after, digit) ? [] : [digit.party],
  );
  return [...new Set(parties)].sort((a, b) => a - b);
}

/** Whether no one-way option would have to be undone, and every guard of what changes holds at the start. */
function mayChange({ standoff, space }: Compiled, from: number, to: number): boolean {
  const [before, after] = [codeOfState(space, from), codeOfState(space, to)];
  return space.digits.every((digit) => {
    const rise = levelIn(after, digit) - levelIn(before, digit);
    if (rise === 0) return true;
    const { oneWay, changesWhen } = digit.option;
    if ((oneWay === "taken" && rise < 0) || (oneWay === "dropped" && rise > 0)) return false;
    return changesWhen === undefined || truthsAt(standoff, space, [changesWhen], [before])[0][0] === 1;
  });
}

function groupsOf(parties: readonly number[]): number[][] {
  return Array.from({ length: 2 ** parties.length }, (_, mask) =>
    parties.filter((__, index) => ((mask >> index) & 1) === 1),
  ).filter((group) => group.length >= 2);
}
