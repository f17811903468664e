import type { Span } from "./expression.ts";
import type { Preference, Standoff } from "./standoff.ts";
import { readingsOf } from "./without-claims.ts";

/** A place in a standoff that may rest on claims, and those it cites with `because`. */
export type Citation = {
  /** `statement` is one of a party's preferences (a tier in a ranking); `belief`, one that another party ascribes to it. */
  readonly kind: "option" | "constraint" | "decision" | "event" | "statement" | "belief";
  /** The owner of the option, the party that acts or whose preference it is; undefined where there is none. */
  readonly party: string | undefined;
  /** What stands there, in the words of the file. */
  readonly text: string;
  /** From 1, among those of its kind and party. */
  readonly place: number;
  readonly because: readonly string[];
};

/** Every option, constraint, decision, event and preference statement, in that order, with the claims it cites. Linear in the file. */
export function citationsIn(standoff: Standoff): Citation[] {
  const quote = ({ start, end }: Span) => standoff.text.slice(start, end).replace(/\s+/g, " ").trim();
  const ofPreference = (kind: "statement" | "belief", preference: Preference): Citation[] => {
    const { party } = preference;
    switch (preference.form) {
      case "ranking":
        return preference.tiers.map(({ because, span }, index) => ({
          kind,
          party,
          text: quote(span),
          place: index + 1,
          because,
        }));
      case "unanimous":
        return preference.members.flatMap((member) => ofPreference(kind, member.preference));
      default:
        return preference.statements.flatMap((statement, index) =>
          readingsOf(statement).map(({ wants, because }) => ({
            kind,
            party,
            text: quote(wants.span),
            place: index + 1,
            because,
          })),
        );
    }
  };
  const { options, constraints, bodies, timeline, preferences, perceptions } = standoff;
  return [
    // In graph form the states are an option that nobody owns and nobody reports.
    ...options
      .filter(({ owner }) => owner !== "")
      .map(({ owner, title, because }, index) => ({
        kind: "option" as const,
        party: owner,
        text: title,
        place: index + 1,
        because,
      })),
    ...constraints.map(({ kind, condition, because }, index) => ({
      kind: "constraint" as const,
      party: undefined,
      text: `${kind}: ${quote(condition.span)}`,
      place: index + 1,
      because,
    })),
    ...bodies
      .flatMap(({ decisions }) => decisions)
      .map(({ title, because }, index) => ({
        kind: "decision" as const,
        party: undefined,
        text: title,
        place: index + 1,
        because,
      })),
    ...timeline.map(({ date, by, what, because }, index) => ({
      kind: "event" as const,
      party: by,
      text: `${date}: ${what}`,
      place: index + 1,
      because,
    })),
    ...preferences.flatMap((preference) => ofPreference("statement", preference)),
    ...perceptions.flatMap(({ believes }) => believes.flatMap((each) => ofPreference("belief", each))),
  ];
}
