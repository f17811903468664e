import type { Draft, DraftClaim, DraftEvent, DraftSource } from "./draft.ts";
import type { Sureness, TextSpan } from "./reading.ts";
import type { Suggestions } from "./suggest.ts";

/**
 * A draft gone through item by item: what there is to decide, and what was answered. Plain data; the terminal and the page ask in their
 * own ways, what an answer means is said here.
 */
export type Review = {
  readonly items: readonly ReviewItem[];
  readonly steps: readonly Step[];
};

/** Something to accept, change or drop. */
export type ReviewItem = {
  /** The same for the same item of the same reports, whatever file they are drafted for. */
  readonly key: string;
  /** Keys of items: of each group one must stay, or this item goes as well. */
  readonly needs: readonly (readonly string[])[];
  /** Where it stands: in which of the reports, and where in its text. */
  readonly marks: readonly Mark[];
  /** How sure the reader is; undefined where it does not say. */
  readonly sure: Sureness | undefined;
} & Subject;

export type Mark = { readonly report: number; readonly span: TextSpan };

type Subject =
  | { readonly kind: "source"; readonly of: DraftSource }
  | { readonly kind: "claim"; readonly of: DraftClaim }
  | { readonly kind: "event"; readonly of: DraftEvent }
  | { readonly kind: "party"; readonly of: Suggestions["parties"][number] }
  | { readonly kind: "option"; readonly of: Suggestions["options"][number] }
  | { readonly kind: "evidence"; readonly of: Suggestions["evidence"][number] };

/** What can be changed in an item, by field; `via` has a line for each who passed it on. */
export type Changes = Readonly<Partial<Record<Field, string>>>;
export type Field = "title" | "publisher" | "date" | "says" | "via" | "what";

export type Answer =
  | { readonly kind: "drop" }
  | { readonly kind: "accept"; readonly changes: Changes | undefined };

/** What was answered at once: about one item, and with it about those it needs. */
export type Step = { readonly key: string; readonly answers: ReadonlyMap<string, Answer> };

/** `gone`: not dropped itself, but something it needs was. */
export type Status = "open" | "accepted" | "dropped" | "gone";

/** The items of a draft, what others rest on first. Linear in the draft and its citations. */
export function reviewOf(draft: Draft, suggestions: Suggestions | undefined): Review {
  const report = new Map(draft.sources.map(({ id }, index) => [id, index]));
  const claims = new Map(draft.claims.map((claim) => [claim.id, claim]));
  const sourceKey = (id: string) => `source ${report.get(id)}`;
  const claimKey = ({ source, spans }: DraftClaim) =>
    `claim ${report.get(source)} ${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}`;
  const owners = new Map((suggestions?.parties ?? []).map(({ id, title }) => [id, `party ${title}`]));
  const cited = (ids: readonly string[]) => ids.flatMap((id) => claims.get(id) ?? []);
  const marksOf = (of: readonly DraftClaim[]): Mark[] =>
    of.flatMap(({ source, spans }) => spans.map((span) => ({ report: report.get(source)!, span })));
  const fromReports = (of: readonly DraftClaim[]) => [
    [...new Set(of.map(({ source }) => sourceKey(source)))],
  ];
  const items: ReviewItem[] = [
    ...draft.sources.map((of) => ({
      ...{ kind: "source" as const, of, key: sourceKey(of.id), needs: [], marks: [], sure: undefined },
    })),
    ...draft.claims.map((of) => ({
      ...{ kind: "claim" as const, of, key: claimKey(of), needs: [[sourceKey(of.source)]] },
      ...{ marks: marksOf([of]), sure: of.sure },
    })),
    ...draft.timeline.map((of) => ({
      ...{ kind: "event" as const, of, key: `event ${of.date} ${of.what}` },
      needs: [cited(of.because).map(claimKey)],
      marks: marksOf(cited(of.because)),
      sure: leastSure(cited(of.because)),
    })),
    ...(suggestions?.parties ?? []).map((of) => ({
      ...{ kind: "party" as const, of, key: `party ${of.title}`, needs: fromReports(cited(of.because)) },
      ...{ marks: marksOf(cited(of.because)), sure: undefined },
    })),
    ...(suggestions?.options ?? []).map((of) => {
      const owner = owners.get(of.owner);
      return {
        ...{ kind: "option" as const, of, key: `option ${owner ?? of.owner} ${of.title}` },
        needs: [...(owner === undefined ? [] : [[owner]]), ...fromReports(cited(of.because))],
        ...{ marks: marksOf(cited(of.because)), sure: undefined },
      };
    }),
    ...(suggestions?.evidence ?? []).map((of) => ({
      ...{ kind: "evidence" as const, of, key: `evidence ${of.on} ${cited([of.claim]).map(claimKey)}` },
      needs: [cited([of.claim]).map(claimKey)],
      ...{ marks: marksOf(cited([of.claim])), sure: undefined },
    })),
  ];
  // What rests on nothing that could be dropped needs nothing; two items that are told alike are one.
  const unlike = new Map(items.map((item) => [item.key, item]));
  return {
    items: [...unlike.values()].map((item) => ({
      ...item,
      needs: item.needs.filter((each) => each.length > 0),
    })),
    steps: [],
  };
}

