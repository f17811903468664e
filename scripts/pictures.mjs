/**
 * `npm run pictures`: takes a picture of every panel and every form of the built page on the flagship, 1280 and 390 wide, light
 * and dark, into docs/pictures.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startChromium, startServer } from "./chromium.mjs";
import { root, setUp } from "./setup.mjs";

setUp();
const folder = join(root, "docs", "pictures");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = await startServer();
const browser = await startChromium();

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
    await page.goto(server.address);
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
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    if (await edit.isVisible()) await edit.click();
    await take("edit", page.locator("main [role=tab][id^=edit]"));
    await context.close();
  }
}
await browser.close();
server.end();
