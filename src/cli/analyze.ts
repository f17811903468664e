import { analyze } from "../analysis/analyze.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderAnalyze } from "../render/analyze.ts";
import { answerProblems, argumentProblem, EXIT, printJson } from "./answer.ts";
import { readNotions } from "./concepts.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type AnalyzeArguments = { json?: true; concept?: string; expect?: string; numbering?: "gmcr" };

/** `standoff analyze FILE`: what would hold. */
export function runAnalyze(file: string, options: AnalyzeArguments): void {
  const { concepts, notions, problems: wrong } = readNotions(options.concept);
  const { compiled, problems } = readCompiled(file);
  const expected =
    options.expect === undefined || compiled === undefined
      ? undefined
      : readExpression(options.expect, compiled.standoff, "--expect");
  const all = [...wrong, ...problems, ...(expected?.problems ?? [])];
  if (compiled === undefined || all.length > 0) return answerProblems(all, options.json);
  const progress = progressBar();
  const findings = analyze(compiled, {
    ...(concepts === undefined ? {} : { concepts }),
    ...(notions.length === 0 ? {} : { notions }),
    ...(options.numbering === undefined ? {} : { numbering: options.numbering }),
    ...(expected?.expression === undefined ? {} : { expect: expected.expression }),
    onProgress: progress.show,
  });
  progress.done();
  const limits = (findings.foresight ?? []).flatMap(({ limit }) => limit ?? []);
  if (limits.length > 0)
    return answerProblems(
      limits.map((limit) => ({ ...argumentProblem("--concept", limit), code: "limit" })),
      options.json,
    );
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderAnalyze(findings, styleFor(process.stdout)));
  if (findings.expected === false) {
    process.stderr.write(`No outcome that would hold satisfies: ${options.expect}\n`);
    process.exitCode = EXIT.no;
  }
}
