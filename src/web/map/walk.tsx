import { createMemo, For, Show } from "solid-js";
import type { Concept, Names } from "../../analysis/findings.ts";
import type { AnswerFindings, WalkFindings, WalkMove } from "../../analysis/map-findings.ts";
import { CONCEPT_WORDS } from "../../render/concept-words.ts";
import { VERDICT_WORDS } from "../../render/map-words.ts";
import { changeWords, partyTitle } from "../../render/state-words.ts";
import { sentence } from "../../render/text.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { OutcomeCard } from "../parts/outcome-card.tsx";
import { PartyChip } from "../parts/party-chip.tsx";

/** One step of a walk: where it leads, and who moved how; the first has no mover. */
export type WalkStep = { readonly to: number; readonly party?: string; readonly words: string };

/** A walk: as which party, and the steps so far. */
export type Walking = { readonly party: string; readonly steps: readonly WalkStep[] };

/** Walking as a party: where one has been, where one stands, one's moves, and what the others do. */
export function Walk(props: {
  readonly page: Page;
  readonly names: Names;
  readonly concept: Concept;
  readonly walking: Walking;
  readonly onMap: (number: number) => boolean;
  readonly onWalk: (walking: Walking | undefined) => void;
}) {
  const steps = () => props.walking.steps;
  const here = () => steps()[steps().length - 1];
  const answer = useAnswer(props.page, "walk", () => ({
    party: props.walking.party,
    at: here().to,
    concept: props.concept,
  }));
  const go = (...more: WalkStep[]) => props.onWalk({ ...props.walking, steps: [...steps(), ...more] });
  const back = (length: number) => props.onWalk({ ...props.walking, steps: steps().slice(0, length) });
  const take = (party: string, { number, changes }: WalkMove) =>
    go({
      to: number,
      party,
      words: `${partyTitle(props.names, party)} ${changeWords(props.names, changes)}`,
    });
  const mine = () => here().party === props.walking.party;
  return (
    <section class="walk" aria-labelledby="walk-title">
      <header>
        <h3 id="walk-title">A walk</h3>
        <label class="walk-as">
          as{" "}
          <select
            value={props.walking.party}
            onChange={(event) => props.onWalk({ ...props.walking, party: event.currentTarget.value })}
          >
            <For each={props.names.parties}>
              {({ id }) => <option value={id}>{partyTitle(props.names, id)}</option>}
            </For>
          </select>
        </label>
        <button
          type="button"
          class="button"
          disabled={steps().length < 2}
          onClick={() => back(steps().length - 1)}
        >
          Step back
        </button>
        <button type="button" class="button" onClick={() => props.onWalk(undefined)}>
          End the walk
        </button>
      </header>
      <nav aria-label="The walk so far">
        <ol class="crumbs">
          <For each={steps()}>
            {(step, index) => (
              <li>
                <button
                  type="button"
                  class="link"
                  aria-current={index() === steps().length - 1 ? "step" : undefined}
                  onClick={() => back(index() + 1)}
                >
                  {`State ${step.to + 1}`}
                </button>
                <span>{step.words}</span>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <Show when={!props.onMap(here().to)}>
        <p class="figures">This state is not on the map, which shows some states only.</p>
      </Show>
      <Show when={mine() && steps().length > 1}>
        <Answered
          page={props.page}
          names={props.names}
          party={props.walking.party}
          concept={props.concept}
          at={steps()[steps().length - 2].to}
          to={here().to}
          onFollow={(more) => go(...more)}
        />
      </Show>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => <Standing findings={findings()} onTake={take} />}
      </AnswerView>
    </section>
  );
}

/** What the others do after the walker's last move, under the concept. */
function Answered(props: {
  readonly page: Page;
  readonly names: Names;
  readonly party: string;
  readonly concept: Concept;
  readonly at: number;
  readonly to: number;
  readonly onFollow: (steps: readonly WalkStep[]) => void;
}) {
  const answer = useAnswer(props.page, "answer", () => ({
    party: props.party,
    at: props.at,
    to: props.to,
    concept: props.concept,
  }));
  return (
    <div class="answered">
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <>
            <h4>{`How the others would answer that, under ${CONCEPT_WORDS[findings().concept].name}`}</h4>
            <p class={`verdict ${findings().answer === undefined ? "good" : "warn"}`}>
              {answerWords(findings())}
            </p>
            <Show when={findings().answer}>
              {(moves) => (
                <>
                  <ol class="plain-list">
                    <For each={moves()}>
                      {(move) => (
                        <li>
                          {`${partyTitle(props.names, move.party)} ${changeWords(props.names, move.changes)}${move.improvement ? "" : ", though it does not like that better"}.`}
                        </li>
                      )}
                    </For>
                  </ol>
                  <button
                    type="button"
                    class="button"
                    onClick={() =>
                      props.onFollow(
                        moves().map(({ party, changes, number }) => ({
                          to: number,
                          party,
                          words: `${partyTitle(props.names, party)} ${changeWords(props.names, changes)}`,
                        })),
                      )
                    }
                  >
                    Let them answer
                  </button>
                </>
              )}
            </Show>
          </>
        )}
      </AnswerView>
    </div>
  );
}

