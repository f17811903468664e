import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyze } from "../../analysis/analyze.ts";
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
