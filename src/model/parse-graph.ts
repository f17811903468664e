import { isMap, isScalar, isSeq } from "yaml";
import { spanOfNode } from "./read-yaml.ts";
import { checkReference, type Ids } from "./references.ts";
import type { Report } from "./report.ts";
import type { Level, ListedMove, Option } from "./standoff.ts";
import { checkId, type Entry, readEntries, readItems, readText, readWord } from "./yaml-nodes.ts";

const MOST_STATES = 10_000;
const MOST_MOVES = 200_000;

/** What the option is called that says in which listed state a standoff in graph form is. */
const STATE = "state";

/**
 * Reads `states`, `id: title` lines or a list of ids, as the one option nobody owns whose levels are the states: so
 * expressions, rankings and the status quo work as they do everywhere. Undefined when the section cannot be read.
 */
export function parseStates(section: Entry, report: Report): Option | undefined {
  const levels = isSeq(section.value) ? readIds(section, report) : readTitledIds(section, report);
  if (levels === undefined) return undefined;
  if (levels.length < 2) {
    report.error("missing-key", section.keySpan, "`states` needs at least two states", "list them all");
    return undefined;
  }
  if (levels.length > MOST_STATES) {
    const message = `\`states\` lists ${levels.length.toLocaleString("en-US")} states; the most is ${MOST_STATES.toLocaleString("en-US")}`;
    report.error("limit", section.keySpan, message, "describe them by options instead");
    return undefined;
  }
  return {
    id: STATE,
    owner: "",
    title: STATE,
    about: undefined,
    yesNo: false,
    levels,
    ordered: false,
    oneWay: undefined,
    changesWhen: undefined,
    guardDoubt: undefined,
    confidence: undefined,
    because: [],
    span: section.span,
  };
}

function readIds(section: Entry, report: Report): Level[] | undefined {
  const items = readItems(section.value, section.keySpan, "`states`", report) ?? [];
  const seen = new Set<string>();
  let sound = true;
  for (const item of items) {
    const word = readWord(item, spanOfNode(item), "a state", report);
    if (word === undefined || !checkId(word.word, word.span, "a state", report)) sound = false;
    else if (seen.has(word.word)) {
      report.error(
        "duplicate-id",
        word.span,
        `\`${word.word}\` stands twice in \`states\``,
        "keep one of the two",
      );
      sound = false;
    } else seen.add(word.word);
  }
  return sound ? [...seen].map((id) => ({ id, title: id })) : undefined;
}

function readTitledIds(section: Entry, report: Report): Level[] | undefined {
  const entries = readEntries(section.value, section.keySpan, "`states`", report);
  if (entries === undefined) return undefined;
  let sound = true;
  const levels = entries.map(({ key: id, keySpan, value }) => {
    if (!checkId(id, keySpan, "a state", report)) sound = false;
    const title = value === undefined ? id : readText(value, keySpan, `the title of \`${id}\``, report);
    return { id, title: title ?? id };
  });
  return sound ? levels : undefined;
}

/** Reads `moves`: for each party from which state it can go to which, `from: to` or `from: [to, to]`. */
export function parseMoves(
  section: Entry,
  states: Option | undefined,
  parties: Ids,
  report: Report,
): ListedMove[] {
  const numbers = states && new Map(states.levels.map(({ id }, index) => [id, index]));
  const ids = numbers && new Set(numbers.keys());
  const moves = new Map<string, ListedMove>();
  for (const entry of readEntries(section.value, section.keySpan, "`moves`", report) ?? []) {
    checkReference(entry.key, entry.keySpan, "party", parties, report);
    if (entry.value === undefined) continue;
    for (const from of readEntries(entry.value, entry.keySpan, `the moves of \`${entry.key}\``, report) ??
      []) {
      const known = checkReference(from.key, from.keySpan, "state", ids, report);
      const targets = isScalar(from.value) || isMap(from.value) ? [from.value] : undefined;
      for (const item of targets ??
        readItems(from.value, from.keySpan, `the moves from \`${from.key}\``, report) ??
        []) {
        const to = readWord(item, from.keySpan, "a state to move to", report);
        if (to === undefined || !checkReference(to.word, to.span, "state", ids, report) || !known) continue;
        if (to.word === from.key) {
          report.error(
            "wrong-value",
            to.span,
            `a move from \`${to.word}\` to itself is no move`,
            "remove it",
          );
        } else if (numbers !== undefined) {
          const move = { party: entry.key, from: numbers.get(from.key)!, to: numbers.get(to.word)! };
          moves.set(`${move.party} ${move.from} ${move.to}`, move);
        }
      }
    }
  }
  if (moves.size > MOST_MOVES) {
    const message = `\`moves\` lists ${moves.size.toLocaleString("en-US")} moves; the most is ${MOST_MOVES.toLocaleString("en-US")}`;
    report.error("limit", section.keySpan, message, "describe the states by options instead");
  }
  return [...moves.values()];
}
