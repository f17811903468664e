import "./reading.css";
import { createEffect, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import { clean, counted } from "../../render/text.ts";
import type { Documents } from "../files/documents.ts";
import type { Page } from "../page.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { ReportText } from "./report-text.tsx";
import { ReviewList } from "./review-list.tsx";
import { createSitting, type Sitting } from "./sitting.ts";
import type { Incoming } from "./take-in.ts";

/**
 * Reading reports: they come in, each thing found is looked at beside its place in the text, and what is accepted goes into the
 * standoff. Closing the dialog keeps it all. `files`: what is to be read, or none to show the dialog; a new list each time.
 */
export function ReadingDialog(props: {
  readonly page: Page;
  readonly documents: Documents;
  readonly files: readonly File[];
}) {
  const { page } = props;
  let dialog!: HTMLDialogElement;
  const sitting = createSitting(page, props.documents, () => {
    dialog.close();
    page.show("record");
    page.showSide("answers");
  });
  const [more, setMore] = createSignal(false);
  const read = async (incoming: readonly Incoming[]) => {
    setMore(false);
    await sitting.read(incoming);
  };
  onMount(() => {
    createEffect(
      on(
        () => props.files,
        (files) => {
          if (!dialog.open) dialog.showModal();
          if (files.length > 0) read(files.map(incoming));
          else sitting.refresh();
        },
      ),
    );
    // Escape ends an edit first; only then the dialog.
    const onCancel = (event: Event) => {
      if (!sitting.editing()) return;
      event.preventDefault();
      sitting.edit(false);
      dialog.querySelector<HTMLElement>("[aria-current=true]")?.focus();
    };
    const onClose = () => {
      if (sitting.reviewing()) page.say("What you decided is kept: “Read a report” goes on with it.");
    };
    const onLeave = (event: BeforeUnloadEvent) => sitting.begun() && event.preventDefault();
    dialog.addEventListener("cancel", onCancel);
    dialog.addEventListener("close", onClose);
    window.addEventListener("beforeunload", onLeave);
    onCleanup(() => window.removeEventListener("beforeunload", onLeave));
  });
  const reviewing = () => sitting.reviewing() && !more();
  return (
    <Dialog
      name="reading"
      title="Read a report"
      class={reviewing() ? "reading reviewing" : "reading"}
      ref={(element) => {
        dialog = element;
      }}
    >
      <div class="troubles">
        <Troubles sitting={sitting} page={page} close={() => dialog.close()} />
        <Show when={sitting.busy()}>
          {(words) => (
            <p class="working">
              <span role="status">{words()}</span>
              <progress aria-label="Reading" />
              <button type="button" class="button" onClick={sitting.stop}>
                Stop
              </button>
            </p>
          )}
        </Show>
      </div>
      <Show when={sitting.busy() === undefined && !reviewing()}>
        <Begin read={read} back={sitting.reviewing() ? () => setMore(false) : undefined} />
      </Show>
      <Show when={reviewing()}>
        <Deciding page={page} sitting={sitting} readMore={() => setMore(true)} />
      </Show>
    </Dialog>
  );
}

function incoming(file: File): Incoming {
  return {
    name: file.name,
    size: file.size,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

/** What went wrong, where the user can do something about it. */
function Troubles(props: { readonly sitting: Sitting; readonly page: Page; readonly close: () => void }) {
  const { sitting } = props;
  const goTo = (problem: Problem) => {
    props.close();
    props.page.goTo(problem);
  };
  return (
    <div role="alert">
      <For each={sitting.troubles()}>{(why) => <p class="trouble">{why}</p>}</For>
      <Show when={sitting.problems()}>
        {(problems) => (
          <>
            <p class="trouble">
              {problems().of === "added"
                ? "Nothing was added, because the file would not be right afterwards:"
                : `${clean(props.page.store.file())} has ${counted(problems().list.length, "problem")}. Put that right first, or make a new standoff.`}
            </p>
            <ProblemList
              problems={problems().list}
              // A place in what would have been is nowhere in the text.
              onGo={problems().of === "file" ? goTo : undefined}
            />
            <Show when={problems().of === "file"}>
              <p class="buttons">
                <button type="button" class="button" onClick={() => sitting.setAnew(true)}>
                  Make a new standoff
                </button>
              </p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

/** Where reports come from: files, or what is pasted. */
function Begin(props: {
  readonly read: (incoming: readonly Incoming[]) => void;
  readonly back: (() => void) | undefined;
}) {
  let chooser!: HTMLInputElement;
  const [pasted, setPasted] = createSignal("");
  const readPasted = () => {
    const bytes = new TextEncoder().encode(pasted());
    props.read([{ name: "What you pasted", size: bytes.length, bytes: async () => bytes }]);
  };
  return (
    <div class="begin">
      <p class="lead">
        Standoff reads a news report as it was saved from the web and proposes what a standoff can rest on:
        who said what, through whom, and what happened when. You look at each and keep what is right. The
        report stays on this machine, and nothing in it is run.
      </p>
      <p class="buttons">
        <button type="button" class="button primary" onClick={() => chooser.click()}>
          Choose files
        </button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept=".html,.htm,.xhtml,.txt,text/html,text/plain"
          onChange={() => {
            const files = [...(chooser.files ?? [])].map(incoming);
            if (files.length > 0) props.read(files);
          }}
        />
        <span class="figures">HTML or plain text, one or several; or drop them anywhere on the page.</span>
      </p>
      <label class="field">
        Or paste a report here, its text or its HTML
        <textarea
          rows={9}
          spellcheck={false}
          value={pasted()}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      <p class="buttons">
        <button type="button" class="button" disabled={pasted().trim() === ""} onClick={readPasted}>
          Read what I pasted
        </button>
        <Show when={props.back}>
          {(back) => (
            <button type="button" class="button" onClick={() => back()()}>
              Back to what was read
            </button>
          )}
        </Show>
      </p>
    </div>
  );
}

const KEYS: Readonly<Record<string, (sitting: Sitting) => void>> = {
  a: (sitting) => sitting.accept(),
  d: (sitting) => sitting.drop(),
  e: (sitting) => sitting.edit(true),
  u: (sitting) => sitting.undo(),
  A: (sitting) => sitting.acceptRest(),
  j: (sitting) => sitting.move(1),
  k: (sitting) => sitting.move(-1),
  ArrowDown: (sitting) => sitting.move(1),
  ArrowUp: (sitting) => sitting.move(-1),
};

/** The text on one side, what was found in it on the other, and what can be done with it below. */
function Deciding(props: { readonly page: Page; readonly sitting: Sitting; readonly readMore: () => void }) {
  const { sitting } = props;
  let list!: HTMLElement;
  const [sure, setSure] = createSignal(false);
  const focusChosen = () => list.querySelector<HTMLElement>("[aria-current=true]")?.focus();
  onMount(() => {
    focusChosen();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || list.closest("dialog")?.open !== true) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.matches("input, textarea, select")) return;
      // The arrows scroll the report where the keyboard is in it.
      if (event.key.startsWith("Arrow") && target instanceof HTMLElement && target.matches(".report")) return;
      const takesBack = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      const act = takesBack ? KEYS.u : event.ctrlKey || event.metaKey ? undefined : KEYS[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act(sitting);
      if (!sitting.editing()) focusChosen();
    };
    // The keyboard may be at nothing in particular; the page behind has none of these keys.
    document.addEventListener("keydown", onKeyDown);
    onCleanup(() => document.removeEventListener("keydown", onKeyDown));
  });
  const chosen = () => sitting.items().find(({ key }) => key === sitting.chosen());
  const report = () => {
    const item = chosen();
    if (item?.kind !== "source") return item?.marks[0]?.report ?? 0;
    return sitting.items().indexOf(item);
  };
  const counts = () =>
    [
      `${sitting.counts().accepted} accepted`,
      `${sitting.counts().dropped + sitting.counts().gone} dropped`,
      `${sitting.counts().open} open`,
    ].join(", ");
  const file = () => clean(props.page.store.file());
  return (
    <>
      <ReportText sitting={sitting} report={report()} />
      <section class="found" aria-label="What was found" ref={list}>
        <ReviewList sitting={sitting} />
      </section>
      <footer class="deciding">
        <fieldset class="acts" aria-label="The item chosen">
          <Act name="Accept" press="a" onClick={() => sitting.accept()} />
          <Act
            name="Edit"
            press="e"
            onClick={() => sitting.edit(true)}
            disabled={chosen()?.kind === "evidence"}
          />
          <Act name="Drop" press="d" onClick={sitting.drop} />
          <Act name="Undo" press="u" onClick={sitting.undo} disabled={!sitting.begun()} />
          <Act
            name="Accept the rest"
            press="A"
            onClick={sitting.acceptRest}
            disabled={sitting.counts().open === 0}
          />
          <span class="figures keys">
            <span class="key">↓</span> <span class="key">↑</span> or <span class="key">j</span>{" "}
            <span class="key">k</span>: next, former
          </span>
        </fieldset>
        <p class="counts" role="status">
          {counts()}
        </p>
        <div class="adding">
          <label>
            <span aria-hidden="true">To </span>
            <select
              aria-label="Where to"
              value={sitting.anew() ? "new" : "open"}
              onChange={(event) => sitting.setAnew(event.currentTarget.value === "new")}
            >
              <option value="open">{file()}</option>
              <option value="new">a new standoff</option>
            </select>
          </label>
          <button
            type="button"
            class="button primary"
            disabled={sitting.counts().accepted === 0 || sitting.busy() !== undefined}
            onClick={sitting.add}
          >
            {sitting.anew() ? "Make the standoff" : "Add to the standoff"}
          </button>
          <button type="button" class="button bare" onClick={props.readMore}>
            Read another
          </button>
          <button
            type="button"
            class="button bare"
            onClick={() => (sitting.begun() && !sure() ? setSure(true) : sitting.forget())}
            onBlur={() => setSure(false)}
          >
            {sure() ? "Throw it all away?" : "Throw away"}
          </button>
        </div>
      </footer>
    </>
  );
}

function Act(props: {
  readonly name: string;
  readonly press: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class="button"
      aria-keyshortcuts={props.press === "A" ? "Shift+A" : props.press.toUpperCase()}
      disabled={props.disabled}
      onClick={() => props.onClick()}
    >
      {props.name}{" "}
      <span class="key" aria-hidden="true">
        {props.press}
      </span>
    </button>
  );
}
