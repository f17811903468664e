/** `npm start`: sets up what is missing, then runs the program; without arguments, the main job on the flagship case and the page. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, setUp } from "./setup.mjs";

setUp();
const flagship = join("examples", "korea-2003.yaml");
const args = process.argv.slice(2);
if (args.length > 0) process.exitCode = standoff(args, process.env.INIT_CWD ?? process.cwd());
else process.exitCode = standoff(["analyze", flagship], root) || standoff(["open", flagship], root);

/** Runs the program in a folder; returns its exit code. */
function standoff(given, cwd) {
  const main = join(root, "dist", "cli", "main.js");
  const { status, signal } = spawnSync(process.execPath, [main, ...given], { stdio: "inherit", cwd });
  return signal ? 130 : (status ?? 1);
}
