import type {
  AnalyzeFindings,
  Concept,
  ForesightFinding,
  StatusQuoFinding,
  UnknownFinding,
} from "../analysis/findings.ts";
import {
  groupWords,
  sizeWords,
  toldOneByOne,
  unknownWords,
  verdictOnStatusQuo,
  whoStays,
  whoWouldMove,
} from "./analyze-words.ts";
import { CONCEPT_WORDS, conceptNames, notionWords } from "./concept-words.ts";
import { failedVotes, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";

/** States that may hold told one by one. */
const READ_ONE_BY_ONE = 5;

/** The answer to "What would hold?" for a terminal: words first, figures beside, the table last. */
export function renderAnalyze(findings: AnalyzeFindings, style: Style): string {
  const parts = [header(findings, style)];
  if (findings.statusQuo !== undefined) parts.push(statusQuo(findings, findings.statusQuo, style));
  if (findings.unknown !== undefined) parts.push(wrap(unknownWords(findings, findings.unknown), style.width));
  if (findings.concepts.length > 0) parts.push(equilibria(findings, style));
  if (findings.unknown !== undefined && findings.unknown.mayHoldTotal > 0)
    parts.push(mayHold(findings, findings.unknown, style));
  if (findings.concepts.length > 0) parts.push(conceptTable(findings, style));
  for (const each of findings.foresight ?? []) parts.push(foresight(findings, each, style));
  return `${parts.join("\n\n")}\n`;
}

function header(findings: AnalyzeFindings, style: Style): string {
  const { title, asOf } = findings.names;
  const heading = clean(title) + (asOf === undefined ? "" : `, as of ${clean(asOf)}`);
  return `${style.bold(wrap(heading, style.width))}\n${wrap(sizeWords(findings), style.width)}`;
}

function statusQuo({ names, concepts }: AnalyzeFindings, finding: StatusQuoFinding, style: Style): string {
  const lines = [
    style.bold(`The status quo${numbered(finding.number)}`),
    stateLines(names, finding.state, "  ", style.width),
  ];
  if (concepts.length === 0) return lines.join("\n");
  const { text, tone } = verdictOnStatusQuo(finding, concepts);
  lines.push(style[tone](wrap(text, style.width)));
  if (finding.improvements.length === 0) return lines.join("\n");
  for (const { verdict, moves } of whoWouldMove(names, finding, concepts)) {
    lines.push(wrap(verdict, style.width, "  "));
    for (const { words } of moves) lines.push(wrap(words, style.width, "    · ", "      "));
  }
  const still = whoStays(names, finding);
  if (still !== undefined) lines.push(wrap(still, style.width, "  "));
  return lines.join("\n");
}

function equilibria(findings: AnalyzeFindings, style: Style): string {
  const { names, equilibriaTotal } = findings;
  const { head, told, crowded } = toldOneByOne(findings);
  if (equilibriaTotal === 0) return `${style.bold("What would hold")}\n${wrap(head, style.width)}`;
  const each = told.map(({ state, concepts, strongly, isStatusQuo, votes, number }, index) => {
    const much =
      strongly === undefined || strongly.length === 0 ? "" : ` (strongly: ${conceptNames(strongly)})`;
    const title = `${index + 1}. ${conceptNames(concepts)}${much}${isStatusQuo ? " — the status quo" : ""}${numbered(number)}`;
    return `${style.bold(title)}\n${[stateLines(names, state, "   ", style.width), ...failedVotes(votes).map((line) => wrap(line, style.width, "   "))].join("\n")}`;
  });
  return [
    `${style.bold("What would hold")}\n${wrap(head, style.width)}`,
    ...each,
    ...groupedByConcept(findings, crowded, style),
  ].join("\n\n");
}

/** What the equilibria of each crowded concept share; concepts with the same groups are told together. */
function groupedByConcept(findings: AnalyzeFindings, grouped: readonly Concept[], style: Style): string[] {
  const texts = new Map<string, Concept[]>();
  for (const concept of grouped) {
    const groups = findings.groups.filter((group) => group.concept === concept);
    const text = groups
      .map((group) => wrap(groupWords(findings.names, group), style.width, "  · ", "    "))
      .join("\n");
    texts.set(text, [...(texts.get(text) ?? []), concept]);
  }
  return [...texts].map(([text, concepts]) => {
    const alike = concepts.length === 1 ? "" : " each, the same ones";
    return `${style.bold(`${conceptNames(concepts)}: ${counted(findings.counts[concepts[0]], "outcome")}${alike}. What they share:`)}\n${text}`;
  });
}

/** What holds under one of the further notions, the first outcomes told one by one. */
function foresight({ names }: AnalyzeFindings, finding: ForesightFinding, style: Style): string {
  if (finding.limit !== undefined) return finding.limit;
  const { name, meaning } = notionWords(finding.notion);
  const quo =
    finding.stableFor === undefined
      ? ""
      : finding.stableFor.length === names.parties.length
        ? " The status quo holds."
        : ` The status quo does not: it holds for ${listed(finding.stableFor.map((id) => partyTitle(names, id))) || "nobody"}.`;
  const horizon =
    finding.notion !== "nm"
      ? ""
      : finding.settles === undefined
        ? " Looking further never stops making a difference; what holds at every one of the horizons that repeat is counted."
        : ` Looking more than ${counted(finding.settles, "move")} ahead changes nothing.`;
  const head = `${sentence(counted(finding.count, "outcome holds", "outcomes hold"))} under ${name}: ${meaning}.${quo}${horizon}`;
  const each = finding.equilibria
    .slice(0, READ_ONE_BY_ONE)
    .map(
      ({ state, isStatusQuo }, index) =>
        `${style.bold(`${index + 1}. ${name}${isStatusQuo ? " — the status quo" : ""}`)}\n${stateLines(names, state, "   ", style.width)}`,
    );
  const more = finding.count - each.length;
  return [
    `${style.bold(name)}\n${wrap(head, style.width)}`,
    ...each,
    ...(more > 0 ? [`${sentence(counted(more, "more outcome"))}; \`--json\` lists them.`] : []),
  ].join("\n\n");
}

function mayHold({ names, concepts }: AnalyzeFindings, unknown: UnknownFinding, style: Style): string {
  const few = unknown.mayHold.slice(0, READ_ONE_BY_ONE);
  const head = `${sentence(counted(unknown.mayHoldTotal, "outcome"))} may hold, depending on what is unknown${few.length < unknown.mayHoldTotal ? "; the first are" : ""}:`;
  const each = few.map(
    ({ state, concepts: under, isStatusQuo }, index) =>
      `${style.bold(`${index + 1}. perhaps ${conceptNames(under)}${isStatusQuo ? " — the status quo" : ""}`)}\n${stateLines(names, state, "   ", style.width)}`,
  );
  const rows = [
    [
      "notion",
      "surely holds",
      "may hold",
      "cannot hold",
      ...Object.keys(unknown.extensions).map((name) => `ext. ${name}`),
    ],
    ...concepts.map((concept) => {
      const { surely, may, cannot } = unknown.counts[concept];
      const extensions = Object.values(unknown.extensions).map((counts) => counts[concept]);
      return [
        CONCEPT_WORDS[concept].name,
        ...[surely, may, cannot, ...extensions].map((n) => n.toLocaleString("en-US")),
      ];
    }),
  ];
  return `${style.bold("What may hold")}\n${wrap(head, style.width)}\n\n${each.join("\n\n")}\n\n${table(rows)}`;
}

function conceptTable({ concepts, counts, statusQuo, strongCounts }: AnalyzeFindings, style: Style): string {
  const rows = [
    [
      "notion",
      "outcomes",
      ...(strongCounts === undefined ? [] : ["strongly"]),
      ...(statusQuo === undefined ? [] : ["status quo"]),
      "an outcome holds when",
    ],
    ...concepts.map((concept) => [
      CONCEPT_WORDS[concept].name,
      counts[concept].toLocaleString("en-US"),
      ...(strongCounts === undefined ? [] : [strongCounts[concept].toLocaleString("en-US")]),
      ...(statusQuo === undefined ? [] : [statusQuo.concepts.includes(concept) ? "holds" : "does not"]),
      CONCEPT_WORDS[concept].meaning,
    ]),
  ];
  const strength =
    strongCounts === undefined
      ? ""
      : "\nStrongly: whoever moves would be answered with something it likes greatly less.";
  return `${style.bold("By notion of foresight")}\n${table(rows)}${strength}`;
}

function numbered(number: number | undefined): string {
  return number === undefined ? "" : ` (state ${number})`;
}
