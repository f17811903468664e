import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubtsIn } from "../src/analysis/doubts.ts";
import { matching } from "../src/analysis/matching.ts";
import { robustness } from "../src/analysis/robustness.ts";
import { viewState } from "../src/analysis/state-view.ts";
import { statusQuoState } from "../src/analysis/status-quo.ts";
import { type Variant, variantsOf } from "../src/analysis/variants.ts";
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

/** Alternatives of three binary doubts in which what holds can be said by heart. */
const KNOWN = `standoff: 1
title: Known shares
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
status quo: []
preferences:
  a: [{want: not x, confidence: 0.7, else: x}]
  b: [{want: not y, confidence: 0.9, else: y}]
`;

describe("a model with known shares: nobody answers anybody, so what holds is what each wants", () => {
  const { findings } = robustness(parse(KNOWN).standoff!, { concept: "nash" });
  const [quo] = findings!.answers;

  test("each state holds with the chance that both want it", () => {
    expect(
      findings!.outcomes.map(({ state, share }) => [state.on.join(), Number(share.toFixed(12))]),
    ).toEqual([
      ["", 0.63],
      ["x", 0.27],
      ["y", 0.07],
      ["x,y", 0.03],
    ]);
    expect(findings!.possibilities).toBe(4);
  });

  test("either wish turned around breaks the status quo, alone", () => {
    expect(quo.flips).toEqual({
      upTo: 1,
      tried: 2,
      size: 1,
      total: 2,
      sets: [[{ doubt: "a.1", reading: 1 }], [{ doubt: "b.1", reading: 1 }]],
    });
  });

  test("the weights are those of a product, by hand", () => {
    // Yes is A·B with chances 0.7 and 0.9: variance 0.63·0.37, A alone 0.9²·0.21, B alone 0.7²·0.09, together 0.21·0.09.
    const variance = 0.63 * 0.37;
    const [a, b] = quo.weights;
    expect([a.doubt, b.doubt]).toEqual(["a.1", "b.1"]);
    expect(a.alone).toBeCloseTo((0.81 * 0.21) / variance, 10);
    expect(b.alone).toBeCloseTo((0.49 * 0.09) / variance, 10);
    expect(a.shapley).toBeCloseTo((0.81 * 0.21 + (0.21 * 0.09) / 2) / variance, 10);
    expect(a.shapley! + b.shapley!).toBeCloseTo(1, 10);
    expect(a.shares.map((each) => each!.share)).toEqual([0.9, 0]);
  });
});

/** Sixteen doubts, so every possibility can be looked at; a doubt more of each of two readings, and they are drawn. */
function doubtedTwice(more: number): string {
  const wishes = ["x", "not y", "x iff y", "z or x", "not z", "y and z"];
  const list = (count: number, from: number) =>
    Array.from(
      { length: count },
      (_, place) => `{want: ${wishes[(place + from) % 6]}, confidence: 0.${5 + ((place + from) % 5)}}`,
    ).join(", ");
  return `standoff: 1
title: Exact and drawn
parties: {a: A, b: B, c: C}
options: {x: {owner: a}, y: {owner: b}, z: {owner: c}}
status quo: []
outcomes: {never: x and not x}
preferences:
  a: [${list(4, 0)}]
  b: [${list(4, 2)}]
  c: [${list(3, 4)}${Array.from({ length: more }, () => ", {want: never, confidence: 0.5}").join("")}]
`;
}

