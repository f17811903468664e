import type {
  AnswerFinding,
  ClaimFinding,
  Names,
  RecordFindings,
  RetractionFinding,
} from "../analysis/findings.ts";
import { partyTitle } from "./state-words.ts";
import { clean, counted, listed, sentence } from "./text.ts";

export type Cited = RecordFindings["restingOn"]["nothing"][number];
type Source = RecordFindings["sources"][number];
type Event = RecordFindings["timeline"][number];

/** A source by its title, with what is known of it. */
export function sourceWords({ title, publisher, date, place, kind, link, carries }: Source): string {
  const about = [publisher, place, date, kind, link].flatMap((each) =>
    each === undefined ? [] : [clean(each)],
  );
  return `${clean(title)}${about.length === 0 ? "" : ` (${about.join(", ")})`}; ${carriesWords(carries)}`;
}

function carriesWords(places: number): string {
  return places === 0
    ? "nothing rests on it"
    : `${counted(places, "place")} ${places === 1 ? "rests" : "rest"} on it`;
}

/** How a claim came: its chain, how it sounds, when, what rests on it, what it denies and what denies it. */
export function saidWords(claim: ClaimFinding): string {
  const { sounds, date, carries, contradicts, contradictedBy } = claim;
  const said = [
    claim.source === undefined ? "background" : chainWords(claim),
    ...(sounds === undefined ? [] : [`sounds ${clean(sounds)}`]),
    ...(date === undefined ? [] : [date]),
    carriesWords(carries.length),
  ].join("; ");
  const denied = contradictedBy.length === 0 ? "" : ` Denied by ${listed(contradictedBy.map(clean))}.`;
  const denies = contradicts.length === 0 ? "" : ` Denies ${listed(contradicts.map(clean))}.`;
  return `${sentence(said)}.${denies}${denied}`;
}

/** A claim's chain: `a State Department spokesman, on what China's foreign minister told Powell`. */
function chainWords({ via, hand }: ClaimFinding): string {
  if (hand === "own") return "in its own words";
  const [first, ...others] = via.map(clean);
  return [`on the word of ${first}`, ...others.map((each) => `who has it from ${each}`)].join(", ");
}

/** The day of an event, or its days. */
export function dayWords({ date, until }: Event): string {
  return until === undefined ? date : `${date} to ${until}`;
}

/** What happened, with the claims it rests on. */
export function eventWords({ what, because, after }: Event): string {
  const on = because.length === 0 ? " (no claim)" : ` (${because.map(clean).join(", ")})`;
  return `${clean(what)}${on}${after ? ", after the date of this file" : ""}`;
}

/** Whether a state holds, and who would leave it. `name`: of the concept. */
export function holdsWords(names: Names, answer: AnswerFinding, name: string): string {
  const { isStatusQuo, holds, leaving } = answer;
  const verdict = holds
    ? `holds under ${name}`
    : `does not hold under ${name}: ${listed(leaving.map((id) => partyTitle(names, id)))} would leave it`;
  return `${isStatusQuo ? "The status quo. It " : "It "}${verdict}.`;
}

/** On how many statements, claims and sources an answer rests, and which of the claims are weak. */
export function baseWords(
  answer: AnswerFinding,
  claims: readonly ClaimFinding[],
  sources: readonly Source[],
): string {
  const { statements } = answer;
  const bare = statements.filter(({ because }) => because.length === 0).length;
  const from = answer.sources.map(({ id, claims: count }) => {
    const source = sources.find((each) => each.id === id);
    return `${count} from ${source === undefined ? "background" : clean(source.publisher ?? source.title)}`;
  });
  const weak = claims.filter(
    ({ id, hand, contradictedBy }) =>
      answer.claims.includes(id) && (hand === "second-hand" || contradictedBy.length > 0),
  );
  const base =
    statements.length === 0
      ? "It rests on no preference at all: nobody has anything to compare."
      : `It rests on ${counted(statements.length, "statement")} of preference${bare === 0 ? "" : `, ${bare.toLocaleString("en-US")} of them without a claim`}, and through them on ${counted(answer.claims.length, "claim")}${from.length === 0 ? "" : `: ${listed(from)}`}.`;
  const hearsay =
    weak.length === 0 ? "" : ` Second-hand or denied among them: ${listed(weak.map(({ id }) => clean(id)))}.`;
  return `${base}${hearsay}`;
}

/** Something of the file that cites claims, or should. */
export function citedWords(names: Names, { kind, party, text, place, because }: Cited): string {
  const who = party === undefined ? "" : `${partyTitle(names, party)}, `;
  const what =
    kind === "statement"
      ? `${place}. `
      : kind === "belief"
        ? `as another party sees it, ${place}. `
        : `${kind} `;
  return `${who}${what}${clean(text)}${because.length === 0 ? "" : ` ← ${because.map(clean).join(", ")}`}`;
}

/** What would change, as a clause: without such claims … */
export function turnWords({ broken, statusQuo, equilibria, states }: RetractionFinding): string {
  if (broken !== undefined) return `what is left is no standoff any more: ${clean(broken)}`;
  const { before, after } = statusQuo!;
  const parts: string[] = [];
  if (before !== undefined && after === undefined) parts.push("the status quo is no longer known");
  else if (JSON.stringify(before?.state) !== JSON.stringify(after?.state))
    parts.push("the status quo is another");
  if (before !== undefined && after !== undefined && before.holds !== after.holds)
    parts.push(`the status quo ${after.holds ? "holds" : "no longer holds"}`);
  const { lostTotal, gainedTotal } = equilibria!;
  if (lostTotal > 0) parts.push(`${counted(lostTotal, "outcome")} would no longer hold`);
  if (gainedTotal > 0) parts.push(`${counted(gainedTotal, "new outcome")} would hold`);
  if (states!.before !== states!.after)
    parts.push(
      `${states!.after.toLocaleString("en-US")} states are feasible instead of ${states!.before.toLocaleString("en-US")}`,
    );
  return parts.length === 0 ? "no answer would change" : listed(parts);
}
