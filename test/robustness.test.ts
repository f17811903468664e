import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matching } from "../src/analysis/matching.ts";
import { robustness } from "../src/analysis/robustness.ts";
import { viewState } from "../src/analysis/state-view.ts";
import { statusQuoState } from "../src/analysis/status-quo.ts";
import { BIT, type Concept } from "../src/engine/concepts.ts";
import { stabilities } from "../src/engine/stability.ts";
import { compile } from "../src/game/compile.ts";
import { parse } from "../src/model/parse.ts";
import { readExpression } from "../src/model/read-expression.ts";

/**
 * A second reading of what doubts mean: a model as data that can be written twice, as a file with its doubts and, for every way they
 * may turn out, as a file without any. Nothing of `src/analysis/doubts.ts` is used.
 */
type Chance = number | "unsure";
type Stated = {
  readonly want: string;
  readonly confidence: Chance | undefined;
  readonly otherwise: string | undefined;
  readonly claims: readonly number[];
};
type Model = {
  readonly lists: readonly (readonly Stated[])[];
  /** In the first party's list: the first two statements stand in any order. */
  readonly anyOrder: boolean;
  readonly unknown: string | undefined;
  readonly claims: readonly [Chance | undefined, Chance | undefined];
  readonly retracted: boolean;
  readonly constraint: {
    readonly never: string;
    readonly confidence: Chance | undefined;
    readonly claims: readonly number[];
  };
  readonly option: Chance | undefined;
  readonly guard:
    | { readonly when: string; readonly confidence: Chance; readonly otherwise: string | undefined }
    | undefined;
  readonly vote: { readonly confidence: Chance; readonly otherwise: string } | undefined;
  readonly seats: readonly { readonly yes: number; readonly no: number }[];
  readonly veto: boolean;
  readonly quo: readonly string[];
};

/** How everything turns out: a name for each thing that is open, and what it is. */
type World = { readonly chance: number; readonly turns: Readonly<Record<string, string>> };

const literal = fc
  .tuple(fc.boolean(), fc.constantFrom("w", "x", "y", "z", "d"))
  .map(([not, id]) => (not ? `not ${id}` : id));
const expression = fc.oneof(
  literal,
  fc.tuple(literal, fc.constantFrom("and", "or", "iff", "implies"), literal).map((each) => each.join(" ")),
);
const plain = fc.constantFrom("w", "not x", "y", "z", "x and y");
const chance = fc.constantFrom<Chance>(0.25, 0.6, 0.9, "unsure", 0, 1);
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const stated: fc.Arbitrary<Stated> = fc
  .record({
    want: expression,
    confidence: fc.option(chance, { nil: undefined, freq: 1 }),
    otherwise: fc.option(expression, { nil: undefined, freq: 1 }),
    claims: fc.subarray([0, 1]),
  })
  .map((each) => (each.confidence === undefined ? { ...each, otherwise: undefined } : each));

const model: fc.Arbitrary<Model> = fc.record({
  lists: fc.tuple(
    fc.array(stated, { minLength: 2, maxLength: 3 }),
    fc.array(stated, { minLength: 1, maxLength: 2 }),
  ),
  anyOrder: fc.boolean(),
  unknown: rarely(expression),
  claims: fc.tuple(rarely(chance), rarely(chance)),
  retracted: fc.boolean(),
  constraint: fc.record({ never: plain, confidence: rarely(chance), claims: fc.subarray([0, 1]) }),
  option: rarely(chance),
  guard: rarely(
    fc.record({ when: plain, confidence: chance, otherwise: fc.option(plain, { nil: undefined }) }),
  ),
  vote: rarely(fc.record({ confidence: chance, otherwise: fc.constantFrom("yes", "no", "x") })),
  seats: fc.array(
    fc.constantFrom({ yes: 0.5, no: 0.2 }, { yes: 0.3, no: 0.7 }, { yes: 0.25, no: 0.25 }, { yes: 1, no: 0 }),
    { maxLength: 2 },
  ),
  veto: fc.boolean(),
  quo: fc.constant([]),
});

