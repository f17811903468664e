import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../model/parse.ts";
import { doubtsIn } from "./doubts.ts";
import { robustness } from "./robustness.ts";

const doubtful = parse(readFileSync("examples/elmira-doubts.yaml", "utf8")).standoff!;
const asked = (fixed?: Readonly<Record<string, number>>) => robustness(doubtful, { fixed }).findings!;
const quo = (fixed?: Readonly<Record<string, number>>) =>
  asked(fixed).answers.find(({ kind }) => kind === "statusQuo")!;

test("settling a doubt gives the chance under that reading, and the readings' chances make up the whole", () => {
  const { share, weights } = quo();
  for (const { id, readings } of doubtsIn(doubtful).list) {
    const settled = readings.map((_, reading) => quo({ [id]: reading }).share);
    // The law of total probability.
    expect(readings.reduce((sum, { chance }, reading) => sum + chance * settled[reading], 0)).toBeCloseTo(
      share,
      10,
    );
    const weight = weights.find(({ doubt }) => doubt === id);
    settled.forEach((each, reading) => {
      expect(each).toBeCloseTo(weight?.shares[reading]?.share ?? share, 10);
    });
  }
});

test("with every doubt settled one possibility is left, and the answer as settled is its answer", () => {
  const { list } = doubtsIn(doubtful);
  const last = Object.fromEntries(list.map(({ id, readings }) => [id, readings.length - 1]));
  const findings = asked(last);
  expect(findings.possibilities).toBe(1);
  expect(findings.fixed).toEqual(last);
  for (const { asWritten, yes, weights } of findings.answers) {
    expect(yes).toBe(asWritten ? 1 : 0);
    expect(weights).toEqual([]);
  }
});

test("doubts and readings that the file does not have settle nothing", () => {
  const { fixed: _, ...findings } = asked({ nobody: 1, toString: 0, modify: 7 });
  expect(findings).toEqual(asked());
});

test("when the time for drawing is up, some is left to find what turns an answer around", () => {
  const korea = parse(readFileSync("examples/korea-2003.yaml", "utf8")).standoff!;
  const parts: number[] = [];
  const { findings } = robustness(korea, {
    outOfTime: (part) => {
      parts.push(part);
      return part < 1 || parts.length > 12;
    },
  });
  expect(findings!.method).toMatchObject({ kind: "sampled", stopped: "time" });
  expect(parts.at(-1)).toBe(1);
  expect(findings!.answers.some(({ flips }) => flips!.size === 1)).toBe(true);
});

test("where there is no time to look at every possibility, they are drawn from, and the shares are near the exact ones", () => {
  let asks = 0;
  const { findings } = robustness(doubtful, { outOfTime: (part) => part <= 0.5 || ++asks > 100 });
  expect(findings!.method.kind).toBe("sampled");
  const exact = asked();
  expect(exact.method.kind).toBe("exact");
  expect(findings!.answers.length).toBe(exact.answers.length);
  for (const [index, { interval }] of findings!.answers.entries()) {
    const { share } = exact.answers[index];
    // Of a Wilson interval of 95 % twice the width: seed 1 is fixed, so this cannot fail by chance.
    const [low, high] = interval!;
    expect(share).toBeGreaterThanOrEqual(low - (high - low) / 2);
    expect(share).toBeLessThanOrEqual(high + (high - low) / 2);
  }
});
