import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce, type Verdicts } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { compile } from "../game/compile.ts";
import { randomGame } from "../game/generate.ts";
import { parse } from "../model/parse.ts";
import { foreseenPlay, limitedMoveStability, nonMyopicStability } from "./limited-move.ts";
import { isStable } from "./literal.ts";

/**
 * Final states by the definition, with the sets spelled out: `leaves` is undefined where the party stays. Parties are
 * chains of ranks here, so "as good as the best" is "not worse than any".
 */
function foreseen({ states, canMove, better }: Verdicts, parties: number) {
  const known = new Map<string, ReadonlySet<number> | undefined>();
  const all = [...states.keys()];
  const worst = (k: number, set: ReadonlySet<number>) =>
    [...set].reduce((low, each) => (better(k, low, each) ? each : low));
  const after = (h: number, k: number, t: number): ReadonlySet<number> => {
    const sets = Array.from({ length: parties }, (_, j) => (j === k ? undefined : leaves(h, j, t)));
    const union = new Set(sets.flatMap((set) => (set === undefined ? [] : [...set])));
    return union.size === 0 ? new Set([t]) : union;
  };
  const leaves = (h: number, k: number, s: number): ReadonlySet<number> | undefined => {
    if (h === 0) return undefined;
    const key = `${h} ${k} ${s}`;
    if (!known.has(key)) {
      const moves = all.filter((t) => canMove(k, s, t)).map((t) => after(h - 1, k, t));
      const good = moves.filter((set) => better(k, worst(k, set), s));
      const best = good.filter((set) => good.every((other) => !better(k, worst(k, other), worst(k, set))));
      known.set(key, best.length === 0 ? undefined : new Set(best.flatMap((set) => [...set])));
    }
    return known.get(key);
  };
  return leaves;
}

/** N_h(k, t): what may follow k's move to t. */
function after(
  leaves: ReturnType<typeof foreseen>,
  h: number,
  k: number,
  t: number,
  parties: number,
): ReadonlySet<number> {
  const sets = Array.from({ length: parties }, (_, j) => (j === k ? undefined : leaves(h, j, t)));
  const union = new Set(sets.flatMap((set) => (set === undefined ? [] : [...set])));
  return union.size === 0 ? new Set([t]) : union;
}

describe("limited-move and non-myopic stability", () => {
  test("agree with the definitions spelled out, on random standoffs with ties and any number of parties", {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(randomCompiled({ constraints: true, restrictions: true }, 24), (compiled) => {
        const { game } = compiled;
        const brute = bruteForce(compiled.standoff);
        const leaves = foreseen(brute, game.moves.length);
        const moves = (party: number, state: number) =>
          [...brute.states.keys()].filter((to) => brute.canMove(party, state, to));
        const horizons = [1, 2, 3, 4].map((h) => limitedMoveStability(game, h));
        const far = nonMyopicStability(game)!;
        for (let party = 0; party < game.moves.length; party++) {
          for (let state = 0; state < game.states; state++) {
            horizons.forEach((stable, index) => {
              expect(stable[party][state]).toBe(leaves(index + 1, party, state) === undefined ? 1 : 0);
            });
            expect(horizons[0][party][state] === 1).toBe(isStable(game, party, state, "nash"));
            // The play foreseen ends where the definition's worst final state stands.
            for (const to of moves(party, state)) {
              const play = foreseenPlay(game, 4, party, to);
              const end = play.at(-1)?.to ?? to;
              const worst = [...after(leaves, 3, party, to, game.moves.length)].reduce((low, each) =>
                brute.better(party, low, each) ? each : low,
              );
              expect([brute.better(party, end, worst), brute.better(party, worst, end)]).toEqual([
                false,
                false,
              ]);
              let at = to;
              let mover = party;
              for (const step of play) {
                expect(step.party).not.toBe(mover);
                expect(brute.canMove(step.party, at, step.to)).toBe(true);
                at = step.to;
                mover = step.party;
              }
            }
            // From `from` on, through more than one whole cycle.
            const later = Array.from({ length: far.period + 3 }, (_, more) => far.from + more);
            expect(far.stable[party][state] === 1).toBe(
              later.every((h) => leaves(h, party, state) === undefined),
            );
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  test("hold mutual silence in the prisoner's dilemma, and what Chicken's players can defend", () => {
    const game = (first: string, second: string) =>
      compile(
        parse(
          `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\npreferences: {a: {ranking: [${first}]}, b: {ranking: [${second}]}}\n`,
        ).standoff!,
      ).compiled!.game;
    // x, y: confess. From silence: a confesses only if that ends better; b would then confess too (worse for a than
    // silence) and, looking one move further, a cannot improve on that: a stays. So mutual silence is stable from h = 2
    // on, and so is mutual confession.
    const dilemma = game("[x], [], [x, y], [y]", "[y], [], [x, y], [x]");
    expect(limitedMoveStability(dilemma, 1).map((each) => [...each])).toEqual([
      [0, 1, 0, 1],
      [0, 0, 1, 1],
    ]);
    const far = nonMyopicStability(dilemma)!;
    expect([0, 3].map((state) => far.stable.map((each) => each[state]))).toEqual([
      [1, 1],
      [1, 1],
    ]);
    // x, y: do not swerve. Both swerving is left by nobody who sees that the other can stand firm afterwards only at the
    // price of the crash: a leaves to [x], where b, with no further move, prefers to stay. So both swerving is not stable.
    // From [x], where a stands firm, b goes into the crash: a, with one move left, then swerves, which b likes best. a
    // itself would lose by swerving, since b would then stand firm.
    const chicken = game("[x], [], [y], [x, y]", "[y], [], [x], [x, y]");
    expect(limitedMoveStability(chicken, 2).map((each) => each[0])).toEqual([0, 0]);
    expect(limitedMoveStability(chicken, 2).map((each) => [each[1], each[2]])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("non-myopic is what holds at every horizon of the cycle, where looking further never settles", () => {
    let cycles = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const game = randomGame(5, 3, seed);
      const far = nonMyopicStability(game)!;
      if (far.period === 1) continue;
      cycles++;
      const around = Array.from({ length: far.period }, (_, more) =>
        limitedMoveStability(game, far.from + more),
      );
      far.stable.forEach((each, party) => {
        expect([...each]).toEqual(
          [...each].map((_, state) => (around.every((stable) => stable[party][state] === 1) ? 1 : 0)),
        );
      });
      expect(limitedMoveStability(game, far.from + far.period)).toEqual(around[0]);
    }
    expect(cycles).toBeGreaterThan(0);
  });
});
