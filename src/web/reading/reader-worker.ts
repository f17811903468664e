import { parse } from "../../model/parse.ts";
import type { Problem } from "../../model/problem.ts";
import { type Added, addDraft, draftAlone, isWhole } from "../../record/add-draft.ts";
import type { Draft } from "../../record/draft.ts";
import { type DraftFor, draftFor } from "../../record/draft-for.ts";
import { readReport, type Unreadable } from "../../record/read-report.ts";
import type { Reading } from "../../record/reading.ts";
import type { Suggestions } from "../../record/suggest.ts";
import { FRESH } from "../files/fresh.ts";

/** The file that reports are read for; undefined: one to be made. */
export type Target = { readonly text: string; readonly file: string } | undefined;

/** To the worker. It keeps nothing between two requests. */
export type Request =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "draft"; readonly readings: readonly Reading[]; readonly target: Target }
  | {
      readonly kind: "add";
      readonly draft: Draft;
      readonly suggestions: Suggestions;
      readonly target: Target;
    };

/** What it answers to each kind. */
export type Reply = {
  readonly read: { readonly reading?: Reading; readonly problem?: Unreadable };
  readonly draft: DraftFor | { readonly problems: readonly Problem[] };
  readonly add: Added;
};

/** From the worker: an answer, or that the program failed. */
export type Told =
  | { readonly id: number; readonly reply: Reply[keyof Reply] }
  | { readonly id: number; readonly failed: string };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<{ readonly id: number; readonly request: Request }>) => void;
  postMessage: (told: Told) => void;
};

scope.onmessage = ({ data: { id, request } }) => {
  try {
    scope.postMessage({ id, reply: answer(request) });
  } catch (error) {
    scope.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
};

function answer(request: Request): Reply[keyof Reply] {
  switch (request.kind) {
    case "read":
      return readReport(request.bytes);
    case "draft": {
      if (request.target === undefined) return draftFor(request.readings, undefined);
      const { standoff, problems } = parse(request.target.text, request.target.file);
      return standoff === undefined ? { problems } : draftFor(request.readings, standoff);
    }
    case "add":
      return add(request.draft, request.suggestions, request.target);
  }
}

function add(draft: Draft, suggestions: Suggestions, target: Target): Added {
  if (target === undefined && isWhole(suggestions)) return { text: draftAlone(draft, suggestions), left: [] };
  // Without parties and options of its own, a new standoff begins with two that stand in for them.
  const { text, file } = target ?? { text: FRESH, file: "standoff.yaml" };
  const { standoff, problems } = parse(text, file);
  return standoff === undefined ? { problems } : addDraft(standoff, file, draft, suggestions);
}
