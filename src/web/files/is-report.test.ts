import { expect, test } from "vitest";
import { isReport } from "./is-report.ts";

test.each([
  ["talks.yaml", "<html>", false],
  ["model.gmcr", "anything", false],
  ["page.HTM", "standoff: 1", true],
  ["report.txt", "SEOUL (Wire) - Talks go on.", true],
  ["standoff.txt", "# mine\nstandoff: 1\ntitle: T\n", false],
  ["saved", "<!DOCTYPE html><html>", true],
  ["notes", "parties: {}", false],
])("%s that begins with %s is a report: %s", async (name, text, report) => {
  expect(await isReport(new File([text], name))).toBe(report);
});
