import type { Problem } from "../model/problem.ts";
import type { Style } from "./style.ts";
import { clean, counted } from "./text.ts";

/** Problems as a person reads them: the place, what is wrong, the line with carets under it, and what to write. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const total = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  return `${problems.map((problem) => renderProblem(problem, style)).join("\n\n")}\n\n${total.filter(Boolean).join(", ")}\n`;
}

function renderProblem(problem: Problem, style: Style): string {
  const place =
    problem.line === 0 ? clean(problem.file) : `${clean(problem.file)}:${problem.line}:${problem.column}`;
  const severity = problem.severity === "error" ? style.bad("error") : style.warn("warning");
  const lines = [`${style.bold(place)}: ${severity}: ${clean(problem.message)}`];
  if (problem.line > 0) lines.push(...excerptWithCarets(problem, style));
  if (problem.fix !== undefined) lines.push(`    ${clean(problem.fix)}`);
  return lines.join("\n");
}

/** The line, cut to a window around the place when it is too long, and carets under the part meant. */
function excerptWithCarets({ excerpt, column, length }: Problem, style: Style): string[] {
  const room = style.width - 8;
  const from = column - 1 > room - 20 ? column - 1 - Math.floor(room / 3) : 0;
  const window =
    (from > 0 ? "…" : "") + excerpt.slice(from, from + room) + (excerpt.length > from + room ? "…" : "");
  const before = clean((from > 0 ? "…" : "") + excerpt.slice(from, column - 1));
  const meant = clean(excerpt.slice(column - 1, Math.min(column - 1 + length, from + room)));
  return [
    `    ${clean(window)}`,
    `    ${" ".repeat(before.length)}${style.bad("^".repeat(Math.max(1, meant.length)))}`,
  ];
}
