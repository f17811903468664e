/** Measures one thing in a process of its own, so that its peak memory is its own; prints one line of JSON. */
import { performance } from "node:perf_hooks";
import { structuredModel } from "./structured-model.mjs";

const [what, size] = process.argv.slice(2);
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

if (what === "random") {
  const n = Number(size);
  const game = randomGame(n, 5, 7);
  const start = performance.now();
  const { equilibria } = stabilities(game);
  const ms = Math.round(performance.now() - start);
  console.log(
    JSON.stringify({ n, states: game.states, ms, peakMB: peakMB(), equilibria: countEach(equilibria) }),
  );
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
