import { isScalar } from "yaml";
import { spanOfNode } from "./read-yaml.ts";
import type { Report } from "./report.ts";
import type { Confidence } from "./standoff.ts";
import type { Fields } from "./yaml-nodes.ts";

/** The key `confidence` of anything that may be wrong; undefined when it is not there. */
export function readConfidence(fields: Fields, report: Report): Confidence | undefined {
  const entry = fields.get("confidence");
  if (entry === undefined) return undefined;
  const value = isScalar(entry.value) ? entry.value.value : undefined;
  if (value === "unsure") return value;
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  const percent = typeof value === "number" && value > 1 && value <= 100 ? String(value / 100) : undefined;
  const span = entry.value === undefined ? entry.keySpan : spanOfNode(entry.value);
  report.error(
    "wrong-value",
    span,
    "`confidence` is a number from 0 to 1, or `unsure`",
    percent && `write \`${percent}\``,
  );
  return undefined;
}
