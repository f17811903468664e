import type {
  AnalyzeFindings,
  Concept,
  EquilibriumGroup,
  ForesightFinding,
  StatusQuoFinding,
  UnknownFinding,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames, notionWords } from "./concept-words.ts";
import { changeWords, failedVotes, partyTitle, stateLines } from "./state-words.ts";
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

function header({ names, states, combinations, moves }: AnalyzeFindings, style: Style): string {
  const asOf = names.asOf === undefined ? "" : `, as of ${clean(names.asOf)}`;
  const total = Object.values(moves).reduce((sum, each) => sum + each, 0);
  const of = combinations === states ? "" : ` (of ${combinations.toLocaleString("en-US")} combinations)`;
  const figures = `${counted(names.parties.length, "party", "parties")}, ${names.options[0].owner === "" ? "states listed outright" : counted(names.options.length, "option")}; ${counted(states, "feasible state")}${of}, ${counted(total, "move")} between them.`;
  return `${style.bold(wrap(clean(names.title) + asOf, style.width))}\n${wrap(figures, style.width)}`;
}

function statusQuo({ names, concepts }: AnalyzeFindings, finding: StatusQuoFinding, style: Style): string {
  const lines = [
    style.bold(`The status quo${numbered(finding.number)}`),
    stateLines(names, finding.state, "  ", style.width),
  ];
  if (concepts.length === 0) return lines.join("\n");
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
  const grouped = findings.concepts.filter((concept) =>
    findings.groups.some((group) => group.concept === concept),
  );
  const told = findings.equilibria.filter(({ concepts }) =>
    concepts.some((concept) => !grouped.includes(concept)),
  );
  const head =
    grouped.length === 0
      ? `${sentence(counted(equilibriaTotal, "outcome"))} would hold, the most robust first.`
      : told.length === 0
        ? `${sentence(counted(equilibriaTotal, "outcome"))} would hold, too many to read one by one.`
        : `${sentence(counted(told.length, "outcome"))} would hold under ${listed(
            remaining(findings, grouped).map((concept) => CONCEPT_WORDS[concept].name),
            "or",
          )}, the most robust first. Many more hold under ${listed(grouped.map((concept) => CONCEPT_WORDS[concept].name))} only; they come after.`;
  const each = told.map(({ state, concepts, strongly, isStatusQuo, votes, number }, index) => {
    const much =
      strongly === undefined || strongly.length === 0 ? "" : ` (strongly: ${conceptNames(strongly)})`;
    const title = `${index + 1}. ${conceptNames(concepts)}${much}${isStatusQuo ? " — the status quo" : ""}${numbered(number)}`;
    return `${style.bold(title)}\n${[stateLines(names, state, "   ", style.width), ...failedVotes(votes).map((line) => wrap(line, style.width, "   "))].join("\n")}`;
  });
  return [
    `${style.bold("What would hold")}\n${wrap(head, style.width)}`,
    ...each,
    ...groupedByConcept(findings, grouped, style),
  ].join("\n\n");
}

function remaining({ concepts, counts }: AnalyzeFindings, grouped: readonly Concept[]): Concept[] {
  return concepts.filter((concept) => !grouped.includes(concept) && counts[concept] > 0);
}

/** What the equilibria of each crowded concept share; concepts with the same groups are told together. */
function groupedByConcept(findings: AnalyzeFindings, grouped: readonly Concept[], style: Style): string[] {
  const texts = new Map<string, Concept[]>();
  for (const concept of grouped) {
    const groups = findings.groups.filter((group) => group.concept === concept);
    const text = groups
      .map((group) => wrap(groupWords(findings, group), style.width, "  · ", "    "))
      .join("\n");
    texts.set(text, [...(texts.get(text) ?? []), concept]);
  }
  return [...texts].map(([text, concepts]) => {
    const alike = concepts.length === 1 ? "" : " each, the same ones";
    return `${style.bold(`${conceptNames(concepts)}: ${counted(findings.counts[concepts[0]], "outcome")}${alike}. What they share:`)}\n${text}`;
  });
}

/** `with "talk", without "sanctions": all 24 states`. An option is told with its owner where titles repeat. */
function groupWords({ names }: AnalyzeFindings, group: EquilibriumGroup): string {
  const called = ({ title, owner }: (typeof names.options)[number]) =>
    names.options.filter((other) => other.title === title).length === 1
      ? `"${clean(title)}"`
      : `"${clean(title)}" (${partyTitle(names, owner)})`;
  const shared = names.options.filter(({ id }) => group.shared[id] !== undefined);
  const yes = shared.filter(({ id, yesNo }) => yesNo && group.shared[id] === "yes").map(called);
  const no = shared.filter(({ id, yesNo }) => yesNo && group.shared[id] === "no").map(called);
  const at = shared
    .filter(({ yesNo }) => !yesNo)
    .map(
      (option) =>
        `${called(option)} at "${clean(option.levels.find((level) => level.id === group.shared[option.id])!.title)}"`,
    );
  const parts = [
    ...(yes.length > 0 ? [`with ${listed(yes)}`] : []),
    ...(no.length > 0 ? [`without ${listed(no, "or")}`] : []),
    ...(at.length > 0 ? [`with ${listed(at)}`] : []),
  ];
  const where = parts.length === 0 ? "anywhere" : parts.join(", ");
  if (group.states === group.equilibria) return `${where}: all ${counted(group.states, "state")}`;
  return `${where}: ${group.equilibria.toLocaleString("en-US")} of ${counted(group.states, "state")}`;
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

/** What the unknowns mean for the answer, before it. */
function unknownWords({ names }: AnalyzeFindings, { parties, statusQuo }: UnknownFinding): string {
  const who = listed(parties.map((id) => partyTitle(names, id)));
  const now =
    statusQuo === undefined || statusQuo.length === 0
      ? ""
      : ` The status quo may hold under ${conceptNames(statusQuo)}, depending on them.`;
  return `Some preferences of ${who} are not known. What is said to hold holds whatever they are.${now}`;
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
