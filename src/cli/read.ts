import { readFileSync } from "node:fs";
import { parse } from "../model/parse.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { addDraft, draftAlone, linesFor } from "../record/add-draft.ts";
import type { Draft } from "../record/draft.ts";
import { draftFor } from "../record/draft-for.ts";
import { readReport } from "../record/read-report.ts";
import type { Reading } from "../record/reading.ts";
import { accepted, reviewOf } from "../record/review.ts";
import type { Suggestions } from "../record/suggest.ts";
import { writeDraft } from "../record/write-draft.ts";
import { renderEvidence } from "../render/evidence.ts";
import { addedWords } from "../render/review.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readText, whyNot } from "./read-standoff.ts";
import { askAll } from "./review.ts";
import { styleFor } from "./screen.ts";
import { writeWhole } from "./write-whole.ts";

export type ReadArguments = { json?: true; into?: string; suggest?: true; review?: true };

/** `standoff read REPORT…`: a record drafted from news reports, printed or added to a standoff file. */
export async function runRead(reports: readonly string[], options: ReadArguments): Promise<void> {
  const problems: Problem[] = [];
  const readings: { readonly file: string; readonly reading: Reading }[] = [];
  if (options.review === true && reports.includes("-"))
    problems.push(
      argumentProblem(
        "--review",
        "the answers are read from standard input, so a report cannot be",
        "give the report as a file",
      ),
    );
  if (options.review === true && options.json === true)
    problems.push(argumentProblem("--review", "cannot be combined with --json"));
  for (const file of problems.length > 0 ? [] : reports) {
    const bytes = bytesOf(file);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      continue;
    }
    const { reading, problem } = readReport(bytes);
    if (reading !== undefined) readings.push({ file, reading });
    else if (problem !== undefined)
      problems.push({ ...argumentProblem(file, problem.message), code: problem.code });
  }
  const into = options.into === undefined ? undefined : standoffIn(options.into, problems);
  if (problems.length > 0 || (options.into !== undefined && into === undefined))
    return answerProblems(problems, options.json);
  const { again, ...drafted } = draftFor(
    readings.map(({ reading }) => reading),
    into,
  );
  if (again.length > 0)
    return answerProblems(
      again.map(({ title, id }) =>
        argumentProblem("--into", `the report "${title}" is in the file already, as \`${id}\``),
      ),
      options.json,
    );
  let { draft } = drafted;
  let suggestions = options.suggest === true ? drafted.suggestions : undefined;
  if (options.json === true)
    return printJson({ question: "read", reports: readings, draft, ...(suggestions && { suggestions }) });
  if (options.review === true) {
    const texts = readings.map(({ reading }) => reading.text);
    const kept = accepted(await askAll(reviewOf(draft, suggestions), texts, styleFor(process.stderr)));
    draft = kept.draft;
    suggestions = suggestions && kept.suggestions;
  }
  if (into === undefined || options.into === undefined) {
    process.stdout.write(draftAlone(draft, suggestions));
    return;
  }
  addInto(options.into, into, draft, suggestions, options.review === true);
}

/** Writes the draft into the file, whole or not at all; suggestions only after they were accepted in a review. */
function addInto(
  file: string,
  standoff: Standoff,
  draft: Draft,
  suggestions: Suggestions | undefined,
  reviewed: boolean,
): void {
  const { parties = [], options = [], evidence = [] } = suggestions ?? {};
  const accepted = reviewed ? parties.length + options.length + evidence.length : 0;
  if (draft.sources.length + draft.claims.length + draft.timeline.length + accepted === 0) {
    process.stdout.write(`Nothing was added to ${file}.\n`);
    return;
  }
  const added = addDraft(standoff, file, draft, reviewed ? suggestions : undefined);
  if (added.text === undefined) return answerProblems(added.problems, undefined);
  try {
    writeWhole(file, added.text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return answerProblems([argumentProblem(file, `cannot be written (${why})`)], undefined);
  }
  process.stdout.write(`Added to ${file}: ${addedWords(draft, reviewed ? suggestions : undefined)}.\n`);
  const style = styleFor(process.stdout);
  if (reviewed) {
    process.stdout.write(renderEvidence(added.left, style));
    return;
  }
  if (parties.length + options.length > 0) {
    const lines = { ...linesFor(standoff, draft, suggestions), sources: [], claims: [], timeline: [] };
    const text = writeDraft(lines, { title: "", asOf: undefined });
    process.stdout.write(
      `\nNot added, to take over by hand or with --review:\n${text.replace(/^standoff: 1\ntitle: ""\n\n?/, "")}`,
    );
  }
  process.stdout.write(renderEvidence(evidence, style));
}

function bytesOf(file: string): Uint8Array | Problem {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    return argumentProblem(file, whyNot(error), "give the path of a saved page or a text file");
  }
}

function standoffIn(file: string, problems: Problem[]): Standoff | undefined {
  if (file === "-") {
    problems.push(argumentProblem("--into", "give the path of a standoff file to add to"));
    return undefined;
  }
  const text = readText(file);
  if (typeof text !== "string") {
    problems.push(text);
    return undefined;
  }
  const result = parse(text, file);
  if (result.standoff === undefined) problems.push(...result.problems);
  return result.standoff;
}
