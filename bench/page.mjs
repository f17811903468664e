/**
 * How quick and how large the page is: `npm run bench:page`. The first view is measured in a browser just started, from the request to the
 * flagship's first outcome on the screen; sizes are of the built files, compressed as a server would.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startChromium, startServer } from "../scripts/chromium.mjs";
import { root, setUp } from "../scripts/setup.mjs";

const RUNS = 7;

setUp();
const server = await startServer();
const times = [];
for (let run = 0; run < RUNS; run++) {
  const browser = await startChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(".outcome") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        document.documentElement.dataset.firstView = String(performance.now());
      });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.address);
  await page.locator("html[data-first-view]").waitFor();
  times.push(Number(await page.locator("html").getAttribute("data-first-view")));
  await browser.close();
}
server.end();
times.sort((a, b) => a - b);
console.log(
  `first view of the flagship: median ${Math.round(times[RUNS >> 1])} ms, ${Math.round(times[0])} to ${Math.round(times[RUNS - 1])} ms in ${RUNS} runs`,
);

const folder = join(root, "dist", "page", "assets");
const sizes = readdirSync(folder).map((name) => ({
  name,
  size: gzipSync(readFileSync(join(folder, name))).length,
}));
const apart = ["code-editor", "reader-worker"];
const of = (part) =>
  sizes.filter(({ name }) => name.startsWith(part)).reduce((sum, { size }) => sum + size, 0);
const all = sizes.reduce((sum, { size }) => sum + size, 0);
const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `page code, compressed: ${kB(all - apart.reduce((sum, part) => sum + of(part), 0))}; loaded apart: ${apart.map((part) => `${part} ${kB(of(part))}`).join(", ")}`,
);
