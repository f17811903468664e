/** Measures one thing in a process of its own, so that its peak memory is its own; prints one line of JSON. */
import { performance } from "node:perf_hooks";
import { packageModel, structuredModel } from "./structured-model.mjs";

const [what, size, opposed] = process.argv.slice(2);
const { randomGame, rng } = await import("../dist/game/generate.js");
const { stabilities } = await import("../dist/engine/stability.js");
const { BIT, CONCEPTS } = await import("../dist/engine/concepts.js");

const peakMB = () => Math.round(process.resourceUsage().maxRSS / 1024);
const countEach = (equilibria) =>
  Object.fromEntries(
    CONCEPTS.map((concept) => {
      let count = 0;
      for (const mask of equilibria) if ((mask & BIT[concept]) !== 0) count++;
      return [concept, count];
    }),
  );

/** Two parties of which one likes best what the other likes least: every state is efficient. */
async function twoOpposed(bits) {
  const { membersByRank } = await import("../dist/game/cells.js");
  const { states, moves, preferences } = randomGame(bits, 2, 7);
  const [one] = preferences;
  const other = { ...one, rank: one.rank.map((rank) => states - 1 - rank) };
  const { cell: of, start } = moves[1];
  const against = { ...moves[1], ...membersByRank({ of, count: start.length - 1 }, other) };
  return { states, moves: [moves[0], against], preferences: [one, other] };
}

