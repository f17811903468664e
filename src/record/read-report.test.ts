import { describe, expect, test } from "vitest";
import { readPage, readReport } from "./read-report.ts";

const reading = (...paragraphs: string[]) =>
  readPage({ title: undefined, publisher: undefined, date: "2003-01-21", paragraphs });
/** `speaker: what`, `?` where nobody is given. */
const said = (...paragraphs: string[]) =>
  reading(...paragraphs).statements.map(({ speaker, says }) => `${speaker?.name ?? "?"}: ${says}`);

describe("who said it", () => {
  test.each([
    ['"We went home," said Hernan Vidal, the delegation chief.', ['Hernan Vidal: "We went home,"']],
    ['"Why?" Mr. Hale asked.', ['Hale: "Why?"']],
    ['"The ball," Mr. Hale said, "is theirs."', ['Hale: "The ball," "is theirs."']],
    ["The talks broke off, two officials said.", ["two officials: The talks broke off"]],
    [
      "According to the Spanish foreign minister, the ship was stopped.",
      ["the Spanish foreign minister: the ship was stopped"],
    ],
    [
      "The director, Lars Ekholm, said in a statement that rods were missing.",
      ["Lars Ekholm: rods were missing"],
    ],
    ["Park Yong-ha, 43, a diplomat, said he was ready.", ["Park Yong-ha: he was ready"]],
    ["Mr. Hale met the envoy on Monday and said that he was ready.", ["Hale: he was ready"]],
    ["The minister who met the envoy said it was over.", ["The minister: it was over"]],
    ["Officials briefed on the talks said they had failed.", ["Officials: they had failed"]],
    ["It was disclosed today that the base is closed.", ["?: the base is closed"]],
    [
      "It was learned from diplomatic sources that the note is short.",
      ["diplomatic sources: the note is short"],
    ],
    [
      'Katsuya Okano, a minister, was quoted by Kyodo as saying that Tokyo "will not bend".',
      ['Katsuya Okano: Tokyo "will not bend"'],
    ],
    ["Egypt rejected the plan, saying it would cut the flow.", ["Egypt: it would cut the flow"]],
    ["A government spokesman denied that it had fired.", ["A government spokesman: it had fired"]],
    ["Russia urged all sides to show restraint.", ["Russia: all sides to show restraint"]],
    ["The ministry's spokesman said nobody was hurt.", ["The ministry's spokesman: nobody was hurt"]],
    ["Mr. Hale's office said he would go.", ["Mr. Hale's office: he would go"]],
    ['He was blunt. Mr. Hale put it so: "Never."', ['Hale: "Never."']],
  ])("%s", (text, statements) => expect(said(text)).toEqual(statements));

  test.each([
    "The letter did not say who had signed it.",
    "He would say more on Friday.",
    "Israel has neither confirmed nor denied the strike.",
    "Mr. Hale declined to say whether he had gone.",
    "The plan has three parts, written guarantees among them.",
    "The sign over the door is old.",
  ])("nobody, in: %s", (text) => expect(said(text)).toEqual([]));

  test("through whom: nearest to the report first", () => {
    const [outer, inner] = reading(
      "Mr. Tang said that Ms. Lam had told him that she was leaving.",
    ).statements;
    expect(outer).toMatchObject({ speaker: { name: "Tang" }, via: [] });
    expect(inner).toMatchObject({
      speaker: { name: "Lam" },
      via: [{ name: "Tang" }],
      to: "him",
      says: "she was leaving",
    });
    expect(inner.sounds).toContain("second-hand");
  });

  test("to whom, and in what words of certainty", () => {
    const [statement] = reading("Mr. Hale told reporters in Geneva that China seemed ready.").statements;
    expect(statement).toMatchObject({
      to: "reporters",
      says: "China seemed ready",
      sounds: 'guarded, "seemed"',
      quoted: false,
    });
  });

  test("a quotation that goes on, in the paragraph and after one that was left open", () => {
    expect(said('"No," Mr. Hale said. "Never. Not once."')).toEqual(['Hale: "No," "Never. Not once."']);
    expect(said('"We are many," Mr. Hale said. "We are ready.', '"And we shall stay."')).toEqual([
      'Hale: "We are many," "We are ready.',
      'Hale: "And we shall stay."',
    ]);
  });
});

