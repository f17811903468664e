import { createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import type { CodeEditor } from "./code-editor.ts";

/** The standoff as text. The editor's code is loaded on its own; until it is there a plain text area does its work. */
export function TextEditor(props: { readonly page: Page }) {
  const { store } = props.page;
  const [editor, setEditor] = createSignal<CodeEditor>();
  let host!: HTMLDivElement;
  onMount(async () => {
    await quietMoment();
    const { createCodeEditor } = await import("./code-editor.ts");
    if (!host.isConnected) return;
    setEditor(
      createCodeEditor(host, {
        text: store.text(),
        onEdit: (text) => store.edit(text, "typing"),
        onUndo: store.undo,
        onRedo: store.redo,
      }),
    );
  });
  onCleanup(() => editor()?.destroy());
  createEffect(() => editor()?.show(store.text()));
  createEffect(
    on([editor, props.page.place], ([made, place]) => {
      if (made === undefined || place === undefined) return;
      made.goTo(place.line, place.column);
      props.page.arrived();
    }),
  );
  return (
    <div class="text-editor">
      <div class="code" ref={host} />
      <Show when={editor()}>{(made) => <Marks page={props.page} editor={made()} />}</Show>
      <Show when={editor() === undefined}>
        <textarea
          aria-label="The standoff as text"
          spellcheck={false}
          value={store.text()}
          onInput={(event) => store.edit(event.currentTarget.value, "typing")}
        />
      </Show>
    </div>
  );
}

/** Waits until the browser has nothing better to do, so that the first answer comes first. */
function quietMoment(): Promise<void> {
  return new Promise((settle) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => settle(), { timeout: 1500 });
    else setTimeout(settle, 300);
  });
}

/** Marks what is wrong or suspicious under its lines. Asked only once the editor is there, after the first answer. */
function Marks(props: { readonly page: Page; readonly editor: CodeEditor }) {
  const check = useAnswer(props.page, "check", () => ({}));
  createEffect(() => {
    const outcome = check.outcome();
    const found = outcome !== undefined && "findings" in outcome ? outcome.findings : undefined;
    if (!check.working() && found !== undefined) props.editor.mark(found);
  });
  return null;
}
