import { coalitions } from "../analysis/coalitions.ts";
import { renderCoalitions } from "../render/coalitions.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { unknownParties } from "./parties.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type CoalitionsArguments = { json?: true; group?: string; concept: string };

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
  if (group?.length === 0) all.push(argumentProblem("--group", "name at least one party"));
  if (compiled === undefined || all.length > 0) return answerProblems(all, options.json);
  const progress = progressBar();
  const result = coalitions(compiled, { concept: concepts[0], group, onProgress: progress.show });
  progress.done();
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderCoalitions(result.findings, styleFor(process.stdout)));
}
