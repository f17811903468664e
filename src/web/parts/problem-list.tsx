import { For, Show } from "solid-js";
import type { Problem } from "../../model/problem.ts";
import { clean, counted } from "../../render/text.ts";

/** Problems as a person reads them: the place, what is wrong, the line with carets under it, and what to write. */
export function ProblemList(props: {
  readonly problems: readonly Problem[];
  /** What a click on the place does, such as going there in the text. */
  readonly onGo?: ((problem: Problem) => void) | undefined;
}) {
  return (
    <ol class="problems">
      <For each={props.problems}>
        {(problem) => (
          <li class={problem.severity}>
            <p>
              <strong class="severity">{problem.severity === "error" ? "Error" : "Warning"}</strong>
              <Show when={problem.line > 0}>
                <Show
                  when={props.onGo}
                  fallback={
                    <span class="place-in-text">{`line ${problem.line}, column ${problem.column}`}</span>
                  }
                >
                  {(go) => (
                    <button type="button" class="link" onClick={() => go()(problem)}>
                      {`line ${problem.line}, column ${problem.column}`}
                    </button>
                  )}
                </Show>
              </Show>
            </p>
            <p class="message">{clean(problem.message)}</p>
            <Show when={problem.line > 0 && problem.excerpt.trim() !== ""}>
              <pre class="excerpt">{withCarets(problem)}</pre>
            </Show>
            <Show when={problem.fix}>{(fix) => <p class="fix">{clean(fix())}</p>}</Show>
          </li>
        )}
      </For>
    </ol>
  );
}

/** `1 error, 2 warnings`. */
export function problemCounts(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""]
    .filter(Boolean)
    .join(", ");
}

const WINDOW = 160;

function withCarets({ excerpt, column, length }: Problem): string {
  const from = Math.max(0, column - 1 - WINDOW / 2);
  const before = clean(excerpt.slice(from, column - 1));
  const meant = clean(excerpt.slice(column - 1, Math.min(column - 1 + length, from + WINDOW)));
  const after = clean(excerpt.slice(column - 1 + length, from + WINDOW));
  return `${before}${meant}${after}\n${" ".repeat(before.length)}${"^".repeat(Math.max(1, meant.length))}`;
}
