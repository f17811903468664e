import {
  createEffect,
  createMemo,
  createSignal,
  For,
  lazy,
  onCleanup,
  onMount,
  Show,
  Suspense,
} from "solid-js";
import { Dynamic } from "solid-js/web";
import { clean } from "../render/text.ts";
import { EDITORS } from "./editors.ts";
import { useAnswer } from "./engine/use-answer.ts";
import type { Begun } from "./files/begin.ts";
import { createDocuments, type Documents } from "./files/documents.ts";
import { takeDrops } from "./files/drop.ts";
import { Export } from "./files/export.tsx";
import { FRESH } from "./files/fresh.ts";
import { Gallery } from "./files/gallery.tsx";
import { Recovery } from "./files/recovery.tsx";
import { Share } from "./files/share.tsx";
import type { Page } from "./page.ts";
import { problemCounts } from "./parts/problem-list.tsx";
import { Tabs } from "./parts/tabs.tsx";
import { QUESTIONS } from "./questions.ts";
import { createTheme } from "./theme.ts";

/** Loaded when first asked for. */
const ReadingDialog = lazy(async () => ({
  default: (await import("./reading/reading.tsx")).ReadingDialog,
}));

const EDITOR_TABS = EDITORS.map(({ id, title }) => ({ id, title, group: "" }));

/** The whole page: a bar on top, the standoff on one side and the answers on the other. */
export function App(props: { readonly page: Page; readonly begun: Begun }) {
  const { page, begun } = props;
  const { store } = page;
  const documents = createDocuments(page, begun.folder, begun.keeping, begun.home);
  const [reports, readReports] = createSignal<readonly File[]>();
  const dropping = takeDrops(documents, readReports);
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
      if (key === "s") documents.save();
      else if (typing) return;
      else if (key === "y" || (key === "z" && event.shiftKey)) store.redo();
      else if (key === "z") store.undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    const unsafe = () => documents.condition() === "waiting" || documents.condition() === "lost";
    const onLeave = (event: BeforeUnloadEvent) => unsafe() && event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    onCleanup(() => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("beforeunload", onLeave);
    });
  });

  return (
    <>
      <a class="skip" href="#answers-panel">
        Skip to the answer
      </a>
      <Bar page={page} documents={documents} readReports={readReports} />
      <Recovery page={page} begun={begun} documents={documents} />
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
      <Show when={dropping()}>
        <div class="dropping">
          <p>Drop the file to open it, or a report to read it</p>
        </div>
      </Show>
      <Show when={reports() !== undefined}>
        <Suspense>
          <ReadingDialog page={page} documents={documents} files={reports() ?? []} />
        </Suspense>
      </Show>
    </>
  );
}

const CONDITIONS = {
  saved: "saved",
  waiting: "changed",
  kept: "changed, kept in this browser",
  lost: "changed, kept nowhere: save it",
} as const;

function Bar(props: {
  readonly page: Page;
  readonly documents: Documents;
  readonly readReports: (files: readonly File[]) => void;
}) {
  const { page, documents } = props;
  const { store } = page;
  const { theme, next } = createTheme();
  let chooser!: HTMLInputElement;
  let showGallery!: () => void;
  let showShare!: () => void;
  let showExport!: () => void;
  const openChosen = async () => {
    const [file] = chooser.files ?? [];
    if (file !== undefined) await documents.openFile(file);
    chooser.value = "";
  };
  return (
    <header class="bar">
      <p class="brand">Standoff</p>
      <p class="file-name">
        {clean(store.file())}
        <span classList={{ changed: store.changed() }} class="condition">
          {` — ${CONDITIONS[documents.condition()]}`}
        </span>
      </p>
      <p class="notice" role="status">
        {props.page.notice()}
      </p>
      <nav class="actions" aria-label="File and view">
        <button
          type="button"
          class="button bare"
          onClick={() => documents.open({ text: FRESH, file: "standoff.yaml" })}
        >
          New
        </button>
        <button type="button" class="button bare" onClick={() => showGallery()}>
          Examples
        </button>
        <button
          type="button"
          class="button bare"
          onClick={() => (documents.choose ?? (() => chooser.click()))()}
        >
          Open
        </button>
        <button type="button" class="button bare" onClick={() => props.readReports([])}>
          Read a report
        </button>
        <input ref={chooser} type="file" accept=".yaml,.yml,.gmcr" hidden onChange={openChosen} />
        <button type="button" class="button bare" onClick={documents.save}>
          Save
        </button>
        <button type="button" class="button bare" onClick={() => showShare()}>
          Share
        </button>
        <button type="button" class="button bare" onClick={() => showExport()}>
          Export
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
        ref={(show) => {
          showGallery = show;
        }}
        documents={documents}
      />
      <Share
        ref={(show) => {
          showShare = show;
        }}
        store={store}
      />
      <Export
        ref={(show) => {
          showExport = show;
        }}
        page={page}
      />
    </header>
  );
}
