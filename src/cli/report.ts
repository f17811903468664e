import { report } from "../analysis/report.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderReport } from "../render/report.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar } from "./screen.ts";
import { writeWhole } from "./write-whole.ts";

export type ReportArguments = { json?: true; goal?: string; time?: number; out?: string };

/** `standoff report FILE --out report.html`: the answers as one document for readers who know neither file nor method. */
export function runReport(file: string, options: ReportArguments): void {
  const { compiled, problems } = readCompiled(file);
  if (options.time !== undefined && options.goal === undefined)
    problems.push(argumentProblem("--time", "this is for `--goal`; nothing else takes a search"));
  if (compiled === undefined) return answerProblems(problems, options.json);
  const goal =
    options.goal === undefined ? undefined : readExpression(options.goal, compiled.standoff, "--goal");
  problems.push(...(goal?.problems ?? []));
  if (problems.length > 0) return answerProblems(problems, options.json);
  const progress = progressBar();
  const deadline = options.time === undefined ? Number.POSITIVE_INFINITY : Date.now() + 1000 * options.time;
  const findings = report(compiled, {
    goal: goal?.expression === undefined ? undefined : { expression: goal.expression, text: options.goal! },
    onProgress: progress.show,
    outOfTime: () => Date.now() > deadline,
  });
  progress.done();
  if (options.json === true) return printJson(findings);
  const html = renderReport(findings);
  if (options.out === undefined) {
    process.stdout.write(html);
    return;
  }
  try {
    writeWhole(options.out, html);
  } catch (error) {
    answerProblems(
      [
        argumentProblem(
          options.out,
          `the file cannot be written (${error instanceof Error ? error.message : error})`,
        ),
      ],
      undefined,
    );
  }
}
