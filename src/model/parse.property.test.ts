import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";
import { print } from "./print.ts";
import { noErrors } from "./problem.ts";
import type { Standoff } from "./standoff.ts";

/** A standoff without what only says where things stand in the text. */
function bare(standoff: Standoff): unknown {
  const { text: _text, ...rest } = standoff;
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === "span" ? undefined : value)));
}

const LONG =
  "They said on Monday that nothing had been agreed, and on Tuesday that everything had been, which few believed.";
const comment = fc.constantFrom("", "", "", " # why", " # see: the note, [1]");
const ownLine = fc.constantFrom("", "", "\n", "# a line of its own\n", "\n# after a gap\n\n");
const title = fc.constantFrom(
  "Plain words",
  '"with: colon"',
  "'it''s'",
  "été",
  LONG,
  `"${LONG} \\"quoted\\""`,
  "|-\n          two\n          lines",
  ">-\n          folded\n          words",
);
const expression = fc.constantFrom(
  ...[
    "x",
    "not x",
    "deal",
    "aid >= partial",
    "(x or deal) and not aid = none",
    '"exactly one of (x, y, deal)"',
    "true",
  ],
  ">-\n          x and\n          deal",
  `x and (${Array(12).fill("aid = partial").join(" or ")})`,
);
const setting = fc.subarray(["x", "not y", "aid = full"]).map((list) => `[${list.join(", ")}]`);
const tier = fc.oneof(
  fc.constantFrom("deal", "x and y", "{is: [x], because: [K1], why: so}", "tie: [[y], deal]"),
  setting,
);
const preference = fc.oneof(
  fc.constant(" indifferent"),
  fc
    .array(expression, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((e) => `\n    - want: ${e}\n      confidence: 0.80`).join("")),
  fc
    .array(fc.constantFrom("x", "deal", "not y # mild", "aid = full"), { minLength: 1, maxLength: 3 })
    .map((list) => list.map((e) => `\n    - ${e}`).join("")),
  fc
    .array(tier, { maxLength: 4 })
    .map((tiers) => `\n    ranking:${[...tiers, "otherwise"].map((t) => `\n      - ${t}`).join("")}`),
  fc
    .array(fc.constantFrom("10", "-2.50", "+3", "007", "0.1"), { minLength: 1, maxLength: 3 })
    .map((list) => `\n    weights:${list.map((w) => `\n      - {want: deal, weight: ${w}}`).join("")}`),
  fc.constant("\n    unanimous:\n      First of all: [x]\n      Second:\n        ranking: [deal, otherwise]"),
);

/** Texts of sound standoffs, in many layouts, with comments in many places. */
const sound = fc
  .record({
    c: fc.array(comment, { minLength: 6, maxLength: 6 }),
    l: fc.array(ownLine, { minLength: 6, maxLength: 6 }),
    title,
    about: title,
    constraints: fc.array(fc.tuple(fc.constantFrom("never", "always"), expression, title), { maxLength: 3 }),
    same: fc.array(expression, { maxLength: 2 }),
    quo: fc.option(setting),
    a: preference,
    b: preference,
  })
  .map(({ c, l, title, about, constraints, same, quo, a, b }) =>
    [
      `${l[0]}standoff: 1${c[0]}\ntitle: ${title}\nabout: ${about}\nas of: 2003-01-21\n${l[1]}`,
      `parties:${c[1]}\n    a: Alpha${c[2]}\n${l[2]}    b: {title: Beta,   about: second}\n`,
      `options:\n  x: {owner: a}${c[3]}\n${l[3]}  y: {owner: a, one-way: taken, because: [K1]}\n  aid:\n      owner: b\n      levels:\n      - none\n      - partial: some of it\n      - full\n`,
      `outcomes: {deal: x and aid >= partial}\n${l[4]}`,
      constraints.length > 0
        ? `constraints:${c[4]}\n${constraints.map(([k, e, why]) => `  - ${k}: ${e}\n    why: ${why}\n`).join("")}`
        : "",
      same.length > 0 ? `same:\n${same.map((e) => `  - when: ${e}\n`).join("")}` : "",
      quo === null ? "" : `status quo: ${quo}\n`,
      `preferences:\n${l[5]}  a:${a}\n  b:${b}\n`,
      `claims: {K1: {says: 'yes', via: [one, two]}}${c[5]}\n`,
    ].join(""),
  );

