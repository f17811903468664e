import { For } from "solid-js";
import { EXAMPLES } from "./examples.ts";

/** The examples to choose from, in a dialog. */
export function Gallery(props: {
  readonly ref: (dialog: HTMLDialogElement) => void;
  readonly onChoose: (file: string) => void;
}) {
  let dialog!: HTMLDialogElement;
  const choose = (file: string) => {
    dialog.close();
    props.onChoose(file);
  };
  return (
    <dialog
      class="gallery"
      aria-labelledby="gallery-title"
      ref={(element) => {
        dialog = element;
        props.ref(element);
      }}
    >
      <header>
        <h2 id="gallery-title">Examples</h2>
        <button type="button" class="button" onClick={() => dialog.close()}>
          Close
        </button>
      </header>
      <ul>
        <For each={EXAMPLES}>
          {({ file, title, teaches }) => (
            <li>
              <button type="button" onClick={() => choose(file)}>
                <strong>{title}</strong>
                <span>{teaches}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </dialog>
  );
}
