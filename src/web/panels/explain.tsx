import { For, type JSX, Show } from "solid-js";
import type {
  Concept,
  ExplainFindings,
  ForesightExplainFindings,
  ImprovementFinding,
  Names,
  Notion,
} from "../../analysis/findings.ts";
import {
  interestWords,
  leftOutWords,
  sanctionWords,
  scopeWords,
  unansweredWords,
  verdictWords,
} from "../../render/explain.ts";
import {
  endWords,
  foresightScopeWords,
  foresightVerdictWords,
  isSimultaneous,
  noAnswerWords,
} from "../../render/explain-foresight.ts";
import { reasonWords } from "../../render/reason-words.ts";
import { changeWords, failedVotes, partyTitle } from "../../render/state-words.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import { useNames } from "../engine/use-names.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { Claims } from "../parts/claims.tsx";
import { keptSignal } from "../parts/kept.ts";
import { Ladder, type Rung, type Standing } from "../parts/ladder.tsx";
import { NotionSelect } from "../parts/notion-select.tsx";
import { StateLines } from "../parts/outcome-card.tsx";
import { PartyPicker } from "../parts/party-picker.tsx";
import { StateChooser } from "../parts/state-chooser.tsx";
import "../parts/told.css";

/** Why one party would stay in one state or leave it: each better move as a ladder with the answers to it, and in sentences. */
export function Panel(props: { readonly page: Page }) {
  const [notion, setNotion] = keptSignal<Concept | Notion>(props.page, "why.notion", "seq");
  const { page } = props;
  const answer = useAnswer(page, "explain", () => ({
    state: page.chosen().state,
    party: page.chosen().party,
    notion: notion(),
  }));
  const last = lastFindings(answer);
  const names = useNames(page);
  return (
    <>
      <div class="question-bar">
        <Show when={names()}>
          {(known) => (
            <PartyPicker
              label="Why would, or would not, this party stay?"
              names={known()}
              picked={[last()?.party ?? page.chosen().party ?? ""]}
              onPick={([party]) => page.choose({ ...page.chosen(), names: known(), party })}
            />
          )}
        </Show>
        <div class="filters">
          <NotionSelect notion={notion()} onChoose={setNotion} />
        </div>
        <StateChooser page={page} names={names()} state={last()?.state} label="Choose another state" />
      </div>
      <AnswerView page={page} answer={answer}>
        {(findings) => <Explained page={page} findings={findings()} />}
      </AnswerView>
    </>
  );
}

type Explain = ExplainFindings | ForesightExplainFindings;

function Explained(props: { readonly page: Page; readonly findings: Explain }) {
  const five = () => ("concept" in props.findings ? props.findings : undefined);
  const further = () => ("notion" in props.findings ? props.findings : undefined);
  return (
    <>
      <section aria-labelledby="why-state">
        <h3 id="why-state">The state</h3>
        <div class="now">
          <div>
            <StateLines names={props.findings.names} state={props.findings.state} />
          </div>
          <div class="now-verdict" aria-live="polite">
            <Show when={five()}>
              {(findings) => (
                <>
                  <Verdict stays={findings().stable} words={verdictWords(findings())} />
                  <p>{scopeWords(findings())}</p>
                </>
              )}
            </Show>
            <Show when={further()}>
              {(findings) => (
                <>
                  <Verdict stays={findings().stable} words={foresightVerdictWords(findings())} />
                  <For each={foresightScopeWords(findings())}>{(line) => <p>{line}</p>}</For>
                </>
              )}
            </Show>
          </div>
        </div>
      </section>
      <Show when={five()}>
        {(findings) => (
          <>
            <For each={findings().improvements}>
              {(improvement, index) => (
                <Improvement
                  page={props.page}
                  findings={findings()}
                  improvement={improvement}
                  number={index() + 1}
                />
              )}
            </For>
            <Show when={leftOutWords(findings())}>{(words) => <p class="figures">{words()}</p>}</Show>
          </>
        )}
      </Show>
      <Show when={further()}>
        {(findings) => (
          <For each={findings().moves}>
            {(move, index) => (
              <Foreseen page={props.page} findings={findings()} move={move} number={index() + 1} />
            )}
          </For>
        )}
      </Show>
    </>
  );
}

