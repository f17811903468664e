import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
import { CONCEPTS } from "../../analysis/findings.ts";
import { planSweep } from "../../analysis/sweep.ts";
import { compile } from "../../game/compile.ts";
import { parse } from "../../model/parse.ts";
import { ANSWERS, createSession } from "./answers.ts";

const text = readFileSync("examples/korea-2003.yaml", "utf8");
const quiet = () => {};

test("the page answers what the library answers", () => {
  const library = analyze(compile(parse(text).standoff!).compiled!);
  const page = ANSWERS.analyze(createSession(text, "standoff.yaml"), {}, quiet).findings!;
  expect(page.counts).toEqual(library.counts);
  expect(page.statusQuo).toEqual(library.statusQuo);
  expect(page.equilibria).toEqual(library.equilibria.slice(0, 200));
});

test("what cannot be read is answered with its problems, by every question", () => {
  const session = createSession(
    "standoff: 1\ntitle: x\nparties: {a: A}\noptions: {o: {owner: b}}\n",
    "x.yaml",
  );
  for (const question of ["analyze", "matrix"] as const) {
    const args = { where: "", concept: undefined, offset: 0, limit: 10 } as never;
    const { problems } = ANSWERS[question](session, args, quiet);
    expect(problems).toContainEqual(expect.objectContaining({ severity: "error", line: 4 }));
  }
});

test("every answer can be sent from one thread to another", () => {
  const session = createSession(text, "standoff.yaml");
  for (const answer of [ANSWERS.read(session), ANSWERS.check(session), ANSWERS.analyze(session, {}, quiet)])
    expect(structuredClone(answer)).toEqual(answer);
});

test("a condition with a mistake is answered with the place of the mistake", () => {
  const args = { where: "package and nonsense", concept: undefined, offset: 0, limit: 10 };
  expect(ANSWERS.matrix(createSession(text, "x.yaml"), args, quiet).problems).toMatchObject([{ column: 13 }]);
});

test("every state that `analyze` sends is explained as what it is, for every party and concept", () => {
  for (const file of ["korea-2003", "elmira", "elmira-merged", "elmira-graph", "garrison"]) {
    const session = createSession(readFileSync(`examples/${file}.yaml`, "utf8"), "x.yaml");
    const { names, equilibria } = ANSWERS.analyze(session, {}, quiet).findings!;
    for (const { state, concepts } of equilibria.slice(0, 8)) {
      for (const notion of CONCEPTS) {
        const stays = names.parties.map(({ id: party }) => {
          const { findings } = ANSWERS.explain(session, { state, party, notion }, quiet);
          expect(findings!.state).toEqual(state);
          return findings!.stable;
        });
        expect(stays.every(Boolean)).toBe(concepts.includes(notion));
      }
    }
  }
});

test("settings that make no feasible state are answered with the constraint they break", () => {
  const wolf = `standoff: 1
title: Crossing
parties: {a: Farmer}
options: {wolf: {owner: a}, goat: {owner: a}, boat: {owner: a, levels: [here, there]}}
constraints: [{never: wolf and goat and boat = there}]
status quo: []
preferences: {a: [wolf]}
`;
  const session = createSession(wolf, "x.yaml");
  const explained = (on: string[], boat: string) =>
    ANSWERS.explain(
      session,
      { state: { on, levels: { boat }, outcomes: [] }, party: "a", notion: "nash" },
      quiet,
    );
  expect(explained(["goat", "wolf"], "there").problems).toMatchObject([
    {
      code: "which-state",
      message: "these settings are ruled out by `never: wolf and goat and boat = there`",
    },
  ]);
  expect(explained(["goat", "wolf"], "here").findings).toMatchObject({ stable: true });
});

test("what was chosen in another file is let go: the state, the party, the members of a group", () => {
  const session = createSession(text, "x.yaml");
  const state = { on: ["no_such_option"], levels: {}, outcomes: [] };
  const now = ANSWERS.analyze(session, {}, quiet).findings!.statusQuo!.state;
  const why = ANSWERS.explain(session, { state, party: "nobody", notion: "seq" }, quiet).findings!;
  expect(why).toMatchObject({ state: now, party: "us" });
  const wedge = ANSWERS.wedge(
    session,
    { alliance: ["us", "nobody", "rok"], at: state, concept: "seq" },
    quiet,
  );
  expect(wedge.findings).toMatchObject({ state: now, alliance: ["us", "rok"] });
  const groups = ANSWERS.coalitions(session, { group: ["us", "nobody"], concept: "seq" }, quiet).findings!
    .groups;
  expect(groups).toHaveLength(26);
});

test("a goal with a mistake is answered with the place of the mistake", () => {
  const args = { from: undefined, goal: "freeze and nonsens", concept: undefined };
  expect(ANSWERS.paths(createSession(text, "x.yaml"), args, quiet).problems).toMatchObject([
    { file: "the goal", line: 1, column: 12 },
  ]);
});

test("the pieces of a table of variants make up the table that the library plans", () => {
  const doubtful = readFileSync("examples/elmira-doubts.yaml", "utf8");
  const { plan } = planSweep(parse(doubtful).standoff!, {
    vary: ["all"],
    sample: 500,
    seed: 1,
    goal: undefined,
  });
  const session = createSession(doubtful, "x.yaml");
  const rows: unknown[] = [];
  while (rows.length < plan!.rows) {
    const { findings } = ANSWERS.sweep(session, { sample: 500, goal: "", from: rows.length });
    expect(findings!.rows.length).toBeGreaterThan(0);
    rows.push(...findings!.rows);
  }
  expect(rows).toEqual(Array.from({ length: plan!.rows }, (_, number) => plan!.row(number)));
});
