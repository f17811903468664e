import "./robustness.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Concept } from "../../analysis/findings.ts";
import { introductionWords, outcomesWords, outcomeWords } from "../../render/robustness-words.ts";
import { clean, counted } from "../../render/text.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ConceptSelect } from "../parts/concept-select.tsx";
import { DoubtList, type Fixed } from "../parts/doubt-list.tsx";
import { GoalForm, useGoal } from "../parts/goal-form.tsx";
import { keptSignal } from "../parts/kept.ts";
import { StateLines } from "../parts/outcome-card.tsx";
import { RobustAnswerView } from "../parts/robust-answer.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import { SweepTable } from "../parts/sweep-table.tsx";
import { LONGEST, WholeNumber } from "../parts/whole-number.tsx";

const SHOWN_OUTCOMES = 8;

const HOW_TO_DOUBT = `preferences:
  north:
    - want: talks
      confidence: 0.7      # right with a chance of 70 percent
    - want: not sanctions
      confidence: unsure   # as likely as not
claims:
  K1: {says: The North will not reprocess., confidence: 0.8}`;

/** How sure we are: what is open, each answer with its share over all of that, what it hangs on, and what to find out next. */
export function Panel(props: { readonly page: Page }) {
  const goal = useGoal(props.page, "robustness");
  const [packages, setPackages] = keptSignal(props.page, "robustness.packages", false);
  const [concept, setConcept] = keptSignal<Concept>(props.page, "robustness.concept", "seq");
  const [seconds, setSeconds] = keptSignal(props.page, "robustness.seconds", 8);
  const [fixed, setFixed] = keptSignal<Fixed>(props.page, "robustness.fixed", {});
  const doubts = lastFindings(useAnswer(props.page, "doubts", () => ({})));
  // By a change of the file a doubt that was settled may be gone, or have fewer readings.
  const settled = createMemo(
    (): Fixed =>
      Object.fromEntries(
        (doubts()?.list ?? []).flatMap(({ id, readings }) => {
          const reading = fixed()[id];
          return reading !== undefined && reading < readings.length ? [[id, reading]] : [];
        }),
      ),
    undefined,
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  const settle = (doubt: string, reading: number | undefined) => {
    const { [doubt]: _, ...others } = settled();
    setFixed(reading === undefined ? others : { ...others, [doubt]: reading });
  };
  const answer = useAnswer(props.page, "robustness", () => ({
    concept: concept(),
    goal: goal.asked(),
    packages: packages() && goal.asked() !== "" && goal.standoff()?.statusQuo !== undefined,
    fixed: settled(),
    seconds: seconds(),
  }));
  return (
    <Show when={doubts()?.list.length !== 0} fallback={<NothingInDoubt left={doubts()?.left ?? []} />}>
      <GoalForm
        goal={goal}
        class="goal"
        label="A goal to ask about as well"
        placeholder="an outcome or a condition, as in the file"
      >
        <div class="filters">
          <ConceptSelect concept={concept()} onChoose={setConcept} />
          <WholeNumber
            label="Look for at most"
            unit="seconds"
            value={seconds()}
            most={LONGEST}
            onChange={setSeconds}
          />
          <Show when={goal.standoff()?.statusQuo !== undefined}>
            <label>
              <input
                type="checkbox"
                checked={packages()}
                onChange={(event) => setPackages(event.currentTarget.checked)}
              />
              and whether a package reaches it
            </label>
          </Show>
          <button type="submit" class="button" disabled={goal.problems().length > 0}>
            Ask
          </button>
        </div>
      </GoalForm>
      <Show when={doubts()}>
        {(open) => (
          <DoubtList
            names={open().names}
            doubts={open().list}
            fixed={settled()}
            onFix={settle}
            onOpenAll={() => setFixed({})}
          />
        )}
      </Show>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <>
            <p class="lead">{introductionWords(findings())}</p>
            <For each={findings().answers}>
              {(each) => <RobustAnswerView findings={findings()} answer={each} />}
            </For>
            <section aria-labelledby="robustness-outcomes">
              <h3 id="robustness-outcomes">{outcomesWords(findings())}</h3>
              <div class="outcomes">
                <For each={findings().outcomes.slice(0, SHOWN_OUTCOMES)}>
                  {(outcome, index) => (
                    <article class="outcome" classList={{ "is-status-quo": outcome.isStatusQuo }}>
                      <p class="says">{`${index() + 1}. ${outcomeWords(outcome)}`}</p>
                      <StateLines names={findings().names} state={outcome.state} />
                    </article>
                  )}
                </For>
              </div>
              <Show when={findings().outcomesTotal > SHOWN_OUTCOMES}>
                <p class="figures more-outcomes">
                  {`${counted(findings().outcomesTotal - SHOWN_OUTCOMES, "more outcome")}, none of them more likely.`}
                </p>
              </Show>
            </section>
          </>
        )}
      </AnswerView>
      <SweepTable page={props.page} goal={goal.asked()} doubts={doubts()?.list ?? []} />
    </Show>
  );
}

function NothingInDoubt(props: { readonly left: readonly string[] }) {
  const [copied, setCopied] = createSignal(false);
  return (
    <div class="answer">
      <p class="lead">
        Nothing in this file is in doubt, so every answer is as sure as the file. Where the evidence leaves
        something open, give it a <code>confidence</code>, the chance that it is right, or <code>unsure</code>
        : a statement, a claim, a constraint, an option, a vote. Then each answer gets its share over all that
        may be, with what it hangs on.
      </p>
      <Show when={props.left.length > 0}>
        <p class="lead">{`What is unknown and stays so: ${props.left.map(clean).join("; ")}.`}</p>
      </Show>
      <Scrolls label="How to write a doubt">
        <pre class="how-to-doubt">{HOW_TO_DOUBT}</pre>
      </Scrolls>
      <button
        type="button"
        class="button"
        onClick={() => navigator.clipboard?.writeText(HOW_TO_DOUBT).then(() => setCopied(true))}
      >
        {copied() ? "Copied" : "Copy the example"}
      </button>
    </div>
  );
}
