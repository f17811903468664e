import "./goal-form.css";
import { createMemo, type JSX } from "solid-js";
import { readExpression } from "../../model/read-expression.ts";
import { lastFindings, useAnswer } from "../engine/use-answer.ts";
import type { Page } from "../page.ts";
import { ExpressionField } from "./expression-field.tsx";
import { keptSignal } from "./kept.ts";

/** The goal of a panel: as it is typed, what is wrong with that, and the last one that was sound when it was entered. */
export function useGoal(page: Page, panel: string) {
  const [entered, setEntered] = keptSignal(page, `${panel}.goal`, "");
  const [text, setText] = keptSignal(page, `${panel}.text`, "");
  const read = lastFindings(useAnswer(page, "read", () => ({})));
  const standoff = () => read()?.standoff;
  const wrongWith = (expression: string) => {
    const about = standoff();
    return about === undefined || expression.trim() === ""
      ? []
      : readExpression(expression, about, "the goal").problems;
  };
  const problems = createMemo(() => wrongWith(text()));
  // What was entered may have become wrong by a change of the file.
  const asked = createMemo(() => (wrongWith(entered()).length === 0 ? entered().trim() : ""));
  const ask = (wanted: string) => {
    setText(wanted);
    if (wrongWith(wanted).length === 0) setEntered(wanted);
  };
  return { entered, asked, ask, text, setText, problems, standoff };
}

/** The field of a goal, with whatever else the question depends on below it. */
export function GoalForm(props: {
  readonly goal: ReturnType<typeof useGoal>;
  readonly class: string;
  readonly label: string;
  readonly placeholder: string;
  readonly children: JSX.Element;
}) {
  const { ask, text, setText, standoff, problems } = props.goal;
  return (
    <form
      class={props.class}
      onSubmit={(event) => {
        event.preventDefault();
        ask(text());
      }}
    >
      <ExpressionField
        label={props.label}
        placeholder={props.placeholder}
        text={text()}
        onText={setText}
        standoff={standoff()}
        problems={problems()}
      />
      {props.children}
    </form>
  );
}
