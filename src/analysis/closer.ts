import type { Compiled } from "../game/compile.ts";
import { bindings } from "./bindings.ts";
import { changesOfMind } from "./changes-of-mind.ts";
import { fairAmong } from "./fair.ts";
import type { CloserFindings } from "./findings.ts";
import type { goalPackages, Sought } from "./goal-packages.ts";
import { inverse } from "./inverse.ts";

/**
 * What could bring a goal closer, given its packages: guarantees and bans; where there is no package, whose mind would have to change; with
 * `askInverse` also where there are some; with `fair` what is fair among the packages and among all states. When `outOfTime` says so the rest is left and
 * told. Cost: `bindings`, then `changesOfMind` and `inverse`.
 */
export function closer(
  compiled: Compiled,
  { goal, start, concept }: Sought,
  { findings: { goals, unfinished }, states }: ReturnType<typeof goalPackages>,
  {
    fair,
    askInverse,
    onProgress,
    outOfTime,
  }: {
    fair: boolean;
    askInverse: boolean;
    onProgress: (done: number, what: string) => void;
    outOfTime: () => boolean;
  },
): CloserFindings {
  const none = states.length === 0 && unfinished === undefined;
  const { found, untried } = bindings(compiled, goal, start, concept, {
    onProgress: (done) => onProgress(done, "guarantees and bans"),
    outOfTime,
  });
  return {
    bindings: found,
    bindingsUntried: untried,
    // Nobody's mind makes a state feasible.
    ...(none &&
      goals > 0 && {
        changesOfMind: changesOfMind(compiled, goal, start, concept, {
          onProgress: (done) => onProgress(done, "changes of mind"),
          outOfTime,
        }),
      }),
    ...((askInverse || none) && { inverse: inverse(compiled, { goal, start, concept, outOfTime }) }),
    ...(fair && {
      fair: [
        ...(states.length > 0 ? [fairAmong(compiled, "packages", states, start)] : []),
        fairAmong(compiled, "states", [...Array(compiled.game.states).keys()], start),
      ],
    }),
  };
}
