import type { Expression } from "./expression.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { parseBelief } from "./parse-preferences.ts";
import { spanOfNode } from "./read-yaml.ts";
import { checkReference, type Ids } from "./references.ts";
import type { Report } from "./report.ts";
import type { Perception, Preference } from "./standoff.ts";
import { type Entry, readEntries, readExpressionNode, readFields, readItems } from "./yaml-nodes.ts";

/** Reads `perceptions`: which states a party does not see, and what it believes that others want. */
export function parsePerceptions(
  section: Entry,
  vocabulary: Vocabulary,
  parties: Ids,
  claims: Ids,
  report: Report,
): Perception[] {
  const perceptions: Perception[] = [];
  if (section.value === undefined) return perceptions;
  for (const entry of readEntries(section.value, section.keySpan, "`perceptions`", report) ?? []) {
    checkReference(entry.key, entry.keySpan, "party", parties, report);
    const what = `the perception of \`${entry.key}\``;
    const fields = readFields(entry.value, entry.keySpan, what, ["does not see", "believes"], report);
    if (fields === undefined) continue;
    const unseen = fields.get("does not see");
    const believed = fields.get("believes");
    if (unseen === undefined && believed === undefined) {
      report.error(
        "missing-key",
        entry.keySpan,
        `${what} says nothing`,
        "add `does not see:` or `believes:`",
      );
      continue;
    }
    const doesNotSee = unseen === undefined ? [] : readUnseen(unseen, vocabulary, report);
    const believes =
      believed === undefined ? [] : readBeliefs(believed, entry.key, vocabulary, parties, claims, report);
    perceptions.push({ party: entry.key, doesNotSee, believes, span: entry.span });
  }
  return perceptions;
}

function readUnseen(list: Entry, vocabulary: Vocabulary, report: Report): Expression[] {
  const items = readItems(list.value, list.keySpan, "`does not see`", report) ?? [];
  return items.flatMap(
    (item) =>
      readExpressionNode(item, spanOfNode(item), "an item of `does not see`", vocabulary, report) ?? [],
  );
}

function readBeliefs(
  section: Entry,
  party: string,
  vocabulary: Vocabulary,
  parties: Ids,
  claims: Ids,
  report: Report,
): Preference[] {
  return (readEntries(section.value, section.keySpan, "`believes`", report) ?? []).flatMap((entry) => {
    checkReference(entry.key, entry.keySpan, "party", parties, report);
    if (entry.key === party) {
      const fix = "its own preferences stand under `preferences`";
      report.error(
        "wrong-value",
        entry.keySpan,
        `\`${party}\` cannot be mistaken about its own preferences`,
        fix,
      );
    }
    return parseBelief(entry, vocabulary, claims, report) ?? [];
  });
}
