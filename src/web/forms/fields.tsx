import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import { type Path, removeAt, setAt } from "../../model/yaml-text.ts";
import { clean } from "../../render/text.ts";
import { expressionWords } from "../edit/expression-words.ts";
import { ExpressionField as ExpressionInput } from "../parts/expression-field.tsx";
import type { Form } from "./form.ts";

/** Where a field's value stands: the key `name` of the map at `base`. */
export type At = {
  readonly form: Form;
  readonly base: Path;
  readonly name: string;
  /** The key for which one value alone may stand instead of the map: `north: The North` for `north: {title: The North}`. */
  readonly main?: string | undefined;
};

/** The value of a field as it is written. */
export function fieldValue({ form, base, name, main }: At): string {
  if (form.kind(base) === "value") return name === main ? form.text(base) : "";
  return form.text([...base, name]);
}

/** Writes the value of a field; an empty one is taken out. */
export function write({ form, base, name, main }: At, value: string | number, kind?: string): void {
  const alone = form.kind(base) !== "map" && base.length > 0;
  const old = form.text(base);
  form.change((text) => {
    if (value === "" && !alone)
      return form.keys(base).length > 1 ? removeAt(text, [...base, name]) : setAt(text, base, null);
    if (alone && name === main) return setAt(text, base, value === "" ? null : value);
    if (alone)
      return setAt(text, base, old === "" ? { [name]: value } : { [main ?? "title"]: old, [name]: value });
    return setAt(text, [...base, name], value);
  }, kind);
}

const place = (at: At): Path => (at.form.kind(at.base) === "value" ? at.base : [...at.base, at.name]);
const typing = (at: At) => `typing ${[...at.base, at.name].join("/")}`;

/** A label, what it labels, a hint and what is wrong with it. */
function Labelled(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problems?: readonly Problem[];
  readonly children: (ids: { readonly id: string; readonly described: string }) => JSX.Element;
}) {
  const id = createUniqueId();
  return (
    <div class="form-field">
      <label for={id}>{props.label}</label>
      {props.children({ id, described: `${id}-more` })}
      <div id={`${id}-more`} class="field-more">
        <Show when={props.hint}>{(hint) => <p class="hint">{hint()}</p>}</Show>
        <FieldProblems problems={props.problems ?? []} />
      </div>
    </div>
  );
}

/** What is wrong with a field, right under it. */
export function FieldProblems(props: { readonly problems: readonly Problem[] }) {
  return (
    <div aria-live="polite">
      <For each={props.problems}>
        {({ severity, message, fix }) => (
          <p class={`field-problem ${severity}`}>
            <strong>{severity === "error" ? "Error: " : "Warning: "}</strong>
            {clean(fix === undefined ? message : `${message}; ${fix}`)}
          </p>
        )}
      </For>
    </div>
  );
}

/** One line of text, or several. */
export function TextField(
  props: At & {
    readonly label: string;
    readonly hint?: string;
    readonly rows?: number;
    readonly type?: "date" | "number" | "text";
  },
) {
  const onInput = (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    const number = props.type === "number" && value !== "" && Number.isFinite(Number(value));
    write(props, number ? Number(value) : value, typing(props));
  };
  return (
    <Labelled label={props.label} hint={props.hint} problems={props.form.problems(place(props))}>
      {({ id, described }) => (
        <Show
          when={props.rows}
          fallback={
            <input
              id={id}
              aria-describedby={described}
              type={props.type ?? "text"}
              value={fieldValue(props)}
              onInput={onInput}
            />
          }
        >
          <textarea
            id={id}
            aria-describedby={described}
            rows={props.rows}
            value={fieldValue(props)}
            onInput={onInput}
          />
        </Show>
      )}
    </Labelled>
  );
}

export type Choice = { readonly value: string; readonly words: string };

