/** More bytes than any news page has; above it reading would cost memory for nothing. */
export const LARGEST_REPORT = 20 * 1024 * 1024;

/**
 * The text of a report in whatever encoding it was saved: by its byte order mark, else as UTF-8 if it is that, else by what the
 * page says of itself, else as Windows-1252, the usual encoding of old Western pages. Never throws; bytes that mean nothing in
 * the encoding become U+FFFD. Linear.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const encoding = declared(bytes) ?? (mostlyUtf8(bytes) ? "utf-8" : "windows-1252");
    const text = new TextDecoder(encoding).decode(bytes);
    return { text: encoding === "windows-1252" ? withWindowsSigns(text) : text, encoding };
  }
}

const WINDOWS_SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some versions of Node decode Windows-1252 as Latin-1, and so lose the quotation marks and dashes that lie between. */
function withWindowsSigns(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80]);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** What `<meta charset>` or `<meta http-equiv>` near the start says, if it is an encoding and can be true: the text is not UTF-8. */
function declared(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** A page cut in the middle of a letter or with a few broken bytes is still UTF-8 when most of its long letters are whole. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let long = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) long++;
  }
  return long > 3 * broken;
}
