import type { Change, Names, Sequence, VotePut } from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import { clean, listed, wrap } from "./text.ts";

/** What each party does in a state: its title, and the titles of the options it has taken or where its levels stand. */
export function stateByParty(
  names: Names,
  state: StateView,
): { readonly id: string; readonly party: string; readonly does: readonly string[] }[] {
  return names.parties.map(({ id, title }) => ({
    id,
    party: clean(title),
    does: names.options
      .filter((option) => option.owner === id)
      .flatMap((option) => {
        if (state.any?.includes(option.id)) return [];
        if (option.yesNo) return state.on.includes(option.id) ? [clean(option.title)] : [];
        const level = state.levels[option.id];
        return level === option.levels[0].id
          ? []
          : [`${clean(option.title)}: ${levelTitle(option.levels, level)}`];
      }),
  }));
}

/** In graph form, where a state is listed outright: its title. */
export function placeOf(names: Names, state: StateView): string | undefined {
  const place = names.options.find(({ owner }) => owner === "");
  return place === undefined ? undefined : levelTitle(place.levels, state.levels[place.id]);
}

/** A state on one line: who does what. */
export function stateSummary(names: Names, state: StateView): string {
  const doing = stateByParty(names, state)
    .filter(({ does }) => does.length > 0)
    .map(({ party, does }) => `${party}: ${does.join("; ")}`);
  return placeOf(names, state) ?? (doing.length === 0 ? "nobody does anything" : doing.join(" · "));
}

/** A state on several lines, a party a line, aligned; parties that do nothing get a dash. */
export function stateLines(names: Names, state: StateView, indent: string, width: number): string {
  const place = names.options.find(({ owner }) => owner === "");
  const rows =
    place === undefined ? stateByParty(names, state) : [{ party: "state", does: [placeOf(names, state)!] }];
  const column = Math.max(...rows.map(({ party }) => party.length)) + 2;
  const lines = rows.map(({ party, does }) =>
    hanging(party, does.length === 0 ? "—" : does.join("; "), column, indent, width),
  );
  const outcomes = names.outcomes
    .filter(({ id }) => state.outcomes.includes(id))
    .map(({ title }) => clean(title));
  if (outcomes.length > 0) lines.push(hanging("so that", outcomes.join("; "), column, indent, width));
  if (state.any !== undefined && place === undefined) {
    const any = names.options.filter(({ id }) => state.any!.includes(id)).map(({ title }) => clean(title));
    lines.push(hanging("either way", any.join("; "), column, indent, width));
  }
  return lines.join("\n");
}

/** What is put to the vote and fails, and by whose veto; what passes is among the outcomes of the state. */
export function failedVotes(votes: readonly VotePut[] | undefined): string[] {
  return (votes ?? []).flatMap(({ decision, passes, stoppedBy }) => {
    if (passes) return [];
    const why =
      stoppedBy.length === 0 ? "for want of votes" : `by the veto of ${listed(stoppedBy.map(clean))}`;
    return [`"${clean(decision)}" is put to the vote and fails, ${why}.`];
  });
}

function hanging(head: string, text: string, column: number, indent: string, width: number): string {
  const rest = indent + " ".repeat(column);
  const words = text.split(" ");
  const lines = [indent + head.padEnd(column)];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last.length > rest.length && last.length + 1 + word.length > width) lines.push(rest + word);
    else lines[lines.length - 1] = last.length === rest.length ? last + word : `${last} ${word}`;
  }
  return lines.join("\n");
}

/** What a move changes: `takes up "reprocess spent fuel" and drops "inspections"`. */
export function changeWords(names: Names, changes: readonly Change[]): string {
  return listed(
    changes.map(({ option, from, to }) => {
      const { title, yesNo, levels, owner } = names.options.find(({ id }) => id === option)!;
      if (yesNo) return `${to === "yes" ? "takes up" : "drops"} "${clean(title)}"`;
      if (owner === "") return `goes from "${levelTitle(levels, from)}" to "${levelTitle(levels, to)}"`;
      return `moves "${clean(title)}" from ${levelTitle(levels, from)} to ${levelTitle(levels, to)}`;
    }),
  );
}

export function partyTitle(names: Names, id: string): string {
  return clean(names.parties.find((party) => party.id === id)?.title ?? id);
}

function levelTitle(levels: readonly { readonly id: string; readonly title: string }[], id: string): string {
  return clean(levels.find((level) => level.id === id)!.title);
}

/** A move of a sequence; one against the mover's own interest says so. */
export function moveWords(names: Names, { party, changes, improvement }: Sequence[number]): string {
  return `${partyTitle(names, party)} ${changeWords(names, changes)}${improvement ? "" : " (which it does not like better)"}`;
}

/** A sequence of moves, a numbered line a move. */
export function sequenceLines(names: Names, sequence: Sequence, width: number): string[] {
  return sequence.map((move, index) =>
    wrap(`${index + 1}. ${moveWords(names, move)}`, width, "     ", "        "),
  );
}
