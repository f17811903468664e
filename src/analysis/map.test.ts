import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { CONCEPTS } from "../engine/concepts.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { stabilitiesOf } from "./analyze.ts";
import { map } from "./map.ts";
import { paths } from "./paths.ts";

function mapOf(text: string, concept: (typeof CONCEPTS)[number] = "seq", everyMove = false) {
  const { compiled } = compile(parse(text, "test.yaml").standoff!);
  return map(compiled!, stabilitiesOf(compiled!), { concept, everyMove });
}

test("the dilemma: each improves by defecting whatever the other does, and only where both defect nobody does", () => {
  const { shown, drawn, whole, holding } = mapOf(
    `standoff: 1
title: Two prisoners
parties: {a: A, b: B}
options: {a_tells: {owner: a}, b_tells: {owner: b}}
status quo: []
preferences:
  a: [not b_tells, a_tells]
  b: [not a_tells, b_tells]
`,
    "nash",
  );
  const on = shown.map(({ state }) => state.on.join("+") || "nobody");
  expect(drawn.map(({ from, to, party }) => `${"ab"[party]}: ${on[from]} to ${on[to]}`).sort()).toEqual([
    "a: b_tells to a_tells+b_tells",
    "a: nobody to a_tells",
    "b: a_tells to a_tells+b_tells",
    "b: nobody to b_tells",
  ]);
  expect({ whole, holding, statusQuo: on[shown.findIndex(({ isStatusQuo }) => isStatusQuo)] }).toEqual({
    whole: true,
    holding: 1,
    statusQuo: "nobody",
  });
});

test("moves, improvements and what holds are those of the definitions, read off by brute force", () => {
  fc.assert(
    fc.property(randomStandoff(), fc.constantFrom(...CONCEPTS), fc.boolean(), (text, concept, everyMove) => {
      const { standoff } = parse(text, "random.yaml");
      const compiled = standoff && compile(standoff).compiled;
      if (standoff === undefined || compiled === undefined || compiled.game.states > 64) return;
      const brute = bruteForce(standoff);
      const found = mapOf(text, concept, everyMove);
      const places = new Map(found.shown.map(({ number }, place) => [number, place]));
      const wanted: string[] = [];
      for (const from of brute.states.keys())
        for (const to of brute.states.keys())
          for (const party of standoff.parties.keys()) {
            if (from === to || !brute.canMove(party, from, to)) continue;
            const improvement = brute.better(party, to, from);
            if (improvement || everyMove)
              wanted.push(JSON.stringify({ from: places.get(from), to: places.get(to), party, improvement }));
          }
      expect(found.moves).toBe(wanted.length);
      expect(found.shown.length).toBe(brute.states.length);
      if (found.kind === (everyMove ? "all" : "improvements"))
        expect(found.drawn.map((move) => JSON.stringify(move)).sort()).toEqual(wanted.sort());
      for (const { number, concepts } of found.shown)
        expect(concepts.includes(concept)).toBe(
          standoff.parties.every((_, party) => brute.stable(party, number, concept)),
        );
    }),
    { numRuns: 60 },
  );
});

test.each(CONCEPTS)(
  "of a large standoff: what %s leaves, each as near to the status quo as `paths` says",
  (concept) => {
    const text = readFileSync("examples/korea-2003.yaml", "utf8");
    const { compiled } = compile(parse(text, "korea.yaml").standoff!);
    const { shown, drawn, whole, holding, holdingShown, reached } = mapOf(text, concept);
    expect(whole).toBe(false);
    const least = shown.map((_, place) => (place === 0 ? 0 : Number.POSITIVE_INFINITY));
    // Paths of at most ten improvements along what is drawn; a path may not have one party move twice running.
    let ends = [{ at: 0, last: -1 }];
    for (let moves = 1; moves <= 10; moves++) {
      const next = new Map<string, { at: number; last: number }>();
      for (const { at, last } of ends)
        for (const { from, to, party } of drawn) {
          if (from !== at || party === last) continue;
          next.set(`${to} ${party}`, { at: to, last: party });
          least[to] = Math.min(least[to], moves);
        }
      ends = [...next.values()];
    }
    const { findings } = paths(compiled!, { concepts: [concept] });
    const told = new Map(
      findings!.listed.map(({ state, byImprovements }) => [JSON.stringify(state), byImprovements?.length]),
    );
    let checked = 0;
    for (const [place, { state, concepts, isStatusQuo }] of shown.entries()) {
      const distance = told.get(JSON.stringify(state));
      if (!concepts.includes(concept) || isStatusQuo || !told.has(JSON.stringify(state))) continue;
      expect(least[place]).toBe(distance ?? Number.POSITIVE_INFINITY);
      checked++;
    }
    expect(checked).toBeGreaterThan(0);
    expect(holdingShown).toBeGreaterThanOrEqual(Math.min(24, holding));
    const within = shown.filter(
      ({ concepts }, place) => place > 0 && concepts.includes(concept) && least[place] <= 10,
    );
    expect(reached).toBe(within.length);
  },
);
