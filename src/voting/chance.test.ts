import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ballot, passes } from "./body.ts";
import { chanceOfPassing } from "./chance.ts";

test("the chance of passing is what adding up every way of voting gives", () => {
  const share = fc.constantFrom(0, 0.25, 0.5, 1);
  const member = fc.record({
    veto: fc.boolean(),
    weight: fc.nat(3),
    count: fc.nat(2),
    yes: share,
    rest: share,
  });
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 1, maxLength: 6 }),
      fc.nat(8),
      fc.nat(5),
      fc.constantFrom("neither" as const, "no" as const),
      (members, quota, second, abstentions) => {
        const body = {
          vetoes: members.map(({ veto }) => veto),
          rules: [
            { weights: members.map(({ weight }) => weight), quota },
            { weights: members.map(({ count }) => count), quota: second },
          ],
        };
        const odds = members.map(({ yes, rest }) => ({ yes, no: (1 - yes) * rest }));
        const ways = (at: number, ballots: readonly Ballot[], chance: number): number => {
          if (at === members.length) return passes(body, ballots, abstentions) ? chance : 0;
          const { yes, no } = odds[at];
          return (
            ways(at + 1, [...ballots, "yes"], chance * yes) +
            ways(at + 1, [...ballots, "no"], chance * no) +
            ways(at + 1, [...ballots, "abstain"], chance * (1 - yes - no))
          );
        };
        expect(chanceOfPassing(body, odds, abstentions)).toBeCloseTo(ways(0, [], 1), 12);
      },
    ),
    { numRuns: 300 },
  );
});
