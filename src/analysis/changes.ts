import type { Compiled } from "../game/compile.ts";
import { codeOfState, levelIn } from "../game/space.ts";
import type { Change } from "./findings.ts";

/** The options that differ between two states, in file order of the digits. Of merged states, their first members speak. */
export function changesBetween({ space }: Compiled, from: number, to: number): Change[] {
  const before = codeOfState(space, from);
  const after = codeOfState(space, to);
  return space.digits.flatMap((digit) => {
    const was = levelIn(before, digit);
    const is = levelIn(after, digit);
    if (was === is) return [];
    const { levels, id } = digit.option;
    return [{ option: id, from: levels[was].id, to: levels[is].id }];
  });
}
