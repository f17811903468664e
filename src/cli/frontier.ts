import type { Weighing } from "../analysis/fair.ts";
import { frontier } from "../analysis/frontier.ts";
import { writeFrontier as toCsv } from "../formats/frontier-out.ts";
import type { Compiled } from "../game/compile.ts";
import type { Problem } from "../model/problem.ts";
import { drawFrontier } from "../render/frontier.ts";
import { argumentProblem } from "./answer.ts";
import { writeWhole } from "./write-whole.ts";

/** What to write, by the end of the file's name. */
export function frontierKind(file: string): "csv" | "svg" | undefined {
  if (/\.csv$/i.test(file)) return "csv";
  return /\.svg$/i.test(file) ? "svg" : undefined;
}

/** Writes the efficient frontier as a table or a picture; returns why it could not. */
export function writeFrontier(compiled: Compiled, weighing: Weighing, file: string): Problem[] {
  const { findings, problems } = frontier(compiled, weighing);
  if (findings === undefined) return problems;
  try {
    writeWhole(file, frontierKind(file) === "csv" ? toCsv(compiled, findings) : drawFrontier(findings));
    return [];
  } catch (error) {
    return [
      argumentProblem(
        file,
        `the file cannot be written (${error instanceof Error ? error.message : String(error)})`,
      ),
    ];
  }
}
