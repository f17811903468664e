import { coalitions } from "../analysis/coalitions.ts";
import { wedge } from "../analysis/wedge.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderCoalitions } from "../render/coalitions.ts";
import { renderWedge } from "../render/wedge.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { unknownParties } from "./parties.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type CoalitionsArguments = {
  json?: true;
  group?: string;
  concept: string;
  wedge?: string;
  at?: string;
};

/** `standoff coalitions FILE`: which outcomes survive groups that move together. */
export function runCoalitions(file: string, options: CoalitionsArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  const group =
    options.group === undefined ? undefined : [...new Set(options.group.split(/[\s,]+/).filter(Boolean))];
  if (compiled !== undefined && group !== undefined)
    all.push(...unknownParties(compiled.standoff, group, "--group"));
  const alliance =
    options.wedge === undefined ? undefined : [...new Set(options.wedge.split(/[\s,]+/).filter(Boolean))];
  if (compiled !== undefined && alliance !== undefined)
    all.push(...unknownParties(compiled.standoff, alliance, "--wedge"));
  if (alliance !== undefined && alliance.length < 2)
    all.push(argumentProblem("--wedge", "an alliance has at least two members"));
  if (options.at !== undefined && alliance === undefined)
    all.push(argumentProblem("--at", "this belongs to `--wedge`"));
  const at =
    options.at === undefined || compiled === undefined
      ? undefined
      : readExpression(options.at, compiled.standoff, "--at");
  all.push(...(at?.problems ?? []));
  if (group?.length === 0) all.push(argumentProblem("--group", "name at least one party"));
  if (compiled === undefined || all.length > 0) return answerProblems(all, options.json);
  if (alliance !== undefined) {
    const answer = wedge(compiled, { alliance, at: at?.expression, concept: concepts[0] });
    if (answer.findings === undefined) return answerProblems(answer.problems, options.json);
    if (options.json === true) printJson(answer.findings);
    else process.stdout.write(renderWedge(answer.findings, styleFor(process.stdout)));
    return;
  }
  const progress = progressBar();
  const result = coalitions(compiled, { concept: concepts[0], group, onProgress: progress.show });
  progress.done();
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderCoalitions(result.findings, styleFor(process.stdout)));
}
