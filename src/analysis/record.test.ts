import { describe, expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { record } from "./record.ts";
import { holding } from "./retraction.ts";

const FILE = `standoff: 1
title: A dam
as of: 2001-06-01
parties: {up: Upstream, down: Downstream}
options:
  dam: {owner: up, because: [A1]}
  court: {owner: down, because: [A2]}
constraints:
  - never: dam and court
    because: [A5]
preferences:
  up:
    - want: not court
      because: [A3]
    - dam
  down:
    - want: dam iff court
      because: [A4]
    - want: not court
      because: [A1, A4]
sources:
  gazette: {title: The Gazette, date: 2001-01-01}
  journal: {title: The Journal, date: 2001-03-01}
claims:
  A1: {says: The dam is planned, source: gazette}
  A2: {says: A suit is possible, source: gazette, via: [a minister]}
  A3: {says: The suit would be costly, source: gazette, via: [a minister, an engineer]}
  A4: {says: Downstream would sue, source: journal, via: [an official]}
  A5: {says: A court would stop the dam, source: journal}
  A6: {says: The dam is not planned, source: journal, contradicts: [A1]}
  A7: {says: It rained}
timeline:
  - {date: 2001-05-01, by: up, sets: [dam], what: It is built, because: [A4]}
  - {date: 2001-02-01, by: down, sets: [court], what: It sues, because: [A2]}
`;
const compileText = (text: string) => compile(parse(text).standoff!).compiled!;
const answer = (retract?: string[], text = FILE.replace("- {date: 2001-02-01", "- {date: 2002-02-01")) =>
  record(compileText(text), { concept: "seq", ...(retract && { retract }) });

describe("who said it", () => {
  test("the source itself, one whom it quotes, or somebody further off", () => {
    const hands = answer().claims.map(({ id, hand }) => `${id} ${hand}`);
    expect(hands.slice(0, 4)).toEqual(["A1 own", "A2 quoted", "A3 second-hand", "A4 quoted"]);
  });
  test("a claim knows who denies it, and its source that something of it was denied", () => {
    const { claims, sources } = answer();
    expect(claims[0].contradictedBy).toEqual(["A6"]);
    expect(sources.map(({ id, contradicted }) => [id, contradicted])).toEqual([
      ["gazette", ["A1"]],
      ["journal", []],
    ]);
  });
  test("the timeline is told by date, whatever its order in the file, and says what lies after the file's date", () => {
    expect(answer().timeline.map(({ date, after }) => [date, after])).toEqual([
      ["2001-05-01", false],
      ["2002-02-01", true],
    ]);
  });
});

describe("what rests on little", () => {
  const texts = (cited: readonly { readonly text: string }[]) => cited.map(({ text }) => text);
  test("on nothing, on hearsay alone, on what is denied, only on a source that was wrong elsewhere", () => {
    const { restingOn, unused } = answer();
    expect(texts(restingOn.nothing)).toEqual(["dam"]);
    expect(restingOn.nothing[0]).toMatchObject({ kind: "statement", party: "up", place: 2 });
    expect(texts(restingOn.oneSecondHand)).toEqual(["not court"]);
    expect(texts(restingOn.contradicted)).toEqual(["dam", "not court"]);
    expect(texts(restingOn.contradictedSource)).toEqual(["court", "2002-02-01: It sues", "not court"]);
    expect(unused).toEqual(["A7"]);
  });
});

describe("retracting a claim", () => {
  test("is the same as writing the file without what rests on it alone", () => {
    const without = FILE.replace("- {date: 2001-02-01", "- {date: 2002-02-01")
      .replace("    - want: dam iff court\n      because: [A4]\n", "")
      .replace("because: [A1, A4]", "because: [A1]");
    const { retraction } = answer(["A4"]);
    const expected = holding(compileText(without), "seq");
    expect(retraction!.equilibria!.after).toBe(expected.equilibria.size);
    expect(retraction!.statusQuo!.after).toEqual(expected.statusQuo);
    const before = holding(compileText(FILE.replace("- {date: 2001-02-01", "- {date: 2002-02-01")), "seq");
    const kept = [...before.equilibria.keys()].filter((key) => expected.equilibria.has(key)).length;
    expect(retraction!.equilibria!.lostTotal).toBe(before.equilibria.size - kept);
    expect(retraction!.equilibria!.gainedTotal).toBe(expected.equilibria.size - kept);
    expect(retraction!.dropped.map(({ text }) => text)).toEqual(["dam iff court"]);
    expect(retraction!.weakened.map(({ text }) => text)).toEqual(["not court"]);
  });
  test("of a constraint makes more states feasible; options and events stay", () => {
    expect(answer(["A5"]).retraction!.states).toEqual({ before: 3, after: 4 });
    const { retraction } = answer(["A2"]);
    expect(retraction!.standing.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "option court",
      "event 2002-02-01: It sues",
    ]);
  });
  test("what hangs on one claim is found by trying every claim on which something rests alone", () => {
    const hanging = answer().hanging!;
    expect(hanging.map(({ claims }) => claims[0])).toContain("A5");
    for (const each of hanging) {
      const { equilibria, statusQuo, states } = answer([...each.claims]).retraction!;
      expect({ equilibria, statusQuo, states }).toEqual({
        equilibria: each.equilibria,
        statusQuo: each.statusQuo,
        states: each.states,
      });
    }
  });
});
