import { createResource, createSignal, Show } from "solid-js";
import { Dialog } from "../parts/dialog.tsx";
import type { StandoffStore } from "../standoff-store.ts";
import { LONG_LINK, writeLink } from "./link.ts";
import { download } from "./local-files.ts";

/** A link that carries the whole standoff, to be copied. */
export function Share(props: { readonly ref: (show: () => void) => void; readonly store: StandoffStore }) {
  let dialog!: HTMLDialogElement;
  let field!: HTMLTextAreaElement;
  const [asked, setAsked] = createSignal<{ text: string; file: string }>();
  const [said, setSaid] = createSignal("");
  const [made] = createResource(asked, async (opened) => {
    const written = await writeLink(opened);
    if ("why" in written) return written;
    return { link: `${location.origin}${location.pathname}#${written.fragment}` };
  });
  const link = () => {
    const got = made.latest;
    return got !== undefined && "link" in got ? got.link : undefined;
  };
  const why = () => {
    const got = made.latest;
    return got !== undefined && "why" in got ? got.why : undefined;
  };
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(link()!);
      setSaid("Copied.");
    } catch {
      setSaid("The browser did not allow copying; the link is selected: press Ctrl+C (or ⌘C).");
    }
  };
  return (
    <Dialog
      name="share"
      title="Share this standoff"
      ref={(element) => {
        dialog = element;
        props.ref(() => {
          setSaid("");
          setAsked({ text: props.store.text(), file: props.store.file() });
          dialog.showModal();
        });
      }}
    >
      <p>
        The whole standoff is in this link, behind the “#”, which browsers send to no server. Whoever has the
        link and a Standoff page at this address can read it.
      </p>
      <Show when={why()}>{(words) => <p class="verdict bad">{words()}</p>}</Show>
      <Show when={link()}>
        {(words) => (
          <>
            <label class="field">
              The link
              <textarea ref={field} readOnly rows={4} value={words()} onFocus={() => field.select()} />
            </label>
            <p class="figures">{`${words().length.toLocaleString("en-US")} characters.`}</p>
            <Show when={words().length > LONG_LINK}>
              <p class="verdict warn">
                Many mail programs and chats cut off links of this length. Better send the file.
              </p>
            </Show>
          </>
        )}
      </Show>
      <p class="buttons">
        <Show when={link()}>
          <button type="button" class="button" onClick={copy}>
            Copy the link
          </button>
        </Show>
        <button
          type="button"
          class="button"
          onClick={() => {
            download(props.store.text(), props.store.file());
            setSaid("The file is in your downloads.");
          }}
        >
          Download the file instead
        </button>
        <span role="status">{said()}</span>
      </p>
    </Dialog>
  );
}
