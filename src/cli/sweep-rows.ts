import type { SweepRow } from "../analysis/sweep.ts";

export type RowFormat = "csv" | "jsonl";

/** The first line of a table; none in JSON lines. */
export function headText(columns: readonly string[], format: RowFormat): string {
  return format === "csv" ? `${[...columns, "run"].join(",")}\n` : "";
}

/** One row as a line. The last field, `run`, marks the sweep it belongs to, so that no other is ever continued by mistake. */
export function rowText(columns: readonly string[], row: SweepRow, run: string, format: RowFormat): string {
  if (format === "csv") return `${row.join(",")},${run}\n`;
  const fields = columns.map((column, at) => `${JSON.stringify(column)}:${JSON.stringify(row[at])}`);
  return `{${fields.join(",")},"run":${JSON.stringify(run)}}\n`;
}

/** What a line says of itself: its number and its run; undefined when it is no row. */
export function readRow(line: string, format: RowFormat): { number: number; run: string } | undefined {
  const match =
    format === "csv"
      ? /^(\d+),.*,([0-9a-f]+)$/.exec(line)
      : /^\{"variant":(\d+),.*"run":"([0-9a-f]+)"\}$/.exec(line);
  return match === null ? undefined : { number: Number(match[1]), run: match[2] };
}