const LEAST_SURE_FIRST = ["guess", "likely", "sure"] as const;

function leastSure(claims: readonly DraftClaim[]): Sureness | undefined {
  return LEAST_SURE_FIRST.find((sure) => claims.some((claim) => claim.sure === sure));
}

/** The same answers, as far as they are about items that are there still, for a draft made anew. */
export function carriedOver(former: Review, anew: Review): Review {
  const keys = new Set(anew.items.map(({ key }) => key));
  const steps = former.steps.flatMap(({ key, answers }) => {
    const left = new Map([...answers].filter(([each]) => keys.has(each)));
    return left.size === 0 ? [] : [{ key: keys.has(key) ? key : [...left.keys()][0], answers: left }];
  });
  return { items: anew.items, steps };
}

/** What stands of each item, by key. Linear in the items, their needs and the answers. */
export function statuses(review: Review): ReadonlyMap<string, Status> {
  const answers = answersIn(review);
  const found = new Map<string, Status>();
  const isOut = (key: string) => found.get(key) === "dropped" || found.get(key) === "gone";
  // What an item needs comes before it.
  for (const { key, needs } of review.items) {
    const answer = answers.get(key);
    if (answer?.kind === "drop") found.set(key, "dropped");
    else if (needs.some((group) => group.every(isOut))) found.set(key, "gone");
    else found.set(key, answer === undefined ? "open" : "accepted");
  }
  return found;
}

/** The last answer to each item. */
export function answersIn({ steps }: Review): ReadonlyMap<string, Answer> {
  return new Map(steps.flatMap(({ answers }) => [...answers]));
}

/**
 * Accepts an item, changed or as it was accepted before, and with it what it needs and nobody has decided on yet, or all of which
 * was dropped.
 */
export function accept(review: Review, key: string, changes?: Changes): Review {
  const former = answersIn(review).get(key);
  const kept = former?.kind === "accept" ? former.changes : undefined;
  const all = changes === undefined ? kept : { ...kept, ...changes };
  return withAccepted(review, [[key, { kind: "accept", changes: all }]]);
}

/** Drops an item; what needs it goes as well. */
export function drop(review: Review, key: string): Review {
  return { ...review, steps: [...review.steps, { key, answers: new Map([[key, { kind: "drop" }]]) }] };
}

/** Accepts everything that is open, as one step; the same review when nothing is. */
export function acceptRest(review: Review): Review {
  const status = statuses(review);
  const open = review.items.filter(({ key }) => status.get(key) === "open");
  if (open.length === 0) return review;
  const accepted = open.map(({ key }): [string, Answer] => [key, { kind: "accept", changes: undefined }]);
  return withAccepted(review, accepted);
}

/** The review before its last step; the same when there is none. */
export function takeBack(review: Review): Review {
  return review.steps.length === 0 ? review : { ...review, steps: review.steps.slice(0, -1) };
}

/** The first open item after this one, or else the first of all. */
export function nextOpen(review: Review, key: string | undefined): string | undefined {
  const status = statuses(review);
  const at = review.items.findIndex((item) => item.key === key) + 1;
  const inTurn = [...review.items.slice(at), ...review.items.slice(0, at)];
  return inTurn.find((item) => status.get(item.key) === "open")?.key;
}

/** The review after a step that accepts these items and what they need. */
function withAccepted(review: Review, given: readonly (readonly [string, Answer])[]): Review {
  const items = new Map(review.items.map((item) => [item.key, item]));
  const former = answersIn(review);
  const status = statuses(review);
  const answers = new Map(given);
  const pending = [...answers.keys()];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const group of items.get(next)?.needs ?? []) {
      if (group.some((key) => answers.has(key) || status.get(key) === "accepted")) continue;
      const open = group.filter((key) => status.get(key) === "open");
      for (const key of open.length > 0 ? open : group) {
        const before = former.get(key);
        answers.set(key, before?.kind === "accept" ? before : { kind: "accept", changes: undefined });
        pending.push(key);
      }
    }
  }
  return { ...review, steps: [...review.steps, { key: given[0][0], answers }] };
}