describe("when in doubt it is left open", () => {
  test("a quotation nobody is given for", () => {
    expect(said("Mr. Hale arrived on Monday.", '"This is the end of the road for us."')).toEqual([
      '?: "This is the end of the road for us."',
    ]);
  });
  test("he, where two were spoken of; but not where one was", () => {
    expect(said("Ms. Kerr met Mr. Lavrin. He said it was late.")).toEqual(["?: it was late"]);
    expect(said("Prime Minister Ali Omar came home. He said it was late.")).toEqual([
      "Ali Omar: it was late",
    ]);
    expect(said("Spokeswoman Ana Lopez came home. He said it was late.")).toEqual(["?: it was late"]);
  });
  test("a surname two people have", () => {
    const text = [
      "Defense Minister Kim Yong-sam wrote to Kim Kwan-ho, his colleague.",
      "Kim said it was late.",
    ];
    expect(said(...text)).toEqual(["?: it was late"]);
    expect(said(...text.slice(0, 1), "Defense Minister Kim said it was late.")).toEqual([
      "Kim Yong-sam: it was late",
    ]);
  });
  test("the minister, where there are two", () => {
    expect(
      said("Foreign Minister Ali Omar met Interior Minister Bo Lind.", "The minister said it was late."),
    ).toEqual(["?: it was late"]);
  });
});

describe("people", () => {
  test("one entry a person: full name, surname, role, and misspelt by a letter once", () => {
    const { people } = reading(
      "Deputy Foreign Minister Alexander Losyukov of Russia spoke. Mr. Losyukov left.",
      "Losyakov, the Russian deputy foreign minister, came back.",
    );
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({ name: "Alexander Losyukov", affiliation: "Russia" });
    expect(people[0].spans).toHaveLength(3);
  });
  test.each([
    ["North Korean leader Kim Jong Il spoke.", "Kim Jong Il", "North Korean leader"],
    ["Under Secretary of State John Bolton spoke.", "John Bolton", "Under Secretary of State"],
    [
      "It was said by another deputy foreign minister, Georgy Mamedov, in Moscow.",
      "Georgy Mamedov",
      "deputy foreign minister",
    ],
    ["A spokeswoman for Mr. Cardwell, Carrie Holt, spoke.", "Carrie Holt", "spokeswoman for Mr. Cardwell"],
    ["Foreign Minister Hamad al-Sayed spoke.", "Hamad al-Sayed", "Foreign Minister"],
    ["Rear Adm Hossein Karimi spoke.", "Hossein Karimi", "Rear Adm"],
  ])("%s", (text, name, role) => {
    expect(reading(text).people.find((person) => person.name === name)?.role).toBe(role);
  });
  test("ministries, capitals, months and mountains are none", () => {
    expect(
      reading(
        "The Foreign Ministry in New Delhi, Hong Kong and Diamond Mountain were closed in March, Foreign Policy said.",
      ).people,
    ).toEqual([]);
  });
});

test("what happened when, and whether it did", () => {
  const { events } = reading(
    "Egypt rejected the schedule on Monday. Mr. Cardwell plans to travel to Pyongyang on Feb. 15.",
    "The commission said on Sunday that it was late.",
  );
  expect(events.map(({ date, status, by }) => [date, status, by?.name])).toEqual([
    ["2003-01-20", "done", "Egypt"],
    ["2003-02-15", "expected", "Cardwell"],
  ]);
});

test("a transcript: whoever is named by label speaks", () => {
  // What follows the end was said by nobody in it.
  const noted = [
    "QUESTION: Will you go?",
    "MR. BRANDT: No.",
    "MR. BRANDT: We stay.",
    "# # #",
    "*Note: The port is open.",
  ];
  expect(said(...noted)).toEqual(said(...noted.slice(0, 3)));
  expect(said("MR. BRANDT: Good morning.", "QUESTION: Will you go?", "MR. BRANDT: No.", "We stay.")).toEqual([
    "Brandt: Good morning.",
    "a reporter: Will you go?",
    "Brandt: No.",
    "Brandt: We stay.",
  ]);
});

test.each([
  [
    ["Q. Will you go?", "A. No.", "Q. Why?"],
    ["a reporter", "A", "a reporter"],
  ],
  [
    ["Ms Harlan: Will you go?", "Mr Boyd: No.", "Ms Harlan: Why?", "Mr Boyd: It is late."],
    ["Harlan", "Boyd", "Harlan", "Boyd"],
  ],
  [
    [
      "The Prime Minister (Mr. Ali Hale): The ships have sailed.",
      "Mr. Boyd (Leeds, West): Where to?",
      "The Prime Minister: No, Sir.",
      "Mr. Boyd: Why not?",
    ],
    ["Ali Hale", "Boyd", "Ali Hale", "Boyd"],
  ],
  [
    ["Ali Hale: Good morning, all. Ali Hale left.", "Q: Will you go?", "A: No.", "Q: Why?", "A: It is late."],
    ["Ali Hale", "a reporter", "Ali Hale", "a reporter", "Ali Hale"],
  ],
  [
    ["Minister Ali Hale took questions on Monday.", "Q: Will you go?", "A: No.", "Q: Why?"],
    ["a reporter", "Ali Hale", "a reporter"],
  ],
  [
    ["Minister Ali Hale met Minister Eva Boyd.", "Q: Will you go?", "A: No.", "Q: Why?"],
    ["a reporter", "A", "a reporter"],
  ],
  [["The plan: wait and see.", "Two days later: nothing.", "Mr Boyd: I waited."], ["?"]],
])("a transcript by other labels: %s", (paragraphs, speakers) => {
  const found = reading(...paragraphs).statements.map(({ speaker }) => speaker?.name ?? "?");
  expect(found).toEqual(speakers.filter((name) => name !== "?"));
});

