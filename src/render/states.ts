import type { StatesFindings } from "../analysis/findings.ts";
import { stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, wrap } from "./text.ts";

/** The feasible states, each with what the parties do and how high each ranks it. */
export function renderStates(findings: StatesFindings, style: Style): string {
  const { names, listed, matching, states, combinations } = findings;
  const head = `${counted(states, "feasible state")} of ${counted(combinations, "combination")}${matching === states ? "" : `; ${counted(matching, "state")} as asked for`}${listed.length < matching ? `; the first ${listed.length.toLocaleString("en-US")} are listed` : ""}.`;
  const blocks = listed.map(({ state, isStatusQuo, number, ranks }, index) => {
    const title = `${number === undefined ? `${index + 1}.` : `State ${number}`}${isStatusQuo ? " — the status quo" : ""}`;
    const places = names.parties.flatMap(({ id, title: party }) =>
      ranks[id] === undefined ? [] : [`${clean(party)} ${ranks[id]}`],
    );
    return `${style.bold(title)}\n${stateLines(names, state, "   ", style.width)}\n${style.dim(wrap(`rank, 1 = best: ${places.join(", ")}`, style.width, "   "))}`;
  });
  return `${[style.bold(wrap(clean(names.title), style.width)), wrap(head, style.width), "", blocks.join("\n\n")].join("\n")}\n`;
}
