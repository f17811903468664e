import { lookback } from "../analysis/lookback.ts";
import { renderLookback } from "../render/lookback.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readCompiled } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type LookbackArguments = { json?: true; since?: string };

/** `standoff lookback FILE`: what happened, against what the model says of it. */
export function runLookback(file: string, options: LookbackArguments): void {
  const { compiled, problems } = readCompiled(file);
  const { since } = options;
  const wrong =
    since === undefined || /^\d{4}-\d{2}-\d{2}$/.test(since)
      ? []
      : [argumentProblem("--since", `\`${since}\` is not a day`, "write year-month-day, such as 2003-01-22")];
  if (compiled === undefined || wrong.length > 0)
    return answerProblems([...wrong, ...problems], options.json);
  const findings = lookback(compiled, since === undefined ? {} : { since });
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderLookback(findings, styleFor(process.stdout)));
}