test("within what somebody reports, also when his name stands in the middle of it", () => {
  const [, inner] = reading("The minister, according to aides, has ruled out sending troops.").statements;
  expect(inner.via.map(({ name }) => name)).toEqual(["aides"]);
});

test("dateline, byline and date are taken off the text", () => {
  const { source, text } = readPage({
    title: "Talks fail",
    publisher: undefined,
    date: undefined,
    paragraphs: ["By Ann Smith", "LA PAZ, Bolivia, March 2, 1979 (AW) - Talks broke off on Friday."],
  });
  expect(source).toEqual({ publisher: "AW", title: "Talks fail", date: "1979-03-02", dateline: "LA PAZ" });
  expect(text).toBe("Talks broke off on Friday.");
});

test("a page that gives no date but in its address; a date in a short line of the report stays in it", () => {
  const page = `<html><head><link rel="canonical" href="https://gazette.example/2010/world/08/13/dam.html"></head><body>
    <p>The dam was signed into law on August 14, 1935</p>
    <p>Egypt opened the dam on Thursday, and the farmers of the valley came to see it.</p></body></html>`;
  const { reading } = readReport(new TextEncoder().encode(page));
  expect(reading?.source.date).toBe("2010-08-13");
  expect(reading?.text).toContain("signed into law on August 14, 1935");
});

test("a page dated by its masthead only, and a wire by its last line only", () => {
  const page = `<html><body><table><tr><td>Saturday, February 17, 1996</td><td><a href="x">Cover</a></td></tr></table>
    <h2>Dam opens to the farmers of the valley</h2>
    <p>CAIRO - Egypt opened the dam on Friday, and the farmers of the valley came to see it.</p>
    <p>The farmers went home in the evening, and the dam stayed open through the night.</p></body></html>`;
  expect(readReport(new TextEncoder().encode(page)).reading?.source.date).toBe("1996-02-17");
  const wire =
    "Dam opens\n\nCAIRO (MW) - Egypt opened the dam on Friday, and that was all.\n\nMW-NR-03-05-91 1931EDT<\n";
  const { reading } = readReport(new TextEncoder().encode(wire));
  expect(reading?.source.date).toBe("1991-03-05");
  expect(reading?.text).toBe("Egypt opened the dam on Friday, and that was all.");
});

test("a title without an end ends with its line or at the next block", () => {
  const story = "<p>Egypt opened the dam on Thursday, and the farmers of the valley came to see it.</p>";
  const title = (page: string) => {
    const { reading } = readReport(new TextEncoder().encode(page));
    return [reading?.source.title, reading?.text.slice(0, 5)];
  };
  expect(title(`<html><head><title>Dam opens</head><body>${story}`)).toEqual(["Dam opens", "Egypt"]);
  expect(title(`<html><title>\nDam opens\n${story}`)).toEqual(["Dam opens", "Egypt"]);
  expect(title(`<html><title>Dam opens ${story}`)).toEqual(["Dam opens", "Egypt"]);
  expect(title(`<html><title>Dam\nopens</title><body>${story}`)).toEqual(["Dam opens", "Egypt"]);
});

test("a plain text that came as a letter, with lines drawn across and a note to unsubscribe", () => {
  const letter = `From: Border Digest <digest@border.example>
To: subscribers
Subject: [BD] Talks to go on
Date: Fri, 8 Feb 2013 18:22:05 +0630

Egypt said that it was ready, and that the talks would go on.
-----------------------------
You receive this because you subscribed.
To unsubscribe, reply with STOP.
`;
  const { reading } = readReport(new TextEncoder().encode(letter));
  expect(reading?.source).toEqual({
    publisher: "Border Digest",
    title: "Talks to go on",
    date: "2013-02-08",
    dateline: undefined,
  });
  expect(reading?.text).toBe("Egypt said that it was ready, and that the talks would go on.");
});

