import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { parse } from "../model/parse.ts";
import { compile } from "./compile.ts";
import { prefers, someMove } from "./game.ts";
import { codeOfState, levelIn } from "./space.ts";

function compiledFrom(text: string, limits?: Parameters<typeof compile>[1]) {
  const { standoff, problems } = parse(text, "test.yaml");
  expect(problems.filter((each) => each.severity === "error")).toEqual([]);
  return compile(standoff!, limits);
}

const HEAD = "standoff: 1\ntitle: Test\nparties: {a: A, b: B}\n";

test("states, moves and preferences are those of the definitions, on random standoffs", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(randomStandoff(), (text) => {
      const { compiled } = compiledFrom(text);
      if (compiled === undefined) return;
      const { game, space, standoff } = compiled;
      const brute = bruteForce(standoff);
      for (let state = 0; state < game.states; state++) {
        const code = codeOfState(space, state);
        for (const digit of space.digits) {
          expect(levelIn(code, digit)).toBe(brute.states[state][0].get(digit.option.id));
        }
      }
      for (let party = 0; party < game.moves.length; party++) {
        for (let from = 0; from < game.states; from++) {
          const reached: number[] = [];
          someMove(game.moves[party], from, (to) => {
            reached.push(to);
            return false;
          });
          const known = brute.states.flatMap((_, to) => (brute.canMove(party, from, to) ? [to] : []));
          expect(reached.sort((a, b) => a - b)).toEqual(known);
          const everywhere = [...Array(game.states).keys()];
          expect(everywhere.filter((to) => prefers(game.preferences[party], to, from))).toEqual(
            everywhere.filter((to) => brute.better(party, to, from)),
          );
        }
      }
    }),
    { numRuns: 250 },
  );
});

describe("preferences are exact", () => {
  test("sixty statements: the first one that differs decides, however many follow", () => {
    const rest = Array.from({ length: 59 }, () => "    - y").join("\n");
    const { compiled } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: b}}\npreferences:\n  a:\n    - x\n${rest}\n  b: indifferent\n`,
    );
    const { preferences } = compiled!.game;
    // States in order: nothing, x, y, both. x without y beats y without x though 59 statements speak for y.
    expect(preferences[0]).toMatchObject({ rank: Int32Array.of(0, 2, 1, 3), levels: 4 });
  });

  test("sixty different statements over sixty options' worth of states are ranked as their score, a big integer, ranks them", () => {
    const options = Array.from({ length: 10 }, (_, index) => `o${index}`);
    const statements = Array.from(
      { length: 60 },
      (_, index) => `o${(index * 7) % 10} xor o${(index * 3 + 1) % 10}`,
    );
    const { compiled } = compiledFrom(
      `${HEAD}options:\n${options.map((id) => `  ${id}: {owner: a}`).join("\n")}\npreferences:\n  a:\n${statements.map((each) => `    - ${each}`).join("\n")}\n  b: indifferent\n`,
    );
    const brute = bruteForce(compiled!.standoff);
    const preference = compiled!.game.preferences[0];
    for (let s = 0; s < 1024; s += 13) {
      for (let t = 0; t < 1024; t += 11) expect(prefers(preference, t, s)).toBe(brute.better(0, t, s));
    }
  });

  test("weights add up as decimals: 0.1 and 0.2 together tie with 0.3", () => {
    const { compiled } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: a}, z: {owner: b}}
constraints: [{always: "(x iff y) and (x xor z)"}]
preferences:
  a:
    weights: [{want: x, weight: 0.1}, {want: y, weight: 0.2}, {want: z, weight: 0.3}]
  b: indifferent
`,
    );
    expect(compiled!.game.preferences[0]).toMatchObject({ rank: Int32Array.of(0, 0), levels: 1 });
  });

  test("a ranking must cover every feasible state", () => {
    const { compiled, problems } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: b}}\npreferences:\n  a:\n    ranking: [x and y, not x]\n  b: indifferent\n`,
    );
    expect(compiled).toBeUndefined();
    expect(problems.map(({ code, line, message }) => ({ code, line, message }))).toEqual([
      { code: "unranked", line: 6, message: "the ranking of a leaves 1 feasible state out" },
    ]);
  });
});

describe("what cannot be compiled is a problem, not an exception", () => {
  test("an infeasible status quo names the constraint that rules it out", () => {
    const { problems } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: b}}\nconstraints:\n  - never: x and y\nstatus quo: [x, y]\npreferences: {a: [x], b: [y]}\n`,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "status-quo-infeasible", severity: "error", line: 7 });
    expect(problems[0].message).toContain('"never: x and y"');
  });

  test("constraints that rule everything out", () => {
    const { problems } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: b}}\nconstraints: [{never: x}, {always: x}]\npreferences: {a: [x], b: [y]}\n`,
    );
    expect(problems.map((each) => each.code)).toEqual(["no-state"]);
  });

  test("merging states that somebody ranks differently", () => {
    const { problems } = compiledFrom(
      `${HEAD}options: {x: {owner: a}, y: {owner: b}}\nsame: [x]\npreferences: {a: [x], b: [y]}\n`,
    );
    expect(problems.map((each) => each.code)).toEqual(["same-told-apart"]);
    expect(problems[0].message).toContain("b does tell them apart");
  });

  test("more states than the limit, named before they are made", () => {
    const options = Array.from({ length: 30 }, (_, index) => `  o${index}: {owner: a}`).join("\n");
    const { problems } = compiledFrom(
      `${HEAD}options:\n${options}\npreferences: {a: [o1], b: indifferent}\n`,
    );
    expect(problems.map((each) => each.code)).toEqual(["limit"]);
    expect(problems[0].message).toContain("16,777,216");
  });
});

test("few feasible states among very many combinations are found without listing the combinations", () => {
  const options = Array.from({ length: 40 }, (_, index) => `o${index}`);
  const { compiled } = compiledFrom(
    `${HEAD}options:\n${options.map((id, index) => `  ${id}: {owner: ${index % 2 === 0 ? "a" : "b"}}`).join("\n")}\nconstraints:\n  - always: exactly one of (${options.join(", ")})\npreferences: {a: [o1], b: [o2]}\n`,
  );
  expect(compiled!.game.states).toBe(40);
  expect(compiled!.space.combinations).toBe(2 ** 40);
});

test("a standoff of a single state compiles", () => {
  const { compiled } = compiledFrom(
    `${HEAD}options: {x: {owner: a}}\nconstraints: [{always: x}]\npreferences: {a: [x], b: indifferent}\n`,
  );
  expect(compiled!.game.states).toBe(1);
});
