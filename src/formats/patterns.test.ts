import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStandoff } from "../../test/random-standoff.ts";
import { matching } from "../analysis/matching.ts";
import { compile } from "../game/compile.ts";
import { codeOfState, levelIn } from "../game/space.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { patternsOf, type Switches } from "./patterns.ts";

describe("expressions as patterns", () => {
  it("are true in the same states as the expressions, and negated in the others", () => {
    fc.assert(
      fc.property(randomStandoff({}), fc.boolean(), (text, negated) => {
        const compiled = compile(parse(text, "drawn").standoff!).compiled!;
        const { standoff, space, game } = compiled;
        let first = 0;
        const switchesOf = new Map<string, Switches>();
        for (const { option } of space.digits) {
          const form = option.ordered ? "ladder" : "choice";
          switchesOf.set(option.id, { first, form, levels: option.levels.map(({ id }) => id) });
          first += option.levels.length - 1;
        }
        for (const preference of standoff.preferences) {
          if (preference.form !== "statements") continue;
          for (const { wants } of preference.statements) {
            const patterns = patternsOf(wants, standoff, switchesOf, 10_000, negated)!;
            const truth = matching(compiled, wants);
            for (let state = 0; state < game.states; state++) {
              const on = (number: number) =>
                space.digits.some((digit) => {
                  const { first: from, form, levels } = switchesOf.get(digit.option.id)!;
                  const at = number - from;
                  if (at < 0 || at >= levels.length - 1) return false;
                  const level = levelIn(codeOfState(space, state), digit);
                  return form === "ladder" ? level > at : level === at + 1;
                });
              const holds = patterns.some((pattern) =>
                [...pattern].every(([number, is]) => on(number) === is),
              );
              expect(holds).toBe((truth[state] === 1) !== negated);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("leave out what another pattern covers, and give up at the limit", () => {
    const ids = Array.from({ length: 12 }, (_, index) => `x${index}`);
    const { standoff } = parse(
      `standoff: 1\ntitle: T\nparties: {p: P}\noptions: {${ids.map((id) => `${id}: {owner: p}`).join(", ")}}\npreferences: {p: indifferent}\n`,
      "x",
    );
    const switchesOf = new Map(
      ids.map((id, first) => [id, { first, form: "ladder", levels: ["no", "yes"] } as const]),
    );
    const patterns = (text: string, most: number) =>
      patternsOf(readExpression(text, standoff!, "x").expression!, standoff!, switchesOf, most)?.map(
        (each) => [...each],
      );
    expect(patterns("x0 or (x0 and x1)", 10)).toEqual([[[0, true]]]);
    expect(patterns("x0 and not x0", 10)).toEqual([]);
    expect(patterns("at least 2 of (x0, x1, x2)", 3)).toHaveLength(3);
    expect(patterns(`exactly 6 of (${ids.join(", ")})`, 923)).toBeUndefined();
  });
});
