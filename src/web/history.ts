/** The past, present and future of one value, whole snapshots of it. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What made the present and when: edits of one kind in quick succession are one step. */
  readonly last: { readonly kind: string; readonly at: number } | undefined;
};

/** Steps kept; older ones are forgotten. */
const STEPS = 500;
/** Milliseconds between two edits of one kind up to which they count as one step. */
const TOGETHER = 800;

export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], last: undefined };
}

/** A step forward. Edits of the same `kind` at most 800 ms apart become one step; without a kind each is its own. */
export function step<T>(
  history: History<T>,
  present: T,
  { kind, at }: { kind?: string; at: number },
): History<T> {
  if (present === history.present) return history;
  const { past, last } = history;
  const joins = kind !== undefined && last?.kind === kind && at - last.at <= TOGETHER && past.length > 0;
  return {
    past: joins ? past : [...past, history.present].slice(-STEPS),
    present,
    future: [],
    last: kind === undefined ? undefined : { kind, at },
  };
}

/** One step back; the same history when there is none. */
export function undo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  if (past.length === 0) return { past, present, future, ...rest };
  return {
    past: past.slice(0, -1),
    present: past[past.length - 1],
    future: [present, ...future],
    last: undefined,
  };
}

/** One step forward again; the same history when there is none. */
export function redo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  if (future.length === 0) return { past, present, future, ...rest };
  return { past: [...past, present], present: future[0], future: future.slice(1), last: undefined };
}
