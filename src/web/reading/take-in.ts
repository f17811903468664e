import { LARGEST_REPORT } from "../../record/decode.ts";
import type { Reading } from "../../record/reading.ts";
import { clean } from "../../render/text.ts";
import type { Reader } from "./client.ts";

/** A report to be read: a file, or what was pasted. */
export type Incoming = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
};

/** A report as it was read; or a sentence why not, and whether the reader stopped, so that nothing more is to be asked of it. */
export type TakenIn =
  | { readonly reading: Reading }
  | { readonly reading?: undefined; readonly why: string; readonly stopped: boolean };

/** Reads one report. What is no report, or larger than any, is not even given to the reader. */
export async function takeIn(reader: Reader, { name, size, bytes }: Incoming): Promise<TakenIn> {
  const cannot = (why: string): TakenIn => ({
    why: `${clean(name)} cannot be read: ${clean(why)}.`,
    stopped: false,
  });
  if (/\.mht(ml)?$/i.test(name))
    return cannot("it is a page saved as one MHTML file; save it again as “Web page, HTML only”");
  if (size > LARGEST_REPORT) return cannot(`the report is larger than ${LARGEST_REPORT / 1024 / 1024} MB`);
  const content = await bytes().catch(() => undefined);
  if (content === undefined) return cannot("the browser may not read it");
  const got = await reader.ask({ kind: "read", bytes: content });
  if ("why" in got) return { why: got.why, stopped: true };
  return got.reading === undefined
    ? cannot(got.problem?.message ?? "there is no report in it")
    : { reading: got.reading };
}
