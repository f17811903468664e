import { expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { lookback } from "./lookback.ts";

const FEUD = `standoff: 1
title: A feud
as of: 2001-03-01
parties: {a: A, b: B}
options:
  arm: {owner: a, one-way: taken}
  fence: {owner: b}
  shout: {owner: b, changes when: fence}
constraints:
  - never: arm and shout
preferences:
  a: [not fence, arm]
  b: [fence iff arm]
timeline:
  - {date: 2001-03-01, by: b, sets: [fence], what: The fence goes up}
  - {date: 2001-01-01, by: a, sets: [arm], what: A arms}
  - {date: 2001-02-01, by: a, sets: [arm], what: A arms again}
  - {date: 2001-04-01, by: a, sets: [not arm], what: A disarms}
  - {date: 2001-05-01, by: b, sets: [not fence, shout], what: B shouts over a fence that is gone}
  - {date: 2001-06-01, by: a, sets: [arm], what: A arms while B shouts}
`;

const findings = lookback(compile(parse(FEUD, "feud.yaml").standoff!).compiled!);

test("events are taken in the order of their dates, whatever their order in the file", () => {
  expect(findings.events.map(({ date }) => date)).toEqual([
    "2001-01-01",
    "2001-02-01",
    "2001-03-01",
    "2001-04-01",
    "2001-05-01",
    "2001-06-01",
  ]);
  expect(findings.events.map(({ after }) => after)).toEqual([false, false, false, true, true, true]);
});

test("each is a move, nothing new, barred to its party, or outside the model", () => {
  // Disarming undoes a one-way option. Shouting needs the fence where B stands, and B stands behind it: a move. Arming then is infeasible.
  expect(findings.events.map(({ kind }) => kind)).toEqual([
    "move",
    "nothing",
    "move",
    "barred",
    "move",
    "infeasible",
  ]);
  expect(findings).toMatchObject({ changing: 5, allowed: 3 });
});

test("a move is held against its mover's preferences, and what it leads to against the equilibria", () => {
  const [arms, , fence] = findings.events;
  // By hand: with arms and no fence, B improves by the fence; nothing A can do then helps it, so armed and fenced holds.
  expect(arms).toMatchObject({ reason: { verdict: "better", statement: "arm", place: 2 }, toEquilibrium: 1 });
  expect(fence).toMatchObject({ reason: { verdict: "better", statement: "fence iff arm" } });
  expect(fence.holds).toContain("nash");
});

test("looking back from a day on, what happened before is where it starts", () => {
  const { from, events } = lookback(compile(parse(FEUD, "feud.yaml").standoff!).compiled!, {
    since: "2001-03-01",
  });
  expect(from?.on).toEqual(["arm"]);
  expect(events).toHaveLength(4);
});
