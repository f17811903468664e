import { createSignal, createUniqueId, type JSX, Show } from "solid-js";

/** A word that explains itself: on hover, on focus, and to screen readers. Escape hides the explanation. */
export function Tip(props: { readonly text: string; readonly children: JSX.Element }) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const [place, setPlace] = createSignal({ x: 0, y: 0 });
  const show = (event: { readonly currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPlace({ x: Math.max(8, Math.min(box.left, window.innerWidth - 296)), y: box.bottom + 6 });
    setOpen(true);
  };
  return (
    <button
      type="button"
      class="tip"
      aria-describedby={open() ? id : undefined}
      onPointerEnter={show}
      onPointerLeave={() => setOpen(false)}
      onFocus={show}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
    >
      {props.children}
      <Show when={open()}>
        <span
          class="tip-text"
          role="tooltip"
          id={id}
          style={{ left: `${place().x}px`, top: `${place().y}px` }}
        >
          {props.text}
        </span>
      </Show>
    </button>
  );
}
