import { createSignal, createUniqueId, For, Show } from "solid-js";
import { removeAt } from "../../model/yaml-text.ts";
import { clean } from "../../render/text.ts";
import { levelsOf } from "../edit/reader.ts";
import { idFrom, renameLevel, whyNotId } from "../edit/references.ts";
import { PartyChip } from "../parts/party-chip.tsx";
import { Entries } from "./entries.tsx";
import {
  AddByName,
  BecauseField,
  ChoiceField,
  ExpressionField,
  FieldProblems,
  InTheText,
  TextField,
} from "./fields.tsx";
import type { Form } from "./form.ts";

/** What each party can do. */
export function Options(props: { readonly form: Form }) {
  const { form } = props;
  const owners = () => {
    const known = form.keys(["parties"]);
    const others = form.names().options.map(({ owner }) => owner);
    return [...known, ...new Set(others.filter((owner) => !known.includes(owner)))];
  };
  const ofOwner = (owner: string) =>
    form
      .names()
      .options.filter((option) => option.owner === owner)
      .map(({ id }) => id);
  const add = (owner: string, title: string) => {
    const id = idFrom(title, form.ids());
    form.set(["options", id], id === title ? { owner } : { owner, title });
    form.page.say(`“${title}” is an option now.`);
  };
  return (
    <Show
      when={form.kind(["states"]) === undefined}
      fallback={
        <InTheText form={form} path={["states"]}>
          This standoff lists its states and moves outright, without options.
        </InTheText>
      }
    >
      <p class="lead">One option, one owner: each party alone decides about its own.</p>
      <For each={owners()}>
        {(owner) => (
          <section>
            <h3>
              <PartyChip names={form.names()} party={owner} />
            </h3>
            <Entries
              form={form}
              path={["options"]}
              ids={ofOwner(owner)}
              kind="option"
              noun="option"
              head={(id) => <OptionHead form={form} id={id} />}
              body={(id) => <OptionBody form={form} id={id} />}
            />
            <AddByName
              label={`New option of ${form.names().parties.find(({ id }) => id === owner)?.title ?? owner}`}
              placeholder="What else it can do"
              onAdd={(title) => add(owner, title)}
            />
          </section>
        )}
      </For>
    </Show>
  );
}

function OptionHead(props: { readonly form: Form; readonly id: string }) {
  const option = () => props.form.names().options.find(({ id }) => id === props.id);
  const oneWay = () => props.form.text(["options", props.id, "one-way"]);
  return (
    <>
      <span class="card-words">{clean(option()?.title ?? props.id)}</span>
      <Show when={option()?.yesNo === false}>
        <span class="card-note">
          {clean(
            option()!
              .levels.map(({ title }) => title)
              .join(" · "),
          )}
        </span>
      </Show>
      <Show when={oneWay() !== ""}>
        <span class="badge">{oneWay() === "taken" ? "never undone" : "never resumed"}</span>
      </Show>
    </>
  );
}

function OptionBody(props: { readonly form: Form; readonly id: string }) {
  const { form } = props;
  const base = () => ["options", props.id];
  const parties = () => form.names().parties.map(({ id, title }) => ({ value: id, words: title }));
  const leveled = () => form.length([...base(), "levels"]) > 0;
  return (
    <>
      <TextField
        form={form}
        base={base()}
        name="title"
        label="What is done"
        hint="As a verb: “let inspectors in”."
      />
      <ChoiceField form={form} base={base()} name="owner" label="Who decides" choices={parties()} />
      <TextField form={form} base={base()} name="about" label="About" rows={2} />
      <Levels form={form} id={props.id} />
      <Show when={!leveled() || form.text([...base(), "ordered"]) !== "no"}>
        <ChoiceField
          form={form}
          base={base()}
          name="one-way"
          label="Can it be undone?"
          choices={[
            { value: "", words: "yes, it can be taken and dropped" },
            { value: "taken", words: "no: once taken, never undone" },
            { value: "dropped", words: "no: once dropped, never resumed" },
          ]}
        />
      </Show>
      <Show
        when={form.kind([...base(), "changes when"]) !== "map"}
        fallback={
          <InTheText form={form} path={[...base(), "changes when"]}>
            When it may change is not sure.
          </InTheText>
        }
      >
        <ExpressionField
          form={form}
          base={base()}
          name="changes when"
          label="Changes only when"
          hint="It may change only in a state where this holds; left empty, always."
        />
      </Show>
      <BecauseField form={form} base={base()} />
    </>
  );
}

/** Yes or no, or the levels of an option. */
function Levels(props: { readonly form: Form; readonly id: string }) {
  const { form } = props;
  const kind = createUniqueId();
  const [why, setWhy] = createSignal<string>();
  const path = () => ["options", props.id, "levels"];
  const levels = () => levelsOf(form, props.id);
  const toLevels = (value: string) => {
    if (value === "levels") form.set(path(), ["none", "full"]);
    else form.change((text) => removeAt(removeAt(text, path()), ["options", props.id, "ordered"]));
  };
  const rename = (from: string, to: string) => {
    if (from === to) return;
    const wrong = whyNotId(
      to,
      levels().map(({ id }) => id),
    );
    setWhy(wrong);
    if (wrong === undefined) form.change((text) => renameLevel(text, props.id, from, to));
  };
  const retitle = (index: number, id: string, title: string) =>
    form.set(
      [...path(), index],
      title === "" || title === id ? id : { [id]: title },
      `typing ${path()} ${index}`,
    );
  return (
    <div class="form-field">
      <label for={kind}>Kind</label>
      <select id={kind} onChange={(event) => toLevels(event.currentTarget.value)}>
        <option value="yes-no" selected={levels().length === 0}>
          taken or not
        </option>
        <option value="levels" selected={levels().length > 0}>
          one of several levels
        </option>
      </select>
      <Show when={levels().length > 0}>
        <table class="levels">
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">In words</th>
              <th scope="col">
                <span class="unseen">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={levels().map(({ id }) => id)}>
              {(id, index) => (
                <tr>
                  <td>
                    <input
                      aria-label={`Short name of level ${index() + 1}`}
                      class="expression"
                      value={id}
                      onChange={(event) => rename(id, event.currentTarget.value.trim())}
                    />
                  </td>
                  <td>
                    <input
                      aria-label={`Level ${index() + 1} in words`}
                      value={levels()[index()]?.title ?? id}
                      onInput={(event) => retitle(index(), id, event.currentTarget.value)}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      class="button bare"
                      aria-label={`Remove level ${id}`}
                      disabled={levels().length <= 2}
                      onClick={() => form.remove([...path(), index()])}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <AddByName
          label="New level"
          onAdd={(title) => {
            const id = idFrom(
              title,
              levels().map((level) => level.id),
            );
            form.add(path(), id === title ? id : { [id]: title });
          }}
        />
        <ChoiceField
          form={form}
          base={["options", props.id]}
          name="ordered"
          label="Order of the levels"
          choices={[
            { value: "", words: "from lowest to highest; it starts at the first" },
            { value: "no", words: "none: they can only be told apart" },
          ]}
        />
      </Show>
      <div aria-live="polite">
        <Show when={why()}>
          <p class="field-problem error">
            <strong>Not renamed: </strong>
            {why()}
          </p>
        </Show>
      </div>
      <FieldProblems problems={form.problems(path())} />
    </div>
  );
}
