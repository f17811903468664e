import type { Names } from "../../analysis/findings.ts";
import { tokenize } from "../../model/tokenize.ts";

/** An expression as it is written, with titles instead of ids: `not “reprocess the fuel” and “aid” = “in full”`. */
export function expressionWords(text: string, names: Pick<Names, "options" | "outcomes">): string {
  const options = new Map(names.options.map((option) => [option.id, option]));
  const outcomes = new Map(names.outcomes.map(({ id, title }) => [id, title]));
  const tokens = tokenize(text);
  let words = "";
  let at = 0;
  tokens.forEach((token, index) => {
    const compared = tokens[index - 2];
    const level = /[=<>≤≥≠]/.test(tokens[index - 1]?.text ?? "")
      ? options.get(compared?.text ?? "")?.levels.find(({ id }) => id === token.text)?.title
      : undefined;
    const title = level ?? options.get(token.text)?.title ?? outcomes.get(token.text);
    words +=
      text.slice(at, token.start) +
      (token.kind === "word" && title !== undefined ? `“${title}”` : token.text);
    at = token.end;
  });
  return words.trim();
}
