import { createUniqueId, For, Show } from "solid-js";
import type { DoubtFinding, Names } from "../../analysis/findings.ts";
import { doubtHead, readingClause } from "../../render/doubt-words.ts";
import { percent } from "../../render/robustness-words.ts";
import { partyTitle } from "../../render/state-words.ts";
import { clean, counted, sentence } from "../../render/text.ts";
import { Claims } from "./claims.tsx";
import { PartyChip } from "./party-chip.tsx";

/** Doubts that are taken as settled, by id, each with its reading. */
export type Fixed = Readonly<Record<string, number>>;

/** More readings than these are shown on demand. */
const FEW = 4;

/** What is open, party by party, with a choice for each doubt: left open, or taken as one of its readings. */
export function DoubtList(props: {
  readonly names: Names;
  readonly doubts: readonly DoubtFinding[];
  readonly fixed: Fixed;
  readonly onFix: (doubt: string, reading: number | undefined) => void;
  readonly onOpenAll: () => void;
}) {
  const settled = () => Object.keys(props.fixed).length;
  const groups = () =>
    [...props.names.parties.map(({ id }) => id), undefined]
      .map((party) => ({ party, doubts: props.doubts.filter((each) => each.party === party) }))
      .filter(({ doubts }) => doubts.length > 0);
  return (
    <details class="doubts">
      <summary>
        {`What is open: ${counted(props.doubts.length, "doubt")}${settled() === 0 ? "" : `, ${settled()} of them settled here`}`}
      </summary>
      <p class="figures doubts-how">
        Take a doubt as settled, and every answer below is worked out anew. The file stays as it is.
      </p>
      <Show when={settled() > 0}>
        <button type="button" class="button" onClick={props.onOpenAll}>
          Leave all open again
        </button>
      </Show>
      <For each={groups()}>
        {({ party, doubts }) => (
          <section aria-label={party === undefined ? "Of no one party" : partyTitle(props.names, party)}>
            <h4>
              <Show when={party} fallback="Of no one party">
                {(id) => <PartyChip names={props.names} party={id()} />}
              </Show>
            </h4>
            <div class="doubt-cards">
              <For each={doubts}>
                {(doubt) => (
                  <DoubtChoice
                    names={props.names}
                    doubt={doubt}
                    reading={props.fixed[doubt.id]}
                    onFix={(reading) => props.onFix(doubt.id, reading)}
                  />
                )}
              </For>
            </div>
          </section>
        )}
      </For>
    </details>
  );
}

function DoubtChoice(props: {
  readonly names: Names;
  readonly doubt: DoubtFinding;
  readonly reading: number | undefined;
  readonly onFix: (reading: number | undefined) => void;
}) {
  const name = createUniqueId();
  const all = () => props.doubt.readings.map((each, reading) => ({ ...each, reading }));
  const choice = (words: string, reading: number | undefined) => (
    <label>
      <input
        type="radio"
        name={name}
        checked={props.reading === reading}
        onChange={() => props.onFix(reading)}
      />
      <span>{words}</span>
    </label>
  );
  const readings = (from: number, to?: number) => (
    <For each={all().slice(from, to)}>
      {({ chance, reading }) =>
        choice(
          `${sentence(readingClause(props.names, { ...props.doubt, because: [] }, reading))}: ${percent(chance).replace(" ", "\u00a0")}`,
          reading,
        )
      }
    </For>
  );
  return (
    <fieldset class="doubt">
      <legend>
        <code>{clean(props.doubt.id)}</code> {doubtHead(props.names, { ...props.doubt, party: undefined })}
      </legend>
      {choice("Open", undefined)}
      {readings(0, FEW)}
      <Show when={props.doubt.readings.length > FEW}>
        <details open={(props.reading ?? 0) >= FEW}>
          <summary>{counted(props.doubt.readings.length - FEW, "more reading")}</summary>
          {readings(FEW)}
        </details>
      </Show>
      <Claims names={props.names} ids={props.doubt.because} />
    </fieldset>
  );
}
