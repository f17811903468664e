import type { Concept } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import { type Compiled, compile } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import type { Standoff } from "../model/standoff.ts";
import type { ChangesOfMindFinding } from "./findings.ts";
import { matching } from "./matching.ts";
import { packagesFrom } from "./packages.ts";
import { changesOf } from "./preference-changes.ts";

/** More than so many pairs, times states, are not tried. */
const MOST_WORK = 50_000;

type MindChange = ChangesOfMindFinding["smallest"][number][number];

/**
 * The smallest changes of preference after which a package exists: single statements dropped, turned around or exchanged with the
 * next (in rankings: neighboring tiers exchanged), in anybody's list; all that suffice alone, else all pairs that do. Exact up to two:
 * every one is tried, the least sure statement first. One compilation and one search for packages each.
 */
export function changesOfMind(
  compiled: Compiled,
  goal: Expression,
  start: number,
  concept: Concept,
  {
    onProgress = () => {},
    outOfTime = () => false,
  }: { onProgress?: (done: number) => void; outOfTime?: () => boolean } = {},
): ChangesOfMindFinding {
  const { standoff, game } = compiled;
  const makes = (changed: Standoff): boolean => {
    const next = compile(changed).compiled;
    if (next === undefined) return false;
    const wanted = matching(next, goal);
    const { equilibria } = stabilities(next.game);
    return packagesFrom(next, { wanted, start, concept, equilibria }).found.length > 0;
  };
  const singles = standoff.preferences.flatMap((preference, party) =>
    changesOf(preference, standoff.text, true).map(({ preference: after, ...change }) => ({
      party,
      after,
      told: { party: standoff.parties[party].id, ...change },
    })),
  );
  const sure = ({ told: { confidence = 1 } }: (typeof singles)[number]) =>
    confidence === "unsure" ? 0.5 : confidence;
  singles.sort((a, b) => sure(a) - sure(b) || b.told.place - a.told.place);
  const changed = (...some: readonly (typeof singles)[number][]): Standoff => ({
    ...standoff,
    preferences: standoff.preferences.map(
      (each, party) => some.find((one) => one.party === party)?.after ?? each,
    ),
  });
  let tried = 0;
  const smallest: MindChange[][] = [];
  for (const single of singles) {
    if (outOfTime()) return { tried, untried: singles.length - tried, upTo: 1, smallest };
    onProgress(tried++ / singles.length);
    if (makes(changed(single))) smallest.push([single.told]);
  }
  if (smallest.length > 0) return { tried, untried: 0, upTo: 1, smallest };
  // Two changes of one list are not independent, so pairs are of two parties.
  const pairs = singles.flatMap((one, index) =>
    singles.slice(index + 1).flatMap((other) => (other.party === one.party ? [] : [[one, other] as const])),
  );
  if (pairs.length * game.states > MOST_WORK) return { tried, untried: 0, upTo: 1, smallest };
  for (const [index, pair] of pairs.entries()) {
    if (outOfTime()) return { tried, untried: pairs.length - index, upTo: 2, smallest };
    onProgress(index / pairs.length);
    tried++;
    if (makes(changed(...pair))) smallest.push(pair.map(({ told }) => told));
  }
  return { tried, untried: 0, upTo: 2, smallest };
}
