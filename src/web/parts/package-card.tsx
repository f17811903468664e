import { For, Show } from "solid-js";
import type { Change, Names, PackageFinding, Sequence } from "../../analysis/findings.ts";
import { losingWords, orderWords, voteWords, weakestWords } from "../../render/mediate-words.ts";
import { changeWords, moveWords } from "../../render/state-words.ts";
import { counted, sentence } from "../../render/text.ts";
import type { Page } from "../page.ts";
import { StateLines } from "./outcome-card.tsx";
import { PartyChip } from "./party-chip.tsx";
import { WhyButton } from "./why-button.tsx";

/** One package: the ladder of who does what in which order, who gains and who loses, the vote it needs, what keeps it together. */
export function PackageCard(props: {
  readonly page: Page;
  readonly names: Names;
  readonly finding: PackageFinding;
  readonly number: number;
}) {
  const finding = () => props.finding;
  return (
    <article class="outcome package" aria-label={`Package ${props.number}`}>
      <header>
        <h4>{`Package ${props.number}`}</h4>
        <span class="figures">{counted(finding().parts.length, "signatory", "signatories")}</span>
      </header>
      <Ladder names={props.names} finding={finding()} />
      <p>{orderWords(props.names, finding().order)}</p>
      <Ranks names={props.names} finding={finding()} />
      <Show when={finding().losing.length === 0}>
        <p>Nobody outside loses.</p>
      </Show>
      <For each={finding().losing}>
        {(loser) => (
          <div>
            <p>{losingWords(props.names, finding(), loser)}</p>
            <Moves names={props.names} sequence={loser.forgoes?.answer ?? []} />
          </div>
        )}
      </For>
      <For each={voteWords(finding().votes)}>{(words) => <p>{words}</p>}</For>
      <div>
        <p>{weakestWords(props.names, finding().weakest)}</p>
        <Moves names={props.names} sequence={finding().weakest?.answer ?? []} />
      </div>
      <details>
        <summary>The outcome in full</summary>
        <StateLines names={props.names} state={finding().state} />
      </details>
      <WhyButton
        page={props.page}
        names={props.names}
        state={finding().state}
        party={finding().weakest?.party}
        words="Why would it hold?"
        about={`Package ${props.number}`}
      />
    </article>
  );
}

/** A rung a signatory, from the first step down; those who must move at once stand on one rung. */
function Ladder(props: { readonly names: Names; readonly finding: PackageFinding }) {
  const changesOf = (party: string): readonly Change[] =>
    props.finding.parts.find((part) => part.party === party)?.changes ?? [];
  const step = (party: string) => (
    <>
      <PartyChip names={props.names} party={party} />
      <ul class="plain-list">
        <For each={changesOf(party)}>{(change) => <li>{changeWords(props.names, [change])}</li>}</For>
      </ul>
    </>
  );
  const steps = () => props.finding.order.steps;
  return (
    <ol class="signing" aria-label="Who does what, in order">
      <For each={steps()}>
        {(party, index) => (
          <li class="signing-step" data-step={index() + 1}>
            {step(party)}
          </li>
        )}
      </For>
      <Show when={props.finding.order.together.length > 0}>
        <li class="signing-step together" data-step={steps().length + 1}>
          <h5>At the same time, or guaranteed</h5>
          <For each={props.finding.order.together}>{({ party }) => step(party)}</For>
        </li>
      </Show>
    </ol>
  );
}

/** How everybody likes the outcome compared with the start. */
function Ranks(props: { readonly names: Names; readonly finding: PackageFinding }) {
  const rows = () =>
    props.names.parties.flatMap(({ id }) => {
      const rank = props.finding.ranks[id];
      return rank === undefined ? [] : [{ id, ...rank, gain: rank.before - rank.after }];
    });
  return (
    <table class="ranks">
      <thead>
        <tr>
          <th scope="col">Rank, 1 the best</th>
          <th scope="col" class="number">
            Now
          </th>
          <th scope="col" class="number">
            Then
          </th>
          <th scope="col" class="number">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={rows()}>
          {({ id, before, after, gain }) => (
            <tr>
              <th scope="row">
                <PartyChip names={props.names} party={id} />
              </th>
              <td class="number">{before.toLocaleString("en-US")}</td>
              <td class="number">{after.toLocaleString("en-US")}</td>
              <td class="number" classList={{ gains: gain > 0, loses: gain < 0 }}>
                {gain === 0
                  ? "the same"
                  : `${gain > 0 ? "gains" : "loses"} ${Math.abs(gain).toLocaleString("en-US")}`}
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Moves(props: { readonly names: Names; readonly sequence: Sequence }) {
  return (
    <Show when={props.sequence.length > 0}>
      <ol class="sequence">
        <For each={props.sequence}>{(move) => <li>{sentence(moveWords(props.names, move))}</li>}</For>
      </ol>
    </Show>
  );
}
