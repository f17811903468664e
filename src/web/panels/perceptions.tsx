import { createSignal, For, Show } from "solid-js";
import { CONCEPTS, type Concept, type Names, type PerceptionsFindings } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import { apartIn, apartWords, eyesWords, surpriseWords } from "../../render/perceptions.ts";
import { partyTitle } from "../../render/state-words.ts";
import { counted, sentence } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ConceptChip } from "../parts/concept-chip.tsx";
import { ConceptSelect } from "../parts/notion-select.tsx";
import { OutcomeCard } from "../parts/outcome-card.tsx";
import { PartyChip } from "../parts/party-chip.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import "../parts/told.css";

/** Each party's own version of the standoff: what holds all the same, who is in for a surprise, what each expects. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = createSignal<Concept>("seq");
  const answer = useAnswer(props.page, "perceptions", () => ({ concept: concept() }));
  return (
    <>
      <div class="filters">
        <ConceptSelect chosen={concept()} onChoose={setConcept} />
      </div>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <>
            <p class="lead more" role="status">
              {apartWords(findings())}
            </p>
            <Show when={apartIn(findings()).length > 0} fallback={<HowToSay findings={findings()} />}>
              <Apart page={props.page} findings={findings()} />
            </Show>
          </>
        )}
      </AnswerView>
    </>
  );
}

/** Nobody sees it differently: what to write where somebody does. */
function HowToSay(props: { readonly findings: PerceptionsFindings }) {
  const { parties, options } = props.findings.names;
  const example = () => {
    const viewer = parties[0];
    const other = options.find(({ owner, yesNo }) => yesNo && owner !== viewer.id);
    if (parties.length < 2 || other === undefined) return undefined;
    return [
      "perceptions:",
      `  ${viewer.id}:`,
      `    does not see: [${other.id}]`,
      "    believes:",
      `      ${other.owner}:`,
      `        - not ${other.id}`,
    ].join("\n");
  };
  return (
    <Show when={example()}>
      {(lines) => (
        <>
          <p class="lead">
            If a party does not know of an option, or takes others to want something else than they do, the
            file can say so. For instance:
          </p>
          <pre class="excerpt">{lines()}</pre>
        </>
      )}
    </Show>
  );
}

function Apart(props: { readonly page: Page; readonly findings: PerceptionsFindings }) {
  const { page } = props;
  const names = () => props.findings.names;
  const concept = () => props.findings.concept;
  return (
    <>
      <section aria-labelledby="eyes-hold">
        <h3 id="eyes-hold">What holds as they see it</h3>
        <Outcomes
          page={page}
          names={names()}
          states={props.findings.hypergame.equilibria}
          total={props.findings.hypergame.counts[concept()]}
        />
      </section>
      <section aria-labelledby="eyes-surprises">
        <h3 id="eyes-surprises">
          {props.findings.surprisesTotal === 0
            ? "Nobody is in for a surprise."
            : sentence(counted(props.findings.surprisesTotal, "surprise"))}
        </h3>
        <div class="outcomes">
          <For each={props.findings.surprises}>
            {(surprise, index) => (
              <OutcomeCard names={names()} state={surprise.state} title={`${index() + 1}`}>
                <p class="so-that verdict warn">{`⚠ ${surpriseWords(names(), surprise)}`}</p>
              </OutcomeCard>
            )}
          </For>
        </div>
      </section>
      <For each={apartIn(props.findings)}>
        {(version) => (
          <section aria-label={`In the eyes of ${partyTitle(names(), version.party)}`}>
            <h3>
              In the eyes of <PartyChip names={names()} party={version.party} />
            </h3>
            <p class="lead">{eyesWords(names(), version)}</p>
            <Outcomes
              page={page}
              names={names()}
              states={version.equilibria}
              total={version.counts[concept()]}
            />
          </section>
        )}
      </For>
      <Counts findings={props.findings} />
    </>
  );
}

/** Outcomes shown at first in each place. */
const FIRST = 4;

function Outcomes(props: {
  readonly page: Page;
  readonly names: Names;
  readonly states: readonly StateView[];
  readonly total: number;
}) {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.states : props.states.slice(0, FIRST));
  return (
    <Show when={props.total > 0} fallback={<p>Nothing: from every outcome somebody would move.</p>}>
      <div class="outcomes">
        <For each={shown()}>
          {(state, index) => <OutcomeCard names={props.names} state={state} title={`${index() + 1}`} />}
        </For>
      </div>
      <Show when={props.total > shown().length}>
        <p class="more">
          <Show
            when={!all() && props.states.length > FIRST}
            fallback={`and ${counted(props.total - shown().length, "more outcome")}.`}
          >
            <button type="button" class="button" onClick={() => setAll(true)}>
              {`Show ${counted(props.states.length - FIRST, "more outcome")}`}
            </button>
          </Show>
        </p>
      </Show>
    </Show>
  );
}

function Counts(props: { readonly findings: PerceptionsFindings }) {
  const figure = (counts: Readonly<Record<string, number>>) => (
    <For each={CONCEPTS}>{(each) => <td class="number">{counts[each].toLocaleString("en-US")}</td>}</For>
  );
  return (
    <section aria-labelledby="eyes-counts">
      <h3 id="eyes-counts">How many outcomes hold</h3>
      <Scrolls label="How many outcomes hold, in whose eyes">
        <table>
          <thead>
            <tr>
              <th scope="col">in the eyes of</th>
              <For each={CONCEPTS}>
                {(each) => (
                  <th scope="col" class="number">
                    <ConceptChip concept={each} />
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.findings.versions}>
              {({ party, counts }) => (
                <tr>
                  <th scope="row">
                    <PartyChip names={props.findings.names} party={party} />
                  </th>
                  {figure(counts)}
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">each its own</th>
              {figure(props.findings.hypergame.counts)}
            </tr>
            <tr>
              <th scope="row">all, if they saw it as it is</th>
              {figure(props.findings.asItIs.counts)}
            </tr>
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
