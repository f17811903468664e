import { namesIn, type Reader } from "../edit/reader.ts";

/** What an id stands for, in a few words; undefined when it is nothing's id. An id of several things is told of each. */
export function meaningOf(id: string, reader: Reader): string | undefined {
  const names = namesIn(reader);
  const owner = (party: string) => names.parties.find((each) => each.id === party)?.title ?? party;
  const found = [
    ...names.parties.filter((each) => each.id === id).map(({ title }) => `Party: ${title}`),
    ...names.options
      .filter((each) => each.id === id)
      .map(({ title, owner: by, yesNo, levels }) => {
        const among = yesNo ? "" : ` (${levels.map((level) => level.title).join(", ")})`;
        return `Option of ${owner(by)}: ${title}${among}`;
      }),
    ...names.outcomes.filter((each) => each.id === id).map(({ title }) => `Outcome: ${title}`),
    ...names.claims.filter((each) => each.id === id).map(({ says }) => `Claim: ${says}`),
    ...named("sources", "Source"),
    ...named("bodies", "Body"),
    ...named("states", "State"),
  ];
  const level = names.options.flatMap(({ title, levels, yesNo }) =>
    yesNo ? [] : levels.filter((each) => each.id === id).map((each) => `Level of ${title}: ${each.title}`),
  );
  const all = found.length > 0 ? found : level;
  return all.length === 0 ? undefined : all.join("; ");

  function named(section: string, noun: string): string[] {
    if (!reader.keys([section]).includes(id)) return [];
    return [`${noun}: ${reader.text([section, id, "title"]) || reader.text([section, id]) || id}`];
  }
}
