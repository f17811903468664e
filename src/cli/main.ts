#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { program } from "./program.ts";

// A reader that has seen enough (`standoff states … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
try {
  await program(version).parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
}
