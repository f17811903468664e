import type { Names, PerceptionsFindings } from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence, table, wrap } from "./text.ts";

/** Outcomes shown one by one in each place. */
const SHOWN = 3;

/** The answer to "What if they see it differently?" for a terminal: what holds all the same, the surprises, each party's eyes. */
export function renderPerceptions(findings: PerceptionsFindings, style: Style): string {
  const { names, concept, hypergame, surprisesTotal } = findings;
  const apart = apartIn(findings);
  return `${[
    style.bold(wrap(apartWords(findings), style.width)),
    outcomes(names, "What holds as they see it", hypergame.equilibria, hypergame.counts[concept], style),
    ...(surprisesTotal === 0 ? ["Nobody is in for a surprise."] : surprises(findings, style)),
    ...apart.map((version) => inTheEyes(findings, version, style)),
    countsTable(findings, style),
  ].join("\n\n")}\n`;
}

/** The parties that see the standoff differently. */
export function apartIn({ versions }: PerceptionsFindings): PerceptionsFindings["versions"] {
  return versions.filter(({ doesNotSee, believesOf }) => doesNotSee.length + believesOf.length > 0);
}

/** Who sees it differently, and how much that changes. */
export function apartWords(findings: PerceptionsFindings): string {
  const { names, concept, hypergame, asItIs } = findings;
  const { name } = CONCEPT_WORDS[concept];
  const apart = apartIn(findings);
  const who = listed(apart.map(({ party }) => partyTitle(names, party)));
  return apart.length === 0
    ? "The file gives nobody eyes of its own (`perceptions:`), so all see the standoff as it is."
    : `${who} ${apart.length === 1 ? "sees" : "see"} it differently. Under ${name}, ${counted(hypergame.counts[concept], "outcome holds", "outcomes hold")} because each party finds it best to stay as it sees things; if all saw the standoff as it is, ${asItIs.counts[concept].toLocaleString("en-US")} would.`;
}

function outcomes(
  names: Names,
  title: string,
  states: readonly StateView[],
  total: number,
  style: Style,
): string {
  const each = states
    .slice(0, SHOWN)
    .map((state, index) => `${index + 1}.\n${stateLines(names, state, "   ", style.width)}`);
  const more = total - each.length;
  if (total === 0) return `${style.bold(title)}\nNothing: from every outcome somebody would move.`;
  return [style.bold(title), ...each, ...(more > 0 ? [`and ${counted(more, "more outcome")}`] : [])].join(
    "\n",
  );
}

function surprises({ names, surprises: told, surprisesTotal }: PerceptionsFindings, style: Style): string[] {
  const each = told.slice(0, SHOWN).map((surprise, index) => {
    const words = `${index + 1}. ${surpriseWords(names, surprise)}`;
    return `${style.warn(wrap(words, style.width))}\n${stateLines(names, surprise.state, "   ", style.width)}`;
  });
  const head = `${sentence(counted(surprisesTotal, "surprise"))}${told.length > SHOWN ? "; the first are" : ""}`;
  return [style.bold(head), ...each];
}

/** Who is in for a surprise, and by whom. */
export function surpriseWords(
  names: Names,
  { party, leaver, changes }: PerceptionsFindings["surprises"][number],
): string {
  return `${partyTitle(names, party)} thinks that this holds, but ${partyTitle(names, leaver)} would leave: it ${changeWords(names, changes)}.`;
}

function inTheEyes(
  { names, concept }: PerceptionsFindings,
  version: PerceptionsFindings["versions"][number],
  style: Style,
): string {
  const party = partyTitle(names, version.party);
  return `${wrap(eyesWords(names, version), style.width)}\n${outcomes(names, `What would hold in the eyes of ${party}`, version.equilibria, version.counts[concept], style)}`;
}

/** What a party sees otherwise than it is. */
export function eyesWords(names: Names, version: PerceptionsFindings["versions"][number]): string {
  const { doesNotSee, believesOf } = version;
  const party = partyTitle(names, version.party);
  const parts = [
    ...(doesNotSee.length > 0
      ? [`does not see ${listed(doesNotSee.map((text) => `"${clean(text)}"`))}`]
      : []),
    ...(believesOf.length > 0
      ? [
          `believes that ${listed(believesOf.map((id) => partyTitle(names, id)))} ${believesOf.length === 1 ? "wants" : "want"} something else than the file says`,
        ]
      : []),
  ];
  return `${party} ${parts.join(" and ")}.`;
}

function countsTable({ names, versions, hypergame, asItIs }: PerceptionsFindings, style: Style): string {
  const notions = Object.keys(asItIs.counts) as (keyof typeof CONCEPT_WORDS)[];
  const row = (title: string, counts: Readonly<Record<string, number>>) => [
    title,
    ...notions.map((notion) => counts[notion].toLocaleString("en-US")),
  ];
  return `${style.bold("How many outcomes hold")}\n${table([
    ["in the eyes of", ...notions.map((notion) => CONCEPT_WORDS[notion].name)],
    ...versions.map(({ party, counts }) => row(partyTitle(names, party), counts)),
    row("each its own", hypergame.counts),
    row("all, if they saw it as it is", asItIs.counts),
  ])}`;
}