describe("draws", () => {
  const goal = (text: string) => {
    const standoff = parse(text).standoff!;
    return {
      standoff,
      goal: { text: "x and y", expression: readExpression("x and y", standoff, "goal").expression! },
    };
  };
  const exact = goal(doubtedTwice(0));
  // Doubts about what is never so change nothing but the number of possibilities.
  const drawn = goal(doubtedTwice(8));
  const whole = robustness(exact.standoff, { goal: exact.goal }).findings!;
  const seeds = Array.from(
    { length: 40 },
    (_, seed) => robustness(drawn.standoff, { goal: drawn.goal, seed: seed + 1, within: 0.03 }).findings!,
  );

  test("agree with looking at every possibility, about as often as an interval of 95 % promises", () => {
    expect(whole.method.kind).toBe("exact");
    expect(seeds.every(({ method }) => method.kind === "sampled" && method.stopped === "within")).toBe(true);
    let inside = 0;
    let all = 0;
    whole.answers.forEach(({ share }, at) => {
      if (share === 0 || share === 1) return;
      for (const { answers } of seeds) {
        const [low, high] = answers[at].interval!;
        expect(high - low).toBeLessThanOrEqual(0.06);
        all++;
        if (share >= low && share <= high) inside++;
      }
    });
    expect(all).toBeGreaterThanOrEqual(80);
    expect(inside / all).toBeGreaterThan(0.9);
  });

  test("weigh each doubt as the exact answer does", () => {
    let inside = 0;
    let all = 0;
    whole.answers.forEach(({ weights }, at) => {
      for (const { doubt, alone } of weights) {
        for (const { answers } of seeds) {
          const [low, high] = answers[at].weights.find((each) => each.doubt === doubt)!.aloneInterval!;
          all++;
          if (alone >= low - 1e-3 && alone <= high + 1e-3) inside++;
        }
      }
    });
    expect(all).toBeGreaterThan(100);
    expect(inside / all).toBeGreaterThan(0.85);
  });

  test("are the same from the same seed, and others from another", () => {
    const again = robustness(drawn.standoff, { goal: drawn.goal, seed: 3, within: 0.03 }).findings!;
    expect(again).toEqual(seeds[2]);
    expect(again.outcomes).not.toEqual(seeds[3].outcomes);
  });

  test("find the same smallest sets of doubts that turn an answer around", () => {
    whole.answers.forEach(({ flips, share }, at) => {
      const other = seeds[0].answers[at].flips!;
      if (share > 0 && share < 1) expect(other.sets).toEqual(flips!.sets);
    });
  });

  test("stop when it is late, and say so", () => {
    let asked = 0;
    const { findings } = robustness(drawn.standoff, { within: 0.0001, outOfTime: () => asked++ > 3 });
    expect(findings!.method).toMatchObject({ kind: "sampled", stopped: "time" });
    expect(findings!.answers[0].of).toBeLessThan(200);
  });
});

test("the smallest sets of doubts that turn an answer around are all of that size, and no smaller one does", () => {
  const standoff = standoffOf(doubtedTwice(0));
  const { findings } = robustness(standoff);
  const doubts = doubtsIn(standoff);
  const under = variantsOf(standoff, doubts, BIT.seq);
  const answersOf = (choice: Uint8Array) => {
    const variant = under(choice);
    if ("problems" in variant) throw new Error("every variant compiles");
    return viewsOf(variant);
  };
  const viewsOf = ({ compiled, equilibria }: Variant) =>
    new Set(
      [...equilibria.keys()]
        .filter((state) => equilibria[state] !== 0)
        .map((state) => viewState(compiled, state).on.join()),
    );
  const base = answersOf(new Uint8Array(doubts.list.length));
  const turning = new Map<string, string[]>();
  for (let mask = 1; mask < 2 ** doubts.list.length; mask++) {
    const choice = Uint8Array.from(doubts.list, (_, doubt) => (mask >> doubt) & 1);
    const here = answersOf(choice);
    const set = doubts.list.flatMap(({ id }, doubt) => (choice[doubt] === 1 ? [id] : []));
    for (const state of new Set([...base, ...here]))
      if (base.has(state) !== here.has(state))
        turning.set(state, [...(turning.get(state) ?? []), set.join(" ")]);
  }
  for (const { kind, state, flips } of findings!.answers) {
    if (kind !== "outcome" && kind !== "statusQuo") continue;
    const sets = (turning.get(state!.on.join()) ?? []).map((each) => each.split(" "));
    const least = Math.min(...sets.map((set) => set.length));
    if (sets.length === 0) expect(flips!.size).toBeUndefined();
    else {
      expect(flips!.size).toBe(least);
      expect(flips!.total).toBe(sets.filter((set) => set.length === least).length);
    }
  }
});
