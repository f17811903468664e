import { batch, createSignal } from "solid-js";
import { beginHistory, redo, step, undo } from "./history.ts";

/** What the user works on: the text of a file, which is the one truth, its name, and the way back through its past. */
export type StandoffStore = {
  readonly text: () => string;
  /** The name of the file. */
  readonly file: () => string;
  /** The text that questions are asked about: the newest one, or while somebody types, the one before a short rest. */
  readonly settled: () => { readonly text: string; readonly file: string };
  /**
   * Replaces the text, as a step that can be undone. Give edits that belong together, such as the letters of a word, one
   * `kind`: in quick succession they are one step. A kind that begins with `typing` lets questions wait for a rest.
   */
  readonly edit: (text: string, kind?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Opens another text. What was there before can be had back with undo. */
  readonly open: (text: string, file: string) => void;
  /** Whether the text differs from what was last opened or saved. */
  readonly changed: () => boolean;
  readonly markSaved: (file?: string) => void;
  /** The text as it was last opened or saved. */
  readonly saved: () => string;
  /** The texts that undo leads to, oldest first. */
  readonly past: () => readonly Snapshot[];
};

/** A text and the name of its file at some moment. */
export type Snapshot = { readonly text: string; readonly file: string };

/** What a store begins with: by default a text just opened, without a past. */
export type Beginning = Snapshot & { readonly saved?: string; readonly past?: readonly Snapshot[] };

/** Milliseconds of rest in typing after which questions are asked again. */
const REST = 150;

export function createStandoffStore(
  { text, file, saved: savedBefore = text, past = [] }: Beginning,
  now: () => number = Date.now,
): StandoffStore {
  const first: Snapshot = { text, file };
  const [history, setHistory] = createSignal({ ...beginHistory(first), past });
  const [settled, setSettled] = createSignal(first, {
    equals: (a, b) => a.text === b.text && a.file === b.file,
  });
  const [saved, setSaved] = createSignal(savedBefore);
  let resting: ReturnType<typeof setTimeout> | undefined;
  const present = () => history().present;
  const settle = (wait: boolean) => {
    clearTimeout(resting);
    if (wait) resting = setTimeout(() => setSettled(present()), REST);
    else setSettled(present());
  };
  return {
    text: () => present().text,
    file: () => present().file,
    settled,
    edit: (newer, kind) => {
      if (newer === present().text) return;
      setHistory((each) =>
        step(
          each,
          { text: newer, file: each.present.file },
          { at: now(), ...(kind === undefined ? {} : { kind }) },
        ),
      );
      settle(kind?.startsWith("typing") ?? false);
    },
    undo: () => {
      setHistory(undo);
      settle(false);
    },
    redo: () => {
      setHistory(redo);
      settle(false);
    },
    canUndo: () => history().past.length > 0,
    canRedo: () => history().future.length > 0,
    open: (other, name) =>
      batch(() => {
        setHistory((each) => step(each, { text: other, file: name }, { at: now() }));
        setSaved(other);
        settle(false);
      }),
    changed: () => present().text !== saved(),
    saved,
    past: () => history().past,
    markSaved: (name = present().file) =>
      batch(() => {
        setSaved(present().text);
        if (name === present().file) return;
        setHistory((each) => ({ ...each, present: { ...each.present, file: name } }));
        settle(false);
      }),
  };
}
