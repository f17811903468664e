import { createEffect, createMemo, createSelector, For, onMount, Show } from "solid-js";
import { type Field, fieldsOf, type ReviewItem, type Status } from "../../record/review.ts";
import { claimWords, itemAbout, itemWords, KIND_WORDS } from "../../render/review.ts";
import { counted } from "../../render/text.ts";
import { growing } from "./growing.ts";
import type { Sitting } from "./sitting.ts";

const KINDS = ["source", "claim", "event", "party", "option", "evidence"] as const;

/** What was found, kind by kind, each with how it stands. The chosen one can be edited in place. */
export function ReviewList(props: { readonly sitting: Sitting }) {
  const { sitting } = props;
  const isChosen = createSelector<string | undefined, string>(sitting.chosen);
  const says = createMemo(() => claimWords(sitting.items()));
  const groups = createMemo(() =>
    KINDS.map((kind) => ({ kind, items: sitting.items().filter((item) => item.kind === kind) })).filter(
      ({ items }) => items.length > 0,
    ),
  );
  const room = growing(
    () => sitting.items().findIndex(({ key }) => key === sitting.chosen()) + 1,
    () => sitting.items().length,
  );
  return (
    <For each={groups()}>
      {({ kind, items }) => (
        <section aria-labelledby={`found-${kind}`}>
          <h3 id={`found-${kind}`}>
            {KIND_WORDS[kind][1]} <span class="figures">{openWords(items, sitting)}</span>
          </h3>
          <ol>
            <For each={items.slice(0, Math.max(0, room() - sitting.items().indexOf(items[0])))}>
              {(item) => <Item sitting={sitting} item={item} chosen={isChosen(item.key)} says={says()} />}
            </For>
          </ol>
        </section>
      )}
    </For>
  );
}

function openWords(items: readonly ReviewItem[], sitting: Sitting): string {
  const open = items.filter(({ key }) => sitting.status().get(key) === "open").length;
  return open === 0 ? "all decided" : counted(open, "open", "open");
}

const SIGNS = { open: "", accepted: "✓", dropped: "✕", gone: "✕" } as const satisfies Record<Status, string>;

const STATUS_WORDS = {
  open: "",
  accepted: "accepted",
  dropped: "dropped",
  gone: "dropped with what it rests on",
} as const satisfies Record<Status, string>;

function Item(props: {
  readonly sitting: Sitting;
  readonly item: ReviewItem;
  readonly chosen: boolean;
  readonly says: (claim: string) => string | undefined;
}) {
  const { sitting } = props;
  let head!: HTMLButtonElement;
  const item = createMemo(() => sitting.shown(props.item));
  const status = createMemo(() => sitting.status().get(props.item.key) ?? "open");
  createEffect(() => props.chosen && head.scrollIntoView({ block: "nearest" }));
  return (
    <li class={`item ${status()} ${props.chosen ? "chosen" : ""}`}>
      <button
        type="button"
        class="item-head"
        ref={head}
        aria-current={props.chosen ? "true" : undefined}
        onClick={() => sitting.choose(props.item.key)}
      >
        <span class="sign" aria-hidden="true">
          {SIGNS[status()]}
        </span>
        <span class="item-words">
          {itemWords(item())}
          <span class="figures about">{itemAbout(item(), props.says)}</span>
          <span class="tags">
            <Show when={props.item.sure !== undefined && props.item.sure !== "sure"}>
              <span class={`badge ${props.item.sure}`}>
                {props.item.sure === "guess" ? "a guess: look closely" : "likely"}
              </span>
            </Show>
            <Show when={sitting.edited(props.item)}>
              <span class="badge">edited</span>
            </Show>
            <Show when={status() !== "open"}>
              <span class="status-words">{STATUS_WORDS[status()]}</span>
            </Show>
          </span>
        </span>
      </button>
      <Show when={props.chosen && sitting.editing()}>
        <Edit sitting={sitting} item={item()} onDone={() => head.focus()} />
      </Show>
    </li>
  );
}

const LABELS = {
  title: "Title",
  publisher: "Publisher",
  date: "Date",
  says: "What is said",
  via: "Who said it: one a line, whoever is nearest to the report first",
  what: "What happened",
} as const satisfies Record<Field, string>;

/** The words of an item in fields. Keeping them accepts it. */
function Edit(props: { readonly sitting: Sitting; readonly item: ReviewItem; readonly onDone: () => void }) {
  const { sitting } = props;
  let form!: HTMLFormElement;
  const fields = fieldsOf(props.item);
  const keep = (event: Event) => {
    event.preventDefault();
    const values = new FormData(form);
    const changes: Partial<Record<Field, string>> = {};
    for (const { name, value } of fields) {
      const now = String(values.get(name) ?? "");
      if (now.replaceAll("\r\n", "\n") !== value) changes[name] = now.replaceAll("\r\n", "\n");
    }
    sitting.accept(Object.keys(changes).length === 0 ? undefined : changes);
    focusChosen();
  };
  onMount(() => {
    form.querySelector<HTMLElement>("textarea, input")?.focus();
    form.scrollIntoView({ block: "nearest" });
  });
  return (
    <form class="edit-item" ref={form} onSubmit={keep}>
      <For each={fields}>
        {({ name, value }) => (
          <label class="field">
            {LABELS[name]}
            <Show
              when={name === "date" || name === "publisher"}
              fallback={
                <textarea
                  name={name}
                  rows={name === "via" ? 2 : 3}
                  onKeyDown={(event) => {
                    // A new line only where lines mean something.
                    if (event.key !== "Enter" || (name === "via" && !event.ctrlKey && !event.metaKey)) return;
                    event.preventDefault();
                    form.requestSubmit();
                  }}
                >
                  {value}
                </textarea>
              }
            >
              <input name={name} type={name === "date" ? "date" : "text"} value={value} />
            </Show>
          </label>
        )}
      </For>
      <p class="buttons">
        <button type="submit" class="button primary">
          Accept it like this
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            sitting.edit(false);
            props.onDone();
          }}
        >
          Leave it as it was
        </button>
      </p>
    </form>
  );
}

/** The keyboard goes on at the item chosen now. */
function focusChosen(): void {
  document.querySelector<HTMLElement>(".found [aria-current=true]")?.focus();
}
