import { describe, expect, test } from "vitest";
import { ACT_RULES } from "./acts.ts";
import { dateInAddress, datesIn, firstFullDate, pageDate } from "./dates.ts";
import { isLeftover, LEFTOVER_EXAMPLES, withoutLeftovers } from "./leftovers.ts";
import { oneLetterApart } from "./names.ts";
import { quotesIn } from "./quotes.ts";
import { readPage } from "./read-report.ts";

const reading = (...paragraphs: string[]) =>
  readPage({ title: undefined, publisher: undefined, date: "2003-01-21", paragraphs });

describe("leftovers of the page", () => {
  test.each(LEFTOVER_EXAMPLES)("%s", (line) => expect(isLeftover(line)).toBe(true));
  test.each([
    "The ministry said the newsletter had been withdrawn from every embassy on the day it was printed.",
    "He followed us to the border, the refugees said.",
    "Iran will share its data with the agency.",
    "Facebook said it had removed 500 accounts.",
    "Help arrived on Monday.",
    "Iran rejected the terms and conditions of the offer.",
    "Published reports said the base had been closed.",
    "More than 30 people were hurt.",
    "The treaty may not be rewritten, he said.",
    "Our daily bread is dearer now, the farmer said.",
    "Officials said they would print new maps.",
  ])("a sentence of the report stays: %s", (line) => expect(isLeftover(line)).toBe(false));
});

describe("lines that are left over by where they stand", () => {
  const told = [1, 2, 3, 4].map(
    (number) =>
      `The minister told the assembly for the ${number}. time that the dam would be opened before the rains, as was agreed.`,
  );
  test("three headings or menu words in a row are a menu; a heading between paragraphs stays", () => {
    expect(withoutLeftovers([told[0], "An old quarrel", told[1], "World", "Business", "Sport"])).toEqual([
      told[0],
      "An old quarrel",
      told[1],
    ]);
  });
  test("a byline, a date and a dateline that stand alone stay", () => {
    const lines = ["By Ann Smith", "March 2, 1979", "LA PAZ —", told[0]];
    expect(withoutLeftovers(lines)).toEqual(lines);
  });
  test.each(["Readers' Comments (214)", "5 Comments", "Comments [3]"])(
    "what follows `%s` is the readers'",
    (line) => {
      expect(withoutLeftovers([...told, line, "I say they will never open it, never!"])).toEqual(told);
      expect(withoutLeftovers([line, ...told])).toContain(told[3]);
    },
  );
});

describe("acts: every rule finds its own example", () => {
  test.each(ACT_RULES.map((rule) => [rule.kind, rule.example, rule] as const))(
    "%s: %s",
    (kind, example, { rule, spoken }) => {
      const sentence = spoken
        ? `The minister said that ${example}.`
        : /^[a-z]/.test(example)
          ? `The minister ${example}.`
          : `${example}.`;
      expect(sentence.toLowerCase()).toMatch(rule);
      expect(reading(sentence).acts.map((act) => act.kind)).toContain(kind);
    },
  );
  test.each([
    "The offer should be tested.",
    "A proposed rule was read out.",
    "Oil is in high demand.",
    "The two ministers met before Japan proposes sanctions.",
    "He declined to say whether he had refused.",
    "Tehran has neither accepted nor rejected the plan.",
    "The spokesman would not say where the men were being held.",
    "He denied that he had threatened the judge.",
    "He hoped that both sides would keep calm.",
    "The minister is expected to reject the plan, aides said.",
    "It is not clear whether the rebels, who are split, will accept.",
    "The minister will pay a visit to Rome next week, his office said.",
    "A minister who asked not to be named said the talks were going well.",
    "The company said the new planes would cut costs.",
    "“Is he prepared to go to Cairo?” a reporter asked.",
    "The army rejected claims that it had shelled the town.",
    "The plan offers the north a parliament of its own.",
    "The government says the dam will supply power to two million homes.",
    "The bill is likely to be rejected, two deputies said.",
    "The war has threatened the harvest, farmers say.",
    "“They would ask for a second ship,” the envoy said.",
    "“Stop worrying about us,” the envoy said.",
    "“We will have to close now,” the envoy said.",
  ])("none in: %s", (text) => expect(reading(text).acts).toEqual([]));
});

describe("acts: of which kind", () => {
  test.each([
    ["There's no negotiation, the envoy said.", ["refusal"]],
    ["Chad has threatened to ask the Security Council for a ban.", ["threat"]],
    ["The general warned the crews that they'd be towed.", ["threat"]],
    ["Chad insisted that Peru drop its claim.", ["demand"]],
    ["The council voted to give the owners until Friday to pay.", ["demand"]],
    ["The two sides met on Monday, agreeing to open the road.", ["pledge"]],
    ["The drivers would call off their strike if the price fell, the union said.", ["offer"]],
    ["Dredging would have consequences, the envoy said.", ["threat"]],
  ])("%s", (text, kinds) => expect(reading(text).acts.map(({ kind }) => kind)).toEqual(kinds));
});

