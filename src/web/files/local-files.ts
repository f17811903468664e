/** Files of the user's own machine: chosen or dropped, saved in place where the browser allows it, else as a download. */

/** A standoff's text and the name of its file. */
export type Opened = { readonly text: string; readonly file: string };

/** The largest file the page takes in; larger ones are no standoffs. */
const LARGEST = 5_000_000;

/** The standoff in a file, converted from GMCR+ if it is one of its models; or a sentence on why it is not taken in. */
export async function readFile(file: File): Promise<Opened | { readonly why: string }> {
  if (file.size > LARGEST)
    return {
      why: `${file.name} is larger than ${LARGEST / 1_000_000} MB, which no standoff is. It was not opened.`,
    };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return await asStandoff(text, file.name);
  } catch {
    return { why: `${file.name} is not a text file in UTF-8. It was not opened.` };
  }
}

/** A text as it came, or where its name says that it is a GMCR+ model, as the standoff it becomes. */
export async function asStandoff(text: string, file: string): Promise<Opened | { readonly why: string }> {
  if (!/\.gmcr$/i.test(file)) return { text, file };
  const { readGmcr } = await import("../../formats/gmcr-in.ts");
  const read = readGmcr(text, file);
  if (read.text === undefined)
    return { why: `${file} was not opened: ${read.problems.map(({ message }) => message).join("; ")}.` };
  return { text: read.text, file: file.replace(/\.gmcr$/i, ".yaml") };
}

/** Offers something as a download. */
export function download(content: string | Blob, name: string, type = "text/yaml"): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type }) : content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
