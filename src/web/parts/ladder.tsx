import { For, type JSX, Show } from "solid-js";
import type { Change, Names, Sequence } from "../../analysis/findings.ts";
import type { StateView } from "../../analysis/state-view.ts";
import { changeWords } from "../../render/state-words.ts";
import type { Page } from "../page.ts";
import { StateLines } from "./outcome-card.tsx";
import { PartyChip } from "./party-chip.tsx";
import { WhyButton } from "./why-button.tsx";
import "./ladder.css";

/** How a state compares with the one at the top of the ladder, for whom the ladder is about. */
export type Standing = "better" | "worse" | "equal" | "unknown";

export type Rung = {
  readonly party: string;
  readonly changes: readonly Change[];
  /** What is to be said of the move, such as whether it serves its mover. */
  readonly note?: string | undefined;
  readonly against?: boolean;
  readonly to: StateView;
  readonly standing?: Standing | undefined;
  /** Of the state it leads to. */
  readonly words: string;
};

const MARKS: Readonly<Record<Standing, string>> = { better: "▲", worse: "▼", equal: "=", unknown: "?" };

/** A way from one state to another as a ladder of steps: a state, the move of a party, the state that leads to, and so on. */
export function Ladder(props: {
  readonly page: Page;
  readonly names: Names;
  readonly label: string;
  readonly start: string;
  readonly rungs: readonly Rung[];
}): JSX.Element {
  return (
    <ol class="ladder" aria-label={props.label}>
      <li>
        <div class="stand">
          <span class="stand-mark" aria-hidden="true">
            ●
          </span>
          {props.start}
        </div>
      </li>
      <For each={props.rungs}>
        {(rung) => (
          <li>
            <div class="rung" classList={{ against: rung.against ?? false }}>
              <PartyChip names={props.names} party={rung.party} />{" "}
              <span>
                {changeWords(props.names, rung.changes)}
                <Show when={rung.note}>{(note) => <span class="rung-note">{` (${note()})`}</span>}</Show>
              </span>
            </div>
            <div class={`stand ${rung.standing ?? ""}`}>
              <span class="stand-mark" aria-hidden="true">
                {rung.standing === undefined ? "●" : MARKS[rung.standing]}
              </span>
              <details class="on-demand">
                <summary>{rung.words}</summary>
                <StateLines names={props.names} state={rung.to} />
                <WhyButton
                  page={props.page}
                  names={props.names}
                  state={rung.to}
                  words="Look closer"
                  about="at this state"
                />
              </details>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}

/** The moves of a sequence as rungs; what goes against its mover's interest says so. */
export function rungsOf(sequence: Sequence, end: string): Rung[] {
  return sequence.map(({ party, changes, to, improvement }, index) => ({
    party,
    changes,
    to,
    against: !improvement,
    note: improvement ? "which it likes better" : "which it does not like better",
    words: index === sequence.length - 1 ? end : "on the way",
  }));
}
