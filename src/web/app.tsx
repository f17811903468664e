import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { clean } from "../render/text.ts";
import { EDITORS } from "./editors.ts";
import { useAnswer } from "./engine/use-answer.ts";
import { readExample } from "./files/examples.ts";
import { FRESH } from "./files/fresh.ts";
import { Gallery } from "./files/gallery.tsx";
import { download, readFile } from "./files/local-files.ts";
import type { ServedFolder } from "./files/served-folder.ts";
import type { Page } from "./page.ts";
import { problemCounts } from "./parts/problem-list.tsx";
import { Tabs } from "./parts/tabs.tsx";
import { QUESTIONS } from "./questions.ts";
import { createTheme } from "./theme.ts";

const EDITOR_TABS = EDITORS.map(({ id, title }) => ({ id, title, group: "" }));

/** The whole page: a bar on top, the standoff on one side and the answers on the other. */
export function App(props: {
  readonly page: Page;
  readonly folder: ServedFolder | undefined;
  /** The version on disk of the file that was opened from the folder. */
  readonly opened: string | undefined;
}) {
  const { page } = props;
  const { store } = page;
  const [editor, setEditor] = createSignal(EDITORS[0].id);
  createEffect(() => page.place() !== undefined && setEditor("text"));
  const read = useAnswer(page, "read", () => ({}));
  const parsed = createMemo(() => {
    const outcome = read.outcome();
    return outcome !== undefined && "findings" in outcome ? outcome.findings : undefined;
  });
  const title = createMemo<string>((before) => parsed()?.standoff?.title ?? before, "");
  const asOf = createMemo(() => parsed()?.standoff?.asOf);
  const question = () => QUESTIONS.find(({ id }) => id === page.question()) ?? QUESTIONS[0];
  const notes = createMemo(() => ({ check: problemCounts(parsed()?.problems ?? []) }));
  onMount(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      const key = event.key.toLowerCase();
      if (key === "s") save();
      else if (typing) return;
      else if (key === "y" || (key === "z" && event.shiftKey)) store.redo();
      else if (key === "z") store.undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    const onLeave = (event: BeforeUnloadEvent) => store.changed() && event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    onCleanup(() => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("beforeunload", onLeave);
    });
  });

  let version = props.opened;
  let servedFile = props.opened === undefined ? undefined : store.file();
  const open = (text: string, file: string) => {
    servedFile = undefined;
    version = undefined;
    store.open(text, file);
    page.say(`${file} is open.`);
  };
  const save = async () => {
    if (props.folder === undefined || version === undefined || servedFile !== store.file()) {
      download(store.text(), store.file());
      store.markSaved();
      return page.say(`${store.file()} was saved to your downloads.`);
    }
    const written = await props.folder.write(servedFile, store.text(), version);
    if ("why" in written) return page.say(`Not saved: ${written.why}`);
    version = written.version;
    store.markSaved();
    page.say(`${servedFile} was saved.`);
  };

  return (
    <>
      <a class="skip" href="#answers-panel">
        Skip to the answer
      </a>
      <Bar page={page} onOpen={open} onSave={save} />
      <main class={`sides showing-${page.side()}`}>
        <section class="side edit" aria-label="The standoff">
          <Show when={EDITORS.length > 1}>
            <Tabs name="editor" label="Ways to edit" tabs={EDITOR_TABS} shown={editor()} onShow={setEditor} />
          </Show>
          <div
            id="editor-panel"
            class="editor-panel"
            role="tabpanel"
            aria-labelledby={`editor-tab-${editor()}`}
          >
            <Suspense>
              <Dynamic
                component={(EDITORS.find(({ id }) => id === editor()) ?? EDITORS[0]).Editor}
                page={page}
              />
            </Suspense>
          </div>
        </section>
        <section class="side answers" aria-label="The answers">
          <div class="subject">
            <h1>{clean(title()) || "Standoff"}</h1>
            <Show when={asOf()}>{(date) => <p>{`as of ${date()}`}</p>}</Show>
          </div>
          <Tabs
            name="answers"
            label="Questions"
            tabs={QUESTIONS}
            notes={notes()}
            shown={question().id}
            onShow={page.show}
          />
          <div
            id="answers-panel"
            class="panel"
            role="tabpanel"
            tabindex="0"
            aria-labelledby={`answers-tab-${question().id}`}
          >
            <h2>{question().asks}</h2>
            <Suspense>
              <Dynamic component={question().Panel} page={page} />
            </Suspense>
          </div>
        </section>
      </main>
      <nav class="switch" aria-label="What is shown">
        <For
          each={
            [
              ["edit", "Edit"],
              ["answers", "Answers"],
            ] as const
          }
        >
          {([side, words]) => (
            <button type="button" aria-pressed={page.side() === side} onClick={() => page.showSide(side)}>
              {words}
            </button>
          )}
        </For>
      </nav>
    </>
  );
}

function Bar(props: {
  readonly page: Page;
  readonly onOpen: (text: string, file: string) => void;
  readonly onSave: () => void;
}) {
  const { store } = props.page;
  const { theme, next } = createTheme();
  let chooser!: HTMLInputElement;
  let gallery!: HTMLDialogElement;
  const openChosen = async () => {
    const [file] = chooser.files ?? [];
    chooser.value = "";
    if (file === undefined) return;
    const read = await readFile(file);
    if ("why" in read) props.page.say(read.why);
    else props.onOpen(read.text, file.name);
  };
  return (
    <header class="bar">
      <p class="brand">Standoff</p>
      <p class="file-name">
        {clean(store.file())}
        <Show when={store.changed()}>
          <span class="changed"> — changed</span>
        </Show>
      </p>
      <p class="notice" role="status">
        {props.page.notice()}
      </p>
      <nav class="actions" aria-label="File and view">
        <button type="button" class="button bare" onClick={() => props.onOpen(FRESH, "standoff.yaml")}>
          New
        </button>
        <button type="button" class="button bare" onClick={() => gallery.showModal()}>
          Examples
        </button>
        <button type="button" class="button bare" onClick={() => chooser.click()}>
          Open
        </button>
        <input ref={chooser} type="file" accept=".yaml,.yml" hidden onChange={openChosen} />
        <button type="button" class="button bare" onClick={props.onSave}>
          Save
        </button>
        <button type="button" class="button bare" disabled={!store.canUndo()} onClick={store.undo}>
          Undo
        </button>
        <button type="button" class="button bare" disabled={!store.canRedo()} onClick={store.redo}>
          Redo
        </button>
        <button
          type="button"
          class="button bare"
          onClick={next}
          title="Light, dark, or as your system has it"
        >
          {`Colors: ${theme()}`}
        </button>
      </nav>
      <Gallery
        ref={(dialog) => {
          gallery = dialog;
        }}
        onChoose={async (file) => props.onOpen(await readExample(file), file)}
      />
    </header>
  );
}
