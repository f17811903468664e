import { isMap, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from "yaml";
import { type DraftLines, indented } from "./write-draft.ts";

/**
 * A standoff file with the items of a draft added at the end of its sections. Everything that is there stays as it is, letter for
 * letter, comments too: new lines are put in between. Undefined when a section is written in a way that nothing can be added to
 * without rewriting it (on one line in braces); `blocking` names it.
 */
export function addTo(
  text: string,
  lines: DraftLines,
): { readonly text?: string; readonly blocking?: string } {
  const document = parseDocument<ParsedNode>(text, { version: "1.2", schema: "core", uniqueKeys: false });
  const root = document.contents;
  if (!isMap(root)) return { blocking: "the file" };
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const inserts: { at: number; text: string }[] = [];
  const appended: string[] = [];
  for (const name of ["parties", "options", "preferences", "sources", "claims", "timeline"] as const) {
    if (lines[name].length === 0) continue;
    const pair = root.items.find(({ key }) => isScalar(key) && key.value === name);
    const value = pair?.value ?? undefined;
    if (pair === undefined) {
      appended.push(`\n${name}:\n${lines[name].map((item) => indented(item, "  ")).join("")}`);
      continue;
    }
    if (value === undefined || value === null || (isScalar(value) && value.value === null)) {
      const key = pair.key as Node;
      inserts.push({
        at: endOfLine(text, key.range?.[1] ?? 0),
        text: lines[name].map((item) => indented(item, "  ")).join(""),
      });
      continue;
    }
    if ((!isMap(value) && !isSeq(value)) || value.flow === true || value.items.length === 0)
      return { blocking: name };
    const last = value.items[value.items.length - 1];
    const node = (
      isMap(value) ? ((last as { value: Node | null; key: Node }).value ?? (last as { key: Node }).key) : last
    ) as Node;
    const first = value.items[0];
    const start = ((isMap(value) ? (first as { key: Node }).key : first) as Node).range?.[0] ?? 0;
    const line = text.slice(text.lastIndexOf("\n", start - 1) + 1);
    const indent = /^[ ]*/.exec(line)?.[0] ?? "";
    inserts.push({
      at: endOfLine(text, node.range?.[1] ?? text.length),
      text: lines[name].map((item) => indented(item, indent)).join(""),
    });
  }
  let result = text;
  for (const insert of inserts.toSorted((a, b) => b.at - a.at)) {
    const before = result.slice(0, insert.at);
    const open = before !== "" && !before.endsWith("\n") ? ending : "";
    result = before + open + insert.text.replaceAll("\n", ending) + result.slice(insert.at);
  }
  if (appended.length > 0) {
    const open = result.endsWith("\n") || result === "" ? "" : ending;
    result += open + appended.join("").replaceAll("\n", ending);
  }
  return { text: result };
}

/** Past the end of the line that a node ends in; a block text ends with its last line end already. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
