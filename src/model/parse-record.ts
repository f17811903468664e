import { isMap } from "yaml";
import { readConfidence } from "./parse-confidence.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { readSettings } from "./parse-settings.ts";
import { spanOfNode } from "./read-yaml.ts";
import { checkReference, type Ids, readBecause, readCited, readTexts } from "./references.ts";
import type { Report } from "./report.ts";
import type { Claim, Setting, Source, TimelineEvent } from "./standoff.ts";
import {
  checkId,
  type Entry,
  optionalDate,
  optionalText,
  readEntries,
  readFields,
  readItems,
  readText,
  readWord,
  readYesNo,
  requiredEntry,
  requiredText,
} from "./yaml-nodes.ts";

/** Reads `sources`: `id: title`, or `id: {title, publisher, date, place, kind, link}`. */
export function parseSources(section: Entry, report: Report): { sources: Source[]; ids: Ids } {
  const nothing = {
    publisher: undefined,
    date: undefined,
    place: undefined,
    kind: undefined,
    link: undefined,
  };
  if (section.value === undefined) return { sources: [], ids: new Set() };
  const entries = readEntries(section.value, section.keySpan, "`sources`", report);
  if (entries === undefined) return { sources: [], ids: undefined };
  const sources: Source[] = [];
  for (const { key: id, keySpan, value, span } of entries) {
    checkId(id, keySpan, "a source", report);
    if (!isMap(value)) {
      const title = value === undefined ? id : readText(value, keySpan, `the title of \`${id}\``, report);
      sources.push({ id, title: title ?? id, ...nothing, span });
      continue;
    }
    const keys = ["title", "publisher", "date", "place", "kind", "link"];
    const fields = readFields(value, keySpan, `the source \`${id}\``, keys, report);
    if (fields === undefined) continue;
    sources.push({
      id,
      title: optionalText(fields, "title", report) ?? id,
      publisher: optionalText(fields, "publisher", report),
      date: optionalDate(fields, "date", report, "year"),
      place: optionalText(fields, "place", report),
      kind: optionalText(fields, "kind", report),
      link: optionalText(fields, "link", report),
      span,
    });
  }
  return { sources, ids: new Set(entries.map((entry) => entry.key)) };
}

/** The ids of a section of claims, read before everything that cites them. */
export function claimIds(section: Entry | undefined): Ids {
  if (section?.value === undefined) return new Set();
  if (!isMap(section.value)) return undefined;
  return new Set(section.value.items.map((pair) => String((pair.key as { value?: unknown })?.value ?? "")));
}

/** Reads `claims`: `id: {says, source, via, sounds, date, confidence, retracted, contradicts}`. */
export function parseClaims(section: Entry, sources: Ids, report: Report): Claim[] {
  if (section.value === undefined) return [];
  const ids = claimIds(section);
  const keys = ["says", "source", "via", "sounds", "date", "confidence", "retracted", "contradicts"];
  const claims: Claim[] = [];
  for (const { key: id, keySpan, value, span } of readEntries(
    section.value,
    section.keySpan,
    "`claims`",
    report,
  ) ?? []) {
    checkId(id, keySpan, "a claim", report);
    const what = `the claim \`${id}\``;
    const fields = readFields(value, keySpan, what, keys, report);
    if (fields === undefined) continue;
    const says = requiredText(fields, "says", what, keySpan, report);
    const sourceEntry = fields.get("source");
    const source = sourceEntry && readWord(sourceEntry.value, sourceEntry.keySpan, "`source`", report);
    if (source !== undefined) checkReference(source.word, source.span, "source", sources, report);
    const via = readTexts(fields, "via", report);
    const sounds = optionalText(fields, "sounds", report);
    const date = optionalDate(fields, "date", report, "year");
    const confidence = readConfidence(fields, report);
    const takenBack = fields.get("retracted");
    const retracted = takenBack !== undefined && readYesNo(takenBack, report);
    const contradicts = readCited(fields, "contradicts", ids, report);
    if (contradicts.includes(id))
      report.error("wrong-value", fields.get("contradicts")!.span, `the claim \`${id}\` contradicts itself`);
    claims.push({
      id,
      says: says ?? "",
      source: source?.word,
      via,
      sounds,
      date,
      confidence,
      retracted,
      contradicts,
      span,
    });
  }
  return claims;
}

/** Reads `timeline`: what happened when, in the order of the file. */
export function parseTimeline(
  section: Entry,
  vocabulary: Vocabulary,
  parties: Ids,
  claims: Ids,
  report: Report,
): TimelineEvent[] {
  if (section.value === undefined) return [];
  const events: TimelineEvent[] = [];
  for (const item of readItems(section.value, section.keySpan, "`timeline`", report) ?? []) {
    const span = spanOfNode(item);
    const fields = readFields(
      item,
      span,
      "an event",
      ["date", "until", "by", "sets", "what", "because"],
      report,
    );
    if (fields === undefined) continue;
    requiredEntry(fields, "date", "an event", span, report);
    const date = optionalDate(fields, "date", report);
    const until = optionalDate(fields, "until", report);
    if (date !== undefined && until !== undefined && until < date) {
      report.error(
        "bad-date",
        fields.get("until")?.span ?? span,
        "this event ends before it begins",
        "swap `date` and `until`",
      );
    }
    const what = requiredText(fields, "what", "an event", span, report);
    const byEntry = fields.get("by");
    const by = byEntry && readWord(byEntry.value, byEntry.keySpan, "`by`", report);
    const known = by !== undefined && checkReference(by.word, by.span, "party", parties, report);
    const setsEntry = fields.get("sets");
    const sets = setsEntry
      ? (readSettings(setsEntry.value, setsEntry.keySpan, "`sets`", vocabulary, report) ?? [])
      : [];
    if (known) for (const setting of sets) checkOwner(setting, by.word, vocabulary, report);
    const because = readBecause(fields, claims, report);
    if (date !== undefined && what !== undefined)
      events.push({ date, until, what, by: by?.word, sets, because, span });
  }
  return events;
}

function checkOwner(setting: Setting, by: string, vocabulary: Vocabulary, report: Report): void {
  const owner = vocabulary.options.get(setting.option)?.owner;
  if (owner === undefined || owner === by || owner === "") return;
  report.error(
    "not-owner",
    setting.span,
    `\`${by}\` cannot set \`${setting.option}\`: it belongs to \`${owner}\``,
    `write \`by: ${owner}\`, or leave \`by\` out`,
  );
}
