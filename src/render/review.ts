import type { Draft } from "../record/draft.ts";
import type { ReviewItem } from "../record/review.ts";
import type { Suggestions } from "../record/suggest.ts";
import { clean, counted, listed } from "./text.ts";

/** What kind of thing an item is, one and several. */
export const KIND_WORDS = {
  source: ["source", "Sources"],
  claim: ["claim", "Claims: who said what"],
  event: ["event", "Events: what happened when"],
  party: ["party", "Parties this suggests"],
  option: ["option", "Options this suggests"],
  evidence: ["ground", "What in the standoff could rest on it"],
} as const satisfies Record<ReviewItem["kind"], readonly [string, string]>;

/** An item in one line. */
export function itemWords(item: ReviewItem): string {
  switch (item.kind) {
    case "source":
    case "party":
    case "option":
      return clean(item.of.title);
    case "claim":
      return clean(item.of.says);
    case "event":
      return `${item.of.date}${item.of.until === undefined ? "" : ` to ${item.of.until}`}: ${clean(item.of.what)}`;
    case "evidence":
      return clean(item.of.on);
  }
}

/** What there is to know about it: where from, through whom, how it sounds. `says`: what a claim of the same draft says. */
export function itemAbout(item: ReviewItem, says: (claim: string) => string | undefined): string {
  switch (item.kind) {
    case "source": {
      const { id, publisher, date, place } = item.of;
      const known = [publisher, place, date].flatMap((each) => (each === undefined ? [] : [clean(each)]));
      return `${known.length === 0 ? "publisher, place and date not told" : known.join(", ")}; id ${id}`;
    }
    case "claim": {
      const { via, sounds } = item.of;
      return `${via.length === 0 ? "the report itself" : via.map(clean).join(", from ")}; sounds ${clean(sounds)}`;
    }
    case "event":
      return `${item.of.actor === undefined ? "" : `by ${clean(item.of.actor)}; `}told in ${listed(item.of.because.map(clean))}`;
    case "party":
      return `acts or speaks in ${listed(item.of.because.map(clean))}; id ${item.of.id}`;
    case "option":
      return `of ${item.of.owner}, from ${item.of.from === "offer" ? "an" : "a"} ${item.of.from} in ${listed(item.of.because.map(clean))}`;
    case "evidence": {
      const words = says(item.of.claim);
      return `could rest on ${clean(item.of.claim)}${words === undefined ? "" : `: “${clean(words)}”`}`;
    }
  }
}

/** What the claims among items say, by id. */
export function claimWords(items: readonly ReviewItem[]): (claim: string) => string | undefined {
  const claims = new Map(
    items.flatMap((item) => (item.kind === "claim" ? [[item.of.id, item.of.says]] : [])),
  );
  return (claim) => claims.get(claim);
}

/** What was added: the record always, of what was suggested that which there is. */
export function addedWords(draft: Draft, suggestions: Suggestions | undefined): string {
  const { parties = [], options = [], evidence = [] } = suggestions ?? {};
  const some = (count: number, one: string, many?: string) =>
    count === 0 ? [] : [counted(count, one, many)];
  return [
    counted(draft.sources.length, "source"),
    counted(draft.claims.length, "claim"),
    counted(draft.timeline.length, "event"),
    ...some(parties.length, "party", "parties"),
    ...some(options.length, "option"),
    ...some(evidence.length, "citation"),
  ].join(", ");
}
