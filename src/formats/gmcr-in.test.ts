import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { parse } from "../model/parse.ts";
import { print } from "../model/print.ts";
import { readGmcr } from "./gmcr-in.ts";

type File = Record<string, unknown> & {
  options: Record<string, unknown>[];
  decisionMakers: Record<string, unknown>[];
};

/** Two decision makers who may both go, an option of the same name each, one of them for good. */
function file(changes: Record<string, unknown> = {}): File {
  return {
    options: [
      { name: "Go", permittedDirection: "fwd" },
      { name: "Go", permittedDirection: "both" },
      { name: "Stay on", permittedDirection: "back" },
    ],
    decisionMakers: [
      { name: "Ann", options: [0], preferences: [[[1, "Y"]], [[0, "N"]]] },
      {
        name: "Ben",
        options: [1, 2],
        preferences: [
          {
            compound: true,
            members: [
              [
                [0, "Y"],
                [1, "N"],
              ],
              [
                [0, "N"],
                [1, "Y"],
              ],
            ],
          },
        ],
      },
    ],
    infeasibles: [
      [
        [1, "Y"],
        [2, "Y"],
      ],
    ],
    coalitions: [0, 1],
    useManualPreferenceRanking: false,
    ...changes,
  };
}

const RANKED = [
  { name: "Ann", options: [0], preferenceRanking: [3, [1, 2], 4, 5, 6] },
  { name: "Ben", options: [1, 2], preferenceRanking: [[1, 2, 3, 4, 5, 6]] },
];

