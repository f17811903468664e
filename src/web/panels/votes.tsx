import "./votes.css";
import { For, Show } from "solid-js";
import type { BodyFinding, Concept, DecisionFinding, Share, VotesFindings } from "../../analysis/findings.ts";
import { clean, counted, sentence } from "../../render/text.ts";
import {
  big,
  bodyWords,
  dummyWords,
  kindWords,
  NO_BODY,
  passesWords,
  setsWords,
  smallestThatPass,
  turnWords,
  voteWords,
} from "../../render/votes-words.ts";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ConceptSelect } from "../parts/concept-select.tsx";
import { keptSignal } from "../parts/kept.ts";
import { PartyChip } from "../parts/party-chip.tsx";
import { Scrolls } from "../parts/scrolls.tsx";

/** Kinds of coalitions shown before the rest is folded away. */
const KINDS = 6;

/** Who can block: each body, what it decides now and who could change that, and the power of its members. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = keptSignal<Concept>(props.page, "votes.concept", "seq");
  const [exactly, setExactly] = keptSignal(props.page, "votes.exactly", false);
  const answer = useAnswer(props.page, "votes", () => ({ concept: concept() }));
  return (
    <AnswerView page={props.page} answer={answer}>
      {(findings) => (
        <Show when={findings().bodies.length > 0} fallback={<p class="lead">{NO_BODY}</p>}>
          <div class="filters">
            <ConceptSelect concept={concept()} onChoose={setConcept} />
            <label>
              <input
                type="checkbox"
                checked={exactly()}
                onChange={(event) => setExactly(event.currentTarget.checked)}
              />
              exact fractions
            </label>
          </div>
          <For each={findings().bodies}>
            {(body) => <Body findings={findings()} body={body} exactly={exactly()} />}
          </For>
        </Show>
      )}
    </AnswerView>
  );
}

function Body(props: {
  readonly findings: VotesFindings;
  readonly body: BodyFinding;
  readonly exactly: boolean;
}) {
  return (
    <section aria-labelledby={`body-${props.body.id}`}>
      <h3 id={`body-${props.body.id}`}>{clean(props.body.title)}</h3>
      <p class="lead">{bodyWords(props.body)}</p>
      <div class="decisions">
        <For each={props.body.decisions}>
          {(decision) => <Decision findings={props.findings} body={props.body} decision={decision} />}
        </For>
      </div>
      <h4>Who can pass, who can block</h4>
      <Show when={setsWords(props.body)}>{(words) => <p>{words()}</p>}</Show>
      <div class="coalitions">
        <Coalitions body={props.body} what={smallestThatPass(props.body)} sets={props.body.minimalWinning} />
        <Coalitions body={props.body} what="Smallest that block" sets={props.body.minimalBlocking} />
      </div>
      <Show when={dummyWords(props.body)}>{(words) => <p>{words()}</p>}</Show>
      <h4>Power of one seat</h4>
      <Powers findings={props.findings} body={props.body} exactly={props.exactly} />
    </section>
  );
}

function Decision(props: {
  readonly findings: VotesFindings;
  readonly body: BodyFinding;
  readonly decision: DecisionFinding;
}) {
  const vote = () => {
    const { statusQuo } = props.decision;
    return statusQuo === undefined ? undefined : voteWords(props.body, statusQuo);
  };
  return (
    <article class="outcome decision">
      <h4>{sentence(clean(props.decision.title))}</h4>
      <Show when={vote()}>
        {(told) => (
          <>
            <p class="verdict">{told().result}</p>
            <dl class="ballots">
              <For each={told().ballots}>
                {({ how, members }) => (
                  <div>
                    <dt>{how}</dt>
                    <dd>{members.join(", ")}</dd>
                  </div>
                )}
              </For>
            </dl>
            <p>{told().pivot}</p>
          </>
        )}
      </Show>
      <p>{passesWords(props.decision, props.findings.concept)}</p>
      <For each={turnWords(props.findings.names, props.decision)}>{(words) => <p>{words}</p>}</For>
    </article>
  );
}

function Coalitions(props: {
  readonly body: BodyFinding;
  readonly what: string;
  readonly sets: readonly Readonly<Record<string, number>>[] | undefined;
}) {
  const shown = () => props.sets?.slice(0, KINDS) ?? [];
  const folded = () => props.sets?.slice(KINDS) ?? [];
  const list = (sets: readonly Readonly<Record<string, number>>[]) => (
    <ul class="plain-list">
      <For each={sets}>{(set) => <li>{kindWords(props.body, set)}</li>}</For>
    </ul>
  );
  return (
    <div>
      <p class="figures">{props.sets === undefined ? `${props.what}: too many to list.` : props.what}</p>
      {list(shown())}
      <Show when={folded().length > 0}>
        <details>
          <summary>{counted(folded().length, "more kind")}</summary>
          {list(folded())}
        </details>
      </Show>
    </div>
  );
}

function Powers(props: {
  readonly findings: VotesFindings;
  readonly body: BodyFinding;
  readonly exactly: boolean;
}) {
  const known = () => props.body.members.filter(({ power }) => power !== undefined);
  const most = () =>
    Math.max(
      ...known().flatMap(({ power }) => [power!.shapleyShubik.decimal, power!.banzhaf.decimal]),
      Number.MIN_VALUE,
    );
  return (
    <Show when={known().length > 0} fallback={<p>The sets of seats are too many to count power by.</p>}>
      <p class="legend">
        Shapley–Shubik: how often a seat is the one that turns defeat into victory, as the seats join in every
        order. Banzhaf: its share of all sets of seats in which it makes the difference.
      </p>
      <Scrolls label={`Power in ${clean(props.body.title)}`}>
        <table class="powers">
          <thead>
            <tr>
              <th scope="col" class="who">
                Member
              </th>
              <th scope="col">Shapley–Shubik</th>
              <th scope="col">Banzhaf</th>
              <th scope="col" class="number">
                Swings
              </th>
              <th scope="col" class="number">
                Can prevent
              </th>
              <th scope="col" class="number">
                Can initiate
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={known()}>
              {(member) => (
                <tr>
                  <th scope="row">
                    <Show when={member.party} fallback={<span>{clean(member.title)}</span>}>
                      {(party) => <PartyChip names={props.findings.names} party={party()} />}
                    </Show>
                    <Show when={member.veto}>
                      <span class="badge">veto</span>
                    </Show>
                    <Show when={member.seats > 1}>
                      <span class="seats">{`each of ${member.seats.toLocaleString("en-US")}`}</span>
                    </Show>
                  </th>
                  <td>
                    <Power share={member.power!.shapleyShubik} most={most()} exactly={props.exactly} />
                  </td>
                  <td>
                    <Power share={member.power!.banzhaf} most={most()} exactly={props.exactly} />
                  </td>
                  <td class="number">{big(member.power!.swings)}</td>
                  <Part share={member.power!.prevent} exactly={props.exactly} />
                  <Part share={member.power!.initiate} exactly={props.exactly} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Scrolls>
    </Show>
  );
}

/** A share as a bar, as long as its part of the greatest one, and its figure. */
function Power(props: { readonly share: Share; readonly most: number; readonly exactly: boolean }) {
  return (
    <span class="power">
      <span class="power-track" aria-hidden="true">
        <span class="power-bar" style={{ width: `${(100 * props.share.decimal) / props.most}%` }} />
      </span>
      <span class="number">{decimal(props.share)}</span>
      <Show when={props.exactly}>
        <span class="fraction">{props.share.fraction}</span>
      </Show>
    </span>
  );
}

function Part(props: { readonly share: Share; readonly exactly: boolean }) {
  return (
    <td class="number">
      {decimal(props.share)}
      <Show when={props.exactly}>
        <span class="rank">{props.share.fraction}</span>
      </Show>
    </td>
  );
}

function decimal({ decimal: value }: Share): string {
  return value === 0 ? "0" : value.toPrecision(4);
}
