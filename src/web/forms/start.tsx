import { For, Show } from "solid-js";
import { clean } from "../../render/text.ts";
import { readSetting, withSetting } from "../edit/settings.ts";
import { useAnswer } from "../engine/use-answer.ts";
import { FieldProblems, InTheText } from "./fields.tsx";
import type { Form } from "./form.ts";

const PATH = ["status quo"];

/** Where everything starts: the status quo. */
export function Start(props: { readonly form: Form }) {
  const { form } = props;
  const read = useAnswer(form.page, "read", () => ({}));
  const follows = () => {
    const outcome = read.outcome();
    return outcome !== undefined && "findings" in outcome ? outcome.findings?.standoff?.statusQuo : undefined;
  };
  const stated = () => form.kind(PATH) !== undefined;
  const settings = () => Array.from({ length: form.length(PATH) }, (_, index) => form.text([...PATH, index]));
  const options = () => form.names().options;
  const stateIt = () => {
    const known = follows()?.settings ?? [];
    form.set(
      PATH,
      known.reduce<string[]>((list, { option, level }) => {
        const here = options().find(({ id }) => id === option);
        return here === undefined ? list : withSetting(list, here, here.levels[level]?.id);
      }, []),
    );
  };
  return (
    <Show
      when={form.kind(["states"]) === undefined}
      fallback={
        <InTheText form={form} path={PATH}>
          This standoff lists its states outright.
        </InTheText>
      }
    >
      <h3>The status quo</h3>
      <Show
        when={stated()}
        fallback={
          <>
            <p class="lead">
              {follows() === undefined
                ? "No status quo is stated, and none follows from the timeline."
                : "The status quo is not stated: it follows from what the timeline says happened up to the date “as of”."}
            </p>
            <button type="button" class="button" onClick={stateIt}>
              State it here
            </button>
          </>
        }
      >
        <p class="lead">What each party does at the start.</p>
        <For each={form.names().parties}>
          {(party) => (
            <Show when={options().some(({ owner }) => owner === party.id)}>
              <fieldset class="settings">
                <legend>{clean(party.title)}</legend>
                <For
                  each={options()
                    .filter(({ owner }) => owner === party.id)
                    .map(({ id }) => id)}
                >
                  {(id) => <Setting form={form} id={id} settings={settings()} />}
                </For>
              </fieldset>
            </Show>
          )}
        </For>
        <FieldProblems problems={form.problems(PATH)} />
        <button type="button" class="button" onClick={() => form.remove(PATH)}>
          Let it follow from the timeline
        </button>
      </Show>
    </Show>
  );
}

function Setting(props: { readonly form: Form; readonly id: string; readonly settings: readonly string[] }) {
  const option = () => props.form.names().options.find(({ id }) => id === props.id);
  const level = () =>
    props.settings.map(readSetting).find((each) => each?.option === props.id)?.level ??
    option()?.levels[0]?.id;
  const set = (to: string) => {
    const here = option();
    if (here !== undefined) props.form.set(PATH, withSetting(props.settings, here, to));
  };
  return (
    <label class="setting">
      <Show
        when={option()?.yesNo === false}
        fallback={
          <>
            <input
              type="checkbox"
              checked={level() === "yes"}
              onChange={(event) => set(event.currentTarget.checked ? "yes" : "no")}
            />
            <span>{clean(option()?.title ?? props.id)}</span>
          </>
        }
      >
        <span>{clean(option()?.title ?? props.id)}</span>
        <select onChange={(event) => set(event.currentTarget.value)}>
          <For each={option()?.levels ?? []}>
            {({ id, title }) => (
              <option value={id} selected={id === level()}>
                {clean(title)}
              </option>
            )}
          </For>
        </select>
      </Show>
    </label>
  );
}
