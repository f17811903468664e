import { createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import type { Path } from "../../model/yaml-text.ts";
import { clean, counted, listed } from "../../render/text.ts";
import { type Reference, referencesTo, renameId, whyNotId } from "../edit/references.ts";
import type { Kind } from "../edit/shape.ts";
import { Card } from "./card.tsx";
import type { Form } from "./form.ts";

/** More entries than a form shows at once. */
const SHOWN = 200;

/** Things that have an id, each to be opened, renamed everywhere and taken out. */
export function Entries(props: {
  readonly form: Form;
  readonly path: Path;
  readonly kind: Kind;
  /** What one is called, such as `party`. */
  readonly noun: string;
  /** The ids to be shown; all at the path when left out. */
  readonly ids?: readonly string[];
  readonly head: (id: string) => JSX.Element;
  readonly body: (id: string) => JSX.Element;
  readonly onRemove?: (id: string) => void;
}) {
  const [open, setOpen] = createSignal<string>();
  const [all, setAll] = createSignal(false);
  const ids = () => props.ids ?? props.form.keys(props.path);
  const shown = () => (all() ? ids() : ids().slice(0, SHOWN));
  return (
    <>
      <ul class="cards">
        <For each={shown()}>
          {(id) => (
            <Card
              problems={props.form.problems([...props.path, id])}
              open={open() === id}
              onToggle={() => setOpen(open() === id ? undefined : id)}
              head={props.head(id)}
            >
              {props.body(id)}
              <IdField
                id={id}
                taken={props.form.ids()}
                onRename={(to) => {
                  setOpen(to);
                  props.form.change((text) => renameId(text, props.kind, id, to));
                  props.form.page.say(`“${id}” is now called “${to}”, everywhere.`);
                }}
              />
              <Removal
                form={props.form}
                kind={props.kind}
                id={id}
                noun={props.noun}
                onRemove={() => {
                  if (props.onRemove) props.onRemove(id);
                  else props.form.remove([...props.path, id]);
                  props.form.page.say(`“${id}” was removed. Undo brings it back.`);
                }}
              />
            </Card>
          )}
        </For>
      </ul>
      <Show when={shown().length < ids().length}>
        <button type="button" class="button" onClick={() => setAll(true)}>
          {`Show all ${ids().length.toLocaleString("en-US")}`}
        </button>
      </Show>
    </>
  );
}

/** The id; a new one takes its place everywhere once it is entered and sound. */
function IdField(props: {
  readonly id: string;
  readonly taken: readonly string[];
  readonly onRename: (to: string) => void;
}) {
  const field = createUniqueId();
  const [why, setWhy] = createSignal<string>();
  return (
    <div class="form-field">
      <label for={field}>Short name (id)</label>
      <input
        id={field}
        class="expression"
        aria-describedby={`${field}-more`}
        aria-invalid={why() !== undefined}
        value={props.id}
        spellcheck={false}
        onChange={(event) => {
          const to = event.currentTarget.value.trim();
          if (to === props.id) return setWhy(undefined);
          const wrong = whyNotId(to, props.taken);
          setWhy(wrong);
          if (wrong === undefined) props.onRename(to);
        }}
      />
      <div id={`${field}-more`} class="field-more" aria-live="polite">
        <p class="hint">What expressions call it. Renaming it changes every place that speaks of it.</p>
        <Show when={why()}>
          {(words) => (
            <p class="field-problem error">
              <strong>Not renamed: </strong>
              {words()}
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}

/** Takes something out; before that, what refers to it is named. */
function Removal(props: {
  readonly form: Form;
  readonly kind: Kind;
  readonly id: string;
  readonly noun: string;
  readonly onRemove: () => void;
}) {
  const [asking, setAsking] = createSignal(false);
  const references = () =>
    referencesTo(props.form.page.store.text(), props.kind, props.id).filter(({ defines }) => !defines);
  const ask = () => {
    if (references().length === 0) props.onRemove();
    else setAsking(true);
  };
  return (
    <div class="card-actions">
      <Show
        when={asking()}
        fallback={
          <button type="button" class="button" onClick={ask}>
            {`Remove this ${props.noun}`}
          </button>
        }
      >
        <div class="asks" role="alert">
          <p>{whatRefers(references(), props.kind)}</p>
          <ul class="plain-list">
            <For each={references().slice(0, 6)}>
              {({ path }) => (
                <li>
                  <button type="button" class="link" onClick={() => props.form.goTo(path)}>
                    {clean(path.map((key) => (typeof key === "number" ? `${key + 1}` : key)).join(" › "))}
                  </button>
                </li>
              )}
            </For>
          </ul>
          <button type="button" class="button" onClick={() => props.onRemove()}>
            Remove it all the same
          </button>
          <button type="button" class="button" onClick={() => setAsking(false)}>
            Keep it
          </button>
        </div>
      </Show>
    </div>
  );
}

/** In which sections something is spoken of, and what becomes of that. */
function whatRefers(references: readonly Reference[], kind: Kind): string {
  const sections = new Map<string, number>();
  for (const { path } of references) sections.set(String(path[0]), (sections.get(String(path[0])) ?? 0) + 1);
  const places = [...sections].map(([section, count]) => `${section} (${count})`);
  const goes = kind === "party" ? " What it wants and how it is seen goes with it." : "";
  return `It is spoken of in ${counted(references.length, "place")}: ${listed(places)}.${goes} What is left will be marked as a mistake until you mend it.`;
}
