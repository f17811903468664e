import "../map/map.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import { CONCEPTS, type Concept } from "../../analysis/findings.ts";
import { groupWords } from "../../render/analyze-words.ts";
import { CONCEPT_WORDS } from "../../render/concept-words.ts";
import { mapWords } from "../../render/map-words.ts";
import { clean, sentence } from "../../render/text.ts";
import type { FindingsOf } from "../engine/answers.ts";
import { useAnswer } from "../engine/use-answer.ts";
import { download } from "../files/local-files.ts";
import { mapSvg, pngOf } from "../map/map-svg.ts";
import { MapView } from "../map/map-view.tsx";
import { DASHES } from "../map/strokes.ts";
import { Walk, type Walking } from "../map/walk.tsx";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { PartyChip } from "../parts/party-chip.tsx";
import { partyMarks } from "../parts/party-marks.ts";

/** The graph of states and moves, and a walk on it. */
export function Panel(props: { readonly page: Page }) {
  const [concept, setConcept] = createSignal<Concept>("seq");
  const [everyMove, setEveryMove] = createSignal(false);
  const answer = useAnswer(props.page, "map", () => ({ concept: concept(), everyMove: everyMove() }));
  return (
    <>
      <div class="filters">
        <label>
          Mark what holds under
          <select onChange={(event) => setConcept(event.currentTarget.value as Concept)}>
            <For each={CONCEPTS}>
              {(each) => (
                <option value={each} selected={each === concept()}>
                  {CONCEPT_WORDS[each].name}
                </option>
              )}
            </For>
          </select>
        </label>
        <label>
          Draw
          <select onChange={(event) => setEveryMove(event.currentTarget.value === "all")}>
            <option value="improvements">improvements</option>
            <option value="all">all moves</option>
          </select>
        </label>
      </div>
      <AnswerView page={props.page} answer={answer}>
        {(findings) => (
          <Shown page={props.page} findings={findings()} everyMove={everyMove()} concept={concept()} />
        )}
      </AnswerView>
    </>
  );
}

function Shown(props: {
  readonly page: Page;
  readonly findings: FindingsOf<"map">;
  readonly everyMove: boolean;
  readonly concept: Concept;
}) {
  const findings = () => props.findings.map;
  const [walk, setWalk] = createSignal<{ readonly about: unknown; readonly walking: Walking }>();
  // Numbers of states mean something for one text only: a walk ends when the text changes.
  const walking = createMemo(() =>
    walk()?.about === props.page.store.settled() ? walk()?.walking : undefined,
  );
  const goOn = (next: Walking | undefined) =>
    setWalk(next && { about: props.page.store.settled(), walking: next });
  const begin = (number: number) => {
    const state = findings().shown.find((each) => each.number === number)!;
    const { chosen, choose } = props.page;
    const party = walking()?.party ?? chosen().party ?? findings().names.parties[0].id;
    const known = findings().names.parties.some(({ id }) => id === party);
    choose({ ...chosen(), names: findings().names, state: state.state });
    goOn({
      party: known ? party : findings().names.parties[0].id,
      steps: [{ to: number, words: state.isStatusQuo ? "the status quo" : "the start" }],
    });
  };
  const picture = () => mapSvg(findings(), props.findings.layout, props.everyMove);
  const fileName = (ending: string) => `${props.page.store.file().replace(/\.ya?ml$/, "")}-map.${ending}`;
  const savePng = async () => {
    const png = await pngOf(picture());
    if (png === undefined) props.page.say("This browser cannot make a PNG of the map; SVG works.");
    else download(png, fileName("png"));
  };
  return (
    <>
      <p class="lead map-lead">{mapWords(findings(), props.everyMove).join(" ")}</p>
      <Legend findings={props.findings} />
      <MapView
        findings={findings()}
        layout={props.findings.layout}
        walked={walking()?.steps.map(({ to }) => to) ?? []}
        onChoose={begin}
      />
      <div class="map-actions">
        <button
          type="button"
          class="button"
          onClick={() => download(new Blob([picture()], { type: "image/svg+xml" }), fileName("svg"))}
        >
          Save as SVG
        </button>
        <button type="button" class="button" onClick={savePng}>
          Save as PNG
        </button>
      </div>
      <Show
        when={walking()}
        fallback={
          <p class="figures">
            Click a state, or press Enter on it, to walk from there as one of the parties. Drag to move the
            map, scroll or pinch to zoom; “All” shows the whole.
          </p>
        }
      >
        {(current) => (
          <Walk
            page={props.page}
            names={findings().names}
            concept={props.concept}
            walking={current()}
            onMap={(number) => findings().shown.some((each) => each.number === number)}
            onWalk={goOn}
          />
        )}
      </Show>
      <Show when={findings().groups.length > 0}>
        <section aria-labelledby="map-groups">
          <h3 id="map-groups">{`What all ${findings().holding.toLocaleString("en-US")} that hold under ${CONCEPT_WORDS[findings().concept].name} share`}</h3>
          <ul class="plain-list">
            <For each={findings().groups}>
              {(group) => <li>{sentence(groupWords(findings().names, group))}</li>}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}

/** What lines and borders mean. */
function Legend(props: { readonly findings: FindingsOf<"map"> }) {
  const names = () => props.findings.map.names;
  const marks = createMemo(() => partyMarks(names().parties));
  return (
    <ul class="map-legend" aria-label="What lines and borders mean">
      <For each={names().parties}>
        {({ id, title }) => (
          <li class={`color-${marks().get(id)!.color}`}>
            <svg width="44" height="12" role="img" aria-label={`Line of ${clean(title)}`}>
              <line x1="0" y1="6" x2="44" y2="6" stroke-dasharray={DASHES[marks().get(id)!.color]} />
            </svg>
            <PartyChip names={names()} party={id} />
          </li>
        )}
      </For>
      <li>
        <span class="sample holds" aria-hidden="true" />
        {`double border: holds under ${CONCEPT_WORDS[props.findings.map.concept].name}`}
      </li>
      <li>
        <span class="sample is-status-quo" aria-hidden="true" />
        dashed border: status quo
      </li>
      <Show when={props.findings.map.kind === "all"}>
        <li>thin line, hollow arrow: no improvement for who moves</li>
      </Show>
    </ul>
  );
}
