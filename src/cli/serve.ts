import { spawn } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { answerProblems, argumentProblem } from "./answer.ts";
import { createPageServer } from "./page-server.ts";

export type ServeArguments = { port?: number };

/** Where the built page lies, beside the built program. */
const PAGE = fileURLToPath(new URL("../page", import.meta.url));
/** Tried first, so that the browser's memory of the page (its origin) stays the same from day to day. */
const USUAL_PORT = 4747;

/** `standoff serve [FOLDER]`: the page, with the files of a folder. Runs until it is interrupted. */
export async function runServe(folder: string | undefined, options: ServeArguments): Promise<void> {
  const place = folder === undefined ? undefined : folderOf(folder);
  if (folder !== undefined && place === undefined)
    return answerProblems([argumentProblem(folder, "there is no such folder")], undefined);
  await serve(place, undefined, options.port);
}

/** `standoff open FILE`: the page with that file open, and a browser to see it. */
export async function runOpen(file: string, options: ServeArguments): Promise<void> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    return answerProblems([argumentProblem(file, "there is no such file")], undefined);
  const path = realpathSync(file);
  const address = await serve(dirname(path), basename(path), options.port);
  if (address !== undefined && process.stdout.isTTY === true) openBrowser(address);
}

function folderOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? realpathSync(folder) : undefined;
}

/** Serves the page and says where; undefined when the port cannot be had. */
async function serve(
  folder: string | undefined,
  file: string | undefined,
  port: number | undefined,
): Promise<string | undefined> {
  const { server, token } = createPageServer(PAGE, folder);
  const listen = (wanted: number) =>
    new Promise<NodeJS.ErrnoException | undefined>((settle) => {
      server.once("error", settle);
      server.listen(wanted, "127.0.0.1", () => {
        server.off("error", settle);
        settle(undefined);
      });
    });
  let failed = await listen(port ?? USUAL_PORT);
  if (failed?.code === "EADDRINUSE" && port === undefined) failed = await listen(0);
  if (failed !== undefined) {
    const why = failed.code === "EADDRINUSE" ? "the port is taken" : failed.message;
    answerProblems([argumentProblem(`--port ${port}`, why, "leave it out to take any free port")], undefined);
    return undefined;
  }
  const fragment = new URLSearchParams({
    ...(file === undefined ? {} : { file }),
    ...(folder === undefined ? {} : { token }),
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${folder === undefined ? "" : `#${fragment}`}`;
  process.stdout.write(`Standoff is at ${address}\nCtrl-C ends it.\n`);
  return address;
}

/** Tries to show an address in the user's browser; when that fails, the address is printed anyhow. */
function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open"]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler"]
        : ["xdg-open"];
  spawn(command, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
