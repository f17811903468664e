import { For, type JSX, Show } from "solid-js";
import type { Concept, Names, VotePut } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import { failedVotes, placeOf, stateByParty } from "../../render/state-words.ts";
import { clean } from "../../render/text.ts";
import { ConceptChips } from "./concept-chip.tsx";
import { PartyChip } from "./party-chip.tsx";

/** One outcome: under which concepts it holds, what each party does in it, and what follows. */
export function OutcomeCard(props: {
  readonly names: Names;
  readonly state: StateView;
  readonly title: string;
  readonly concepts?: readonly Concept[];
  readonly strongly?: readonly Concept[] | undefined;
  readonly isStatusQuo?: boolean;
  readonly votes?: readonly VotePut[] | undefined;
  /** What may be done with it, such as a button. */
  readonly children?: JSX.Element;
}) {
  return (
    <article class="outcome" classList={{ "is-status-quo": props.isStatusQuo ?? false }}>
      <header>
        <h3>{props.title}</h3>
        <Show when={props.isStatusQuo}>
          <span class="badge">status quo</span>
        </Show>
        <Show when={props.concepts}>
          {(concepts) => <ConceptChips concepts={concepts()} strongly={props.strongly} />}
        </Show>
      </header>
      <StateLines names={props.names} state={props.state} votes={props.votes} />
      {props.children}
    </article>
  );
}

/** What each party does in a state, a party a line; outcomes that hold and votes that fail below. */
export function StateLines(props: {
  readonly names: Names;
  readonly state: StateView;
  readonly votes?: readonly VotePut[] | undefined;
}) {
  const outcomes = () => props.names.outcomes.filter(({ id }) => props.state.outcomes.includes(id));
  const any = () => props.names.options.filter(({ id }) => props.state.any?.includes(id));
  return (
    <>
      <Show
        when={placeOf(props.names, props.state) === undefined}
        fallback={<p class="place">{placeOf(props.names, props.state)}</p>}
      >
        <dl class="does">
          <For each={stateByParty(props.names, props.state)}>
            {({ id, does }) => (
              <div>
                <dt>
                  <PartyChip names={props.names} party={id} />
                </dt>
                <dd classList={{ nothing: does.length === 0 }}>
                  {does.length === 0 ? (
                    "—"
                  ) : (
                    <For each={does}>{(each) => <span class="doing">{each}</span>}</For>
                  )}
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Show when={outcomes().length > 0}>
        <p class="so-that">
          <span class="label">so that</span>{" "}
          {outcomes()
            .map(({ title }) => clean(title))
            .join("; ")}
        </p>
      </Show>
      <For each={failedVotes(props.votes)}>{(line) => <p class="so-that">{line}</p>}</For>
      <Show when={any().length > 0 && placeOf(props.names, props.state) === undefined}>
        <p class="so-that">
          <span class="label">either way</span>{" "}
          {any()
            .map(({ title }) => clean(title))
            .join("; ")}
        </p>
      </Show>
    </>
  );
}