describe("reading GMCR+ files", () => {
  it("gives a standoff file a person could have written", () => {
    expect(read(file())).toBe(`# From a GMCR+ file.
# States have the numbers they have there.

standoff: 1
title: case

parties:
  ann: Ann
  ben: Ben

options:
  ann-go: {owner: ann, title: Go, one-way: taken}
  ben-go: {owner: ben, title: Go}
  stay-on: {owner: ben, title: Stay on, one-way: dropped}

constraints:
  - never: ben-go and stay-on

preferences:
  ann:
    - ben-go
    - not ann-go
  ben:
    - ann-go xor ben-go
`);
  });

  it("is laid out canonically already", () => {
    for (const text of [
      read(file()),
      read(file({ decisionMakers: RANKED, useManualPreferenceRanking: true })),
    ])
      expect(print(parse(text, "x").standoff!)).toBe(text);
  });

  it("turns state numbers of a ranking into what is done in the states", () => {
    // States, options Go (Ann), Go (Ben), Stay on: 1 NNN, 2 YNN, 3 NYN, 4 YYN, 5 NNY, 6 YNY.
    const text = read(file({ decisionMakers: RANKED, useManualPreferenceRanking: true }));
    expect(text.slice(text.indexOf("preferences:"))).toBe(`preferences:
  ann:
    ranking:
      - [ben-go] # 3
      - tie:
          - [] # 1
          - [ann-go] # 2
      - [ann-go, ben-go] # 4
      - [stay-on] # 5
      - [ann-go, stay-on] # 6
  ben: indifferent
`);
  });

  it("reads the keys of older files alike", () => {
    const older = RANKED.map(({ preferenceRanking, ...maker }) => ({
      ...maker,
      preferenceVector: preferenceRanking,
    }));
    const { useManualPreferenceRanking: _, ...rest } = file({ decisionMakers: older });
    expect(read({ ...rest, useManualPreferenceVectors: true })).toBe(
      read(file({ decisionMakers: RANKED, useManualPreferenceRanking: true })),
    );
  });

  it("goes by index where options are listed in another order than their owners'", () => {
    const mixed = file({
      options: [
        { name: "b", permittedDirection: "both" },
        { name: "a", permittedDirection: "both" },
      ],
      decisionMakers: [
        { name: "Ann", options: [1], preferenceRanking: [2, 1, 3, 4] },
        { name: "Ben", options: [0], preferenceRanking: [3, 1, 2, 4] },
      ],
      infeasibles: [],
      useManualPreferenceRanking: true,
    });
    const text = read(mixed);
    // Ann's option is the least significant, so state 2 is where she alone has taken hers.
    expect(text).toContain("- [a] # 2");
    expect(text).toContain("- [b] # 3");
  });

  it("makes a coalition one party that gains only when every member does", () => {
    const text = read(file({ coalitions: [[1, 0]] }));
    const { compiled } = compile(parse(text, "x").standoff!);
    expect(compiled!.standoff.parties.map(({ title }) => title)).toEqual(["Ann + Ben"]);
    expect(compiled!.standoff.options.map(({ title }) => title)).toEqual(["Go", "Go", "Stay on"]);
    // 1 NNN to 3 NYN: Ann wants Ben to go, Ben wants one of the two to go. To 2 YNN: only Ben gains.
    const [ranks] = compiled!.game.preferences;
    expect([prefers(ranks, 3 - 1, 1 - 1), prefers(ranks, 2 - 1, 1 - 1)]).toEqual([true, false]);
  });

  it("keeps GMCR+'s numbers when neighbors form a coalition, and says so when others do", () => {
    const three = (coalitions: unknown) => ({
      options: ["a", "b", "c"].map((name) => ({ name, permittedDirection: "both" })),
      decisionMakers: ["P", "Q", "R"].map((name, index) => ({ name, options: [index], preferences: [] })),
      infeasibles: [],
      coalitions,
      useManualPreferenceRanking: false,
    });
    const order = (text: string) =>
      compile(parse(text, "x").standoff!).compiled!.space.digits.map(({ option }) => option.id);
    const neighbors = read(three([2, [1, 0]]));
    expect(order(neighbors)).toEqual(["a", "b", "c"]);
    expect(neighbors).not.toContain("not those of GMCR+");
    const apart = read(three([[0, 2], 1]));
    expect(order(apart)).toEqual(["a", "c", "b"]);
    expect(apart).toContain("# are not those of GMCR+");
  });

  it("reads misperceptions as what a party does not see", () => {
    const makers = file().decisionMakers;
    const text = read(file({ decisionMakers: [{ ...makers[0], misperceptions: [[[1, "Y"]]] }, makers[1]] }));
    expect(
      parse(text, "x").standoff!.perceptions.map(({ party, doesNotSee }) => [party, doesNotSee.length]),
    ).toEqual([["ann", 1]]);
  });

  it("tells all mistakes at once, each by its path and with what was found", () => {
    const messages = mistakes(
      file({
        options: [
          { name: "Go", permittedDirection: "up" },
          { name: 7, permittedDirection: "both" },
          "Stay",
          { name: "Lonely", permittedDirection: "both" },
        ],
        decisionMakers: [
          { name: "Ann", options: [0, 9], preferences: [[[0, "X"]], 5] },
          { name: "Ben", options: [0, 1, 1, 2], preferences: "none" },
        ],
        infeasibles: [[[1e300, "Y"]], { compound: true }],
        coalitions: [0, 0, 7],
        useManualPreferenceRanking: "yes",
      }),
    );
    for (const message of [
      'options[0].permittedDirection: "up" is no direction; write "both", "fwd" or "back"',
      "options[1].name: a name is a text, not 7",
      'options[2]: an option is an object with `name` and `permittedDirection`, not "Stay"',
      'options[3]: "Lonely" belongs to no decision maker',
      "decisionMakers[0].options[1]: 9 is not the index of an option; there are 4 options",
      'decisionMakers[0].preferences[0][0][1]: "X" is neither "Y" nor "N"',
      'decisionMakers[1].options: option 0 ("Go") belongs to decisionMakers[0] already',
      'decisionMakers[1].options: option 1 ("") is there twice',
      'decisionMakers[1].preferences: is a list, not "none"',
      "infeasibles[0][0][0]: 1e+300 is not the index of an option; there are 4 options",
      "infeasibles[1]: has no `members`",
      "coalitions[1]: decision maker 0 is already in coalitions[0]",
      "coalitions[2]: 7 is not the index of a decision maker; there are 2 decision makers",
      'useManualPreferenceRanking: is true or false, not "yes"',
    ]) {
      expect(messages).toContain(message);
    }
  });

  it("refuses a ranking that is not one of the feasible states", () => {
    const ranked = (ranking: unknown) =>
      mistakes(
        file({
          decisionMakers: [{ ...RANKED[0], preferenceRanking: ranking }, RANKED[1]],
          useManualPreferenceRanking: true,
        }),
      );
    const at = "decisionMakers[0].preferenceRanking";
    expect(ranked([1, 2, 3, 4, 5, 6, 7])).toEqual([
      `${at}: there is no state 7; there are 6 feasible states`,
    ]);
    expect(ranked([1, 2, 3, [4, 5, 4], 6])).toEqual([`${at}: state 4 is ranked twice`]);
    expect(ranked([1, [3, 4]])).toEqual([`${at}: leaves out state 2, 5, 6 of 6`]);
    expect(ranked([1, 2.5, [], "3"])).toEqual([
      `${at}[1]: 2.5 is no number of a state; states are numbered from 1`,
      `${at}[2]: is an empty tie`,
      `${at}[3]: "3" is no number of a state; states are numbered from 1`,
    ]);
    const nothing = file({
      decisionMakers: RANKED,
      useManualPreferenceRanking: true,
      infeasibles: [[[0, "Y"]], [[0, "N"]]],
    });
    expect(mistakes(nothing)).toEqual(["infeasibles: rule out every state"]);
  });

  it("warns of keys it does not know, and reads the rest", () => {
    const { text, problems } = readGmcr(JSON.stringify(file({ mood: "bad" })), "case.gmcr");
    expect(text).toBeDefined();
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ["warning", "mood: is no key of a GMCR+ file and is not read"],
    ]);
  });

  it("says where a text stops being JSON", () => {
    const { text, problems } = readGmcr('{"options": [],\n "decisionMakers": nobody}', "case.gmcr");
    expect(text).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0].code).toBe("json");
    expect([0, 2]).toContain(problems[0].line);
    expect(readGmcr("", "x").problems[0].code).toBe("json");
    expect(readGmcr("\uFEFF[1]", "x").problems[0].message).toBe(
      "A GMCR+ file is one JSON object, not a list of 1.",
    );
  });

  it("takes keys of the language for keys", () => {
    const hostile = `{"__proto__": {"options": [], "decisionMakers": []}, "constructor": 1, "hasOwnProperty": 2}`;
    const { text, problems } = readGmcr(hostile, "x.gmcr");
    expect(text).toBeUndefined();
    expect(problems.map(({ message }) => message)).toContain("The file has no `options`.");
    expect(problems.map(({ message }) => message)).toContain(
      "__proto__: is no key of a GMCR+ file and is not read",
    );
  });

  it("stops at conditions nested without end", () => {
    const deep = `${'{"compound":true,"members":['.repeat(5_000)}[]${"]}".repeat(5_000)}`;
    const json = JSON.stringify(file()).replace('"infeasibles":[', `"infeasibles":[${deep},`);
    expect(readGmcr(json, "x").problems.map(({ code }) => code)).toEqual(["limit"]);
  });

  it("keeps any names, and the file sound, whatever is in them", () => {
    const hostile = fc.constantFrom(
      "",
      " ",
      "and",
      "None",
      "a: b",
      "- x",
      "# no",
      "line\nbreak",
      'say "hi"',
      "it's",
      "<script>alert(1)</script>",
      "__proto__",
      "constructor",
      "<<",
      "yes",
      "3",
      "null",
      "~",
      "{x}",
      "[x]",
      "*a",
      "&a",
      "!a",
      "%a",
      "@a",
      "`a",
      "\u2028",
      "\u0000\u0007",
      "İstanbul",
      "日本",
      "Ω",
      "🙂",
      "x".repeat(2_000),
      "otherwise",
      "indifferent",
      "---",
      "...",
      "key: |\n  text",
    );
    const name = fc.oneof(hostile, fc.string({ unit: "grapheme" }));
    fc.assert(
      fc.property(
        fc.tuple(name, name, name, name),
        name,
        fc.boolean(),
        fc.boolean(),
        (names, fileName, together, manual) => {
          const changes = {
            options: [names[0], names[1]].map((each) => ({ name: each, permittedDirection: "both" })),
            decisionMakers: [names[2], names[3]].map((each, index) => ({
              name: each,
              options: [index],
              preferences: [[[0, "Y"]]],
              preferenceRanking: [1, 2, 3, 4],
            })),
            infeasibles: [],
            coalitions: together ? [[0, 1]] : [0, 1],
            useManualPreferenceRanking: manual,
          };
          const { text, problems } = readGmcr(JSON.stringify(file(changes)), `${fileName}.gmcr`);
          expect(problems).toEqual([]);
          const { standoff, problems: unsound } = parse(text!, "x");
          expect(unsound).toEqual([]);
          for (const [index, option] of standoff!.options.entries())
            if (names[index].trim() !== "") expect(option.title).toBe(names[index]);
          if (!together)
            for (const [index, party] of standoff!.parties.entries())
              if (names[index + 2].trim() !== "") expect(party.title).toBe(names[index + 2]);
          expect(compile(standoff!).compiled!.game.states).toBe(4);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom("options", "decisionMakers", "infeasibles", "coalitions"),
        (json, key) => {
          for (const text of [json, JSON.stringify(file({ [key]: JSON.parse(json) }))]) {
            const result = readGmcr(text, "x.gmcr");
            const stopped = result.problems.some(({ severity }) => severity === "error");
            expect(result.text === undefined).toBe(stopped);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function read(json: unknown): string {
  const { text, problems } = readGmcr(JSON.stringify(json), "some/case.gmcr");
  expect(problems).toEqual([]);
  expect(parse(text!, "case").problems).toEqual([]);
  return text!;
}

function mistakes(json: unknown): string[] {
  const { text, problems } = readGmcr(JSON.stringify(json), "case.gmcr");
  expect(text).toBeUndefined();
  return problems.map(({ message }) => message);
}
