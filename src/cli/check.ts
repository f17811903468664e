import { check } from "../analysis/check.ts";
import { answerProblems, printJson } from "./answer.ts";
import { readStandoff } from "./read-standoff.ts";

/** `standoff check FILE`: everything wrong or suspicious, at once. */
export function runCheck(file: string, options: { json?: true }): void {
  const { standoff, problems } = readStandoff(file);
  const all = standoff === undefined ? problems : [...problems, ...check(standoff)];
  if (all.length > 0) answerProblems(all, options.json);
  else if (options.json === true) printJson({ problems: [] });
  else process.stdout.write("Nothing wrong and nothing suspicious.\n");
}
