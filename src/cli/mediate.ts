import { mediate } from "../analysis/mediate.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderMediate } from "../render/mediate.ts";
import { answerProblems, argumentProblem, EXIT, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type MediateArguments = {
  json?: true;
  goal: string;
  from?: string;
  concept: string;
  fair?: true;
  inverse?: true;
  time?: number;
};

/** `standoff mediate FILE --goal EXPR`: what a mediator would have to put on the table. Exit code 1 when there is no package, 3 when the time was up. */
export function runMediate(file: string, options: MediateArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (compiled === undefined) return answerProblems(all, options.json);
  const goal = readExpression(options.goal, compiled.standoff, "--goal");
  const from =
    options.from === undefined ? undefined : readExpression(options.from, compiled.standoff, "--from");
  all.push(...goal.problems, ...(from?.problems ?? []));
  if (goal.expression === undefined || all.length > 0) return answerProblems(all, options.json);
  const progress = progressBar();
  const deadline = options.time === undefined ? Number.POSITIVE_INFINITY : Date.now() + 1000 * options.time;
  const result = mediate(compiled, {
    goal: goal.expression,
    from: from?.expression,
    concept: concepts[0],
    fair: options.fair === true,
    askInverse: options.inverse === true,
    onProgress: progress.show,
    outOfTime: () => Date.now() > deadline,
  });
  progress.done();
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderMediate(result.findings, styleFor(process.stdout)));
  if (result.findings.unfinished !== undefined) process.exitCode = EXIT.limit;
  else if (result.findings.packagesTotal === 0 && !result.findings.alreadyThere) process.exitCode = EXIT.no;
}
