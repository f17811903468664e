import { wayOut } from "../engine/coalition.ts";
import { BIT, type Concept } from "../engine/concepts.ts";
import { type Stabilities, stabilities } from "../engine/stability.ts";
import { movesAreFree, universallyStable } from "../engine/universal.ts";
import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Problem } from "../model/problem.ts";
import type { CoalitionsFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** Coalition stability is checked by its definition, so only for standoffs and answers of a readable size. */
const MOST_STATES = 4096;
const MOST_OUTCOMES = 200;
const MOST_PARTIES = 8;

/**
 * Who could be pulled away? For every equilibrium of the concept, the groups of two or more (or the one group given, as party
 * ids) that would leave it together, each to where and by which moves. Outcomes that no group leaves are coalition
 * stable. Cost: groups · outcomes · `wayOut`.
 */
export function coalitions(
  compiled: Compiled,
  {
    concept = "seq",
    group,
    stabilities: known,
    onProgress = () => {},
  }: {
    concept?: Concept;
    group?: readonly string[] | undefined;
    stabilities?: Stabilities | undefined;
    onProgress?: (done: number, what: string) => void;
  } = {},
): { findings: CoalitionsFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  const limit = (message: string) => ({
    findings: undefined,
    problems: [problemAt(standoff, "limit", undefined, message)],
  });
  const tooLarge = game.states > MOST_STATES;
  const fast =
    group === undefined &&
    (concept === "nash" || concept === "gmr" || concept === "seq") &&
    movesAreFree(game)
      ? concept
      : undefined;
  if (tooLarge && fast === undefined) {
    return limit(
      `${game.states.toLocaleString("en")} states are too many for coalitions; the limit is ${MOST_STATES.toLocaleString("en")}, except for nash, gmr and seq where all moves are free`,
    );
  }
  if (group === undefined && game.moves.length > MOST_PARTIES) {
    return limit(
      `${game.moves.length} parties make too many groups; the limit is ${MOST_PARTIES}, or name one group`,
    );
  }
  const { equilibria } = known ?? stabilities(game);
  const held = [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
  const statusQuo = statusQuoState(compiled);
  const ids = (members: readonly number[]) => members.map((member) => standoff.parties[member].id);
  const everyGroup = groupsOfTwoOrMore(game.moves.length);
  if (fast !== undefined && (tooLarge || held.length > MOST_OUTCOMES)) {
    const stable = universallyStable(game, fast, (done) =>
      onProgress(done, "groups that would leave together"),
    );
    const surviving = held.filter((state) => stable[state] === 1);
    return {
      findings: {
        question: "coalitions",
        names: namesOf(standoff),
        concept,
        groups: everyGroup.map(ids),
        holding: held.length,
        surviving: surviving.length,
        outcomes: surviving.slice(0, MOST_OUTCOMES).map((state) => ({
          state: viewState(compiled, state),
          isStatusQuo: state === statusQuo,
          leaving: [],
        })),
      },
      problems: [],
    };
  }
  if (held.length > MOST_OUTCOMES) {
    return limit(
      `${held.length.toLocaleString("en")} outcomes hold under ${concept}, too many to try every group on; the limit is ${MOST_OUTCOMES}`,
    );
  }
  const indexOf = new Map(standoff.parties.map(({ id }, party) => [id, party]));
  const groups = group === undefined ? everyGroup : [group.map((id) => indexOf.get(id)!)];
  const outcomes = held.map((state, index) => {
    onProgress(index / held.length, "groups that would leave together");
    return {
      state: viewState(compiled, state),
      isStatusQuo: state === statusQuo,
      leaving: groups.flatMap((members) => {
        const way = wayOut(game, members, state, concept);
        if (way === undefined) return [];
        return [
          {
            group: ids(members),
            to: viewState(compiled, way.to),
            moves: sequenceFinding(compiled, state, way.steps),
          },
        ];
      }),
    };
  });
  return {
    findings: {
      question: "coalitions",
      names: namesOf(standoff),
      concept,
      groups: groups.map(ids),
      holding: held.length,
      surviving: outcomes.filter(({ leaving }) => leaving.length === 0).length,
      outcomes,
    },
    problems: [],
  };
}

function groupsOfTwoOrMore(parties: number): number[][] {
  return Array.from({ length: 2 ** parties }, (_, mask) =>
    [...Array(parties).keys()].filter((party) => (mask >> party) & 1),
  )
    .filter((members) => members.length >= 2)
    .sort((a, b) => a.length - b.length);
}
