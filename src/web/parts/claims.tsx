import { For, Show } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import { claimWords } from "../../render/explain.ts";
import { counted } from "../../render/text.ts";

/** The claims that something rests on, each with what it says and who said so, told on demand. Nothing where there are none. */
export function Claims(props: { readonly names: Names; readonly ids: readonly string[] }) {
  return (
    <Show when={props.ids.length > 0}>
      <details class="on-demand">
        <summary>{`${counted(props.ids.length, "claim")} behind it`}</summary>
        <ul class="plain-list">
          <For each={props.ids}>{(id) => <li>{claimWords(props.names, id)}</li>}</For>
        </ul>
      </details>
    </Show>
  );
}
