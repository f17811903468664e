import { describe, expect, test } from "vitest";
import { parse } from "../model/parse.ts";
import { noErrors } from "../model/problem.ts";
import { draftOf } from "./draft.ts";
import { addTo } from "./into.ts";
import { readPage } from "./read-report.ts";
import { partyOf, suggest, withoutKnownEvents } from "./suggest.ts";
import { linesOf, writeDraft } from "./write-draft.ts";

const report = (publisher: string, ...paragraphs: string[]) =>
  readPage({ title: `As ${publisher} has it`, publisher, date: "2003-01-21", paragraphs });
const GAZETTE = report(
  "The Gazette",
  "Russian Deputy Foreign Minister Alexander Losyukov told reporters that the North was ready to talk. Egypt rejected the schedule on Monday.",
  "A spokesman said that Ms. Lam had told him that China would help.",
  "North Korea threatened to quit the treaty if sanctions were imposed.",
);
const nobody = () => undefined;

const FILE = `# My model
standoff: 1
title: Talks   # draft
parties:
  dprk: {title: North Korea}   # the North
  us: {title: United States}
options:
  talk: {owner: us, title: talk with the North}
preferences:
  dprk: [talk]
  us: indifferent
claims:
    A: # mine
        says: >-
            Two lines
            of text
    # and after
timeline:
- {date: 2002-12-12, what: Something} # when
`;

describe("the draft of one report", () => {
  const draft = draftOf([GAZETTE]);
  test("a quotation on both sides of its speaker is one claim without marks in between", () => {
    const says = (...paragraphs: string[]) =>
      draftOf([report("P", ...paragraphs)]).claims.map((claim) => claim.says);
    expect(says('"It was a first step," Mr. Losyukov said. "More will follow."')).toEqual([
      "It was a first step. More will follow",
    ]);
    expect(says('"We are ready," Mr. Losyukov said, "to begin at once."')).toEqual([
      "We are ready, to begin at once",
    ]);
  });

  test("a claim a statement, in the order of the text, with the chain nearest to the report first", () => {
    expect(draft.claims.map(({ id, via }) => [id, via])).toEqual([
      ["gazette-1", ["Alexander Losyukov, Russian Deputy Foreign Minister, to reporters"]],
      ["gazette-2", []],
      ["gazette-3", ["A spokesman"]],
      ["gazette-4", ["A spokesman", "Lam"]],
      ["gazette-5", ["North Korea"]],
    ]);
  });
  test("an event on the timeline rests on the claim that tells it", () => {
    expect(draft.timeline).toMatchObject([{ date: "2003-01-20", actor: "Egypt", because: ["gazette-2"] }]);
  });
  test.each([
    ["The United States offered to deliver fuel oil if the plants were frozen.", "deliver fuel oil"],
    ["The United States offered a truce of one month in the bay.", "offer a truce of one month in the bay"],
    [
      "The United States proposed on Monday a meeting of the five in Geneva.",
      "propose a meeting of the five in Geneva",
    ],
    ["The United States threatened to close the strait.", "close the strait"],
  ])("%s: the option is to %s", (sentence, title) => {
    expect(
      suggest(draftOf([report("P", sentence)]), undefined).options.map((option) => option.title),
    ).toEqual([title]);
  });

  test("as a file with suggestions it is a standoff, with the parties that act and options from what they offer and threaten", () => {
    const suggestions = suggest(draft, undefined);
    const text = writeDraft(
      linesOf(draft, suggestions, (actor) => suggestions.parties.find(({ title }) => title === actor)?.id),
      {
        title: "T: a 'test'",
        asOf: "2003-01-21",
      },
    );
    const { standoff, problems } = parse(text);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(standoff?.parties.map(({ title }) => title)).toContain("North Korea");
    expect(standoff?.options).toMatchObject([
      { owner: "north_korea", title: "quit the treaty", because: ["gazette-5"] },
    ]);
    expect(standoff?.claims).toHaveLength(5);
  });
});

