import type { Reason } from "../analysis/findings.ts";
import { clean, listed } from "./text.ts";

/** What decides between two states, in words. */
export function reasonWords({ verdict, statement, place, because }: Reason): string {
  if (statement === "") {
    if (verdict === "equal") return "it is indifferent between the two";
    return verdict === "unknown" ? "how it compares the two is not known" : "its preferences say so";
  }
  const claims = because.length === 0 ? "" : ` (${listed(because.map(clean))})`;
  const which = place === 0 ? "" : `its ${ordinal(place)} statement, `;
  return `${which}"${clean(statement)}"${claims}, ${verdict === "better" ? "speaks for it" : verdict === "worse" ? "speaks against it" : "decides, and which way is not known"}`;
}

function ordinal(place: number): string {
  const suffix =
    place % 100 >= 11 && place % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][place % 10] ?? "th");
  return `${place}${suffix}`;
}
