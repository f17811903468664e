import { fair, weighAll } from "../analysis/fair.ts";
import { mediate } from "../analysis/mediate.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderFair } from "../render/fair.ts";
import { renderMediate } from "../render/mediate.ts";
import { answerProblems, argumentProblem, EXIT, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { frontierKind, writeFrontier } from "./frontier.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type MediateArguments = {
  json?: true;
  goal?: string;
  from?: string;
  concept: string;
  fair?: true;
  frontier?: string;
  inverse?: true;
  time?: number;
};

/** How long to search when nothing is said. */
const SECONDS = 60;

/**
 * `standoff mediate FILE --goal EXPR`: what a mediator would have to put on the table. Exit code 1 when there is no package, 3
 * when the time was up. Without a goal only what is fair among all states; `--frontier` writes the efficient ones to a file.
 */
export function runMediate(file: string, options: MediateArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (options.goal === undefined && options.fair !== true && options.frontier === undefined)
    all.push(
      argumentProblem(
        "--goal",
        "say what is to be reached",
        'add `--goal "…"`, or `--fair` for what is fair among all states',
      ),
    );
  if (options.goal === undefined && options.time !== undefined)
    all.push(argumentProblem("--time", "this is for `--goal`; what is fair takes no search"));
  if (options.frontier !== undefined && frontierKind(options.frontier) === undefined)
    all.push(argumentProblem("--frontier", "the file's name says what to write", "end it with .csv or .svg"));
  if (compiled === undefined) return answerProblems(all, options.json);
  const read = (text: string | undefined, argument: string) => {
    if (text === undefined) return undefined;
    const { expression, problems: unread } = readExpression(text, compiled.standoff, argument);
    all.push(...unread);
    return expression;
  };
  const goal = read(options.goal, "--goal");
  const from = read(options.from, "--from");
  if (all.length > 0) return answerProblems(all, options.json);

  const weighing =
    goal === undefined || options.frontier !== undefined ? weighAll(compiled, from) : undefined;
  if (weighing !== undefined && options.frontier !== undefined) {
    const unwritten = writeFrontier(compiled, weighing, options.frontier);
    if (unwritten.length > 0) return answerProblems(unwritten, options.json);
  }
  if (goal === undefined) {
    const { findings, problems: unanswered } = fair(compiled, { weighing });
    if (findings === undefined) return answerProblems(unanswered, options.json);
    if (options.json === true) printJson(findings);
    else process.stdout.write(renderFair(findings, styleFor(process.stdout)));
    return;
  }
  const progress = progressBar();
  const deadline = Date.now() + 1000 * (options.time ?? SECONDS);
  const result = mediate(compiled, {
    goal,
    from,
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
