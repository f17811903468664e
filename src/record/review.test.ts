import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { citationsIn } from "../model/citations.ts";
import { parse } from "../model/parse.ts";
import { noErrors } from "../model/problem.ts";
import { addDraft } from "./add-draft.ts";
import { draftFor } from "./draft-for.ts";
import { readPage } from "./read-report.ts";
import {
  accept,
  accepted,
  acceptRest,
  type Changes,
  carriedOver,
  drop,
  fieldsOf,
  nextOpen,
  type Review,
  reviewOf,
  statuses,
  takeBack,
} from "./review.ts";

const REPORT = readPage({
  title: "Talks go on",
  publisher: "The Gazette",
  date: "2003-01-21",
  paragraphs: [
    "The United States said it would talk with the North. Egypt rejected the schedule on Monday.",
    '"We are ready," envoy James Kelly told reporters.',
    "North Korea threatened to quit the treaty if sanctions were imposed.",
  ],
});
const FILE = `standoff: 1
title: Talks
parties:
  us: United States   # a remark
options:
  talk: {owner: us, title: talk with the North}
preferences:
  us:
    - talk   # above all
`;
const standoff = parse(FILE).standoff!;
const begin = (): Review => {
  const { draft, suggestions } = draftFor([REPORT], standoff);
  return reviewOf(draft, suggestions);
};
const keyOf = (review: Review, kind: string, words: string) =>
  review.items.find(
    (item) => item.kind === kind && fieldsOf(item).some(({ value }) => value.includes(words)),
  )!.key;

describe("going through a draft", () => {
  test("sources, claims, events, parties, options, evidence, in that order, each with its place in the report", () => {
    const { items } = begin();
    expect([...new Set(items.map(({ kind }) => kind))]).toEqual([
      ...["source", "claim", "event", "party", "option", "evidence"],
    ]);
    const [{ report, span }] = items.find(({ kind }) => kind === "option")!.marks;
    expect([report, REPORT.text.slice(span.start, span.end)]).toEqual([
      0,
      expect.stringContaining("to quit the treaty"),
    ]);
  });

  test("what is accepted is kept as it was changed, and what is open is not", () => {
    const begun = begin();
    const { draft, suggestions } = accepted(
      accept(begun, keyOf(begun, "claim", "We are ready"), {
        says: "We are quite ready",
        via: "Kelly\n\n a friend ",
      }),
    );
    expect(draft.claims).toMatchObject([{ says: "We are quite ready", via: ["Kelly", "a friend"] }]);
    expect([draft.timeline, suggestions.options]).toEqual([[], []]);
  });

  test("with an item goes in what it rests on: the source of a claim, the claims of an event, the owner of an option", () => {
    const begun = begin();
    const claim = accepted(accept(begun, keyOf(begun, "claim", "We are ready")));
    expect(claim.draft.sources).toHaveLength(1);
    const event = accepted(accept(begun, keyOf(begun, "event", "rejected")));
    expect(event.draft.claims).toMatchObject([{ id: event.draft.timeline[0].because[0] }]);
    const option = accepted(accept(begun, keyOf(begun, "option", "quit the treaty")));
    expect(option.suggestions.parties).toMatchObject([{ title: "North Korea" }]);
  });

  test("what rests on something dropped goes as well, and comes back with it", () => {
    const begun = begin();
    const option = keyOf(begun, "option", "quit the treaty");
    const without = drop(acceptRest(begun), keyOf(begun, "party", "North Korea"));
    expect(statuses(without).get(option)).toBe("gone");
    expect(accepted(without).suggestions.options).toEqual([]);
    const back = accept(without, option);
    expect(statuses(back).get(keyOf(begun, "party", "North Korea"))).toBe("accepted");
    const nothing = drop(acceptRest(begun), begun.items[0].key);
    expect(accepted(nothing).draft.claims).toEqual([]);
  });

  test("accepting again keeps a change; a change to nothing, or to a day that is none, is no change", () => {
    const begun = begin();
    const event = keyOf(begun, "event", "rejected");
    const changed = accept(begun, event, { what: " ", date: "2003-02-31" });
    expect(accepted(changed).draft.timeline).toMatchObject([{ date: "2003-01-20" }]);
    const moved = accept(accept(begun, event, { date: "2003-01-19" }), event);
    expect(accepted(accept(moved, event, { what: "No" })).draft.timeline).toMatchObject([
      { date: "2003-01-19", what: "No" },
    ]);
  });

  test("an event is still by its party when that got another title", () => {
    const begun = begin();
    const egypt = accept(acceptRest(begun), keyOf(begun, "party", "Egypt"), { title: "Cairo" });
    const { draft, suggestions } = accepted(egypt);
    const { id } = suggestions.parties.find(({ title }) => title === "Cairo")!;
    const { standoff: after } = parse(addDraft(standoff, "talks.yaml", draft, suggestions).text!);
    expect(after?.timeline[0].by).toBe(id);
  });

  test("the next open item is the next in the list, and after the last the first", () => {
    const begun = begin();
    const keys = begun.items.map(({ key }) => key);
    expect(nextOpen(begun, keys[1])).toBe(keys[2]);
    expect(nextOpen(begun, keys[keys.length - 1])).toBe(keys[0]);
    expect(nextOpen(acceptRest(begun), undefined)).toBeUndefined();
  });

  test("a claim of the file that is denied stays denied", () => {
    const file = parse(`${FILE}claims:\n  K1: {says: The schedule was rejected by Egypt}\n`).standoff!;
    const other = readPage({
      ...{ title: "No", publisher: "P", date: "2003-01-21" },
      paragraphs: ["A spokesman denied that Egypt had rejected the schedule."],
    });
    const { draft } = draftFor([other], file);
    expect(accepted(acceptRest(reviewOf(draft, undefined))).draft.claims[0].contradicts).toEqual(["K1"]);
  });

  test("answers carry over to a draft made anew for another file, where ids differ", () => {
    const begun = begin();
    const answered = drop(accept(begun, begun.items[1].key), begun.items[2].key);
    const taken = parse(`${FILE}sources: {gazette: Another}\n`).standoff!;
    const { draft, suggestions } = draftFor([REPORT], taken);
    const anew = carriedOver(answered, reviewOf(draft, suggestions));
    expect(accepted(anew).draft.claims.map(({ id }) => id)).toEqual(["gazette2-1"]);
    expect(statuses(anew).get(begun.items[2].key)).toBe("dropped");
  });
});

