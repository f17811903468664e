import type { Standoff } from "../model/standoff.ts";
import { WORDS } from "../model/words.ts";
import { type Draft, type DraftClaim, freshId, slug } from "./draft.ts";
import { bodyNamed, stateNamed } from "./places.ts";
import type { ActKind } from "./reading.ts";
import { overlap, stemsOf } from "./similar.ts";

/** What a record proposes for the standoff itself; each to be accepted or dropped by whoever models. */
export type Suggestions = {
  readonly parties: readonly {
    readonly id: string;
    readonly title: string;
    readonly because: readonly string[];
  }[];
  readonly options: readonly {
    readonly id: string;
    readonly owner: string;
    readonly title: string;
    readonly from: ActKind;
    readonly because: readonly string[];
  }[];
  /** Claims that speak of the same matter as something in the file that does not cite them. */
  readonly evidence: readonly Evidence[];
};

export type Evidence = {
  /** In words: `option talk`. */
  readonly on: string;
  /** Where that begins in the text of the file. */
  readonly at: number;
  readonly claim: string;
};

/**
 * Parties are the states and bodies that say or do something; options are what they offer, threaten and pledge; evidence are claims of
 * the same party and matter as an option or a statement of the file. `standoff` undefined: there is no file yet.
 */
export function suggest(draft: Draft, standoff: Standoff | undefined): Suggestions {
  const taken = new Set([
    ...WORDS,
    ...(standoff?.options ?? []).map(({ id }) => id),
    ...(standoff?.outcomes ?? []).map(({ id }) => id),
  ]);
  const partyIds = new Set([...WORDS, ...(standoff?.parties ?? []).map(({ id }) => id)]);
  const parties = new Map<string, { id: string; title: string; because: string[] }>();
  const idOf = (actor: string): string => {
    const there = partyOf(actor, standoff);
    if (there !== undefined) return there;
    const known = parties.get(actor);
    if (known !== undefined) return known.id;
    const made = { id: freshId(slug(actor, 3), partyIds, "_"), title: actor, because: [] };
    parties.set(actor, made);
    return made.id;
  };
  const options: { id: string; owner: string; title: string; from: ActKind; because: string[] }[] = [];
  for (const claim of draft.claims) {
    if (claim.actor === undefined || (stateNamed(claim.actor) ?? bodyNamed(claim.actor)) === undefined)
      continue;
    const owner = idOf(claim.actor);
    parties.get(claim.actor)?.because.push(claim.id);
    for (const act of claim.acts) {
      if (act.kind === "demand" || act.kind === "refusal") continue;
      const title = deedOf(act.what, claim);
      if (title === undefined) continue;
      const stems = stemsOf(title);
      const same = options.find((each) => each.owner === owner && overlap(stemsOf(each.title), stems) >= 0.7);
      if (same !== undefined) {
        if (!same.because.includes(claim.id)) same.because.push(claim.id);
        continue;
      }
      if (
        (standoff?.options ?? []).some(
          (each) => each.owner === owner && overlap(stemsOf(each.title), stems) >= 0.6,
        )
      )
        continue;
      options.push({
        id: freshId(slug(title, 2), taken, "_"),
        owner,
        title,
        from: act.kind,
        because: [claim.id],
      });
    }
  }
  return {
    parties: [...parties.values()],
    options,
    evidence: standoff === undefined ? [] : evidenceFor(draft, standoff),
  };
}

/** The id of the party that a state or body is in the file, by whichever of its names. */
export function partyOf(actor: string, standoff: Standoff | undefined): string | undefined {
  return standoff?.parties.find(
    ({ title, id }) =>
      title === actor ||
      stateNamed(title) === actor ||
      bodyNamed(title) === actor ||
      stateNamed(id.toUpperCase()) === actor,
  )?.id;
}

