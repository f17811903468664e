import { isScalar } from "yaml";
import { parseBodies } from "./parse-bodies.ts";
import { parseConstraints, parseSame } from "./parse-constraints.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { parseMoves, parseStates } from "./parse-graph.ts";
import { type OptionsRead, parseGuards, parseOptions } from "./parse-options.ts";
import { parseOutcomes } from "./parse-outcomes.ts";
import { parseParties } from "./parse-parties.ts";
import { parsePerceptions } from "./parse-perceptions.ts";
import { parsePreferences } from "./parse-preferences.ts";
import { claimIds, parseClaims, parseSources, parseTimeline } from "./parse-record.ts";
import { parseStatusQuo } from "./parse-status-quo.ts";
import { noErrors, type Problem } from "./problem.ts";
import { readYaml, spanOfNode } from "./read-yaml.ts";
import type { Ids } from "./references.ts";
import { createReport, type Report } from "./report.ts";
import type { ListedMove, Option, Standoff } from "./standoff.ts";
import {
  type Entry,
  type Fields,
  optionalDate,
  optionalText,
  present,
  readFields,
  requiredEntry,
  requiredText,
} from "./yaml-nodes.ts";

const KEYS = [
  ...[
    "standoff",
    "title",
    "about",
    "as of",
    "parties",
    "options",
    "states",
    "moves",
    "bodies",
    "outcomes",
    "constraints",
    "same",
    "status quo",
  ],
  ...["preferences", "perceptions", "sources", "claims", "timeline"],
];

/** Keys of the format that only a later program understands. */
const LATER_KEYS = new Set(["coalitions"]);

const MOST_PARTIES = 1000;
const MOST_OPTIONS = 1000;

/**
 * Reads a standoff file. Never throws; reports every mistake at once, each with its place and, where one
 * can be told, its fix. The standoff is there exactly if no problem is an error. Time is linear in the
 * text and bounded for any text.
 */
export function parse(
  text: string,
  file = "standoff.yaml",
): { standoff: Standoff | undefined; problems: Problem[] } {
  const report = createReport(text, file);
  const standoff = read(report);
  const problems = report.problems();
  return { standoff: noErrors(problems) ? standoff : undefined, problems };
}

function read(report: Report): Standoff | undefined {
  const document = readYaml(report);
  if (document === undefined) return undefined;
  const start = { start: 0, end: 1 };
  const root = present(document.contents);
  if (root === undefined) {
    report.error("empty", start, "the file is empty", "begin with `standoff: 1` and a `title`");
    return undefined;
  }
  const rootStart = spanOfNode(root).start;
  const at = { start: rootStart, end: rootStart + 1 };
  const fields = readFields(root, at, "a standoff", KEYS, report, LATER_KEYS);
  if (fields === undefined) return undefined;

  checkVersion(fields, report);
  const title = requiredText(fields, "title", "the standoff", at, report);
  const about = optionalText(fields, "about", report);
  const asOf = optionalDate(fields, "as of", report);

  const sourcesEntry = fields.get("sources");
  const sources = sourcesEntry ? parseSources(sourcesEntry, report) : { sources: [], ids: new Set<string>() };
  const claimsEntry = fields.get("claims");
  const claims = claimIds(claimsEntry);
  const claimList = claimsEntry ? parseClaims(claimsEntry, sources.ids, report) : [];

  const partiesEntry = requiredEntry(fields, "parties", "the standoff", at, report);
  const parties = partiesEntry && parseParties(partiesEntry, report);
  const graph = readGraph(fields, parties?.ids, report);
  const optionsEntry =
    graph === undefined ? requiredEntry(fields, "options", "the standoff", at, report) : undefined;
  const optionsRead = optionsEntry
    ? parseOptions(optionsEntry, parties?.ids, claims, report)
    : graph && optionsOf(graph.states);
  const partyCount = parties?.parties.length ?? 0;
  const optionCount = (optionsRead?.sound.size ?? 0) + (optionsRead?.broken.size ?? 0);
  if (
    tooMany(partyCount, MOST_PARTIES, partiesEntry, report) ||
    tooMany(optionCount, MOST_OPTIONS, optionsEntry, report)
  ) {
    return undefined;
  }

  const base: Vocabulary = {
    options: optionsRead?.sound ?? new Map(),
    outcomes: new Set(),
    states: graph?.states,
    later: new Set(),
    broken: optionsRead?.broken ?? new Set(),
    incomplete: optionsRead === undefined,
    others: new Map([
      ...[...(parties?.ids ?? [])].map((id) => [id, "a party"] as const),
      ...[...(claims ?? [])].map((id) => [id, "a claim"] as const),
      ...[...(sources.ids ?? [])].map((id) => [id, "a source"] as const),
    ]),
  };
  const bodiesEntry = fields.get("bodies");
  const voting = bodiesEntry
    ? parseBodies(bodiesEntry, parties?.parties ?? [], base, claims, report)
    : { bodies: [], outcomes: [] };
  const decided: Vocabulary = { ...base, outcomes: new Set(voting.outcomes.map(({ id }) => id)) };
  const outcomesEntry = fields.get("outcomes");
  const outcomes = outcomesEntry && parseOutcomes(outcomesEntry, decided, report);
  const vocabulary: Vocabulary = { ...decided, outcomes: outcomes?.ids ?? decided.outcomes };

  const options = optionsRead ? parseGuards(optionsRead, vocabulary, report) : [];
  const section = <T>(key: string, parseSection: (entry: Entry) => T[]): T[] => {
    const entry = fields.get(key);
    return entry === undefined ? [] : parseSection(entry);
  };
  const constraints = section("constraints", (entry) => parseConstraints(entry, vocabulary, claims, report));
  const same = section("same", (entry) => parseSame(entry, vocabulary, report));
  const preferencesEntry = requiredEntry(fields, "preferences", "the standoff", at, report);
  const preferences = preferencesEntry
    ? parsePreferences(preferencesEntry, parties?.parties ?? [], parties?.ids, vocabulary, claims, report)
    : [];
  const perceptions = section("perceptions", (entry) =>
    parsePerceptions(entry, vocabulary, parties?.ids, claims, report),
  );
  const timeline = section("timeline", (entry) =>
    parseTimeline(entry, vocabulary, parties?.ids, claims, report),
  );
  const statusQuo = parseStatusQuo(fields.get("status quo"), options, timeline, asOf, vocabulary, report);

  if (title === undefined) return undefined;
  return {
    file: report.file,
    text: report.text,
    version: 1,
    title,
    about,
    asOf,
    parties: parties?.parties ?? [],
    options,
    moves: graph?.moves,
    outcomes: [...voting.outcomes, ...(outcomes?.outcomes ?? [])],
    bodies: voting.bodies,
    constraints,
    same,
    statusQuo,
    preferences,
    perceptions,
    sources: sources.sources,
    claims: claimList,
    timeline,
  };
}

