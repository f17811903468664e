import { compile } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Preference, Standoff } from "../model/standoff.ts";
import { suspicions } from "../model/suspicions.ts";
import { matching } from "./matching.ts";

/**
 * Everything wrong with a readable standoff and everything suspicious about it: what needs no states, what compiling
 * finds, and statements or parties that make no difference among the feasible states.
 */
export function check(standoff: Standoff): Problem[] {
  const { compiled, problems } = compile(standoff);
  const found = [...suspicions(standoff), ...problems];
  if (compiled === undefined || !noErrors(found)) return found;
  if (compiled.game.states === 1) {
    found.push(
      problemAt(
        standoff,
        "one-state",
        standoff.constraints.at(-1)?.span,
        "only one state is feasible, so nobody can do anything",
        "loosen a constraint or add options",
        "warning",
      ),
    );
    return found;
  }
  standoff.preferences.forEach((preference, party) => {
    const ranks = compiled.game.preferences[party];
    const singles = ranks.kind === "unanimous" ? ranks.members : [ranks];
    const flat = singles.every(({ kind, levels }) => kind === "ranked" && levels === 1);
    if (flat && !saysIndifferent(preference)) {
      found.push(
        problemAt(
          standoff,
          "indifferent",
          preference.span,
          `${preference.party} is indifferent among all feasible states`,
          "if that is meant, write `indifferent`",
          "warning",
        ),
      );
    }
    for (const { wants, text } of conditionsOf(preference)) {
      const holds = matching(compiled, wants);
      const always = holds[0];
      if (holds.some((each) => each !== always)) continue;
      found.push(
        problemAt(
          standoff,
          "distinguishes-nothing",
          wants.span,
          `this ${text} of ${preference.party} ${always === 1 ? "holds in every" : "holds in no"} feasible state, so it never distinguishes two states`,
          "drop it, or check the constraints",
          "warning",
        ),
      );
    }
  });
  return found;
}

function saysIndifferent(preference: Preference): boolean {
  return preference.form === "statements" && preference.statements.length === 0;
}

function conditionsOf(preference: Preference) {
  switch (preference.form) {
    case "statements":
    case "weights":
      return preference.statements.map(({ wants }) => ({ wants, text: "statement" }));
    case "ranking":
      return preference.tiers.flatMap(({ pattern }) =>
        pattern.kind === "expression" ? [{ wants: pattern.expression, text: "tier" }] : [],
      );
    case "unanimous":
      return preference.members.flatMap(
        (member): { wants: import("../model/expression.ts").Expression; text: string }[] =>
          conditionsOf(member.preference),
      );
  }
}
