import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium, startServer } from "../../scripts/chromium.mjs";
import { seriousFindings, visit } from "./visit.ts";

let browser: Browser;
const servers: { address: string; end: () => void }[] = [];
const opened = async (...args: string[]) => {
  const server = await startServer(args);
  servers.push(server);
  return server.address;
};
let doubtful: string;
let flagship: string;
beforeAll(async () => {
  [browser, doubtful, flagship] = await Promise.all([
    startChromium(),
    opened("open", "examples/elmira-doubts.yaml"),
    opened("serve"),
  ]);
}, 60_000);
afterAll(async () => {
  for (const { end } of servers) end();
  await browser?.close();
});

test("how sure are we: shares, a doubt settled by keyboard changes them, and the table of variants is kept", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await visit(browser, doubtful);
  await page.getByRole("tab", { name: "How sure are we" }).click();
  const quo = page.getByRole("region", { name: "Does the status quo hold under SEQ?" });
  await quo
    .getByText("Yes with a chance of 27 %, in 192 of 768 possibilities. As the file is written, no.")
    .waitFor();
  await quo.getByText("To find out next: local.6", { exact: false }).waitFor();
  expect(await quo.locator(".tornado li").count()).toBe(5);

  const summary = page.getByText("What is open: 8 doubts");
  await summary.press("Enter");
  const modify = page.getByRole("group", { name: /modify the control order/ });
  await modify.getByRole("radio", { name: "Open" }).press("ArrowDown");
  await quo.getByText("96 of 384 possibilities", { exact: false }).waitFor();
  await quo
    .getByText("As the file is written, but for what is settled here, no.", { exact: false })
    .waitFor();
  // The choice keeps the focus while the answers are made anew.
  expect(await modify.locator("input:focus").count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Leave all open again" }).click();
  await quo.getByText("192 of 768 possibilities", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Make the table" }).click();
  await page.getByText("All 768 rows are there.").waitFor();
  const [kept] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Keep it (CSV)" }).click(),
  ]);
  const lines = readFileSync(await kept.path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(769);
  const columns = lines[0].split(",");
  const holding = lines
    .slice(1)
    .map((line) => line.split(","))
    .filter((row) => row[columns.indexOf("status_quo")].split("+").includes("seq"));
  expect(holding).toHaveLength(192);
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("how sure are we: without a doubt the page says how to write one, on a narrow dark screen", {
  timeout: 60_000,
}, async () => {
  const { page } = await visit(browser, await opened("open", "examples/elmira.yaml"), {
    width: 390,
    height: 844,
    dark: true,
  });
  await page.getByRole("tab", { name: "How sure are we" }).click();
  await page.getByText("Nothing in this file is in doubt", { exact: false }).waitFor();
  await page.getByText("confidence: unsure", { exact: false }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
});

test("who said so: what hangs on a claim, and what changes without it", { timeout: 60_000 }, async () => {
  const { page, complaints } = await visit(browser, flagship);
  await page.getByRole("tab", { name: "Who said so" }).click();
  await page.getByRole("heading", { name: "What the answers rest on, under SEQ" }).waitFor();
  const told = await page.locator(".hanging .says").first().textContent();
  const claim = /^Without (\S+): /.exec(told ?? "")![1];
  await page.getByRole("button", { name: `What would change without ${claim}?` }).press("Enter");
  const says = page.locator(".retracted [role=status]");
  await says.waitFor();
  // What was found for the list and what is found for the claim alone are two computations.
  expect(await says.textContent()).toBe(told!.replace(`Without ${claim}: `, `Without ${claim}, under SEQ: `));
  expect(await seriousFindings(page)).toEqual([]);
  await page
    .getByRole("button", { name: `Give ${claim} back` })
    .first()
    .click();
  await says.waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});
