import { readFileSync } from "node:fs";
import { readGmcr } from "../formats/gmcr-in.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { noErrors, type Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { argumentProblem } from "./answer.ts";

/** Reads a standoff from a file, `-` for standard input; a `.gmcr` file is converted on the way. */
export function readStandoff(file: string): { standoff: Standoff | undefined; problems: Problem[] } {
  const read = readText(file);
  if (typeof read !== "string") return { standoff: undefined, problems: [read] };
  if (!/\.gmcr$/i.test(file)) return parse(read, file === "-" ? "standard input" : file);
  const converted = readGmcr(read, file);
  if (converted.text === undefined) return { standoff: undefined, problems: converted.problems };
  const { standoff, problems } = parse(converted.text, file);
  return { standoff, problems: [...converted.problems, ...problems] };
}

/** The same, compiled; warnings are left to `standoff check`. */
export function readCompiled(file: string): { compiled: Compiled | undefined; problems: Problem[] } {
  const { standoff, problems } = readStandoff(file);
  if (standoff === undefined) return { compiled: undefined, problems };
  const result = compile(standoff);
  return { compiled: result.compiled, problems: noErrors(result.problems) ? [] : result.problems };
}

const LARGEST = 50 * 1024 * 1024;

/** The file's text, or in words why it cannot be read. */
export function readText(file: string): string | Problem {
  try {
    const bytes = readFileSync(file === "-" ? 0 : file);
    if (bytes.length > LARGEST)
      return argumentProblem(file, `the file is larger than ${LARGEST / 1024 / 1024} MB`);
    if (bytes.includes(0)) return argumentProblem(file, "this is not a text file: it contains zero bytes");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    return argumentProblem(
      file,
      whyNot(error),
      "give the path of a standoff file, such as examples/korea-2003.yaml",
    );
  }
}

export function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder, not a file";
  if (code === "EACCES" || code === "EPERM") return "the file may not be read";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "the file is not UTF-8 text";
  return `the file cannot be read (${error instanceof Error ? error.message : String(error)})`;
}
