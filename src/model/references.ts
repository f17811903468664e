import { isScalar } from "yaml";
import type { Span } from "./expression.ts";
import { didYouMean } from "./nearest.ts";
import { spanOfNode } from "./read-yaml.ts";
import type { Report } from "./report.ts";
import { listed } from "./words.ts";
import { type Fields, readItems, readWord, sourceOf } from "./yaml-nodes.ts";

/** Every id a section defines, those with mistakes in them too; undefined when the section could not be read. */
export type Ids = ReadonlySet<string> | undefined;

/** Reports an id that nothing has. */
export function checkReference(id: string, span: Span, what: string, ids: Ids, report: Report): boolean {
  if (ids === undefined || ids.has(id)) return true;
  report.error(
    "unknown-id",
    span,
    `there is no ${what} \`${id.slice(0, 100)}\``,
    () => didYouMean(id, ids) ?? choices(what, ids),
  );
  return false;
}

/** All there are, when they are few enough to choose from. */
function choices(what: string, ids: ReadonlySet<string>): string | undefined {
  if (ids.size === 0 || ids.size > 8) return undefined;
  if (ids.size === 1) return `the only ${what} is ${listed([...ids])}`;
  return `there are ${listed([...ids])}`;
}

/** The claims under `because`, an empty list when there are none. */
export function readBecause(fields: Fields, claims: Ids, report: Report): string[] {
  return readCited(fields, "because", claims, report);
}

/** The claims listed under a key, an empty list when there are none. */
export function readCited(fields: Fields, key: string, claims: Ids, report: Report): string[] {
  const entry = fields.get(key);
  if (entry === undefined) return [];
  const cited: string[] = [];
  for (const item of readItems(entry.value, entry.keySpan, `\`${key}\``, report) ?? []) {
    const word = readWord(item, entry.keySpan, `a claim under \`${key}\``, report);
    if (word === undefined) continue;
    if (cited.includes(word.word)) {
      report.warning("repeated", word.span, `\`${word.word}\` is cited twice here`, "remove one of the two");
    } else if (checkReference(word.word, word.span, "claim", claims, report)) cited.push(word.word);
  }
  return cited;
}

/** A list of texts; an empty one when the key is not there. */
export function readTexts(fields: Fields, key: string, report: Report): string[] {
  const entry = fields.get(key);
  if (entry === undefined) return [];
  const texts: string[] = [];
  for (const item of readItems(entry.value, entry.keySpan, `\`${key}\``, report) ?? []) {
    if (isScalar(item) && typeof item.value === "string" && item.value.trim() !== "") texts.push(item.value);
    else {
      const fix = isScalar(item)
        ? () => `put it in quotes: \`"${sourceOf(item, report).slice(0, 40)}"\``
        : undefined;
      report.error("wrong-type", spanOfNode(item), `an item of \`${key}\` must be a text`, fix);
    }
  }
  return texts;
}
