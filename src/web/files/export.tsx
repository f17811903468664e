import { createSignal, For, Show } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import { counted } from "../../render/text.ts";
import type { ExportKind } from "../engine/export.ts";
import type { Page } from "../page.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ProblemList } from "../parts/problem-list.tsx";
import { download } from "./local-files.ts";

type Choice = {
  readonly id: string;
  readonly title: string;
  readonly for: string;
  /** What the engine writes; undefined for the text as it is. */
  readonly kind: ExportKind | undefined;
  /** The end of the file's name. */
  readonly end: string;
  readonly type: string;
};

const CHOICES: readonly Choice[] = [
  {
    id: "report",
    title: "Report",
    for: "one page to read and print, for people who know neither the file nor the method (HTML)",
    kind: "report",
    end: ".html",
    type: "text/html",
  },
  {
    id: "text",
    title: "Standoff",
    for: "the file itself (YAML)",
    kind: undefined,
    end: ".yaml",
    type: "text/yaml",
  },
  {
    id: "map-png",
    title: "Map, as a picture",
    for: "the states and moves, for slides (PNG)",
    kind: "map",
    end: "-map.png",
    type: "image/png",
  },
  {
    id: "map-svg",
    title: "Map, as a drawing",
    for: "the same, sharp at every size (SVG)",
    kind: "map",
    end: "-map.svg",
    type: "image/svg+xml",
  },
  {
    id: "png",
    title: "Frontier, as a picture",
    for: "the efficient outcomes, for slides (PNG)",
    kind: "frontier",
    end: "-frontier.png",
    type: "image/png",
  },
  {
    id: "svg",
    title: "Frontier, as a drawing",
    for: "the same, sharp at every size (SVG)",
    kind: "frontier",
    end: "-frontier.svg",
    type: "image/svg+xml",
  },
  {
    id: "equilibria",
    title: "Table of what would hold",
    for: "an outcome a row, for a spreadsheet (CSV)",
    kind: "equilibria",
    end: "-outcomes.csv",
    type: "text/csv",
  },
  {
    id: "stability",
    title: "Table of stability",
    for: "a state and party a row (CSV)",
    kind: "stability",
    end: "-stability.csv",
    type: "text/csv",
  },
  {
    id: "moves",
    title: "Table of moves",
    for: "a move a row (CSV)",
    kind: "moves",
    end: "-moves.csv",
    type: "text/csv",
  },
  {
    id: "json",
    title: "Answers as data",
    for: "what would hold, for programs (JSON)",
    kind: "json",
    end: ".json",
    type: "application/json",
  },
  {
    id: "dot",
    title: "Graph",
    for: "states and moves, for Graphviz (DOT)",
    kind: "dot",
    end: ".dot",
    type: "text/vnd.graphviz",
  },
  {
    id: "gmcr",
    title: "GMCR+ model",
    for: "for the program GMCR+",
    kind: "gmcr",
    end: ".gmcr",
    type: "application/octet-stream",
  },
  {
    id: "nfg",
    title: "Strategic form",
    for: "for Gambit (NFG)",
    kind: "nfg",
    end: ".nfg",
    type: "text/plain",
  },
];

/** What can be taken away from the page, in a dialog. */
export function Export(props: { readonly ref: (show: () => void) => void; readonly page: Page }) {
  const { store, engine } = props.page;
  let dialog!: HTMLDialogElement;
  const [chosen, setChosen] = createSignal(CHOICES[0]);
  const [goal, setGoal] = createSignal("");
  const [said, setSaid] = createSignal("");
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [stop, setStop] = createSignal<() => void>();
  const tell = (words: string, wrong: readonly Problem[] = []) => {
    setSaid(words);
    setProblems(wrong);
  };
  const make = async () => {
    const choice = chosen();
    const { text, file } = { text: store.text(), file: store.file() };
    const name = `${file.replace(/^.*\//, "").replace(/\.(ya?ml|gmcr)$/i, "")}${choice.end}`;
    if (choice.kind === undefined) {
      download(text, name);
      return tell(`${name} is in your downloads.`);
    }
    tell("Working …");
    const asking = engine.ask({ text, file }, "export", { kind: choice.kind, goal: goal() }, (share, what) =>
      setSaid(`${Math.round(share * 100)} percent: ${what} …`),
    );
    setStop(() => asking.stop);
    const outcome = await asking.outcome;
    setStop(undefined);
    if ("dropped" in outcome) return;
    if ("stopped" in outcome) return tell(outcome.stopped);
    if (outcome.findings === undefined) return tell("This could not be made:", outcome.problems);
    const { text: made, losses } = outcome.findings;
    const picture =
      choice.type === "image/png" ? await (await import("../map/map-svg.ts")).pngOf(made) : made;
    if (picture === undefined)
      return tell("The browser could not draw the picture. Take the drawing (SVG) instead.");
    download(picture, name, choice.type);
    const lost = losses.length === 0 ? "" : ` Not kept in it: ${losses.join("; ")}.`;
    tell(`${name} is in your downloads (${counted(made.length, "character")}).${lost}`);
  };
  return (
    <Dialog
      name="export"
      title="Take it away"
      ref={(element) => {
        dialog = element;
        props.ref(() => {
          tell("");
          dialog.showModal();
        });
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <fieldset class="choices">
          <legend class="unseen">As what</legend>
          <For each={CHOICES}>
            {(choice) => (
              <label>
                <input
                  type="radio"
                  name="export-as"
                  checked={chosen() === choice}
                  onChange={() => {
                    setChosen(choice);
                    tell("");
                  }}
                />
                <span>
                  <strong>{choice.title}</strong> <span class="figures">{choice.for}</span>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={chosen().id === "report"}>
          <label class="field">
            With what it would take to reach (an expression; may be left empty)
            <input type="text" value={goal()} onInput={({ target }) => setGoal(target.value)} />
          </label>
        </Show>
        <p class="buttons">
          <Show
            when={stop()}
            fallback={
              <button type="submit" class="button">
                Download
              </button>
            }
          >
            {(end) => (
              <button type="button" class="button" onClick={() => end()()}>
                Stop
              </button>
            )}
          </Show>
          <span role="status">{said()}</span>
        </p>
        <Show when={problems().length > 0}>
          <ProblemList problems={problems()} />
        </Show>
      </form>
    </Dialog>
  );
}
