/**
 * `npm run pictures`: takes a picture of every panel and every form of the built page on the flagship, and of a report being read,
 * 1280 and 390 wide, light and dark, into docs/pictures.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChromium, startServer } from "./chromium.mjs";
import { root, setUp } from "./setup.mjs";

setUp();
const folder = join(root, "docs", "pictures");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = await startServer();
const browser = await startChromium();

/** What a picture begins with, where that is not the beginning of the panel. */
const WORTH_SEEING = { "What it would take": "#mediate-packages", Map: ".map-legend" };

/** File name without width and theme → what is on the picture. */
const taken = new Map();
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
        // Of what it would take, the packages for a goal say more than the empty field.
        if (name === "What it would take") await page.locator(".suggested button").last().click();
        await page.locator(".answer[aria-busy=true]").first().waitFor({ state: "hidden" });
        const worthSeeing = page.locator(WORTH_SEEING[name] ?? "nothing");
        if ((await worthSeeing.count()) > 0) await worthSeeing.evaluate((each) => each.scrollIntoView());
        await page.waitForTimeout(300);
        const stem = `${kind}-${name.toLowerCase().replaceAll(/\W+/g, "-")}`;
        taken.set(stem, name);
        await page.screenshot({ path: join(folder, `${stem}-${width}-${colorScheme}.png`) });
        console.error(`${stem}-${width}-${colorScheme}.png`);
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
    taken.set("reading", "Reading a report");
    await page.screenshot({ path: join(folder, `reading-${width}-${colorScheme}.png`) });
    console.error(`reading-${width}-${colorScheme}.png`);
    await page.keyboard.press("Escape");
    const edit = page.getByRole("button", { name: "Edit", exact: true });
    if (await edit.isVisible()) await edit.click();
    await take("edit", page.locator("main [role=tab][id^=edit]"));
    await context.close();
  }
}
await browser.close();
server.end();

const gallery = [...taken].map(([stem, name]) => {
  const picture = (which) => `![${name}](${stem}-${which}.png)`;
  return `## ${name}\n\n${picture("1280-light")}\n${picture("1280-dark")}\n${picture("390-light")}\n${picture("390-dark")}\n`;
});
writeFileSync(
  join(folder, "README.md"),
  `# The page in pictures\n\nThe flagship on every panel and in every way to edit, and a report being read, made by \`npm run pictures\`.\n\n${gallery.join("\n")}`,
);
