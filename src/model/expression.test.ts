import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expression } from "./expression.ts";
import { parse } from "./parse.ts";
import { printExpression } from "./print-expression.ts";
import { readExpression } from "./read-expression.ts";

const SPAN = { start: 0, end: 0 };

const standoff = parse(`standoff: 1
title: Words
parties: {a: , b: }
options:
  x: {owner: a}
  y: {owner: a}
  reprocess: {owner: b}
  été: {owner: b}
  aid: {owner: a, levels: [none, partial, full]}
  place: {owner: a, levels: [here, there], ordered: no}
outcomes:
  deal: x and y
preferences: {a: indifferent, b: indifferent}
`).standoff!;

const read = (text: string) => readExpression(text, standoff, "--state");
/** The tree without its spans, fully parenthesized. */
const tree = (text: string) => {
  const { expression, problems } = read(text);
  expect(problems).toEqual([]);
  return show(expression!);
};
const show = (e: Expression): string => {
  if (e.kind === "constant") return String(e.value);
  if (e.kind === "holds") return e.id;
  if (e.kind === "compare") return `${e.option}${e.operator}${e.level}`;
  if (e.kind === "not") return `not(${show(e.operand)})`;
  if (e.kind === "count") return `${e.bound} ${e.count}(${e.operands.map(show).join(",")})`;
  if ("operands" in e) return `${e.kind}(${e.operands.map(show).join(",")})`;
  return `${e.kind}(${show(e.left)},${show(e.right)})`;
};

