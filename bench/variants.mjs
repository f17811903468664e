/**
 * How many variants of a doubted model are computed in a second: 2^bits states, five parties, forty doubts, all read anew for each
 * variant; all five concepts for every state. In worker threads, as `standoff sweep` does.
 */
import { performance } from "node:perf_hooks";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { doubtedModel } from "./doubted-model.mjs";

const WARM_UP = 2000;
const MEASURED = 4000;

export async function variantRate(bits, threads) {
  const rates = Array.from({ length: threads }, (_, seed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { bits, seed } });
    return new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  });
  return Math.round((await Promise.all(rates)).reduce((sum, each) => sum + each, 0));
}

if (!isMainThread) {
  const { rng } = await import("../dist/game/generate.js");
  const { parse } = await import("../dist/model/parse.js");
  const { doubtsIn } = await import("../dist/analysis/doubts.js");
  const { variantsOf } = await import("../dist/analysis/variants.js");
  const { drawChoice, drawsOf } = await import("../dist/analysis/draw.js");
  const { bits, seed } = workerData;
  const { standoff } = parse(doubtedModel(bits, rng(7)), "doubted.yaml");
  const doubts = doubtsIn(standoff);
  const under = variantsOf(standoff, doubts, 31);
  const choice = new Uint8Array(doubts.list.length);
  let number = 0;
  const run = (ms) => {
    const start = performance.now();
    const before = number;
    while (performance.now() - start < ms)
      for (let each = 0; each < 8; each++) {
        drawChoice(doubts, drawsOf(seed, number++), choice);
        under(choice);
      }
    return (1000 * (number - before)) / (performance.now() - start);
  };
  run(WARM_UP);
  parentPort.postMessage(run(MEASURED));
}
