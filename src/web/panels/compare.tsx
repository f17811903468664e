import { createSignal, For, Show } from "solid-js";
import { changesWords, changeTitle, countRows, editWords, statusQuoWords } from "../../render/compare.ts";
import { clean, counted } from "../../render/text.ts";
import type { Version } from "../engine/answers.ts";
import type { Row } from "../engine/text-difference.ts";
import { useAnswer } from "../engine/use-answer.ts";
import { EXAMPLES, readExample } from "../files/examples.ts";
import { readFile } from "../files/local-files.ts";
import type { Page } from "../page.ts";
import { AnswerView } from "../parts/answer-view.tsx";
import { OutcomeCard } from "../parts/outcome-card.tsx";
import { Scrolls } from "../parts/scrolls.tsx";
import "./compare.css";

/** Outcomes that differ shown at first. */
const SHOWN = 12;
/** Steps back that are offered, where the past is long enough. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200];

/** What is different from another version: in the answers, then in the text, side by side. */
export function Panel(props: { readonly page: Page }) {
  const { store, say } = props.page;
  let chooser!: HTMLInputElement;
  const [choice, setChoice] = createSignal("saved");
  const [fetched, setFetched] = createSignal<Version>();
  const other = (): Version => {
    const back = /^back-(\d+)$/.exec(choice())?.[1];
    if (back !== undefined)
      return store.past().at(-Number(back)) ?? { text: store.saved(), file: store.file() };
    const from = fetched();
    return choice() !== "saved" && from !== undefined ? from : { text: store.saved(), file: store.file() };
  };
  const choose = async (value: string) => {
    if (value === "file") return chooser.click();
    const example = EXAMPLES.find(({ file }) => file === value);
    if (example !== undefined) setFetched({ text: await readExample(example.file), file: example.file });
    setChoice(value);
  };
  const chooseFile = async () => {
    const [file] = chooser.files ?? [];
    chooser.value = "";
    if (file === undefined) return;
    const read = await readFile(file);
    if ("why" in read) return say(clean(read.why));
    setFetched(read);
    setChoice("chosen");
  };
  const answers = useAnswer(props.page, "compare", () => ({ other: other() }));
  const texts = useAnswer(props.page, "difference", () => ({ other: other() }));
  const [all, setAll] = createSignal(false);
  return (
    <>
      <div class="filters">
        <label>
          Compare with
          <select value={choice()} onChange={({ target }) => choose(target.value)}>
            <option value="saved">the text as last opened or saved</option>
            <For each={STEPS.filter((steps) => steps <= store.past().length)}>
              {(steps) => <option value={`back-${steps}`}>{`the text ${counted(steps, "step")} ago`}</option>}
            </For>
            <Show when={choice() === "chosen"}>
              <option value="chosen">{`the file ${clean(fetched()?.file ?? "")}`}</option>
            </Show>
            <For each={EXAMPLES}>
              {({ file, title }) => <option value={file}>{`the example “${title}”`}</option>}
            </For>
          </select>
        </label>
        <button type="button" class="button" onClick={() => chooser.click()}>
          Compare with a file …
        </button>
        <input ref={chooser} type="file" accept=".yaml,.yml,.gmcr" hidden onChange={chooseFile} />
      </div>
      <AnswerView page={props.page} answer={answers}>
        {(findings) => (
          <>
            <section>
              <h3>What was changed</h3>
              <p class="lead">{editWords(findings())}</p>
            </section>
            <section>
              <h3>The status quo</h3>
              <p class="lead">{statusQuoWords(findings())}</p>
            </section>
            <section>
              <h3>What would hold</h3>
              <p class="lead">{changesWords(findings())}</p>
              <div class="outcomes">
                <For each={findings().changes.slice(0, all() ? undefined : SHOWN)}>
                  {(change) => (
                    <OutcomeCard names={findings().names} state={change.state} title={changeTitle(change)} />
                  )}
                </For>
              </div>
              <Show when={!all() && findings().changes.length > SHOWN}>
                <p class="sheets">
                  <button type="button" class="button" onClick={() => setAll(true)}>
                    {`Show all ${counted(findings().changes.length, "outcome")}`}
                  </button>
                </p>
              </Show>
              <Show when={findings().changesTotal > findings().changes.length}>
                <p class="figures">{`The first ${findings().changes.length} of ${counted(findings().changesTotal, "outcome")} are shown.`}</p>
              </Show>
            </section>
            <section>
              <h3>Figures</h3>
              <Scrolls label="Figures of both versions">
                <table>
                  <thead>
                    <tr>
                      <For each={countRows(findings())[0]}>{(cell) => <th scope="col">{cell}</th>}</For>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={countRows(findings()).slice(1)}>
                      {([head, ...cells]) => (
                        <tr>
                          <th scope="row">{head}</th>
                          <For each={cells}>{(cell) => <td>{cell}</td>}</For>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </Scrolls>
            </section>
          </>
        )}
      </AnswerView>
      <AnswerView page={props.page} answer={texts}>
        {(findings) => (
          <section>
            <h3>The text</h3>
            <Show
              when={findings().places}
              fallback={<p>The two texts differ too much to be laid side by side.</p>}
            >
              {(places) => (
                <>
                  <p class="lead">
                    {places().length === 0
                      ? "The two texts are the same, letter by letter."
                      : `They differ in ${counted(places().length, "place")}; the other version is on the left (or above), this one on the right.`}
                  </p>
                  <For each={places()}>
                    {(rows) => (
                      <div class="lines">
                        <For each={rows}>
                          {(row) => (
                            <div class="line-pair" classList={{ alike: row.alike }}>
                              <Side line={row.before} kind={row.alike ? undefined : "removed"} />
                              <Side line={row.after} kind={row.alike ? undefined : "added"} />
                            </div>
                          )}
                        </For>
                      </div>
                    )}
                  </For>
                </>
              )}
            </Show>
          </section>
        )}
      </AnswerView>
    </>
  );
}

/** One line of one version; − and + say which way it differs. */
function Side(props: { readonly line: Row["before"]; readonly kind: "removed" | "added" | undefined }) {
  return (
    <div class={`line ${props.line === undefined ? "empty" : (props.kind ?? "")}`}>
      <Show when={props.line}>
        {(line) => (
          <>
            <span>{`${props.kind === "removed" ? "− " : props.kind === "added" ? "+ " : ""}${line().number}`}</span>
            <code>{clean(line().text)}</code>
          </>
        )}
      </Show>
    </div>
  );
}
