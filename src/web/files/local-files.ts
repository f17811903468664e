/** Files of the user's own machine: chosen in the browser's dialog, saved as a download. */

/** The largest file the page takes in; larger ones are no standoffs. */
const LARGEST = 5_000_000;

/** The text of a file, or a sentence on why it is not taken in. */
export async function readFile(file: File): Promise<{ readonly text: string } | { readonly why: string }> {
  if (file.size > LARGEST) return { why: `${file.name} is larger than ${LARGEST / 1_000_000} MB.` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { why: `${file.name} is not a text file in UTF-8.` };
  }
}

/** Offers a standoff's text, or anything else as a blob, as a download. */
export function download(content: string | Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    typeof content === "string" ? new Blob([content], { type: "text/yaml" }) : content,
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
