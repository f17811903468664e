import type { Concept } from "../engine/concepts.ts";
import { sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Expression, Span } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import type { Preference } from "../model/standoff.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import { chooseState } from "./choose-state.ts";
import type { WedgeFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { viewState } from "./state-view.ts";

type Wedge = WedgeFindings["wedges"][number];

/**
 * What would split an alliance that keeps to an outcome (`at`; undefined: the status quo)? Tries every change of one
 * statement of one member: dropping it, turning it around, or in a ranking exchanging two neighboring tiers; and lists those
 * after which the member would leave on its own and nobody could deter it. The weakest spot first: the statement least
 * sure (unsure counts as one half, silence as certainty), then the least important, and dropping before turning. One compilation
 * a change.
 */
export function wedge(
  compiled: Compiled,
  {
    alliance,
    at,
    concept = "seq",
  }: { alliance: readonly string[]; at?: Expression | undefined; concept?: Concept },
): { findings: WedgeFindings | undefined; problems: Problem[] } {
  const { standoff } = compiled;
  const chosen = chooseState(compiled, at);
  if (typeof chosen === "string")
    return { findings: undefined, problems: [problemAt(standoff, "which-state", undefined, chosen)] };
  const leavesTo = (changed: Compiled, party: number) => {
    const to = openImprovement(changed, party, chosen, concept);
    return to === undefined
      ? undefined
      : { changes: changesBetween(changed, chosen, to), to: viewState(changed, to) };
  };
  const wedges: Wedge[] = [];
  let tried = 0;
  const leaving: { party: string; changes: Wedge["changes"]; to: Wedge["to"] }[] = [];
  for (const id of alliance) {
    const party = standoff.parties.findIndex((each) => each.id === id);
    const already = leavesTo(compiled, party);
    if (already !== undefined) {
      leaving.push({ party: id, ...already });
      continue;
    }
    for (const { preference, ...change } of changesOf(standoff.preferences[party], standoff.text)) {
      tried++;
      const preferences = standoff.preferences.map((each, index) => (index === party ? preference : each));
      const changed = compile({ ...standoff, preferences }).compiled;
      const leaves = changed && leavesTo(changed, party);
      if (leaves !== undefined) wedges.push({ party: id, ...change, ...leaves });
    }
  }
  const weight = ({ confidence = 1 }: Wedge) => (confidence === "unsure" ? 0.5 : confidence);
  wedges.sort(
    (a, b) =>
      weight(a) - weight(b) || b.place - a.place || (a.change < b.change ? -1 : a.change > b.change ? 1 : 0),
  );
  const state = viewState(compiled, chosen);
  return {
    findings: {
      question: "wedge",
      names: namesOf(standoff),
      concept,
      alliance,
      state,
      leaving,
      tried,
      wedges,
    },
    problems: [],
  };
}

/** The improvement the party likes best of those that nothing deters; undefined when it would stay. */
function openImprovement(
  { game }: Compiled,
  party: number,
  state: number,
  concept: Concept,
): number | undefined {
  const open = unilateralImprovements(game, party, state).filter(
    (to) => concept === "nash" || sanctionOf(game, party, state, to, concept) === undefined,
  );
  return bestFirst(game, party, open)[0];
}

type PreferenceChange = Pick<Wedge, "change" | "statement" | "place" | "confidence" | "because"> & {
  readonly preference: Preference;
};

/** Every change of one statement or of two neighboring tiers; none of several that act as one. */
function changesOf(preference: Preference, text: string): PreferenceChange[] {
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
    ];
  });
}

function negative(weight: string): string {
  return weight.startsWith("-") ? weight.slice(1) : `-${weight.replace(/^\+/, "")}`;
}
