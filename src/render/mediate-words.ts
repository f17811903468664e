import {
  type ChangesOfMindFinding,
  type CloserFindings,
  CONCEPTS,
  type Names,
  type OrderFinding,
  type PackageFinding,
  type PackagesFindings,
} from "../analysis/findings.ts";
import { type Block, heading, item, text } from "./blocks.ts";
import { CONCEPT_WORDS } from "./concept-words.ts";
import { changeWords, failedVotes, partyTitle } from "./state-words.ts";
import { clean, counted, listed, possessive, sentence } from "./text.ts";

/** The sentences of the answer to "What would it take?", the same in the terminal and on the page. */

/** Changes of mind, and guarantees and bans, told. */
const MINDS = 5;
const GUARANTEES = 6;

/** How many states meet the goal, under which concepts some of them hold, and whether one is in reach. */
export function holdsWords({
  goals,
  holding,
  alreadyThere,
  concept,
  reachedByImprovements: reached,
}: PackagesFindings): string {
  if (goals === 0) return "No feasible state meets the goal.";
  const holds = CONCEPTS.map(
    (each) => `${holding[each].toLocaleString("en-US")} under ${CONCEPT_WORDS[each].name}`,
  );
  const reach =
    holding[concept] === 0
      ? ""
      : ` ${reached === 0 ? "None" : reached.toLocaleString("en-US")} of those that hold under ${CONCEPT_WORDS[concept].name} can be reached from the start by steps that each serve the one who takes them.`;
  return `${sentence(counted(goals, "state"))} ${goals === 1 ? "meets" : "meet"} the goal${alreadyThere ? ", the start among them" : ""}. Of these would hold ${listed(holds)}.${reach}`;
}

