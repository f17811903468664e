import { analyze, stabilitiesOf } from "../../analysis/analyze.ts";
import { frontier } from "../../analysis/frontier.ts";
import { map } from "../../analysis/map.ts";
import { report } from "../../analysis/report.ts";
import { writeCsv } from "../../formats/csv-out.ts";
import { writeDot } from "../../formats/dot-out.ts";
import { writeGmcr } from "../../formats/gmcr-out.ts";
import { writeNfg } from "../../formats/nfg-out.ts";
import type { Compiled } from "../../game/compile.ts";
import type { Problem } from "../../model/problem.ts";
import { readExpression } from "../../model/read-expression.ts";
import { drawFrontier } from "../../render/frontier.ts";
import { renderReport } from "../../render/report.ts";
import { layOut } from "../map/layout.ts";
import { mapSvg } from "../map/map-svg.ts";
import type { Answer, Progress } from "./answer.ts";

/** What a standoff can be taken away as, beside its own text. */
export type ExportKind =
  | "report"
  | "json"
  | "stability"
  | "equilibria"
  | "moves"
  | "map"
  | "frontier"
  | "gmcr"
  | "nfg"
  | "dot";

/** A file's text, and what of the standoff it cannot hold. */
export type Exported = { readonly text: string; readonly losses: readonly string[] };

/** Seconds a search for packages may take in a report; what is not decided by then is said in it. */
const SEARCH = 20;

/** Writes one of the files. A goal is for the report: what is to be reached, as typed. */
export function exportAs(
  compiled: Compiled,
  kind: ExportKind,
  goal: string,
  onProgress: Progress,
): Answer<Exported> {
  if (kind === "report") return writeReport(compiled, goal, onProgress);
  if (kind === "frontier") {
    const { findings, problems } = frontier(compiled);
    return findings === undefined ? { problems } : { findings: { text: drawFrontier(findings), losses: [] } };
  }
  if (kind === "map") {
    const stabilities = stabilitiesOf(compiled, onProgress);
    const drawn = map(compiled, stabilities, { concept: "seq", everyMove: false, onProgress });
    return { findings: { text: mapSvg(drawn, layOut(drawn), false), losses: [] } };
  }
  const findings = () => analyze(compiled, { onProgress });
  if (kind === "json") return { findings: { text: `${JSON.stringify(findings(), null, 2)}\n`, losses: [] } };
  const { text, losses } =
    kind === "gmcr"
      ? writeGmcr(compiled)
      : kind === "nfg"
        ? writeNfg(compiled)
        : kind === "dot"
          ? writeDot(compiled, findings())
          : writeCsv(compiled, findings(), kind);
  return text === undefined ? { problems: losses.map(tooMuch) } : { findings: { text, losses } };
}

function writeReport(compiled: Compiled, goal: string, onProgress: Progress): Answer<Exported> {
  const wanted = goal.trim() === "" ? undefined : readExpression(goal, compiled.standoff, "the goal");
  if (wanted !== undefined && wanted.expression === undefined) return { problems: wanted.problems };
  const end = Date.now() + 1000 * SEARCH;
  const findings = report(compiled, {
    goal: wanted?.expression === undefined ? undefined : { expression: wanted.expression, text: goal.trim() },
    onProgress,
    outOfTime: () => Date.now() > end,
  });
  return { findings: { text: renderReport(findings), losses: [] } };
}

function tooMuch(message: string): Problem {
  return { severity: "error", code: "limit", message, file: "", line: 0, column: 0, length: 1, excerpt: "" };
}
