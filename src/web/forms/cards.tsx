import { createSignal, Index, type JSX, onCleanup, Show } from "solid-js";
import { moveItem, type Path } from "../../model/yaml-text.ts";
import { Card } from "./card.tsx";
import type { Form } from "./form.ts";

/** Pixels from the edge of the visible part at which it scrolls while a card is dragged. */
const EDGE = 48;

type Drag = {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  readonly height: number;
};

/**
 * The items of a list as cards in their order: dragged by the handle, or moved with Alt and the arrow keys. One card at a
 * time is open.
 */
export function Cards(props: {
  readonly form: Form;
  readonly path: Path;
  /** What the cards are, for screen readers. */
  readonly label: string;
  /** Whether the order says something; if not, cards cannot be moved. */
  readonly ordered?: boolean;
  /** What a card says while it is closed, in words. */
  readonly words: (index: number) => string;
  readonly head: (index: number) => JSX.Element;
  readonly body: (index: number) => JSX.Element;
  readonly onRemove?: (index: number) => void;
}) {
  const [open, setOpen] = createSignal<number>();
  const [drag, setDrag] = createSignal<Drag>();
  let list!: HTMLOListElement;
  const length = () => props.form.length(props.path);
  const cards = () => [...list.children] as HTMLElement[];

  const move = (from: number, to: number) => {
    if (to < 0 || to >= length() || from === to) return;
    const words = props.words(from);
    const opened = open();
    props.form.change((text) => moveItem(text, props.path, from, to));
    setOpen(opened === undefined ? undefined : placeAfter(opened, from, to));
    props.form.page.say(`“${words}” is now ${to + 1} of ${length()}.`);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    const to = index + (event.key === "ArrowUp" ? -1 : 1);
    move(index, to);
    const head = cards()[to]?.querySelector<HTMLElement>(".card-head");
    head?.focus();
    head?.scrollIntoView({ block: "nearest" });
  };

  const onPointerDown = (down: PointerEvent, index: number) => {
    if (down.button !== 0) return;
    down.preventDefault();
    const handle = down.currentTarget as HTMLElement;
    handle.setPointerCapture(down.pointerId);
    const scroller = handle.closest<HTMLElement>(".forms");
    const scrolledAtFirst = scroller?.scrollTop ?? 0;
    const boxes = cards().map((card) => card.getBoundingClientRect());
    const gap = boxes.length > 1 ? boxes[1].top - boxes[0].bottom : 0;
    const height = boxes[index].height + gap;
    let pointer = down.clientY;
    const follow = () => {
      const by = pointer - down.clientY + (scroller?.scrollTop ?? 0) - scrolledAtFirst;
      const top = boxes[index].top + by;
      const bottom = boxes[index].bottom + by;
      const middle = (each: DOMRect) => each.top + each.height / 2;
      let to = index;
      while (to > 0 && top < middle(boxes[to - 1])) to--;
      while (to < boxes.length - 1 && bottom > middle(boxes[to + 1])) to++;
      setDrag({ from: index, to, by, height });
    };
    const scrolling = setInterval(() => {
      if (scroller === null) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      const step = pointer < top + EDGE ? -10 : pointer > bottom - EDGE ? 10 : 0;
      if (step === 0) return;
      scroller.scrollTop += step;
      follow();
    }, 16);
    const end = (moves: boolean) => {
      clearInterval(scrolling);
      const dragged = drag();
      setDrag(undefined);
      handle.removeEventListener("pointermove", onMove);
      handle.removeEventListener("pointerup", onUp);
      handle.removeEventListener("pointercancel", onCancel);
      window.removeEventListener("keydown", onEscape, true);
      if (moves && dragged !== undefined) move(dragged.from, dragged.to);
    };
    const onMove = (event: PointerEvent) => {
      pointer = event.clientY;
      follow();
    };
    const onUp = () => end(true);
    const onCancel = () => end(false);
    const onEscape = (event: KeyboardEvent) => event.key === "Escape" && end(false);
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener("pointerup", onUp);
    handle.addEventListener("pointercancel", onCancel);
    window.addEventListener("keydown", onEscape, true);
    onGone = () => end(false);
  };
  let onGone: (() => void) | undefined;
  onCleanup(() => onGone?.());

  const shift = (index: number): string | undefined => {
    const dragged = drag();
    if (dragged === undefined) return undefined;
    const { from, to, by, height } = dragged;
    if (index === from) return `translateY(${by}px)`;
    if (index > from && index <= to) return `translateY(${-height}px)`;
    if (index < from && index >= to) return `translateY(${height}px)`;
    return undefined;
  };

  return (
    <ol class="cards" aria-label={props.label} ref={list}>
      <Index each={Array.from({ length: length() })}>
        {(_, index) => (
          <Card
            problems={props.form.problems([...props.path, index])}
            open={open() === index}
            onToggle={() => setOpen(open() === index ? undefined : index)}
            handle={
              <Show when={props.ordered}>
                <span
                  class="handle"
                  aria-hidden="true"
                  title="Drag, or press Alt and an arrow key"
                  onPointerDown={(event) => onPointerDown(event, index)}
                >
                  <span class="grip" />
                  {index + 1}
                </span>
              </Show>
            }
            dragged={drag()?.from === index}
            transform={shift(index)}
            onKeyDown={props.ordered ? (event) => onKeyDown(event, index) : undefined}
            head={
              <>
                <Show when={props.ordered}>
                  <span class="unseen">{`${index + 1} of ${length()}: `}</span>
                </Show>
                {props.head(index)}
              </>
            }
          >
            {props.body(index)}
            <div class="card-actions">
              <Show when={props.ordered}>
                <button
                  type="button"
                  class="button"
                  disabled={index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  Move up
                </button>
                <button
                  type="button"
                  class="button"
                  disabled={index === length() - 1}
                  onClick={() => move(index, index + 1)}
                >
                  Move down
                </button>
              </Show>
              <button
                type="button"
                class="button"
                onClick={() => {
                  setOpen(undefined);
                  const words = props.words(index);
                  if (props.onRemove) props.onRemove(index);
                  else props.form.remove([...props.path, index]);
                  props.form.page.say(`“${words}” was removed. Undo brings it back.`);
                }}
              >
                Remove
              </button>
            </div>
          </Card>
        )}
      </Index>
    </ol>
  );
}

/** Where an item is after another, or itself, was moved. */
function placeAfter(index: number, from: number, to: number): number {
  if (index === from) return to;
  if (from < index && index <= to) return index - 1;
  if (to <= index && index < from) return index + 1;
  return index;
}
