import "./expression-field.css";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import type { Problem } from "../../model/problem.ts";
import { clean } from "../../render/text.ts";
import { type Completion, completionsAt } from "./completion.ts";
import { ProblemList } from "./problem-list.tsx";

/**
 * A field for an expression about the options and outcomes of the standoff, which offers how the word at the caret may go on.
 * Arrows choose, Enter or Tab take what is chosen, Escape puts the offers away; Enter without a choice is the form's.
 */
export function ExpressionField(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly standoff: Pick<Names, "options" | "outcomes"> | undefined;
  /** What is wrong with the text, shown while nothing is offered. */
  readonly problems: readonly Problem[];
}) {
  const id = createUniqueId();
  const [caret, setCaret] = createSignal<number>();
  const [chosen, setChosen] = createSignal(-1);
  let input!: HTMLInputElement;
  const completing = createMemo(() => {
    const at = caret();
    return at === undefined || props.standoff === undefined
      ? { start: 0, offered: [] }
      : completionsAt(props.text, at, props.standoff);
  });
  const offered = () => completing().offered;
  const close = () => {
    setCaret(undefined);
    setChosen(-1);
  };
  const take = ({ id: word }: Completion) => {
    const { start } = completing();
    const text = `${props.text.slice(0, start)}${word}${props.text.slice(caret())}`;
    props.onText(text);
    close();
    input.focus();
    queueMicrotask(() => input.setSelectionRange(start + word.length, start + word.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = offered().length;
    if (count === 0) return;
    if (event.key === "ArrowDown") setChosen((chosen() + 1) % count);
    else if (event.key === "ArrowUp") setChosen(chosen() <= 0 ? count - 1 : chosen() - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen() >= 0) take(offered()[chosen()]);
    else return;
    event.preventDefault();
  };
  return (
    <div class="expression-field">
      <label for={`${id}-field`}>{props.label}</label>
      <div class="expression-field">
        <input
          ref={input}
          id={`${id}-field`}
          type="text"
          role="combobox"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-autocomplete="list"
          aria-expanded={offered().length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={chosen() >= 0 ? `${id}-offer-${chosen()}` : undefined}
          aria-invalid={props.problems.length > 0}
          aria-describedby={`${id}-problems`}
          placeholder={props.placeholder}
          value={props.text}
          onInput={(event) => {
            props.onText(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart ?? undefined);
            setChosen(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        <Show when={offered().length > 0}>
          <div class="completions" role="listbox" id={`${id}-offers`} aria-label="How the word may go on">
            <For each={offered()}>
              {(each, index) => (
                // The field keeps the focus; keys are handled there.
                <div
                  role="option"
                  tabIndex={-1}
                  id={`${id}-offer-${index()}`}
                  aria-selected={chosen() === index()}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    take(each);
                  }}
                >
                  <code>{clean(each.id)}</code>
                  <span>{clean(each.title)}</span>
                </div>
              )}
            </For>
          </div>
        </Show>
      </div>
      <div id={`${id}-problems`}>
        <Show when={offered().length === 0 && props.problems.length > 0}>
          <ProblemList problems={props.problems} />
        </Show>
      </div>
    </div>
  );
}
