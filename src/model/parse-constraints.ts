import { isMap, isScalar } from "yaml";
import { readConfidence } from "./parse-confidence.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { spanOfNode } from "./read-yaml.ts";
import { type Ids, readBecause } from "./references.ts";
import type { Report } from "./report.ts";
import type { Constraint, Same } from "./standoff.ts";
import {
  type Entry,
  optionalText,
  readExpressionNode,
  readFields,
  readItems,
  requiredEntry,
} from "./yaml-nodes.ts";

/** Reads `constraints`: a list of `never: …` and `always: …`. */
export function parseConstraints(
  section: Entry,
  vocabulary: Vocabulary,
  claims: Ids,
  report: Report,
): Constraint[] {
  const constraints: Constraint[] = [];
  if (section.value === undefined) return constraints;
  for (const item of readItems(section.value, section.keySpan, "`constraints`", report) ?? []) {
    const span = spanOfNode(item);
    if (isScalar(item)) {
      const fix = "write `never:` before it if it rules states out, `always:` if it must hold";
      report.error("wrong-type", span, "a constraint begins with `never:` or `always:`", fix);
      continue;
    }
    const fields = readFields(
      item,
      span,
      "a constraint",
      ["never", "always", "why", "confidence", "because"],
      report,
    );
    if (fields === undefined) continue;
    const never = fields.get("never");
    const always = fields.get("always");
    if (never !== undefined && always !== undefined) {
      report.error(
        "wrong-value",
        always.keySpan,
        "a constraint is either `never` or `always`",
        "make two constraints of it",
      );
    }
    const entry = never ?? always;
    if (entry === undefined)
      report.error(
        "missing-key",
        span,
        "a constraint needs `never` or `always`",
        "add `never:` or `always:`",
      );
    const condition =
      entry && readExpressionNode(entry.value, entry.keySpan, `\`${entry.key}\``, vocabulary, report);
    const why = optionalText(fields, "why", report);
    const confidence = readConfidence(fields, report);
    const because = readBecause(fields, claims, report);
    const kind = never === undefined ? "always" : "never";
    if (condition !== undefined) constraints.push({ kind, condition, why, confidence, because, span });
  }
  return constraints;
}

/** Reads `same`: a list of expressions, or of `{when, why}`. */
export function parseSame(section: Entry, vocabulary: Vocabulary, report: Report): Same[] {
  const same: Same[] = [];
  if (section.value === undefined) return same;
  for (const item of readItems(section.value, section.keySpan, "`same`", report) ?? []) {
    const span = spanOfNode(item);
    if (!isMap(item)) {
      const condition = readExpressionNode(item, span, "an item of `same`", vocabulary, report);
      if (condition !== undefined) same.push({ condition, why: undefined, span });
      continue;
    }
    const fields = readFields(item, span, "an item of `same`", ["when", "why"], report);
    if (fields === undefined) continue;
    const entry = requiredEntry(fields, "when", "an item of `same`", span, report);
    const condition = entry && readExpressionNode(entry.value, entry.keySpan, "`when`", vocabulary, report);
    const why = optionalText(fields, "why", report);
    if (condition !== undefined) same.push({ condition, why, span });
  }
  return same;
}
