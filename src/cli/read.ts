import { readFileSync } from "node:fs";
import { parse } from "../model/parse.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { type Draft, draftOf } from "../record/draft.ts";
import { addTo } from "../record/into.ts";
import { readReport } from "../record/read-report.ts";
import type { Reading } from "../record/reading.ts";
import { partyOf, type Suggestions, suggest, withoutKnownEvents } from "../record/suggest.ts";
import { linesOf, writeDraft } from "../record/write-draft.ts";
import { renderEvidence } from "../render/evidence.ts";
import { answerProblems, argumentProblem, printJson } from "./answer.ts";
import { readText, whyNot } from "./read-standoff.ts";
import { review } from "./review.ts";
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
  const standoff = into?.standoff;
  const all = draftOf(
    readings.map(({ reading }) => reading),
    { ids: idsIn(standoff), claims: standoff?.claims ?? [] },
  );
  const again = all.sources.flatMap(({ title, publisher, date }) => {
    const there = standoff?.sources.find(
      (each) => each.title === title && each.publisher === publisher && each.date === date,
    );
    if (there === undefined) return [];
    return [argumentProblem("--into", `the report "${title}" is in the file already, as \`${there.id}\``)];
  });
  if (again.length > 0) return answerProblems(again, options.json);
  const known = standoff === undefined ? { draft: all, evidence: [] } : withoutKnownEvents(all, standoff);
  let draft: Draft = known.draft;
  let suggestions: Suggestions | undefined = options.suggest === true ? suggest(draft, standoff) : undefined;
  if (suggestions !== undefined)
    suggestions = { ...suggestions, evidence: [...known.evidence, ...suggestions.evidence] };
  if (options.json === true)
    return printJson({ question: "read", reports: readings, draft, ...(suggestions && { suggestions }) });
  if (options.review === true) {
    const texts = new Map(readings.map(({ reading }, index) => [draft.sources[index].id, reading.text]));
    ({ draft, suggestions } = await review(draft, suggestions, texts, styleFor(process.stderr)));
  }
  const titles = new Map(suggestions?.parties.map(({ id, title }) => [title, id]));
  const lines = linesOf(draft, suggestions, (actor) => partyOf(actor, standoff) ?? titles.get(actor));
  if (into === undefined || options.into === undefined) {
    const whole =
      suggestions !== undefined && suggestions.parties.length > 0 && suggestions.options.length > 0;
    const dates = draft.sources.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
    process.stdout.write(
      writeDraft(
        lines,
        whole ? { title: draft.sources[0]?.title ?? "A standoff", asOf: dates.at(-1) } : undefined,
      ),
    );
    return;
  }
  addInto(options.into, into.text, lines, { draft, suggestions, reviewed: options.review === true });
}

/** Writes the draft into the file, whole or not at all; suggestions only after they were accepted in a review. */
function addInto(
  file: string,
  text: string,
  lines: ReturnType<typeof linesOf>,
  { draft, suggestions, reviewed }: { draft: Draft; suggestions: Suggestions | undefined; reviewed: boolean },
): void {
  if (draft.claims.length + (suggestions?.options.length ?? 0) + (suggestions?.parties.length ?? 0) === 0) {
    process.stdout.write(`Nothing was added to ${file}.\n`);
    return;
  }
  const record = { ...lines, ...(reviewed ? {} : { parties: [], options: [], preferences: [] }) };
  const added = addTo(text, record);
  if (added.text === undefined) {
    return answerProblems(
      [
        argumentProblem(
          file,
          `\`${added.blocking}\` is written on one line, and nothing can be added there without rewriting it`,
          "write it over several lines, an entry a line",
        ),
      ],
      undefined,
    );
  }
  const { problems } = parse(added.text, file);
  if (!noErrors(problems)) return answerProblems(problems, undefined);
  try {
    writeWhole(file, added.text);
  } catch (error) {
    return answerProblems(
      [
        argumentProblem(
          file,
          `cannot be written (${error instanceof Error ? error.message : String(error)})`,
        ),
      ],
      undefined,
    );
  }
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
  process.stdout.write(
    `Added to ${file}: ${count(draft.sources.length, "source")}, ${count(draft.claims.length, "claim")}, ${count(draft.timeline.length, "event")}.\n`,
  );
  if (suggestions !== undefined) {
    if (!reviewed && suggestions.options.length + suggestions.parties.length > 0)
      process.stdout.write(
        `\nNot added, to take over by hand or with --review:\n${writeDraft({ ...lines, sources: [], claims: [], timeline: [] }, { title: "", asOf: undefined }).replace(/^standoff: 1\ntitle: ""\n\n?/, "")}`,
      );
    process.stdout.write(renderEvidence(suggestions, styleFor(process.stdout)));
  }
}

function bytesOf(file: string): Uint8Array | Problem {
  try {
    return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    return argumentProblem(file, whyNot(error), "give the path of a saved page or a text file");
  }
}

function standoffIn(file: string, problems: Problem[]): { standoff: Standoff; text: string } | undefined {
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
  return result.standoff === undefined ? undefined : { standoff: result.standoff, text };
}

function idsIn(standoff: Standoff | undefined): Set<string> {
  return new Set([...(standoff?.claims ?? []), ...(standoff?.sources ?? [])].map(({ id }) => id));
}
