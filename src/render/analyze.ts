import type { AnalyzeFindings, Concept, EquilibriumGroup, StatusQuoFinding } from "../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames } from "./concept-words.ts";
import { changeWords, partyTitle, stateLine, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";

/** More equilibria than this are shown by what they share. */
const READABLE = 12;

/** The answer to "What would hold?" for a terminal: words first, figures beside, the table last. */
export function renderAnalyze(findings: AnalyzeFindings, style: Style): string {
  const parts = [header(findings, style)];
  if (findings.statusQuo !== undefined) parts.push(statusQuo(findings, findings.statusQuo, style));
  parts.push(equilibria(findings, style), conceptTable(findings, style));
  return `${parts.join("\n\n")}\n`;
}

function header({ names, states, combinations, moves }: AnalyzeFindings, style: Style): string {
  const asOf = names.asOf === undefined ? "" : `, as of ${clean(names.asOf)}`;
  const total = Object.values(moves).reduce((sum, each) => sum + each, 0);
  const of = combinations === states ? "" : ` (of ${combinations.toLocaleString("en-US")} combinations)`;
  const figures = `${counted(names.parties.length, "party", "parties")}, ${counted(names.options.length, "option")}; ${counted(states, "feasible state")}${of}, ${counted(total, "move")} between them.`;
  return `${style.bold(wrap(clean(names.title) + asOf, style.width))}\n${wrap(figures, style.width)}`;
}

function statusQuo({ names, concepts }: AnalyzeFindings, finding: StatusQuoFinding, style: Style): string {
  const lines = [
    style.bold(`The status quo${numbered(finding.number)}`),
    stateLines(names, finding.state, "  ", style.width),
  ];
  const missing = concepts.filter((concept) => !finding.concepts.includes(concept));
  if (finding.improvements.length === 0) {
    lines.push(style.good("It holds: nobody can do better by moving alone."));
    return lines.join("\n");
  }
  if (finding.concepts.length === 0)
    lines.push(style.bad(wrap("It does not hold, under any notion of foresight below.", style.width)));
  else {
    const holds = `It holds under ${conceptNames(finding.concepts)}${missing.length > 0 ? `, not under ${conceptNames(missing)}` : ""}.`;
    lines.push(missing.length === 0 ? style.good(holds) : style.warn(wrap(holds, style.width)));
  }
  for (const { id } of names.parties) {
    const mine = finding.improvements.filter((each) => each.party === id);
    if (mine.length === 0) continue;
    const party = partyTitle(names, id);
    const unanswered = concepts.filter((concept) => !finding.stableFor[id].includes(concept));
    const verdict =
      unanswered.length === 0
        ? `${party} could do better by moving, but is deterred.`
        : unanswered.length === 1 && unanswered[0] === "nash"
          ? `${party} would rather move, and is held only by what the others could do in answer:`
          : `${party} would move:`;
    lines.push(wrap(verdict, style.width, "  "));
    for (const each of mine)
      lines.push(
        wrap(
          `${changeWords(names, each.changes)} (${answered(each.unanswered, concepts)})`,
          style.width,
          "    · ",
          "      ",
        ),
      );
  }
  const still = names.parties.filter(({ id }) => finding.improvements.every((each) => each.party !== id));
  if (still.length > 0) {
    const who = listed(still.map(({ title }) => clean(title)));
    lines.push(
      wrap(`${who} ${still.length === 1 ? "has" : "have"} nothing better to move to.`, style.width, "  "),
    );
  }
  return lines.join("\n");
}

/** Whether the others can answer an improvement, in words. */
function answered(unanswered: readonly Concept[], concepts: readonly Concept[]): string {
  const foresighted = concepts.filter((concept) => concept !== "nash");
  const open = foresighted.filter((concept) => unanswered.includes(concept));
  if (foresighted.length === 0) return "an improvement";
  if (open.length === foresighted.length) return "nobody can answer it";
  if (open.length === 0) return "the others can answer it, and in their own interest";
  return `no answer deters it under ${conceptNames(open)}`;
}

function equilibria(findings: AnalyzeFindings, style: Style): string {
  const { names, equilibriaTotal } = findings;
  if (equilibriaTotal === 0) {
    return `${style.bold("What would hold")}\n${wrap("No outcome would hold: in every state somebody would move.", style.width)}`;
  }
  if (equilibriaTotal > READABLE) return manyEquilibria(findings, style);
  const head = `${style.bold("What would hold")}\n${sentence(counted(equilibriaTotal, "outcome"))} would hold, the most robust first.`;
  const each = findings.equilibria.map(({ state, concepts, isStatusQuo, number }, index) => {
    const title = `${index + 1}. ${conceptNames(concepts)}${isStatusQuo ? " — the status quo" : ""}${numbered(number)}`;
    return `${style.bold(title)}\n${stateLines(names, state, "   ", style.width)}`;
  });
  return [head, ...each].join("\n\n");
}

function manyEquilibria(findings: AnalyzeFindings, style: Style): string {
  const { names, equilibriaTotal, states } = findings;
  const lines = [
    style.bold("What would hold"),
    wrap(
      `${counted(equilibriaTotal, "outcome")} of ${states.toLocaleString("en-US")} would hold under at least one notion, too many to read one by one. What they share:`,
      style.width,
    ),
  ];
  for (const concept of findings.concepts) {
    const groups = findings.groups.filter((group) => group.concept === concept);
    lines.push(
      "",
      style.bold(`${CONCEPT_WORDS[concept].name}: ${counted(findings.counts[concept], "outcome")}`),
    );
    for (const group of groups) lines.push(wrap(groupWords(findings, group), style.width, "  · ", "    "));
  }
  const first = findings.equilibria[0];
  lines.push(
    "",
    wrap(
      `The most robust of them (${conceptNames(first.concepts)}): ${stateLine(names, first.state)}.`,
      style.width,
    ),
  );
  return lines.join("\n");
}

function groupWords({ names }: AnalyzeFindings, group: EquilibriumGroup): string {
  const settings = names.options.flatMap(({ id, title, yesNo, levels }) => {
    const level = group.shared[id];
    if (level === undefined) return [];
    if (yesNo) return [level === "yes" ? `"${clean(title)}"` : `not "${clean(title)}"`];
    return [`"${clean(title)}" at ${clean(levels.find((each) => each.id === level)!.title)}`];
  });
  const where = settings.length === 0 ? "anywhere" : `with ${listed(settings)}`;
  if (group.states === group.equilibria) return `${where}: all ${counted(group.states, "state")}`;
  return `${where}: ${group.equilibria.toLocaleString("en-US")} of ${counted(group.states, "state")}`;
}

function conceptTable({ concepts, counts, statusQuo }: AnalyzeFindings, style: Style): string {
  const rows = [
    ["notion", "outcomes", ...(statusQuo === undefined ? [] : ["status quo"]), "an outcome holds when"],
    ...concepts.map((concept) => [
      CONCEPT_WORDS[concept].name,
      counts[concept].toLocaleString("en-US"),
      ...(statusQuo === undefined ? [] : [statusQuo.concepts.includes(concept) ? "holds" : "does not"]),
      CONCEPT_WORDS[concept].meaning,
    ]),
  ];
  return `${style.bold("By notion of foresight")}\n${table(rows)}`;
}

function numbered(number: number | undefined): string {
  return number === undefined ? "" : ` (state ${number})`;
}