describe("what an expression means", () => {
  test.each([
    ["not x and y", "and(not(x),y)"],
    ["x or y and deal", "or(x,and(y,deal))"],
    ["x or y or deal", "or(x,y,deal)"],
    ["(x or y) or deal", "or(or(x,y),deal)"],
    ["x or y xor deal or x", "or(xor(or(x,y),deal),x)"],
    ["x implies y implies deal", "implies(x,implies(y,deal))"],
    ["x iff y implies deal", "iff(x,implies(y,deal))"],
    ["not aid = none", "not(aid=none)"],
    ["aid >= partial and place != here", "and(aid>=partial,place!=here)"],
    ["exactly one of (x, y, not deal)", "exactly 1(x,y,not(deal))"],
    ["at most 2 of (x, y, deal)", "at most 2(x,y,deal)"],
    ["at least two of (x, y or deal, aid < full)", "at least 2(x,or(y,deal),aid<full)"],
    ["all of (x, y)", "and(x,y)"],
    ["none of (x, y)", "not(or(x,y))"],
    ["true xor false", "xor(true,false)"],
    ["été", "été"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  test("spans cover the text they come from", () => {
    const text = "x and not (y or aid >= full)";
    const { expression } = read(text);
    expect(expression?.kind).toBe("and");
    const not = expression?.kind === "and" ? expression.operands[1] : undefined;
    expect(text.slice(not!.span.start, not!.span.end)).toBe("not (y or aid >= full)");
  });
});

describe("mistakes in an expression", () => {
  const mistakes = (text: string) => read(text).problems.map((p) => `${p.column} ${p.code}: ${p.fix ?? ""}`);
  test.each([
    ["reproces", ["1 unknown-id: did you mean `reprocess`?"]],
    ["reproces and x or wrong", ["1 unknown-id: did you mean `reprocess`?", "19 unknown-id: "]],
    ["x && !y", ["3 syntax: write `and`", "6 syntax: write `not`"]],
    ["x AND y || deal", ["3 syntax: write `and`", "9 syntax: write `or`"]],
    ["aid == partial", ["5 syntax: write `=`"]],
    ["aid => partial", ["5 syntax: write `>=`"]],
    ["x => y", ["3 syntax: write `implies`"]],
    ["(x and y", ["1 syntax: add `)`"]],
    ["x and y)", ["8 syntax: remove it, or add the `(` it belongs to"]],
    ["aid", ["1 level-needed: compare it, for example `aid >= partial`"]],
    ["aid = partail", ["7 unknown-level: did you mean `partial`?"]],
    ["aid = zero", ["7 unknown-level: its levels are `none`, `partial` and `full`"]],
    ["place > here", ["7 unordered: use `=` or `!=`, or remove `ordered: no` from `place`"]],
    ["x = yes", ["1 not-leveled: write `x`"]],
    ["x != yes", ["1 not-leveled: write `not x`"]],
    ["x = y", ["1 not-leveled: write `x iff y`"]],
    ["deal = yes", ["1 not-leveled: write `deal` alone"]],
    ["partial", ["1 unknown-id: write `aid = partial`"]],
    ["x y", ["3 syntax: put `and` or `or` between the two"]],
    ["x adn y", ["3 syntax: did you mean `and`?"]],
    ["aid is partial", ["5 syntax: write `=`"]],
    ["x unless y", ["3 syntax: write `a or b` for `a unless b`"]],
    ["x and", ["3 syntax: name an option or an outcome"]],
    ["one of (x, y)", ["1 syntax: write `exactly one of (…)`"]],
    ["a and x", ["1 unknown-id: expressions speak of options and outcomes only"]],
    ["", ["1 syntax: name an option or an outcome"]],
    [
      "x and exactly one of (wrongone, y, wrongtwo",
      ["22 syntax: add `)`", "23 unknown-id: ", "36 unknown-id: "],
    ],
  ])("%s", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
    expect(read(text).expression).toBeUndefined();
  });

  test("what nobody writes is refused, not overflowed", () => {
    for (const text of [
      `${"(".repeat(9000)}x${")".repeat(9000)}`,
      `${"not ".repeat(4000)}x`,
      `x${" implies x".repeat(1900)}`,
      `x${" xor x".repeat(3000)}`,
      `x${" iff x".repeat(3000)}`,
      `x${" and x".repeat(4000)}`,
    ]) {
      const { expression, problems } = read(text);
      expect(expression).toBeUndefined();
      expect(problems.map((p) => p.code)).toContain("limit");
    }
    expect(read(`${"(".repeat(199)}x${")".repeat(199)}`).problems).toEqual([]);
    expect(read(`x${" and x".repeat(3000)}`).problems).toEqual([]);
  });
});

const atom = fc.oneof(
  fc
    .constantFrom("x", "y", "reprocess", "été", "deal")
    .map((id): Expression => ({ kind: "holds", id, span: SPAN })),
  fc.boolean().map((value): Expression => ({ kind: "constant", value, span: SPAN })),
  fc
    .tuple(
      fc.constantFrom("=", "!=", "<", "<=", ">", ">=" as const),
      fc.constantFrom("none", "partial", "full"),
    )
    .map(
      ([operator, level]): Expression => ({ kind: "compare", option: "aid", operator, level, span: SPAN }),
    ),
);

/** Trees as `parse` makes them: `and`, `or` with two operands or more, counts no larger than their list. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    atom,
    tie("expression").map((operand): Expression => ({ kind: "not", operand, span: SPAN })),
    fc
      .tuple(
        fc.constantFrom("and", "or" as const),
        fc.array(tie("expression"), { minLength: 2, maxLength: 4 }),
      )
      .map(([kind, operands]): Expression => ({ kind, operands, span: SPAN })),
    fc
      .tuple(fc.constantFrom("xor", "iff", "implies" as const), tie("expression"), tie("expression"))
      .map(([kind, left, right]): Expression => ({ kind, left, right, span: SPAN })),
    fc
      .tuple(
        fc.constantFrom("exactly", "at most", "at least" as const),
        fc.nat(12),
        fc.array(tie("expression"), { minLength: 1, maxLength: 4 }),
      )
      .map(
        ([bound, n, operands]): Expression => ({
          kind: "count",
          bound,
          count: Math.min(n, operands.length),
          operands,
          span: SPAN,
        }),
      ),
  ),
}));

test("printing an expression and reading it again gives the same tree", () => {
  fc.assert(
    fc.property(expression, (e) => {
      const { expression: again, problems } = read(printExpression(e));
      expect(problems).toEqual([]);
      expect(show(again!)).toBe(show(e));
    }),
    { numRuns: 500 },
  );
});

test("any string is an expression or has a problem", () => {
  const words = fc.constantFrom(
    ..."( ) , not and or xor implies iff exactly one at most least 2 of all none x aid = >= partial here wrong && ! ' [".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
      ),
      (text) => {
        const { expression: found, problems } = read(text);
        expect(found === undefined).toBe(problems.some((p) => p.severity === "error"));
        for (const p of problems) expect(p.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 2000 },
  );
});
