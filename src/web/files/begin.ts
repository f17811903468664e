import type { Beginning } from "../standoff-store.ts";
import { EXAMPLES, readExample } from "./examples.ts";
import { beginKeeping, type Home, type Keeping } from "./kept.ts";
import { readLink } from "./link.ts";
import { asStandoff } from "./local-files.ts";
import { type ServedFolder, servedFolder } from "./served-folder.ts";

/** What the page begins with. */
export type Begun = {
  readonly beginning: Beginning;
  readonly home: Home | undefined;
  readonly notice: string;
  readonly folder: ServedFolder | undefined;
  readonly keeping: Keeping | undefined;
  /** When the text is unsaved work of this tab from before: when it was kept. */
  readonly recovered: number | undefined;
};

/**
 * The first text, by what the address asks for: a link's standoff, a file of the served folder; else this tab's own unsaved work, else
 * the flagship. What cannot be opened is said, and the flagship is there instead.
 */
export async function begin(): Promise<Begun> {
  const linked = await readLink(location.hash);
  if (linked !== undefined) history.replaceState(null, "", location.pathname); // so that a reload finds the work, not the link
  const served = servedFolder();
  const keeping = await beginKeeping().catch(() => undefined);
  const with_ = (beginning: Beginning, more: Partial<Begun> = {}): Begun => ({
    beginning,
    home: undefined,
    notice: "",
    folder: served?.folder,
    keeping,
    recovered: undefined,
    ...more,
  });
  const flagship = async (notice: string) => {
    const [{ file }] = EXAMPLES;
    return with_({ text: await readExample(file), file }, { notice });
  };

  if (linked !== undefined && !("why" in linked)) {
    await keeping?.setOwnAside();
    return with_(linked, { notice: `${linked.file} came with the link.` });
  }
  const own = keeping?.own;
  const changed = own !== undefined && own.text !== own.saved;
  const sameFile = served?.opens === undefined || own?.file === served.opens;
  if (own !== undefined && sameFile && (changed || served?.opens === undefined))
    return with_(own, { home: own.home, notice: linked?.why ?? "", recovered: changed ? own.at : undefined });
  if (served?.opens === undefined) return flagship(linked?.why ?? "");
  await keeping?.setOwnAside();
  const read = await served.folder.read(served.opens);
  const standoff = "why" in read ? read : await asStandoff(read.text, served.opens);
  if ("why" in read || "why" in standoff)
    return flagship(
      `${served.opens} could not be opened: ${"why" in read ? read.why : (standoff as { why: string }).why}`,
    );
  return with_(
    standoff,
    standoff.file === served.opens
      ? { home: { kind: "served", path: served.opens, version: read.version } }
      : {},
  );
}
