import { styleText } from "node:util";
import { PLAIN, type Style } from "../render/style.ts";

/** How text may look on a stream: colors only on a terminal and without NO_COLOR, as wide as the terminal up to 110. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  const width = Math.max(40, Math.min(stream.columns ?? 100, 110));
  if (stream.isTTY !== true || (process.env.NO_COLOR ?? "") !== "") return { ...PLAIN, width };
  const painted = (format: Parameters<typeof styleText>[0]) => (text: string) => styleText(format, text);
  return {
    width,
    bold: painted("bold"),
    dim: painted("dim"),
    good: painted("green"),
    bad: painted("red"),
    warn: painted("yellow"),
  };
}

/** Shows how far long work has come, on standard error and only on a terminal. Call `done` when it is over. */
export function progressBar(): { show: (share: number, what: string) => void; done: () => void } {
  if (process.stderr.isTTY !== true) return { show: () => {}, done: () => {} };
  const started = Date.now();
  let shown = false;
  return {
    show: (share, what) => {
      if (Date.now() - started < 300) return;
      shown = true;
      process.stderr.write(`\r\x1b[K${Math.round(share * 100)}% ${what}`);
    },
    done: () => {
      if (shown) process.stderr.write("\r\x1b[K");
    },
  };
}
