import { createSignal } from "solid-js";
import type { Names } from "../analysis/findings.ts";
import type { StateView } from "../analysis/state-view.ts";
import type { Problem } from "../model/problem.ts";
import type { Engine } from "./engine/client.ts";
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
  /** Shows a place in the text, such as that of a problem. */
  readonly goTo: (place: Place) => void;
  /** The place to be shown next, for the editor, which says when it is there. */
  readonly place: () => Place | undefined;
  readonly arrived: () => void;
  /** On a narrow screen: which of the two sides is seen. */
  readonly side: () => Side;
  readonly showSide: (side: Side) => void;
  /** One sentence for the eyes and for screen readers, such as "Saved.". */
  readonly notice: () => string;
  readonly say: (notice: string) => void;
};

/** Line and column, both from 1. */
export type Place = Pick<Problem, "line" | "column">;

export type Side = "edit" | "answers";

export type Chosen = { readonly names?: Names; readonly state?: StateView; readonly party?: string };

export function createPage(beginning: Beginning, question: string, engine: Engine): Page {
  const [shown, show] = createSignal(question);
  const [chosen, choose] = createSignal<Chosen>({});
  const [place, setPlace] = createSignal<Place | undefined>(undefined, { equals: false });
  const [side, showSide] = createSignal<Side>("answers");
  const [notice, say] = createSignal("");
  return {
    store: createStandoffStore(beginning),
    engine,
    question: shown,
    show,
    chosen,
    choose,
    goTo: (wanted) => {
      showSide("edit");
      setPlace(wanted);
    },
    place,
    arrived: () => setPlace(undefined),
    side,
    showSide,
    notice,
    say,
  };
}
