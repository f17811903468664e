import { foreseenPlay, nonMyopicStability } from "../engine/limited-move.ts";
import { isStable, unilateralImprovements } from "../engine/literal.ts";
import { simultaneousAnswer } from "../engine/simultaneous.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { problemAt } from "../game/problem-at.ts";
import { codeOfState, stateOfCode } from "../game/space.ts";
import type { Problem } from "../model/problem.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import { chooseState, type WhichState } from "./choose-state.ts";
import type { ForesightExplainFindings, MoveFinding, Notion } from "./findings.ts";
import { stableUnder } from "./foresight.ts";
import { namesOf } from "./names.ts";
import { reasonFor } from "./reason.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";

const TOLD = 20;

/**
 * Why is a state stable for a party, or why not, under a further notion of foresight: what it expects of each move that pays and of
 * each improvement that it forgoes. Under `nm` the play is that of the first horizon from which on horizons repeat. Cost: that of the
 * notion for all states, and the play of each move told.
 */
export function explainForesight(
  compiled: Compiled,
  { state: wanted, party: id, notion }: { state: WhichState; party: string; notion: Notion },
): { findings: ForesightExplainFindings | undefined; problems: Problem[] } {
  const { standoff, game } = compiled;
  const no = (code: string, message: string) => ({
    findings: undefined,
    problems: [problemAt(standoff, code, undefined, message)],
  });
  const state = chooseState(compiled, wanted);
  if (typeof state === "string") return no("which-state", state);
  const party = standoff.parties.findIndex((each) => each.id === id);
  const seq = (each: number) => isStable(game, each, state, "seq");
  const verdict = stableUnder(compiled, notion);
  if (typeof verdict === "string") return no("limit", verdict);
  if (game.preferences.some(({ kind }) => kind === "unanimous"))
    return no("limit", `the play under \`${notion}\` is told only where nobody acts for several`);
  const stable = verdict.byParty[party][state] === 1;
  const simultaneous = notion === "sim" || notion === "sim-each";
  const horizon = notion === "nm" ? (nonMyopicStability(game)?.from ?? 1) : Number(notion.slice(1));
  const moves: number[] = [];
  someMove(game.moves[party], state, (to) => {
    moves.push(to);
    return false;
  });
  const improvements = new Set(unilateralImprovements(game, party, state));
  const told = bestFirst(game, party, moves).flatMap((to) => {
    const answered = simultaneous
      ? bySimultaneous(compiled, party, state, to)
      : byPlay(compiled, horizon, party, to);
    const pays = simultaneous
      ? !stable && improvements.has(to) && answered.answer.length === 0
      : prefers(game.preferences[party], answered.end, state);
    if (!pays && !improvements.has(to)) return [];
    return [
      {
        changes: changesBetween(compiled, state, to),
        to: viewState(compiled, to),
        pays,
        answer: answered.answer,
        end: viewState(compiled, answered.end),
        endsBecause: reasonFor(compiled, party, answered.end, state),
      },
    ];
  });
  return {
    findings: {
      question: "explain",
      names: namesOf(standoff),
      notion,
      party: id,
      state: viewState(compiled, state),
      stable,
      bySeq: notion === "sim" && (seq(party) || standoff.parties.some((_, each) => seq(each))),
      movesCount: moves.length,
      moves: [...told.filter(({ pays }) => pays), ...told.filter(({ pays }) => !pays)].slice(0, TOLD),
    },
    problems: [],
  };
}

type Answered = { readonly answer: readonly MoveFinding[]; readonly end: number };

function byPlay(compiled: Compiled, horizon: number, party: number, to: number): Answered {
  const play = foreseenPlay(compiled.game, horizon, party, to);
  return { answer: sequenceFinding(compiled, to, play), end: play.at(-1)?.to ?? to };
}

/** What the others do at the same moment, each told as its move from the state itself. */
function bySimultaneous(compiled: Compiled, party: number, state: number, to: number): Answered {
  const { space } = compiled;
  const met = simultaneousAnswer(
    compiled.game,
    (each) => codeOfState(space, each),
    (code) => stateOfCode(space, code),
    party,
    state,
    to,
  );
  if (met === undefined) return { answer: [], end: to };
  const answer = met.moves.map((move): MoveFinding => sequenceFinding(compiled, state, [move])[0]);
  return { answer, end: met.end };
}