function answerWords({ names, party, concept, improvement, answer, verdict }: AnswerFindings): string {
  const title = partyTitle(names, party);
  if (!improvement) return `The move does not serve ${title}, so nothing need deter it.`;
  if (concept === "nash")
    return "Under Nash nobody looks at answers: the move is made because it serves the mover.";
  if (answer === undefined)
    return `Nothing the others can do${concept === "seq" || concept === "sseq" ? " in their own interest" : ""} deters it: ${title} ends up better off.`;
  const end =
    verdict === "worse"
      ? "worse off than"
      : verdict === "equal"
        ? "no better off than"
        : "not surely better off than";
  return `They can answer so that ${title} ends up ${end} before its move:`;
}

function Standing(props: {
  readonly findings: WalkFindings;
  readonly onTake: (party: string, move: WalkMove) => void;
}) {
  const names = () => props.findings.names;
  const title = () => partyTitle(names(), props.findings.party);
  const stay = createMemo(() => {
    const { movesCount, improvementsCount, stays, concept } = props.findings;
    if (movesCount === 0) return `${title()} has no move from here.`;
    if (improvementsCount === 0) return `${title()} can move, and likes nothing better than this.`;
    return `${title()} could do better at once by ${improvementsCount === 1 ? "one move" : `${improvementsCount.toLocaleString("en-US")} moves`}, and under ${CONCEPT_WORDS[concept].name} would ${stays ? "stay nevertheless, for each would be answered" : "make one: not every one would be answered"}.`;
  });
  return (
    <div class="standing">
      <OutcomeCard
        names={names()}
        state={props.findings.at.state}
        title={`State ${props.findings.at.number + 1}`}
        concepts={props.findings.at.concepts}
        isStatusQuo={props.findings.at.isStatusQuo}
      />
      <div>
        <h4>
          What <PartyChip names={names()} party={props.findings.party} /> can do
        </h4>
        <p>{stay()}</p>
        <ul class="move-choices">
          <For each={props.findings.moves}>
            {(move) => (
              <Choice names={names()} move={move} onTake={() => props.onTake(props.findings.party, move)} />
            )}
          </For>
        </ul>
        <Show when={props.findings.movesCount > props.findings.moves.length}>
          <p class="figures">{`The best ${props.findings.moves.length} of ${props.findings.movesCount.toLocaleString("en-US")} moves are listed.`}</p>
        </Show>
      </div>
      <div>
        <h4>What the others would do here</h4>
        <ul class="move-choices">
          <For each={props.findings.others}>
            {({ party, leaves }) => (
              <Show
                when={leaves}
                fallback={
                  <li>
                    <PartyChip names={names()} party={party} /> would stay
                  </li>
                }
              >
                {(move) => (
                  <Choice
                    names={names()}
                    move={move()}
                    party={party}
                    onTake={() => props.onTake(party, move())}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </div>
    </div>
  );
}

/** A move that can be made at a click: what it changes, whether it is an improvement, where it leads. */
function Choice(props: {
  readonly names: Names;
  readonly move: WalkMove;
  readonly party?: string;
  readonly onTake: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        class="choice"
        classList={{ better: props.move.verdict === "better" }}
        onClick={props.onTake}
      >
        <Show when={props.party}>{(party) => <PartyChip names={props.names} party={party()} />}</Show>
        <span>{sentence(changeWords(props.names, props.move.changes))}</span>
        <span class="choice-end">
          <span class="choice-verdict">
            {props.move.verdict === "better" ? "▲ " : ""}
            {VERDICT_WORDS[props.move.verdict]}
          </span>
          {` → state ${props.move.number + 1}`}
        </span>
      </button>
    </li>
  );
}
