import type { Wanted } from "../analysis/asked.ts";
import { type RobustnessOptions, robustness } from "../analysis/robustness.ts";
import type { Problem } from "../model/problem.ts";
import { readExpression } from "../model/read-expression.ts";
import type { Standoff } from "../model/standoff.ts";
import { renderRobustness } from "../render/robustness.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readStandoff } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type RobustnessArguments = {
  json?: true;
  concept: string;
  goal?: string;
  package?: string;
  seed: number;
  within: number;
  time: number;
};

/** `standoff robustness FILE`: every answer under all that the file leaves open. */
export function runRobustness(file: string, options: RobustnessArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { standoff, problems } = readStandoff(file);
  const all: Problem[] = [...wrong, ...problems.filter(({ severity }) => severity === "error")];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (standoff === undefined) return answerProblems(all, options.json);
  const goal = readWanted(options.goal, standoff, "--goal", all);
  const bargain = readWanted(options.package, standoff, "--package", all);
  if (bargain !== undefined && standoff.statusQuo === undefined)
    all.push(argumentProblem("--package", "the file has no status quo, so there is nothing to start from"));
  if (all.length > 0) return answerProblems(all, options.json);
  const progress = progressBar();
  const started = Date.now();
  const asked: RobustnessOptions = {
    concept: concepts[0],
    goal,
    bargain,
    seed: options.seed,
    within: options.within,
    outOfTime: () => Date.now() - started > 1000 * options.time,
  };
  const result = robustness(standoff, asked, ({ share, what }) => progress.show(share, what));
  progress.done();
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderRobustness(result.findings, styleFor(process.stdout)));
}

/** An expression given on the command line, with its text; its mistakes are added to `problems`. */
export function readWanted(
  text: string | undefined,
  standoff: Standoff,
  label: string,
  problems: Problem[],
): Wanted | undefined {
  if (text === undefined) return undefined;
  const read = readExpression(text, standoff, label);
  problems.push(...read.problems);
  return read.expression && { text, expression: read.expression };
}
