import { expect, test } from "vitest";
import { readReport } from "../../record/read-report.ts";
import type { Reader } from "./client.ts";
import { takeIn } from "./take-in.ts";

/** Reads at once, where the page asks a worker. */
const reader: Reader = {
  ask: async (request) => readReport((request as unknown as { bytes: Uint8Array }).bytes) as never,
  stop: () => {},
};
const bytes = (text: string) => ({ size: text.length, bytes: async () => new TextEncoder().encode(text) });
const whyNot = async (name: string, given: ReturnType<typeof bytes>) => {
  const taken = await takeIn(reader, { name, ...given });
  return taken.reading === undefined ? taken : undefined;
};

test("a report is read", async () => {
  const report = bytes("Talks\n\nThe envoy, Alan Parker, said on Monday that talks went on.");
  expect((await takeIn(reader, { name: "a.txt", ...report })).reading?.source.title).toBe("Talks");
});

test("what cannot be read is told in a sentence with its name, and the next may be tried", async () => {
  const sentence = (why: string) => ({ why: expect.stringContaining(why), stopped: false });
  expect(await whyNot("a.mhtml", bytes("MIME-Version: 1.0"))).toEqual(
    sentence("save it again as “Web page, HTML only”."),
  );
  expect(await whyNot("big.html", { ...bytes(""), size: 21 * 1024 * 1024 })).toEqual(
    sentence("big.html cannot be read: the report is larger than 20 MB."),
  );
  expect(await whyNot("a.pdf", bytes("%PDF\0"))).toEqual(
    sentence("a.pdf cannot be read: this is not a text"),
  );
  expect(
    await whyNot("gone.txt", { size: 1, bytes: () => Promise.reject(new DOMException("gone")) }),
  ).toEqual(sentence("gone.txt cannot be read: the browser may not read it."));
});

test("a reader that stopped is not asked again", async () => {
  const stopped: Reader = { ask: async () => ({ why: "Stopped, as you asked." }), stop: () => {} };
  expect(await takeIn(stopped, { name: "a.txt", ...bytes("A") })).toEqual({
    why: "Stopped, as you asked.",
    stopped: true,
  });
});
