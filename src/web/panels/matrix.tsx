import { createEffect, createSignal, For, on, Show } from "solid-js";
import { CONCEPTS, type Concept, type MatrixFindings } from "../../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames } from "../../render/concept-words.ts";
import { stateSummary } from "../../render/state-words.ts";
import { counted } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { PartyChip } from "../parts/party-chip.tsx";
import { Scrolls } from "../parts/scrolls.tsx";

/** Rows on one sheet. The worker makes one sheet at a time, so a table of a million states costs no more than this. */
const ROWS = 50;

/** Every state, and for which party it is stable under which notion, a sheet at a time. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = createSignal<Concept>();
  const [where, setWhere] = createSignal("");
  const [offset, setOffset] = createSignal(0);
  createEffect(on([concept, where, props.page.store.settled], () => setOffset(0), { defer: true }));
  const answer = useAnswer(props.page, "matrix", () => ({
    where: where(),
    concept: concept(),
    offset: offset(),
    limit: ROWS,
  }));
  return (
    <>
      <div class="filters">
        <label>
          Show
          <select
            onChange={(event) => setConcept((event.currentTarget.value || undefined) as Concept | undefined)}
          >
            <option value="">all states</option>
            <For each={CONCEPTS}>
              {(each) => <option value={each}>{`what holds under ${CONCEPT_WORDS[each].name}`}</option>}
            </For>
          </select>
        </label>
        <label>
          where
          <input
            type="text"
            spellcheck={false}
            placeholder="a condition, as in the file"
            onChange={(event) => setWhere(event.currentTarget.value)}
          />
        </label>
      </div>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <>
            <Sheets findings={findings()} onGo={setOffset} />
            <Show when={findings().rows.length > 0}>
              <Table findings={findings()} />
            </Show>
          </>
        )}
      </AnswerView>
    </>
  );
}

function Sheets(props: { readonly findings: MatrixFindings; readonly onGo: (offset: number) => void }) {
  const last = () => props.findings.offset + props.findings.rows.length;
  const figures = (value: number) => value.toLocaleString("en-US");
  const words = () => {
    const { matching, states, offset, rows } = props.findings;
    const of =
      matching === states ? counted(states, "state") : `${counted(matching, "state")} of ${figures(states)}`;
    return rows.length === 0 ? `${of}.` : `${of}; ${figures(offset + 1)} to ${figures(last())} are shown.`;
  };
  return (
    <div class="sheets">
      <p role="status">{words()}</p>
      <Show when={props.findings.matching > ROWS}>
        <button
          type="button"
          class="button"
          disabled={props.findings.offset === 0}
          onClick={() => props.onGo(Math.max(0, props.findings.offset - ROWS))}
        >
          Previous
        </button>
        <button
          type="button"
          class="button"
          disabled={last() >= props.findings.matching}
          onClick={() => props.onGo(props.findings.offset + ROWS)}
        >
          Next
        </button>
      </Show>
    </div>
  );
}

function Table(props: { readonly findings: MatrixFindings }) {
  const names = () => props.findings.names;
  return (
    <>
      <p class="legend">
        {`For each party its rank of the state, 1 = best, and five marks: ${conceptNames(CONCEPTS)}. A full mark: the state is stable for the party under that notion.`}
      </p>
      <Scrolls label="States, parties and notions of foresight">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col" class="number">
                State
              </th>
              <th scope="col">What the parties do in it</th>
              <th scope="col">Holds under</th>
              <For each={names().parties}>
                {({ id }) => (
                  <th scope="col">
                    <PartyChip names={names()} party={id} short />
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.findings.rows}>
              {(row) => (
                <tr classList={{ "is-status-quo": row.isStatusQuo }}>
                  <th scope="row" class="number">
                    {(row.number + 1).toLocaleString("en-US")}
                    <Show when={row.isStatusQuo}>
                      <span class="badge">status quo</span>
                    </Show>
                  </th>
                  <td class="summary">{stateSummary(names(), row.state)}</td>
                  <td>{row.concepts.length === 0 ? "—" : conceptNames(row.concepts)}</td>
                  <For each={names().parties}>
                    {(_, party) => <Stable concepts={row.stableFor[party()]} rank={row.ranks[party()]} />}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scrolls>
    </>
  );
}

function Stable(props: { readonly concepts: readonly Concept[]; readonly rank: number | undefined }) {
  const words = () =>
    props.concepts.length === 0 ? "stable under none" : `stable under ${conceptNames(props.concepts)}`;
  return (
    <td class="stable" title={words()}>
      <span class="rank">{props.rank ?? ""}</span>
      <span class="marks" aria-hidden="true">
        <For each={CONCEPTS}>
          {(concept) => <span class="mark" classList={{ full: props.concepts.includes(concept) }} />}
        </For>
      </span>
      <span class="unseen">{words()}</span>
    </td>
  );
}
