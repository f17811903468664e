import type { Standoff } from "../model/standoff.ts";
import { type Draft, draftOf } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { type Suggestions, suggest, withoutKnownEvents } from "./suggest.ts";

/** What reports have for a file. */
export type DraftFor = {
  readonly draft: Draft;
  readonly suggestions: Suggestions;
  /** Reports that the file has already: which of those given, and the id of the source there. Nothing is drafted then. */
  readonly again: readonly { readonly report: number; readonly title: string; readonly id: string }[];
};

/**
 * Drafts what reports say for a file, with what they suggest for it: no id that is taken, no event that is told there. `standoff`
 * undefined: for a file to be.
 */
export function draftFor(readings: readonly Reading[], standoff: Standoff | undefined): DraftFor {
  const ids = new Set([...(standoff?.claims ?? []), ...(standoff?.sources ?? [])].map(({ id }) => id));
  const all = draftOf(readings, { ids, claims: standoff?.claims ?? [] });
  const again = all.sources.flatMap(({ title, publisher, date }, report) => {
    const there = standoff?.sources.find(
      (each) => each.title === title && each.publisher === publisher && each.date === date,
    );
    return there === undefined ? [] : [{ report, title, id: there.id }];
  });
  const { draft, evidence } =
    standoff === undefined ? { draft: all, evidence: [] } : withoutKnownEvents(all, standoff);
  const suggestions = suggest(draft, standoff);
  return { draft, suggestions: { ...suggestions, evidence: [...evidence, ...suggestions.evidence] }, again };
}