function worlds(model: Model): World[] {
  let all: World[] = [{ chance: 1, turns: {} }];
  const turn = (name: string, ways: readonly (readonly [string, number])[]) => {
    all = all.flatMap((world) =>
      ways
        .filter(([, each]) => each > 0)
        .map(([way, each]) => ({ chance: world.chance * each, turns: { ...world.turns, [name]: way } })),
    );
  };
  const number = (each: Chance) => (each === "unsure" ? 0.5 : each);
  const rightOrWrong = (name: string, confidence: Chance | undefined) => {
    if (confidence !== undefined)
      turn(name, [
        ["right", number(confidence)],
        ["wrong", 1 - number(confidence)],
      ]);
  };
  model.lists.forEach((list, party) => {
    list.forEach(({ confidence }, place) => {
      rightOrWrong(`${party}.${place}`, confidence);
    });
  });
  if (model.anyOrder)
    turn("order", [
      ["as written", 0.5],
      ["swapped", 0.5],
    ]);
  if (model.unknown !== undefined)
    turn("unknown", [
      ["itself", 0.5],
      ["opposite", 0.5],
    ]);
  model.claims.forEach((confidence, index) => {
    if (index === 0 && model.retracted) return;
    rightOrWrong(`claim${index}`, confidence);
  });
  rightOrWrong("constraint", model.constraint.confidence);
  rightOrWrong("option", model.option);
  rightOrWrong("guard", model.guard?.confidence);
  rightOrWrong("vote", model.vote?.confidence);
  model.seats.forEach(({ yes, no }, seat) => {
    turn(`seat${seat}`, [
      ["yes", yes],
      ["no", no],
      ["abstain", 1 - yes - no],
    ]);
  });
  return all;
}

/** The file of a model: with its doubts, or as it stands in one world. */
function written(model: Model, world: World | undefined): string {
  const fallen = (claims: readonly number[]) =>
    world !== undefined &&
    claims.length > 0 &&
    claims.every((claim) => world.turns[`claim${claim}`] === "wrong" || (claim === 0 && model.retracted));
  const because = (claims: readonly number[]) =>
    `because: [${claims.map((claim) => `c${claim}`).join(", ")}]`;
  const line = (party: number, place: number): string[] => {
    const { want, confidence, otherwise, claims } = model.lists[party][place];
    if (world === undefined) {
      const doubt = confidence === undefined ? "" : `, confidence: ${confidence}`;
      const instead = otherwise === undefined ? "" : `, else: ${otherwise}`;
      return [`{want: ${want}${doubt}${instead}, ${because(claims)}}`];
    }
    if (world.turns[`${party}.${place}`] === "wrong") return otherwise === undefined ? [] : [otherwise];
    return fallen(claims) ? [] : [want];
  };
  const items = (party: number): string[] => {
    const lines = model.lists[party].map((_, place) => line(party, place));
    if (party === 0 && model.anyOrder) {
      const [first, second, ...rest] = lines;
      if (world === undefined) return [`{any order: [${[...first, ...second].join(", ")}]}`, ...rest.flat()];
      return (world.turns.order === "swapped" ? [second, first, ...rest] : lines).flat();
    }
    if (party === 1 && model.unknown !== undefined) {
      const { unknown } = model;
      const last =
        world === undefined
          ? `{unknown: ${unknown}}`
          : world.turns.unknown === "itself"
            ? unknown
            : `not (${unknown})`;
      return [...lines.flat(), last];
    }
    return lines.flat();
  };
  const list = (party: number) => {
    const all = items(party);
    return all.length === 0
      ? "indifferent"
      : `[${all.map((each) => (each.startsWith("{") ? each : `"${each}"`)).join(", ")}]`;
  };
  const { constraint, guard, option, vote, seats } = model;
  const changes =
    guard === undefined
      ? ""
      : world === undefined
        ? `, changes when: {when: ${guard.when}, confidence: ${guard.confidence}${guard.otherwise === undefined ? "" : `, else: ${guard.otherwise}`}}`
        : world.turns.guard === "right"
          ? `, changes when: ${guard.when}`
          : guard.otherwise === undefined
            ? ""
            : `, changes when: ${guard.otherwise}`;
  const kept =
    constraint.confidence !== undefined && world?.turns.constraint === "wrong"
      ? false
      : !fallen(constraint.claims);
  const rules = [
    ...(kept
      ? [
          `{never: not z and w and ${constraint.never}${world === undefined && constraint.confidence !== undefined ? `, confidence: ${constraint.confidence}` : ""}, ${because(constraint.claims)}}`,
        ]
      : []),
    ...(world?.turns.option === "wrong" ? ["{never: w}"] : []),
  ];
  const ballot =
    vote === undefined
      ? "z"
      : world === undefined
        ? `{vote: z, confidence: ${vote.confidence}, else: ${vote.otherwise}}`
        : world.turns.vote === "right"
          ? "z"
          : vote.otherwise;
  const seat = (index: number) => {
    const { yes, no } = seats[index];
    return world === undefined ? `{yes: ${yes}, no: ${no}}` : world.turns[`seat${index}`];
  };
  return `standoff: 1
title: Drawn at random
parties: {a: A, b: B}
options:
  w: {owner: a${world === undefined && option !== undefined ? `, confidence: ${option}` : ""}}
  x: {owner: a${changes}}
  y: {owner: b, one-way: taken}
  z: {owner: b}
bodies:
  council:
    members: {b: {veto: ${model.veto ? "yes" : "no"}}, ${seats.map((_, index) => `s${index}: {veto: ${index === 0 ? "yes" : "no"}}, `).join("")}u: }
    quota: 2
    decides: {d: {votes: {b: ${ballot}, ${seats.map((_, index) => `s${index}: ${seat(index)}, `).join("")}u: abstain}}}
constraints: [${rules.join(", ")}]
status quo: []
preferences:
  a: ${list(0)}
  b: ${list(1)}
claims:
  c0: {says: C${world === undefined && model.claims[0] !== undefined ? `, confidence: ${model.claims[0]}` : ""}${world === undefined && model.retracted ? ", retracted: yes" : ""}}
  c1: {says: C${world === undefined && model.claims[1] !== undefined ? `, confidence: ${model.claims[1]}` : ""}}
`;
}

