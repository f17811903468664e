import type { Evidence } from "../record/suggest.ts";
import type { Style } from "./style.ts";
import { clean, wrap } from "./text.ts";

/** Claims that could be cited where the file does not cite them yet, a line each. */
export function renderEvidence(evidence: readonly Evidence[], style: Style): string {
  if (evidence.length === 0) return "";
  const lines = evidence.map(({ on, claim }) =>
    wrap(`${clean(on)} ← because: [${clean(claim)}]`, style.width, "  ", "      "),
  );
  return `\n${style.bold("Could rest on the new claims")}\n${lines.join("\n")}\n`;
}
