import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyze } from "../src/analysis/analyze.ts";
import { CONCEPTS, type Concept, type Notion } from "../src/analysis/findings.ts";
import { wayOut } from "../src/engine/coalition.ts";
import { BIT } from "../src/engine/concepts.ts";
import { limitedMoveStability, nonMyopicStability } from "../src/engine/limited-move.ts";
import { EXTENSIONS, isStable, WHATEVER } from "../src/engine/literal.ts";
import { simultaneousStability } from "../src/engine/simultaneous.ts";
import { stabilities } from "../src/engine/stability.ts";
import { type Compiled, compile } from "../src/game/compile.ts";
import { parse } from "../src/model/parse.ts";

/** The worked example of docs/method.md: every entry of its tables is computed from the file shown there. */
const page = readFileSync(new URL("../docs/method.md", import.meta.url), "utf8");
const STATES = ["q", "a", "b", "c"];

function shown(file: string): Compiled {
  const [, text] = new RegExp(`<!-- file: ${file} -->\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(page)!;
  const { standoff, problems } = parse(text, file);
  expect(problems).toEqual([]);
  return compile(standoff!).compiled!;
}

function tableAfter(head: string): string[][] {
  const lines = page.slice(page.indexOf(head)).split("\n");
  const rows = lines.slice(
    2,
    lines.findIndex((line) => !line.startsWith("|")),
  );
  return rows.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("the bridge", () => {
  const { game } = shown("bridge.yaml");
  const rows = tableAfter("| | q | a | b | c |");

  test("has the states the page names, in this order", () => {
    expect(analyze(shown("bridge.yaml"), { numbering: "gmcr" }).states).toBe(4);
    expect(rows).toHaveLength(16);
  });

  test.each(rows)("is, for Anna, under %s as the page says", (name, ...cells) => {
    const verdicts = STATES.map((_, state) => (stableForAnna(name, state) ? "stable" : "–"));
    expect(cells).toEqual(verdicts);
  });

  function stableForAnna(name: string, state: number): boolean {
    if (name === "coalition nash") {
      return [[0], [0, 1]].every((group) => wayOut(game, group, state, "nash") === undefined);
    }
    const { byParty, strong } = stabilities(game);
    const [first, second] = name.split(" ");
    if (first === "strong") return (strong!.byParty[0][state] & BIT[second as Concept]) !== 0;
    if (CONCEPTS.some((concept) => concept === name)) return (byParty[0][state] & BIT[name as Concept]) !== 0;
    return further(name as Notion)[0][state] === 1;
  }

  function further(notion: Notion): readonly Uint8Array[] {
    const itself = (code: number) => (code < game.states ? code : -1);
    if (notion === "nm") return nonMyopicStability(game)!.stable;
    if (notion === "sim") return simultaneousStability(game, itself, itself, "together")!;
    if (notion === "sim-each") return simultaneousStability(game, itself, itself, "each")!;
    return limitedMoveStability(game, Number(notion.slice(1)));
  }
});

describe("the bridge where Ben's preference is unknown", () => {
  const { game } = shown("bridge-unknown.yaml");
  const rows = tableAfter("| equilibria | a | b | c | d | whatever | may |");

  test.each(rows)("has the equilibria of %s that the page lists", (name, ...cells) => {
    const concept = name as Concept;
    const under = (reading: (typeof EXTENSIONS)["a"]) =>
      STATES.filter((_, state) =>
        game.moves.every((__, party) => isStable(game, party, state, concept, reading)),
      );
    const surely = under(WHATEVER);
    const may = under(EXTENSIONS.d).filter((state) => !surely.includes(state));
    const expected = [...Object.values(EXTENSIONS).map(under), surely, may].map((states) =>
      states.join(", "),
    );
    expect(cells).toEqual(expected);
    expect(rows).toHaveLength(CONCEPTS.length);
  });
});
