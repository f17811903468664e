import { For, Show } from "solid-js";
import type { AnalyzeFindings, Concept } from "../../analysis/findings.ts";
import {
  groupWords,
  sizeWords,
  toldOneByOne,
  unknownWords,
  verdictOnStatusQuo,
  whoStays,
  whoWouldMove,
} from "../../render/analyze-words.ts";
import { CONCEPT_WORDS, conceptNames } from "../../render/concept-words.ts";
import { clean, counted, sentence } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ConceptChip } from "../parts/concept-chip.tsx";
import { OutcomeCard, StateLines } from "../parts/outcome-card.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { WhyButton } from "../parts/why-button.tsx";

/** What would hold: the status quo and who would leave it, the outcomes as cards, the figures. */
export function Panel(props: { readonly page: Page }) {
  const answer = useAnswer(props.page, "analyze", () => ({}));
  return (
    <AnswerView page={props.page} answer={answer}>
      {(findings) => (
        <>
          <p class="figures">{sizeWords(findings())}</p>
          <Show when={findings().statusQuo}>
            {(statusQuo) => <StatusQuo page={props.page} findings={findings()} finding={statusQuo()} />}
          </Show>
          <Outcomes page={props.page} findings={findings()} />
          <ByConcept findings={findings()} />
        </>
      )}
    </AnswerView>
  );
}

function StatusQuo(props: {
  readonly page: Page;
  readonly findings: AnalyzeFindings;
  readonly finding: NonNullable<AnalyzeFindings["statusQuo"]>;
}) {
  const names = () => props.findings.names;
  const verdict = () => verdictOnStatusQuo(props.finding, props.findings.concepts);
  return (
    <section aria-labelledby="analyze-now">
      <h3 id="analyze-now">The status quo</h3>
      <div class="now">
        <div class="now-state">
          <StateLines names={names()} state={props.finding.state} />
        </div>
        <div class="now-verdict">
          <p class={`verdict ${verdict().tone}`}>{verdict().text}</p>
          <For each={whoWouldMove(names(), props.finding, props.findings.concepts)}>
            {({ party, verdict, moves }) => (
              <>
                <p>
                  {verdict}{" "}
                  <WhyButton
                    page={props.page}
                    names={names()}
                    state={props.finding.state}
                    party={party}
                    about={verdict}
                  />
                </p>
                <ul class="plain-list">
                  <For each={moves}>{({ words }) => <li>{words}</li>}</For>
                </ul>
              </>
            )}
          </For>
          <Show when={whoStays(names(), props.finding)}>{(words) => <p>{words()}</p>}</Show>
        </div>
      </div>
    </section>
  );
}

function Outcomes(props: { readonly page: Page; readonly findings: AnalyzeFindings }) {
  const told = () => toldOneByOne(props.findings);
  return (
    <section aria-labelledby="analyze-outcomes">
      <h3 id="analyze-outcomes">What would hold</h3>
      <Show when={props.findings.unknown}>
        {(unknown) => <p>{unknownWords(props.findings, unknown())}</p>}
      </Show>
      <p class="lead">{told().head}</p>
      <div class="outcomes">
        <For each={told().told}>
          {(outcome, index) => (
            <OutcomeCard
              names={props.findings.names}
              state={outcome.state}
              title={`${index() + 1}`}
              concepts={outcome.concepts}
              strongly={outcome.strongly}
              isStatusQuo={outcome.isStatusQuo}
              votes={outcome.votes}
            >
              <p class="so-that">
                <WhyButton
                  page={props.page}
                  names={props.findings.names}
                  state={outcome.state}
                  about={`outcome ${index() + 1} holds`}
                />
              </p>
            </OutcomeCard>
          )}
        </For>
      </div>
      <For each={crowdedGroups(props.findings, told().crowded)}>
        {({ concepts, lines }) => (
          <div class="shared">
            <h4>
              {`${conceptNames(concepts)}: ${counted(props.findings.counts[concepts[0]], "outcome")}${concepts.length > 1 ? " each, the same ones" : ""}. What they share:`}
            </h4>
            <ul class="plain-list">
              <For each={lines}>{(line) => <li>{sentence(line)}</li>}</For>
            </ul>
          </div>
        )}
      </For>
    </section>
  );
}

/** What the outcomes of crowded concepts share; concepts that say the same together. */
function crowdedGroups({ names, groups }: AnalyzeFindings, crowded: readonly Concept[]) {
  const byLines = new Map<string, { concepts: Concept[]; lines: string[] }>();
  for (const concept of crowded) {
    const lines = groups
      .filter((group) => group.concept === concept)
      .map((group) => groupWords(names, group));
    const key = lines.join("\n");
    const same = byLines.get(key);
    if (same === undefined) byLines.set(key, { concepts: [concept], lines });
    else same.concepts.push(concept);
  }
  return [...byLines.values()];
}

function ByConcept(props: { readonly findings: AnalyzeFindings }) {
  const strong = () => props.findings.strongCounts;
  return (
    <section aria-labelledby="hold-concepts">
      <h3 id="hold-concepts">By notion of foresight</h3>
      <Scrolls label="Outcomes by notion of foresight">
        <table class="concept-table">
          <thead>
            <tr>
              <th scope="col">Notion</th>
              <th scope="col" class="number">
                Outcomes
              </th>
              <Show when={strong()}>
                <th scope="col" class="number">
                  Strongly
                </th>
              </Show>
              <Show when={props.findings.statusQuo}>
                <th scope="col">Status quo</th>
              </Show>
              <th scope="col">An outcome holds when</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.findings.concepts}>
              {(concept) => (
                <tr>
                  <th scope="row">
                    <ConceptChip concept={concept} />
                  </th>
                  <td class="number">{props.findings.counts[concept].toLocaleString("en-US")}</td>
                  <Show when={strong()}>
                    {(counts) => <td class="number">{counts()[concept].toLocaleString("en-US")}</td>}
                  </Show>
                  <Show when={props.findings.statusQuo}>
                    {(statusQuo) => <td>{statusQuo().concepts.includes(concept) ? "holds" : "does not"}</td>}
                  </Show>
                  <td>{clean(CONCEPT_WORDS[concept].meaning)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
