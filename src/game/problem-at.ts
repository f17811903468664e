import type { Span } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";

/** A problem found after parsing, placed at a span of the standoff's text; without a span it has no place. */
export function problemAt(
  standoff: Standoff,
  code: string,
  span: Span | undefined,
  message: string,
  fix?: string,
  severity: "error" | "warning" = "error",
): Problem {
  const withFix = fix === undefined ? {} : { fix };
  const where = { severity, code, message, ...withFix, file: standoff.file };
  if (span === undefined) return { ...where, line: 0, column: 0, length: 1, excerpt: "" };
  const before = standoff.text.slice(0, span.start).split(/\r\n|\r|\n/);
  const lineStart = span.start - before[before.length - 1].length;
  const excerpt = standoff.text.slice(lineStart).split(/\r\n|\r|\n/, 1)[0];
  const column = span.start - lineStart + 1;
  return {
    ...where,
    line: before.length,
    column,
    length: Math.max(1, Math.min(span.end - span.start, excerpt.length - column + 1)),
    excerpt,
  };
}
