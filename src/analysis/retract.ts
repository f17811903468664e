import type { Citation } from "../model/citations.ts";
import { citationsIn } from "../model/citations.ts";
import { statusQuoOf } from "../model/parse-status-quo.ts";
import type { Preference, Standoff } from "../model/standoff.ts";

/**
 * The standoff as it would stand if these claims had never been made: preference statements, constraints and events that rest
 * on nothing else are gone, and the status quo follows from the events that are left. Options, decisions and tiers of a ranking
 * stay, since without them the rest would lose its meaning; they are told as `standing`, and what has other claims as `weakened`.
 */
export function withoutClaims(
  standoff: Standoff,
  retracted: ReadonlySet<string>,
): {
  readonly standoff: Standoff;
  readonly dropped: readonly Citation[];
  readonly standing: readonly Citation[];
  readonly weakened: readonly Citation[];
} {
  const falls = ({ because }: { readonly because: readonly string[] }) =>
    because.length > 0 && because.every((claim) => retracted.has(claim));
  const without = (preference: Preference): Preference => {
    switch (preference.form) {
      case "ranking":
        return preference;
      case "unanimous":
        return {
          ...preference,
          members: preference.members.map((member) => ({
            ...member,
            preference: without(member.preference),
          })),
        };
      case "weights":
        return { ...preference, statements: preference.statements.filter((each) => !falls(each)) };
      default:
        return { ...preference, statements: preference.statements.filter((each) => !falls(each)) };
    }
  };
  const timeline = standoff.timeline.filter((each) => !falls(each));
  const rankings = new Set(
    [...standoff.preferences, ...standoff.perceptions.flatMap(({ believes }) => believes)].flatMap((each) =>
      each.form === "ranking" ? [each.party] : [],
    ),
  );
  const stays = ({ kind, party }: Citation) =>
    kind === "option" ||
    kind === "decision" ||
    ((kind === "statement" || kind === "belief") && rankings.has(party ?? ""));
  const touched = citationsIn(standoff).filter(({ because }) =>
    because.some((claim) => retracted.has(claim)),
  );
  const fallen = touched.filter(falls);
  return {
    standoff: {
      ...standoff,
      timeline,
      statusQuo:
        standoff.statusQuo?.from === "timeline"
          ? statusQuoOf(timeline, standoff.options, standoff.asOf)
          : standoff.statusQuo,
      constraints: standoff.constraints.filter((each) => !falls(each)),
      preferences: standoff.preferences.map(without),
      perceptions: standoff.perceptions.map((each) => ({ ...each, believes: each.believes.map(without) })),
    },
    dropped: fallen.filter((each) => !stays(each)),
    standing: fallen.filter(stays),
    weakened: touched.filter((each) => !falls(each)),
  };
}
