/**
 * Sets up what is missing, so that a fresh clone needs nothing but Node: the locked dependencies when node_modules is
 * missing or older than the lockfile, and the built program and page when they are missing or older than their source. Everything this
 * says goes to standard error, so that standard output stays the program's own.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".standoff-lock");

/** Runs a command in the project's folder with its output on standard error; returns its exit code. */
export function run(command, args, stdout = 2) {
  const npm = command === "npm" && process.platform === "win32";
  const { status, error } = spawnSync(npm ? "npm.cmd" : command, args, {
    cwd: root,
    stdio: ["ignore", stdout, 2],
    shell: npm,
  });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Installs and builds; ends the process with a plain sentence when that fails. */
export function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Standoff needs Node 20.19 or newer; this is ${process.version}.`);
  }
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    console.error("Installing the locked dependencies …");
    if (run("npm", ["ci", "--loglevel=error"]) !== 0)
      fail("The dependencies could not be installed (see above).");
    writeFileSync(stamp, lock);
  }
  const source = newest([join(root, "src"), join(root, "tsconfig.build.json")]);
  const main = join(root, "dist", "cli", "main.js");
  if (source > builtAt(main)) {
    const tsc = join("node_modules", "typescript", "bin", "tsc");
    if (run(process.execPath, [tsc, "-p", "tsconfig.build.json"]) !== 0)
      fail("The program could not be built (see above).");
  }
  if (
    Math.max(source, newest([join(root, "examples")])) > builtAt(join(root, "dist", "page", "index.html"))
  ) {
    const vite = join("node_modules", "vite", "bin", "vite.js");
    const config = join("src", "web", "vite.config.ts");
    if (run(process.execPath, [vite, "build", "--config", config, "--logLevel", "warn"]) !== 0)
      fail("The page could not be built (see above).");
  }
}

function builtAt(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

/** When the newest of the files given, or of those in the folders given, was changed. */
function newest(places) {
  return Math.max(
    ...places.map((place) => {
      if (!statSync(place).isDirectory()) return statSync(place).mtimeMs;
      return newest(readdirSync(place).map((name) => join(place, name)));
    }),
    0,
  );
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
