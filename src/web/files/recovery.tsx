import { createSignal, For, Show } from "solid-js";
import { clean } from "../../render/text.ts";
import type { Page } from "../page.ts";
import type { Begun } from "./begin.ts";
import type { Documents } from "./documents.ts";

/** Unsaved work from before, of this tab or of one that is gone: to keep or to start clean, to open or to throw away. */
export function Recovery(props: {
  readonly page: Page;
  readonly begun: Begun;
  readonly documents: Documents;
}) {
  const { begun, page } = props;
  const [recovered, setRecovered] = createSignal(begun.recovered);
  const [left, setLeft] = createSignal(begun.keeping?.left() ?? []);
  const forget = async (id: string) => {
    setLeft(left().filter((each) => each.id !== id));
    await begun.keeping?.forget(id);
  };
  return (
    <Show when={recovered() !== undefined || left().length > 0}>
      <section class="recovery" aria-label="Unsaved work">
        <Show when={recovered()}>
          {(at) => (
            <p>
              {`Recovered ${clean(begun.beginning.file)} from ${momentOf(at())}, with changes not saved. `}
              <button type="button" class="button" onClick={() => setRecovered(undefined)}>
                Keep
              </button>
              <button
                type="button"
                class="button"
                onClick={() => {
                  setRecovered(undefined);
                  page.store.edit(page.store.saved());
                  page.say("The text is as it was last saved. Undo brings the changes back.");
                }}
              >
                Start clean
              </button>
            </p>
          )}
        </Show>
        <For each={left()}>
          {(work) => (
            <p>
              {`Changes to ${clean(work.file)} from ${momentOf(work.at)} were never saved; their tab is gone. `}
              <button
                type="button"
                class="button"
                onClick={async () => {
                  props.documents.openWork(work);
                  await forget(work.id);
                }}
              >
                Open them
              </button>
              <button type="button" class="button" onClick={() => forget(work.id)}>
                Throw away
              </button>
            </p>
          )}
        </For>
      </section>
    </Show>
  );
}

/** `14:03`, with the date when that is not today. */
function momentOf(at: number): string {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const day = moment.toLocaleDateString("en-CA");
  return day === new Date().toLocaleDateString("en-CA") ? time : `${day} ${time}`;
}
