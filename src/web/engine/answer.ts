import type { Problem } from "../../model/problem.ts";

/** Findings, or the problems because of which there are none. */
export type Answer<F> =
  | { readonly findings: F; readonly problems?: undefined }
  | { readonly findings?: undefined; readonly problems: readonly Problem[] };

export type Progress = (share: number, what: string) => void;
