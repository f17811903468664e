import { For, Show } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import { clean } from "../../render/text.ts";
import { PartyChip } from "./party-chip.tsx";
import "./state-picker.css";

type Option = Names["options"][number];

/** A state put together from settings: a party's options under its mark. Where states are listed outright, a list of them. */
export function StatePicker(props: {
  readonly names: Names;
  readonly state: StateView;
  readonly onPick: (state: StateView) => void;
}) {
  const owners = () => [...new Set(props.names.options.map(({ owner }) => owner))];
  const optionsOf = (owner: string) => props.names.options.filter((option) => option.owner === owner);
  return (
    <div class="state-picker">
      <For each={owners()}>
        {(owner) => (
          <fieldset>
            <legend>
              <Show when={owner !== ""} fallback="State">
                <PartyChip names={props.names} party={owner} />
              </Show>
            </legend>
            <For each={optionsOf(owner)}>
              {(option) => <Setting option={option} state={props.state} onPick={props.onPick} />}
            </For>
          </fieldset>
        )}
      </For>
    </div>
  );
}

function Setting(props: {
  readonly option: Option;
  readonly state: StateView;
  readonly onPick: (state: StateView) => void;
}) {
  const { id } = props.option;
  const turn = (on: boolean) =>
    props.onPick(
      settled(props.state, {
        on: [...props.state.on.filter((each) => each !== id), ...(on ? [id] : [])].sort(),
      }),
    );
  const move = (level: string) =>
    props.onPick(settled(props.state, { levels: { ...props.state.levels, [id]: level } }));
  return (
    <Show
      when={props.option.yesNo}
      fallback={
        <label>
          <Show when={props.option.owner !== ""}>{clean(props.option.title)}</Show>
          <select
            aria-label={clean(props.option.title)}
            onChange={(event) => move(event.currentTarget.value)}
          >
            <For each={props.option.levels}>
              {(level) => (
                <option value={level.id} selected={props.state.levels[id] === level.id}>
                  {clean(level.title)}
                </option>
              )}
            </For>
          </select>
        </label>
      }
    >
      <label>
        <input
          type="checkbox"
          checked={props.state.on.includes(id)}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {clean(props.option.title)}
      </label>
    </Show>
  );
}

/** The state with other settings; which outcomes hold there is for the answer to say. */
function settled({ on, levels }: StateView, change: Partial<StateView>): StateView {
  return { on, levels, outcomes: [], ...change };
}