describe("several reports", () => {
  const other = report(
    "The Journal",
    "On Monday Egypt rejected the water schedule, diplomats said. A spokesman denied that the North was ready to talk.",
  );
  const draft = draftOf([GAZETTE, other]);
  test("an event told twice stands once and rests on both", () => {
    expect(draft.timeline).toHaveLength(1);
    expect(draft.timeline[0].because).toEqual(["gazette-2", "journal-1"]);
  });
  test("a claim that denies another says which", () => {
    expect(draft.claims.find(({ id }) => id === "journal-2")?.contradicts).toEqual(["gazette-1"]);
  });
  test("also one that the file has already", () => {
    const known = {
      ids: new Set<string>(),
      claims: [{ id: "K1", says: "The North was ready to talk", sounds: "plain" }],
    };
    expect(draftOf([other], known).claims[1].contradicts).toEqual(["K1"]);
  });
  test("an event that the file's timeline has is evidence for it and not told again", () => {
    const { standoff } = parse(
      FILE.replace("2002-12-12, what: Something", "2003-01-20, what: Egypt rejects the schedule"),
    );
    const { draft: less, evidence } = withoutKnownEvents(draft, standoff!);
    expect(less.timeline).toEqual([]);
    expect(evidence.map(({ on, claim }) => [on, claim])).toContainEqual([
      "timeline 2003-01-20: Egypt rejects the schedule",
      "gazette-2",
    ]);
  });
  test("two reports of one paper have ids of their own, and none that is taken", () => {
    const ids = draftOf([GAZETTE, GAZETTE], { ids: new Set(["gazette"]), claims: [] }).claims.map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(10);
    expect(ids[0]).toBe("gazette2-1");
  });
});

describe("added to a file", () => {
  const lines = linesOf(draftOf([GAZETTE]), undefined, (actor) => partyOf(actor, parse(FILE).standoff));
  test("everything that was there stands as it stood, and what is new stands in its section", () => {
    for (const text of [FILE, FILE.replaceAll("\n", "\r\n"), FILE.trimEnd()]) {
      const added = addTo(text, lines).text!;
      let at = 0;
      for (const line of text.split(/(?<=\n)/)) {
        at = added.indexOf(line.trimEnd(), at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += line.trimEnd().length;
      }
      const { standoff, problems } = parse(added);
      expect(noErrors(problems)).toBe(true);
      expect(standoff?.claims.map(({ id }) => id)).toEqual([
        "A",
        "gazette-1",
        "gazette-2",
        "gazette-3",
        "gazette-4",
        "gazette-5",
      ]);
      expect(standoff?.claims[0].says).toBe("Two lines of text");
      expect(standoff?.timeline).toHaveLength(2);
      expect(standoff?.sources).toHaveLength(1);
      expect(added.includes("\r\n")).toBe(text.includes("\r\n"));
    }
  });
  test("a section on one line is named, and nothing is written", () => {
    expect(addTo(`${FILE}sources: {a: A}\n`, lines)).toEqual({ blocking: "sources" });
  });
  test("a section that is empty is filled", () => {
    expect(parse(addTo(`${FILE}sources:\n`, lines).text!).standoff?.sources).toHaveLength(1);
  });
  test("a state that acts is the party of the file, by any of its names", () => {
    const { standoff } = parse(FILE);
    expect([
      partyOf("North Korea", standoff),
      partyOf("United States", standoff),
      partyOf("China", standoff),
    ]).toEqual(["dprk", "us", undefined]);
  });
  test("evidence: a claim of the same party and matter as something of the file", () => {
    const draft = draftOf([report("P", "The United States said it would talk with the North.")]);
    expect(suggest(draft, parse(FILE).standoff).evidence).toMatchObject([
      { on: "option talk", at: FILE.indexOf("talk: {"), claim: "p-1" },
    ]);
  });
});

test("whatever a report says, its draft can be read again", () => {
  const nasty = ["yes", "- a: b", "#", "{x}", "a: 'b", "no", "12", "'", '"', "&a *b", "| >", "%", "@", "`"];
  const reading = report(
    "Odd: paper #1",
    ...nasty.map((text) => `The minister said that ${text} was ${text}.`),
  );
  const text = writeDraft(linesOf(draftOf([reading]), undefined, nobody), undefined);
  const { problems } = parse(
    `standoff: 1\ntitle: T\nparties: {a: A}\noptions: {o: {owner: a}}\npreferences: {a: [o]}\n${text}`,
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
});
