import { createEffect, createMemo, createSelector, For, on, onCleanup, onMount, Show } from "solid-js";
import { clean } from "../../render/text.ts";
import { growing } from "./growing.ts";
import { meant, paragraphsOf, type Stretch } from "./marks.ts";
import type { Sitting } from "./sitting.ts";

/** A report's text with what was found in it marked; the chosen item strongest, and in sight. A click on a mark chooses its item. */
export function ReportText(props: { readonly sitting: Sitting; readonly report: number }) {
  const { sitting } = props;
  let pane!: HTMLElement;
  const marked = new WeakMap<Element, Stretch>();
  const report = () => sitting.reports()[props.report];
  const source = () => {
    const item = sitting.items()[props.report];
    return item?.kind === "source" ? sitting.shown(item) : undefined;
  };
  const paragraphs = createMemo(() =>
    paragraphsOf(report()?.reading.text ?? "", sitting.items(), props.report),
  );
  const room = growing(
    () =>
      paragraphs().findIndex((each) => each.some(({ keys }) => keys.includes(sitting.chosen() ?? ""))) + 1,
    () => paragraphs().length,
  );
  const isChosen = createSelector<string | undefined, string>(sitting.chosen);
  createEffect(
    on([sitting.chosen, paragraphs], () => {
      const mark = pane.querySelector("mark.chosen");
      if (mark === null) pane.scrollTop = 0;
      else mark.scrollIntoView({ block: "center" });
    }),
  );
  onMount(() => {
    const onClick = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest("mark") : null;
      const stretch = mark === null ? undefined : marked.get(mark);
      if (stretch !== undefined) sitting.choose(meant(stretch, sitting.chosen()));
    };
    pane.addEventListener("click", onClick);
    onCleanup(() => pane.removeEventListener("click", onClick));
  });
  return (
    <article class="report" tabindex="0" aria-label="The report" ref={pane}>
      <header>
        <h3>{clean(source()?.kind === "source" ? (source()!.of as { title: string }).title : "")}</h3>
        <Show when={sitting.reports().length > 1}>
          <p class="figures">{`Report ${props.report + 1} of ${sitting.reports().length}, ${clean(report()?.name ?? "")}`}</p>
        </Show>
      </header>
      <For each={paragraphs().slice(0, room())}>
        {(paragraph) => (
          <p>
            <For each={paragraph}>
              {(stretch) =>
                stretch.keys.length === 0 ? (
                  clean(stretch.text)
                ) : (
                  <Mark
                    sitting={sitting}
                    stretch={stretch}
                    chosen={stretch.keys.some(isChosen)}
                    ref={(element) => marked.set(element, stretch)}
                  />
                )
              }
            </For>
          </p>
        )}
      </For>
    </article>
  );
}

function Mark(props: {
  readonly sitting: Sitting;
  readonly stretch: Stretch;
  readonly chosen: boolean;
  readonly ref: (element: HTMLElement) => void;
}) {
  const status = createMemo(() => {
    const each = props.stretch.keys.map((key) => props.sitting.status().get(key));
    return ["accepted", "open"].find((status) => each.some((one) => one === status)) ?? "dropped";
  });
  return (
    <mark class={`${status()} ${props.chosen ? "chosen" : ""}`} ref={props.ref}>
      {clean(props.stretch.text)}
    </mark>
  );
}
