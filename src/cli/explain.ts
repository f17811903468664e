import { explain } from "../analysis/explain.ts";
import { explainForesight } from "../analysis/explain-foresight.ts";
import type { Problem } from "../model/problem.ts";
import { readExpression } from "../model/read-expression.ts";
import { renderExplain } from "../render/explain.ts";
import { renderExplainForesight } from "../render/explain-foresight.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readNotions } from "./concepts.ts";
import { unknownParties } from "./parties.ts";
import { readCompiled } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type ExplainArguments = { json?: true; party: string; concept: string; state?: string };

/** `standoff explain FILE --party ID`: why a state is stable for a party, or why not. */
export function runExplain(file: string, options: ExplainArguments): void {
  const { concepts = [], notions, problems: wrong } = readNotions(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all: Problem[] = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length + notions.length !== 1)
    all.push(argumentProblem("--concept", "give one concept to explain"));
  if (compiled === undefined) return answerProblems(all, options.json);
  all.push(...unknownParties(compiled.standoff, [options.party], "--party"));
  const wanted =
    options.state === undefined ? undefined : readExpression(options.state, compiled.standoff, "--state");
  all.push(...(wanted?.problems ?? []));
  if (all.length > 0) return answerProblems(all, options.json);
  if (notions.length === 1) {
    const answer = explainForesight(compiled, {
      state: wanted?.expression,
      party: options.party,
      notion: notions[0],
    });
    if (answer.findings === undefined) return answerProblems(answer.problems, options.json);
    if (options.json === true) printJson(answer.findings);
    else process.stdout.write(renderExplainForesight(answer.findings, styleFor(process.stdout)));
    return;
  }
  const result = explain(compiled, { state: wanted?.expression, party: options.party, concept: concepts[0] });
  if (result.findings === undefined) return answerProblems(result.problems, options.json);
  if (options.json === true) printJson(result.findings);
  else process.stdout.write(renderExplain(result.findings, styleFor(process.stdout)));
}
