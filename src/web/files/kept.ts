import { createStore, del, entries, set } from "idb-keyval";
import type { Snapshot } from "../standoff-store.ts";

/** What the browser keeps of one tab's work, so that a crash or a closed tab loses nothing. */
export type Kept = {
  readonly text: string;
  readonly file: string;
  /** The text as last opened or saved; another than `text` where there is unsaved work. */
  readonly saved: string;
  readonly past: readonly Snapshot[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Where saving writes it, if that is known. */
  readonly home?: Home;
};

/** Where a file is saved in place: in the served folder as of a version on disk, or where the browser opened it. */
export type Home =
  | { readonly kind: "served"; readonly path: string; readonly version: string }
  | { readonly kind: "handle"; readonly handle: FileSystemFileHandle };

/** Work that no tab has any more. */
export type Left = Kept & { readonly id: string };

/** The place of this tab among what is kept, and what was found when it began. */
export type Keeping = {
  /** What this very tab kept before it was loaded again. */
  readonly own: Kept | undefined;
  /** Unsaved work of tabs that are no longer there, the newest first. */
  readonly left: () => readonly Left[];
  readonly keep: (kept: Kept) => Promise<void>;
  /** Puts this tab's own work from before beside that of tabs that are gone, since something else was opened. */
  readonly setOwnAside: () => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
};

const TAB = "standoff-tab";
/** Characters of past texts kept at most. */
const MOST_PAST = 500_000;
/** The most that is kept of tabs that are gone. */
const MOST_LEFT = 10;

/**
 * Begins keeping. Every tab writes to a place of its own and holds a lock on it while it lives: two tabs never overwrite each
 * other, and whose lock is free is gone. A duplicated tab finds the lock of its place held and takes another. Where the browser keeps
 * nothing (as in some private windows) nothing is found and `keep` throws.
 */
export async function beginKeeping(): Promise<Keeping> {
  const store = createStore("standoff", "kept");
  const before = sessionStorage.getItem(TAB);
  const id = before !== null && (await holdLock(before)) ? before : crypto.randomUUID();
  if (id !== before) await holdLock(id);
  sessionStorage.setItem(TAB, id);
  const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
  const all = await entries<string, Kept>(store).catch(() => []);
  const gone = all
    .filter(([other]) => other !== id && !held.has(lockOf(other)))
    .sort(([, a], [, b]) => b.at - a.at);
  const worth = gone.filter(([, { text, saved }]) => text !== saved).slice(0, MOST_LEFT);
  for (const each of gone) if (!worth.includes(each)) await del(each[0], store);
  const own = all.find(([other]) => other === id)?.[1];
  let left: readonly Left[] = worth.map(([other, kept]) => ({ ...kept, id: other }));
  return {
    own,
    left: () => left,
    keep: (kept) => set(id, { ...kept, past: recent(kept.past) }, store),
    setOwnAside: async () => {
      if (own === undefined || own.text === own.saved) return;
      const aside = crypto.randomUUID();
      await set(aside, own, store);
      left = [{ ...own, id: aside }, ...left];
    },
    forget: async (other) => {
      left = left.filter((each) => each.id !== other);
      await del(other, store);
    },
  };
}

/** The newest past texts that together are not too long. */
function recent(past: readonly Snapshot[]): readonly Snapshot[] {
  let room = MOST_PAST;
  let from = past.length;
  while (from > 0 && room >= past[from - 1].text.length) room -= past[--from].text.length;
  return past.slice(from);
}

const lockOf = (id: string) => `standoff-${id}`;

/** Milliseconds a page may take to let go of its lock when it is loaded again. */
const LETTING_GO = 1500;

/** Takes a tab's lock until the tab ends; false when another tab has it. */
function holdLock(id: string): Promise<boolean> {
  return new Promise((settle) => {
    navigator.locks
      .request(lockOf(id), { signal: AbortSignal.timeout(LETTING_GO) }, () => {
        settle(true);
        return new Promise(() => {});
      })
      .catch(() => settle(false));
  });
}
