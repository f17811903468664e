import { createMemo, For, Show } from "solid-js";
import type { CoalitionsFindings, Concept, Names, WedgeFindings } from "../../analysis/findings.ts";
import { leavingWords, survivalWords } from "../../render/coalitions.ts";
import { partyTitle } from "../../render/state-words.ts";
import { counted, listed } from "../../render/text.ts";
import { leavesAlreadyWords, togetherWords, weakSpotsWords, wedgeWords } from "../../render/wedge.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import { useNames } from "../engine/use-names.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { Claims } from "../parts/claims.tsx";
import { ConceptSelect } from "../parts/concept-select.tsx";
import { firstOf } from "../parts/first-of.tsx";
import { keptSignal } from "../parts/kept.ts";
import { Ladder, rungsOf } from "../parts/ladder.tsx";
import { OnDemand } from "../parts/on-demand.tsx";
import { OutcomeCard, StateLines } from "../parts/outcome-card.tsx";
import { PartyPicker } from "../parts/party-picker.tsx";
import { StateChooser } from "../parts/state-chooser.tsx";
import { WhyButton } from "../parts/why-button.tsx";
import "../parts/told.css";
import "./coalitions.css";

/** Which outcomes survive groups that move together; and below, what would split an alliance. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = keptSignal<Concept>(props.page, "coalitions.concept", "seq");
  const [group, setGroup] = keptSignal<readonly string[]>(props.page, "coalitions.group", []);
  const { page } = props;
  const answer = useAnswer(page, "coalitions", () => ({
    concept: concept(),
    group: group().length < 2 ? undefined : group(),
  }));
  const names = useNames(page);
  return (
    <>
      <div class="question-bar">
        <Show when={names()}>
          {(known) => (
            <PartyPicker
              label="Any group may move together; or pick the members of one"
              names={known()}
              picked={group()}
              many
              onPick={setGroup}
            />
          )}
        </Show>
        <div class="filters">
          <ConceptSelect concept={concept()} onChoose={setConcept} />
        </div>
      </div>
      <AnswerView page={page} answer={answer}>
        {(findings) => <Outcomes page={page} findings={findings()} />}
      </AnswerView>
      <section class="wedge" aria-labelledby="wedge-title">
        <h3 id="wedge-title">What would split an alliance?</h3>
        <Show when={names()}>{(known) => <Wedge page={page} names={known()} concept={concept()} />}</Show>
      </section>
    </>
  );
}

function Outcomes(props: { readonly page: Page; readonly findings: CoalitionsFindings }) {
  const sorted = createMemo(() => [
    ...props.findings.outcomes.filter(({ leaving }) => leaving.length === 0),
    ...props.findings.outcomes.filter(({ leaving }) => leaving.length > 0),
  ]);
  const { shown, More } = firstOf(sorted, 20);
  return (
    <section aria-labelledby="coalitions-outcomes">
      <h3 id="coalitions-outcomes">Outcomes and who would leave them together</h3>
      <p class="lead" role="status">
        {survivalWords(props.findings)}
      </p>
      <For each={shown()}>
        {(outcome, index) => (
          <Outcome page={props.page} names={props.findings.names} outcome={outcome} number={index() + 1} />
        )}
      </For>
      <More />
    </section>
  );
}

function Outcome(props: {
  readonly page: Page;
  readonly names: Names;
  readonly outcome: CoalitionsFindings["outcomes"][number];
  readonly number: number;
}) {
  const { state, isStatusQuo, leaving } = props.outcome;
  const who = (group: readonly string[]) => listed(group.map((id) => partyTitle(props.names, id)));
  return (
    <article class="told way">
      <div class="told-sides">
        <OutcomeCard names={props.names} state={state} title={`${props.number}`} isStatusQuo={isStatusQuo}>
          <p class="so-that">
            <WhyButton
              page={props.page}
              names={props.names}
              state={state}
              about={`outcome ${props.number} holds`}
            />
          </p>
        </OutcomeCard>
        <div class="told-words">
          <p class={`verdict ${leaving.length === 0 ? "good" : "bad"}`}>
            {leaving.length === 0
              ? "✓ No group would leave."
              : `✗ ${counted(leaving.length, "group")} would leave.`}
          </p>
          <For each={leaving}>
            {({ group, moves }, index) => (
              <OnDemand summary={who(group)} open={index() === 0}>
                <p>{leavingWords(who(group))}</p>
                <Ladder
                  page={props.page}
                  names={props.names}
                  label={`How ${who(group)} would leave`}
                  start={`outcome ${props.number}`}
                  rungs={rungsOf(moves, "better for all of them")}
                />
              </OnDemand>
            )}
          </For>
        </div>
      </div>
    </article>
  );
}

/** An alliance is picked and asked about: the weakest spots in what its members want. */
function Wedge(props: { readonly page: Page; readonly names: Names; readonly concept: Concept }) {
  const [alliance, setAlliance] = keptSignal<readonly string[]>(props.page, "coalitions.alliance", []);
  const known = () => alliance().filter((id) => props.names.parties.some((party) => party.id === id));
  return (
    <>
      <PartyPicker
        label="An alliance of two or more"
        names={props.names}
        picked={alliance()}
        many
        onPick={setAlliance}
      />
      <Show
        when={known().length >= 2}
        fallback={
          <p class="figures more">
            Pick its members: Standoff then looks for the single statement of what one of them wants that, if
            it were not so, would make that member leave the outcome.
          </p>
        }
      >
        <Weak page={props.page} names={props.names} alliance={known()} concept={props.concept} />
      </Show>
    </>
  );
}

function Weak(props: {
  readonly page: Page;
  readonly names: Names;
  readonly alliance: readonly string[];
  readonly concept: Concept;
}) {
  const answer = useAnswer(props.page, "wedge", () => ({
    alliance: props.alliance,
    at: props.page.chosen().state,
    concept: props.concept,
  }));
  const last = lastFindings(answer);
  return (
    <>
      <div class="more">
        <StateChooser
          page={props.page}
          names={props.names}
          state={last()?.state}
          label="Choose another outcome that it keeps to"
        />
      </div>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => <WeakSpots findings={findings()} />}
      </AnswerView>
    </>
  );
}

function WeakSpots(props: { readonly findings: WedgeFindings }) {
  const { shown, More } = firstOf(() => props.findings.wedges, 8);
  const names = () => props.findings.names;
  return (
    <div class="now more">
      <div>
        <StateLines names={names()} state={props.findings.state} />
      </div>
      <div class="now-verdict" aria-live="polite">
        <p class={`verdict ${props.findings.leaving.length === 0 ? "good" : "warn"}`}>
          {togetherWords(props.findings)}
        </p>
        <For each={props.findings.leaving}>{(each) => <p>{leavesAlreadyWords(names(), each)}</p>}</For>
        <p>{weakSpotsWords(props.findings)}</p>
        <ol class="plain-list">
          <For each={shown()}>
            {(each) => (
              <li>
                {wedgeWords(names(), each)}
                <Claims names={names()} ids={each.because} />
              </li>
            )}
          </For>
        </ol>
        <More />
      </div>
    </div>
  );
}
