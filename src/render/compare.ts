import { CONCEPTS, type CompareFindings, type VersionFinding } from "../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames } from "./concept-words.ts";
import { partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";

/** Outcomes that differ told one by one. */
const TOLD = 12;

/** What is different in the answers to two versions, for a terminal. */
export function renderCompare(findings: CompareFindings, style: Style): string {
  const { names, changes, changesTotal } = findings;
  const say = (words: string) => wrap(words, style.width);
  const lines = [style.bold("What was changed"), say(editWords(findings)), ""];
  lines.push(style.bold("The status quo"), say(statusQuoWords(findings)), "");
  lines.push(style.bold("What would hold"), say(changesWords(findings)));
  changes.slice(0, TOLD).forEach((change, at) => {
    lines.push(
      "",
      style.bold(`${at + 1}. ${changeTitle(change)}`),
      stateLines(names, change.state, "   ", style.width),
    );
  });
  if (changesTotal > TOLD)
    lines.push(
      "",
      `${sentence(counted(changesTotal - TOLD, "more outcome"))} differ; \`--json\` lists the first 200.`,
    );
  lines.push("", style.bold("By notion of foresight"), countTable(findings));
  return `${lines.join("\n")}\n`;
}

/** What is different in the files, a sentence. */
export function editWords({ names, edits, unshared }: CompareFindings): string {
  if (edits.length === 0) return "The two say the same; at most layout and comments differ.";
  const titled = (what: string, id: string) => {
    if (id === "") return "";
    if (what === "preferences" || what === "perceptions" || what === "party") return partyTitle(names, id);
    const title = [...names.options, ...names.outcomes].find((each) => each.id === id)?.title;
    return title === undefined ? `“${clean(id)}”` : `“${clean(title)}”`;
  };
  const groups = new Map<string, string[]>();
  for (const { what, id, how } of edits) {
    const key = `${KINDS[what]} ${how}`;
    groups.set(key, [...(groups.get(key) ?? []), titled(what, id)]);
  }
  const parts = [...groups].map(([key, ids]) => {
    const which = listed(ids.filter((id) => id !== ""));
    return which === "" ? key : `${key}: ${which}`;
  });
  const through =
    unshared.before.length + unshared.after.length === 0
      ? ""
      : " Outcomes are told by the options that both versions have; one holds where it holds with some setting of the others.";
  return `${sentence(parts.join("; "))}.${through}`;
}

const KINDS: Readonly<Record<CompareFindings["edits"][number]["what"], string>> = {
  title: "title",
  party: "parties",
  option: "options",
  moves: "states and moves",
  body: "bodies",
  outcome: "named outcomes",
  constraints: "constraints",
  same: "merged states",
  "status quo": "status quo",
  preferences: "preferences",
  perceptions: "perceptions",
  source: "sources",
  claim: "claims",
  timeline: "timeline",
};

/** Whether the status quo held and holds, and whose mind is different about it. */
export function statusQuoWords({ names, before, after }: CompareFindings): string {
  const [old, now] = [before.statusQuo, after.statusQuo];
  if (old === undefined || now === undefined)
    return old === now
      ? "Neither version has one."
      : `Only the ${old === undefined ? "second" : "first"} version has one.`;
  const moved = JSON.stringify(old.state) === JSON.stringify(now.state) ? "" : "It is another state now. ";
  const verdict =
    conceptNames(old.concepts) === conceptNames(now.concepts)
      ? `It ${now.concepts.length === 0 ? "holds under no notion, as before" : `holds under ${conceptNames(now.concepts)}, as before`}.`
      : `It held under ${conceptNames(old.concepts) || "none"} and now holds under ${conceptNames(now.concepts) || "none"}.`;
  const changed = names.parties.flatMap(({ id }) => {
    const [was, is] = [old.stableFor[id], now.stableFor[id]];
    if (was === undefined || is === undefined) return [];
    const lost = was.filter((concept) => !is.includes(concept));
    const won = is.filter((concept) => !was.includes(concept));
    const parts = [
      ...(lost.length > 0 ? [`would no longer stay under ${conceptNames(lost)}`] : []),
      ...(won.length > 0 ? [`would now stay under ${conceptNames(won)}`] : []),
    ];
    return parts.length === 0 ? [] : [`${partyTitle(names, id)} ${parts.join(" and ")}`];
  });
  return `${moved}${verdict}${changed.length === 0 ? "" : ` ${changed.join("; ")}.`}`;
}

/** How many outcomes differ. */
export function changesWords({ changesTotal, changes, alike }: CompareFindings): string {
  if (changesTotal === 0)
    return alike === 0
      ? "No outcome holds in either version."
      : `The same ${counted(alike, "outcome holds", "outcomes hold")} in both, under the same notions.`;
  const all = changes.length === changesTotal;
  const gained = changes.filter((each) => (each.before ?? []).length === 0).length;
  const lost = changes.filter((each) => (each.after ?? []).length === 0).length;
  const rest = changesTotal - gained - lost;
  const detail = all
    ? `: ${gained.toLocaleString("en-US")} hold only now, ${lost.toLocaleString("en-US")} held only before, ${rest.toLocaleString("en-US")} hold under other notions than before`
    : "";
  return `${sentence(counted(changesTotal, "outcome is", "outcomes are"))} different${detail}. ${alike === 0 ? "None holds" : `${sentence(counted(alike, "outcome holds", "outcomes hold"))}`} in both under the same notions.`;
}

/** What became of one outcome. */
export function changeTitle({ before, after }: CompareFindings["changes"][number]): string {
  const held = before === undefined || before.length === 0 ? undefined : conceptNames(before);
  const holds = after === undefined || after.length === 0 ? undefined : conceptNames(after);
  if (held === undefined)
    return `Holds now under ${holds}${before === undefined ? ", and was not possible before" : ""}`;
  if (holds === undefined)
    return `Held under ${held}, and ${after === undefined ? "is not possible any more" : "does not hold any more"}`;
  return `Held under ${held}, holds now under ${holds}`;
}

/** The figures of both versions, a row each; the first is the heading. */
export function countRows({ before, after }: CompareFindings): string[][] {
  const figures = (version: VersionFinding, concept: string) =>
    version.counts[concept].toLocaleString("en-US");
  const quo = (version: VersionFinding, concept: (typeof CONCEPTS)[number]) =>
    version.statusQuo === undefined
      ? ""
      : version.statusQuo.concepts.includes(concept)
        ? "holds"
        : "does not";
  return [
    ["notion", "outcomes before", "now", "status quo before", "now"],
    ...CONCEPTS.map((concept) => [
      CONCEPT_WORDS[concept].name,
      figures(before, concept),
      figures(after, concept),
      quo(before, concept),
      quo(after, concept),
    ]),
    ["states in all", before.states.toLocaleString("en-US"), after.states.toLocaleString("en-US"), "", ""],
  ];
}

function countTable(findings: CompareFindings): string {
  return table(countRows(findings));
}
