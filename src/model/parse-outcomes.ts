import { isMap } from "yaml";
import type { Expression } from "./expression.ts";
import type { Vocabulary } from "./parse-expression.ts";
import type { Report } from "./report.ts";
import type { Outcome } from "./standoff.ts";
import {
  checkId,
  type Entry,
  optionalText,
  readEntries,
  readExpressionNode,
  readFields,
  requiredEntry,
} from "./yaml-nodes.ts";

/** Reads `outcomes` in the order of the file: each may use those above it. Returns the outcomes and all their ids. */
export function parseOutcomes(
  section: Entry,
  vocabulary: Vocabulary,
  report: Report,
): { outcomes: Outcome[]; ids: ReadonlySet<string> } {
  const outcomes: Outcome[] = [];
  const above = new Set(vocabulary.outcomes);
  if (section.value === undefined) return { outcomes, ids: above };
  const entries = readEntries(section.value, section.keySpan, "`outcomes`", report);
  if (entries === undefined) return { outcomes, ids: above };
  const later = new Set(entries.map((entry) => entry.key));
  for (const entry of entries) {
    checkId(entry.key, entry.keySpan, "an outcome", report);
    const isState = vocabulary.states?.levels.some(({ id }) => id === entry.key) === true;
    const isDecision = vocabulary.outcomes.has(entry.key);
    if (isState || isDecision || vocabulary.options.has(entry.key) || vocabulary.broken.has(entry.key)) {
      report.error(
        "duplicate-id",
        entry.keySpan,
        `\`${entry.key}\` is already the id of ${isState ? "a state" : isDecision ? "a decision" : "an option"}`,
        "give the outcome another id",
      );
    }
    const outcome = readOutcome(entry, { ...vocabulary, outcomes: above, later }, report);
    if (outcome !== undefined) outcomes.push(outcome);
    later.delete(entry.key);
    above.add(entry.key);
  }
  return { outcomes, ids: above };
}

function readOutcome(entry: Entry, vocabulary: Vocabulary, report: Report): Outcome | undefined {
  const { key: id, value, keySpan, span } = entry;
  const read = (node: Entry): Expression | undefined =>
    readExpressionNode(node.value, node.keySpan, `the outcome \`${id}\``, vocabulary, report);
  if (!isMap(value)) {
    const when = read(entry);
    return when && { id, title: id, about: undefined, when, span };
  }
  const fields = readFields(value, keySpan, `the outcome \`${id}\``, ["when", "title", "about"], report);
  if (fields === undefined) return undefined;
  const whenEntry = requiredEntry(fields, "when", `the outcome \`${id}\``, keySpan, report);
  const when = whenEntry && read(whenEntry);
  const title = optionalText(fields, "title", report) ?? id;
  const about = optionalText(fields, "about", report);
  return when && { id, title, about, when, span };
}