test("an agency's slugs, second headline and notes go; a chronology's rows stay apart", () => {
  const wire = `BC-Egypt-Dam, 3rd Ld-Writethru, a0412
URGENT
Egypt says it will not give up the dam; Sudan warns of a long summer

NDJAMENA/CAIRO, Sept. 3, 1987 (Wire) - Egypt closed the dam on Thursday, and its
president said it would stay closed.

1942: Protocol signed
1960: Protocol broken

TSP-NJ-09-03-87 1942GMT
`;
  const { reading } = readReport(new TextEncoder().encode(wire));
  expect(reading?.source).toMatchObject({ date: "1987-09-03", dateline: "NDJAMENA/CAIRO" });
  expect(reading?.text.split("\n\n")).toEqual([
    "Egypt closed the dam on Thursday, and its president said it would stay closed.",
    "1942: Protocol signed",
    "1960: Protocol broken",
  ]);
});

test("in a transcript, what a named person is said to have said goes through whoever says so", () => {
  const { statements } = reading(
    "MR. BRANDT: Good morning.",
    "QUESTION: Minister Ali Omar said yesterday that it was over. Is it?",
    "MR. BRANDT: No.",
  );
  expect(statements.map(({ speaker, via }) => [speaker?.name, ...via.map(({ name }) => name)])).toEqual([
    ["Brandt"],
    ["a reporter"],
    ["Brandt"],
    ["Ali Omar", "a reporter"],
  ]);
});

test("what a page tells at its end about who wrote it is no report", () => {
  const page = `<html><head><meta name="author" content="Shanta Ramdeen"></head><body><article>
    <p>Egypt opened the dam on Thursday, and the farmers of the valley came to see it.</p>
    <p>"It is done," Shanta Ramdeen, the minister's aide, told the farmers of the valley.</p>
    <p>The farmers went home in the evening, and the dam stayed open through the night.</p>
    <p>Shanta Ramdeen covers the border and the interior. She joined the Observer in 2015.</p></article></body></html>`;
  const { reading } = readReport(new TextEncoder().encode(page));
  expect(reading?.text).toContain("the minister's aide");
  expect(reading?.text).not.toContain("covers the border");
});

test("a page that is one `<pre>` has the paragraphs of a plain text", () => {
  const page = `<html><body><pre>
Egypt closed the dam on Thursday, and its president
said that it would stay closed until the rains.

"It is done," he said.
</pre></body></html>`;
  const { reading } = readReport(new TextEncoder().encode(page));
  expect(reading?.text).toBe(
    'Egypt closed the dam on Thursday, and its president said that it would stay closed until the rains.\n\n"It is done," he said.',
  );
});

test("signs of Markdown are no part of the text", () => {
  const text =
    "# Ferry row deepens\n\n**CAIRO, May 12, 2009** — The ferry *Freya* is not for sale.\n\n> She is ours, and will be.\n";
  const { reading } = readReport(new TextEncoder().encode(text));
  expect(reading?.source).toMatchObject({
    title: "Ferry row deepens",
    dateline: "CAIRO",
    date: "2009-05-12",
  });
  expect(reading?.text).toBe("The ferry Freya is not for sale.\n\nShe is ours, and will be.");
});

test.each([["gh/kl 1840gmt mar 3, 1981"], ["HLN gh/kl 03MAR81 1840Z"]])(
  "a wire that is dated only at its foot: %s",
  (foot) => {
    const paragraphs = ["CAIRO (Nile Wire) - Egypt shut the dam.", "Men left.", "Boats left.", foot];
    const { source, text } = readPage({
      title: undefined,
      publisher: undefined,
      date: undefined,
      paragraphs,
    });
    expect([source.date, text.includes(foot)]).toEqual(["1981-03-03", false]);
  },
);

test.each([
  [
    "a running number and a slug",
    "w044\nr w bc-ferry 1stld 03-04 0310\nFerry row ends in Cairo\nBy LENA HOLT\n",
  ],
  [
    "a lead's number and what was added",
    "EGYPT-FERRY 2ndlead\n\nFerry row ends in Cairo\n\n(Adds reaction)\n\nBy Lena Holt\n",
  ],
  ["signs of its own", "^Ferry row ends in Cairo<\n^By LENA HOLT=\n"],
  ["a day and a letterhead of one word", "MINISTRY\n4 March 1992\nFerry row ends in Cairo\n"],
])("the headline of a wire or a release is found beside %s", (_, above) => {
  const text = `${above}\nCAIRO, March 4 (Nile Wire) - Egypt sold the ferry on Monday. Men left the harbor.\n\nBoats stayed.\n`;
  const { reading: found } = readReport(new TextEncoder().encode(text));
  expect(found?.source).toMatchObject({ title: "Ferry row ends in Cairo", dateline: "CAIRO" });
});
