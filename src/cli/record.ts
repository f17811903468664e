import { record } from "../analysis/record.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { renderRecord } from "../render/record.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readCompiled } from "./read-standoff.ts";
import { progressBar, styleFor } from "./screen.ts";

export type RecordArguments = { json?: true; concept: string; retract?: string };

/** `standoff record FILE`: sources, claims and timeline, what each answer rests on, and what would change without a claim. */
export function runRecord(file: string, options: RecordArguments): void {
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all: Problem[] = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (compiled === undefined) return answerProblems(all, options.json);
  const retract = options.retract?.split(/[\s,]+/).filter(Boolean);
  const known = compiled.standoff.claims.map(({ id }) => id);
  for (const id of retract ?? []) {
    if (!known.includes(id))
      all.push(
        argumentProblem("--retract", `there is no claim \`${id.slice(0, 100)}\``, didYouMean(id, known)),
      );
  }
  if (retract?.length === 0) all.push(argumentProblem("--retract", "give the id of a claim"));
  if (all.length > 0) return answerProblems(all, options.json);
  const progress = progressBar();
  const findings = record(compiled, {
    concept: concepts[0],
    ...(retract && { retract }),
    onProgress: progress.show,
  });
  progress.done();
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderRecord(findings, styleFor(process.stdout)));
}
