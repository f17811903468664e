import { createUniqueId, For } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import { PartyChip } from "./party-chip.tsx";
import "./party-picker.css";

/** One party, or several where `many`, picked by their marks. */
export function PartyPicker(props: {
  readonly label: string;
  readonly names: Names;
  readonly picked: readonly string[];
  readonly many?: boolean;
  readonly onPick: (party: string, picked: boolean) => void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class="party-picker">
      <legend>{props.label}</legend>
      <For each={props.names.parties}>
        {({ id }) => (
          <label class="pick">
            <input
              class="unseen"
              type={props.many ? "checkbox" : "radio"}
              name={name}
              checked={props.picked.includes(id)}
              onChange={(event) => props.onPick(id, event.currentTarget.checked)}
            />
            <PartyChip names={props.names} party={id} />
          </label>
        )}
      </For>
    </fieldset>
  );
}
