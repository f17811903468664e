/**
 * What speed we claim, measured: `npm run bench` prints one JSON document. Arguments are the sizes n of the random model
 * (2^n states, five parties); none means all of them. Counts that differ from the known ones end it with exit code 1.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { setUp } from "../scripts/setup.mjs";

setUp();
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const KNOWN = {
  10: { nash: 0, gmr: 984, smr: 267, seq: 961, sseq: 246 },
  14: { nash: 1, gmr: 16264, smr: 2854, seq: 16145, sseq: 2843 },
  16: { nash: 2, gmr: 65361, smr: 6316, seq: 65112, sseq: 6297 },
  18: { nash: 0, gmr: 261990, smr: 13680, seq: 261729, sseq: 13676 },
  20: { nash: 0, gmr: 1048310, smr: 37550, seq: 1047654, sseq: 37542 },
  22: { nash: 0, gmr: 4193798, smr: 59629, seq: 4192628, sseq: 59626 },
};
const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : Object.keys(KNOWN).map(Number);
const progress = (text) => process.stderr.isTTY && process.stderr.write(`${text}\n`);
const measure = (...args) => {
  progress(`measuring ${args.join(" ")}`);
  return JSON.parse(execFileSync(process.execPath, [here("./measure.mjs"), ...args], { encoding: "utf8" }));
};

const random = sizes.map((n) => measure("random", String(n)));
const universal = measure("universal", "16");
const opposed = measure("universal", "16", "opposed");
const efficient = measure("efficient", "16");
const concepts = measure("concepts", "12");
const packages = measure("packages", "16");
const variants = ["6", "12"].map((bits) => measure("variants", bits));
const structured = measure("structured");
const wholeProcess = Array.from({ length: 7 }, () => {
  const start = performance.now();
  spawnSync(process.execPath, [here("../dist/cli/main.js"), "analyze", here("../examples/elmira.yaml")]);
  return Math.round(performance.now() - start);
}).sort((a, b) => a - b);
const bare = Array.from({ length: 7 }, () => {
  const start = performance.now();
  spawnSync(process.execPath, ["-e", ""]);
  return Math.round(performance.now() - start);
}).sort((a, b) => a - b);

console.log(
  JSON.stringify(
    {
      node: process.version,
      cpu: cpus()[0].model,
      random,
      universal,
      opposed,
      efficient,
      concepts,
      packages,
      variants,
      structured,
      twelveStates: { medianMs: wholeProcess[3], nodeAloneMs: bare[3] },
    },
    null,
    2,
  ),
);
const wrong = random.filter(
  ({ n, equilibria }) => KNOWN[n] && JSON.stringify(equilibria) !== JSON.stringify(KNOWN[n]),
);
if (wrong.length > 0) {
  console.error(`Wrong counts of equilibria at n = ${wrong.map(({ n }) => n).join(", ")}.`);
  process.exitCode = 1;
}
