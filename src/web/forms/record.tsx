import { For } from "solid-js";
import { type Path, removeAt } from "../../model/yaml-text.ts";
import { clean } from "../../render/text.ts";
import { idFrom } from "../edit/references.ts";
import { readSetting, withSetting } from "../edit/settings.ts";
import { Cards } from "./cards.tsx";
import { Entries } from "./entries.tsx";
import { AddByName, BecauseField, ChoiceField, FieldProblems, TextField } from "./fields.tsx";
import type { Form } from "./form.ts";

/** Who said so: sources, claims and what happened when. */
export function RecordForm(props: { readonly form: Form }) {
  const { form } = props;
  const sources = () => [
    { value: "", words: "background knowledge" },
    ...form.keys(["sources"]).map((id) => ({ value: id, words: sourceTitle(form, id) })),
  ];
  const event = (index: number) => ["timeline", index];
  return (
    <>
      <section>
        <h3>Claims</h3>
        <Entries
          form={form}
          path={["claims"]}
          kind="claim"
          noun="claim"
          head={(id) => (
            <span class="card-words">
              <strong>{clean(id)}</strong> {clean(form.text(["claims", id, "says"]))}
            </span>
          )}
          body={(id) => (
            <>
              <TextField form={form} base={["claims", id]} name="says" label="It says" rows={3} />
              <ChoiceField
                form={form}
                base={["claims", id]}
                name="source"
                label="Source"
                choices={sources()}
              />
              <TextField
                form={form}
                base={["claims", id]}
                name="sounds"
                label="How sure it sounds"
                hint="In a few words: plain; second-hand, “seems”."
              />
              <TextField
                form={form}
                base={["claims", id]}
                name="date"
                label="Date"
                hint="A day, a month or a year."
              />
            </>
          )}
        />
        <AddByName
          label="What a new claim says"
          onAdd={(says) => form.set(["claims", freeNumber(form)], { says })}
        />
      </section>
      <section>
        <h3>Sources</h3>
        <Entries
          form={form}
          path={["sources"]}
          kind="source"
          noun="source"
          head={(id) => <span class="card-words">{clean(sourceTitle(form, id))}</span>}
          body={(id) => (
            <For
              each={
                [
                  ["title", "Title"],
                  ["publisher", "Publisher"],
                  ["date", "Date"],
                  ["place", "Place"],
                  ["kind", "Kind"],
                  ["link", "Link"],
                ] as const
              }
            >
              {([name, label]) => (
                <TextField form={form} base={["sources", id]} name={name} main="title" label={label} />
              )}
            </For>
          )}
        />
        <AddByName
          label="Title of a new source"
          onAdd={(title) => form.set(["sources", idFrom(title, form.ids())], title)}
        />
      </section>
      <section>
        <h3>What happened when</h3>
        <Cards
          form={form}
          path={["timeline"]}
          label="Timeline"
          words={(index) => form.text([...event(index), "what"])}
          head={(index) => (
            <>
              <span class="badge">{clean(form.text([...event(index), "date"]))}</span>
              <span class="card-words">{clean(form.text([...event(index), "what"]))}</span>
            </>
          )}
          body={(index) => (
            <>
              <TextField form={form} base={event(index)} name="what" label="What happened" rows={2} />
              <TextField form={form} base={event(index)} name="date" label="Day" type="date" />
              <TextField form={form} base={event(index)} name="until" label="Until" type="date" />
              <ChoiceField
                form={form}
                base={event(index)}
                name="by"
                label="Who acted"
                choices={[
                  { value: "", words: "nobody in the model" },
                  ...form.names().parties.map(({ id, title }) => ({ value: id, words: title })),
                ]}
              />
              <Sets form={form} path={event(index)} />
              <BecauseField form={form} base={event(index)} />
            </>
          )}
        />
        <AddByName
          label="What else happened"
          onAdd={(what) => form.add(["timeline"], { date: form.text(["as of"]) || "2000-01-01", what })}
        />
      </section>
    </>
  );
}

/** What an event sets, of the options of who acted. */
function Sets(props: { readonly form: Form; readonly path: Path }) {
  const { form } = props;
  const path = () => [...props.path, "sets"];
  const by = () => form.text([...props.path, "by"]);
  const settings = () =>
    Array.from({ length: form.length(path()) }, (_, index) => form.text([...path(), index]));
  const options = () => form.names().options.filter(({ owner }) => by() === "" || owner === by());
  const level = (id: string) =>
    settings()
      .map(readSetting)
      .find((each) => each?.option === id)?.level ?? "";
  const set = (id: string, to: string) => {
    const option = form.names().options.find((each) => each.id === id);
    if (option === undefined) return;
    const sets = withSetting(settings(), option, to === "" ? undefined : to, true);
    form.change((text) => (sets.length === 0 ? removeAt(text, path()) : text));
    if (sets.length > 0) form.set(path(), sets);
  };
  return (
    <fieldset class="settings">
      <legend>What changed with it</legend>
      <For each={options().map(({ id }) => id)}>
        {(id) => {
          const option = () => form.names().options.find((each) => each.id === id);
          return (
            <label class="setting">
              <span>{clean(option()?.title ?? id)}</span>
              <select onChange={(event) => set(id, event.currentTarget.value)}>
                <option value="" selected={level(id) === ""}>
                  as it was
                </option>
                <For each={option()?.levels ?? []}>
                  {(each) => (
                    <option value={each.id} selected={each.id === level(id)}>
                      {clean(option()?.yesNo ? (each.id === "yes" ? "taken" : "dropped") : each.title)}
                    </option>
                  )}
                </For>
              </select>
            </label>
          );
        }}
      </For>
      <FieldProblems problems={form.problems(path())} />
    </fieldset>
  );
}

function sourceTitle(form: Form, id: string): string {
  return form.text(["sources", id, "title"]) || form.text(["sources", id]) || id;
}

/** The next number that no claim has: `C7`. */
function freeNumber(form: Form): string {
  const taken = form.ids();
  for (let number = form.keys(["claims"]).length + 1; ; number++)
    if (!taken.includes(`C${number}`)) return `C${number}`;
}
