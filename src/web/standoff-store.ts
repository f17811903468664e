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
  readonly markSaved: () => void;
};

/** Milliseconds of rest in typing after which questions are asked again. */
const REST = 150;

type Snapshot = { readonly text: string; readonly file: string };

export function createStandoffStore(text: string, file: string, now: () => number = Date.now): StandoffStore {
  const first: Snapshot = { text, file };
  const [history, setHistory] = createSignal(beginHistory(first));
  const [settled, setSettled] = createSignal(first, {
    equals: (a, b) => a.text === b.text && a.file === b.file,
  });
  const [saved, setSaved] = createSignal(text);
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
    markSaved: () => setSaved(present().text),
  };
}
