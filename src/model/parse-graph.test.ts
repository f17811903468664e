import { expect, test } from "vitest";
import { parse } from "./parse.ts";

const HEAD = "standoff: 1\ntitle: T\nparties: {a: A, b: B}\npreferences: {a: [s], b: indifferent}\n";

test("listed states become the levels of one option, moves refer to them by place", () => {
  const { standoff, problems } = parse(
    `${HEAD}states: {s: Here, t: There}\nmoves: {a: {s: t}, b: {t: [s]}}\n`,
  );
  expect(problems).toEqual([]);
  expect(standoff?.options.map(({ id, levels }) => [id, levels])).toEqual([
    [
      "state",
      [
        { id: "s", title: "Here" },
        { id: "t", title: "There" },
      ],
    ],
  ]);
  expect(standoff?.moves).toEqual([
    { party: "a", from: 0, to: 1 },
    { party: "b", from: 1, to: 0 },
  ]);
});

test.each([
  ["states: [s, t]\nmoves: {a: {s: u}}\n", "there is no state `u`"],
  ["states: [s, t]\nmoves: {a: {u: s}}\n", "there is no state `u`"],
  ["states: [s, t]\nmoves: {c: {s: t}}\n", "there is no party `c`"],
  ["states: [s, t]\nmoves: {a: {s: s}}\n", "a move from `s` to itself is no move"],
  ["states: [s, s]\nmoves: {}\n", "`s` stands twice in `states`"],
  ["states: [s]\nmoves: {}\n", "`states` needs at least two states"],
  ["states: [s, t]\n", "a standoff with `states` needs `moves`"],
  ["moves: {a: {s: t}}\n", "a standoff with `moves` needs `states`"],
  [
    "states: [s, t]\nmoves: {}\noptions: {o: {owner: a}}\n",
    "states are either described by `options` or listed under `states`",
  ],
  ["states: [s, t]\nmoves: {}\noutcomes: {s: t}\n", "`s` is already the id of a state"],
  ["states: [s, t]\nmoves: {}\nstatus quo: [u]\n", "there is no option or outcome `u`"],
])("%s", (text, message) => {
  const { standoff, problems } = parse(HEAD + text);
  expect(standoff).toBeUndefined();
  expect(problems.map((problem) => problem.message)).toContain(message);
});
