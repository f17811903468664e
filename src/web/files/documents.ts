import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { clean } from "../../render/text.ts";
import type { Page } from "../page.ts";
import type { Home, Keeping, Kept } from "./kept.ts";
import { asStandoff, download, type Opened, readFile } from "./local-files.ts";
import type { ServedFolder } from "./served-folder.ts";

/** Opening and saving, and what the browser keeps in between. */
export type Documents = {
  readonly folder: ServedFolder | undefined;
  /** Opens a text that has no place to be saved in yet. */
  readonly open: (opened: Opened) => void;
  /** Opens unsaved work: what it was before it was worked on, and on top of that, as a step to undo, the work. */
  readonly openWork: (work: Kept) => void;
  readonly openFile: (file: File, handle?: FileSystemFileHandle) => Promise<void>;
  readonly openServed: (path: string) => Promise<void>;
  /** Asks the user for a file; undefined where the browser cannot do it so that it can be saved in place. */
  readonly choose: (() => Promise<void>) | undefined;
  readonly save: () => Promise<void>;
  /** Where the text is safe: `saved` in its file, `kept` in the browser, `waiting` to be kept, or kept nowhere (`lost`). */
  readonly condition: () => "saved" | "kept" | "waiting" | "lost";
};

/** Milliseconds of rest after which the browser keeps what was changed. */
const REST = 400;

type Pickers = {
  readonly showOpenFilePicker?: (options: unknown) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: unknown) => Promise<FileSystemFileHandle>;
};

/** To be called in a component. `home` is where the text the page began with is saved. */
export function createDocuments(
  page: Page,
  folder: ServedFolder | undefined,
  keeping: Keeping | undefined,
  beganAt: Home | undefined,
): Documents {
  const { store } = page;
  const pickers = window as unknown as Pickers;
  let home = beganAt;
  const [kept, setKept] = createSignal<string | undefined>(undefined);
  const [lost, setLost] = createSignal(keeping === undefined);

  const keep = async () => {
    const text = store.text();
    try {
      await keeping?.keep({
        text,
        file: store.file(),
        saved: store.saved(),
        past: store.past(),
        at: Date.now(),
        ...(home === undefined ? {} : { home }),
      });
      setKept(text);
    } catch {
      setLost(true);
    }
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([store.text, store.file, store.saved], () => {
      clearTimeout(resting);
      resting = setTimeout(keep, REST);
    }),
  );
  const keepNow = () => {
    clearTimeout(resting);
    if (kept() !== store.text()) keep();
  };
  const onHide = () => document.visibilityState === "hidden" && keepNow();
  document.addEventListener("visibilitychange", onHide);
  onCleanup(() => document.removeEventListener("visibilitychange", onHide));

  const open = ({ text, file }: Opened, at?: Home) => {
    home = at;
    // The address names a file of the folder for as long as that is what is open, so that a reload finds it.
    const fragment = at?.kind === "served" ? `#file=${encodeURIComponent(at.path)}` : "";
    history.replaceState(null, "", `${location.pathname}${fragment}`);
    store.open(text, file);
    page.say(`${clean(file)} is open.`);
  };
  const openFile = async (file: File, handle?: FileSystemFileHandle) => {
    const read = await readFile(file);
    if ("why" in read) return page.say(clean(read.why));
    // What was converted is not written back over the model it came from.
    open(read, handle !== undefined && read.file === file.name ? { kind: "handle", handle } : undefined);
  };

  const saveIn = async (handle: FileSystemFileHandle) => {
    const stream = await handle.createWritable();
    await stream.write(store.text());
    await stream.close();
    home = { kind: "handle", handle };
    store.markSaved(handle.name);
    page.say(`${clean(handle.name)} was saved.`);
  };
  const ask = async <T>(asking: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await asking();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError"))
        page.say(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };

  return {
    folder,
    open: (opened) => open(opened),
    openWork: ({ text, saved, file, home: at }) => {
      open({ text: saved, file }, at);
      store.edit(text);
    },
    openFile,
    openServed: async (path) => {
      const read = await folder!.read(path);
      if ("why" in read) return page.say(`${clean(path)} was not opened: ${read.why}`);
      const standoff = await asStandoff(read.text, path);
      if ("why" in standoff) return page.say(clean(standoff.why));
      open(standoff, standoff.file === path ? { kind: "served", path, version: read.version } : undefined);
    },
    choose:
      pickers.showOpenFilePicker === undefined
        ? undefined
        : async () => {
            const [handle] = (await ask(() => pickers.showOpenFilePicker!({ types: FILE_TYPES }))) ?? [];
            if (handle !== undefined) await openFile(await handle.getFile(), handle);
          },
    save: async () => {
      if (home?.kind === "served" && folder !== undefined) {
        const written = await folder.write(home.path, store.text(), home.version);
        if ("why" in written) return page.say(`Not saved: ${written.why}`);
        home = { ...home, version: written.version };
        store.markSaved();
        return page.say(`${clean(home.path)} was saved.`);
      }
      const place = home;
      if (place?.kind === "handle") {
        await ask(() => saveIn(place.handle));
      } else if (pickers.showSaveFilePicker !== undefined) {
        await ask(async () =>
          saveIn(
            await pickers.showSaveFilePicker!({ suggestedName: store.file(), types: FILE_TYPES.slice(0, 1) }),
          ),
        );
      } else {
        download(store.text(), store.file());
        store.markSaved();
        page.say(`${clean(store.file())} was saved to your downloads.`);
      }
    },
    condition: () => {
      if (!store.changed()) return "saved";
      if (lost()) return "lost";
      return kept() === store.text() ? "kept" : "waiting";
    },
  };
}

const FILE_TYPES = [
  { description: "Standoff", accept: { "application/yaml": [".yaml", ".yml"] } },
  { description: "GMCR+ model", accept: { "application/octet-stream": [".gmcr"] } },
];
