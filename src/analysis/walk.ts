import { BIT, type Concept, conceptsIn } from "../engine/concepts.ts";
import { sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import type { Stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { type Game, mayPrefer, prefers, someMove } from "../game/game.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import type { Reason } from "./findings.ts";
import type { AnswerFindings, WalkFindings, WalkMove } from "./map-findings.ts";
import { namesOf } from "./names.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The most moves listed. */
const LISTED = 40;

/** One standing in the standoff: as which party, in which state (its number), and how far everybody looks ahead. */
export type Standing = { readonly party: string; readonly at: number; readonly concept: Concept };

/**
 * What can a party do from a state, and what would the others do there? The party's moves, best first; for every other
 * party whether it would stay under the concept, and if not, the best of its improvements that no answer deters.
 * O(moves of the state), plus a search as for `explain` for each improvement of another party that would leave.
 */
export function walk(
  compiled: Compiled,
  { byParty, equilibria }: Stabilities,
  { party: id, at, concept }: Standing,
): WalkFindings {
  const { standoff, game } = compiled;
  const party = standoff.parties.findIndex((each) => each.id === id);
  const open: number[] = [];
  let improvementsCount = 0;
  someMove(game.moves[party], at, (to) => {
    open.push(to);
    if (prefers(game.preferences[party], to, at)) improvementsCount++;
    return false;
  });
  const stays = (each: number) => (byParty[each][at] & BIT[concept]) !== 0;
  return {
    question: "walk",
    names: namesOf(standoff),
    concept,
    party: id,
    at: {
      number: at,
      state: viewState(compiled, at),
      isStatusQuo: at === statusQuoState(compiled),
      concepts: conceptsIn(equilibria[at]),
    },
    moves: bestFirst(game, party, open)
      .slice(0, LISTED)
      .map((to) => moveFinding(compiled, party, at, to)),
    movesCount: open.length,
    improvementsCount,
    stays: stays(party),
    others: standoff.parties.flatMap((other, index) => {
      if (index === party) return [];
      const leaves = stays(index)
        ? undefined
        : bestFirst(game, index, unilateralImprovements(game, index, at)).find(
            (to) => concept === "nash" || sanctionOf(game, index, at, to, concept) === undefined,
          );
      return [
        {
          party: other.id,
          leaves: leaves === undefined ? undefined : moveFinding(compiled, index, at, leaves),
        },
      ];
    }),
  };
}

/**
 * How would the others answer a party's move from one state to another? A shortest sequence of their moves that deters it
 * under the concept (see `sanctionOf`). A move that does not serve the party needs no answer; under Nash nobody looks for one.
 */
export function answerTo(
  compiled: Compiled,
  { party: id, at, to, concept }: Standing & { readonly to: number },
): AnswerFindings {
  const { standoff, game } = compiled;
  const party = standoff.parties.findIndex((each) => each.id === id);
  const improvement = mayPrefer(game.preferences[party], to, at);
  const steps = !improvement || concept === "nash" ? undefined : sanctionOf(game, party, at, to, concept);
  return {
    question: "answer",
    names: namesOf(standoff),
    concept,
    party: id,
    improvement,
    answer:
      steps &&
      sequenceFinding(compiled, to, steps).map((move, index) => ({ ...move, number: steps[index].to })),
    verdict: steps === undefined ? undefined : verdictOf(game, party, steps[steps.length - 1].to, at),
  };
}

function moveFinding(compiled: Compiled, party: number, from: number, to: number): WalkMove {
  return {
    changes: changesBetween(compiled, from, to),
    to: viewState(compiled, to),
    number: to,
    verdict: verdictOf(compiled.game, party, to, from),
  };
}

function verdictOf({ preferences }: Game, party: number, to: number, from: number): Reason["verdict"] {
  if (prefers(preferences[party], to, from)) return "better";
  if (prefers(preferences[party], from, to)) return "worse";
  return mayPrefer(preferences[party], to, from) || mayPrefer(preferences[party], from, to)
    ? "unknown"
    : "equal";
}