/** One of a few. The empty value takes the key out. */
export function ChoiceField(
  props: At & {
    readonly label: string;
    readonly choices: readonly Choice[];
    readonly hint?: string;
  },
) {
  const choices = createMemo(() => {
    const value = fieldValue(props);
    const known = value === "" || props.choices.some((each) => each.value === value);
    return known ? props.choices : [...props.choices, { value, words: value }];
  });
  return (
    <Labelled label={props.label} hint={props.hint} problems={props.form.problems(place(props))}>
      {({ id, described }) => (
        <select
          id={id}
          aria-describedby={described}
          onChange={(event) => write(props, event.currentTarget.value)}
        >
          <For each={choices()}>
            {(choice) => (
              <option value={choice.value} selected={choice.value === fieldValue(props)}>
                {clean(choice.words)}
              </option>
            )}
          </For>
        </select>
      )}
    </Labelled>
  );
}

/** An expression over options and outcomes, completed as it is typed, with what it says in words below. */
export function ExpressionField(props: At & { readonly label: string; readonly hint?: string }) {
  const names = () => props.form.names();
  const words = () => expressionWords(fieldValue(props), names());
  return (
    <div class="form-field">
      <ExpressionInput
        label={props.label}
        placeholder="Type a word of what is meant"
        text={fieldValue(props)}
        onText={(text) => write(props, text, typing(props))}
        standoff={names()}
        problems={props.form.problems(place(props))}
      />
      <Show when={words() !== fieldValue(props)}>
        <p class="hint">{clean(words())}</p>
      </Show>
      <Show when={props.hint}>{(hint) => <p class="hint">{hint()}</p>}</Show>
    </div>
  );
}

/** The claims that something rests on. */
export function BecauseField(props: { readonly form: Form; readonly base: Path; readonly main?: string }) {
  const path = () => [...props.base, "because"];
  const cited = () =>
    Array.from({ length: props.form.length(path()) }, (_, index) => props.form.text([...path(), index]));
  const says = (id: string) => props.form.names().claims.find((claim) => claim.id === id)?.says ?? "";
  const rest = () => props.form.names().claims.filter(({ id }) => !cited().includes(id));
  const add = (id: string) => {
    const { form, base, main } = props;
    const old = form.text(base);
    if (form.kind(base) === "value") form.set(base, { [main ?? "want"]: old, because: [id] });
    else form.add(path(), id);
  };
  return (
    <Show when={cited().length > 0 || rest().length > 0}>
      <div class="form-field because">
        <p class="label-like">Because</p>
        <ul class="cited-claims">
          <For each={cited()}>
            {(id, index) => (
              <li>
                <span>
                  <strong>{clean(id)}</strong> {clean(says(id))}
                </span>
                <button
                  type="button"
                  class="button bare"
                  aria-label={`Do not cite ${id} here`}
                  onClick={() => props.form.remove([...path(), index()])}
                >
                  ×
                </button>
              </li>
            )}
          </For>
        </ul>
        <Show when={rest().length > 0}>
          <select
            aria-label="Cite a claim"
            onChange={(event) => {
              const { value } = event.currentTarget;
              event.currentTarget.value = "";
              if (value !== "") add(value);
            }}
          >
            <option value="">Cite a claim …</option>
            <For each={rest()}>
              {({ id, says }) => <option value={id}>{clean(`${id}: ${says}`.slice(0, 90))}</option>}
            </For>
          </select>
        </Show>
        <FieldProblems problems={props.form.problems(path())} />
      </div>
    </Show>
  );
}

/** A name typed to add something by. */
export function AddByName(props: {
  readonly label: string;
  readonly placeholder?: string;
  readonly onAdd: (name: string) => void;
}) {
  const [name, setName] = createSignal("");
  const add = (event: Event) => {
    event.preventDefault();
    if (name().trim() === "") return;
    props.onAdd(name().trim());
    setName("");
  };
  return (
    <form class="add-by-name" onSubmit={add}>
      <input
        aria-label={props.label}
        placeholder={props.placeholder ?? props.label}
        value={name()}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={name().trim() === ""}>
        Add
      </button>
    </form>
  );
}

/** For what a form cannot do: a way to the place in the text. */
export function InTheText(props: {
  readonly form: Form;
  readonly path: Path;
  readonly children: JSX.Element;
}) {
  return (
    <p class="in-the-text">
      {props.children}{" "}
      <button type="button" class="link" onClick={() => props.form.goTo(props.path)}>
        Edit it in the text
      </button>
    </p>
  );
}
