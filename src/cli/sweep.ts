import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { planSweep } from "../analysis/sweep.ts";
import type { Problem } from "../model/problem.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readStandoff } from "./read-standoff.ts";
import { readWanted } from "./robustness.ts";
import { progressBar } from "./screen.ts";
import { openSweepFile, type SweepFile } from "./sweep-file.ts";
import type { SweepWork } from "./sweep-worker.ts";

export type SweepArguments = {
  json?: true;
  vary: string;
  out: string;
  sample?: number;
  seed: number;
  goal?: string;
  workers?: number;
};

/** `standoff sweep FILE`: a table of variants. The same command goes on where an unfinished table ends. */
export async function runSweep(file: string, options: SweepArguments): Promise<void> {
  const { standoff, problems } = readStandoff(file);
  const all: Problem[] = problems.filter(({ severity }) => severity === "error");
  const format = /\.jsonl$/i.test(options.out) ? "jsonl" : "csv";
  if (!/\.(csv|jsonl)$/i.test(options.out))
    all.push(
      argumentProblem("--out", "a table is a .csv or .jsonl file", `write \`--out ${options.out}.csv\``),
    );
  if (standoff === undefined) return answerProblems(all, options.json);
  const goal = readWanted(options.goal, standoff, "--goal", all);
  const { seed, sample } = options;
  const vary = options.vary.split(/[\s,]+/).filter(Boolean);
  const planned = planSweep(standoff, { vary, sample, seed, goal });
  all.push(...planned.problems);
  const first = planned.plan?.row(0);
  if (first !== undefined && "problems" in first) all.push(...first.problems);
  if (planned.plan === undefined || all.length > 0) return answerProblems(all, options.json);
  const { columns, rows } = planned.plan;
  const asked = JSON.stringify([
    standoff.text,
    columns,
    sample,
    sample === undefined ? 0 : seed,
    options.goal,
  ]);
  const run = createHash("sha256").update(asked).digest("hex").slice(0, 12);
  const table = openTable(options.out, columns, run, format);
  if (!("append" in table)) return answerProblems([table], options.json);
  const work: SweepWork = {
    file: standoff.file,
    text: standoff.text,
    vary,
    sample,
    seed,
    goal: options.goal,
    format,
    run,
  };
  const workers = Math.max(1, Math.min(options.workers ?? availableParallelism(), 64));
  const started = Date.now();
  const failed = await makeRows(table, rows, workers, work);
  table.close();
  if (failed.length > 0) return answerProblems(failed, options.json);
  const seconds = (Date.now() - started) / 1000;
  const made = rows - table.there;
  const summary = { question: "sweep", out: options.out, columns, rows, made, run, workers, seconds };
  if (options.json === true) printJson(summary);
  else
    process.stdout.write(
      `${options.out}: ${rows.toLocaleString("en")} rows${table.there > 0 ? `, ${table.there.toLocaleString("en")} of which were there already` : ""}; ${Math.round(made / Math.max(seconds, 0.001)).toLocaleString("en")} a second in ${workers === 1 ? "one worker" : `${workers} workers`}.\n`,
    );
}

function openTable(...[out, ...rest]: Parameters<typeof openSweepFile>): SweepFile | Problem {
  try {
    const table = openSweepFile(out, ...rest);
    return typeof table === "string" ? argumentProblem(out, table, "choose another --out") : table;
  } catch (error) {
    return argumentProblem(
      out,
      `the file cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** Rows handed to a worker at a time, so that little is lost when it is stopped; and so many blocks a worker may be ahead of what is written. */
const BLOCK = 16;
const AHEAD = 64;

/** Hands out blocks of rows to workers and appends them in order, whoever is done first. Returns problems of a variant, if any. */
async function makeRows(
  table: SweepFile,
  rows: number,
  workers: number,
  work: SweepWork,
): Promise<readonly Problem[]> {
  if (table.there >= rows) return [];
  const progress = progressBar();
  const started = Date.now();
  const waiting = new Map<number, string>();
  let handedOut = table.there;
  let written = table.there;
  const pool = Array.from(
    { length: workers },
    () => new Worker(new URL("./sweep-worker.js", import.meta.url), { workerData: work }),
  );
  try {
    return await new Promise<readonly Problem[]>((resolve, reject) => {
      const idle = new Set<Worker>();
      const handOut = () => {
        for (const worker of idle) {
          if (handedOut >= rows || handedOut - written > AHEAD * BLOCK * workers) return;
          idle.delete(worker);
          const to = Math.min(rows, handedOut + BLOCK);
          worker.postMessage({ from: handedOut, to });
          handedOut = to;
        }
      };
      const receive = (
        worker: Worker,
        answer: { from: number; text?: string; problems?: readonly Problem[] },
      ) => {
        if (answer.problems !== undefined) return resolve(answer.problems);
        waiting.set(answer.from, answer.text ?? "");
        for (let text = waiting.get(written); text !== undefined; text = waiting.get(written)) {
          waiting.delete(written);
          table.append(text);
          written = Math.min(rows, written + BLOCK);
        }
        progress.show(written / rows, timeLeft(written - table.there, rows - written, Date.now() - started));
        if (written >= rows) return resolve([]);
        idle.add(worker);
        handOut();
      };
      process.once("SIGINT", () => {
        progress.done();
        table.close();
        process.stderr.write(
          `Stopped after ${written.toLocaleString("en")} of ${rows.toLocaleString("en")} rows. The same command goes on from there.\n`,
        );
        process.exit(130);
      });
      for (const worker of pool) {
        worker.on("message", (answer) => receive(worker, answer));
        worker.on("error", reject);
        idle.add(worker);
      }
      handOut();
    });
  } finally {
    progress.done();
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
}

function timeLeft(done: number, left: number, ms: number): string {
  const rate = (1000 * done) / Math.max(1, ms);
  const seconds = Math.ceil(left / Math.max(rate, 1e-9));
  const time =
    seconds < 120
      ? `${seconds} s`
      : seconds < 7200
        ? `${Math.ceil(seconds / 60)} min`
        : `${Math.ceil(seconds / 3600)} h`;
  return `of the rows, ${Math.round(rate).toLocaleString("en")} a second, ${time} left`;
}
