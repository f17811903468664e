import { paths } from "../analysis/paths.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderPaths } from "../render/paths.ts";
import { answerProblems, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readCompiled } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type PathsArguments = { json?: true; from?: string; to?: string; concept?: string };

/** `standoff paths FILE`: how outcomes could be reached. */
export function runPaths(file: string, options: PathsArguments): void {
  const { concepts, problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  if (compiled === undefined) return answerProblems([...wrong, ...problems], options.json);
  const read = (text: string | undefined, label: string) =>
    text === undefined
      ? { expression: undefined, problems: [] }
      : readExpression(text, compiled.standoff, label);
  const from = read(options.from, "--from");
  const to = read(options.to, "--to");
  const all = [...wrong, ...from.problems, ...to.problems];
  if (all.length > 0) return answerProblems(all, options.json);
  const result = paths(compiled, { from: from.expression, to: to.expression, concepts });
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderPaths(result.findings, styleFor(process.stdout)));
}