/** What can be changed in an item, with what stands there. */
export function fieldsOf(item: Subject): readonly { readonly name: Field; readonly value: string }[] {
  switch (item.kind) {
    case "source":
      return [
        { name: "title", value: item.of.title },
        { name: "publisher", value: item.of.publisher ?? "" },
        { name: "date", value: item.of.date ?? "" },
      ];
    case "claim":
      return [
        { name: "says", value: item.of.says },
        { name: "via", value: item.of.via.join("\n") },
      ];
    case "event":
      return [
        { name: "what", value: item.of.what },
        { name: "date", value: item.of.date },
      ];
    case "party":
    case "option":
      return [{ name: "title", value: item.of.title }];
    case "evidence":
      return [];
  }
}

/** An item as changed. A text left empty that must be there, and a day that is none, stay as they were. */
export function changed(item: ReviewItem, changes: Changes | undefined): ReviewItem {
  if (changes === undefined) return item;
  const text = (value: string | undefined, before: string) => oneLine(value ?? "") || before;
  const optional = (value: string | undefined, before: string | undefined) =>
    value === undefined ? before : oneLine(value) || undefined;
  switch (item.kind) {
    case "source": {
      const { title, publisher, date } = item.of;
      const day = changes.date === "" ? undefined : isDay(changes.date) ? changes.date : date;
      return {
        ...item,
        of: {
          ...item.of,
          title: text(changes.title, title),
          publisher: optional(changes.publisher, publisher),
          date: day,
        },
      };
    }
    case "claim": {
      const via = changes.via?.split("\n").map(oneLine).filter(Boolean) ?? item.of.via;
      return { ...item, of: { ...item.of, says: text(changes.says, item.of.says), via } };
    }
    case "event": {
      const { date: before, until, what } = item.of;
      const date = isDay(changes.date) ? changes.date : before;
      // The last day belonged to the first one; with another it is not known.
      return {
        ...item,
        of: { ...item.of, what: text(changes.what, what), date, until: date === before ? until : undefined },
      };
    }
    case "party":
      return { ...item, of: { ...item.of, title: text(changes.title, item.of.title) } };
    case "option":
      return { ...item, of: { ...item.of, title: text(changes.title, item.of.title) } };
    case "evidence":
      return item;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

function isDay(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString().startsWith(text)
  );
}

/** The draft and suggestions of what was accepted, as changed; nothing in it cites what is not. */
export function accepted(review: Review): { readonly draft: Draft; readonly suggestions: Suggestions } {
  const status = statuses(review);
  const answers = answersIn(review);
  const kept = review.items.flatMap((item) => {
    if (status.get(item.key) !== "accepted") return [];
    const answer = answers.get(item.key);
    return [answer?.kind === "accept" ? changed(item, answer.changes) : item];
  });
  const of = <K extends Subject["kind"]>(kind: K) =>
    kept.flatMap((item) =>
      item.kind === kind ? [item.of as Extract<Subject, { readonly kind: K }>["of"]] : [],
    );
  const claims = of("claim");
  const left = new Set(review.items.flatMap((item) => (item.kind === "claim" ? [item.of.id] : [])));
  for (const { id } of claims) left.delete(id);
  const citable = (ids: readonly string[]) => ids.filter((id) => !left.has(id));
  // A party may have got another title; whoever acted under the old one acts under that.
  const parties = of("party");
  const renamed = new Map(
    review.items.flatMap((item) => {
      const now = item.kind === "party" ? parties.find(({ id }) => id === item.of.id) : undefined;
      return item.kind === "party" && now !== undefined ? [[item.of.title, now.title]] : [];
    }),
  );
  const actor = (title: string | undefined) =>
    title === undefined ? undefined : (renamed.get(title) ?? title);
  return {
    draft: {
      sources: of("source"),
      claims: claims.map((claim) => ({ ...claim, contradicts: citable(claim.contradicts) })),
      timeline: of("event")
        .map((event) => ({ ...event, actor: actor(event.actor), because: citable(event.because) }))
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    },
    suggestions: {
      parties: parties.map((party) => ({ ...party, because: citable(party.because) })),
      options: of("option").map((option) => ({ ...option, because: citable(option.because) })),
      evidence: of("evidence"),
    },
  };
}
