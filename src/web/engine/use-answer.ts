import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { Page } from "../page.ts";
import type { Arguments, FindingsOf, Question } from "./answers.ts";
import type { Asking, Outcome } from "./client.ts";

/** What a panel knows of its answer. While `working`, `outcome` is the one before, to be shown as outdated or not at all. */
export type Answering<F> = {
  readonly outcome: () => Outcome<F> | undefined;
  readonly working: () => boolean;
  readonly progress: () => { readonly share: number; readonly what: string } | undefined;
  readonly stop: () => void;
  readonly again: () => void;
};

/** Asks a question of the standoff, and again whenever its text or the arguments change. To be called in a component. */
export function useAnswer<Q extends Question>(
  page: Page,
  question: Q,
  args: () => Arguments<Q>,
): Answering<FindingsOf<Q>> {
  const [outcome, setOutcome] = createSignal<Outcome<FindingsOf<Q>>>();
  const [working, setWorking] = createSignal(true);
  const [progress, setProgress] = createSignal<{ share: number; what: string }>();
  const [round, setRound] = createSignal(0);
  let asking: Asking<FindingsOf<Q>> | undefined;
  createEffect(() => {
    round();
    setWorking(true);
    setProgress(undefined);
    const mine = page.engine.ask(page.store.settled(), question, args(), (share, what) => {
      if (asking === mine) setProgress({ share, what });
    });
    asking = mine;
    onCleanup(mine.drop);
    mine.outcome.then((got) => {
      if (asking !== mine || "dropped" in got) return;
      setOutcome(() => got);
      setWorking(false);
    });
  });
  return {
    outcome,
    working,
    progress,
    stop: () => asking?.stop(),
    again: () => setRound((each) => each + 1),
  };
}

/** The last findings there were, for what must stay in place while a new answer is made or there is none. */
export function lastFindings<F>(answer: Answering<F>): Accessor<F | undefined> {
  return createMemo<F | undefined>((before) => {
    const outcome = answer.outcome();
    return outcome !== undefined && "findings" in outcome ? outcome.findings : before;
  });
}
