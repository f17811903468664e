import { bodyFinding, votes } from "../analysis/votes.ts";
import { parseBodyFile } from "../model/parse-body-file.ts";
import { renderBody, renderVotes } from "../render/votes.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readConcepts } from "./concepts.ts";
import { readCompiled, readText } from "./read-standoff.ts";
import { styleFor } from "./screen.ts";

export type VotesArguments = { json?: true; concept: string; body?: true };

/** `standoff votes FILE`: who can pass what and who can block it; with `--body` of a body that stands alone. */
export function runVotes(file: string, options: VotesArguments): void {
  if (options.body === true) return runBody(file, options);
  const { concepts = [], problems: wrong } = readConcepts(options.concept);
  const { compiled, problems } = readCompiled(file);
  const all = [...wrong, ...problems];
  if (wrong.length === 0 && concepts.length !== 1) all.push(argumentProblem("--concept", "give one concept"));
  if (compiled === undefined || all.length > 0) return answerProblems(all, options.json);
  const findings = votes(compiled, { concept: concepts[0] });
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderVotes(findings, styleFor(process.stdout)));
}

function runBody(file: string, options: VotesArguments): void {
  const text = readText(file);
  if (typeof text !== "string") return answerProblems([text], options.json);
  const { body, problems } = parseBodyFile(text, file);
  if (body === undefined) return answerProblems(problems, options.json);
  const findings = { question: "body" as const, body: bodyFinding(body) };
  if (options.json === true) printJson(findings);
  else process.stdout.write(renderBody(findings, styleFor(process.stdout)));
}
