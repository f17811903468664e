import { structuredPatch } from "diff";

/** Lines of two texts side by side: alike, changed, or on one side only; numbers count from 1. */
export type Row = {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  readonly alike: boolean;
};

type Line = { readonly number: number; readonly text: string };

/** Places where two texts differ, each with the lines around it; undefined where they differ too much to be laid side by side. */
export type TextDifference = { readonly places: readonly (readonly Row[])[] | undefined };

/** Milliseconds after which looking for the smallest difference is given up. */
const PATIENCE = 4000;
const LINES_AROUND = 3;

export function textDifference(before: string, after: string): TextDifference {
  const patch = structuredPatch("", "", before, after, "", "", { context: LINES_AROUND, timeout: PATIENCE });
  if (patch === undefined) return { places: undefined };
  return {
    places: patch.hunks.map(({ lines, oldStart, newStart }) => {
      const rows: { before: Line | undefined; after: Line | undefined; alike: boolean }[] = [];
      let [old, now] = [oldStart, newStart];
      let paired = 0; // the first row of a removal that has no line beside it yet
      for (const line of lines) {
        const text = line.slice(1);
        if (line[0] === "-") rows.push({ before: { number: old++, text }, after: undefined, alike: false });
        else if (line[0] === "+") {
          while (paired < rows.length && (rows[paired].alike || rows[paired].after !== undefined)) paired++;
          const added = { number: now++, text };
          if (paired < rows.length) rows[paired].after = added;
          else rows.push({ before: undefined, after: added, alike: false });
        } else if (line[0] === " ") {
          rows.push({ before: { number: old++, text }, after: { number: now++, text }, alike: true });
          paired = rows.length;
        }
      }
      return rows;
    }),
  };
}
