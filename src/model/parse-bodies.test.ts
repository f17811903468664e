import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";
import { parseBodyFile } from "./parse-body-file.ts";

const HEAD =
  "standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\npreferences: {a: [x], b: [y]}\n";

test("a decision is an outcome, which later decisions and outcomes may use", () => {
  const { standoff, problems } = parse(`${HEAD}
bodies:
  cabinet:
    members: {a: , s: {seats: 2}}
    quota: 2
    decides: {agreed: {votes: {a: x, s: 0.6}}}
  union:
    members: {a: {veto: yes}, b: {votes: 3}}
    quota: 60%
    decides: {acts: {put when: y, votes: {a: agreed, b: {yes when: y, no when: x}}}}
outcomes:
  both: agreed and acts
`);
  expect(problems).toEqual([]);
  expect(standoff!.outcomes.map(({ id }) => id)).toEqual(["agreed", "acts", "both"]);
  // 60 % of four votes, rounded up.
  expect(standoff!.bodies[1].quotas).toEqual([{ of: "votes", least: 3 }]);
  expect(standoff!.bodies.map(({ members }) => members.map(({ party, seats }) => [party, seats]))).toEqual([
    [
      ["a", 1],
      [undefined, 2],
    ],
    [
      ["a", 1],
      ["b", 1],
    ],
  ]);
});

test("a member may vote by its own option, with a level to abstain or without", () => {
  const { standoff, problems } = parse(
    `${HEAD.replace("y: {owner: b}", "y: {owner: b, levels: [abstain, no, yes], ordered: no}").replace("b: [y]", "b: [y = yes]")}bodies: {c: {members: {a: , b: }, quota: 1, decides: {d: {votes: {a: {by: x}, b: {by: y}}}}}}\n`,
  );
  expect(problems).toEqual([]);
  expect(standoff!.bodies[0].decisions[0].votes).toMatchObject([
    { kind: "rule", yes: { kind: "holds", id: "x" }, no: { kind: "not" } },
    { kind: "rule", yes: { kind: "compare", level: "yes" }, no: { kind: "compare", level: "no" } },
  ]);
});

describe("mistakes", () => {
  const body = (rest: string) => `${HEAD}bodies:\n  c:\n    members: {a: , s: {seats: 2}}\n${rest}`;
  test.each([
    ["    quota: 2\n    decides: {d: {votes: {a: x}}}\n", "the decision `d` does not say how `s` votes"],
    ["    quota: 2\n    decides: {d: {votes: {a: x, s: yes, t: no}}}\n", "`t` is no member of `c`"],
    ["    quota: 2\n    decides: {x: {votes: {a: yes, s: no}}}\n", "`x` is already the id of something else"],
    [
      "    quota: 2\n    decides: {d: {votes: {a: yes, s: 1.5}}}\n",
      "a chance is a number from 0 to 1, or `{yes: 0.6, no: 0.3}` that add up to at most 1",
    ],
    [
      "    quota: 2\n    decides: {d: {votes: {a: {by: z}, s: no}}}\n",
      "`z` is no option with the levels `yes` and `no`",
    ],
    ["    quota: {population: 50%}\n", "no member has a weight `population`"],
    ["    quota: most\n", "a quota is a whole number, or a share such as `65%`"],
    ["    quota: 2\noutcomes: {o: x}\n    decides: {}\n", ""],
    ["    decides: {}\n", "the body `c` has no `quota`"],
  ])("%s", (text, message) => {
    const { standoff, problems } = parse(body(text));
    expect(standoff).toBeUndefined();
    if (message !== "") expect(problems.map((problem) => problem.message)).toContain(message);
  });

  test("an outcome may not take the name of a decision", () => {
    const { problems } = parse(
      `${body("    quota: 2\n    decides: {d: {votes: {a: yes, s: no}}}\n")}outcomes: {d: x}\n`,
    );
    expect(problems.map(({ message }) => message)).toContain("`d` is already the id of a decision");
  });

  test("a body alone decides nothing, and says what is wrong at once", () => {
    expect(parseBodyFile("title: T\nmembers: {a: , b: {veto: yes}}\nquota: 2\n").body?.members).toHaveLength(
      2,
    );
    const { body: wrong, problems } = parseBodyFile("title: T\nmembers: {a: {votes: -1}}\ndecides: {}\n");
    expect(wrong).toBeUndefined();
    expect(problems).toHaveLength(3);
    expect(parseBodyFile("").problems.map(({ message }) => message)).toEqual(["the file is empty"]);
  });
});
