import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomStandoff } from "../../test/random-standoff.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { analyze } from "./analyze.ts";
import type { AnalyzeFindings } from "./findings.ts";

function analyzed(text: string): AnalyzeFindings | undefined {
  const { standoff, problems } = parse(text, "test.yaml");
  expect(problems.filter((each) => each.severity === "error")).toEqual([]);
  const { compiled } = compile(standoff!);
  return compiled === undefined ? undefined : analyze(compiled);
}

const CHICKEN = `standoff: 1
title: Chicken
parties: {row: Row, column: Column}
options:
  r: {owner: row, title: swerve}
  c: {owner: column, title: swerve}
status quo: []
preferences:
  row:
    ranking: [[c], [r, c], [r], []]
  column:
    ranking: [[r], [r, c], [c], []]
`;

describe("Chicken", () => {
  const findings = analyzed(CHICKEN)!;

  test("has its two Nash equilibria, and compromise holds under foresight", () => {
    const byState = new Map(findings.equilibria.map((each) => [each.state.on.join(" "), each.concepts]));
    expect(byState.get("r")).toEqual(["nash", "gmr", "smr", "seq", "sseq"]);
    expect(byState.get("c")).toEqual(["nash", "gmr", "smr", "seq", "sseq"]);
    // From both swerving, driving on improves for Row; Column's only reply from there, driving on too, is no improvement
    // for Column (the crash is its worst), so a credible opponent does not sanction, but an incredible one does.
    expect(byState.get("c r")).toEqual(["gmr", "smr"]);
    expect(byState.has("")).toBe(false);
    expect(findings.counts).toEqual({ nash: 2, gmr: 3, smr: 3, seq: 2, sseq: 2 });
  });

  test("says who would leave the crash, and that nobody can answer", () => {
    expect(findings.statusQuo!.improvements).toEqual([
      expect.objectContaining({
        party: "row",
        changes: [{ option: "r", from: "no", to: "yes" }],
        unanswered: ["nash", "gmr", "smr", "seq", "sseq"],
      }),
      expect.objectContaining({
        party: "column",
        changes: [{ option: "c", from: "no", to: "yes" }],
        unanswered: ["nash", "gmr", "smr", "seq", "sseq"],
      }),
    ]);
  });

  test("numbers states as GMCR+ does when asked", () => {
    const { standoff } = parse(CHICKEN, "test.yaml");
    const numbered = analyze(compile(standoff!).compiled!, { numbering: "gmcr" });
    expect(numbered.equilibria.map((each) => each.number)).toEqual([2, 3, 4]);
  });
});

test("an improvement from the status quo is unanswered exactly where the definitions find no sanction", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(randomStandoff({ restrictions: true, unanimous: true }), (text) => {
      const findings = analyzed(`${text}status quo: []\n`);
      if (findings?.statusQuo === undefined) return;
      const { standoff } = parse(text, "test.yaml");
      const brute = bruteForce(standoff!);
      const { statusQuo } = findings;
      standoff!.parties.forEach(({ id }, party) => {
        const mine = statusQuo.improvements.filter((each) => each.party === id);
        for (const concept of findings.concepts) {
          const stable = brute.stable(party, 0, concept);
          expect(statusQuo.stableFor[id].includes(concept)).toBe(stable);
          if (mine.some((each) => each.unanswered.includes(concept))) expect(stable).toBe(false);
          if (mine.length > 0 && mine.length < 3 && !stable)
            expect(mine.some((each) => each.unanswered.includes(concept))).toBe(true);
        }
      });
    }),
    { numRuns: 300 },
  );
});

describe("what does not change the answer", () => {
  /** Verdicts without names: for each option set, the concepts; ids translated back by `back`. */
  const verdicts = (findings: AnalyzeFindings | undefined, back: (id: string) => string) =>
    findings?.equilibria
      .map(({ state, concepts }) => {
        const levels = Object.entries(state.levels).map(([id, level]) => `${back(id)}=${level}`);
        return `${[...state.on.map(back), ...levels].sort().join(" ")}: ${concepts.join(" ")}`;
      })
      .sort();
  const same = (id: string) => id;

  test("renaming the options", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomStandoff({ constraints: true, restrictions: true }), (text) => {
        const renamed = text.replaceAll(/\bo(\d)\b/g, (_, digit: string) => `z${9 - Number(digit)}`);
        const back = (id: string) => `o${9 - Number(id.slice(1))}`;
        expect(verdicts(analyzed(renamed), back)).toEqual(verdicts(analyzed(text), same));
      }),
      { numRuns: 150 },
    );
  });

  test("reordering the options and the parties", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomStandoff({ constraints: true, restrictions: true }), (text) => {
        const section = (name: string, from: string) => new RegExp(`(${name}:\\n)((?:  ${from}\\d.*\\n)+)`);
        const reversed = (whole: string, name: string, from: string) =>
          whole.replace(
            section(name, from),
            (_, head: string, body: string) => `${head}${body.trimEnd().split("\n").reverse().join("\n")}\n`,
          );
        const turned = reversed(reversed(text, "parties", "p"), "options", "o");
        expect(turned).not.toBe(text);
        expect(verdicts(analyzed(turned), same)).toEqual(verdicts(analyzed(text), same));
      }),
      { numRuns: 150 },
    );
  });

  test("saying every statement twice", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomStandoff({ constraints: true, restrictions: true }), (text) => {
        const doubled = text.replaceAll(/^( {4}- .*)$/gm, "$1\n$1");
        expect(verdicts(analyzed(doubled), same)).toEqual(verdicts(analyzed(text), same));
      }),
      { numRuns: 150 },
    );
  });
});

describe("too many equilibria to read are grouped", () => {
  const options = Array.from({ length: 8 }, (_, index) => `o${index}`);
  // Everybody wants o0 and not o1, and cares for nothing else: 64 of 256 states hold, all with o0 and without o1.
  const text = `standoff: 1
title: Many
parties: {a: A, b: B}
options:
${options.map((id, index) => `  ${id}: {owner: ${index % 2 === 0 ? "a" : "b"}}`).join("\n")}
preferences:
  a: [o0]
  b: [not o1]
`;
  test("by what they share, with exact counts", () => {
    const findings = analyzed(text)!;
    expect(findings.equilibriaTotal).toBe(64);
    expect(findings.groups.filter((each) => each.concept === "nash")).toEqual([
      { concept: "nash", shared: { o0: "yes", o1: "no" }, states: 64, equilibria: 64 },
    ]);
  });

  test("and the groups' equilibria add up to all of them, on random standoffs", () => {
    fc.assert(
      fc.property(randomStandoff({ constraints: true }), (random) => {
        const findings = analyzed(random);
        if (findings === undefined || findings.groups.length === 0) return;
        for (const concept of new Set(findings.groups.map((each) => each.concept))) {
          const groups = findings.groups.filter((each) => each.concept === concept);
          expect(groups.reduce((sum, each) => sum + each.equilibria, 0)).toBe(findings.counts[concept]);
          for (const group of groups) {
            const matching = findings.equilibria.filter(
              ({ state, concepts }) =>
                concepts.includes(concept) &&
                Object.entries(group.shared).every(([id, level]) =>
                  level === "yes" || level === "no"
                    ? state.on.includes(id) === (level === "yes")
                    : state.levels[id] === level,
                ),
            );
            expect(matching.length).toBeGreaterThanOrEqual(group.equilibria);
            expect(group.states).toBeGreaterThanOrEqual(group.equilibria);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
