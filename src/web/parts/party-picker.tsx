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
  readonly onPick: (picked: string[]) => void;
}) {
  const name = createUniqueId();
  const others = (id: string) => (props.many ? props.picked.filter((each) => each !== id) : []);
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
              onChange={(event) =>
                props.onPick([...others(id), ...(event.currentTarget.checked ? [id] : [])])
              }
            />
            <PartyChip names={props.names} party={id} />
          </label>
        )}
      </For>
    </fieldset>
  );
}
