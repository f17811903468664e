import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from "solid-js";
import type { MapFindings } from "../../analysis/map-findings.ts";
import { conceptNames } from "../../render/concept-words.ts";
import { stateSummary } from "../../render/state-words.ts";
import { clean } from "../../render/text.ts";
import { OutcomeCard } from "../parts/outcome-card.tsx";
import { partyMarks } from "../parts/party-marks.ts";
import type { Box, Layout } from "./layout.ts";
import { curve, DASHES, heads, middleOf } from "./strokes.ts";
import { firstView, moved, showing, type View, wholeMap, zoomed } from "./view-box.ts";

const STEP = 80;
const FACTOR = 1.3;
/** Up to so many lines each carries the letters of who moves. */
const LETTERS_UP_TO = 60;

/** The map drawn: to be zoomed, moved about, looked at and clicked. */
export function MapView(props: {
  readonly findings: MapFindings;
  readonly layout: Layout;
  /** Numbers of the states of a walk, the last being where it stands. */
  readonly walked: readonly number[];
  readonly onChoose: (number: number) => void;
}) {
  let frame!: HTMLDivElement;
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  const [view, setView] = createSignal<View>({ x: 0, y: 0, scale: 1 });
  const [pointed, setPointed] = createSignal<number>();
  const marks = createMemo(() => [...partyMarks(props.findings.names.parties).values()]);
  const least = () => wholeMap(props.layout, size()).scale * 0.8;
  /** As high as the map is as first seen, within what the style sheet allows. */
  const height = () =>
    Math.round(
      props.layout.height *
        firstView(props.layout, { width: size().width, height: Number.POSITIVE_INFINITY }, begin()).scale,
    ) + 32;
  const fitAll = () => setView(wholeMap(props.layout, size()));
  /** Where looking begins: at the status quo, where it is shown. */
  const begin = (): Box | undefined =>
    props.layout.boxes[
      Math.max(
        0,
        props.findings.shown.findIndex(({ isStatusQuo }) => isStatusQuo),
      )
    ];
  const zoom = (factor: number, at = { x: 0, y: 0 }) => setView((each) => zoomed(each, factor, at, least()));
  const move = (dx: number, dy: number) => setView((each) => moved(each, dx, dy, props.layout));

  onMount(() => {
    // A scroll bar that comes or goes with the height it causes must not go on for ever.
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = frame;
      if (Math.abs(width - size().width) > 24 || height !== size().height) setSize({ width, height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    onCleanup(() => observer.disconnect());
  });
  createEffect(on([() => props.layout, size], () => setView(firstView(props.layout, size(), begin()))));

  /** Boxes in reading order: rows from above, in each from the left. */
  const order = createMemo(() =>
    props.layout.boxes
      .map((box, index) => ({ box, index, row: Math.round(box.y / 24) }))
      .sort((a, b) => a.row - b.row || a.box.x - b.box.x),
  );
  const strokes = createMemo(() => {
    const groups = new Map<string, { party: number; improvement: boolean; lines: string; heads: string }>();
    for (const line of props.layout.lines) {
      const key = `${line.party} ${line.improvement}`;
      const before = groups.get(key) ?? { ...line, lines: "", heads: "" };
      groups.set(key, { ...before, lines: before.lines + curve(line), heads: before.heads + heads(line) });
    }
    return [...groups.values()];
  });
  const of = createMemo(() => {
    const state = pointed();
    return state === undefined
      ? []
      : props.layout.lines.filter(({ from, to }) => from === state || to === state);
  });
  const walkedLines = createMemo(() => {
    const places = props.walked.map((number) =>
      props.findings.shown.findIndex((each) => each.number === number),
    );
    return props.layout.lines.filter((line) =>
      places.some(
        (place, index) =>
          index > 0 &&
          ((line.from === places[index - 1] && line.to === place) ||
            (line.both && line.to === places[index - 1] && line.from === place)),
      ),
    );
  });

  const fingers = new Map<number, { x: number; y: number }>();
  let dragged = 0;
  const onPointerDown = (event: PointerEvent) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 1) dragged = 0;
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, each]) => each);
    fingers.set(event.pointerId, now);
    dragged += Math.hypot(now.x - before.x, now.y - before.y);
    if (dragged < 5) return;
    if (!frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
    move((before.x - now.x) / (others.length + 1), (before.y - now.y) / (others.length + 1));
    if (others.length === 1) {
      const apart = (at: { x: number; y: number }) => Math.hypot(at.x - others[0].x, at.y - others[0].y) || 1;
      zoom(apart(now) / apart(before), fromMiddle((now.x + others[0].x) / 2, (now.y + others[0].y) / 2));
    }
  };
  const onPointerUp = (event: PointerEvent) => fingers.delete(event.pointerId);
  const fromMiddle = (x: number, y: number) => {
    const box = frame.getBoundingClientRect();
    return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
  };
  onMount(() => {
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom(
        Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 400),
        fromMiddle(event.clientX, event.clientY),
      );
    };
    frame.addEventListener("wheel", onWheel, { passive: false });
  });
  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(-STEP, 0),
    ArrowRight: () => move(STEP, 0),
    ArrowUp: () => move(0, -STEP),
    ArrowDown: () => move(0, STEP),
    "+": () => zoom(FACTOR),
    "=": () => zoom(FACTOR),
    "-": () => zoom(1 / FACTOR),
    "0": () => fitAll(),
    Escape: () => setPointed(undefined),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const choose = (index: number) => dragged < 5 && props.onChoose(props.findings.shown[index].number);
  const focused = (index: number) => {
    setPointed(index);
    // A box clicked is in sight already, and the map must not move under the finger.
    if (fingers.size === 0) setView((each) => showing(each, props.layout.boxes[index], size()));
  };
  const name = (index: number) => {
    const { number, state, isStatusQuo, concepts } = props.findings.shown[index];
    const holds = concepts.length === 0 ? "holds under nothing" : `holds under ${conceptNames(concepts)}`;
    return `State ${number + 1}${isStatusQuo ? ", the status quo" : ""}, ${holds}: ${stateSummary(props.findings.names, state)}`;
  };
  const onRight = () => {
    const at = pointed();
    return at !== undefined && props.layout.boxes[at].x < view().x;
  };

  return (
    <div class="map">
      <section
        ref={frame}
        class="map-frame"
        style={{ height: `${height()}px` }}
        // So that what is pressed after a drag still goes to the map.
        tabindex="-1"
        aria-label="Map of states and moves. Arrow keys move it, plus and minus zoom, 0 shows all."
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section around it is named, and so is every state in it */}
        <svg width={size().width} height={size().height}>
          <g
            transform={`translate(${size().width / 2 - view().x * view().scale} ${size().height / 2 - view().y * view().scale}) scale(${view().scale})`}
          >
            <g class="moves" classList={{ dimmed: of().length > 0 || props.walked.length > 1 }}>
              <For each={strokes()}>
                {({ party, improvement, lines, heads }) => (
                  <g class={`color-${marks()[party].color}${improvement ? " improvement" : ""}`}>
                    <path class="line" d={lines} stroke-dasharray={DASHES[marks()[party].color]} />
                    <path class="head" d={heads} />
                  </g>
                )}
              </For>
            </g>
            <g class="moves pointed">
              <For each={[...walkedLines(), ...of()]}>
                {(line) => (
                  <g class={`color-${marks()[line.party].color}${line.improvement ? " improvement" : ""}`}>
                    <path class="line" d={curve(line)} stroke-dasharray={DASHES[marks()[line.party].color]} />
                    <path class="head" d={heads(line)} />
                  </g>
                )}
              </For>
            </g>
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
            <g class="movers" aria-hidden="true">
              <For each={props.layout.lines.length <= LETTERS_UP_TO ? props.layout.lines : of()}>
                {(line) => (
                  <g
                    class={`color-${marks()[line.party].color}`}
                    transform={`translate(${middleOf(line).x} ${middleOf(line).y})`}
                  >
                    <circle r="9" />
                    <text y="3.5">{marks()[line.party].letters}</text>
                  </g>
                )}
              </For>
            </g>
            <For each={order()}>
              {({ box, index }) => {
                const { number, isStatusQuo, concepts } = props.findings.shown[index];
                const holds = () => concepts.includes(props.findings.concept);
                return (
                  // biome-ignore lint/a11y/useSemanticElements: a picture has no button element
                  <g
                    class="state"
                    classList={{
                      holds: holds(),
                      "is-status-quo": isStatusQuo,
                      walked: props.walked.includes(number),
                      here: props.walked.at(-1) === number,
                    }}
                    transform={`translate(${box.x - box.width / 2} ${box.y - box.height / 2})`}
                    role="button"
                    tabindex="0"
                    onPointerEnter={() => setPointed(index)}
                    onPointerLeave={() => setPointed(undefined)}
                    onFocus={() => focused(index)}
                    onBlur={() => setPointed(undefined)}
                    onClick={() => choose(index)}
                    onKeyDown={(event) => {
                      if (event.key !== "Enter" && event.key !== " ") return;
                      event.preventDefault();
                      props.onChoose(number);
                    }}
                  >
                    <title>{name(index)}</title>
                    <rect class="border" width={box.width} height={box.height} rx={holds() ? 3 : 10} />
                    <Show when={holds()}>
                      <rect class="inner" x="4" y="4" width={box.width - 8} height={box.height - 8} rx="1" />
                    </Show>
                    <text
                      class="number"
                      x={box.width / 2}
                      y={box.words.length > 0 ? 20 : isStatusQuo ? 17 : box.height / 2 + 4}
                    >
                      {`${number + 1}${box.words.length > 0 && holds() ? " · holds" : ""}${box.words.length > 0 && isStatusQuo ? " · status quo" : ""}`}
                    </text>
                    <Show when={box.words.length === 0 && isStatusQuo}>
                      <text class="tag" x={box.width / 2} y="28">
                        status quo
                      </text>
                    </Show>
                    <For each={box.words}>
                      {(line, row) => (
                        <text x="12" y={38 + 16 * row()}>
                          {clean(line)}
                        </text>
                      )}
                    </For>
                  </g>
                );
              }}
            </For>
          </g>
        </svg>
        <div class="map-zoom">
          <button type="button" class="button" aria-label="Closer" onClick={() => zoom(FACTOR)}>
            +
          </button>
          <button type="button" class="button" aria-label="Further away" onClick={() => zoom(1 / FACTOR)}>
            −
          </button>
          <button type="button" class="button" onClick={fitAll}>
            All
          </button>
        </div>
      </section>
      <Show when={pointed() === undefined ? undefined : props.findings.shown[pointed()!]}>
        {(state) => (
          <div class="map-card" classList={{ right: onRight() }}>
            <OutcomeCard
              names={props.findings.names}
              state={state().state}
              title={`State ${state().number + 1}`}
              concepts={state().concepts}
              isStatusQuo={state().isStatusQuo}
            />
          </div>
        )}
      </Show>
    </div>
  );
}
