import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { startChromium, startServer } from "../../scripts/chromium.mjs";

/** A visit to the page that keeps count of what must never happen. */
export type Visit = {
  readonly page: Page;
  /** What the console complained of, and errors nobody caught. */
  readonly complaints: string[];
  /** Addresses elsewhere that were asked for. */
  readonly elsewhere: string[];
};

/** How the page is looked at. */
export type Look = { readonly width?: number; readonly height?: number; readonly dark?: boolean };

/**
 * For the tests of one file: a Chromium and the program's own server, started before them and ended after them; what a test opened is
 * closed when it ends. `fragment` is what stands after the address.
 */
export function theProgram() {
  let browser: Browser;
  let server: { readonly address: string; readonly end: () => void };
  beforeAll(async () => {
    [browser, server] = await Promise.all([startChromium(), startServer(["serve"])]);
  }, 60_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    server?.end();
    await browser?.close();
  });
  return {
    visit: ({ fragment = "", ...look }: Look & { readonly fragment?: string } = {}) =>
      visit(browser, server.address + fragment, look),
    browser: () => browser,
    address: () => server.address,
  };
}

export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, height = 900, dark = false }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(address).origin)
      elsewhere.push(request.url());
  });
  await page.goto(address);
  return { page, complaints, elsewhere };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds serious or critical on the page as it stands, or in one part of it, a line each. */
export async function seriousFindings(
  page: Page,
  part = "html",
  options: RunOptions = {},
): Promise<string[]> {
  await page.evaluate(`window.axe || ${axe}`);
  const results: AxeResults = await page.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify({ resultTypes: ["violations"], ...options })})`,
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** The same in light and in dark; of the second only the contrast, since nothing else is different. */
export async function seriousInBothThemes(page: Page, part: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await seriousFindings(page, part);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...(await seriousFindings(page, part, { runOnly: ["color-contrast"] }))];
}
