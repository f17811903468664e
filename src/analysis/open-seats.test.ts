import fc from "fast-check";
import { expect, test } from "vitest";
import type { Expression } from "../model/expression.ts";
import { parse } from "../model/parse.ts";
import { passing } from "../model/passing.ts";
import { passes } from "../voting/body.ts";
import { seatCases } from "./open-seats.ts";

type Seats = {
  readonly seats: number;
  readonly votes: number;
  readonly veto: boolean;
  readonly yes: number;
  readonly no: number;
};

const open = fc.record({
  seats: fc.integer({ min: 1, max: 3 }),
  votes: fc.integer({ min: 1, max: 3 }),
  veto: fc.boolean(),
  yes: fc.constantFrom(0, 0.2, 0.5),
  no: fc.constantFrom(0, 0.1, 0.5),
});
const model = fc.record({
  open: fc.array(open, { minLength: 1, maxLength: 2 }),
  ruled: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
  quota: fc.integer({ min: 1, max: 10 }),
  members: fc.integer({ min: 0, max: 4 }),
  abstentions: fc.constantFrom("neither", "no"),
});

function bodyOf({
  open,
  ruled,
  quota,
  members,
  abstentions,
}: typeof model extends fc.Arbitrary<infer M> ? M : never) {
  const options = ruled.map((_, index) => `x${index}: {owner: a}`).join(", ");
  const text = `standoff: 1
title: T
parties: {a: A}
options: {${options === "" ? "y: {owner: a}" : options}}
bodies:
  b:
    abstentions: ${abstentions}
    members: {${[...open.map(({ seats, votes, veto }, index) => `s${index}: {seats: ${seats}, votes: ${votes}, veto: ${veto ? "yes" : "no"}}`), ...ruled.map((votes, index) => `r${index}: {votes: ${votes}}`), "z: {votes: 0}"].join(", ")}}
    quota: {votes: ${quota}, members: ${members}}
    decides: {d: {votes: {${[...open.map(({ yes, no }, index) => `s${index}: {yes: ${yes}, no: ${no}}`), ...ruled.map((_, index) => `r${index}: x${index}`), "z: abstain"].join(", ")}}}}
preferences: {a: indifferent}
`;
  const { standoff } = parse(text);
  return standoff!.bodies[0];
}

/** Every way the open seats may vote, with its chance. */
function ballots(
  open: readonly Seats[],
): { readonly chance: number; readonly votes: readonly ("yes" | "no" | "abstain")[] }[] {
  return open
    .flatMap((each) => Array<Seats>(each.seats).fill(each))
    .reduce<ReturnType<typeof ballots>>(
      (all, { yes, no }) =>
        all.flatMap(({ chance, votes }) => [
          { chance: chance * yes, votes: [...votes, "yes" as const] },
          { chance: chance * no, votes: [...votes, "no" as const] },
          { chance: chance * (1 - yes - no), votes: [...votes, "abstain" as const] },
        ]),
      [{ chance: 1, votes: [] }],
    );
}

function truth(expression: Expression, taken: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "holds":
      return taken.has(expression.id);
    case "not":
      return !truth(expression.operand, taken);
    case "and":
      return expression.operands.every((each) => truth(each, taken));
    case "count":
      return expression.operands.filter((each) => truth(each, taken)).length >= expression.count;
    default:
      throw new Error(`a decision does not use ${expression.kind}`);
  }
}

test("however the remaining members vote, the cases pass it with the chance that all ballots of the open seats do", () => {
  fc.assert(
    fc.property(model, (drawn) => {
      const body = bodyOf(drawn);
      const [decision] = body.decisions;
      const cases = seatCases(body, decision)!;
      expect(cases.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 10);
      // What counts elsewhere comes first.
      for (let mask = 0; mask < 2 ** drawn.ruled.length; mask++) {
        const taken = new Set(drawn.ruled.flatMap((_, index) => ((mask >> index) & 1 ? [`x${index}`] : [])));
        const written = truth(passing(body, decision), taken);
        expect(truth(passing(body, decision, cases[0].votes), taken)).toBe(written);

        const byCases = cases.reduce(
          (sum, { chance, votes }) => sum + (truth(passing(body, decision, votes), taken) ? chance : 0),
          0,
        );
        const seats = drawn.open.flatMap((each) => Array<Seats>(each.seats).fill(each));
        const weights = [...seats.map(({ votes }) => votes), ...drawn.ruled, 0];
        const numbers = {
          vetoes: weights.map((_, seat) => seats[seat]?.veto ?? false),
          rules: [
            { weights, quota: drawn.quota },
            { weights: weights.map(() => 1), quota: drawn.members },
          ],
        };
        const byBallots = ballots(drawn.open).reduce((sum, { chance, votes }) => {
          const all = [
            ...votes,
            ...drawn.ruled.map((_, index) => (taken.has(`x${index}`) ? ("yes" as const) : ("no" as const))),
            "abstain" as const,
          ];
          return sum + (passes(numbers, all, body.abstentions) ? chance : 0);
        }, 0);
        expect(byCases).toBeCloseTo(byBallots, 10);
      }
    }),
    { numRuns: 300 },
  );
});
