import { BIT, conceptsIn } from "../engine/concepts.ts";
import { reachableFrom } from "../engine/reachability.ts";
import { type Stabilities, stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { someMove } from "../game/game.ts";
import { stateOfCode } from "../game/space.ts";
import type { TimelineEvent } from "../model/standoff.ts";
import type { Change, LookbackEvent, LookbackFindings } from "./findings.ts";
import { namesOf } from "./names.ts";
import { reasonFor } from "./reason.ts";
import { viewState } from "./state-view.ts";

/**
 * Did it happen that way? Takes the timeline's events as moves, from `since` on (all events when undefined): whether each was
 * a move the model allows, whether its mover liked it better, and whether it led to, or nearer to, an outcome that holds. All
 * by the preferences of the file, which are those of its date. Two searches an event, O(events · parties · S).
 */
export function lookback(
  compiled: Compiled,
  { since, stabilities: known }: { since?: string | undefined; stabilities?: Stabilities | undefined } = {},
): LookbackFindings {
  const { standoff, space, game } = compiled;
  const { equilibria } = known ?? stabilities(game);
  const levels = new Map(standoff.options.map((option) => [option.id, 0]));
  const stateNow = () =>
    stateOfCode(
      space,
      space.digits.reduce((code, digit) => code + digit.place * levels.get(digit.option.id)!, 0),
    );
  const set = (event: TimelineEvent) => {
    for (const setting of event.sets) levels.set(setting.option, setting.level);
  };
  const ordered = standoff.timeline
    .filter((event) => event.sets.length > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const event of ordered) if (since !== undefined && event.date < since) set(event);
  const start = stateNow();

  const events = ordered
    .filter((event) => since === undefined || event.date >= since)
    .map((event): LookbackEvent => {
      const before = stateNow();
      const changes = event.sets.flatMap((setting): Change[] => {
        const { id, levels: known } = standoff.options.find((option) => option.id === setting.option)!;
        const was = levels.get(id)!;
        return was === setting.level
          ? []
          : [{ option: id, from: known[was].id, to: known[setting.level].id }];
      });
      set(event);
      const here = stateNow();
      const party = standoff.parties.findIndex(({ id }) => id === event.by);
      const moved =
        party >= 0 && before >= 0 && here >= 0 && someMove(game.moves[party], before, (to) => to === here);
      const kind = changes.length === 0 ? "nothing" : here < 0 ? "infeasible" : moved ? "move" : "barred";
      return {
        date: event.date,
        what: event.what,
        by: event.by,
        because: event.because,
        after: standoff.asOf !== undefined && event.date > standoff.asOf,
        changes,
        kind,
        reason: kind === "move" ? reasonFor(compiled, party, here, before) : undefined,
        holds: here < 0 ? [] : conceptsIn(equilibria[here]),
        toEquilibrium: here < 0 ? undefined : stepsToEquilibrium(compiled, equilibria, here),
      };
    });
  const changing = events.filter(({ kind }) => kind !== "nothing");
  return {
    question: "lookback",
    names: namesOf(standoff),
    from: start < 0 ? undefined : viewState(compiled, start),
    events,
    changing: changing.length,
    allowed: changing.filter(({ kind }) => kind === "move").length,
    improvements: changing.filter(({ reason }) => reason?.verdict === "better").length,
  };
}

function stepsToEquilibrium({ game }: Compiled, equilibria: Uint8Array, from: number): number | undefined {
  const { distance } = reachableFrom(game, from, true);
  let least: number | undefined;
  for (let state = 0; state < game.states; state++) {
    if ((equilibria[state] & BIT.seq) === 0 || distance[state] < 0) continue;
    if (least === undefined || distance[state] < least) least = distance[state];
  }
  return least;
}
