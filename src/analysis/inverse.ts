import type { Concept } from "../engine/concepts.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, type SinglyRanked } from "../game/game.ts";
import type { Expression } from "../model/expression.ts";
import { changesBetween } from "./changes.ts";
import type { ConditionFinding, InverseFinding, RankingChangeFinding } from "./findings.ts";
import { inverseRankings, type Target } from "./inverse-rankings.ts";
import { matching } from "./matching.ts";
import { candidates } from "./packages.ts";
import { rankingConditions } from "./ranking-conditions.ts";
import { viewState } from "./state-view.ts";
import { statementChanges } from "./statement-changes.ts";

/** Above this the rankings of all parties are too long to be changed thousands of times. */
const MOST_STATES = 4096;
/** Answers listed of one condition; the others are counted. */
const LISTED = 50;

/**
 * The fewest adjacent exchanges in parties' rankings after which some goal state would hold, and after which besides each whose options
 * it changes likes it at least as well as the start (groups that might leave it together are not looked at); with the conditions
 * under which it is stable for each party, and the fewest changes of statements for it to hold. `limit` says why there is no answer. Cost: `inverseRankings` twice, `rankingConditions`.
 */
export function inverse(
  compiled: Compiled,
  {
    goal,
    start,
    concept,
    outOfTime,
  }: { goal: Expression; start: number; concept: Concept; outOfTime: () => boolean },
): InverseFinding {
  const { standoff, game } = compiled;
  if (game.states > MOST_STATES) return { limit: { what: "states", most: MOST_STATES } };
  const odd = game.preferences.findIndex(({ kind }) => kind !== "ranked");
  if (odd >= 0) return { limit: { what: "no ranking", party: standoff.parties[odd].id } };
  const wanted = matching(compiled, goal);
  const goals = [...wanted.keys()].filter((state) => wanted[state] === 1);
  const asTheyAre = goals.map((state): Target => ({ state, atLeast: [] }));
  const { open, signing } = candidates(compiled, wanted, start, (_, __, allowed) => allowed);
  const signed = goals.flatMap((state): Target[] => {
    if (open[state] === 0) return [];
    const parties = [...game.moves.keys()].filter((party) => (signing[state] >> party) & 1);
    return [{ state, atLeast: parties.map((party) => [party, start] as const) }];
  });
  const change = (targets: readonly Target[]) => rankingChange(compiled, targets, concept, outOfTime);
  const [toHold, toSign] = [change(asTheyAre), change(signed)];
  const statements = statementChanges(compiled, goal, goals, concept, outOfTime);
  return { ...(toHold !== undefined && { toHold }), ...(toSign !== undefined && { toSign }), statements };
}

function rankingChange(
  compiled: Compiled,
  targets: readonly Target[],
  concept: Concept,
  outOfTime: () => boolean,
): RankingChangeFinding | undefined {
  const { standoff, game } = compiled;
  const { best, bound } = inverseRankings(game, targets, concept, outOfTime);
  if (best === undefined) return undefined;
  const { state, exchanges, held } = best;
  const view = (each: number) => viewState(compiled, each);
  const changes = held.flatMap(({ wishes, distance }, party) => {
    if (distance === 0) return [];
    const ranks = game.preferences[party];
    return [
      {
        party: standoff.parties[party].id,
        exchanges: distance,
        atLeast: wishes.atLeast.filter((other) => prefers(ranks, other, state)).map(view),
        better: wishes.better
          .filter(([up, down]) => !prefers(ranks, up, down))
          .map(([up, down]) => ({ state: view(up), than: view(down) })),
      },
    ];
  });
  const after = held.map(({ rank }, party) =>
    rank === undefined
      ? (game.preferences[party] as SinglyRanked)
      : { kind: "ranked" as const, rank, levels: game.states },
  );
  const changed = { ...game, preferences: after };
  const conditions = [...game.moves.keys()].map((party) => ({
    party: standoff.parties[party].id,
    conditions: rankingConditions(changed, party, state, concept).map(
      ({ move, answers }): ConditionFinding => ({
        move: view(move),
        changes: changesBetween(compiled, state, move),
        answersTotal: answers.length,
        answers: answers.slice(0, LISTED).map((each) => each.map((other) => view(other))),
      }),
    ),
  }));
  return { state: view(state), exchanges, bound, changes, conditions };
}
