import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const KNOWN = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Starts the installed Chromium. Throws, naming what to install, when there is none: the page is not tested without. */
export function startChromium(): Promise<Browser> {
  const executablePath = KNOWN.find((path) => path !== "" && existsSync(path));
  if (executablePath === undefined)
    throw new Error(
      "The page is tested in a real Chromium and none was found. Install it, or set CHROMIUM to its path.",
    );
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...asRoot, "--disable-background-networking"] });
}

const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** Starts the built program's own server with these arguments at a free port; gives its address and a way to end it. */
export function startServer(args: readonly string[]): Promise<{ address: string; end: () => void }> {
  return new Promise((settle, fail) => {
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
