import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { coalitions } from "./coalitions.ts";

function compiled(name: string) {
  const text = readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), "utf8");
  return compile(parse(text, name).standoff!).compiled!;
}

describe("Elmira", () => {
  test("the ministry and Uniroyal leave the deadlock together for the agreement, as the published case has it (7 → 10)", () => {
    const { findings } = coalitions(compiled("elmira"), { concept: "nash", group: ["moe", "uniroyal"] });
    const deadlock = findings!.outcomes.find(({ state }) => state.on.join() === "delay,insist")!;
    expect(deadlock.leaving).toMatchObject([
      { group: ["moe", "uniroyal"], to: { on: ["accept", "insist", "modify"] } },
    ]);
    expect(deadlock.leaving[0].moves).toHaveLength(2);
  });

  test("nobody leaves the agreement, whoever may move together", () => {
    const { findings } = coalitions(compiled("elmira"), { concept: "seq" });
    const agreement = findings!.outcomes.find(({ state }) => state.on.join() === "accept,insist,modify")!;
    expect(agreement.leaving).toEqual([]);
    expect(findings!.groups).toHaveLength(4);
  });
});

test("both prisoners together leave the one outcome that neither leaves alone", () => {
  const { findings } = coalitions(compiled("prisoners-dilemma"), { concept: "nash" });
  expect(findings!.outcomes).toMatchObject([
    { state: { on: [] }, leaving: [{ group: ["first", "second"], to: { on: ["silent1", "silent2"] } }] },
  ]);
});

test("more outcomes than can be tried is a limit, named", () => {
  const { findings, problems } = coalitions(compiled("korea-2003"), { concept: "gmr" });
  expect(findings).toBeUndefined();
  expect(problems).toMatchObject([{ code: "limit", message: expect.stringContaining("the limit is 200") }]);
});
