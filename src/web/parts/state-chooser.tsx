import { Show } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import type { Page } from "../page.ts";
import { StatePicker } from "./state-picker.tsx";

/** The state that several panels look at: choose another by its settings, or go back to where the file starts. */
export function StateChooser(props: {
  readonly page: Page;
  /** Of the last answer; there may be none yet. */
  readonly names: Names | undefined;
  readonly state: StateView | undefined;
  readonly label: string;
}) {
  const names = () => props.names ?? props.page.chosen().names;
  const state = () => props.page.chosen().state ?? props.state;
  const choose = (picked: StateView | undefined) => {
    const { party } = props.page.chosen();
    props.page.choose({
      names: names()!,
      ...(picked === undefined ? {} : { state: picked }),
      ...(party === undefined ? {} : { party }),
    });
  };
  return (
    <Show when={names() !== undefined && state() !== undefined}>
      <details class="on-demand state-chooser">
        <summary>{props.label}</summary>
        <StatePicker names={names()!} state={state()!} onPick={choose} />
        <button
          type="button"
          class="button"
          disabled={props.page.chosen().state === undefined}
          onClick={() => choose(undefined)}
        >
          Back to where the file starts
        </button>
      </details>
    </Show>
  );
}
