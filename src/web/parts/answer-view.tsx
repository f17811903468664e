import { createEffect, createSignal, type JSX, Match, onCleanup, Show, Switch } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import type { Answering } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { ProblemList, problemCounts } from "./problem-list.tsx";

/** Milliseconds before waiting is mentioned. */
const QUICK = 250;

/**
 * An answer in whatever condition it is: waited for, with progress and a way to stop; stopped; impossible because of problems
 * in the text; or there. An answer about an earlier text is taken away as soon as waiting for the new one is worth a word,
 * and until then cannot be used.
 */
export function AnswerView<F>(props: {
  readonly page: Page;
  readonly answer: Answering<F>;
  readonly children: (findings: () => F) => JSX.Element;
}) {
  const [slow, setSlow] = createSignal(false);
  createEffect(() => {
    setSlow(false);
    if (!props.answer.working()) return;
    const timer = setTimeout(() => setSlow(true), QUICK);
    onCleanup(() => clearTimeout(timer));
  });
  const outcome = () => props.answer.outcome();
  const findings = () => {
    const got = outcome();
    return got !== undefined && "findings" in got ? got.findings : undefined;
  };
  const problems = () => {
    const got = outcome();
    return got !== undefined && "problems" in got ? got.problems : undefined;
  };
  const stopped = () => {
    const got = outcome();
    return got !== undefined && "stopped" in got ? got.stopped : undefined;
  };
  /** Other problems are with the question: a limit of its own, a state that is none, or a condition typed on the page. */
  const ofFile = ({ file, code, line }: Problem) =>
    file === props.page.store.settled().file && line > 0 && code !== "which-state";
  return (
    <div class="answer" aria-busy={props.answer.working()}>
      <Show when={slow()}>
        <div class="working">
          <p>
            {props.answer.progress() === undefined
              ? "Working out the answer …"
              : `${Math.round(props.answer.progress()!.share * 100)} percent: ${props.answer.progress()!.what} …`}
          </p>
          <progress
            aria-label="How far the answer has come"
            max={1}
            value={props.answer.progress()?.share ?? 0}
          />
          <button type="button" class="button" onClick={props.answer.stop}>
            Stop
          </button>
        </div>
      </Show>
      <Show when={!slow()}>
        <div classList={{ outdated: props.answer.working() }} inert={props.answer.working()}>
          <Switch>
            <Match when={findings() !== undefined}>{props.children(() => findings() as F)}</Match>
            <Match when={problems()}>
              {(found) => (
                <>
                  <p class="lead">
                    {found().every(ofFile)
                      ? `There is no answer yet: the file has ${problemCounts(found())}.`
                      : "There is no answer to that."}
                  </p>
                  <ProblemList
                    problems={found()}
                    onGo={found().every(ofFile) ? props.page.goTo : undefined}
                  />
                </>
              )}
            </Match>
            <Match when={stopped()}>
              {(why) => (
                <>
                  <p class="lead">{why()}</p>
                  <button type="button" class="button" onClick={props.answer.again}>
                    Ask again
                  </button>
                </>
              )}
            </Match>
          </Switch>
        </div>
      </Show>
    </div>
  );
}
