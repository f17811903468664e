import type { JSX } from "solid-js";

/** A dialog with a title and a way to close it. Escape closes it as well, and the keyboard goes back to where it was. */
export function Dialog(props: {
  readonly name: string;
  readonly title: string;
  readonly ref: (dialog: HTMLDialogElement) => void;
  /** A class besides. */
  readonly class?: string;
  readonly children: JSX.Element;
}) {
  let dialog!: HTMLDialogElement;
  return (
    <dialog
      class={`gallery ${props.class ?? ""}`}
      aria-labelledby={`${props.name}-title`}
      ref={(element) => {
        dialog = element;
        props.ref(element);
      }}
    >
      <header>
        <h2 id={`${props.name}-title`}>{props.title}</h2>
        <button type="button" class="button" onClick={() => dialog.close()}>
          Close
        </button>
      </header>
      {props.children}
    </dialog>
  );
}
