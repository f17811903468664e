import type { Concept } from "../engine/concepts.ts";
import { isStable, sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import { someMove } from "../game/game.ts";
import type { AnswerFinding, Reason } from "./findings.ts";
import { reasonFor } from "./reason.ts";
import { viewState } from "./state-view.ts";

/**
 * What the verdict on a state rests on: for every party, the statements that decide how it compares the state with each one it
 * could move to; where it would like to move, those by which the others answer and the answer deters. Statements that make no
 * difference in any of these comparisons are no grounds. O(moves · answers) comparisons.
 */
export function groundsOf(
  compiled: Compiled,
  state: number,
  concept: Concept,
  isStatusQuo: boolean,
): AnswerFinding {
  const { standoff, game } = compiled;
  const statements = new Map<string, AnswerFinding["statements"][number]>();
  const note = (party: number, { statement, place, because }: Reason) => {
    if (statement === "") return;
    const { id } = standoff.parties[party];
    statements.set(`${party} ${place} ${statement}`, { party: id, statement, place, because });
  };
  const leaving: string[] = [];
  for (let party = 0; party < game.moves.length; party++) {
    if (!isStable(game, party, state, concept)) leaving.push(standoff.parties[party].id);
    someMove(game.moves[party], state, (to) => {
      note(party, reasonFor(compiled, party, to, state));
      return false;
    });
    if (concept === "nash") continue;
    for (const to of unilateralImprovements(game, party, state)) {
      const answer = sanctionOf(game, party, state, to, concept);
      if (answer === undefined) continue;
      let at = to;
      for (const step of answer) {
        // Under GMR and SMR those who answer need not gain, so what they want is no ground.
        if (concept === "seq" || concept === "sseq")
          note(step.party, reasonFor(compiled, step.party, step.to, at));
        at = step.to;
      }
      note(party, reasonFor(compiled, party, at, state));
      if (concept !== "smr" && concept !== "sseq") continue;
      someMove(game.moves[party], at, (after) => {
        note(party, reasonFor(compiled, party, after, state));
        return false;
      });
    }
  }
  const inOrder = [...statements.values()].sort(
    (a, b) =>
      standoff.parties.findIndex(({ id }) => id === a.party) -
        standoff.parties.findIndex(({ id }) => id === b.party) || a.place - b.place,
  );
  const cited = new Set(inOrder.flatMap(({ because }) => because));
  const claims = standoff.claims.filter(({ id }) => cited.has(id));
  const counts = new Map<string | undefined, number>();
  for (const { source } of claims) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    state: viewState(compiled, state),
    isStatusQuo,
    holds: leaving.length === 0,
    leaving,
    statements: inOrder,
    claims: claims.map(({ id }) => id),
    sources: [...counts].map(([id, count]) => ({ id, claims: count })).sort((a, b) => b.claims - a.claims),
  };
}
