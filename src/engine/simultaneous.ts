import { type Game, prefers } from "../game/game.ts";
import { isStable, unilateralImprovements } from "./literal.ts";

/** How many combinations of the others' improvements are tried against one improvement before giving up. */
export const MOST_COMBINATIONS = 1_000_000;

/**
 * Two readings of simultaneous stability. *each*: a party may always reckon that others improve at the same moment.
 * *together* (as Fraser & Hipel proceed): that is looked into only where every party would leave.
 */
export type SimultaneousReading = "together" | "each";

/**
 * Simultaneous stability, SIM (Fraser & Hipel 1984, in option form). When several parties move from s at once, each changes
 * its own options, so that they end in the composite with code(s) + Σ (code(t_j) − code(s)). An improvement of party i is
 * sanctioned when some improvements from s by one or more other parties lead together with it to a feasible state that i
 * does not prefer to s.
 *
 * Read as "each", s is stable for i iff every improvement of i from s is sanctioned. Read as "together", s is stable for
 * i iff it is sequentially stable for i, or it is sequentially stable for nobody and every improvement of every party is
 * sanctioned.
 *
 * `codeOf` gives a state's code, `stateOf` the state with a code or −1 where it is infeasible; `seq` says whether a
 * state is sequentially stable for a party, by default by the slow definition. States must not be merged: a merged state
 * has no one code. Per party a 1 for every stable state; undefined when an improvement would need more than
 * `mostCombinations`. Throws nothing. O(Π (improvements + 1)) per improvement at worst; the search ends at the first
 * sanction.
 */
export function simultaneousStability(
  game: Game,
  codeOf: (state: number) => number,
  stateOf: (code: number) => number,
  reading: SimultaneousReading = "together",
  {
    seq = (party, state) => isStable(game, party, state, "seq"),
    mostCombinations = MOST_COMBINATIONS,
  }: { seq?: (party: number, state: number) => boolean; mostCombinations?: number } = {},
): Uint8Array[] | undefined {
  const stable = game.moves.map(() => new Uint8Array(game.states));
  for (let state = 0; state < game.states; state++) {
    const alone = game.moves.map((_, party) => reading === "together" && seq(party, state));
    for (const [party, holds] of alone.entries()) if (holds) stable[party][state] = 1;
    if (alone.includes(true)) continue;
    const steps = stepsFrom(game, codeOf, state);
    const verdicts: boolean[] = [];
    for (let party = 0; party < game.moves.length; party++) {
      const verdict = allSanctioned(game, steps, party, state, codeOf(state), stateOf, mostCombinations);
      if (verdict === undefined) return undefined;
      verdicts.push(verdict);
      // Where all must be answered, one that is not decides.
      if (reading === "together" && !verdict) break;
    }
    for (const [party, verdict] of verdicts.entries())
      if (verdict && (reading === "each" || !verdicts.includes(false))) stable[party][state] = 1;
  }
  return stable;
}

/**
 * Improvements of others from the state that, made at the same moment as the party's move to `improvement`, end where the
 * party is no better off: for each other party where it would go alone, undefined where it stays. Undefined when there are none,
 * or none among the first `MOST_COMBINATIONS`.
 */
export function simultaneousAnswer(
  game: Game,
  codeOf: (state: number) => number,
  stateOf: (code: number) => number,
  party: number,
  state: number,
  improvement: number,
):
  | { readonly end: number; readonly moves: readonly { readonly party: number; readonly to: number }[] }
  | undefined {
  const home = codeOf(state);
  const others = game.moves.flatMap((_, other) => {
    const moves = other === party ? [] : unilateralImprovements(game, other, state);
    return moves.length === 0 ? [] : [{ other, moves }];
  });
  let answer: ReturnType<typeof simultaneousAnswer>;
  someCombination(
    others.map(({ moves }) => moves.map((to) => codeOf(to) - home)),
    codeOf(improvement),
    MOST_COMBINATIONS,
    (code, chosen) => {
      const end = stateOf(code);
      if (end < 0 || prefers(game.preferences[party], end, state)) return false;
      const moves = others.flatMap(({ other, moves: to }, wheel) =>
        chosen[wheel] === 0 ? [] : [{ party: other, to: to[chosen[wheel] - 1] }],
      );
      answer = { end, moves };
      return true;
    },
  );
  return answer;
}

/** For every party, by how much each of its improvements from the state changes the code. */
function stepsFrom(game: Game, codeOf: (state: number) => number, state: number): number[][] {
  const home = codeOf(state);
  return game.moves.map((_, party) =>
    unilateralImprovements(game, party, state).map((to) => codeOf(to) - home),
  );
}

function allSanctioned(
  game: Game,
  steps: readonly (readonly number[])[],
  party: number,
  state: number,
  home: number,
  stateOf: (code: number) => number,
  mostCombinations: number,
): boolean | undefined {
  const others = steps.filter((each, other) => other !== party && each.length > 0);
  for (const step of steps[party]) {
    const sanctioned = someCombination(others, home + step, mostCombinations, (code) => {
      const reached = stateOf(code);
      return reached >= 0 && !prefers(game.preferences[party], reached, state);
    });
    if (sanctioned !== true) return sanctioned;
  }
  return true;
}

/**
 * Whether a visit returns true for some combination of steps, one or none by each of the others and at least one in all.
 * Counts like an odometer whose wheels stand at 0 for no step, so that single steps of the first come first. Undefined when
 * `most` combinations were visited in vain and there are more.
 */
function someCombination(
  others: readonly (readonly number[])[],
  from: number,
  most: number,
  visit: (code: number, chosen: readonly number[]) => boolean,
): boolean | undefined {
  const at = others.map(() => 0);
  let code = from;
  for (let tried = 0; ; tried++) {
    let wheel = 0;
    for (; wheel < others.length; wheel++) {
      const steps = others[wheel];
      if (at[wheel] > 0) code -= steps[at[wheel] - 1];
      at[wheel] = at[wheel] === steps.length ? 0 : at[wheel] + 1;
      if (at[wheel] === 0) continue;
      code += steps[at[wheel] - 1];
      break;
    }
    if (wheel === others.length) return false;
    if (tried === most) return undefined;
    if (visit(code, at)) return true;
  }
}
