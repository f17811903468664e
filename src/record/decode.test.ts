import { expect, test } from "vitest";
import { decode } from "./decode.ts";

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test("UTF-8, with and without a byte order mark, and UTF-16 by its mark", () => {
  expect(decode(new TextEncoder().encode("Ibáñez “no”")).text).toBe("Ibáñez “no”");
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)).text).toBe("a");
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00)).text).toBe("aé");
  expect(decode(Uint8Array.of(0xfe, 0xff, 0x00, 0x61)).text).toBe("a");
});

test("what is no UTF-8 is Windows-1252, with its quotation marks, also where a page calls it Latin-1", () => {
  expect(decode(latin("\x93Ib\xe1\xf1ez\x94 \x96 \x80")).text).toBe("“Ibáñez” – €");
  expect(decode(latin('<meta charset="iso-8859-1">\x93\xe9\x94')).text).toContain("“é”");
});

test("or what the page says of itself", () => {
  const koi = latin(
    '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xed\xcf\xd3\xcb\xd7\xc1',
  );
  expect(decode(koi).text).toContain("Москва");
});

test("a page in UTF-8 with one broken byte stays UTF-8", () => {
  const bytes = new TextEncoder().encode("“Bekele” – “Tahir” – “Ibáñez” X");
  bytes[bytes.length - 1] = 0xff;
  expect(decode(bytes).text).toBe("“Bekele” – “Tahir” – “Ibáñez” \ufffd");
});
