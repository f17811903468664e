import { parentPort, workerData } from "node:worker_threads";
import { planSweep } from "../analysis/sweep.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { type RowFormat, rowText } from "./sweep-rows.ts";

/** What a worker needs to make any row of a sweep by itself. */
export type SweepWork = {
  readonly file: string;
  readonly text: string;
  readonly vary: readonly string[];
  readonly sample: number | undefined;
  readonly seed: number;
  readonly goal: string | undefined;
  readonly format: RowFormat;
  readonly run: string;
};

/** Makes blocks of rows as they are asked for, `[from, to)`, each answered with its text or with problems. */
const { file, text, vary, sample, seed, goal, format, run } = workerData as SweepWork;
const standoff = parse(text, file).standoff!;
const expression = goal === undefined ? undefined : readExpression(goal, standoff, "--goal").expression;
const wanted = goal === undefined || expression === undefined ? undefined : { text: goal, expression };
const { plan } = planSweep(standoff, { vary, sample, seed, goal: wanted });

parentPort!.on("message", ({ from, to }: { from: number; to: number }) => {
  const lines: string[] = [];
  for (let number = from; number < to; number++) {
    const row = plan!.row(number);
    if ("problems" in row) {
      parentPort!.postMessage({ from, problems: row.problems });
      return;
    }
    lines.push(rowText(plan!.columns, row, run, format));
  }
  parentPort!.postMessage({ from, text: lines.join("") });
});
