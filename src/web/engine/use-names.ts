import { type Accessor, createMemo } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import { namesOf } from "../../analysis/names.ts";
import type { Page } from "../page.ts";
import { lastFindings, useAnswer } from "./use-answer.ts";

/** What parties, options and outcomes are called, as soon as the text is read; while it cannot be read, as it was before. */
export function useNames(page: Page): Accessor<Names | undefined> {
  const read = lastFindings(useAnswer(page, "read", () => ({})));
  return createMemo<Names | undefined>((before) => {
    const standoff = read()?.standoff;
    return standoff === undefined ? before : namesOf(standoff);
  });
}