function standoffOf(text: string) {
  const { standoff, problems } = parse(text, "drawn.yaml");
  expect(
    problems
      .filter(({ severity }) => severity === "error")
      .map(({ message, excerpt }) => `${message}: ${excerpt}`),
  ).toEqual([]);
  return standoff!;
}

/** The shares by listing all worlds and compiling each file from its text. */
function byListing(model: Model, goal: string, concept: Concept) {
  let statusQuo = 0;
  let met = 0;
  const outcomes = new Map<string, number>();
  for (const world of worlds(model)) {
    const standoff = standoffOf(written(model, world));
    const { compiled } = compile(standoff);
    const { equilibria } = stabilities(compiled!.game);
    const holding = [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
    const meets = matching(compiled!, readExpression(goal, standoff, "goal").expression!);
    if (holding.includes(statusQuoState(compiled!)!)) statusQuo += world.chance;
    if (holding.some((state) => meets[state] === 1)) met += world.chance;
    for (const state of holding) {
      const key = viewState(compiled!, state).on.join(" ");
      outcomes.set(key, (outcomes.get(key) ?? 0) + world.chance);
    }
  }
  return { statusQuo, met, outcomes };
}

describe("exact shares", () => {
  test("are those of every world written out and compiled from its text", { timeout: 120_000 }, () => {
    let doubted = 0;
    fc.assert(
      fc.property(model, fc.constantFrom<Concept>("nash", "gmr", "smr", "seq", "sseq"), (model, concept) => {
        fc.pre(worlds(model).length <= 300);
        const standoff = standoffOf(written(model, undefined));
        const goal = { text: "d or x", expression: readExpression("d or x", standoff, "goal").expression! };
        const { findings, problems } = robustness(standoff, { concept, goal });
        expect(problems).toEqual([]);
        doubted += findings!.doubts.length;
        const wanted = byListing(model, "d or x", concept);
        const answer = (kind: string) => findings!.answers.find((each) => each.kind === kind)!;
        expect(findings!.method).toEqual({ kind: "exact" });
        expect(answer("statusQuo").share).toBeCloseTo(wanted.statusQuo, 9);
        expect(answer("goal").share).toBeCloseTo(wanted.met, 9);
        // Views tell what passes as the file stands, so outcomes are compared by the options taken.
        expect(findings!.outcomesTotal).toBe(wanted.outcomes.size);
        for (const { state, share } of findings!.outcomes)
          expect(share).toBeCloseTo(wanted.outcomes.get(state.on.join(" "))!, 9);
      }),
      { numRuns: 150 },
    );
    expect(doubted).toBeGreaterThan(300);
  });
});
