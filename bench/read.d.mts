import type { readReport } from "../src/record/read-report.ts";

type Count = { readonly found: number; readonly right: number; readonly labels: number; readonly recalled: number };

export function measure(
  read: typeof readReport,
  half: string,
  show?: (text: string) => void,
): { readonly reports: number; readonly slowest: number; readonly counts: Readonly<Record<string, Count>> };
