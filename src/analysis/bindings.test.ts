import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { bindings } from "./bindings.ts";
import { CONCEPTS } from "./findings.ts";

test("one binding is enough in the stag hunt, and not in the prisoner's dilemma", () => {
  // x, y: keep silent, or hunt the stag. Where a is bound to silence, b still confesses. Where a is bound to the stag, b follows in
  // its own interest.
  const game = (a: string, b: string) => {
    const standoff = parse(
      `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\nstatus quo: []\npreferences: {a: {ranking: [${a}]}, b: {ranking: [${b}]}}\n`,
    ).standoff!;
    const { expression } = readExpression("x and y", standoff, "test");
    return bindings(compile(standoff).compiled!, expression!, 0, "nash").found;
  };
  expect(game("[y], [x, y], [], [x]", "[x], [x, y], [], [y]")).toEqual([]);
  expect(game("[x, y], [y], [], [x]", "[x, y], [x], [], [y]")).toEqual([
    { option: "x", party: "a", how: "bound", level: "yes", holding: 1, outcomes: 1, reached: true },
    { option: "y", party: "b", how: "bound", level: "yes", holding: 1, outcomes: 1, reached: true },
  ]);
});

test("what is listed is what a brute force finds in the standoff with the rule written into it", {
  timeout: 60_000,
}, () => {
  let found = 0;
  fc.assert(
    fc.property(randomStandoff({ restrictions: true }), fc.constantFrom(...CONCEPTS), (text, concept) => {
      const standoff = parse(text, "test.yaml").standoff!;
      const { compiled } = compile(standoff);
      if (compiled === undefined || compiled.game.states > 32) return;
      const measured = (changed: string, at: ReadonlyMap<string, number>) => {
        const model = parse(changed, "test.yaml").standoff!;
        const brute = bruteForce(model);
        const goal = readExpression("out0", model, "test").expression!;
        const parties = [...model.parties.keys()];
        const all = [...brute.states.keys()];
        const outcomes = all.filter((state) => parties.every((party) => brute.stable(party, state, concept)));
        const holding = outcomes.filter((state) => brute.holds(goal, state));
        const reached = new Set<number>();
        const seen = new Set<string>();
        const go = (state: number, last: number): void => {
          reached.add(state);
          for (const party of parties.filter((each) => each !== last))
            for (const to of all.filter(
              (each) => brute.canMove(party, state, each) && brute.better(party, each, state),
            )) {
              if (seen.has(`${party} ${to}`)) continue;
              seen.add(`${party} ${to}`);
              go(to, party);
            }
        };
        const start = all.find((state) =>
          [...brute.states[state][0]].every(([id, level]) => at.get(id) === level),
        );
        if (start !== undefined) go(start, -1);
        return {
          holding: holding.length,
          share: outcomes.length === 0 ? 0 : holding.length / outcomes.length,
          outcomes: outcomes.length,
          reached: holding.some((state) => reached.has(state)),
        };
      };
      const from = new Map(standoff.options.map(({ id }) => [id, 0]));
      const now = measured(text, from);
      const expected = standoff.options.flatMap(({ id, yesNo, levels }) =>
        levels.flatMap((level, number) => {
          const says = yesNo ? (number === 1 ? id : `not ${id}`) : `${id} = ${level.id}`;
          const rules: [string, string, ReadonlyMap<string, number>][] = [
            ["bound", "always", new Map([...from, [id, number]])],
            ...(levels.length > 2 && number !== 0
              ? ([["barred", "never", from]] as [string, string, typeof from][])
              : []),
          ];
          return rules.flatMap(([how, kind, at]) => {
            const rule = `constraints:\n  - ${kind}: ${says}\npreferences:`;
            const then = measured(text.replace("preferences:", rule), at);
            const closer =
              then.holding > now.holding || then.share > now.share || (then.reached && !now.reached);
            return closer
              ? [`${id} ${how} ${level.id} ${then.holding} of ${then.outcomes} ${then.reached}`]
              : [];
          });
        }),
      );
      found += expected.length;
      const goal = readExpression("out0", standoff, "test").expression!;
      const listed = bindings(compiled, goal, 0, concept).found;
      expect(
        listed
          .map(
            (each) =>
              `${each.option} ${each.how} ${each.level} ${each.holding} of ${each.outcomes} ${each.reached}`,
          )
          .sort(),
      ).toEqual(expected.sort());
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(5);
});
