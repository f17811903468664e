import type { Expression } from "./expression.ts";
import type { Preference, Standoff, Statement } from "./standoff.ts";

/** The ids of the claims that the file itself takes back. */
export function retractedClaims(standoff: Standoff): ReadonlySet<string> {
  return new Set(standoff.claims.filter(({ retracted }) => retracted).map(({ id }) => id));
}

/** Whether something rests on claims, and on none but these. What rests on no claim at all stands on its own. */
export function restsOnlyOn(because: readonly string[], claims: ReadonlySet<string>): boolean {
  return because.length > 0 && because.every((claim) => claims.has(claim));
}

/** A statement, and what would count in its place if it is wrong. */
export function readingsOf(statement: Statement): Statement[] {
  return [statement, ...(statement.otherwise === undefined ? [] : readingsOf(statement.otherwise))];
}

/** The claims that a statement or a constraint rests on, alone or with others: what falls when they do. */
export function restingClaims(standoff: Standoff): ReadonlySet<string> {
  const claims = new Set(standoff.constraints.flatMap(({ because }) => because));
  const see = (preference: Preference): void => {
    if (preference.form === "unanimous") for (const { preference: each } of preference.members) see(each);
    else if (preference.form !== "ranking")
      for (const { because } of preference.statements.flatMap(readingsOf))
        for (const claim of because) claims.add(claim);
  };
  standoff.preferences.forEach(see);
  return claims;
}

/**
 * The standoff without what rests on these claims alone: preference statements, which then say nothing (they keep their place in the
 * list), and constraints. Options, votes, tiers of a ranking and events stay: without them the rest would lose its meaning.
 */
export function withoutClaims(standoff: Standoff, claims: ReadonlySet<string>): Standoff {
  if (claims.size === 0) return standoff;
  return {
    ...standoff,
    constraints: standoff.constraints.filter(({ because }) => !restsOnlyOn(because, claims)),
    preferences: standoff.preferences.map((each) => silenced(each, claims)),
    perceptions: standoff.perceptions.map((each) => ({
      ...each,
      believes: each.believes.map((belief) => silenced(belief, claims)),
    })),
  };
}

function silenced(preference: Preference, claims: ReadonlySet<string>): Preference {
  const each = <S extends { readonly wants: Expression; readonly because: readonly string[] }>(
    statement: S,
  ): S => (restsOnlyOn(statement.because, claims) ? silent(statement) : statement);
  switch (preference.form) {
    case "statements":
      return { ...preference, statements: preference.statements.map(each) };
    case "weights":
      return { ...preference, statements: preference.statements.map(each) };
    case "ranking":
      return preference;
    case "unanimous":
      return {
        ...preference,
        members: preference.members.map((member) => ({
          ...member,
          preference: silenced(member.preference, claims),
        })),
      };
  }
}

/** The statement in its place, saying nothing: `true` tells no two states apart. */
export function silent<S extends { readonly wants: Expression }>(statement: S): S {
  const { span } = statement.wants;
  return { ...statement, wants: { kind: "constant", value: true, span }, strongly: false, unknown: false };
}
