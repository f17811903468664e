import { compare } from "../analysis/compare.ts";
import { renderCompare } from "../render/compare.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

/** `standoff compare A B`: what is different in the answers to two versions of a standoff. */
export function runCompare(first: string, second: string, options: { json?: true }): void {
  if (first === "-" && second === "-")
    return answerProblems([argumentProblem("-", "standard input can be one of the two only")], options.json);
  const before = readCompiled(first);
  const after = readCompiled(second);
  if (before.compiled === undefined || after.compiled === undefined)
    return answerProblems([...before.problems, ...after.problems], options.json);
  const progress = progressBar();
  const findings = compare(before.compiled, after.compiled, progress.show);
  progress.done();
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderCompare(findings, styleFor(process.stdout)));
}
