import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStandoff } from "../../test/random-standoff.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { type Game, prefers, someMove } from "../game/game.ts";
import { parse } from "../model/parse.ts";
import { readGmcr } from "./gmcr-in.ts";
import { writeGmcr } from "./gmcr-out.ts";

describe("writing GMCR+ files", () => {
  it("keeps states, moves and ranks there and back, whatever a standoff has but guards and merged states", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        randomStandoff({ restrictions: true, perceptions: true, unanimous: true, constraints: true }),
        (drawn) => {
          const compiled = compiledFrom(drawn.replaceAll(/, changes when: "[^"]*"/g, ""));
          if (compiled === undefined) return;
          const { text: json } = writeGmcr(compiled);
          const { text, problems } = readGmcr(json!, "drawn.gmcr");
          expect(problems).toEqual([]);
          const back = compiledFrom(text!)!;
          expect(picture(back.game)).toEqual(picture(compiled.game));
          compared++;
        },
      ),
      { numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("keeps the ranks also by preference statements alone, when every party has statements", () => {
    fc.assert(
      fc.property(randomStandoff({ constraints: true }), (drawn) => {
        const compiled = compiledFrom(drawn);
        if (compiled?.standoff.preferences.every(({ form }) => form === "statements") !== true) return;
        const file = JSON.parse(writeGmcr(compiled).text!);
        file.useManualPreferenceRanking = false;
        for (const maker of file.decisionMakers) delete maker.preferenceRanking;
        const back = compiledFrom(readGmcr(JSON.stringify(file), "drawn.gmcr").text!)!;
        expect(picture(back.game)).toEqual(picture(compiled.game));
      }),
      { numRuns: 200 },
    );
  });

  it("writes conditions, directions and rankings as GMCR+ has them", () => {
    const compiled = compiledFrom(`standoff: 1
title: Small
parties: {p: Pat, q: Quinn}
options:
  a: {owner: p, title: go, one-way: taken}
  b: {owner: q, one-way: dropped}
constraints: [never: a and b]
preferences:
  p: [a iff b]
  q: [b]
`)!;
    expect(JSON.parse(writeGmcr(compiled).text!)).toEqual({
      program: "standoff",
      options: [
        { name: "go", permittedDirection: "fwd" },
        { name: "b", permittedDirection: "back" },
      ],
      decisionMakers: [
        {
          name: "Pat",
          options: [0],
          preferences: [
            {
              compound: true,
              members: [
                [
                  [0, "Y"],
                  [1, "Y"],
                ],
                [
                  [0, "N"],
                  [1, "N"],
                ],
              ],
            },
          ],
          preferenceRanking: [1, [2, 3]],
        },
        { name: "Quinn", options: [1], preferences: [[[1, "Y"]]], preferenceRanking: [3, [1, 2]] },
      ],
      infeasibles: [
        [
          [0, "Y"],
          [1, "Y"],
        ],
      ],
      coalitions: [0, 1],
      useManualPreferenceRanking: true,
    });
  });

  it("writes ordered levels as a ladder, so that a one-way option stays exact", () => {
    const compiled = compiledFrom(`standoff: 1
title: Levels
parties: {p: P}
options:
  aid: {owner: p, title: Aid, levels: [none, some, all], one-way: taken}
  venue: {owner: p, title: Venue, levels: [home, away, sea], ordered: no}
preferences: {p: indifferent}
`)!;
    const { text, losses } = writeGmcr(compiled);
    const file = JSON.parse(text!);
    expect(file.options).toEqual([
      { name: "Aid: some or more", permittedDirection: "fwd" },
      { name: "Aid: all", permittedDirection: "fwd" },
      { name: "Venue: away", permittedDirection: "both" },
      { name: "Venue: sea", permittedDirection: "both" },
    ]);
    expect(file.infeasibles).toEqual([
      [
        [0, "N"],
        [1, "Y"],
      ],
      [
        [2, "Y"],
        [3, "Y"],
      ],
    ]);
    expect(losses).toContainEqual(expect.stringContaining("Aid, Venue"));
  });

  it("tells everything it cannot hold", () => {
    const { losses } = writeGmcr(
      compiledFrom(`standoff: 1
title: Full of things
about: A story.
as of: 2003-01-21
parties: {p: P, q: Q}
options:
  a: {owner: p, title: Alpha, changes when: not b, because: [K]}
  b: {owner: q}
outcomes: {deal: {when: a and b, title: A deal}}
same: [deal, not a]
preferences:
  p: [{strongly: deal, confidence: 0.5, why: Said so.}]
  q: {weights: [{want: deal, weight: 2}]}
sources: {s: A book}
claims: {K: {says: Something, source: s}}
timeline: [{date: 2003-01-01, what: It begins, by: p, sets: [a]}]
`)!,
    );
    const told = losses.join("\n");
    for (const words of [
      "Alpha may change at any time",
      "4 states instead of 3",
      "Weights",
      "How strongly",
      "How sure",
      "Why something is wanted",
      "Full of things",
      "status quo",
      "A deal",
      "told about",
      "reasons",
      "2003-01-21",
      "1 source.",
      "1 claim.",
      "1 event ",
    ]) {
      expect(told).toContain(words);
    }
  });

  it("says nothing is lost but the title of a standoff that has nothing else", () => {
    const { losses } = writeGmcr(
      compiledFrom(
        "standoff: 1\ntitle: T\nparties: {p: P}\noptions: {a: {owner: p}}\npreferences: {p: [a]}\n",
      )!,
    );
    expect(losses).toEqual(['The title, "T", and the ids of parties and options.']);
  });

  it("lists the infeasible combinations when a constraint makes too many conditions", () => {
    const compiled = compiledFrom(`standoff: 1
title: Wide
parties: {p: P}
options: {${letters(12)
      .map((each) => `${each}: {owner: p}`)
      .join(", ")}}
constraints:
  - always: exactly 6 of (${letters(12).join(", ")})
preferences: {p: [x0]}
`)!;
    expect(compiled.game.states).toBe(924);
    const back = compiledFrom(readGmcr(writeGmcr(compiled).text!, "wide.gmcr").text!)!;
    expect(back.space.codes).toEqual(compiled.space.codes);
  });

  it("names the limit when there are too many states to rank", () => {
    const compiled = compiledFrom(`standoff: 1
title: Large
parties: {p: P}
options: {${letters(20)
      .map((each) => `${each}: {owner: p}`)
      .join(", ")}}
preferences: {p: indifferent}
`)!;
    const { text, losses } = writeGmcr(compiled);
    expect(text).toBeUndefined();
    expect(losses).toEqual([expect.stringContaining("the limit is 1,000,000 entries")]);
  });
});

function letters(many: number): string[] {
  return Array.from({ length: many }, (_, index) => `x${index}`);
}

function compiledFrom(text: string): Compiled | undefined {
  const { standoff, problems } = parse(text, "a test");
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return compile(standoff!).compiled;
}

/** All a game says: who can move where, and what each prefers to what. */
function picture(game: Game) {
  const states = Array.from({ length: game.states }, (_, state) => state);
  return game.moves.map((moves, party) => ({
    moves: states.map((from) => {
      const to: number[] = [];
      someMove(moves, from, (state) => {
        to.push(state);
        return false;
      });
      return to.sort((a, b) => a - b);
    }),
    prefers: states.map((from) => states.filter((to) => prefers(game.preferences[party], to, from))),
  }));
}
