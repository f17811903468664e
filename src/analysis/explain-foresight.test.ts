import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import { explainForesight } from "./explain-foresight.ts";

/** The bridge of docs/method.md: why Anna stays or goes, as told there in words. */
const page = readFileSync(new URL("../../docs/method.md", import.meta.url), "utf8");
const [, text] = /<!-- file: bridge.yaml -->\n```yaml\n([\s\S]*?)```/.exec(page)!;
const compiled = compile(parse(text, "bridge.yaml").standoff!).compiled!;

function told(state: string, notion: "sim" | "sim-each" | "l2" | "l3") {
  const { expression } = readExpression(state, compiled.standoff, "test");
  const { findings } = explainForesight(compiled, { state: expression, party: "anna", notion });
  return {
    stable: findings!.stable,
    moves: findings!.moves.map(({ to, pays, answer, end }) => [
      to.on,
      pays,
      answer.map((move) => [move.party, move.to.on]),
      end.on,
    ]),
  };
}

test("three moves ahead Anna sees that holding firm ends with Ben firm", () => {
  expect(told("not anna-firm and not ben-firm", "l3")).toEqual({
    stable: true,
    moves: [
      [
        ["anna-firm"],
        false,
        [
          ["ben", ["anna-firm", "ben-firm"]],
          ["anna", ["ben-firm"]],
        ],
        ["ben-firm"],
      ],
    ],
  });
});

test("two moves ahead she leaves where Ben is firm, through the crash that he would not stand", () => {
  expect(told("ben-firm and not anna-firm", "l2")).toEqual({
    stable: false,
    moves: [[["anna-firm", "ben-firm"], true, [["ben", ["anna-firm"]]], ["anna-firm"]]],
  });
});

test("moving at once both crash, in either reading", () => {
  for (const notion of ["sim", "sim-each"] as const)
    expect(told("not anna-firm and not ben-firm", notion)).toEqual({
      stable: true,
      moves: [[["anna-firm"], false, [["ben", ["ben-firm"]]], ["anna-firm", "ben-firm"]]],
    });
});
