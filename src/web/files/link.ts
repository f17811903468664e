import type { Opened } from "./local-files.ts";

/**
 * A link that carries a whole standoff behind its `#`, where no server ever sees it: `standoff=1.` and, in base64url, the gzip
 * (whose CRC-32 tells a damaged link) of the file's name, a line end and the text.
 */
const KEY = "standoff";
const VERSION = "1";

/** The most a link may unfold to, so that a small one cannot fill the memory. Bytes. */
const MOST_UNFOLDED = 2_000_000;
/** The longest link read. Characters. */
const MOST_READ = 2_000_000;
/** Links longer than this are cut off by mail programs and chats. Characters. */
export const LONG_LINK = 30_000;

/** The part of a link behind its `#`, or why the text is too large for one. */
export async function writeLink({ text, file }: Opened): Promise<{ fragment: string } | { why: string }> {
  const bytes = new TextEncoder().encode(`${file.replaceAll("\n", " ")}\n${text}`);
  if (bytes.length > MOST_UNFOLDED)
    return {
      why: `The text is larger than the ${MOST_UNFOLDED / 1_000_000} MB that a link can carry. Send the file.`,
    };
  const packed = await readAll(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip")),
    Number.POSITIVE_INFINITY,
  );
  return { fragment: `${KEY}=${VERSION}.${toBase64Url(packed!)}` };
}

/** What a link carries; a sentence on what is wrong with it; undefined for a fragment that carries no standoff. */
export async function readLink(fragment: string): Promise<Opened | { why: string } | undefined> {
  const [, version, data] = /^#?standoff=(\d+)\.(.*)$/s.exec(fragment) ?? [];
  if (version === undefined) {
    const meant = /^#?standoff=/.test(fragment);
    return meant ? { why: "This link is damaged: what follows “standoff=” is no standoff." } : undefined;
  }
  if (version !== VERSION)
    return { why: `This link was made by a newer Standoff (its format is ${version.slice(0, 9)}).` };
  if (data.length > MOST_READ) return { why: "This link is longer than any that Standoff makes." };
  const damaged = {
    why: "This link is damaged: part of it is missing or was changed. Ask for it again, or for the file.",
  };
  try {
    const packed = fromBase64Url(data);
    const bytes = await readAll(
      new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")),
      MOST_UNFOLDED,
    );
    if (bytes === undefined)
      return { why: `This link unfolds to more than ${MOST_UNFOLDED / 1_000_000} MB and was not opened.` };
    const whole = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const end = whole.indexOf("\n");
    return end < 0 ? damaged : { file: whole.slice(0, end) || "standoff.yaml", text: whole.slice(end + 1) };
  } catch {
    return damaged;
  }
}

/** Everything a stream gives, unless it is more than `most` bytes; then reading ends at once. */
async function readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
}
