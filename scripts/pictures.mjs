/**
 * `npm run pictures`: takes a picture of every panel and every form of the built page on the flagship, and of a report being read,
 * 1280 and 390 wide, light and dark, into docs/pictures.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root, setUp } from "./setup.mjs";

setUp();
const folder = join(root, "docs", "pictures");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), "serve", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const address = await new Promise((settle) => {
  let said = "";
  server.stdout.on("data", (chunk) => {
    said += chunk;
    const found = /http:\S+/.exec(said)?.[0];
    if (found !== undefined) settle(found);
  });
});
const executablePath =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const browser = await chromium.launch({
  executablePath,
  args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-background-networking"],
});

for (const [width, height] of [
  [1280, 900],
  [390, 844],
]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(address);
    await page.locator(".answer[aria-busy=false]").last().waitFor();
    const take = async (kind, tabs) => {
      for (const tab of await tabs.all()) {
        const name = await tab.evaluate((each) => each.firstChild?.textContent ?? "");
        await tab.click();
        await page.waitForTimeout(500);
        await page.locator(".answer[aria-busy=true]").waitFor({ state: "hidden" });
        await page.waitForTimeout(300);
        const file = `${kind}-${name.toLowerCase().replaceAll(/\W+/g, "-")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, file) });
        console.error(file);
      }
    };
    await take("panel", page.getByRole("tablist", { name: "Questions" }).getByRole("tab"));
    await page.getByRole("button", { name: "Read a report" }).click();
    await page
      .locator(".reading input[type=file]")
      .setInputFiles(join(root, "examples", "reports", "envoy.txt"));
    await page.locator(".deciding").waitFor();
    for (const key of ["a", "a", "d", "a"]) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    const reading = `reading-${width}-${colorScheme}.png`;
    await page.screenshot({ path: join(folder, reading) });
    console.error(reading);
    await page.keyboard.press("Escape");
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    if (await edit.isVisible()) await edit.click();
    await take("edit", page.locator("main [role=tab][id^=edit]"));
    await context.close();
  }
}
await browser.close();
server.kill();
