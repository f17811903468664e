import { createSignal, For, Show } from "solid-js";
import { clean } from "../../render/text.ts";
import { Dialog } from "../parts/dialog.tsx";
import type { Documents } from "./documents.ts";
import { EXAMPLES, readExample } from "./examples.ts";

/** What can be opened from here: the files of the served folder, and the examples. */
export function Gallery(props: { readonly ref: (show: () => void) => void; readonly documents: Documents }) {
  let dialog!: HTMLDialogElement;
  const [served, setServed] = createSignal<readonly string[]>([]);
  const [refusal, setRefusal] = createSignal("");
  const list = async () => {
    const listed = await props.documents.folder?.list();
    if (listed === undefined) return;
    setServed("files" in listed ? listed.files : []);
    setRefusal("why" in listed ? listed.why : "");
  };
  return (
    <Dialog
      name="gallery"
      title="Examples and files"
      ref={(element) => {
        dialog = element;
        props.ref(() => {
          list();
          dialog.showModal();
        });
      }}
    >
      <Show when={props.documents.folder}>
        <h3>In the folder</h3>
        <Show when={refusal()}>{(why) => <p class="figures">{why()}</p>}</Show>
        <ul>
          <For each={served()}>
            {(path) => (
              <li>
                <button
                  type="button"
                  onClick={() => {
                    dialog.close();
                    props.documents.openServed(path);
                  }}
                >
                  {clean(path)}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h3>Examples</h3>
      <ul>
        <For each={EXAMPLES}>
          {({ file, title, teaches, size, source }) => (
            <li>
              <button
                type="button"
                onClick={async () => {
                  dialog.close();
                  props.documents.open({ text: await readExample(file), file });
                }}
              >
                <strong>{title}</strong>
                <span>{teaches}</span>
                <span class="origin">{`${size}. Source: ${source}`}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <p class="figures">
        Files of your own: “Open”, or drop one anywhere on the page; a standoff (.yaml) or a GMCR+ model
        (.gmcr). News reports: “Read a report”, or drop them as well.
      </p>
    </Dialog>
  );
}
