import { perceptions } from "../analysis/perceptions.ts";
import { renderPerceptions } from "../render/perceptions.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readStandoff } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type PerceptionsArguments = { json?: true; concept: string };

/** `standoff perceptions FILE`: the standoff in each party's eyes. */
export function runPerceptions(file: string, options: PerceptionsArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { standoff, problems } = readStandoff(file);
  const all = [...wrong, ...problems.filter(({ severity }) => severity === "error")];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (standoff === undefined || all.length > 0) return answerProblems(all, options.json);
  const result = perceptions(standoff, { concept: concepts[0] });
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderPerceptions(result.findings, styleFor(process.stdout)));
}
