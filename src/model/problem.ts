/** A mistake (or something suspicious) in what the user wrote, as a value; never an exception. */
export type Problem = {
  /** `error`: there is no standoff to work on. `warning`: legal, but probably not what was meant. */
  readonly severity: "error" | "warning";
  /** Short kebab-case name of the kind of problem, stable across versions, e.g. `unknown-id`. */
  readonly code: string;
  /** What is wrong, one sentence, in the user's terms. */
  readonly message: string;
  /** What to write instead, when we can tell. */
  readonly fix?: string;
  /** The name of the file as the user gave it. */
  readonly file: string;
  /** 1-based; 0 when the problem has no place in the text. */
  readonly line: number;
  readonly column: number;
  /** How many characters the carets should cover, at least 1. */
  readonly length: number;
  /** The whole line of the user's text, without its line end. */
  readonly excerpt: string;
};

/** True when nothing in the list stops us from going on. */
export function noErrors(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity !== "error");
}
