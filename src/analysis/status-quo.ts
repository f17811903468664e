import type { Compiled } from "../game/compile.ts";
import { codeOf, stateOfCode } from "../game/space.ts";

/** The state of the status quo; undefined when the file has none. */
export function statusQuoState({ standoff, space }: Compiled): number | undefined {
  if (standoff.statusQuo === undefined) return undefined;
  return stateOfCode(space, codeOf(space.digitOf, standoff.statusQuo.settings));
}
