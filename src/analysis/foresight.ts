import { BIT } from "../engine/concepts.ts";
import { limitedMoveStability, MOST_STATES_LIMITED, nonMyopicStability } from "../engine/limited-move.ts";
import { MOST_COMBINATIONS, simultaneousStability } from "../engine/simultaneous.ts";
import type { Compiled } from "../game/compile.ts";
import { isPartial } from "../game/game.ts";
import { codeOfState, stateOfCode } from "../game/space.ts";
import type { ForesightFinding, Notion } from "./findings.ts";
import { viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** The most equilibria of a notion listed one by one. */
const LISTED = 1_000;

/**
 * What holds under a notion of foresight beyond the five concepts: simultaneous answers, a limited number of moves, or
 * non-myopic. These need more than near-linear time, so states are limited; a limit reached comes back as `limit`.
 * `seq` are the masks of who finds what sequentially stable.
 */
export function foresightFinding(
  compiled: Compiled,
  notion: Notion,
  seq: readonly Uint8Array[],
): ForesightFinding {
  const verdict = stableUnder(compiled, notion, (party, state) => (seq[party][state] & BIT.seq) !== 0);
  if (typeof verdict === "string") return { notion, limit: verdict };
  const { standoff, game } = compiled;
  const statusQuo = statusQuoState(compiled);
  const holding = [...Array(game.states).keys()].filter((state) =>
    verdict.byParty.every((stable) => stable[state] === 1),
  );
  const listed = holding.slice(0, LISTED);
  const views = viewStates(compiled, listed);
  return {
    notion,
    count: holding.length,
    equilibria: listed.map((state, index) => ({ state: views[index], isStatusQuo: state === statusQuo })),
    ...(statusQuo !== undefined && {
      stableFor: standoff.parties
        .filter((_, party) => verdict.byParty[party][statusQuo] === 1)
        .map(({ id }) => id),
    }),
    ...(verdict.settles === undefined ? {} : { settles: verdict.settles }),
  };
}

type Verdict = { readonly byParty: readonly Uint8Array[]; readonly settles?: number | undefined };

/** Who finds what stable under a notion, or in words why that is not computed. `seq`: who finds what sequentially stable. */
export function stableUnder(
  compiled: Compiled,
  notion: Notion,
  seq?: (party: number, state: number) => boolean,
): Verdict | string {
  const { standoff, space, game } = compiled;
  if (game.states > MOST_STATES_LIMITED)
    return `${game.states.toLocaleString("en")} states are too many for \`${notion}\`; the limit is ${MOST_STATES_LIMITED.toLocaleString("en")}`;
  if (game.preferences.some(isPartial))
    return `\`${notion}\` is defined for known preferences only, and some are unknown here`;
  if (notion === "nm") {
    const found = nonMyopicStability(game);
    if (found === undefined) return "`nm` did not settle or repeat within 10,000 horizons";
    return { byParty: found.stable, settles: found.settles ? found.from : undefined };
  }
  if (notion !== "sim" && notion !== "sim-each")
    return { byParty: limitedMoveStability(game, Number(notion.slice(1))) };
  if (standoff.moves !== undefined)
    return `\`${notion}\` asks what moves of several lead to together, which listed moves do not say`;
  if (space.merged !== undefined)
    return `\`${notion}\` asks what moves of several lead to together, which merged states (\`same:\`) leave open`;
  const byParty = simultaneousStability(
    game,
    (state) => codeOfState(space, state),
    (code) => stateOfCode(space, code),
    notion === "sim" ? "together" : "each",
    seq === undefined ? {} : { seq },
  );
  return byParty === undefined
    ? `\`${notion}\` would try more than ${MOST_COMBINATIONS.toLocaleString("en")} combinations of moves against one improvement`
    : { byParty };
}
