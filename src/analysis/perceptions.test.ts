import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { CONCEPTS } from "./findings.ts";
import { perceptions } from "./perceptions.ts";

const standoffOf = (text: string) => {
  const { standoff, problems } = parse(text, "test.yaml");
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return standoff!;
};

test("a party that does not know of an answer takes for settled what the other leaves", () => {
  // b does not know that a can hit back. In its eyes a would accept that b takes: it believes a wants only quiet. So for b
  // the state "b takes" is Nash for both. a, who wants to hit when b takes, leaves it.
  const { findings } = perceptions(
    standoffOf(`standoff: 1
title: T
parties: {a: A, b: B}
options: {hit: {owner: a}, take: {owner: b}}
perceptions:
  b: {does not see: [hit], believes: {a: indifferent}}
preferences:
  a: [hit iff take, not take]
  b: [not hit, take]
`),
    { concept: "nash" },
  );
  expect(findings!.versions[1].equilibria.map(({ on }) => on)).toEqual([["take"]]);
  expect(findings!.surprises.map(({ state, party, leaver, to }) => [state.on, party, leaver, to.on])).toEqual(
    [[["take"], "b", "a", ["hit", "take"]]],
  );
  // At "takes and hits" b sees only that it takes, which it likes best; a likes it best of what it can move to.
  expect(findings!.hypergame.equilibria.map(({ on }) => on)).toEqual([["hit", "take"]]);
  expect(findings!.asItIs.equilibria).toEqual(findings!.hypergame.equilibria);
});

test("where all see alike, each has the same standoff before its eyes and nobody is surprised", () => {
  fc.assert(
    fc.property(randomStandoff({ constraints: true, restrictions: true }), (text) => {
      const { findings } = perceptions(standoffOf(text));
      if (findings === undefined) return;
      for (const version of findings.versions) {
        expect(version.counts).toEqual(findings.asItIs.counts);
        expect(version.equilibria).toEqual(findings.asItIs.equilibria);
      }
      expect(findings.hypergame).toEqual(findings.asItIs);
      expect(findings.surprisesTotal).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test("equilibria and surprises are those a brute force finds in versions written out as files of their own", {
  timeout: 60_000,
}, () => {
  let surprised = 0;
  fc.assert(
    fc.property(
      randomStandoff({ restrictions: true }),
      fc.constantFrom(...CONCEPTS),
      fc.boolean(),
      (text, concept, known) => {
        if (!/ {2}o0: \{owner: p\d+(, (one-way|changes)[^}]*)?\}/.test(text)) return;
        const belief = "[o0, not out1]";
        const seenBy0 =
          `${text}perceptions:\n  p0: {${known ? "" : "does not see: [o0], "}believes: {p1: "${belief}"}}\n`.replace(
            `"${belief}"`,
            belief,
          );
        const [head, wants] = text.split("preferences:\n");
        const rule = known ? "" : "constraints:\n  - never: o0\n";
        const mine = `${head}${rule}preferences:\n${wants.replace(/^ {2}p1:[\s\S]*?(?=\n {2}p\d|\n$)/m, `  p1: ${belief}`)}`;
        const { findings } = perceptions(standoffOf(seenBy0), { concept });
        const real = bruteForce(standoffOf(text));
        if (real.states.length > 48) return;
        const version = bruteForce(standoffOf(mine));
        const parties = findings!.names.parties.length;
        const view = (state: number, party: number) => {
          if (party !== 0) return state;
          const settings = new Map(real.states[state][0]);
          if (!known) settings.set("o0", 0);
          return version.states.findIndex(([each]) =>
            [...each].every(([id, level]) => settings.get(id) === level),
          );
        };
        const stays = (party: number, state: number) =>
          (party === 0 ? version : real).stable(party, view(state, party), concept);
        const all = [...real.states.keys()];
        const everyone = Array.from({ length: parties }, (_, party) => party);
        const hypergame = all.filter((state) => everyone.every((party) => stays(party, state)));
        const settled = (party: number, state: number) =>
          everyone.every((each) => (party === 0 ? version : real).stable(each, view(state, party), concept));
        const surprises = all.flatMap((state) =>
          everyone.flatMap((party) =>
            settled(party, state) ? everyone.filter((other) => other !== party && !stays(other, state)) : [],
          ),
        );
        surprised += surprises.length;
        expect(findings!.hypergame.counts[concept]).toBe(hypergame.length);
        expect(findings!.surprisesTotal).toBe(surprises.length);
      },
    ),
    { numRuns: 150 },
  );
  expect(surprised).toBeGreaterThan(5);
});

test("what nobody can see is told in whose eyes", () => {
  const { findings, problems } = perceptions(
    standoffOf(
      "standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\nperceptions: {a: {does not see: [x, not x]}}\npreferences: {a: [x], b: [y]}\n",
    ),
  );
  expect(findings).toBeUndefined();
  expect(problems.map(({ message }) => message)).toEqual([
    "in the eyes of a: no state is feasible: the constraints rule every combination out",
  ]);
});

test("the moves of the other questions leave beliefs aside", () => {
  const text =
    "standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\npreferences: {a: [x], b: [y]}\n";
  const plain = compile(standoffOf(text)).compiled!.game;
  const belief = compile(standoffOf(`${text}perceptions: {a: {believes: {b: [not y]}}}\n`)).compiled!.game;
  expect(belief).toEqual(plain);
});
