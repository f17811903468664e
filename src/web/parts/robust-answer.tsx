import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { DoubtWeight, RobustAnswer, RobustnessFindings } from "../../analysis/findings.ts";
import { doubtHead, readingClause } from "../../render/doubt-words.ts";
import {
  askedWords,
  flipWords,
  nextFactWords,
  percent,
  spread,
  verdictWords,
  weightiest,
  weightWords,
} from "../../render/robustness-words.ts";
import { clean, counted } from "../../render/text.ts";
import { StateLines } from "./outcome-card.tsx";

const SHOWN = 5;

/** One answer with its share over all that is open: the words, what turns it around, the tornado, and what to find out next. */
export function RobustAnswerView(props: {
  readonly findings: RobustnessFindings;
  readonly answer: RobustAnswer;
}) {
  const id = createUniqueId();
  const { answer } = props;
  return (
    <section class="robust" aria-labelledby={id}>
      <h3 id={id}>{askedWords(props.findings, answer)}</h3>
      <Show when={answer.kind === "outcome" && answer.state}>
        {(state) => (
          <div class="outcome robust-state">
            <StateLines names={props.findings.names} state={state()} />
          </div>
        )}
      </Show>
      <p class="robust-verdict">{verdictWords(props.findings, answer)}</p>
      <Show when={flipWords(props.findings, answer)}>{(words) => <p>{words()}</p>}</Show>
      <Show when={nextFactWords(props.findings.names, props.findings.doubts, answer)}>
        {(words) => <p>{words()}</p>}
      </Show>
      <Tornado findings={props.findings} answer={answer} />
    </section>
  );
}

/** For each doubt a bar from the least to the greatest chance that its readings leave, the chance over all marked; the numbers beside. */
function Tornado(props: { readonly findings: RobustnessFindings; readonly answer: RobustAnswer }) {
  const [all, setAll] = createSignal(false);
  const rows = () => weightiest(props.answer);
  const hidden = () => rows().length - SHOWN;
  return (
    <Show when={rows().length > 0}>
      <details class="hangs-on" open={props.answer.kind !== "outcome"}>
        <summary>What it hangs on</summary>
        <p class="scale" aria-hidden="true">
          <span>0 %</span>
          <span>chance of yes</span>
          <span>100 %</span>
        </p>
        <ul class="tornado">
          <For each={all() ? rows() : rows().slice(0, SHOWN)}>
            {(weight) => <Row findings={props.findings} answer={props.answer} weight={weight} />}
          </For>
        </ul>
        <Show when={hidden() > 0 && !all()}>
          <button type="button" class="link" onClick={() => setAll(true)}>
            {`Show ${counted(hidden(), "lighter doubt")} as well`}
          </button>
        </Show>
      </details>
    </Show>
  );
}

function Row(props: {
  readonly findings: RobustnessFindings;
  readonly answer: RobustAnswer;
  readonly weight: DoubtWeight;
}) {
  const { findings, answer, weight } = props;
  const doubt = findings.doubts.find(({ id }) => id === weight.doubt)!;
  const { low, high } = spread(weight);
  const at = (share: number) => `${100 * share}%`;
  const end = ({ share, reading }: typeof low) =>
    `${percent(share)} if ${readingClause(findings.names, { ...doubt, because: [] }, reading)}`;
  return (
    <li>
      <p class="hangs">
        <code>{clean(doubt.id)}</code> {doubtHead(findings.names, doubt)}
      </p>
      <div class="bar-track" aria-hidden="true">
        <span class="bar-range" style={{ left: at(low.share), right: at(1 - high.share) }} />
        <span class="bar-mark" style={{ left: at(answer.share) }} />
      </div>
      <p class="figures hangs-ends">{`Yes with ${end(low)}; ${end(high)}. Weight ${weightWords(weight)}.`}</p>
    </li>
  );
}
