import type { Names } from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import { stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { wrap } from "./text.ts";

/**
 * A piece of an answer that is told in order, the same in the terminal and on the page: a heading, a paragraph, an item of a list,
 * a state with what is said of it, or what a list leaves out.
 */
export type Block =
  | { readonly kind: "heading" | "text" | "item" | "more"; readonly words: string }
  | { readonly kind: "state"; readonly words: string; readonly state: StateView };

export const heading = (words: string): Block => ({ kind: "heading", words });
export const text = (words: string): Block => ({ kind: "text", words });
export const item = (words: string): Block => ({ kind: "item", words });

/** Blocks for a terminal; `indent` is that of paragraphs. */
export function blockLines(names: Names, blocks: readonly Block[], style: Style, indent = ""): string[] {
  const lines = (block: Block): string[] => {
    switch (block.kind) {
      case "heading":
        return ["", style.bold(block.words)];
      case "text":
        return [wrap(block.words, style.width, indent)];
      case "item":
        return [wrap(block.words, style.width, "  · ", "    ")];
      case "more":
        return [`    ${block.words}; \`--json\` lists them.`];
      case "state":
        return [wrap(block.words, style.width, indent), stateLines(names, block.state, "     ", style.width)];
    }
  };
  return blocks.flatMap(lines);
}
