import { For, Show } from "solid-js";
import { CONCEPTS, type Concept, type Notion } from "../../analysis/findings.ts";
import { CONCEPT_WORDS, notionWords } from "../../render/concept-words.ts";

const FURTHER: readonly Notion[] = ["sim", "sim-each", "l1", "l2", "l3", "l4", "nm"];

/** The five concepts to choose from. */
export function ConceptSelect(props: {
  readonly chosen: Concept;
  readonly onChoose: (concept: Concept) => void;
}) {
  return <Select chosen={props.chosen} further={[]} onChoose={(value) => props.onChoose(value as Concept)} />;
}

/** The five concepts and the further notions of foresight to choose from. */
export function NotionSelect(props: {
  readonly chosen: Concept | Notion;
  readonly onChoose: (notion: Concept | Notion) => void;
}) {
  return (
    <Select
      chosen={props.chosen}
      further={FURTHER}
      onChoose={(value) => props.onChoose(value as Concept | Notion)}
    />
  );
}

function Select(props: {
  readonly chosen: string;
  readonly further: readonly Notion[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <label>
      Foresight
      <select onChange={(event) => props.onChoose(event.currentTarget.value)}>
        <For each={CONCEPTS}>
          {(concept) => (
            <option value={concept} selected={props.chosen === concept}>
              {CONCEPT_WORDS[concept].name}
            </option>
          )}
        </For>
        <Show when={props.further.length > 0}>
          <optgroup label="looking further or at once">
            <For each={props.further}>
              {(notion) => (
                <option value={notion} selected={props.chosen === notion}>
                  {notionWords(notion).name}
                </option>
              )}
            </For>
          </optgroup>
        </Show>
      </select>
    </label>
  );
}
