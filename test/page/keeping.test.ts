import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChromium, startServer } from "../../scripts/chromium.mjs";
import { visit } from "./visit.ts";

const folder = mkdtempSync(join(tmpdir(), "standoff-page-"));
let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test("`open` shows the file, and saving writes it where it was", { timeout: 60_000 }, async () => {
  const file = join(folder, "dilemma.yaml");
  writeFileSync(file, `# mine\n${readFileSync("examples/prisoners-dilemma.yaml", "utf8")}`);
  const server = await startServer(["open", file]);
  const { page, complaints } = await visit(browser, server.address);
  await page.locator(".cm-content").getByText("# mine").waitFor();
  expect(page.url()).not.toContain("token");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("# and changed\n");
  await page.keyboard.press("Control+s");
  await page.getByText("dilemma.yaml was saved.").waitFor();
  expect(readFileSync(file, "utf8")).toMatch(/^# and changed\n# mine\n/);
  await page.reload();
  await page.locator(".cm-content").getByText("# and changed").waitFor();
  expect(complaints).toEqual([]);
  server.end();
});

test("once loaded, the page works without its server", { timeout: 60_000 }, async () => {
  const server = await startServer(["serve"]);
  const { page } = await visit(browser, server.address);
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
  server.end();
  await page.reload();
  await page.getByText("It holds under GMR, SMR", { exact: false }).waitFor();
  await page.locator(".cm-content").waitFor();
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("button", { name: "The Garrison Diversion Unit" }).click();
  await page.getByRole("heading", { level: 1, name: "The Garrison Diversion Unit" }).waitFor();
  await page.getByRole("button", { name: "Read a report" }).click();
  await page
    .getByLabel("Or paste a report here")
    .fill("Talks\n\nThe envoy, Alan Parker, said on Monday that talks went on.");
  await page.getByRole("button", { name: "Read what I pasted" }).click();
  await page.locator(".found").getByText("Talks went on").waitFor();
});
