import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { headText, type RowFormat, readRow } from "./sweep-rows.ts";

/** A table that is only ever appended to, row after row in order, so that whatever was written is the beginning of the whole. */
export type SweepFile = {
  /** Rows that were there already. */
  readonly there: number;
  readonly append: (text: string) => void;
  /** Makes what was written last on disk, and lets go of the file. */
  readonly close: () => void;
};

/** The longest line there may be, for finding the last whole one. */
const TAIL = 4 * 1024 * 1024;

/**
 * Opens the table of a sweep, new or left unfinished: a line that was being written when the program was killed is cut off. In words why
 * not when it is the table of another sweep, or another program is writing to it now.
 */
export function openSweepFile(
  path: string,
  columns: readonly string[],
  run: string,
  format: RowFormat,
): SweepFile | string {
  const lock = `${path}.lock`;
  const held = takeLock(lock);
  if (held !== undefined) return held;
  const file = openSync(path, "a+");
  const head = headText(columns, format);
  const found = wholeRows(file, head, run, format);
  if (found === undefined) {
    closeSync(file);
    rmSync(lock, { force: true });
    return "the file is there already, and is the table of another sweep or of something else";
  }
  ftruncateSync(file, found.bytes);
  if (found.bytes === 0) writeSync(file, head);
  let synced = Date.now();
  return {
    there: found.rows,
    append: (text) => {
      writeSync(file, text);
      if (Date.now() - synced < 1000) return;
      fsyncSync(file);
      synced = Date.now();
    },
    close: () => {
      fsyncSync(file);
      closeSync(file);
      rmSync(lock, { force: true });
    },
  };
}

/** How many rows of this very sweep stand in the file, and where the last whole one ends; undefined when it holds anything else. */
function wholeRows(
  file: number,
  head: string,
  run: string,
  format: RowFormat,
): { readonly rows: number; readonly bytes: number } | undefined {
  const { size } = fstatSync(file);
  const from = Math.max(0, size - TAIL);
  const end = read(file, from, size);
  const whole = end.slice(0, end.lastIndexOf("\n") + 1);
  const bytes = from + Buffer.byteLength(whole);
  // Nothing is overwritten that this program did not begin.
  if (whole === "") {
    const begun = format === "csv" ? head.startsWith(end) : end.startsWith('{"variant":0,');
    return size === 0 || (from === 0 && begun) ? { rows: 0, bytes: 0 } : undefined;
  }
  if (read(file, 0, Buffer.byteLength(head)) !== head) return undefined;
  if (bytes === Buffer.byteLength(head)) return { rows: 0, bytes };
  const row = readRow(whole.slice(whole.lastIndexOf("\n", whole.length - 2) + 1, -1), format);
  return row === undefined || row.run !== run ? undefined : { rows: row.number + 1, bytes };
}

function read(file: number, from: number, to: number): string {
  const bytes = Buffer.alloc(to - from);
  readSync(file, bytes, 0, bytes.length, from);
  return bytes.toString("utf8");
}

/** Takes the lock of a table, also from a program that is no more; in words who holds it when that program still runs. */
function takeLock(lock: string): string | undefined {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const holder = Number(readFileSync(lock, "utf8"));
  if (Number.isSafeInteger(holder) && holder > 0 && runs(holder))
    return `another sweep (process ${holder}) is writing to this file`;
  writeFileSync(lock, String(process.pid));
  return undefined;
}

function runs(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
