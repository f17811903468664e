import { Show } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import type { Page } from "../page.ts";
import { OnDemand } from "./on-demand.tsx";
import { StatePicker } from "./state-picker.tsx";

/** The state that several panels look at: choose another by its settings, or go back to where the file starts. */
export function StateChooser(props: {
  readonly page: Page;
  readonly names: Names | undefined;
  /** Of the last answer; there may be none yet. */
  readonly state: StateView | undefined;
  readonly label: string;
}) {
  const state = () => props.page.chosen().state ?? props.state;
  const choose = (picked: StateView | undefined) => {
    const { party } = props.page.chosen();
    props.page.choose({
      names: props.names!,
      ...(picked === undefined ? {} : { state: picked }),
      ...(party === undefined ? {} : { party }),
    });
  };
  return (
    <Show when={props.names !== undefined && state() !== undefined}>
      <OnDemand summary={props.label}>
        <StatePicker names={props.names!} state={state()!} onPick={choose} />
        <button
          type="button"
          class="button"
          disabled={props.page.chosen().state === undefined}
          onClick={() => choose(undefined)}
        >
          Back to where the file starts
        </button>
      </OnDemand>
    </Show>
  );
}
