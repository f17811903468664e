import type { Span } from "./expression.ts";
import type { Problem } from "./problem.ts";

/** Collects the problems of one text; places are given as offsets into it. */
export type Report = {
  readonly file: string;
  readonly text: string;
  /** `fix` may be a function, called only when the problem is kept: looking for a similar word costs time. */
  readonly error: (code: string, span: Span, message: string, fix?: Fix) => void;
  readonly warning: (code: string, span: Span, message: string, fix?: Fix) => void;
  /** In the order of the text. Long lists are cut, and say so. */
  readonly problems: () => Problem[];
};

export type Fix = string | (() => string | undefined) | undefined;

/** More than anybody reads; a text of garbage would give a hundred thousand. */
const MOST_PROBLEMS = 100;

export function createReport(text: string, file: string): Report {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  const kept: { problem: Problem; start: number }[] = [];
  let dropped = 0;

  const add = (severity: Problem["severity"], code: string, span: Span, message: string, fix: Fix) => {
    if (kept.length >= MOST_PROBLEMS) {
      dropped += severity === "error" ? 1 : 0;
      // An error must never be lost behind warnings: the standoff would pass for sound.
      if (severity === "warning") return;
      const warning = kept.findLastIndex((entry) => entry.problem.severity === "warning");
      if (warning === -1) return;
      kept.splice(warning, 1);
      dropped -= 1;
    }
    const words = typeof fix === "function" ? fix() : fix;
    const start = Math.min(Math.max(span.start, 0), text.length);
    const line = lineOf(lineStarts, start);
    const lineStart = lineStarts[line];
    const lineEnd = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : text.length;
    const excerpt = text.slice(lineStart, lineEnd).replace(/\r$/, "");
    const problem: Problem = {
      severity,
      code,
      message,
      ...(words === undefined ? {} : { fix: words }),
      file,
      line: line + 1,
      column: start - lineStart + 1,
      length: Math.max(1, Math.min(span.end, lineStart + excerpt.length) - start),
      excerpt,
    };
    kept.push({ problem, start });
  };

  return {
    file,
    text,
    error: (code, span, message, fix) => add("error", code, span, message, fix),
    warning: (code, span, message, fix) => add("warning", code, span, message, fix),
    problems: () => {
      const list = kept.toSorted((a, b) => a.start - b.start).map((entry) => entry.problem);
      if (dropped > 0) {
        list.push({
          severity: "error",
          code: "too-many-problems",
          message: `there are ${dropped} more mistakes after the first ${kept.length}; mend these first`,
          file,
          line: 0,
          column: 0,
          length: 1,
          excerpt: "",
        });
      }
      return list;
    },
  };
}

function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
