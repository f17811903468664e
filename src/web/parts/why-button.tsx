import type { Names } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import type { Page } from "../page.ts";

/** Leads to the answer to "Why?" for a state, and for a party if one is given. */
export function WhyButton(props: {
  readonly page: Page;
  readonly names: Names;
  readonly state: StateView;
  readonly party?: string | undefined;
  readonly words?: string;
  /** For screen readers: why what. */
  readonly about: string;
}) {
  const go = () => {
    const party = props.party ?? props.page.chosen().party;
    props.page.choose({
      names: props.names,
      state: props.state,
      ...(party === undefined ? {} : { party }),
    });
    props.page.show("explain");
    const panel = document.getElementById("answers-panel");
    panel?.scrollTo(0, 0);
    panel?.focus();
  };
  return (
    <button type="button" class="link why" onClick={go}>
      {props.words ?? "Why?"}
      <span class="unseen">{` ${props.about}`}</span>
    </button>
  );
}