/** How many packages there are, why the other states are none, and what is not known where the time was up. */
export function packagesWords({ packagesTotal, failing, concept, unfinished }: PackagesFindings): string {
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

/** `Signed by North Korea and Russia`. */
export function signedBy(names: Names, { parts }: PackageFinding): string {
  return `Signed by ${listed(parts.map(({ party }) => partyTitle(names, party)))}`;
}

/** What a signatory changes, and how it likes the outcome. */
export function partWords(
  names: Names,
  { ranks }: PackageFinding,
  { party, changes }: PackageFinding["parts"][number],
): string {
  const rank = ranks[party];
  const gain =
    rank === undefined ? "" : ` (its rank of the outcome: ${rank.after} instead of ${rank.before})`;
  return `${partyTitle(names, party)} ${changeWords(names, changes)}${gain}`;
}

/** Who loses outside, and what it could do about that; the answer that deters it follows. */
export function losingWords(
  names: Names,
  { ranks }: PackageFinding,
  { party, forgoes }: PackageFinding["losing"][number],
): string {
  const title = partyTitle(names, party);
  const after = `(its rank of the outcome: ${ranks[party]?.after} instead of ${ranks[party]?.before})`;
  return forgoes === undefined
    ? `Outside, ${title} loses ${after} and has no better move of its own.`
    : `Outside, ${title} loses ${after}. It would like to answer (it ${changeWords(names, forgoes.changes)}), and is deterred by what follows, which costs it ${counted(forgoes.cost, "rank")}:`;
}

/** What is put to the vote once the package is in force, and whether it passes; nothing where no body decides. */
export function voteWords(votes: PackageFinding["votes"]): string[] {
  if (votes === undefined) return [];
  if (votes.length === 0) return ["It needs no vote."];
  const passing = votes.filter(({ passes }) => passes);
  return [
    ...passing.map(({ decision }) => `"${clean(decision)}" is put to the vote and passes.`),
    ...failedVotes(votes),
  ];
}

/** Whether it can be carried out one after the other, and if not who would not follow and why. */
export function orderWords(names: Names, { steps, together }: OrderFinding): string {
  const title = (id: string) => partyTitle(names, id);
  if (together.length === 0)
    return `It can be carried out one after the other: ${steps.map(title).join(", then ")}.`;
  const first =
    steps.length === 0
      ? "Nobody can go first alone"
      : `After ${listed(steps.map(title))} nobody goes on alone`;
  const why = together.map(({ party, why: reason }) =>
    reason === "barred"
      ? `${title(party)} cannot yet`
      : `${title(party)} would rather stop, or do something else`,
  );
  return `${first}: ${why.join("; ")}. These steps must be simultaneous or guaranteed.`;
}

/** Who is nearest to leaving; the answer that deters it follows. */
export function weakestWords(names: Names, weakest: PackageFinding["weakest"]): string {
  return weakest === undefined
    ? "No signatory could do better alone."
    : `The weakest link is ${partyTitle(names, weakest.party)}: it would like to leave (it ${changeWords(names, weakest.changes)}), and is deterred by what follows, which costs it ${counted(weakest.cost, "rank")}:`;
}

/** What would have to change in whose mind. */
export function mindBlocks(names: Names, { tried, untried, upTo, smallest }: ChangesOfMindFinding): Block[] {
  const title = heading("Changes of mind that would make a package possible");
  const unfinished =
    untried === 0
      ? []
      : [text(`The time was up; ${counted(untried, "change", "changes")} of that size not tried.`)];
  if (smallest.length === 0) {
    const size =
      upTo === 1
        ? "no change of a single statement"
        : "no change of one statement, or of two of different parties,";
    return [
      title,
      text(`Of ${tried.toLocaleString("en-US")} tried, ${size} makes a package possible.`),
      ...unfinished,
    ];
  }
  const size = smallest[0].length === 1 ? "change of a single statement" : "pair of changes";
  const lines = [
    title,
    text(
      `${sentence(counted(smallest.length, size, smallest[0].length === 1 ? "changes of a single statement" : "pairs of changes"))} would make a package possible, the least sure first:`,
    ),
  ];
  for (const some of smallest.slice(0, MINDS)) {
    const words = some.map(({ party, change, statement, place, because }) => {
      const claims = because.length === 0 ? "" : ` (${listed(because.map(clean))})`;
      const how = {
        dropped: "did not matter",
        turned: "were the other way around",
        exchanged: "changed places with the next",
      }[change];
      return `${possessive(partyTitle(names, party))} statement ${place}, "${clean(statement)}"${claims}, ${how}`;
    });
    lines.push(item(`if ${listed(words)}`));
  }
  if (smallest.length > MINDS)
    lines.push({ kind: "more", words: `and ${counted(smallest.length - MINDS, "more", "more")}` });
  return [...lines, ...unfinished];
}

/** What a third party could see to. */
export function bindingBlocks(
  { names, concept, holding, outcomes: now }: PackagesFindings,
  { bindings, bindingsUntried }: CloserFindings,
): Block[] {
  const title = heading("Guarantees and bans");
  const { name } = CONCEPT_WORDS[concept];
  const untried =
    bindingsUntried === 0
      ? []
      : [
          text(
            `The time was up; ${counted(bindingsUntried, "guarantee or ban", "guarantees or bans")} not tried.`,
          ),
        ];
  if (bindings.length === 0)
    return [
      title,
      ...untried,
      text(
        `${bindingsUntried === 0 ? "No single option" : "None of the options tried"}, if its owner were bound to it or barred from it, would bring the goal closer.`,
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
      return item(`${partyTitle(names, party)} ${words}: ${effect}.`);
    });
  const more = bindings.length - GUARANTEES;
  return [
    title,
    text(
      `As things are, ${counted(now, "outcome")} would hold under ${name}, ${holding[concept].toLocaleString("en-US")} of them with the goal. Were a single option guaranteed or ruled out:`,
    ),
    ...lines,
    ...(more > 0 ? [{ kind: "more", words: `and ${counted(more, "more", "more")}` } as const] : []),
    ...untried,
  ];
}
