import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";

/** How many more are shown at once; more of them would make a page wait. */
const PIECE = 100;

/** How many of a long list to show: a piece at first, one more each moment, and never less than `least`. To be called in a component. */
export function growing(least: Accessor<number>, all: Accessor<number>): Accessor<number> {
  const [shown, setShown] = createSignal(PIECE);
  createEffect(() => {
    if (shown() >= all()) return;
    const moment = setTimeout(() => setShown(shown() + PIECE), 30);
    onCleanup(() => clearTimeout(moment));
  });
  return createMemo(() => Math.max(shown(), least()));
}
