import type { DoubtFinding, Names } from "../analysis/findings.ts";
import { partyTitle } from "./state-words.ts";
import { clean } from "./text.ts";

/** A doubt as the head of a row: whose, and what. */
export function doubtHead(names: Names, { party, kind, what, id }: DoubtFinding): string {
  const whose = party === undefined ? "" : `${partyTitle(names, party)}: `;
  if (kind === "claim") return `${clean(id)}: ${clean(what)}`;
  if (kind === "seats") return `the open seats on "${clean(what)}"`;
  if (kind === "order") return `${whose}the order of ${clean(what)}`;
  if (kind === "option" || kind === "guard") return `${whose}"${clean(what)}"`;
  return `${whose}${clean(what)}`;
}

/** That a doubt reads so, as a clause: `"not sanctions" does not matter to China (K13, second-hand)`. */
export function readingClause(names: Names, doubt: DoubtFinding, reading: number): string {
  return `${clause(names, doubt, reading)}${claimWords(names, doubt)}`;
}

function clause(names: Names, doubt: DoubtFinding, reading: number): string {
  const { kind, what, readings, id } = doubt;
  const says = clean(readings[reading].says);
  const who = doubt.party === undefined ? "somebody" : partyTitle(names, doubt.party);
  switch (kind) {
    case "statement":
      if (reading === 0) return `"${says}" matters to ${who}`;
      return says === "nothing"
        ? `"${clean(what)}" does not matter to ${who}`
        : `"${says}" matters to ${who} in place of "${clean(what)}"`;
    case "order":
      return `the order for ${who} is ${says}`;
    case "claim":
      return reading === 0 ? `${clean(id)} is true` : `${clean(id)} is false`;
    case "option":
      return reading === 0 ? `${who} can do "${clean(what)}"` : `${who} cannot do "${clean(what)}"`;
    case "guard":
      return `${who} may change "${clean(what)}" ${says}`;
    case "constraint":
      return reading === 0 ? `"${clean(what)}" holds` : `"${clean(what)}" does not hold`;
    case "vote":
      return reading === 0 ? `${clean(what)} votes as said` : `${clean(what)} votes otherwise`;
    case "seats":
      return `on "${clean(what)}", ${says}`;
  }
}

/** The claims a doubt rests on, with how sure the report sounds where it is not plain. */
function claimWords(names: Names, { because, kind }: DoubtFinding): string {
  if (because.length === 0) return "";
  const words = because.map((id) => {
    const claim = names.claims.find((each) => each.id === id);
    const sounds = claim?.sounds === undefined || claim.sounds === "plain" ? "" : `, ${clean(claim.sounds)}`;
    return kind === "claim" ? `"${clean(claim?.says ?? id)}"${sounds}` : `${clean(id)}${sounds}`;
  });
  return ` (${words.join("; ")})`;
}
