import { createSignal, For, Show } from "solid-js";
import type { CoalitionsFindings, Concept, Names, WedgeFindings } from "../../analysis/findings.ts";
import { leavingWords, survivalWords } from "../../render/coalitions.ts";
import { partyTitle } from "../../render/state-words.ts";
import { counted, listed } from "../../render/text.ts";
import { leavesAlreadyWords, togetherWords, weakSpotsWords, wedgeWords } from "../../render/wedge.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { Claims } from "../parts/claims.tsx";
import { Ladder, rungsOf } from "../parts/ladder.tsx";
import { ConceptSelect } from "../parts/notion-select.tsx";
import { OutcomeCard, StateLines } from "../parts/outcome-card.tsx";
import { PartyPicker } from "../parts/party-picker.tsx";
import { StateChooser } from "../parts/state-chooser.tsx";
import { WhyButton } from "../parts/why-button.tsx";
import "../parts/told.css";
import "./coalitions.css";

/** Which outcomes survive groups that move together; and below, what would split an alliance. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = createSignal<Concept>("seq");
  const [group, setGroup] = createSignal<readonly string[]>([]);
  const { page } = props;
  const answer = useAnswer(page, "coalitions", () => ({
    concept: concept(),
    group: group().length < 2 ? undefined : group(),
  }));
  const last = lastFindings(answer);
  // A limit leaves no findings and so no names; what the standoff is called is known from reading it.
  const names = () => last()?.names ?? page.chosen().names;
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
              onPick={(party, picked) =>
                setGroup((before) => [...before.filter((each) => each !== party), ...(picked ? [party] : [])])
              }
            />
          )}
        </Show>
        <div class="filters">
          <ConceptSelect chosen={concept()} onChoose={setConcept} />
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
  const sorted = () => [
    ...props.findings.outcomes.filter(({ leaving }) => leaving.length === 0),
    ...props.findings.outcomes.filter(({ leaving }) => leaving.length > 0),
  ];
  return (
    <section aria-labelledby="coalitions-outcomes">
      <h3 id="coalitions-outcomes">Outcomes and who would leave them together</h3>
      <p class="lead" role="status">
        {survivalWords(props.findings)}
      </p>
      <For each={sorted()}>
        {(outcome, index) => (
          <Outcome page={props.page} names={props.findings.names} outcome={outcome} number={index() + 1} />
        )}
      </For>
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
              <details class="on-demand" open={index() === 0}>
                <summary>{who(group)}</summary>
                <p>{leavingWords(who(group))}</p>
                <Ladder
                  page={props.page}
                  names={props.names}
                  label={`How ${who(group)} would leave`}
                  start={`outcome ${props.number}`}
                  rungs={rungsOf(moves, "better for all of them")}
                />
              </details>
            )}
          </For>
        </div>
      </div>
    </article>
  );
}

/** An alliance is picked and asked about: the weakest spots in what its members want. */
function Wedge(props: { readonly page: Page; readonly names: Names; readonly concept: Concept }) {
  const [alliance, setAlliance] = createSignal<readonly string[]>([]);
  const known = () => alliance().filter((id) => props.names.parties.some((party) => party.id === id));
  return (
    <>
      <PartyPicker
        label="An alliance of two or more"
        names={props.names}
        picked={alliance()}
        many
        onPick={(party, picked) =>
          setAlliance((before) => [...before.filter((each) => each !== party), ...(picked ? [party] : [])])
        }
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
        <Weak page={props.page} alliance={known()} concept={props.concept} />
      </Show>
    </>
  );
}

function Weak(props: {
  readonly page: Page;
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
          names={last()?.names}
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

const FIRST = 8;

function WeakSpots(props: { readonly findings: WedgeFindings }) {
  const [all, setAll] = createSignal(false);
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
          <For each={all() ? props.findings.wedges : props.findings.wedges.slice(0, FIRST)}>
            {(each) => (
              <li>
                {wedgeWords(names(), each)}
                <Claims names={names()} ids={each.because} />
              </li>
            )}
          </For>
        </ol>
        <Show when={!all() && props.findings.wedges.length > FIRST}>
          <button type="button" class="button" onClick={() => setAll(true)}>
            {`Show ${counted(props.findings.wedges.length - FIRST, "more", "more")}`}
          </button>
        </Show>
      </div>
    </div>
  );
}
