import type { Browser } from "playwright-core";

export function startChromium(): Promise<Browser>;
export function startServer(
  args?: readonly string[],
): Promise<{ readonly address: string; readonly end: () => void }>;
