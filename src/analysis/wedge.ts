import type { Concept } from "../engine/concepts.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Problem } from "../model/problem.ts";
import { changesBetween } from "./changes.ts";
import { chooseState, type WhichState } from "./choose-state.ts";
import type { WedgeFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { openImprovement } from "./open-improvement.ts";
import { changesOf } from "./preference-changes.ts";
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
  { alliance, at, concept = "seq" }: { alliance: readonly string[]; at?: WhichState; concept?: Concept },
): { findings: WedgeFindings | undefined; problems: Problem[] } {
  const { standoff } = compiled;
  const chosen = chooseState(compiled, at);
  if (typeof chosen === "string")
    return { findings: undefined, problems: [problemAt(standoff, "which-state", undefined, chosen)] };
  const leavesTo = (changed: Compiled, party: number) => {
    const to = openImprovement(changed.game, party, chosen, concept);
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
