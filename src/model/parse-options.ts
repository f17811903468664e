import { isMap, isScalar, type Node } from "yaml";
import type { Span } from "./expression.ts";
import { readConfidence } from "./parse-confidence.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { spanOfNode } from "./read-yaml.ts";
import { checkReference, type Ids, readBecause } from "./references.ts";
import type { Report } from "./report.ts";
import type { Level, Option } from "./standoff.ts";
import {
  checkId,
  type Entry,
  type Fields,
  optionalText,
  readChoice,
  readEntries,
  readExpressionNode,
  readFields,
  readItems,
  readText,
  readWord,
  requiredEntry,
} from "./yaml-nodes.ts";

const MOST_LEVELS = 100;

const KEYS = [
  "owner",
  "title",
  "about",
  "levels",
  "ordered",
  "one-way",
  "changes when",
  "confidence",
  "because",
];

const YES_NO: readonly Level[] = [
  { id: "no", title: "no" },
  { id: "yes", title: "yes" },
];

/** Options before their guards are read: guards may speak of outcomes, which speak of options. */
export type OptionsRead = {
  /** Options whose own definition is sound. */
  readonly sound: ReadonlyMap<string, Option>;
  /** Options with a mistake; still there to be referred to. */
  readonly broken: ReadonlySet<string>;
  readonly guards: ReadonlyMap<string, Entry>;
};

/** Reads `options` without `changes when`. Undefined when the section is no map. */
export function parseOptions(
  section: Entry,
  parties: Ids,
  claims: Ids,
  report: Report,
): OptionsRead | undefined {
  const entries = readEntries(section.value, section.keySpan, "`options`", report);
  if (entries === undefined) return undefined;
  if (entries.length === 0)
    report.error("missing-key", section.keySpan, "`options` lists nothing", "add at least one option");
  const sound = new Map<string, Option>();
  const broken = new Set<string>();
  const guards = new Map<string, Entry>();
  for (const entry of entries) {
    const idIsSound = checkId(entry.key, entry.keySpan, "an option", report);
    const fields = readFields(entry.value, entry.keySpan, `the option \`${entry.key}\``, KEYS, report);
    const guard = fields?.get("changes when");
    if (guard !== undefined) guards.set(entry.key, guard);
    const option = fields && readOption(entry, fields, parties, claims, report);
    if (option !== undefined && idIsSound) sound.set(entry.key, option);
    else broken.add(entry.key);
  }
  return { sound, broken, guards };
}

/** Reads the guards, now that all outcomes are known, and returns the options complete. */
export function parseGuards(read: OptionsRead, vocabulary: Vocabulary, report: Report): Option[] {
  const guarded = new Map<string, Pick<Option, "changesWhen" | "guardDoubt">>();
  for (const [id, guard] of read.guards) guarded.set(id, readGuard(guard, vocabulary, report));
  return [...read.sound.values()].map((option) => ({ ...option, ...guarded.get(option.id) }));
}

/** An expression, or one that is not sure: `{when, confidence, else}`. */
function readGuard(
  guard: Entry,
  vocabulary: Vocabulary,
  report: Report,
): Pick<Option, "changesWhen" | "guardDoubt"> {
  const what = "`changes when`";
  if (!isMap(guard.value)) {
    const changesWhen = readExpressionNode(guard.value, guard.keySpan, what, vocabulary, report);
    return { changesWhen, guardDoubt: undefined };
  }
  const fields = readFields(guard.value, guard.keySpan, what, ["when", "confidence", "else"], report);
  if (fields === undefined) return { changesWhen: undefined, guardDoubt: undefined };
  const when = requiredEntry(fields, "when", what, guard.keySpan, report);
  requiredEntry(fields, "confidence", what, guard.keySpan, report);
  const instead = fields.get("else");
  const read = (entry: Entry | undefined) =>
    entry && readExpressionNode(entry.value, entry.keySpan, `\`${entry.key}\``, vocabulary, report);
  const confidence = readConfidence(fields, report);
  return {
    changesWhen: read(when),
    guardDoubt: confidence === undefined ? undefined : { confidence, otherwise: read(instead) },
  };
}