function Verdict(props: { readonly stays: boolean; readonly words: string }) {
  return <p class={`verdict ${props.stays ? "good" : "bad"}`}>{props.words}</p>;
}

/** One move: the ladder on one side, the sentences on the other. */
function Move(props: {
  readonly page: Page;
  readonly names: Names;
  readonly title: string;
  readonly rungs: readonly Rung[];
  readonly children: JSX.Element;
}) {
  return (
    <article class="told">
      <h4>{props.title}</h4>
      <div class="told-sides">
        <Ladder
          page={props.page}
          names={props.names}
          label="The moves, one after the other"
          start="where it stands"
          rungs={props.rungs}
        />
        <div class="told-words">{props.children}</div>
      </div>
    </article>
  );
}

function Improvement(props: {
  readonly page: Page;
  readonly findings: ExplainFindings;
  readonly improvement: ImprovementFinding;
  readonly number: number;
}) {
  const { names, concept } = props.findings;
  const party = partyTitle(names, props.findings.party);
  const { to, changes, preferredBecause, sanction, votes } = props.improvement;
  const rungs: Rung[] = [
    { party: props.findings.party, changes, to, standing: "better", words: standingWords("better", party) },
    ...(sanction?.moves ?? []).map((move, index, all): Rung => {
      const standing = index === all.length - 1 ? sanction?.deterredBecause.verdict : undefined;
      return {
        ...move,
        against: !move.improvement,
        note: interestWords(move),
        standing,
        words: standing === undefined ? "on the way" : standingWords(standing, party),
      };
    }),
  ];
  return (
    <Move
      page={props.page}
      names={names}
      title={`${props.number}. ${party} ${changeWords(names, changes)}.`}
      rungs={rungs}
    >
      <p>{`${party} likes that better: ${reasonWords(preferredBecause)}.`}</p>
      <Claims names={names} ids={preferredBecause.because} />
      <For each={failedVotes(votes)}>{(line) => <p>{line}</p>}</For>
      <Show
        when={sanction}
        fallback={
          <Show when={concept !== "nash"}>
            <p class="verdict bad">{unansweredWords(concept, party)}</p>
          </Show>
        }
      >
        {(answered) => (
          <>
            <For each={failedVotes(answered().votes)}>{(line) => <p>{`There ${line}`}</p>}</For>
            <p class="verdict good">{sanctionWords(answered(), concept, party)}</p>
            <Claims names={names} ids={answered().deterredBecause.because} />
          </>
        )}
      </Show>
    </Move>
  );
}

function Foreseen(props: {
  readonly page: Page;
  readonly findings: ForesightExplainFindings;
  readonly move: ForesightExplainFindings["moves"][number];
  readonly number: number;
}) {
  const { names } = props.findings;
  const party = partyTitle(names, props.findings.party);
  const { changes, to, answer, end, pays, endsBecause } = props.move;
  const atOnce = isSimultaneous(props.findings);
  const endStands = standingWords(endsBecause.verdict, party);
  const last = (index: number, all: readonly unknown[]) => index === all.length - 1;
  const rungs: Rung[] = [
    {
      party: props.findings.party,
      changes,
      to,
      ...(answer.length === 0
        ? { standing: endsBecause.verdict, words: endStands }
        : { words: atOnce ? "if nobody else moved" : "on the way" }),
    },
    ...answer.map(
      (move, index): Rung => ({
        party: move.party,
        changes: move.changes,
        note: atOnce ? "at the same time" : undefined,
        to: last(index, answer) ? end : move.to,
        ...(last(index, answer)
          ? { standing: endsBecause.verdict, words: endStands }
          : { words: atOnce ? "and" : "on the way" }),
      }),
    ),
  ];
  return (
    <Move
      page={props.page}
      names={names}
      title={`${props.number}. ${party} ${changeWords(names, changes)}.`}
      rungs={rungs}
    >
      <Show when={answer.length === 0}>
        <p>{noAnswerWords(props.findings)}</p>
      </Show>
      <p class={`verdict ${pays ? "bad" : "good"}`}>{endWords(party, { pays, endsBecause })}</p>
      <Claims names={names} ids={endsBecause.because} />
    </Move>
  );
}

function standingWords(standing: Standing, party: string): string {
  if (standing === "equal") return `no better for ${party}`;
  return standing === "unknown" ? `not known how ${party} likes it` : `${standing} for ${party}`;
}