const comments = (text: string) =>
  text.match(/# (?:why|see: the note, \[1\]|a line of its own|after a gap|mild)/g)?.toSorted() ?? [];

describe("printing", () => {
  test("keeps the standoff and every comment, and settles at once", () => {
    fc.assert(
      fc.property(sound, (text) => {
        const first = parse(text);
        expect(first.problems.filter((p) => p.severity === "error")).toEqual([]);
        const printed = print(first.standoff!);
        const second = parse(printed);
        expect(second.problems.filter((p) => p.severity === "error")).toEqual([]);
        expect(bare(second.standoff!)).toEqual(bare(first.standoff!));
        expect(comments(printed)).toEqual(comments(text));
        expect(print(second.standoff!)).toBe(printed);
      }),
      { numRuns: 200 },
    );
  });
});

/** Runs `parse` and checks what it promises for every text. */
function promised(text: string): number {
  const usedBefore = process.cpuUsage();
  const began = performance.now();
  const { standoff, problems } = parse(text, "any.yaml");
  // Other tests may hold the machine's cores: count whichever of the two clocks is kinder.
  const used = process.cpuUsage(usedBefore);
  const took = Math.min(performance.now() - began, (used.user + used.system) / 1000);
  expect(standoff === undefined).toBe(!noErrors(problems));
  const lines = text.split("\n");
  for (const p of problems) {
    if (p.line === 0) continue;
    expect(p.excerpt).toBe(lines[p.line - 1].replace(/\r$/, ""));
    expect(p.column).toBeGreaterThanOrEqual(1);
    expect(p.column).toBeLessThanOrEqual(p.excerpt.length + 2);
    expect(p.length).toBeGreaterThanOrEqual(1);
  }
  return took;
}

describe("any text gives a standoff or problems", () => {
  // Far above what it takes, and far below what anything quadratic would.
  const limit = 5000;
  test("random text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string()), (text) => promised(text) < limit),
      { numRuns: 600 },
    );
  });

  test("a sound standoff with pieces cut, doubled, and put in", () => {
    const piece = fc.constantFrom(
      ..."[ ] { } : , - \n \t # & * ! | > ' \" % @ ( ) and not x otherwise tie <<: --- ... null 1e9 .nan 0x1F \u0000 é".split(
        " ",
      ),
      " ",
      "\n  ",
    );
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: piece,
      double: fc.boolean(),
    });
    fc.assert(
      fc.property(sound, fc.array(mutation, { minLength: 1, maxLength: 6 }), (text, mutations) => {
        let mutated = text;
        for (const { at, cut, put, double } of mutations) {
          const from = Math.floor(at * mutated.length);
          const gone = mutated.slice(from, from + cut);
          mutated = mutated.slice(0, from) + (double ? gone + put + gone : put) + mutated.slice(from + cut);
        }
        return promised(mutated) < limit;
      }),
      { numRuns: 700 },
    );
  });

  const HEAD = "standoff: 1\ntitle: T\nparties: {a: A}\npreferences: {a: indifferent}\n";
  const BIG = 1_000_000;
  test.each([
    ["brackets", "[".repeat(BIG)],
    ["dashes", "- ".repeat(BIG / 2)],
    ["question marks", "? ".repeat(BIG / 2)],
    ["commas", `[${",".repeat(BIG)}`],
    ["commas below the limit", `[${",".repeat(140_000)}`],
    ["closing brackets", "]".repeat(140_000)],
    ["closing brackets on many lines", "]\n".repeat(70_000)],
    ["quotes", '"'.repeat(BIG)],
    ["documents", "---\n".repeat(60_000)],
    ["tags", "! ".repeat(90_000)],
    ["list items", "- a\n".repeat(BIG / 4)],
    ["unknown keys", Array.from({ length: 45_000 }, (_, i) => `key${i}: 1\n`).join("")],
    ["one key again and again", "title: x\n".repeat(45_000)],
    [
      "options",
      `${HEAD}options:\n${Array.from({ length: 10_000 }, (_, i) => `  o${i}: {owner: b}\n`).join("")}`,
    ],
    [
      "outcomes that name nothing",
      `${HEAD}options: {x: {owner: a}}\noutcomes:\n${Array.from({ length: 30_000 }, (_, i) => `  out${i}: ouch${i} and nothing\n`).join("")}`,
    ],
    [
      "expressions too long",
      `${HEAD}options: {x: {owner: a}}\nsame:\n${`  - ${"x and ".repeat(4000)}x\n`.repeat(40)}`,
    ],
    [
      "expressions too deep",
      `${HEAD}options: {x: {owner: a}}\nsame:\n${`  - ${"(".repeat(19_000)}x\n`.repeat(50)}`,
    ],
    [
      "expressions of unknown ids",
      `${HEAD}options: {x: {owner: a}}\nsame:\n${`  - ${"y or ".repeat(3900)}x\n`.repeat(48)}`,
    ],
    ["one long quoted text", `${HEAD}about: "${"\\x41".repeat(BIG / 4)}"\noptions: {x: {owner: a}}\n`],
    [
      "one long folded expression",
      `${HEAD}options: {x: {owner: a}}\nsame:\n  - ${"x and\n    ".repeat(1900)}wrong\n`,
    ],
    [
      "a ranking of every state one by one",
      `standoff: 1\ntitle: T\nparties: {a: A}\noptions:\n${Array.from({ length: 900 }, (_, i) => `  o${i}: {owner: a}\n`).join("")}preferences:\n  a:\n    ranking:\n${"      - []\n".repeat(25_000)}`,
    ],
    [
      "anchors that multiply",
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]\n`).join("")}`,
    ],
  ])("a megabyte of %s is answered in seconds at most", (_name, text) => {
    expect(promised(text)).toBeLessThan(limit);
  });
});
