import "./blocks.css";
import { For, Match, Switch } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import type { Block } from "../../render/blocks.ts";
import { StateLines } from "./outcome-card.tsx";

/** An answer told in order: paragraphs, lists, and states as cards beside each other. */
export function Blocks(props: { readonly names: Names; readonly blocks: readonly Block[] }) {
  return (
    <For each={runsOf(props.blocks)}>
      {(run) => (
        <Switch fallback={<For each={run}>{({ words }) => <p class="block">{words}</p>}</For>}>
          <Match when={run[0].kind === "heading"}>
            <h3>{run[0].words}</h3>
          </Match>
          <Match when={run[0].kind === "item"}>
            <ul class="plain-list block">
              <For each={run}>{({ words }) => <li>{words}</li>}</For>
            </ul>
          </Match>
          <Match when={run[0].kind === "state"}>
            <div class="outcomes block">
              <For each={run.flatMap((block) => (block.kind === "state" ? [block] : []))}>
                {({ words, state }) => (
                  <article class="outcome">
                    <p class="says">{words}</p>
                    <StateLines names={props.names} state={state} />
                  </article>
                )}
              </For>
            </div>
          </Match>
        </Switch>
      )}
    </For>
  );
}

/** Blocks of one kind after each other together; what a list leaves out is its last item. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const kind = block.kind === "more" ? "item" : block.kind;
    const last = runs.at(-1);
    if (last?.[0].kind === kind) last.push(block);
    else runs.push([block]);
  }
  return runs;
}
