import type { Concept } from "../engine/concepts.ts";
import {
  EXTENSIONS,
  isStable,
  isStronglyStable,
  type Step,
  sanctionOf,
  unilateralImprovements,
} from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import { hasBands, isPartial, someMove } from "../game/game.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Problem } from "../model/problem.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import { chooseState, type WhichState } from "./choose-state.ts";
import type { ExplainFindings, ImprovementFinding } from "./findings.ts";
import { namesOf } from "./names.ts";
import { reasonFor } from "./reason.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";
import { votesPut } from "./votes.ts";

/** The most improvements an explanation tells one by one. */
const TOLD = 20;

/**
 * Why is a state stable for a party, or why not? Each improvement the party has, the answer of the others that deters it,
 * and what in the preferences decides. `state` undefined means the status quo; an expression must hold in exactly one
 * state, or in the status quo among others. O(improvements · states · parties) at worst.
 */
export function explain(
  compiled: Compiled,
  { state: wanted, party: partyId, concept }: { state: WhichState; party: string; concept: Concept },
): { findings: ExplainFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  const party = standoff.parties.findIndex((each) => each.id === partyId);
  const chosen = chooseState(compiled, wanted);
  if (typeof chosen === "string") {
    return { findings: undefined, problems: [problemAt(standoff, "which-state", undefined, chosen)] };
  }
  const improvements = bestFirst(game, party, unilateralImprovements(game, party, chosen));
  let movesCount = 0;
  someMove(game.moves[party], chosen, () => {
    movesCount++;
    return false;
  });
  const answers = improvements.map((to) => ({
    to,
    steps: concept === "nash" ? undefined : sanctionOf(game, party, chosen, to, concept),
  }));
  const unanswered = answers.filter(({ steps }) => steps === undefined);
  const told = [...unanswered, ...answers.filter(({ steps }) => steps !== undefined)].slice(0, TOLD);
  return {
    findings: {
      question: "explain",
      names: namesOf(standoff),
      concept,
      party: partyId,
      state: viewState(compiled, chosen),
      stable: unanswered.length === 0,
      ...(hasBands(game.preferences[party]) && { strongly: isStronglyStable(game, party, chosen, concept) }),
      ...(game.preferences.some(isPartial) && {
        certainty:
          unanswered.length === 0
            ? ("surely" as const)
            : isStable(game, party, chosen, concept, EXTENSIONS.d)
              ? ("may" as const)
              : ("cannot" as const),
      }),
      movesCount,
      improvementsCount: improvements.length,
      improvements: told.map(({ to, steps }) =>
        improvementFinding(compiled, party, chosen, to, steps, concept),
      ),
    },
    problems: [],
  };
}

function improvementFinding(
  compiled: Compiled,
  party: number,
  state: number,
  to: number,
  steps: readonly Step[] | undefined,
  concept: Concept,
): ImprovementFinding {
  const improvement = {
    to: viewState(compiled, to),
    changes: changesBetween(compiled, state, to),
    ...(compiled.standoff.bodies.length > 0 && { votes: votesPut(compiled, to) }),
    preferredBecause: reasonFor(compiled, party, to, state),
  };
  if (steps === undefined) return { ...improvement, sanction: undefined };
  const { game } = compiled;
  const end = steps[steps.length - 1].to;
  const escapes: number[] = [];
  if (concept === "smr" || concept === "sseq") {
    someMove(game.moves[party], end, (after) => {
      escapes.push(after);
      return false;
    });
  }
  const bestEscape = bestFirst(game, party, escapes)[0];
  return {
    ...improvement,
    sanction: {
      moves: sequenceFinding(compiled, to, steps),
      state: viewState(compiled, end),
      ...(compiled.standoff.bodies.length > 0 && { votes: votesPut(compiled, end) }),
      deterredBecause: reasonFor(compiled, party, end, state),
      bestEscape: bestEscape === undefined ? undefined : viewState(compiled, bestEscape),
    },
  };
}
