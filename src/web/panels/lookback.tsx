import { createMemo, createSignal, For, Show } from "solid-js";
import type { LookbackEvent, LookbackFindings } from "../../analysis/findings.ts";
import { eventWords, lookbackWords } from "../../render/lookback.ts";
import { clean } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { Claims } from "../parts/claims.tsx";
import { StateLines } from "../parts/outcome-card.tsx";
import { PartyChip } from "../parts/party-chip.tsx";
import "./lookback.css";
import "../parts/told.css";

/** The timeline's events as moves, each with a mark: expected by the model, not expected, or no matter for it. */
export function Panel(props: { readonly page: Page }) {
  const [since, setSince] = createSignal<string>();
  const answer = useAnswer(props.page, "lookback", () => ({ since: since() }));
  // The days to choose from are those of the whole timeline, kept while only a part is told.
  const days = createMemo<readonly string[]>((before) => {
    const outcome = answer.outcome();
    if (outcome === undefined || !("findings" in outcome) || since() !== undefined) return before;
    return [...new Set(outcome.findings?.events.map(({ date }) => date))];
  }, []);
  return (
    <>
      <Show when={days().length > 1}>
        <div class="filters">
          <label>
            From
            <select onChange={(event) => setSince(event.currentTarget.value || undefined)}>
              <option value="">the beginning</option>
              <For each={days().slice(1)}>{(day) => <option value={day}>{clean(day)}</option>}</For>
            </select>
          </label>
        </div>
      </Show>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => <Looked findings={findings()} />}
      </AnswerView>
    </>
  );
}

function Looked(props: { readonly findings: LookbackFindings }) {
  const names = () => props.findings.names;
  return (
    <Show
      when={props.findings.events.length > 0}
      fallback={
        <p class="lead">
          The file has no dated events that set anything (`timeline:`), so there is nothing to look back on.
        </p>
      }
    >
      <p class="lead more verdict" role="status">
        {lookbackWords(props.findings)}
      </p>
      <section aria-labelledby="lookback-start">
        <h3 id="lookback-start">Where it starts</h3>
        <div class="lookback-start">
          <Show when={props.findings.from} fallback={<p>A state that the constraints rule out.</p>}>
            {(from) => <StateLines names={names()} state={from()} />}
          </Show>
        </div>
      </section>
      <section aria-labelledby="lookback-events">
        <h3 id="lookback-events">What happened</h3>
        <ol class="events">
          <For each={props.findings.events}>
            {(event, index) => (
              <>
                <Show when={event.after && !props.findings.events[index() - 1]?.after}>
                  <li class="today">
                    {`${clean(names().asOf ?? "")}: the date of the file. What follows is no input of its status quo.`}
                  </li>
                </Show>
                <Event findings={props.findings} event={event} />
              </>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}

function Event(props: { readonly findings: LookbackFindings; readonly event: LookbackEvent }) {
  const { names } = props.findings;
  const mark = markOf(props.event);
  return (
    <li class={`event ${mark.tone}`}>
      <span class="event-mark" aria-hidden="true">
        {mark.sign}
      </span>
      <div>
        <p class="event-head">
          <time>{clean(props.event.date)}</time>
          <Show when={props.event.by}>{(by) => <PartyChip names={names} party={by()} />}</Show>
          <span class="event-verdict">{mark.words}</span>
        </p>
        <p class="event-what">{clean(props.event.what)}</p>
        <For each={eventWords(names, props.event)}>{(line) => <p class="figures">{line}</p>}</For>
        <Claims names={names} ids={props.event.because} />
      </div>
    </li>
  );
}

function markOf({ kind, reason }: LookbackEvent) {
  if (kind === "nothing") return { sign: "·", words: "changes nothing", tone: "quiet" };
  if (kind !== "move") return { sign: "!", words: "no move of the model", tone: "miss" };
  if (reason?.verdict === "better") return { sign: "✓", words: "expected", tone: "hit" };
  if (reason?.verdict === "worse") return { sign: "✗", words: "not expected", tone: "miss" };
  return { sign: "≈", words: "neither expected nor excluded", tone: "quiet" };
}
