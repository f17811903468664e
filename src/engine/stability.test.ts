import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { type Features, randomGraph, randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { randomGame } from "../game/generate.ts";
import { parse } from "../model/parse.ts";
import { BIT, CONCEPTS } from "./concepts.ts";
import { EXTENSIONS, isStable } from "./literal.ts";
import { stabilities } from "./stability.ts";

/** Compares engine and brute force on one random text; models without a feasible state are skipped. Returns verdicts compared. */
function compareWithBruteForce(text: string): number {
  const { standoff, problems } = parse(text, "random.yaml");
  expect(problems.filter((each) => each.severity === "error")).toEqual([]);
  const { compiled, problems: found } = compile(standoff!);
  if (compiled === undefined) {
    expect(found.map((each) => each.code)).toEqual(["no-state"]);
    return 0;
  }
  const brute = bruteForce(standoff!);
  expect(compiled.game.states).toBe(brute.states.length);
  const { byParty, strong } = stabilities(compiled.game);
  let compared = 0;
  for (let party = 0; party < byParty.length; party++) {
    for (let state = 0; state < compiled.game.states; state++) {
      for (const concept of CONCEPTS) {
        const fast = (byParty[party][state] & BIT[concept]) !== 0;
        if (fast !== brute.stable(party, state, concept)) {
          throw new Error(`${concept} of state ${state} for party ${party}: engine says ${fast}\n${text}`);
        }
        // The brute force of strength looks at pairs of pairs of states.
        const few = compiled.game.states <= 64;
        const strongly = few && strong ? (strong.byParty[party][state] & BIT[concept]) !== 0 : undefined;
        if (strongly !== undefined && strongly !== brute.stronglyStable(party, state, concept))
          throw new Error(
            `strong ${concept} of state ${state} for party ${party}: engine says ${strongly}\n${text}`,
          );
        compared++;
      }
    }
  }
  return compared;
}

describe("the engine agrees with a brute force of the definitions", () => {
  const kinds: [string, number, Features][] = [
    ["everything free", 250, {}],
    ["constraints", 300, { constraints: true }],
    ["one-way options and guards", 400, { constraints: true, restrictions: true }],
    ["strength", 200, { constraints: true, restrictions: true, strength: true, merges: true }],
    ["unknowns", 200, { constraints: true, restrictions: true, unknowns: true, unanimous: true }],
    ["misperceptions", 200, { constraints: true, restrictions: true, perceptions: true }],
    ["merged states", 250, { restrictions: true, merges: true }],
    ["parties acting as one", 300, { constraints: true, restrictions: true, unanimous: true }],
    [
      "all at once",
      300,
      { constraints: true, restrictions: true, merges: true, perceptions: true, unanimous: true },
    ],
  ];
  test("with states and moves listed outright", { timeout: 120_000 }, () => {
    let compared = 0;
    fc.assert(
      fc.property(randomGraph(), (text) => {
        compared += compareWithBruteForce(text);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(5000);
  });

  test.each(kinds)("with %s", { timeout: 120_000 }, (_, numRuns, features) => {
    let compared = 0;
    fc.assert(
      fc.property(randomStandoff(features), (text) => {
        compared += compareWithBruteForce(text);
      }),
      { numRuns },
    );
    expect(compared).toBeGreaterThan(numRuns * 20);
  });
});

test("the fast engine agrees with the literal definitions on games too large for the brute force", () => {
  const game = randomGame(8, 3, 11);
  const { byParty } = stabilities(game);
  for (let party = 0; party < 3; party++) {
    for (let state = 0; state < game.states; state++) {
      for (const concept of CONCEPTS) {
        expect((byParty[party][state] & BIT[concept]) !== 0).toBe(isStable(game, party, state, concept));
      }
    }
  }
});

test("the concepts contain each other state by state: Nash in SSEQ in SEQ in GMR, SSEQ in SMR in GMR", () => {
  const { byParty } = stabilities(randomGame(12, 4, 3));
  const within: [number, number][] = [
    [BIT.nash, BIT.sseq],
    [BIT.sseq, BIT.seq],
    [BIT.seq, BIT.gmr],
    [BIT.sseq, BIT.smr],
    [BIT.smr, BIT.gmr],
  ];
  for (const mask of byParty) {
    for (const each of mask)
      for (const [inner, outer] of within) expect((each & inner) !== 0 && (each & outer) === 0).toBe(false);
  }
});

test.each([
  [10, [0, 984, 267, 961, 246]],
  [14, [1, 16264, 2854, 16145, 2843]],
  [16, [2, 65361, 6316, 65112, 6297]],
] as const)(
  "the reference model of 2^%i states has the known numbers of equilibria",
  { timeout: 60_000 },
  (bits, known) => {
    const { equilibria } = stabilities(randomGame(bits, 5, 7));
    expect(
      CONCEPTS.map((concept) =>
        equilibria.reduce((sum, mask) => sum + ((mask & BIT[concept]) === 0 ? 0 : 1), 0),
      ),
    ).toEqual(known);
  },
);

describe("unknown preferences", () => {
  const features = { constraints: true, restrictions: true, unknowns: true, unanimous: true };
  test("the four extensions agree with a brute force of their definitions", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(randomCompiled(features, 64), ({ game, standoff }) => {
        const brute = bruteForce(standoff);
        for (let party = 0; party < game.moves.length; party++) {
          for (let state = 0; state < game.states; state++) {
            for (const concept of CONCEPTS) {
              for (const extension of ["a", "b", "c", "d"] as const)
                expect(isStable(game, party, state, concept, EXTENSIONS[extension])).toBe(
                  brute.stable(party, state, concept, extension),
                );
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("what holds whatever the unknowns are holds in every completion, what cannot hold in none", {
    timeout: 120_000,
  }, () => {
    let open = 0;
    fc.assert(
      fc.property(
        randomStandoff({ unknowns: true, constraints: true }),
        fc.array(fc.constantFrom("want", "not", "out"), { minLength: 16, maxLength: 16 }),
        (text, turns) => {
          if (text.includes("- unknown\n") || text.includes("{unknown: [")) return;
          const { compiled } = compile(parse(text, "random.yaml").standoff!);
          if (compiled === undefined) return;
          open++;
          // A completion settles each unknown statement: wanted, its opposite wanted, or of no matter.
          let next = 0;
          const settled = text.replaceAll(/\n *- \{unknown: "(.*)"\}/g, (_, e: string) => {
            const turn = turns[next++];
            return turn === "want" ? `\n    - ${e}` : turn === "not" ? `\n    - not (${e})` : "\n    - true";
          });
          const complete = compile(parse(settled, "settled.yaml").standoff!).compiled!;
          for (let party = 0; party < compiled.game.moves.length; party++) {
            for (let state = 0; state < compiled.game.states; state++) {
              for (const concept of CONCEPTS) {
                const holds = isStable(complete.game, party, state, concept);
                if (isStable(compiled.game, party, state, concept)) expect(holds).toBe(true);
                if (!isStable(compiled.game, party, state, concept, EXTENSIONS.d)) expect(holds).toBe(false);
              }
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(open).toBeGreaterThan(100);
  });
});
