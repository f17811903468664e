import type { Compiled } from "../game/compile.ts";
import { mayPrefer, prefers } from "../game/game.ts";
import { codeOf, codeOfState } from "../game/space.ts";
import type { Pattern, Preference } from "../model/standoff.ts";
import type { Reason } from "./findings.ts";
import { truthsAt } from "./matching.ts";

/**
 * Why a party finds state `to` better, worse or as good as state `from`: the first statement that tells them apart, the
 * tiers in which they stand, or the weights that differ. Of merged states the first members speak.
 */
export function reasonFor(compiled: Compiled, party: number, to: number, from: number): Reason {
  const ranks = compiled.game.preferences[party];
  const known = prefers(ranks, to, from) ? "better" : prefers(ranks, from, to) ? "worse" : "equal";
  const verdict = known === "equal" && mayPrefer(ranks, to, from) ? "unknown" : known;
  return { verdict, ...deciding(compiled, compiled.standoff.preferences[party], to, from) };
}

type Deciding = Omit<Reason, "verdict">;
const NOTHING: Deciding = { statement: "", place: 0, because: [] };

function deciding(compiled: Compiled, preference: Preference, to: number, from: number): Deciding {
  const { standoff, space } = compiled;
  const codes = [codeOfState(space, to), codeOfState(space, from)];
  const quote = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    standoff.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  switch (preference.form) {
    case "statements":
    case "weights": {
      const wants = preference.statements.map((statement) => statement.wants);
      const truth = truthsAt(standoff, space, wants, codes);
      const differing = truth.flatMap(([there, here], index) => (there === here ? [] : [index]));
      if (differing.length === 0) return NOTHING;
      if (preference.form === "statements") {
        const statement = preference.statements[differing[0]];
        return { statement: quote(statement.wants), place: differing[0] + 1, because: statement.because };
      }
      const statements = differing.map((index) => preference.statements[index]);
      return {
        statement: statements.map((each) => `${quote(each.wants)} (weight ${each.weight})`).join("; "),
        place: differing[0] + 1,
        because: [...new Set(statements.flatMap((each) => each.because))],
      };
    }
    case "ranking": {
      const tiers = codes.map((code) =>
        preference.tiers.findIndex((tier) => matches(compiled, tier.pattern, code)),
      );
      if (tiers[0] === tiers[1]) return NOTHING;
      const better = preference.tiers[Math.min(...tiers)];
      return { statement: quote(better), place: Math.min(...tiers) + 1, because: better.because };
    }
    case "unanimous": {
      const each = preference.members.map((member) => deciding(compiled, member.preference, to, from));
      return {
        statement: each
          .map(
            ({ statement }, index) => `${preference.members[index].title}: ${statement || "no difference"}`,
          )
          .join("; "),
        place: 0,
        because: [...new Set(each.flatMap(({ because }) => because))],
      };
    }
  }
}

function matches(compiled: Compiled, pattern: Pattern, code: number): boolean {
  switch (pattern.kind) {
    case "otherwise":
      return true;
    case "unranked":
      return true;
    case "tie":
    case "unknown":
      return pattern.patterns.some((each) => matches(compiled, each, code));
    case "state":
      return codeOf(compiled.space.digitOf, pattern.settings) === code;
    case "expression":
      return truthsAt(compiled.standoff, compiled.space, [pattern.expression], [code])[0][0] === 1;
  }
}
