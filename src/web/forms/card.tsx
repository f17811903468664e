import { type JSX, Show } from "solid-js";
import type { Problem } from "../../model/problem.ts";

/** One of a list: its head, saying when something in it is wrong, and all of it while it is open. */
export function Card(props: {
  readonly problems: readonly Problem[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly head: JSX.Element;
  readonly children: JSX.Element;
  /** What it is dragged by. */
  readonly handle?: JSX.Element;
  readonly dragged?: boolean;
  readonly transform?: string | undefined;
  /** For a card that Alt and the arrow keys move. */
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}) {
  const wrong = () => props.problems.some(({ severity }) => severity === "error");
  return (
    <li
      class="card"
      classList={{ open: props.open, dragged: props.dragged, wrong: wrong() }}
      style={{ transform: props.transform }}
    >
      <div class="card-top">
        {props.handle}
        <button
          type="button"
          class="card-head"
          aria-expanded={props.open}
          aria-keyshortcuts={props.onKeyDown && "Alt+ArrowUp Alt+ArrowDown"}
          onClick={() => props.onToggle()}
          onKeyDown={(event) => props.onKeyDown?.(event)}
        >
          {props.head}
          <Show when={props.problems.length > 0 && !props.open}>
            <span class="badge has-problem">{wrong() ? "has an error" : "has a warning"}</span>
          </Show>
        </button>
      </div>
      <Show when={props.open}>
        <div class="card-body">{props.children}</div>
      </Show>
    </li>
  );
}
