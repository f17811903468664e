import type { Expression, Span } from "../model/expression.ts";
import type { Preference } from "../model/standoff.ts";

/** One small change of what a party wants, and the preference after it. */
export type PreferenceChange = {
  /** `dropped`: the statement no longer counts. `turned`: its opposite is wanted. `exchanged`: it changes places with the next. */
  readonly change: "dropped" | "turned" | "exchanged";
  readonly statement: string;
  readonly place: number;
  readonly confidence: number | "unsure" | undefined;
  readonly because: readonly string[];
  readonly preference: Preference;
};

/**
 * Every change of one statement (dropping it, turning it around, and with `reorder` exchanging it with the next) or of two
 * neighboring tiers; none of several that act as one.
 */
export function changesOf(preference: Preference, text: string, reorder = false): PreferenceChange[] {
  const quote = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, " ").trim();
  const without = <T>(list: readonly T[], place: number) => list.filter((_, index) => index !== place);
  if (preference.form === "unanimous") return [];
  if (preference.form === "ranking") {
    const { tiers } = preference;
    return tiers.slice(0, -1).flatMap(({ pattern, because, span }, place) => {
      const next = tiers[place + 1];
      // The last tier takes the rest, so it cannot stand before another.
      if (
        next.pattern.kind === "otherwise" ||
        next.pattern.kind === "unranked" ||
        pattern.kind === "otherwise"
      )
        return [];
      const exchanged = tiers.with(place, next).with(place + 1, tiers[place]);
      const statement = `${quote(span)} over ${quote(next.span)}`;
      const change = {
        change: "exchanged" as const,
        statement,
        place: place + 1,
        confidence: undefined,
        because,
      };
      return [{ ...change, preference: { ...preference, tiers: exchanged } }];
    });
  }
  return preference.statements.flatMap(({ wants, confidence, because, span }, place) => {
    const about = { statement: quote(wants.span), place: place + 1, confidence, because };
    const dropped: Preference =
      preference.form === "weights"
        ? { ...preference, statements: without(preference.statements, place) }
        : { ...preference, statements: without(preference.statements, place) };
    const opposite: Expression = { kind: "not", operand: wants, span };
    const turned: Preference =
      preference.form === "weights"
        ? {
            ...preference,
            statements: preference.statements.with(place, {
              ...preference.statements[place],
              weight: negative(preference.statements[place].weight),
            }),
          }
        : {
            ...preference,
            statements: preference.statements.with(place, {
              ...preference.statements[place],
              wants: opposite,
            }),
          };
    return [
      { ...about, change: "dropped" as const, preference: dropped },
      { ...about, change: "turned" as const, preference: turned },
      ...(reorder && preference.form === "statements" && place + 1 < preference.statements.length
        ? [{ ...about, change: "exchanged" as const, preference: withNext(preference, place) }]
        : []),
    ];
  });
}

function withNext(preference: Extract<Preference, { form: "statements" }>, place: number): Preference {
  const { statements } = preference;
  const exchanged = statements.with(place, statements[place + 1]).with(place + 1, statements[place]);
  return { ...preference, statements: exchanged };
}

function negative(weight: string): string {
  return weight.startsWith("-") ? weight.slice(1) : `-${weight.replace(/^\+/, "")}`;
}
