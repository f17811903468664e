/** The library: text → standoff → game → findings. Every function is pure; see ARCHITECTURE.md for the way of the data. */
export { type AnalyzeOptions, analyze } from "./analysis/analyze.ts";
export { check } from "./analysis/check.ts";
export { coalitions } from "./analysis/coalitions.ts";
export { compare } from "./analysis/compare.ts";
export { explain } from "./analysis/explain.ts";
export { explainForesight } from "./analysis/explain-foresight.ts";
export { fair } from "./analysis/fair.ts";
export type * from "./analysis/findings.ts";
export { CONCEPTS } from "./analysis/findings.ts";
export type { Progress } from "./analysis/flips.ts";
export { lookback } from "./analysis/lookback.ts";
export { mediate } from "./analysis/mediate.ts";
export { type PathsOptions, paths } from "./analysis/paths.ts";
export { perceptions } from "./analysis/perceptions.ts";
export { type RecordOptions, record } from "./analysis/record.ts";
export { report } from "./analysis/report.ts";
export {
  type RobustnessOptions,
  type RobustnessResult,
  robustness,
  robustnessSteps,
} from "./analysis/robustness.ts";
export type { StateView } from "./analysis/state-view.ts";
export { states } from "./analysis/states.ts";
export { planSweep, type SweepOptions, type SweepPlan } from "./analysis/sweep.ts";
export { bodyFinding, votes } from "./analysis/votes.ts";
export { wedge } from "./analysis/wedge.ts";
export { writeCsv } from "./formats/csv-out.ts";
export { writeDot } from "./formats/dot-out.ts";
export { readGmcr } from "./formats/gmcr-in.ts";
export { writeGmcr } from "./formats/gmcr-out.ts";
export { writeNfg } from "./formats/nfg-out.ts";
export { type Compiled, compile } from "./game/compile.ts";
export type { Game } from "./game/game.ts";
export { DEFAULT_LIMITS, type Limits } from "./game/limits.ts";
export type { Comparison, Expression, Span } from "./model/expression.ts";
export { parse } from "./model/parse.ts";
export { parseBodyFile } from "./model/parse-body-file.ts";
export { print } from "./model/print.ts";
export { noErrors, type Problem } from "./model/problem.ts";
export { readExpression } from "./model/read-expression.ts";
export type * from "./model/standoff.ts";
export { type Draft, draftOf } from "./record/draft.ts";
export { readReport } from "./record/read-report.ts";
export type * from "./record/reading.ts";