describe("a report that the file has", () => {
  test("is named with the id it has there", () => {
    const file = parse(
      `${FILE}sources:\n  g: {title: Talks go on, publisher: The Gazette, date: 2003-01-21}\n`,
    ).standoff!;
    expect(draftFor([REPORT], file).again).toEqual([{ report: 0, title: "Talks go on", id: "g" }]);
  });
});

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom("#", "- a: b", "2003-02-01", ""),
);
const changes: fc.Arbitrary<Changes> = fc.record(
  { title: texts, publisher: texts, date: texts, says: texts, via: texts, what: texts },
  { requiredKeys: [] },
);
const answers = fc.array(
  fc.record({
    at: fc.nat(),
    way: fc.constantFrom("accept", "change", "drop", "rest"),
    changes,
  }),
  { maxLength: 25 },
);
function answered(review: Review, given: readonly { at: number; way: string; changes: Changes }[]): Review {
  return given.reduce((each, { at, way, changes }) => {
    const { key } = each.items[at % each.items.length];
    if (way === "drop") return drop(each, key);
    if (way === "rest") return acceptRest(each);
    return accept(each, key, way === "change" ? changes : undefined);
  }, review);
}

describe("whatever is answered", () => {
  test("the file with it is right, has all that was accepted, and cites nothing that was not", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const review = answered(begin(), given);
        const { draft, suggestions } = accepted(review);
        const added = addDraft(standoff, "talks.yaml", draft, suggestions);
        expect(added.problems ?? []).toEqual([]);
        const { standoff: after, problems } = parse(added.text!, "talks.yaml");
        expect(noErrors(problems)).toBe(true);
        const count = [...statuses(review).values()].filter((each) => each === "accepted").length;
        const { sources, claims, timeline, parties, options } = after!;
        expect(sources.length + claims.length + timeline.length + parties.length + options.length - 2).toBe(
          count - suggestions.evidence.length,
        );
        const there = new Set(claims.map(({ id }) => id));
        const cites = citationsIn(after!).flatMap(({ because }) => because);
        expect(cites.filter((id) => !there.has(id))).toEqual([]);
        expect(added.text).toContain("# a remark");
      }),
      { numRuns: 60 },
    );
  });

  test("taking back as many steps as were made leads to where it began", () => {
    fc.assert(
      fc.property(answers, answers, (before, given) => {
        const start = answered(begin(), before);
        let end = answered(start, given);
        while (end.steps.length > start.steps.length) end = takeBack(end);
        expect(end).toEqual(start);
      }),
      { numRuns: 60 },
    );
  });
});
