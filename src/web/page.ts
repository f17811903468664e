import { createSignal } from "solid-js";
import type { Names } from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import type { Problem } from "../model/problem.ts";
import { createEngine, type Engine, type WorkerLike } from "./engine/client.ts";
import { type Beginning, createStandoffStore, type StandoffStore } from "./standoff-store.ts";

/** What every panel gets: the text and its past, the engine, and what the user is looking at. */
export type Page = {
  readonly store: StandoffStore;
  readonly engine: Engine;
  /** The id of the question whose panel is open. */
  readonly question: () => string;
  readonly show: (question: string) => void;
  /** The state and the party the user last pointed at, for the panels that look at one. */
  readonly chosen: () => Chosen;
  readonly choose: (chosen: Chosen) => void;
  /** Shows the place of a problem in the text. */
  readonly goTo: (problem: Problem) => void;
  /** The place to be shown next, for the editor. */
  readonly place: () => Problem | undefined;
  /** On a narrow screen: which of the two sides is seen. */
  readonly side: () => Side;
  readonly showSide: (side: Side) => void;
  /** One sentence for the eyes and for screen readers, such as "Saved.". */
  readonly notice: () => string;
  readonly say: (notice: string) => void;
};

export type Side = "edit" | "answers";

export type Chosen = { readonly names?: Names; readonly state?: StateView; readonly party?: string };

export function createPage(beginning: Beginning, question: string): Page {
  const startWorker = () =>
    new Worker(new URL("./engine/worker.ts", import.meta.url), { type: "module" }) as unknown as WorkerLike;
  const [shown, show] = createSignal(question);
  const [chosen, choose] = createSignal<Chosen>({});
  const [place, setPlace] = createSignal<Problem | undefined>(undefined, { equals: false });
  const [side, showSide] = createSignal<Side>("answers");
  const [notice, say] = createSignal("");
  return {
    store: createStandoffStore(beginning),
    engine: createEngine(startWorker),
    question: shown,
    show,
    chosen,
    choose,
    goTo: (problem) => {
      showSide("edit");
      setPlace(problem);
    },
    place,
    side,
    showSide,
    notice,
    say,
  };
}
