import "./record.css";
import { createMemo, For, Show } from "solid-js";
import type {
  ClaimFinding,
  Concept,
  Names,
  RecordFindings,
  RetractionFinding,
} from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import { CONCEPT_WORDS } from "../../render/concept-words.ts";
import {
  baseWords,
  type Cited,
  citedWords,
  dayWords,
  eventWords,
  holdsWords,
  saidWords,
  sourceWords,
  turnWords,
} from "../../render/record-words.ts";
import { partyTitle } from "../../render/state-words.ts";
import { clean, counted, listed, sentence } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ConceptSelect } from "../parts/concept-select.tsx";
import { keptSignal } from "../parts/kept.ts";
import { StateLines } from "../parts/outcome-card.tsx";
import { PartyChip } from "../parts/party-chip.tsx";

/** Outcomes lost or gained that are shown. */
const SHOWN = 6;

/** Claims taken away for once, and how to take one away or give it back. */
type Without = { readonly claims: () => readonly string[]; readonly toggle: (claim: string) => void };

/** Who said so: what each answer rests on, what rests on little, what would change without a claim, the sources, and the timeline. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = keptSignal<Concept>(props.page, "record.concept", "seq");
  const [claims, setClaims] = keptSignal<readonly string[]>(props.page, "record.without", []);
  const without: Without = {
    claims,
    toggle: (claim) =>
      setClaims(claims().includes(claim) ? claims().filter((id) => id !== claim) : [...claims(), claim]),
  };
  const answer = useAnswer(props.page, "record", () => ({ concept: concept() }));
  return (
    <>
      <div class="filters record-bar">
        <ConceptSelect concept={concept()} onChoose={setConcept} />
      </div>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <>
            <p class="lead">{summary(findings())}</p>
            <Show when={findings().claims.length > 0}>
              <Retract page={props.page} findings={findings()} concept={concept()} without={without} />
            </Show>
            <Answers findings={findings()} />
            <Show when={findings().claims.length > 0}>
              <Weak findings={findings()} />
              <Sources findings={findings()} without={without} />
            </Show>
            <Timeline findings={findings()} />
          </>
        )}
      </AnswerView>
    </>
  );
}

function summary({ claims, sources, restingOn }: RecordFindings): string {
  if (claims.length === 0)
    return "Nothing here rests on anything that somebody is known to have said. Write sources and claims into the file, and `because: [claim]` where something rests on one.";
  const bare = restingOn.nothing.length;
  const hearsay = restingOn.oneSecondHand.length;
  const denied = restingOn.contradicted.length;
  const weak = [
    ...(bare === 0
      ? []
      : [`${counted(bare, "place")} in the file ${bare === 1 ? "rests" : "rest"} on no claim`]),
    ...(hearsay === 0 ? [] : [`${hearsay.toLocaleString("en-US")} on one second-hand claim alone`]),
    ...(denied === 0 ? [] : [`${denied.toLocaleString("en-US")} on a claim that another denies`]),
  ];
  return `${sentence(counted(claims.length, "claim"))} from ${counted(sources.length, "source")}. ${weak.length === 0 ? "Everything rests on a claim, none of them hearsay alone or denied." : `${sentence(listed(weak))}.`}`;
}

/** What would change if claims had never been made, worked out as they are chosen. */
function Retract(props: {
  readonly page: Page;
  readonly findings: RecordFindings;
  readonly concept: Concept;
  readonly without: Without;
}) {
  const known = createMemo(() =>
    props.without.claims().filter((id) => props.findings.claims.some((claim) => claim.id === id)),
  );
  const left = () => props.findings.claims.filter(({ id }) => !known().includes(id));
  const hanging = () => props.findings.hanging;
  const name = () => CONCEPT_WORDS[props.concept].name;
  return (
    <section aria-labelledby="record-without">
      <h3 id="record-without" tabindex="-1">
        What would change without a claim?
      </h3>
      <Show
        when={hanging()}
        fallback={<p class="lead">Too many states to try every claim beforehand; try one.</p>}
      >
        {(turning) => (
          <Show
            when={turning().length > 0}
            fallback={<p class="lead">No single claim, if retracted, would change an answer.</p>}
          >
            <ul class="plain-list hanging">
              <For each={turning()}>
                {(each) => (
                  <li>
                    <span class="says">{`Without ${listed(each.claims.map(clean))}: ${turnWords(each)}.`}</span>
                    <For each={props.findings.claims.filter(({ id }) => each.claims.includes(id))}>
                      {({ says }) => <span class="figures claim-words">{clean(says)}</span>}
                    </For>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <div class="filters">
        <label>
          Try it without
          <select
            value=""
            onChange={(event) => {
              const { value } = event.currentTarget;
              event.currentTarget.value = "";
              if (value !== "") props.without.toggle(value);
            }}
          >
            <option value="">choose a claim</option>
            <For each={left()}>
              {({ id, says }) => <option value={id}>{`${clean(id)}: ${clean(says).slice(0, 90)}`}</option>}
            </For>
          </select>
        </label>
        <For each={known()}>
          {(id) => (
            <button type="button" class="button" onClick={() => props.without.toggle(id)}>
              {`Give ${clean(id)} back`}
            </button>
          )}
        </For>
      </div>
      <Show when={known().length > 0}>
        <Retracted
          page={props.page}
          names={props.findings.names}
          claims={known()}
          concept={props.concept}
          name={name()}
        />
      </Show>
    </section>
  );
}

function Retracted(props: {
  readonly page: Page;
  readonly names: Names;
  readonly claims: readonly string[];
  readonly concept: Concept;
  readonly name: string;
}) {
  const answer = useAnswer(props.page, "retraction", () => ({
    claims: props.claims,
    concept: props.concept,
  }));
  const changed = ({ statusQuo }: RetractionFinding): StateView | undefined =>
    statusQuo?.after !== undefined &&
    JSON.stringify(statusQuo.before?.state) !== JSON.stringify(statusQuo.after.state)
      ? statusQuo.after.state
      : undefined;
  return (
    <AnswerView page={props.page} answer={answer}>
      {(finding) => (
        <div class="retracted">
          <p class="says" role="status">
            {`Without ${listed(finding().claims.map(clean))}, under ${props.name}: ${turnWords(finding())}.`}
          </p>
          <CitedList
            names={props.names}
            head="Falls with it, resting on nothing else"
            cited={finding().dropped}
          />
          <CitedList
            names={props.names}
            head="Would rest on nothing, but stays, since the rest speaks of it"
            cited={finding().standing}
          />
          <CitedList names={props.names} head="Keeps other claims" cited={finding().weakened} />
          <Show when={changed(finding())}>
            {(state) => (
              <States names={props.names} head="The status quo would be" states={[state()]} total={1} />
            )}
          </Show>
          <Show when={finding().equilibria}>
            {(equilibria) => (
              <>
                <States
                  names={props.names}
                  head="Would no longer hold"
                  states={equilibria().lost}
                  total={equilibria().lostTotal}
                />
                <States
                  names={props.names}
                  head="Would hold instead"
                  states={equilibria().gained}
                  total={equilibria().gainedTotal}
                />
              </>
            )}
          </Show>
        </div>
      )}
    </AnswerView>
  );
}

function States(props: {
  readonly names: Names;
  readonly head: string;
  readonly states: readonly StateView[];
  readonly total: number;
}) {
  return (
    <Show when={props.total > 0}>
      <h4>{props.head}</h4>
      <div class="outcomes">
        <For each={props.states.slice(0, SHOWN)}>
          {(state) => (
            <article class="outcome">
              <StateLines names={props.names} state={state} />
            </article>
          )}
        </For>
      </div>
      <Show when={props.total > SHOWN}>
        <p class="figures">{`and ${counted(props.total - SHOWN, "more outcome")}`}</p>
      </Show>
    </Show>
  );
}

function Answers(props: { readonly findings: RecordFindings }) {
  const name = () => CONCEPT_WORDS[props.findings.concept].name;
  const others = () =>
    props.findings.equilibriaTotal - props.findings.answers.filter(({ holds }) => holds).length;
  return (
    <Show when={props.findings.answers.length > 0}>
      <section aria-labelledby="record-answers">
        <h3 id="record-answers">{`What the answers rest on, under ${name()}`}</h3>
        <div class="record-answers">
          <For each={props.findings.answers}>
            {(answer) => (
              <article class="outcome" classList={{ "is-status-quo": answer.isStatusQuo }}>
                <p class="says">{holdsWords(props.findings.names, answer, name())}</p>
                <StateLines names={props.findings.names} state={answer.state} />
                <p class="rests">{baseWords(answer, props.findings.claims, props.findings.sources)}</p>
                <Show when={answer.statements.length > 0}>
                  <details>
                    <summary>{`${counted(answer.statements.length, "statement")}, with the claims`}</summary>
                    <ul class="plain-list rests-on">
                      <For each={answer.statements}>
                        {({ party, statement, place, because }) => (
                          <li>
                            {`${partyTitle(props.findings.names, party)}, ${place === 0 ? "" : `${place}. `}${clean(statement)} `}
                            <span class="figures">
                              {because.length === 0 ? "on no claim" : `on ${listed(because.map(clean))}`}
                            </span>
                          </li>
                        )}
                      </For>
                    </ul>
                  </details>
                </Show>
              </article>
            )}
          </For>
        </div>
        <Show when={others() > 0}>
          <p class="figures">
            {`${counted(others(), "more outcome")} that ${others() === 1 ? "holds is" : "hold are"} not shown here.`}
          </p>
        </Show>
      </section>
    </Show>
  );
}

function Weak(props: { readonly findings: RecordFindings }) {
  const { restingOn, unused, names } = props.findings;
  const lists: readonly (readonly [string, readonly Cited[]])[] = [
    ["On nothing", restingOn.nothing],
    ["On one second-hand claim alone", restingOn.oneSecondHand],
    ["On a claim that another denies", restingOn.contradicted],
    ["Only on a source that was contradicted in something else", restingOn.contradictedSource],
  ];
  const any = unused.length > 0 || lists.some(([, cited]) => cited.length > 0);
  return (
    <section aria-labelledby="record-weak">
      <h3 id="record-weak">What rests on little</h3>
      <Show
        when={any}
        fallback={
          <p class="lead">
            Everything rests on a claim, none of them hearsay alone or denied, and every claim is used.
          </p>
        }
      >
        <For each={lists}>{([head, cited]) => <CitedList names={names} head={head} cited={cited} />}</For>
        <Show when={unused.length > 0}>
          <p>{`Nothing rests on ${listed(unused.map(clean))}.`}</p>
        </Show>
      </Show>
    </section>
  );
}

/** Places of the file, told on demand when they are many. */
function CitedList(props: {
  readonly names: Names;
  readonly head: string;
  readonly cited: readonly Cited[];
}) {
  return (
    <Show when={props.cited.length > 0}>
      <details class="cited" open={props.cited.length <= SHOWN}>
        <summary>{`${props.head} (${props.cited.length.toLocaleString("en-US")})`}</summary>
        <ul class="plain-list">
          <For each={props.cited}>{(each) => <li>{citedWords(props.names, each)}</li>}</For>
        </ul>
      </details>
    </Show>
  );
}

function Sources(props: { readonly findings: RecordFindings; readonly without: Without }) {
  const of = (source: string | undefined) => props.findings.claims.filter((claim) => claim.source === source);
  return (
    <section aria-labelledby="record-sources">
      <h3 id="record-sources">Sources and claims</h3>
      <For each={props.findings.sources}>
        {(source) => (
          <article class="source">
            <h4>
              <code>{clean(source.id)}</code> {sourceWords(source)}
            </h4>
            <ClaimList claims={of(source.id)} without={props.without} />
          </article>
        )}
      </For>
      <Show when={of(undefined).length > 0}>
        <article class="source">
          <h4>Without a source, as background knowledge</h4>
          <ClaimList claims={of(undefined)} without={props.without} />
        </article>
      </Show>
    </section>
  );
}

function ClaimList(props: { readonly claims: readonly ClaimFinding[]; readonly without: Without }) {
  return (
    <ul class="claim-list">
      <For each={props.claims}>
        {(claim) => (
          <li>
            <p>
              <code>{clean(claim.id)}</code> {sentence(clean(claim.says))}
            </p>
            <p class="figures">{saidWords(claim)}</p>
            <button
              type="button"
              class="link"
              aria-pressed={props.without.claims().includes(claim.id)}
              onClick={() => {
                props.without.toggle(claim.id);
                const head = document.querySelector<HTMLElement>("#record-without");
                if (props.without.claims().includes(claim.id)) head?.focus();
              }}
            >
              {props.without.claims().includes(claim.id)
                ? `Give ${clean(claim.id)} back`
                : `What would change without ${clean(claim.id)}?`}
            </button>
          </li>
        )}
      </For>
    </ul>
  );
}

function Timeline(props: { readonly findings: RecordFindings }) {
  return (
    <Show when={props.findings.timeline.length > 0}>
      <section aria-labelledby="record-timeline">
        <h3 id="record-timeline">Timeline</h3>
        <ol class="record-timeline">
          <For each={props.findings.timeline}>
            {(event) => (
              <li classList={{ after: event.after }}>
                <p class="figures">{dayWords(event)}</p>
                <div>
                  <Show when={event.by}>
                    {(by) => <PartyChip names={props.findings.names} party={by()} />}
                  </Show>
                  <p>{eventWords(event)}</p>
                </div>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
