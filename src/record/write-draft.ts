import { stringify } from "yaml";
import type { Draft, DraftClaim, DraftEvent, DraftSource } from "./draft.ts";
import type { Suggestions } from "./suggest.ts";

/** The items of a draft as lines of a standoff file, each with its indentation still to come. */
export type DraftLines = {
  readonly parties: readonly string[];
  readonly options: readonly string[];
  readonly preferences: readonly string[];
  readonly sources: readonly string[];
  readonly claims: readonly string[];
  readonly timeline: readonly string[];
};

/** Each item as its lines. `partyOf` gives the id of the party that a state is in the file, or undefined. */
export function linesOf(
  draft: Draft,
  suggestions: Suggestions | undefined,
  partyOf: (actor: string) => string | undefined,
): DraftLines {
  return {
    parties: (suggestions?.parties ?? []).map(({ id, title }) => yaml({ [id]: { title } })),
    options: (suggestions?.options ?? []).map(
      ({ id, owner, title, from, because }) =>
        `# From ${from === "offer" ? "an" : "a"} ${from}\n${yaml({ [id]: { owner, title, ...(because.length > 0 && { because }) } })}`,
    ),
    preferences: (suggestions?.parties ?? []).map(({ id }) => yaml({ [id]: "indifferent" })),
    sources: draft.sources.map(sourceLines),
    claims: draft.claims.map(claimLines),
    timeline: draft.timeline.map((event) => eventLines(event, partyOf)),
  };
}

/** A draft that stands alone, as sections of a standoff file; with `head`, a whole file. */
export function writeDraft(
  lines: DraftLines,
  head: { readonly title: string; readonly asOf: string | undefined } | undefined,
): string {
  const section = (name: string, items: readonly string[], list = false) =>
    items.length === 0
      ? []
      : [`${name}:\n${items.map((item) => indented(item, list ? "  " : "  ")).join("")}`];
  const start =
    head === undefined
      ? []
      : [
          `standoff: 1\n${yaml({ title: head.title })}${head.asOf === undefined ? "" : `as of: ${head.asOf}\n`}`,
        ];
  return [
    ...start,
    ...(head === undefined
      ? []
      : [
          ...section("parties", lines.parties),
          ...section("options", lines.options),
          ...section("preferences", lines.preferences),
        ]),
    ...section("sources", lines.sources),
    ...section("claims", lines.claims),
    ...section("timeline", lines.timeline, true),
  ].join("\n");
}

function sourceLines({ id, title, publisher, date, place, kind }: DraftSource): string {
  return yaml({
    [id]: {
      title,
      ...(publisher !== undefined && { publisher }),
      ...(date !== undefined && { date }),
      ...(place !== undefined && { place }),
      kind,
    },
  });
}

function claimLines({ id, says, source, via, sounds, contradicts, spans, sure, acts }: DraftClaim): string {
  const kinds = [...new Set(acts.map(({ kind }) => kind))];
  const where = spans.map(({ start, end }) => `${start}-${end}`).join(", ");
  const comment = `# Characters ${where}; ${sure}${kinds.length === 0 ? "" : `; ${kinds.join(", ")}`}\n`;
  return (
    comment +
    yaml({
      [id]: {
        says,
        source,
        ...(via.length > 0 && { via }),
        sounds,
        ...(contradicts.length > 0 && { contradicts }),
      },
    })
  );
}

function eventLines(
  { date, until, what, actor, because }: DraftEvent,
  partyOf: (actor: string) => string | undefined,
): string {
  const by = actor === undefined ? undefined : partyOf(actor);
  return yaml([
    {
      date,
      ...(until !== undefined && { until }),
      ...(by !== undefined && { by }),
      what,
      ...(because.length > 0 && { because }),
    },
  ]);
}

function yaml(value: unknown): string {
  // The library quotes what needs quotes; short lists on one line, as the format's examples have them.
  return stringify(value, {
    lineWidth: 0,
    flowCollectionPadding: false,
    collectionStyle: "block",
  }).replaceAll(
    /^( *)(because|via|contradicts):\n((?:\1 *- .*\n)+)/gm,
    (all, indent: string, key: string, items: string) => {
      const list = items
        .split("\n")
        .filter(Boolean)
        .map((item) => item.trim().slice(2));
      return list.every((item) => /^[\w.-]+$/.test(item)) ? `${indent}${key}: [${list.join(", ")}]\n` : all;
    },
  );
}

/** Every line with an indentation before it, a line end after the last. */
export function indented(text: string, indent: string): string {
  return text
    .split("\n")
    .filter((line, index, all) => line !== "" || index < all.length - 1)
    .map((line) => (line === "" ? "\n" : `${indent}${line}\n`))
    .join("");
}