describe("acts: whose they are", () => {
  const whose = (text: string) => reading(text).acts.map(({ kind, by }) => `${kind} of ${by?.name}`);
  test.each([
    ["Raul Mendez, the envoy, said that Peru had offered its good offices.", ["offer of Peru"]],
    ["The truce was proposed by Angola.", ["offer of Angola"]],
    ["Chad rejected a Libyan call to pull its troops out.", ["refusal of Chad", "demand of Libya"]],
    ["Lars Ekholm, the envoy, said that Iran must open the gates.", ["demand of Lars Ekholm"]],
    ["Japan told the crew to leave by Friday or be expelled.", ["demand of Japan", "threat of Japan"]],
  ])("%s", (text, acts) => expect(whose(text)).toEqual(acts));
});

describe("dates, of a report of Tuesday, 21 January 2003", () => {
  const day = (text: string, ahead = false) =>
    datesIn(text, "2003-01-21", ahead).map(({ date, until }) =>
      until === undefined ? date : `${date}/${until}`,
    );
  test.each([
    ["They met on Monday.", ["2003-01-20"]],
    ["They met on Tuesday.", ["2003-01-21"]],
    ["They met on Wednesday.", ["2003-01-15"]],
    ["He arrived yesterday.", ["2003-01-20"]],
    ["Talks were held last week.", ["2003-01-13/2003-01-19"]],
    ["It decided in early December.", ["2002-12"]],
    ["It was signed in 1994.", ["1994"]],
    ["The treaty was left on Jan. 10.", ["2003-01-10"]],
    ["It was signed on Dec. 12.", ["2002-12-12"]],
    ["It was signed on October 21, 1994.", ["1994-10-21"]],
    ["It was signed on 21 October 1994.", ["1994-10-21"]],
    ["He spoke for two hours.", []],
    ["A day after the vote he left.", []],
  ])("%s", (text, dates) => expect(day(text)).toEqual(dates));
  test.each([
    ["They will meet on Wednesday.", ["2003-01-22"]],
    ["They will meet on Tuesday.", ["2003-01-28"]],
    ["They will meet next week.", ["2003-01-27/2003-02-02"]],
    ["They will meet in April.", ["2003-04"]],
    ["They will meet tomorrow.", ["2003-01-22"]],
  ])("looking ahead: %s", (text, dates) => expect(day(text, true)).toEqual(dates));
  test("a page's own date", () => {
    expect(pageDate("2011-05-18T09:12:00Z")).toBe("2011-05-18");
    expect(pageDate("20050216")).toBe("2005-02-16");
    expect(pageDate("Tue 22 Nov 2016 18.40 GMT")).toBe("2016-11-22");
    expect(pageDate("2003-02-31")).toBeUndefined();
    expect(pageDate("soon")).toBeUndefined();
    expect(firstFullDate("ANKARA, NOV. 9, 1962")).toBe("1962-11-09");
    expect(firstFullDate("Work went on the day after it was closed.")).toBeUndefined();
  });
  test.each([
    ["https://gazette.example/2010/08/13/the-dam/", "2010-08-13"],
    ["https://gazette.example/2010/WORLD/08/13/dam.html", "2010-08-13"],
    ["https://gazette.example/news/2013-04-22/dam/464", "2013-04-22"],
    ["https://gazette.example/news/2013/44/99/dam", undefined],
    ["https://gazette.example/1010/43352.html", undefined],
  ])("the date in the address %s", (address, date) => expect(dateInAddress(address)).toBe(date));
  test("a date within a sentence is not the report's own", () => {
    const { source } = readPage({
      title: "The dam opens",
      publisher: undefined,
      date: undefined,
      paragraphs: [
        "The dam was built by the grandfather of the minister and opened on August 14, 1935, before the war.",
      ],
    });
    expect(source.date).toBeUndefined();
  });
});

describe("quotations", () => {
  const found = (text: string) => quotesIn(text).map(({ start, end }) => text.slice(start, end));
  test.each([
    ['He said "no" and "never".', ['"no"', '"never"']],
    ["He said ‘it isn’t over’ and left.", ["‘it isn’t over’"]],
    ["‘It’s the workers’ land,’ he said.", ["‘It’s the workers’ land,’"]],
    ["The ministers' cars and the envoys' cars.", []],
    ["«Нет», he said.", ["«Нет»"]],
    ["„Nein“, he said.", ["„Nein“"]],
    ["In the '90s it was rock 'n' roll.", []],
    ["“One ‘two’ three”", ["“One ‘two’ three”"]],
  ])("%s", (text, quotes) => expect(found(text)).toEqual(quotes));
  test("one that does not end in its paragraph is open", () => {
    expect(quotesIn("“And so on")).toEqual([{ start: 0, end: 10, open: true }]);
  });
});

test("one letter apart", () => {
  expect([
    oneLetterApart("Losyukov", "Losyakov"),
    oneLetterApart("Guliev", "Guliyev"),
    oneLetterApart("Kelly", "Kelly"),
    oneLetterApart("Kelly", "Kerry"),
  ]).toEqual([true, true, false, false]);
});
