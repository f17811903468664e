/** The installed Chromium and the built program's own server: for the tests of the page, its pictures and its measures. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./setup.mjs";

const KNOWN = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Starts the installed Chromium. Throws, naming what to install, when there is none: the page is not tested without. */
export function startChromium() {
  const executablePath = KNOWN.find((path) => path !== "" && existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      "The page is tested in a real Chromium and none was found. Install it, or set CHROMIUM to its path.",
    );
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...asRoot, "--disable-background-networking"] });
}

/** Starts the built program's own server with these arguments at a free port; gives its address and a way to end it. */
export function startServer(args = ["serve"]) {
  return new Promise((settle, fail) => {
    const main = join(root, "dist", "cli", "main.js");
    const program = spawn(process.execPath, [main, ...args, "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    program.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /http:\S+/.exec(said)?.[0];
      if (address !== undefined) settle({ address, end: () => program.kill() });
    });
    program.stderr.on("data", (chunk) => {
      said += chunk;
    });
    program.on("exit", () => fail(new Error(`the server ended: ${said}`)));
  });
}
