import { For, Show } from "solid-js";
import { CONCEPTS, type Concept, type PathsFindings } from "../../analysis/findings.ts";
import { CONCEPT_WORDS } from "../../render/concept-words.ts";
import { cutOffWords, gainWords, reachWords, SEQUENCE_WORDS } from "../../render/paths.ts";
import { counted } from "../../render/text.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import { useNames } from "../engine/use-names.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { GoalForm, useGoal } from "../parts/goal-form.tsx";
import { keptSignal } from "../parts/kept.ts";
import { Ladder, rungsOf } from "../parts/ladder.tsx";
import { OnDemand } from "../parts/on-demand.tsx";
import { OutcomeCard, StateLines } from "../parts/outcome-card.tsx";
import { PartyChip } from "../parts/party-chip.tsx";
import { StateChooser } from "../parts/state-chooser.tsx";
import { WhyButton } from "../parts/why-button.tsx";
import "../parts/told.css";
import "./paths.css";

/** From a state to each outcome that holds, or to a goal: who moves, who pays, what cuts it off. */
export function Panel(props: { readonly page: Page }) {
  const goal = useGoal(props.page, "paths");
  const [concept, setConcept] = keptSignal<Concept | undefined>(props.page, "paths.concept", undefined);
  const { page } = props;
  const answer = useAnswer(page, "paths", () => ({
    from: page.chosen().state,
    goal: goal.entered(),
    concept: concept(),
  }));
  const last = lastFindings(answer);
  const names = useNames(page);
  return (
    <>
      <div class="question-bar">
        <StateChooser page={page} names={names()} state={last()?.from} label="Start from another state" />
        <GoalForm
          goal={goal}
          class="way-to"
          label="To a goal"
          placeholder="empty: to every outcome that holds"
        >
          <div class="filters">
            <label>
              Foresight
              <select
                value={concept() ?? ""}
                onChange={(event) =>
                  setConcept((event.currentTarget.value || undefined) as Concept | undefined)
                }
              >
                <option value="">any notion</option>
                <For each={CONCEPTS}>
                  {(each) => <option value={each}>{CONCEPT_WORDS[each].name}</option>}
                </For>
              </select>
            </label>
            <button type="submit" class="button" disabled={goal.problems().length > 0}>
              Find ways
            </button>
          </div>
        </GoalForm>
      </div>
      <AnswerView page={page} answer={answer}>
        {(findings) => <Ways page={page} findings={findings()} />}
      </AnswerView>
    </>
  );
}

function Ways(props: { readonly page: Page; readonly findings: PathsFindings }) {
  const left = () => props.findings.targets - props.findings.listed.length;
  return (
    <>
      <section aria-labelledby="paths-from">
        <h3 id="paths-from">From</h3>
        <div class="now">
          <div>
            <StateLines names={props.findings.names} state={props.findings.from} />
          </div>
          <p role="status">{reachWords(props.findings)}</p>
        </div>
      </section>
      <For each={props.findings.listed}>
        {(target, index) => (
          <Way page={props.page} findings={props.findings} target={target} number={index() + 1} />
        )}
      </For>
      <Show when={left() > 0}>
        <p class="figures more">
          {`${counted(left(), "more outcome")} not shown; narrow the question with a goal or a notion.`}
        </p>
      </Show>
    </>
  );
}

type Target = PathsFindings["listed"][number];

function Way(props: {
  readonly page: Page;
  readonly findings: PathsFindings;
  readonly target: Target;
  readonly number: number;
}) {
  const { names } = props.findings;
  const { state, concepts, byImprovements, byMoves, barriers } = props.target;
  const shorter =
    byImprovements !== undefined && byMoves !== undefined && byMoves.length < byImprovements.length;
  return (
    <article class="told way">
      <div class="told-sides">
        <OutcomeCard
          names={names}
          state={state}
          title={`${props.number}${concepts.length === 0 ? ". does not hold" : ""}`}
          concepts={concepts}
        >
          <p class="so-that">
            <WhyButton
              page={props.page}
              names={names}
              state={state}
              words={concepts.length === 0 ? "Why not?" : "Why?"}
              about={`outcome ${props.number} ${concepts.length === 0 ? "does not hold" : "holds"}`}
            />
          </p>
        </OutcomeCard>
        <div class="told-words">
          <Show
            when={byImprovements ?? byMoves}
            fallback={<p class="verdict bad">{cutOffWords(names, barriers)}</p>}
          >
            {(sequence) => (
              <>
                <p class={`verdict ${byImprovements === undefined ? "warn" : "good"}`}>
                  {byImprovements === undefined ? SEQUENCE_WORDS.byMoves : SEQUENCE_WORDS.byImprovements}
                </p>
                <Ladder
                  page={props.page}
                  names={names}
                  label={`The moves to outcome ${props.number}`}
                  start="where it starts"
                  rungs={rungsOf(sequence(), `outcome ${props.number}`)}
                />
              </>
            )}
          </Show>
          <Show when={shorter ? byMoves : undefined}>
            {(sequence) => (
              <OnDemand summary={`In ${counted(sequence().length, "move")}, against somebody's own interest`}>
                <Ladder
                  page={props.page}
                  names={names}
                  label={`The shortest moves to outcome ${props.number}`}
                  start="where it starts"
                  rungs={rungsOf(sequence(), `outcome ${props.number}`)}
                />
              </OnDemand>
            )}
          </Show>
          <Gains findings={props.findings} target={props.target} />
        </div>
      </div>
    </article>
  );
}

const GAINS = [
  ["better", "▲ gain"],
  ["worse", "▼ pay"],
  ["equal", "= as before"],
] as const;

/** Who gains and who pays, as marks under three heads; in a sentence for those who hear it. */
function Gains(props: { readonly findings: PathsFindings; readonly target: Target }) {
  const who = (verdict: string) =>
    props.findings.names.parties.filter(({ id }) => props.target.gains[id] === verdict);
  return (
    <div class="gains">
      <p class="unseen">{gainWords(props.findings.names, props.target)}</p>
      <For each={GAINS}>
        {([verdict, head]) => (
          <Show when={who(verdict).length > 0}>
            <p class={verdict} aria-hidden="true">
              <span class="gain-head">{head}</span>
              <For each={who(verdict)}>
                {({ id }) => <PartyChip names={props.findings.names} party={id} short />}
              </For>
            </p>
          </Show>
        )}
      </For>
    </div>
  );
}
