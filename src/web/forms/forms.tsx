import { type Component, createMemo, createSignal, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Page } from "../page.ts";
import { Tabs } from "../parts/tabs.tsx";
import { Bodies } from "./bodies.tsx";
import { createForm, type Form } from "./form.ts";
import "./forms.css";
import { Options } from "./options.tsx";
import { Parties } from "./parties.tsx";
import { Preferences } from "./preferences.tsx";
import { RecordForm } from "./record.tsx";
import { Rules } from "./rules.tsx";
import { Start } from "./start.tsx";

/** The forms, in the order of their tabs. */
const FORMS: readonly {
  readonly id: string;
  readonly title: string;
  readonly group: "";
  readonly Body: Component<{ readonly form: Form }>;
}[] = [
  { id: "parties", title: "Parties", group: "", Body: Parties },
  { id: "options", title: "Options", group: "", Body: Options },
  { id: "start", title: "Start", group: "", Body: Start },
  { id: "rules", title: "Rules", group: "", Body: Rules },
  { id: "preferences", title: "Preferences", group: "", Body: Preferences },
  { id: "bodies", title: "Bodies", group: "", Body: Bodies },
  { id: "record", title: "Record", group: "", Body: RecordForm },
];

/** The longest text, in letters, that forms read again with every key pressed without keeping the page waiting. */
const LONGEST = 300_000;

/** The standoff as forms. Every change is a change of the text, which keeps its comments and can be undone. */
export function Forms(props: { readonly page: Page }) {
  const tooLong = () => props.page.store.text().length > LONGEST;
  return (
    <Show when={tooLong()} fallback={<FormsOfText page={props.page} />}>
      <div class="forms">
        <p class="lead">{`This file is too long for forms, which take up to ${LONGEST.toLocaleString("en-US")} letters. It can be worked on as text.`}</p>
      </div>
    </Show>
  );
}

function FormsOfText(props: { readonly page: Page }) {
  const form = createForm(props.page);
  const [shown, setShown] = createSignal(FORMS[0].id);
  const current = createMemo(() => FORMS.find(({ id }) => id === shown()) ?? FORMS[0]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "y" || (key === "z" && event.shiftKey)) props.page.store.redo();
    else if (key === "z") props.page.store.undo();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Tabs name="form" label="Forms" tabs={FORMS} shown={shown()} onShow={setShown} />
      <div
        id="form-panel"
        class="forms"
        role="tabpanel"
        aria-labelledby={`form-tab-${shown()}`}
        tabindex="0"
        onKeyDown={onKeyDown}
      >
        <Switch>
          <Match when={form.readable()}>
            <Dynamic component={current().Body} form={form} />
          </Match>
          <Match when={true}>
            <p class="lead">The text cannot be read well enough for forms.</p>
            <Show when={form.problems([])[0]}>{(problem) => <p>{problem().message}</p>}</Show>
            <button type="button" class="button" onClick={() => form.goTo([])}>
              Mend it in the text
            </button>
          </Match>
        </Switch>
      </div>
    </>
  );
}
