import { describe, expect, test } from "vitest";
import { measure } from "../bench/read.mjs";
import { readReport } from "../src/record/read-report.ts";

/** What `npm run bench:read` prints must not fall below what docs/reading.md promises. */
const FLOORS = {
  rules: {
    people: [0.97, 0.98],
    roles: [0.97, 0.94],
    statements: [0.98, 0.98],
    events: [0.96, 0.94],
    acts: [0.95, 0.92],
  },
  measured: {
    people: [0.96, 0.95],
    roles: [0.92, 0.84],
    statements: [0.95, 0.86],
    events: [0.86, 0.93],
    acts: [0.89, 0.76],
  },
} as const;

describe.each(["rules", "measured"] as const)("the half %s of the labeled reports", (half) => {
  const { reports, counts } = measure(readReport, half);
  test.each(Object.entries(FLOORS[half]))("%s: precision and recall", (kind, [precision, recall]) => {
    const { found, right, labels, recalled } = counts[kind];
    expect(right / found).toBeGreaterThanOrEqual(precision);
    expect(recalled / labels).toBeGreaterThanOrEqual(recall);
  });
  test("little of the page around the report is left", () => {
    expect(reports).toBeGreaterThanOrEqual(25);
    expect(counts.clean.recalled / counts.clean.labels).toBeGreaterThanOrEqual(0.9);
  });
});