if (what === "random") {
  const n = Number(size);
  const game = randomGame(n, 5, 7);
  const start = performance.now();
  const { equilibria } = stabilities(game);
  const ms = Math.round(performance.now() - start);
  console.log(
    JSON.stringify({ n, states: game.states, ms, peakMB: peakMB(), equilibria: countEach(equilibria) }),
  );
} else if (what === "universal") {
  const { universallyStable } = await import("../dist/engine/universal.js");
  const game = opposed === undefined ? randomGame(Number(size), 5, 7) : await twoOpposed(Number(size));
  stabilities(randomGame(12, 5, 7));
  const start = performance.now();
  stabilities(game);
  const plain = performance.now() - start;
  const stable = {};
  const ms = {};
  let total = 0;
  for (const concept of ["nash", "gmr", "seq"]) {
    const from = performance.now();
    const states = universallyStable(game, concept);
    ms[concept] = Math.round(performance.now() - from);
    total += performance.now() - from;
    stable[concept] = states.reduce((sum, each) => sum + each, 0);
  }
  const ratio = Math.round((total / plain) * 10) / 10;
  const groups = 2 ** game.moves.length - 1;
  console.log(JSON.stringify({ n: Number(size), groups, plainMs: Math.round(plain), ms, ratio, stable }));
} else if (what === "efficient") {
  const { efficientStates } = await import("../dist/engine/efficient.js");
  const { states, preferences } = randomGame(Number(size), 5, 7);
  const drawn = preferences.map(({ rank }) => rank);
  // The fifth wants the opposite of what the others want together, so that every state is efficient.
  const sum = drawn[0].map((_, state) => drawn.slice(0, 4).reduce((total, rank) => total + rank[state], 0));
  const order = Int32Array.from(sum.keys()).sort((a, b) => sum[b] - sum[a]);
  const against = new Int32Array(states);
  for (let at = 0; at < states; at++) against[order[at]] = at;
  const all = Int32Array.from(order.keys());
  const measured = (ranks) => {
    const from = performance.now();
    const found = efficientStates(ranks, Array(5).fill(states), all);
    return { ms: Math.round(performance.now() - from), efficient: found.reduce((a, b) => a + b, 0) };
  };
  const opposedTo = measured([...drawn.slice(0, 4), against]);
  console.log(JSON.stringify({ n: Number(size), parties: 5, random: measured(drawn), opposed: opposedTo }));
} else if (what === "variants") {
  const { variantRate } = await import("./variants.mjs");
  const one = await variantRate(Number(size), 1);
  const two = await variantRate(Number(size), 2);
  console.log(JSON.stringify({ states: 2 ** Number(size), perSecond: one, perSecondInTwoThreads: two }));
} else if (what === "concepts") {
  const { limitedMoveStability, nonMyopicStability } = await import("../dist/engine/limited-move.js");
  const { simultaneousStability } = await import("../dist/engine/simultaneous.js");
  const { isStable, EXTENSIONS } = await import("../dist/engine/literal.js");
  const { worstAnswers } = await import("../dist/engine/worst-answer.js");
  const { reachableFrom } = await import("../dist/engine/reachability.js");
  const game = randomGame(Number(size), 5, 7);
  const bands = game.preferences.map((each) => ({
    ...each,
    band: Int32Array.from({ length: each.levels }, (_, level) => Math.floor((4 * level) / each.levels)),
  }));
  const itself = (state) => state;
  const feasible = (code) => (code < game.states ? code : -1);
  const { byParty } = stabilities(game);
  const seq = (party, state) => (byParty[party][state] & BIT.seq) !== 0;
  const ms = {};
  const time = (name, run) => {
    const from = performance.now();
    run();
    ms[name] = Math.round(performance.now() - from);
  };
  time("nash gmr smr seq sseq", () => stabilities(game));
  for (const improving of [false, true])
    time(improving ? "seq alone, one party" : "gmr alone, one party", () =>
      worstAnswers(game, [1, 2, 3, 4], [game.preferences[0].rank], game.states, improving),
    );
  time("strong", () => stabilities({ ...game, preferences: bands }));
  time("sim", () => simultaneousStability(game, itself, feasible, "together", { seq }));
  time("sim-each", () => simultaneousStability(game, itself, feasible, "each"));
  time("l1", () => limitedMoveStability(game, 1));
  time("l2", () => limitedMoveStability(game, 2));
  time("l10", () => limitedMoveStability(game, 10));
  time("nm", () => nonMyopicStability(game));
  time("paths", () => reachableFrom(game, 0, true));
  for (const name of ["a", "d"])
    time(`unknown, extension ${name}, seq`, () => {
      for (let state = 0; state < game.states; state++)
        for (let party = 0; party < 5; party++) isStable(game, party, state, "seq", EXTENSIONS[name]);
    });
  console.log(JSON.stringify({ n: Number(size), ms }));
} else if (what === "packages") {
  const { parse, compile, mediate, readExpression } = await import("../dist/index.js");
  const ms = {};
  const found = {};
  for (const [name, concept, oneWay] of [
    ["gmr", "gmr", false],
    ["smr", "smr", false],
    ["seq", "seq", false],
    ["sseq", "sseq", false],
    ["seq, four options one-way", "seq", true],
  ]) {
    const { standoff } = parse(packageModel(rng(7), Number(size), oneWay), "packages.yaml");
    const { compiled } = compile(standoff);
    const goal = readExpression("o0 and o1", standoff, "goal").expression;
    const from = performance.now();
    let before = from;
    const { findings } = mediate(compiled, {
      goal,
      concept,
      onProgress: (_, part) => {
        if (part !== "guarantees and bans") before = performance.now();
      },
    });
    ms[name] = {
      packages: Math.round(before - from),
      withGuarantees: Math.round(performance.now() - from),
    };
    found[name] = findings.packagesTotal;
  }
  console.log(JSON.stringify({ n: Number(size), states: 2 ** Number(size), ms, found }));
} else {
  const { parse, compile, analyze } = await import("../dist/index.js");
  const text = structuredModel(rng(7));
  const start = performance.now();
  const { standoff } = parse(text, "structured.yaml");
  const parsed = performance.now();
  const { compiled } = compile(standoff);
  const compiledAt = performance.now();
  const findings = analyze(compiled);
  const end = performance.now();
  console.log(
    JSON.stringify({
      combinations: findings.combinations,
      states: findings.states,
      ms: Math.round(end - start),
      parseMs: Math.round(parsed - start),
      compileMs: Math.round(compiledAt - parsed),
      analyzeMs: Math.round(end - compiledAt),
      peakMB: peakMB(),
      equilibria: findings.counts,
    }),
  );
}
