import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startChromium, startServer } from "./chromium.ts";
import { seriousFindings, visit } from "./visit.ts";

let browser: Browser;
let server: { address: string; end: () => void };
beforeAll(async () => {
  [browser, server] = await Promise.all([startChromium(), startServer(["serve"])]);
}, 60_000);
afterAll(async () => {
  server?.end();
  await browser?.close();
});

test("the page opens on the flagship's answer, asks nobody else and complains of nothing", {
  timeout: 60_000,
}, async () => {
  const { page, complaints, elsewhere } = await visit(browser, server.address);
  await page.getByRole("heading", { level: 1, name: "The Korean Peninsula, January 2003" }).waitFor();
  await page.getByText("It holds under GMR, SMR, not under Nash, SEQ, SSEQ.").waitFor();
  await page
    .getByText("5 outcomes would hold under Nash, SEQ or SSEQ, the most robust first.", { exact: false })
    .waitFor();
  expect(await page.locator(".outcome").count()).toBe(5);
  await page.locator(".cm-content").waitFor();
  expect(await page.locator(".cm-content").textContent()).toContain("standoff: 1");
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("what is typed changes the answer, and undo brings the old one back", { timeout: 60_000 }, async () => {
  const { page, complaints } = await visit(browser, server.address);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("nonsense: 1\n");
  await page.getByText("There is no answer yet: the file has 1 error.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("It holds under GMR, SMR", { exact: false }).waitFor();
  expect(complaints).toEqual([]);
});

test("the tabs are walked with the arrow keys", { timeout: 60_000 }, async () => {
  const { page } = await visit(browser, server.address);
  await page.getByRole("tab", { name: "What would hold" }).press("ArrowRight");
  await page.getByText("2,240 states; 1 to 50 are shown.").waitFor();
  expect(await page.getByRole("tab", { name: "All states" }).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Nothing wrong and nothing suspicious.").waitFor();
});

describe.each([
  { width: 1280, height: 900, dark: false },
  { width: 390, height: 844, dark: true },
])("at $width x $height, dark: $dark", (size) => {
  test("axe finds nothing serious on any panel, and nothing is wider than the screen", {
    timeout: 240_000,
  }, async () => {
    const { page } = await visit(browser, server.address, size);
    await page.locator(".outcome").first().waitFor();
    const tabs = await page.getByRole("tablist", { name: "Questions" }).getByRole("tab").all();
    expect(tabs.length).toBeGreaterThan(12);
    for (const tab of tabs) {
      await tab.click();
      await page.locator(".answer[aria-busy=false]").last().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
    }
  });
});
