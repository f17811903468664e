/** `npm start`: sets up what is missing, then runs the program; without arguments, the main job on the flagship case. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root, setUp } from "./setup.mjs";

setUp();
const args = process.argv.slice(2);
const { status, signal } = spawnSync(
  process.execPath,
  [
    join(root, "dist", "cli", "main.js"),
    ...(args.length > 0 ? args : ["analyze", join("examples", "korea-2003.yaml")]),
  ],
  { stdio: "inherit", cwd: args.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root },
);
process.exitCode = signal ? 130 : (status ?? 1);
