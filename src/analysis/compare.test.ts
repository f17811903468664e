import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomStandoff } from "../../test/random-standoff.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { analyze } from "./analyze.ts";
import { compare } from "./compare.ts";

function compiled(text: string): Compiled {
  const { standoff, problems } = parse(text, "a.yaml");
  if (standoff === undefined) throw new Error(problems[0].message);
  return compile(standoff).compiled!;
}

const dilemma = (
  first: string,
  more = "",
  order = ["silent1: {owner: first}", "silent2: {owner: second}"],
) => `
standoff: 1
title: Dilemma
parties: {first: First, second: Second}
options:
${[...order, ...(more === "" ? [] : [more])].map((line) => `  ${line}`).join("\n")}
status quo: [silent1, silent2]
preferences:
  first: ${first}
  second: [silent1, not silent2]
`;
const SELFISH = "[silent2, not silent1]";
const LOYAL = "[silent1, silent2]";

test("layout, comments and the order of options are no difference", () => {
  const flagship = readFileSync("examples/korea-2003.yaml", "utf8");
  const same = compare(compiled(flagship), compiled(`# a remark\n${flagship}\n\n`));
  expect(same).toMatchObject({ edits: [], changesTotal: 0, alike: 1732 });
  const turned = ["silent2: {owner: second}", "silent1: {owner: first}"];
  const found = compare(compiled(dilemma(SELFISH)), compiled(dilemma(SELFISH, "", turned)));
  expect(found).toMatchObject({ edits: [], changesTotal: 0 });
});

test("a mind that changes: who changed, what holds now, what held before, by the definitions on four states", () => {
  const { edits, changes, before, after, alike } = compare(
    compiled(dilemma(SELFISH)),
    compiled(dilemma(LOYAL)),
  );
  expect(edits).toEqual([{ what: "preferences", id: "first", how: "changed" }]);
  // Both selfish: both confessing is the only Nash equilibrium, and both silent holds with foresight.
  expect(before.counts.nash).toBe(1);
  // A first that stays silent come what may: then the second does best to confess.
  expect(after.counts.nash).toBe(1);
  const of = (on: string[]) => changes.find(({ state }) => state.on.join() === on.join());
  expect(of([])?.before).toEqual(["nash", "gmr", "smr", "seq", "sseq"]);
  expect(of([])?.after).not.toContain("nash");
  expect(of(["silent1"])?.after).toContain("nash");
  expect(of(["silent1"])?.before ?? []).toEqual([]);
  expect(alike + changes.length).toBeLessThanOrEqual(4);
});

test("an option more that nobody cares about changes nothing in what holds, and is named", () => {
  const found = compare(
    compiled(dilemma(SELFISH)),
    compiled(dilemma(SELFISH, "color: {owner: first, levels: [red, blue]}")),
  );
  expect(found.unshared).toEqual({ before: [], after: ["color"] });
  expect(found.edits).toEqual([{ what: "option", id: "color", how: "added" }]);
  expect(found).toMatchObject({ changesTotal: 0, alike: 2, after: { states: 8 } });
});

test("an outcome that a constraint rules out is told apart from one that does not hold any more", () => {
  const ruledOut = `${dilemma(SELFISH)}constraints: [{never: not silent1 and not silent2}]\n`;
  const { changes } = compare(compiled(dilemma(SELFISH)), compiled(ruledOut));
  const confessing = changes.find(({ state }) => state.on.length === 0);
  expect(confessing?.before).toContain("nash");
  expect(confessing).not.toHaveProperty("after");
});

/** Outcome → concepts, as `analyze` lists them. */
const holding = (version: Compiled) =>
  new Map(
    analyze(version).equilibria.map(({ state, concepts }) => [
      JSON.stringify([state.on, state.levels]),
      concepts.join(),
    ]),
  );

test("on random versions it is the difference of what `analyze` lists for each", { timeout: 60_000 }, () => {
  const features = { restrictions: true, constraints: true, unanimous: true };
  const versions = fc.tuple(randomStandoff(features), fc.nat()).map(([text, seed]) => {
    // The other version: one party wants the opposite of what it wanted first.
    const lists = [...text.matchAll(/^( {4}- )(?!\{|want|strongly|unknown|rank)(.+)$/gm)];
    if (lists.length === 0) return [text, text] as const;
    const { index, 0: line, 1: dash, 2: words } = lists[seed % lists.length];
    const other = `${text.slice(0, index)}${dash}not (${words})${text.slice(index + line.length)}`;
    return [text, parse(other).standoff === undefined ? text : other] as const;
  });
  let differing = 0;
  fc.assert(
    fc.property(versions, ([one, other]) => {
      const [a, b] = [compiled(one), compiled(other)];
      if (a === undefined || b === undefined) return;
      const [old, now] = [holding(a), holding(b)];
      const keys = new Set([...old.keys(), ...now.keys()]);
      const expected = [...keys].filter((key) => old.get(key) !== now.get(key)).sort();
      const found = compare(a, b);
      expect(found.changesTotal).toBe(expected.length);
      expect(found.alike).toBe(keys.size - expected.length);
      expect(found.changes.map(({ state }) => JSON.stringify([state.on, state.levels])).sort()).toEqual(
        expected.slice(0, 200),
      );
      // The other way round it tells the same the other way round.
      const back = compare(b, a);
      expect(back.changesTotal).toBe(found.changesTotal);
      expect(back.before.counts).toEqual(found.after.counts);
      if (expected.length > 0) differing++;
    }),
    { numRuns: 60 },
  );
  expect(differing).toBeGreaterThan(0);
});
