import type { Compiled } from "../game/compile.ts";
import { evaluatorsOf } from "../game/evaluate.ts";
import type { SinglyRanked } from "../game/game.ts";
import { codeOfState } from "../game/space.ts";
import { type Values, weightedValues } from "../game/values.ts";
import type { Preference } from "../model/standoff.ts";

/** Somebody whose interest counts in a compromise: a party, or of several acting as one each member. */
export type Bargainer = {
  readonly party: string;
  /** The member's title, of several acting as one. */
  readonly member: string | undefined;
  readonly ranks: SinglyRanked;
  /** What each state is worth to it, by the weights of its preference; undefined where that has none. Whoever is indifferent has 0 all over. */
  readonly values: Values | undefined;
};

/** All whose interests count, in the order of the file. O(states · statements of the weights). */
export function bargainersOf(compiled: Compiled): Bargainer[] {
  const { standoff, space, game } = compiled;
  const { chunk, evaluator } = evaluatorsOf(standoff, space.digitOf);
  // Merged states are told apart by nobody, so the first of each speaks for it.
  const codes =
    space.merged === undefined
      ? space.codes
      : Float64Array.from({ length: game.states }, (_, state) => codeOfState(space, state));
  const valuesOf = (preference: Preference): Values | undefined => {
    const statements =
      preference.form === "weights"
        ? preference.statements
        : preference.form === "statements" && preference.statements.length === 0
          ? []
          : undefined;
    return statements && weightedValues(statements, { chunk, evaluator, codes, count: game.states });
  };
  return standoff.parties.flatMap(({ id }, index): Bargainer[] => {
    const preference = standoff.preferences[index];
    const ranks = game.preferences[index];
    if (ranks.kind !== "unanimous")
      return [{ party: id, member: undefined, ranks, values: valuesOf(preference) }];
    return membersOf(preference).map(({ title, preference: own }, member) => ({
      party: id,
      member: title,
      ranks: ranks.members[member],
      values: valuesOf(own),
    }));
  });
}

/** Members of several acting as one, and members of those that are several themselves, as ranks list them. */
function membersOf(preference: Preference): { title: string; preference: Preference }[] {
  if (preference.form !== "unanimous") return [];
  return preference.members.flatMap((member) =>
    member.preference.form === "unanimous" ? membersOf(member.preference) : [member],
  );
}