/** The draft without events that the file's timeline has already, and those as evidence for them. */
export function withoutKnownEvents(
  draft: Draft,
  standoff: Standoff,
): { readonly draft: Draft; readonly evidence: Suggestions["evidence"] } {
  const evidence: Evidence[] = [];
  const timeline = draft.timeline.filter(({ date, until, what, because }) => {
    const stems = stemsOf(what);
    const same = standoff.timeline.find(
      (each) =>
        each.date <= (until ?? date) &&
        date <= (each.until ?? each.date) &&
        overlap(stemsOf(each.what), stems) >= 0.5,
    );
    if (same === undefined) return true;
    for (const claim of because)
      evidence.push({ on: `timeline ${same.date}: ${same.what}`, at: same.span.start, claim });
    return false;
  });
  return { draft: { ...draft, timeline }, evidence };
}

/** Longer titles are cut at a word. */
const LONGEST_TITLE = 88;

/** What would be done: the verb and what follows it, without who says so; of an offer of something, that it is offered. */
function deedOf(what: string, { says }: DraftClaim): string | undefined {
  for (const text of [what, says]) {
    const deed =
      /\b(?:offer(?:s|ed)? to|propos(?:es|ed) to|promis(?:es|ed|ing) to|pledg(?:es|ed|ing) to|vow(?:s|ed|ing)? to|threaten(?:s|ed|ing)? to|(?:ready|willing|prepared) to|undertook to|will|would|shall)( not)? ([a-z][^.;"”»]{4,120})/i.exec(
        text,
      );
    if (deed !== null) {
      const title = titleOf(deed[2]);
      if (title.length >= 4 && !/^(be|have|not)\b/.test(title))
        return `${deed[1] === undefined ? "" : "not "}${title}`;
      continue;
    }
    const thing =
      /\b(offer|propos)(?:s|ed|es)? (?:(?:(?:last|this|next) \p{L}+|on \p{Lu}\p{L}+day|yesterday|today|again|formally) )?([a-z][^.;"”»]{4,120})/iu.exec(
        text,
      );
    if (thing !== null)
      return titleOf(`${thing[1].toLowerCase() === "offer" ? "offer" : "propose"} ${thing[2]}`);
  }
  return undefined;
}

function titleOf(words: string): string {
  const clause = words
    .split(/,? (?:if|unless|until|when|once|while|who|which|said|but) /)[0]
    .replace(/[\s,:–—-]+$/, "")
    .trim();
  if (clause.length < LONGEST_TITLE) return clause;
  return clause
    .slice(0, clause.lastIndexOf(" ", LONGEST_TITLE))
    .replace(/(?: (?:of|the|a|an|and|or|in|on|to|for|with|by|at|from|its|their|that))+$/, "");
}

function evidenceFor(draft: Draft, standoff: Standoff): Evidence[] {
  const found: Evidence[] = [];
  for (const { id, title, owner, span } of standoff.options) {
    const stems = stemsOf(title);
    for (const claim of draft.claims) {
      const party = claim.actor === undefined ? undefined : partyOf(claim.actor, standoff);
      const share = overlap(stems, stemsOf(claim.says));
      if (share >= (party === owner ? 0.5 : 0.8))
        found.push({ on: `option ${id}`, at: span.start, claim: claim.id });
    }
  }
  for (const preference of standoff.preferences) {
    if (preference.form !== "statements" && preference.form !== "weights") continue;
    preference.statements.forEach(({ wants, because }, index) => {
      const text = standoff.text.slice(wants.span.start, wants.span.end);
      const titles = standoff.options
        .filter(({ id }) => new RegExp(`(?<![\\p{L}\\p{N}_-])${id}(?![\\p{L}\\p{N}_-])`, "u").test(text))
        .map(({ title }) => title);
      const stems = stemsOf(titles.join(" "));
      for (const claim of draft.claims) {
        if (
          because.includes(claim.id) ||
          claim.actor === undefined ||
          partyOf(claim.actor, standoff) !== preference.party
        )
          continue;
        if (overlap(stems, stemsOf(claim.says)) >= 0.5)
          found.push({
            on: `${preference.party}, statement ${index + 1}: ${text.replaceAll(/\s+/g, " ")}`,
            at: wants.span.start,
            claim: claim.id,
          });
      }
    });
  }
  return found;
}
