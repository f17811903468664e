import { Show } from "solid-js";
import { useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { ProblemList, problemCounts } from "../parts/problem-list.tsx";

/** Everything wrong with the file or suspicious about it. */
export function Panel(props: { readonly page: Page }) {
  const answer = useAnswer(props.page, "check", () => ({}));
  return (
    <AnswerView page={props.page} answer={answer}>
      {(problems) => (
        <Show
          when={problems().length > 0}
          fallback={<p class="lead verdict good">Nothing wrong and nothing suspicious.</p>}
        >
          <p class="lead">{`The file has ${problemCounts(problems())}.`}</p>
          <ProblemList problems={problems()} onGo={props.page.goTo} />
        </Show>
      )}
    </AnswerView>
  );
}
