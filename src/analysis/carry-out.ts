import type { deterrence } from "../engine/deterrence.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { codeOfState, levelIn, stateOfCode } from "../game/space.ts";
import type { OrderFinding } from "./findings.ts";

/**
 * Whether a package can be carried out one signatory at a time: an order in which every step is a move the model allows, and
 * whoever is next has nothing it likes better than the package at its end and from which nothing deters it: neither staying
 * where things stand nor a move of its own. Otherwise the longest such beginning, and why each of the rest would not go on.
 * Every set of those who have acted is looked at once: at most 2^signatories steps.
 */
export function orderOf(
  { game, space, standoff }: Compiled,
  start: number,
  end: number,
  signatories: readonly number[],
  deterred: ReturnType<typeof deterrence>,
): OrderFinding {
  const [from, to] = [codeOfState(space, start), codeOfState(space, end)];
  const parts = signatories.map((party) =>
    space.digits.reduce(
      (sum, digit) =>
        digit.party === party ? sum + (levelIn(to, digit) - levelIn(from, digit)) * digit.place : sum,
      0,
    ),
  );
  const wouldRather = (party: number, here: number): boolean => {
    const tempting = (state: number) =>
      prefers(game.preferences[party], state, end) && !deterred(party, end, state);
    return tempting(here) || someMove(game.moves[party], here, tempting);
  };
  const codeAfter = (done: number) =>
    parts.reduce((sum, part, index) => (((done >> index) & 1) === 1 ? sum + part : sum), from);
  const stepOf = (index: number, done: number): "sound" | "barred" | "waits" => {
    const here = stateOfCode(space, codeAfter(done));
    const next = stateOfCode(space, codeAfter(done) + parts[index]);
    const party = signatories[index];
    if (next < 0 || !someMove(game.moves[party], here, (each) => each === next)) return "barred";
    return wouldRather(party, here) ? "waits" : "sound";
  };
  let longest: readonly number[] = [];
  let longestDone = 0;
  const seen = new Set<number>();
  const search = (steps: readonly number[], done: number): readonly number[] | undefined => {
    if (steps.length > longest.length) [longest, longestDone] = [steps, done];
    if (steps.length === signatories.length) return steps;
    for (const index of signatories.keys()) {
      const next = done | (1 << index);
      if (next === done || seen.has(next) || stepOf(index, done) !== "sound") continue;
      seen.add(next);
      const whole = search([...steps, index], next);
      if (whole !== undefined) return whole;
    }
    return undefined;
  };
  const whole = search([], 0);
  const id = (index: number) => standoff.parties[signatories[index]].id;
  if (whole !== undefined) return { steps: whole.map(id), together: [] };
  return {
    steps: longest.map(id),
    together: [...signatories.keys()]
      .filter((index) => !longest.includes(index))
      .map((index) => ({
        party: id(index),
        why: stepOf(index, longestDone) === "barred" ? ("barred" as const) : ("waits" as const),
      })),
  };
}
