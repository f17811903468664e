import type { JSX } from "solid-js";

/** Something wide that scrolls sideways, reachable by keyboard and named for screen readers. */
export function Scrolls(props: { readonly label: string; readonly children: JSX.Element }) {
  return (
    <section class="scrolls" tabindex="0" aria-label={props.label}>
      {props.children}
    </section>
  );
}
