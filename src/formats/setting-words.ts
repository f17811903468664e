import type { StateView } from "../analysis/state-view.ts";
import type { Compiled } from "../game/compile.ts";
import type { Option } from "../model/standoff.ts";
import { oneLine } from "./written.ts";

/** What is done, in titles: the option taken, or its level; undefined when a yes/no option is not taken. */
export function settingWords(option: Option, level: number): string | undefined {
  if (!option.yesNo) return oneLine(`${option.title}: ${option.levels[level].title}`);
  return level === 1 ? oneLine(option.title) : undefined;
}

/** A state on one line, party by party as the numbers of states count. Options on which merged states differ read "either way". */
export function stateWords({ standoff, space }: Compiled, view: StateView): string {
  const place = space.digits.find(({ party }) => party < 0)?.option;
  if (place !== undefined)
    return oneLine(place.levels.find(({ id }) => id === view.levels[place.id])?.title ?? "");
  const groups = standoff.parties.flatMap((party, index) => {
    const does = space.digits
      .filter((digit) => digit.party === index)
      .flatMap(({ option }) => {
        if (view.any?.includes(option.id)) return [`${oneLine(option.title)} (either way)`];
        const level = option.yesNo
          ? Number(view.on.includes(option.id))
          : option.levels.findIndex(({ id }) => id === view.levels[option.id]);
        return settingWords(option, level) ?? [];
      });
    return does.length === 0 ? [] : [`${oneLine(party.title)}: ${does.join(", ")}`];
  });
  return groups.length === 0 ? "nobody does anything" : groups.join("; ");
}

/** A text that is the same for equal states, to find a state of the findings back. */
export function stateKey(view: StateView): string {
  return JSON.stringify([view.on, Object.entries(view.levels)]);
}
