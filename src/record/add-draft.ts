import { parse } from "../model/parse.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { cite } from "./cite.ts";
import type { Draft } from "./draft.ts";
import { addTo } from "./into.ts";
import { type Evidence, partyOf, type Suggestions } from "./suggest.ts";
import { type DraftLines, linesOf, writeDraft } from "./write-draft.ts";

/** The file with the draft in it, and evidence that could not be cited; or why nothing can be added. */
export type Added =
  | { readonly text: string; readonly left: readonly Evidence[]; readonly problems?: undefined }
  | { readonly text?: undefined; readonly problems: readonly Problem[] };

/**
 * Adds a draft to a standoff's file, and what is suggested as well: parties, options, and claims cited where they are evidence.
 * Everything else stays as it stands, and nothing is added that would make the file wrong.
 */
export function addDraft(
  standoff: Standoff,
  file: string,
  draft: Draft,
  suggestions: Suggestions | undefined,
): Added {
  const cited = cite(standoff.text, suggestions?.evidence ?? []);
  const added = addTo(cited.text, linesFor(standoff, draft, suggestions));
  if (added.text === undefined) return { problems: [unwritable(file, added.blocking ?? "the file")] };
  const { problems } = parse(added.text, file);
  return noErrors(problems) ? { text: added.text, left: cited.left } : { problems };
}

/** The lines of a draft, with the parties of the file, and those suggested, by their ids. */
export function linesFor(
  standoff: Standoff | undefined,
  draft: Draft,
  suggestions: Suggestions | undefined,
): DraftLines {
  const titles = new Map(suggestions?.parties.map(({ id, title }) => [title, id]));
  return linesOf(draft, suggestions, (actor) => partyOf(actor, standoff) ?? titles.get(actor));
}

/** A draft as a file of its own: a standoff where parties and options were suggested, else the record's sections. */
export function draftAlone(draft: Draft, suggestions: Suggestions | undefined): string {
  const whole = suggestions !== undefined && isWhole(suggestions);
  const dates = draft.sources.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  return writeDraft(
    linesFor(undefined, draft, suggestions),
    whole ? { title: draft.sources[0]?.title ?? "A standoff", asOf: dates.at(-1) } : undefined,
  );
}

/** Whether what is suggested is enough for a standoff: somebody who can do something. */
export function isWhole({ parties, options }: Suggestions): boolean {
  return parties.length > 0 && options.length > 0;
}

function unwritable(file: string, section: string): Problem {
  return {
    severity: "error",
    code: "argument",
    message: `\`${section}\` is written on one line, and nothing can be added there without rewriting it`,
    fix: "write it over several lines, an entry a line",
    ...{ file, line: 0, column: 0, length: 1, excerpt: "" },
  };
}
