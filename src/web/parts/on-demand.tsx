import { createSignal, type JSX, Show } from "solid-js";
import "./on-demand.css";

/** Something told when asked for. What is inside is made when it is first opened, so that many of them cost nothing. */
export function OnDemand(props: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: JSX.Element;
}) {
  const [open, setOpen] = createSignal(props.open ?? false);
  return (
    <details class="on-demand" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      <Show when={open()}>{props.children}</Show>
    </details>
  );
}