function readOption(
  entry: Entry,
  fields: Fields,
  parties: Ids,
  claims: Ids,
  report: Report,
): Option | undefined {
  const id = entry.key;
  const ownerEntry = requiredEntry(fields, "owner", `the option \`${id}\``, entry.keySpan, report);
  const owner = ownerEntry && readWord(ownerEntry.value, ownerEntry.keySpan, "`owner`", report);
  if (owner !== undefined) checkReference(owner.word, owner.span, "party", parties, report);

  const levelsEntry = fields.get("levels");
  const levels = levelsEntry === undefined ? YES_NO : readLevels(levelsEntry, id, report);
  const ordered = readOrdered(fields.get("ordered"), levelsEntry !== undefined, report);
  const oneWayEntry = fields.get("one-way");
  const oneWay = oneWayEntry && readChoice(oneWayEntry, ["taken", "dropped"], report);
  if (oneWayEntry !== undefined && !ordered) {
    report.error(
      "unordered",
      oneWayEntry.keySpan,
      `the levels of \`${id}\` are not ordered, so it cannot be one-way`,
      "remove `one-way` or `ordered: no`",
    );
  }
  const title = optionalText(fields, "title", report) ?? id;
  const about = optionalText(fields, "about", report);
  const confidence = readConfidence(fields, report);
  const because = readBecause(fields, claims, report);
  if (levels === undefined) return undefined;
  // An unknown owner is reported, but what else is said of the option can still be checked.
  return {
    id,
    owner: owner?.word ?? "",
    title,
    about,
    yesNo: levelsEntry === undefined,
    levels,
    ordered,
    oneWay,
    changesWhen: undefined,
    guardDoubt: undefined,
    confidence,
    because,
    span: entry.span,
  };
}

function readLevels(entry: Entry, option: string, report: Report): Level[] | undefined {
  const items = readItems(entry.value, entry.keySpan, "`levels`", report);
  if (items === undefined) return undefined;
  const at = entry.value === undefined ? entry.keySpan : spanOfNode(entry.value);
  if (items.length < 2) {
    report.error(
      "levels",
      at,
      `\`${option}\` needs at least two levels`,
      "a yes/no option is written without `levels`",
    );
    return undefined;
  }
  if (items.length > MOST_LEVELS) {
    report.error("limit", at, `\`${option}\` has ${items.length} levels; the most is ${MOST_LEVELS}`);
    return undefined;
  }
  const levels: Level[] = [];
  let sound = true;
  for (const item of items) {
    const level = readLevel(item, report);
    if (level === undefined || !checkId(level.id, level.span, "a level", report)) sound = false;
    else if (levels.some((other) => other.id === level.id)) {
      report.error("duplicate-id", level.span, `\`${option}\` has the level \`${level.id}\` twice`);
      sound = false;
    } else levels.push({ id: level.id, title: level.title });
  }
  return sound ? levels : undefined;
}

/** A level is its id, or a map of its id to its title. */
function readLevel(item: Node, report: Report): (Level & { span: Span }) | undefined {
  if (!isMap(item)) {
    if (isScalar(item) && typeof item.value !== "string") {
      const source = report.text.slice(...edges(spanOfNode(item)));
      report.error(
        "bad-id",
        spanOfNode(item),
        `a level is a word, not \`${source}\``,
        `write a word, such as \`level-${source.replaceAll(/[^0-9a-z]/g, "")}\``,
      );
      return undefined;
    }
    const word = readWord(item, spanOfNode(item), "a level", report);
    return word && { id: word.word, title: word.word, span: word.span };
  }
  const entries = readEntries(item, spanOfNode(item), "a level", report) ?? [];
  if (entries.length !== 1) {
    report.error("wrong-type", spanOfNode(item), "a level with a title is one pair, `id: title`");
    return undefined;
  }
  const title = readText(entries[0].value, entries[0].keySpan, `the title of \`${entries[0].key}\``, report);
  return title === undefined ? undefined : { id: entries[0].key, title, span: entries[0].keySpan };
}

function edges(span: Span): [number, number] {
  return [span.start, span.end];
}

/** `ordered: no` and `ordered: false` are the same; the core schema keeps `no` a text. */
function readOrdered(entry: Entry | undefined, hasLevels: boolean, report: Report): boolean {
  if (entry === undefined) return true;
  if (!hasLevels)
    report.error("levels", entry.keySpan, "`ordered` belongs to options with `levels`", "remove it");
  if (isScalar(entry.value) && typeof entry.value.value === "boolean") return entry.value.value;
  return readChoice(entry, ["yes", "no"], report) !== "no";
}
