import type { LookbackEvent, LookbackFindings, Names } from "../analysis/findings.ts";
import { conceptNames } from "./concept-words.ts";
import { changeWords, partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, wrap } from "./text.ts";

/** The answer to "Did it happen that way?" for a terminal: event by event, then how far the model would have expected it. */
export function renderLookback(findings: LookbackFindings, style: Style): string {
  const { names, from, events } = findings;
  const lines = [
    style.bold("Where it starts"),
    from === undefined
      ? "  A state that the constraints rule out."
      : stateLines(names, from, "  ", style.width),
  ];
  for (const event of events) lines.push("", ...eventLines(names, event, style));
  return `${[...lines, "", style.bold(wrap(lookbackWords(findings), style.width))].join("\n")}\n`;
}

/** How far the model would have expected what happened. */
export function lookbackWords({ changing, allowed, improvements }: LookbackFindings): string {
  const left = changing - improvements;
  return changing === 0
    ? "No event of the timeline changes anything."
    : `Of ${counted(changing, "event")} that changed something, the model allows ${allowed.toLocaleString("en-US")} as moves of the party that acted, and ${improvements.toLocaleString("en-US")} of them served that party by the preferences written down; ${left === 0 ? "none is a surprise" : `${left.toLocaleString("en-US")} the model would not have expected`}.`;
}

function eventLines(names: Names, event: LookbackEvent, style: Style): string[] {
  const claims = event.because.length === 0 ? "" : ` (${event.because.map(clean).join(", ")})`;
  const lines = [
    style.bold(wrap(`${clean(event.date)}  ${clean(event.what)}${claims}`, style.width, "", "            ")),
  ];
  return [...lines, ...eventWords(names, event).map((text) => wrap(text, style.width, "            "))];
}

/** What the model says of an event, a sentence each. */
export function eventWords(names: Names, event: LookbackEvent): string[] {
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  const who = event.by === undefined ? "nobody in the model" : partyTitle(names, event.by);
  if (event.kind === "nothing") {
    say("It changes nothing in the model: what it sets was so already.");
    return lines;
  }
  say(`In the model: ${who} ${changeWords(names, event.changes)}.`);
  if (event.kind === "infeasible") say("That leads to a state which the constraints rule out.");
  else if (event.kind === "barred") say("The model does not allow that as a move from where things stood.");
  else say(interest(event));
  if (event.holds.length > 0) say(`What it leads to holds under ${conceptNames(event.holds)}.`);
  if (event.kind !== "infeasible" && !event.holds.includes("seq")) {
    say(
      event.toEquilibrium === undefined
        ? "No step-by-step improvement leads on from there to an outcome that holds under SEQ."
        : `From there ${counted(event.toEquilibrium, "step")}, each in the interest of its mover, ${event.toEquilibrium === 1 ? "leads" : "lead"} to an outcome that holds under SEQ.`,
    );
  }
  return lines;
}

function interest({ reason }: LookbackEvent): string {
  const statement =
    reason?.statement === "" || reason === undefined ? "" : ` by "${clean(reason.statement)}"`;
  if (reason?.verdict === "better")
    return `It serves its mover,${statement || " by its preferences"}: expected.`;
  if (reason?.verdict === "worse")
    return `It goes against its mover's preferences,${statement}: not expected.`;
  return "Its mover is indifferent to it: neither expected nor excluded.";
}
