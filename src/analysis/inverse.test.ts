import { expect, test } from "vitest";
import { weakOrders } from "../../test/weak-orders.ts";
import { CONCEPTS } from "../engine/concepts.ts";
import { isStable } from "../engine/literal.ts";
import { compile } from "../game/compile.ts";
import { rng } from "../game/generate.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { mediate } from "./mediate.ts";

const STATES = ["[]", "[x]", "[y]", "[x, y]"];

/** Pairs of states that two rankings compare differently, a tie made or broken counting as one. */
function exchangesBetween(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let a = 0; a < one.length; a++)
    for (let b = 0; b < a; b++) sum += Number(Math.sign(one[a] - one[b]) !== Math.sign(other[a] - other[b]));
  return sum;
}

test.each(CONCEPTS)(
  "%s: the fewest exchanges to hold, and to be signed, are those of trying all rankings of both parties",
  (concept) => {
    const random = rng(11);
    let changed = 0;
    for (let draw = 0; draw < 12; draw++) {
      const drawn = () =>
        `[${STATES.map((state) => [random(), state] as const)
          .sort(([a], [b]) => a - b)
          .map(([, state]) => state)
          .join(", ")}]`;
      const standoff = parse(
        `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\nstatus quo: []\npreferences: {a: {ranking: ${drawn()}}, b: {ranking: ${drawn()}}}\n`,
      ).standoff!;
      const { game } = compile(standoff).compiled!;
      const now = game.preferences.map((ranks) => [...(ranks as { rank: Int32Array }).rank]);
      let toHold = Number.POSITIVE_INFINITY;
      let toSign = Number.POSITIVE_INFINITY;
      const orders = weakOrders(4);
      for (const first of orders)
        for (const second of orders) {
          const ranks = [first, second];
          const cost = exchangesBetween(first, now[0]) + exchangesBetween(second, now[1]);
          if (cost >= toHold && cost >= toSign) continue;
          const preferences = ranks.map((rank) => ({
            kind: "ranked" as const,
            rank: Int32Array.from(rank),
            levels: 4,
          }));
          // State 3 is x and y, and 0 the start.
          if (![0, 1].every((party) => isStable({ ...game, preferences }, party, 3, concept))) continue;
          toHold = Math.min(toHold, cost);
          if (ranks.every((rank) => rank[3] >= rank[0])) toSign = Math.min(toSign, cost);
        }
      const goal = readExpression("x and y", standoff, "test").expression!;
      const { inverse } = mediate(compile(standoff).compiled!, { goal, concept, askInverse: true }).findings!;
      for (const [found, least] of [
        [inverse!.toHold!, toHold],
        [inverse!.toSign!, toSign],
      ] as const)
        expect([found.state.on, found.exchanges, found.bound]).toEqual([["x", "y"], least, least]);
      if (toSign > toHold) changed++;
    }
    expect(changed).toBeGreaterThan(0);
  },
);
