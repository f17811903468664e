/** Text of strangers made safe to print: control characters, and marks that reorder text, are shown as codes. */
export function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, (mark) =>
    mark === "\n" || mark === "\t" ? " " : `\\u{${mark.codePointAt(0)!.toString(16)}}`,
  );
}

/** Breaks a text at spaces into lines of at most `width` columns, the first indented by `first`, the others by `rest`. */
export function wrap(text: string, width: number, first = "", rest = first): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/ +/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}

/** `1 move`, `1,234 moves`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

/** `Russia's`, `Local governments'`. */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

/** The first letter made a capital, to begin a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Columns of text side by side, each as wide as its widest cell, two spaces between. */
export function table(rows: readonly (readonly string[])[], indent = "  "): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column])).join("  ")).trimEnd())
    .join("\n");
}
