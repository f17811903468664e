import { noErrors, type Problem } from "../model/problem.ts";
import { renderProblems } from "../render/problems.ts";
import { styleFor } from "./screen.ts";

/** Exit codes: done; the answer was "no" where a "yes" was expected; the input is wrong; a limit was reached. */
export const EXIT = { done: 0, no: 1, input: 2, limit: 3 } as const;

/** Prints problems: on standard error in words, or with `json` on standard output as the one document. */
export function answerProblems(problems: readonly Problem[], json: boolean | undefined): void {
  if (problems.length === 0 && json !== true) return;
  if (json === true) printJson({ problems });
  else process.stderr.write(`${renderProblems(problems, styleFor(process.stderr))}\n`);
  process.exitCode = exitCodeOf(problems);
}

/** A limit only when nothing else is wrong. */
function exitCodeOf(problems: readonly Problem[]): number {
  if (noErrors(problems)) return EXIT.done;
  const errors = problems.filter((problem) => problem.severity === "error");
  return errors.every((problem) => problem.code === "limit") ? EXIT.limit : EXIT.input;
}

export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** A problem of the command line rather than of a file. */
export function argumentProblem(argument: string, message: string, fix?: string): Problem {
  const place = { file: argument, line: 0, column: 0, length: 1, excerpt: "" };
  return { severity: "error", code: "argument", message, ...place, ...(fix === undefined ? {} : { fix }) };
}
