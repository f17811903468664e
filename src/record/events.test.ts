import { describe, expect, test } from "vitest";
import { readPage } from "./read-report.ts";

/** Of a report of Tuesday, 21 January 2003: `date status: by`. */
const events = (text: string) =>
  readPage({ title: undefined, publisher: undefined, date: "2003-01-21", paragraphs: [text] }).events.map(
    ({ date, status, by }) => `${date} ${status}: ${by?.name ?? "?"}`,
  );

describe("what happened when", () => {
  test.each([
    ["Egypt closed the dam at Monday’s meeting.", ["2003-01-20 done: Egypt"]],
    ["Egypt would begin filling the lake in July.", ["2003-07 expected: Egypt"]],
    ["Egypt signed a contract to build the dam in 1995.", ["1995 done: Egypt"]],
    ["Egypt opened the dam on March 3.", ["2002-03-03 done: Egypt"]],
    ["Ms. Kerr – who took office in May – is away.", ["2002-05 done: Kerr"]],
    ["Egypt proposed that both sides meet on Thursday.", ["2003-01-23 announced: both sides"]],
    ["Egypt closed the dam to-day.", ["2003-01-21 done: Egypt"]],
    ["The next round opens in Oslo on February 2.", ["2003-02-02 expected: The next round"]],
    ["Egypt's envoys met this morning.", ["2003-01-21 done: Egypt's envoys"]],
    ["Four people were wounded when gunmen fired on a car on Monday.", ["2003-01-20 done: gunmen"]],
    ["The note delivered on Monday by the envoy is short.", ["2003-01-20 done: The note"]],
    ["Troops crossed the river before dawn on Monday.", ["2003-01-20 done: Troops"]],
    ["The vote, originally set for Wednesday, was put off.", ["2003-01-22 expected: ?"]],
    ["Many have died since Jan. 3, when the army shelled the market.", ["2003-01-03 done: the army"]],
    ['"We will leave on Feb. 1," the envoy said on Monday.', ["2003-02-01 announced: ?"]],
    ["The next elections are due in May.", ["2003-05 expected: The next elections"]],
    [
      "Egypt closed the dam on Monday, two days after Sudan left the talks.",
      ["2003-01-20 done: Egypt", "2003-01-18 done: Sudan"],
    ],
    ["Voters were asked on Sunday whether they agreed.", ["2003-01-19 done: Voters"]],
    ["17 February 1995: Truce signed at Itamaraty", ["1995-02-17 done: ?"]],
    ["January 1995: Fighting breaks out", ["1995-01 done: ?"]],
    ["1942: Protocol signed", ["1942 done: ?"]],
    ["The memorandum will be signed in Helsinki on Aug. 15.", ["2003-08-15 expected: The memorandum"]],
    ["Talks scheduled for March 3 will be held in Cairo.", ["2003-03-03 expected: Talks"]],
    ["Egypt opened the dam in the spring of 1998.", ["1998 done: Egypt"]],
    [
      "Egypt agreed on Monday to open a road across divided Nubia in April.",
      ["2003-01-20 done: Egypt", "2003-04 expected: Egypt"],
    ],
    ["The verdict is expected by Friday.", ["2003-01-24 expected: The verdict"]],
    ["The envoy is due back on Thursday.", ["2003-01-23 expected: The envoy"]],
    ["The budget is due by March 1.", ["2003-03-01 expected: The budget"]],
    ["Bakers have called a strike for Thursday.", ["2003-01-23 expected: Bakers"]],
    ["Egypt threatened to add names to the list on Friday.", ["2003-01-24 threatened: Egypt"]],
    ["Mr. Hale wrote to the king on Monday.", ["2003-01-20 done: Hale"]],
    ["Egypt has ruled the valley since 1915.", ["1915 done: Egypt"]],
    ["Two men were hurt on the evening of Jan. 9.", ["2003-01-09 done: Two men"]],
    ["The tower fell on April 24 last year.", ["2002-04-24 done: The tower"]],
    ["The army rose on New Year's Day, 1994.", ["1994-01-01 done: The army"]],
    ["The talks ended before Egypt quit them in May 2001.", ["2001-05 done: Egypt"]],
    ["The lists are to be read beginning March 5.", ["2003-03-05 expected: The lists"]],
    ["April 2004 – second round of voting", ["2004-04 expected: ?"]],
    ["Ships will use the border crossing at Ifo on Thursday.", ["2003-01-23 expected: Ships"]],
    ["Egypt had been due to reopen the dam on Friday.", ["2003-01-17 done: Egypt"]],
    ["The envoy, who lands in Cairo on Friday, is ill.", ["2003-01-24 expected: The envoy"]],
    ["The council votes on March 11 and nobody will wait.", ["2003-03-11 expected: The council"]],
    ["The strikes end on Sunday.", ["2003-01-26 expected: The strikes"]],
    ["The mills were to have been sold by June 2001.", ["2001-06 done: The mills"]],
    ["Egypt has allowed guests to see the dam twice, last in May.", ["2002-05 done: Egypt"]],
    ["Egypt signed a 1999 truce.", ["1999 done: Egypt"]],
    ["Farmers took up scythes in late 1999.", ["1999 done: Farmers"]],
    ["Men had robbed a bank at the weekend.", ["2003-01-18 done: Men"]],
    ["Voters go to the polls on Sunday.", ["2003-01-26 expected: Voters"]],
    ["Egypt put back the vote to June 1, and left.", ["2003-06-01 expected: Egypt"]],
    ["The mayor had been due in Oslo on Friday.", ["2003-01-17 done: The mayor"]],
    ["Let them leave on Friday.", []],
    ["The opposition boycotted parliament on January 9.", ["2003-01-09 done: The opposition"]],
    ["Egypt closed the dam on January 21, 2002, a year ago.", ["2002-01-21 done: Egypt"]],
    ["Egypt has counted six boats since Friday.", ["2003-01-17 done: Egypt"]],
    ["Egypt invited the mayors to a meeting on Friday.", ["2003-01-24 expected: Egypt"]],
    ["The talks were put back to May 4.", ["2003-05-04 expected: The talks"]],
    ["Egypt shut the dam on Friday and Saturday.", ["2003-01-17 done: Egypt"]],
    ["The strike began in October last year.", ["2002-10 done: The strike"]],
    ["Egypt talked of the 9 March election.", []],
  ])("%s", (text, found) => expect(events(text)).toEqual(found));

  test.each([
    ["Egypt shut the dam on Friday and Saturday.", "2003-01-17/2003-01-18"],
    ["Men had robbed a bank at the weekend.", "2003-01-18/2003-01-19"],
    ["The envoy will visit Cairo from February 24 to 28.", "2003-02-24/2003-02-28"],
    ["The envoy will visit Cairo from February 24 to March 2.", "2003-02-24/2003-03-02"],
    ["The envoy flew home over the weekend.", "2003-01-18/2003-01-19"],
  ])("from when to when: %s", (text, span) => {
    const [event] = readPage({
      title: undefined,
      publisher: undefined,
      date: "2003-01-21",
      paragraphs: [text],
    }).events;
    expect(`${event.date}/${event.until}`).toBe(span);
  });

  test("today is the day of the dateline, where the paper is of the next", () => {
    const { source, events: found } = readPage({
      title: undefined,
      publisher: undefined,
      date: "1964-01-18",
      paragraphs: ["CAIRO, Jan. 17 (Delayed) — Egypt closed the dam at noon today."],
    });
    expect([source.date, found[0].date]).toEqual(["1964-01-18", "1964-01-17"]);
  });

  test.each([
    "Egypt condemned Monday’s attack.",
    "Egypt has kept the dam shut since March.",
    "Egypt withdrew under a 1998 treaty.",
    "Egypt has kept to the treaty of 1998.",
    "The streets were full of cars on Monday.",
    "The quarrel could grow this month.",
    "Egypt was praised in a statement issued on Monday.",
    "Speaking in Cairo on Monday, the minister praised Egypt.",
    "He left for Cairo and nine years later came back.",
    "The guests were replaced after a few weeks by soldiers.",
    "He wrote a letter dated January 14.",
    "The barricades must be gone by Friday.",
    "He offered an amnesty to all who lay down their arms before 1 March.",
    "The letter came nearly eight months after the treaty had lapsed.",
    "Ships will not be unloaded at night.",
    "They would not go where the old union sat.",
    "He said a man who sells his land in August is cursed in May.",
    "She always bluffs in October.",
    "He hopes to be in business next year.",
    "He lost the June run-off.",
    "He spent much of this year abroad.",
    "Troops stood at Fourth of July Avenue.",
    "See you on Friday.",
    "They prepared for a strike as early as next week.",
    "A truce has held since Jan. 12 of that year.",
    "Both sides have agreed, the envoy announced on Monday.",
    "The work will last about a month.",
  ])("no deed of a day: %s", (text) => expect(events(text)).toEqual([]));
});
