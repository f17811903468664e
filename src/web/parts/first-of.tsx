import "./told.css";
import { type Accessor, createMemo, createSignal, type JSX, Show } from "solid-js";
import { counted } from "../../render/text.ts";

/** The first of a list, and a button that shows the rest; nothing where there is no rest. */
export function firstOf<T>(
  items: Accessor<readonly T[]>,
  first: number,
): { readonly shown: Accessor<readonly T[]>; readonly More: () => JSX.Element } {
  const [all, setAll] = createSignal(false);
  const shown = createMemo(() => (all() ? items() : items().slice(0, first)));
  const left = () => items().length - shown().length;
  const More = () => (
    <Show when={left() > 0}>
      <p class="more">
        <button type="button" class="button" onClick={() => setAll(true)}>
          {`Show ${counted(left(), "more", "more")}`}
        </button>
      </p>
    </Show>
  );
  return { shown, More };
}
