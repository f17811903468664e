import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { passes } from "../voting/body.ts";
import { explain } from "./explain.ts";
import { votes } from "./votes.ts";

const compiledOf = (text: string) => {
  const { standoff, problems } = parse(text, "test.yaml");
  expect(problems).toEqual([]);
  return compile(standoff!).compiled!;
};

const UNION = `standoff: 1
title: T
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}, tabled: {owner: b}}
status quo: [tabled, y]
bodies:
  union:
    members: {a: {title: Big A, votes: 3, veto: yes}, b: {votes: 2}, s: {title: seats, seats: 2}}
    quota: 5
    decides: {act: {put when: tabled, votes: {a: x, b: y, s: {yes: 0.5, no: 0.25}}}}
preferences: {a: [not act, not x], b: [act, tabled, y]}
`;

test("tells who votes how, who stops it, whose vote decides, and who could turn it round", () => {
  const [union] = votes(compiledOf(UNION)).bodies;
  const [{ statusQuo, turns }] = union.decisions;
  // a votes no, and its no is a veto; b has 2 votes, the seats are as likely to say yes as not, which counts as no yes.
  expect(statusQuo).toEqual({
    put: true,
    carried: false,
    passes: false,
    ballots: { a: "no", b: "yes", s: "open" },
    stoppedBy: ["a"],
    pivotal: ["a"],
    chance: 0,
  });
  // Only a can turn it round: with its 3 votes and b's 2 the quota of 5 is met.
  expect(turns).toEqual([{ party: "a", changes: [{ option: "x", from: "no", to: "yes" }] }]);
  expect(union.members[0].power).toMatchObject({ canBlockAlone: true, dummy: false });
});

test("the chance is that of the open seats", () => {
  const agreeing = UNION.replace("votes: {a: x, b: y", "votes: {a: yes, b: no");
  const [{ decisions }] = votes(compiledOf(agreeing)).bodies;
  // 3 votes are there and both seats are needed: 0.5 · 0.5.
  expect(decisions[0].statusQuo!.chance).toBe(0.25);
});

test("explain says whose veto stops what is put to the vote", () => {
  const compiled = compiledOf(UNION);
  const state = readExpression("tabled and not y and not x", compiled.standoff, "test").expression;
  const { findings } = explain(compiled, { state, party: "b", concept: "nash" });
  expect(findings!.improvements[0].votes).toEqual([{ decision: "act", passes: false, stoppedBy: ["Big A"] }]);
});

test("a decision holds exactly in the states where adding up the votes makes it pass", {
  timeout: 60_000,
}, () => {
  const weight = fc.integer({ min: 0, max: 4 });
  const vote = fc.constantFrom("x", "not y", "x iff y", "yes", "no", "abstain", "{yes when: x, no when: y}");
  const member = fc.record({
    votes: weight,
    population: weight,
    veto: fc.boolean(),
    seats: fc.integer({ min: 1, max: 3 }),
    vote,
  });
  let passing = 0;
  fc.assert(
    fc.property(
      fc.array(member, { minLength: 1, maxLength: 5 }),
      fc.tuple(fc.nat(12), fc.nat(10), fc.nat(6)),
      fc.constantFrom("neither" as const, "no" as const),
      (members, [quota, population, many], abstentions) => {
        const heavy = members.some((each) => each.population > 0);
        const text = `standoff: 1
title: T
parties: {a: A, b: B}
options: {x: {owner: a}, y: {owner: b}}
bodies:
  c:
    members: {${members.map((m, i) => `m${i}: {votes: ${m.votes}, seats: ${m.seats}, veto: ${m.veto ? "yes" : "no"}, weights: {population: ${m.population}}}`).join(", ")}}
    quota: {votes: ${quota}${heavy ? `, population: ${population}` : ""}, members: ${many}}
    abstentions: ${abstentions}
    decides: {d: {votes: {${members.map((m, i) => `m${i}: ${m.vote}`).join(", ")}}}}
preferences: {a: [d], b: [not d]}
`;
        const compiled = compiledOf(text);
        const seats = members.flatMap((m) => Array.from({ length: m.seats }, () => m));
        const body = {
          vetoes: seats.map(({ veto }) => veto),
          rules: [
            { weights: seats.map((m) => m.votes), quota },
            { weights: seats.map((m) => m.population), quota: heavy ? population : 0 },
            { weights: seats.map(() => 1), quota: many },
          ],
        };
        const { states, better } = bruteForce(compiled.standoff);
        const verdicts = states.map(([at]) => {
          const [x, y] = [at.get("x") === 1, at.get("y") === 1];
          const ballots = seats.map(({ vote: how }) => {
            if (how === "yes" || how === "no" || how === "abstain") return how;
            if (how.startsWith("{")) return x ? "yes" : y ? "no" : "abstain";
            return (how === "x" ? x : how === "not y" ? !y : x === y) ? "yes" : "no";
          });
          return passes(body, ballots, abstentions);
        });
        // a wants nothing but the decision, so what it prefers shows where it holds.
        for (const one of verdicts.keys())
          for (const other of verdicts.keys())
            expect(better(0, one, other)).toBe(verdicts[one] && !verdicts[other]);
        expect(compiled.game.preferences[0]).toMatchObject({ kind: "ranked" });
        if (verdicts.includes(true) && verdicts.includes(false)) passing++;
      },
    ),
    { numRuns: 300 },
  );
  expect(passing).toBeGreaterThan(20);
});
