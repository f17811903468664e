/** `npm test`: sets up what is missing, then runs every check and says at the end which failed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { run, setUp } from "./setup.mjs";

setUp();
// The page is tested in a real Chromium. Where there is none and we may, Debian's own is installed.
if (
  !process.env.CHROMIUM &&
  !existsSync("/usr/bin/chromium") &&
  process.getuid?.() === 0 &&
  existsSync("/etc/debian_version")
) {
  console.error("Installing Chromium for the tests of the page …");
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
}
const tool = (...path) => join("node_modules", ...path);
const checks = [
  ["types", tool("typescript", "bin", "tsc"), "--noEmit"],
  ["types of the page", tool("typescript", "bin", "tsc"), "--noEmit", "--project", join("src", "web")],
  ["style", tool("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings"],
  [
    "arrows between rooms",
    tool("dependency-cruiser", "bin", "dependency-cruise.mjs"),
    "src",
    "--output-type",
    "err-long",
  ],
  ["unused code", tool("knip", "bin", "knip.js")],
  ["tests, and the commands in README and docs", tool("vitest", "vitest.mjs"), "run"],
];
const failed = checks.filter(([name, ...command]) => {
  console.log(`\n── ${name}`);
  return run(process.execPath, command, 1) !== 0;
});
console.log(`\n${checks.map((check) => `${failed.includes(check) ? "✗" : "✓"} ${check[0]}`).join("\n")}`);
console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
