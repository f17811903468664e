import type { Expression } from "./expression.ts";
import { parseExpression, type Vocabulary } from "./parse-expression.ts";
import type { Problem } from "./problem.ts";
import { createReport } from "./report.ts";
import type { Standoff } from "./standoff.ts";

/**
 * Reads an expression that stands outside the file, such as the value of `--state`, about the options and
 * outcomes of `standoff`. `label` takes the place of the file's name in the problems. Never throws.
 */
export function readExpression(
  text: string,
  standoff: Standoff,
  label: string,
): { expression: Expression | undefined; problems: Problem[] } {
  const report = createReport(text, label);
  const vocabulary: Vocabulary = {
    options: new Map(standoff.options.map((option) => [option.id, option])),
    outcomes: new Set(standoff.outcomes.map((outcome) => outcome.id)),
    states: standoff.moves === undefined ? undefined : standoff.options[0],
    later: new Set(),
    broken: new Set(),
    incomplete: false,
    others: new Map([
      ...standoff.parties.map((party) => [party.id, "a party"] as const),
      ...standoff.claims.map((claim) => [claim.id, "a claim"] as const),
    ]),
  };
  const expression = parseExpression(text, vocabulary, report, (offset) => offset);
  return { expression, problems: report.problems() };
}
