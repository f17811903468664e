import { analyze } from "../analysis/analyze.ts";
import { writeCsv } from "../formats/csv-out.ts";
import { writeDot } from "../formats/dot-out.ts";
import { writeGmcr } from "../formats/gmcr-out.ts";
import { writeNfg } from "../formats/nfg-out.ts";
import type { Compiled } from "../game/compile.ts";
import { print } from "../model/print.ts";
import { answerProblems, argumentProblem, EXIT, printJson } from "./answer.ts";
import { readCompiled, readStandoff } from "./read-standoff.ts";
import { writeWhole } from "./write-whole.ts";

export const TARGETS = ["yaml", "gmcr", "nfg", "csv", "dot"] as const;
export const TABLES = ["stability", "equilibria", "moves"] as const;

export type ConvertArguments = {
  json?: true;
  to: (typeof TARGETS)[number];
  what: (typeof TABLES)[number];
  out?: string;
};

/** `standoff convert FILE --to FORMAT`: another program's file; what it cannot hold is said on standard error. */
export function runConvert(file: string, options: ConvertArguments): void {
  if (options.to === "yaml") {
    const { standoff, problems } = readStandoff(file);
    if (standoff === undefined) return answerProblems(problems, options.json);
    return deliver({ text: print(standoff), losses: [] }, options);
  }
  const { compiled, problems } = readCompiled(file);
  if (compiled === undefined) return answerProblems(problems, options.json);
  deliver(written(compiled, options), options);
}

type Written = { readonly text: string | undefined; readonly losses: readonly string[] };

function written(compiled: Compiled, { to, what }: ConvertArguments): Written {
  switch (to) {
    case "gmcr":
      return writeGmcr(compiled);
    case "nfg":
      return writeNfg(compiled);
    case "csv":
      return writeCsv(compiled, analyze(compiled), what);
    default:
      return writeDot(compiled, analyze(compiled));
  }
}

function deliver({ text, losses }: Written, { json, out, to }: ConvertArguments): void {
  if (text === undefined) {
    answerProblems(
      losses.map((loss) => argumentProblem(`--to ${to}`, loss)),
      json,
    );
    process.exitCode = EXIT.limit;
    return;
  }
  if (out !== undefined) {
    try {
      writeWhole(out, text);
    } catch (error) {
      return answerProblems(
        [
          argumentProblem(
            out,
            `the file cannot be written (${error instanceof Error ? error.message : error})`,
          ),
        ],
        json,
      );
    }
  }
  if (json === true) return printJson({ to, out, text: out === undefined ? text : undefined, losses });
  if (out === undefined) process.stdout.write(text);
  for (const loss of losses) process.stderr.write(`Not kept in ${to}: ${loss}\n`);
}
