import type { Barrier, Names, PathsFindings } from "../analysis/findings.ts";
import { conceptNames } from "./concept-words.ts";
import { partyTitle, sequenceLines, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, wrap } from "./text.ts";

type Target = PathsFindings["listed"][number];

/** The answer to "How could we get there?" for a terminal. */
export function renderPaths(findings: PathsFindings, style: Style): string {
  const { names, targets } = findings;
  const lines = [
    style.bold("From"),
    stateLines(names, findings.from, "  ", style.width),
    "",
    wrap(reachWords(findings), style.width),
  ];
  findings.listed.forEach((target, index) => {
    lines.push("", ...targetLines(names, target, index + 1, style));
  });
  const left = targets - findings.listed.length;
  if (left > 0)
    lines.push(
      "",
      wrap(
        `${counted(left, "more outcome")} not shown; narrow the question with --to or --concept.`,
        style.width,
      ),
    );
  return `${lines.join("\n")}\n`;
}

/** How many outcomes were looked for, and how many are in reach. */
export function reachWords({ targets, reachedByMoves, reachedByImprovements }: PathsFindings): string {
  return targets === 0
    ? "There is no other outcome of the kind asked for."
    : `Of ${counted(targets, "outcome")} looked for, ${counted(reachedByMoves, "can be reached", "can be reached")}; ${reachedByImprovements.toLocaleString("en-US")} of them by steps each of which serves the party that takes it.`;
}

/** What kind of sequence leads to an outcome: none of its moves, some, or there is none. */
export const SEQUENCE_WORDS = {
  byImprovements: "Everybody moves in their own interest:",
  byMoves: "Only with a step against somebody's own interest:",
} as const;

function targetLines(names: Names, target: Target, number: number, style: Style): string[] {
  const holds = target.concepts.length === 0 ? "does not hold" : conceptNames(target.concepts);
  const lines = [style.bold(`${number}. ${holds}`), stateLines(names, target.state, "   ", style.width)];
  if (target.byImprovements !== undefined) {
    lines.push(
      style.good(`   ${SEQUENCE_WORDS.byImprovements}`),
      ...sequenceLines(names, target.byImprovements, style.width),
    );
  } else if (target.byMoves !== undefined) {
    lines.push(
      style.warn(`   ${SEQUENCE_WORDS.byMoves}`),
      ...sequenceLines(names, target.byMoves, style.width),
    );
  } else lines.push(style.bad(wrap(cutOffWords(names, target.barriers), style.width, "   ")));
  lines.push(wrap(gainWords(names, target), style.width, "   "));
  return lines;
}

/** What cuts an outcome off. */
export function cutOffWords(names: Names, barriers: readonly Barrier[]): string {
  if (barriers.length === 0) return "It cannot be reached: no single rule, but several together cut it off.";
  const title = (id: string) => `"${clean(names.options.find((option) => option.id === id)!.title)}"`;
  const reasons = barriers.map((barrier) => {
    switch (barrier.kind) {
      case "one-way":
        return `${title(barrier.option)} goes one way only`;
      case "guard":
        return `${title(barrier.option)} changes only when ${clean(barrier.text)}`;
      case "constraint":
        return `of the constraint "${clean(barrier.text)}"`;
      default:
        return `${partyTitle(names, barrier.party)} does not see some of the states`;
    }
  });
  return `It cannot be reached, because ${listed(reasons)}.`;
}

/** Who gains by an outcome and who pays. */
export function gainWords(names: Names, { gains }: Target): string {
  const who = (verdict: string) =>
    names.parties.filter(({ id }) => gains[id] === verdict).map(({ title }) => clean(title));
  const parts = [
    ["better", "is better off there", "are better off there"],
    ["worse", "is worse off there", "are worse off there"],
    ["equal", "is as well off there", "are as well off there"],
  ].flatMap(([verdict, one, many]) => {
    const parties = who(verdict);
    return parties.length === 0 ? [] : [`${listed(parties)} ${parties.length === 1 ? one : many}`];
  });
  return `Compared with the start: ${parts.join("; ")}.`;
}
