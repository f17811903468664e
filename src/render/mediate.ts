import {
  type ChangesOfMindFinding,
  CONCEPTS,
  type MediateFindings,
  type Names,
  type PackageFinding,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { fairLines } from "./fair.ts";
import { inverseLines } from "./inverse.ts";
import { changeWords, failedVotes, partyTitle, sequenceLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, possessive, sentence, wrap } from "./text.ts";

/** Packages told one by one. */
const TOLD = 5;
/** Guarantees and bans told. */
const GUARANTEES = 6;

/** The answer to "What would it take?" for a terminal: whether the goal holds already, then the packages, the smallest first. */
export function renderMediate(findings: MediateFindings, style: Style): string {
  const { names, goals, holding, alreadyThere, reachedByImprovements, packages, packagesTotal } = findings;
  const holds = CONCEPTS.map(
    (each) => `${holding[each].toLocaleString("en-US")} under ${CONCEPT_WORDS[each].name}`,
  );
  const lines = [
    style.bold("Would the goal hold?"),
    wrap(
      `${sentence(counted(goals, "state"))} ${goals === 1 ? "meets" : "meet"} the goal${alreadyThere ? ", the start among them" : ""}. Of these would hold ${listed(holds)}. ${reach(findings, reachedByImprovements)}`,
      style.width,
    ),
    "",
    style.bold("Packages"),
    wrap(head(findings), style.width),
  ];
  packages.slice(0, TOLD).forEach((each, index) => {
    lines.push("", ...packageLines(names, each, index + 1, style));
  });
  if (packagesTotal > TOLD)
    lines.push("", `${sentence(counted(packagesTotal - TOLD, "more package"))}; \`--json\` lists them.`);
  if (findings.changesOfMind !== undefined)
    lines.push("", style.bold("Changes of mind"), ...mindLines(names, findings.changesOfMind, style));
  if (findings.inverse !== undefined) lines.push(...inverseLines(findings, findings.inverse, style));
  lines.push("", style.bold("Guarantees and bans"), ...bindingLines(findings, style));
  for (const each of findings.fair ?? []) lines.push("", ...fairLines(names, each, style));
  return `${lines.join("\n")}\n`;
}

/** What would have to change in whose mind. */
function mindLines(
  names: Names,
  { tried, untried, upTo, smallest }: ChangesOfMindFinding,
  style: Style,
): string[] {
  const unfinished =
    untried === 0
      ? []
      : [`The time was up; ${counted(untried, "change", "changes")} of that size not tried.`];
  if (smallest.length === 0) {
    const size =
      upTo === 1
        ? "no change of a single statement"
        : "no change of one statement, or of two of different parties,";
    return [
      wrap(`Of ${tried.toLocaleString("en-US")} tried, ${size} makes a package possible.`, style.width),
      ...unfinished,
    ];
  }
  const size = smallest[0].length === 1 ? "change of a single statement" : "pair of changes";
  const lines = [
    wrap(
      `${sentence(counted(smallest.length, size, smallest[0].length === 1 ? "changes of a single statement" : "pairs of changes"))} would make a package possible, the least sure first:`,
      style.width,
    ),
  ];
  for (const some of smallest.slice(0, TOLD)) {
    const words = some.map(({ party, change, statement, place, because }) => {
      const claims = because.length === 0 ? "" : ` (${listed(because.map(clean))})`;
      const how = {
        dropped: "did not matter",
        turned: "were the other way around",
        exchanged: "changed places with the next",
      }[change];
      return `${possessive(partyTitle(names, party))} statement ${place}, "${clean(statement)}"${claims}, ${how}`;
    });
    lines.push(wrap(`if ${listed(words)}`, style.width, "  · ", "    "));
  }
  if (smallest.length > TOLD)
    lines.push(`    and ${counted(smallest.length - TOLD, "more", "more")}; \`--json\` lists them.`);
  return [...lines, ...unfinished];
}

/** What a third party could see to. */
function bindingLines(
  { names, bindings, bindingsUntried, concept, holding, outcomes: now }: MediateFindings,
  style: Style,
): string[] {
  const { name } = CONCEPT_WORDS[concept];
  const untried =
    bindingsUntried === 0
      ? []
      : [`The time was up; ${counted(bindingsUntried, "guarantee or ban", "guarantees or bans")} not tried.`];
  if (bindings.length === 0)
    return [
      ...untried,
      wrap(
        `${bindingsUntried === 0 ? "No single option" : "None of the options tried"}, if its owner were bound to it or barred from it, would bring the goal closer.`,
        style.width,
      ),
    ];
  const lines = bindings
    .slice(0, GUARANTEES)
    .map(({ party, option, how, level, holding: meeting, outcomes, reached }) => {
      const { title, yesNo, levels } = names.options.find(({ id }) => id === option)!;
      const words = yesNo
        ? `${level === "yes" ? "bound to" : "barred from"} "${clean(title)}"`
        : `${how === "bound" ? "bound to" : "barred from"} "${clean(title)}" at "${clean(levels.find(({ id }) => id === level)!.title)}"`;
      const effect = `${counted(outcomes, "outcome")} would hold under ${name}, ${meeting.toLocaleString("en-US")} of them with the goal${reached ? ", and one of those could be reached by steps that each serve the one who takes them" : ", none of those in reach of steps in everybody's own interest"}`;
      return wrap(`${partyTitle(names, party)} ${words}: ${effect}.`, style.width, "  · ", "    ");
    });
  const more = bindings.length - GUARANTEES;
  return [
    wrap(
      `As things are, ${counted(now, "outcome")} would hold under ${name}, ${holding[concept].toLocaleString("en-US")} of them with the goal. Were a single option guaranteed or ruled out:`,
      style.width,
    ),
    ...lines,
    ...(more > 0 ? [`    and ${counted(more, "more", "more")}; \`--json\` lists them.`] : []),
    ...untried,
  ];
}

function reach({ holding, concept }: MediateFindings, reached: number): string {
  if (holding[concept] === 0) return "";
  const { name } = CONCEPT_WORDS[concept];
  return `${reached === 0 ? "None" : reached.toLocaleString("en-US")} of those that hold under ${name} can be reached from the start by steps that each serve the one who takes them.`;
}

function head({ packagesTotal, failing, concept, unfinished }: MediateFindings): string {
  const { name } = CONCEPT_WORDS[concept];
  const reasons = [
    ...(failing.barred > 0
      ? [`${failing.barred.toLocaleString("en-US")} would undo what cannot be undone`]
      : []),
    ...(failing.worse > 0
      ? [`${failing.worse.toLocaleString("en-US")} would leave a signatory worse off`]
      : []),
    ...(failing.unstable > 0
      ? [`${failing.unstable.toLocaleString("en-US")} would not hold under ${name}`]
      : []),
    ...(failing.left > 0
      ? [`${failing.left.toLocaleString("en-US")} a group of signatories would leave`]
      : []),
  ];
  const others = reasons.length === 0 ? "" : ` Of the other states that meet the goal, ${listed(reasons)}.`;
  if (unfinished !== undefined) {
    const { decidedUpTo, undecided } = unfinished;
    return `The time was up. ${decidedUpTo < 2 ? "Whether there is a package of two or more signatories is not known" : `All packages of up to ${decidedUpTo} signatories are found: ${packagesTotal.toLocaleString("en-US")}`}; ${counted(undecided, "more state")} may or may not be ${undecided === 1 ? "one" : "packages"}.${others}`;
  }
  if (packagesTotal === 0) return `There is no package.${others}`;
  return `${sentence(counted(packagesTotal, "package"))}: joint changes that leave no signatory worse off, hold once made, and that no group of signatories would leave.${others}`;
}

/** What is put to the vote once the package is in force, and whether it passes. */
function voteLines(votes: PackageFinding["votes"]): string[] {
  if (votes === undefined) return [];
  const passing = votes.filter(({ passes }) => passes);
  if (votes.length === 0) return ["It needs no vote."];
  return [
    ...passing.map(({ decision }) => `"${clean(decision)}" is put to the vote and passes.`),
    ...failedVotes(votes),
  ];
}

function packageLines(names: Names, each: PackageFinding, number: number, style: Style): string[] {
  const { parts, ranks, losing, weakest, order, votes } = each;
  const title = (id: string) => partyTitle(names, id);
  const lines = [style.good(`${number}. Signed by ${listed(parts.map(({ party }) => title(party)))}`)];
  for (const { party, changes } of parts) {
    const rank = ranks[party];
    const gain =
      rank === undefined ? "" : ` (its rank of the outcome: ${rank.after} instead of ${rank.before})`;
    lines.push(wrap(`${title(party)} ${changeWords(names, changes)}${gain}`, style.width, "   · ", "     "));
  }
  if (losing.length === 0) lines.push("   Nobody outside loses.");
  for (const { party, forgoes } of losing) {
    const after = `(its rank of the outcome: ${ranks[party]?.after} instead of ${ranks[party]?.before})`;
    lines.push(
      wrap(
        forgoes === undefined
          ? `Outside, ${title(party)} loses ${after} and has no better move of its own.`
          : `Outside, ${title(party)} loses ${after}. It would like to answer (it ${changeWords(names, forgoes.changes)}), and is deterred by what follows, which costs it ${counted(forgoes.cost, "rank")}:`,
        style.width,
        "   ",
      ),
      ...(forgoes === undefined ? [] : sequenceLines(names, forgoes.answer, style.width)),
    );
  }
  lines.push(...voteLines(votes).map((line) => wrap(line, style.width, "   ")));
  if (order.together.length === 0)
    lines.push(
      wrap(
        `It can be carried out one after the other: ${order.steps.map(title).join(", then ")}.`,
        style.width,
        "   ",
      ),
    );
  else {
    const first =
      order.steps.length === 0
        ? "Nobody can go first alone"
        : `After ${listed(order.steps.map(title))} nobody goes on alone`;
    const why = order.together.map(({ party, why: reason }) =>
      reason === "barred"
        ? `${title(party)} cannot yet`
        : `${title(party)} would rather stop, or do something else`,
    );
    lines.push(
      wrap(
        `${first}: ${why.join("; ")}. These steps must be simultaneous or guaranteed.`,
        style.width,
        "   ",
      ),
    );
  }
  if (weakest === undefined) lines.push("   No signatory could do better alone.");
  else
    lines.push(
      wrap(
        `The weakest link is ${title(weakest.party)}: it would like to leave (it ${changeWords(names, weakest.changes)}), and is deterred by what follows, which costs it ${counted(weakest.cost, "rank")}:`,
        style.width,
        "   ",
      ),
      ...sequenceLines(names, weakest.answer, style.width),
    );
  return lines;
}