type Graph = { readonly states: Option | undefined; readonly moves: readonly ListedMove[] };

/** The graph form, `states` and `moves` instead of `options`; undefined when neither key is there. */
function readGraph(fields: Fields, parties: Ids, report: Report): Graph | undefined {
  const statesEntry = fields.get("states");
  const movesEntry = fields.get("moves");
  if (statesEntry === undefined && movesEntry === undefined) return undefined;
  const options = fields.get("options");
  if (options !== undefined) {
    report.error(
      "wrong-value",
      (statesEntry ?? movesEntry)!.keySpan,
      "states are either described by `options` or listed under `states`",
      "keep one of the two",
    );
    return undefined;
  }
  if (statesEntry === undefined || movesEntry === undefined) {
    const [there, missing] = statesEntry === undefined ? ["moves", "states"] : ["states", "moves"];
    report.error(
      "missing-key",
      (statesEntry ?? movesEntry)!.keySpan,
      `a standoff with \`${there}\` needs \`${missing}\``,
      missing === "moves" ? "list for each party from where to where it can go" : "list the states",
    );
  }
  const states = statesEntry && parseStates(statesEntry, report);
  return { states, moves: movesEntry ? parseMoves(movesEntry, states, parties, report) : [] };
}

/** The option that the listed states are, as the only one; undefined when the states could not be read. */
function optionsOf(states: Option | undefined): OptionsRead | undefined {
  return states && { sound: new Map([[states.id, states]]), broken: new Set(), guards: new Map() };
}

function checkVersion(fields: Fields, report: Report): void {
  const entry = requiredEntry(
    fields,
    "standoff",
    "the file",
    { start: fields.span.start, end: fields.span.start + 1 },
    report,
  );
  if (entry === undefined) return;
  const value = isScalar(entry.value) ? entry.value.value : undefined;
  if (value === 1) return;
  const span = entry.value === undefined ? entry.keySpan : spanOfNode(entry.value);
  if (typeof value === "number" && value > 1) {
    report.error(
      "later-version",
      span,
      "this file is written for a later version of the program",
      "use a newer program",
    );
  } else
    report.error(
      "wrong-value",
      span,
      "`standoff` is the version of the format, which is 1",
      "write `standoff: 1`",
    );
}

function tooMany(count: number, most: number, entry: Entry | undefined, report: Report): boolean {
  if (count <= most || entry === undefined) return false;
  report.error(
    "limit",
    entry.keySpan,
    `\`${entry.key}\` has ${count.toLocaleString("en-US")} entries; the most is ${most.toLocaleString("en-US")}`,
  );
  return true;
}
