import { states } from "../analysis/states.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderStates } from "../render/states.ts";
import { answerProblems, printJson } from "./answer.ts";
import { readCompiled } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type StatesArguments = { json?: true; where?: string; limit: number; numbering?: "gmcr" };

/** `standoff states FILE`: the feasible states, listed. */
export function runStates(file: string, options: StatesArguments): void {
  const { compiled, problems } = readCompiled(file);
  if (compiled === undefined) return answerProblems(problems, options.json);
  const where =
    options.where === undefined ? undefined : readExpression(options.where, compiled.standoff, "--where");
  if (where !== undefined && where.problems.length > 0) return answerProblems(where.problems, options.json);
  const findings = states(compiled, {
    ...(where?.expression === undefined ? {} : { where: where.expression }),
    ...(options.numbering === undefined ? {} : { numbering: options.numbering }),
    limit: options.limit,
  });
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderStates(findings, styleFor(process.stdout)));
}
