import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { CONCEPTS, type Concept } from "./findings.ts";
import { matching } from "./matching.ts";
import { statementChanges } from "./statement-changes.ts";

const text = (a: readonly string[], b: readonly string[]) =>
  `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\npreferences: {a: ${listOf(a)}, b: ${listOf(b)}}\n`;
const listOf = (list: readonly string[]) => (list.length === 0 ? "indifferent" : `[${list.join(", ")}]`);

function asked(file: string, goal: string, concept: Concept) {
  const { standoff } = parse(file, "test.yaml");
  const { compiled } = compile(standoff!);
  const { expression } = readExpression(goal, standoff!, "test");
  const wanted = matching(compiled!, expression!);
  const goals = [...wanted.keys()].filter((state) => wanted[state] === 1);
  return statementChanges(compiled!, expression!, goals, concept);
}

test("the prisoner's dilemma: silence of both needs two changes under Nash, one in each list, and none with foresight", () => {
  // x, y: stay silent.
  const dilemma = text(["y", "not x"], ["x", "not y"]);
  const { noneBelow, smallest } = asked(dilemma, "x and y", "nash");
  expect([noneBelow, smallest.length > 0]).toEqual([2, true]);
  for (const edits of smallest) expect(edits.map(({ party }) => party)).toEqual(["a", "b"]);
  expect(smallest[0]).toContainEqual({ party: "a", change: "dropped", statement: "not x", place: 2 });
  expect(asked(dilemma, "x and y", "seq")).toMatchObject({ noneBelow: 0, smallest: [[]] });
  // What makes several states with the goal hold is told once.
  const several = asked(dilemma, "x", "nash").smallest;
  expect(several.length).toBeGreaterThan(1);
  expect(new Set(several.map((edits) => JSON.stringify(edits))).size).toBe(several.length);
});

test("the number of changes is the least: all lists that as many single changes make, tried one by one against a brute force", {
  timeout: 120_000,
}, () => {
  const statement = fc.constantFrom("x", "not x", "y", "not y", "x and y", "x or y", "x iff y");
  const list = fc.array(statement, { maxLength: 3 });
  const sizes = new Set<number>();
  fc.assert(
    fc.property(
      list,
      list,
      fc.constantFrom(...CONCEPTS),
      fc.constantFrom("x and y", "x and not y", "x"),
      (a, b, concept, goal) => {
        const opposite = (each: string) => (each.startsWith("not (") ? each.slice(5, -1) : `not (${each})`);
        const added = ["x", "y", goal].flatMap((each) => [each, opposite(each)]);
        const next = (from: readonly string[]): string[][] => {
          const places = [...from.keys()];
          return [
            ...places.map((at) => from.toSpliced(at, 1)),
            ...places.map((at) => from.with(at, opposite(from[at]))),
            ...places.flatMap((at) => places.map((to) => from.toSpliced(at, 1).toSpliced(to, 0, from[at]))),
            ...[...places, from.length].flatMap((at) => added.map((each) => from.toSpliced(at, 0, each))),
          ];
        };
        const holds = (one: readonly string[], other: readonly string[]) => {
          const { standoff } = parse(text(one, other), "test.yaml");
          const brute = bruteForce(standoff!);
          return brute.states.some(
            ([settings], state) =>
              (goal === "x"
                ? settings.get("x") === 1
                : settings.get("x") === 1 && (settings.get("y") === 1) === (goal === "x and y")) &&
              [0, 1].every((party) => brute.stable(party, state, concept)),
          );
        };
        const { noneBelow, smallest } = asked(text(a, b), goal, concept);
        expect(smallest.length).toBeGreaterThan(0);
        sizes.add(noneBelow);
        const one = [...next(a).map((each) => [each, b]), ...next(b).map((each) => [a, each])];
        expect(holds(a, b)).toBe(noneBelow === 0);
        if (noneBelow > 0) expect(one.some(([p, q]) => holds(p, q))).toBe(noneBelow === 1);
        expect(smallest[0]).toHaveLength(noneBelow);
      },
    ),
    { numRuns: 60 },
  );
  expect([...sizes].sort()).toEqual(expect.arrayContaining([0, 1]));
});
