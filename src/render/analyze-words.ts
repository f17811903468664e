import type {
  AnalyzeFindings,
  Concept,
  Equilibrium,
  EquilibriumGroup,
  Names,
  StatusQuoFinding,
  UnknownFinding,
} from "../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames } from "./concept-words.ts";
import { changeWords, partyTitle } from "./state-words.ts";
import { clean, counted, listed, sentence } from "./text.ts";

/** The sentences of the answer to "What would hold?", the same in the terminal and on the page. */

/** `5 parties, 12 options; 2,240 feasible states (of 6,144 combinations), 51,968 moves between them.` */
export function sizeWords({ names, states, combinations, moves }: AnalyzeFindings): string {
  const total = Object.values(moves).reduce((sum, each) => sum + each, 0);
  const of = combinations === states ? "" : ` (of ${combinations.toLocaleString("en-US")} combinations)`;
  return `${counted(names.parties.length, "party", "parties")}, ${names.options[0].owner === "" ? "states listed outright" : counted(names.options.length, "option")}; ${counted(states, "feasible state")}${of}, ${counted(total, "move")} between them.`;
}

/** Whether the status quo holds, and how to feel about it. */
export function verdictOnStatusQuo(
  finding: StatusQuoFinding,
  concepts: readonly Concept[],
): { readonly text: string; readonly tone: "good" | "warn" | "bad" } {
  if (finding.improvements.length === 0)
    return { text: "It holds: nobody can do better by moving alone.", tone: "good" };
  if (finding.concepts.length === 0)
    return { text: "It does not hold, under any notion of foresight below.", tone: "bad" };
  const missing = concepts.filter((concept) => !finding.concepts.includes(concept));
  const text = `It holds under ${conceptNames(finding.concepts)}${missing.length > 0 ? `, not under ${conceptNames(missing)}` : ""}.`;
  return { text, tone: missing.length === 0 ? "good" : "warn" };
}

/** The parties that could do better than the status quo, each with a verdict and its best moves. */
export function whoWouldMove(names: Names, finding: StatusQuoFinding, concepts: readonly Concept[]) {
  return names.parties.flatMap(({ id }) => {
    const mine = finding.improvements.filter((each) => each.party === id);
    if (mine.length === 0) return [];
    const party = partyTitle(names, id);
    const unanswered = concepts.filter((concept) => !finding.stableFor[id].includes(concept));
    const verdict =
      unanswered.length === 0
        ? `${party} could do better by moving, but is deterred.`
        : unanswered.length === 1 && unanswered[0] === "nash"
          ? `${party} would rather move, and is held only by what the others could do in answer:`
          : `${party} would move:`;
    const moves = mine.map(({ to, changes, unanswered }) => ({
      to,
      words: `${changeWords(names, changes)} (${answered(unanswered, concepts)})`,
    }));
    return [{ party: id, verdict, moves }];
  });
}

/** `Russia and China have nothing better to move to.` Undefined where everybody has. */
export function whoStays(names: Names, finding: StatusQuoFinding): string | undefined {
  const still = names.parties.filter(({ id }) => finding.improvements.every((each) => each.party !== id));
  if (still.length === 0) return undefined;
  const who = listed(still.map(({ title }) => clean(title)));
  return `${who} ${still.length === 1 ? "has" : "have"} nothing better to move to.`;
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

/** The outcomes to tell one by one, the concepts too crowded for that, and the sentence before them. */
export function toldOneByOne(findings: AnalyzeFindings): {
  readonly head: string;
  readonly told: readonly Equilibrium[];
  readonly crowded: readonly Concept[];
} {
  const { equilibriaTotal, equilibria, concepts, groups, counts } = findings;
  const crowded = concepts.filter((concept) => groups.some((group) => group.concept === concept));
  const readable = concepts.filter((concept) => !crowded.includes(concept) && counts[concept] > 0);
  const told = equilibria.filter((each) => each.concepts.some((concept) => !crowded.includes(concept)));
  const named = (which: readonly Concept[], last?: string) =>
    listed(
      which.map((concept) => CONCEPT_WORDS[concept].name),
      last,
    );
  const total = sentence(counted(equilibriaTotal, "outcome"));
  const head =
    equilibriaTotal === 0
      ? "No outcome would hold: in every state somebody would move."
      : crowded.length === 0
        ? `${total} would hold, the most robust first.`
        : told.length === 0
          ? `${total} would hold, too many to read one by one.`
          : `${sentence(counted(told.length, "outcome"))} would hold under ${named(readable, "or")}, the most robust first. Many more hold under ${named(crowded)} only; they come after.`;
  return { head, told, crowded };
}

/** `with "talk", without "sanctions": all 24 states`. An option is told with its owner where titles repeat. */
export function groupWords(names: Names, group: EquilibriumGroup): string {
  const called = ({ title, owner }: Names["options"][number]) =>
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

/** What the unknowns mean for the answer, before it. */
export function unknownWords({ names }: AnalyzeFindings, { parties, statusQuo }: UnknownFinding): string {
  const who = listed(parties.map((id) => partyTitle(names, id)));
  const now =
    statusQuo === undefined || statusQuo.length === 0
      ? ""
      : ` The status quo may hold under ${conceptNames(statusQuo)}, depending on them.`;
  return `Some preferences of ${who} are not known. What is said to hold holds whatever they are.${now}`;
}
