import { isMap } from "yaml";
import type { Report } from "./report.ts";
import type { Party } from "./standoff.ts";
import { checkId, type Entry, optionalText, readEntries, readFields, readText } from "./yaml-nodes.ts";

/** Reads `parties`: `id: title`, `id: {title, about}` or a bare `id:`. Undefined when the section is no map. */
export function parseParties(
  section: Entry,
  report: Report,
): { parties: Party[]; ids: ReadonlySet<string> } | undefined {
  const entries = readEntries(section.value, section.keySpan, "`parties`", report);
  if (entries === undefined) return undefined;
  if (entries.length === 0)
    report.error("missing-key", section.keySpan, "`parties` names nobody", "add at least one party");
  const parties: Party[] = [];
  for (const entry of entries) {
    checkId(entry.key, entry.keySpan, "a party", report);
    const named = readTitled(entry, "the party", report);
    parties.push({ id: entry.key, ...named, span: entry.span });
  }
  return { parties, ids: new Set(entries.map((entry) => entry.key)) };
}

function readTitled(
  entry: Entry,
  what: string,
  report: Report,
): { title: string; about: string | undefined } {
  const { key, value, keySpan } = entry;
  if (value === undefined) return { title: key, about: undefined };
  if (!isMap(value))
    return { title: readText(value, keySpan, `the title of \`${key}\``, report) ?? key, about: undefined };
  const fields = readFields(value, keySpan, `${what} \`${key}\``, ["title", "about"], report);
  if (fields === undefined) return { title: key, about: undefined };
  return {
    title: optionalText(fields, "title", report) ?? key,
    about: optionalText(fields, "about", report),
  };
}
