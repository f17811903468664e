import { For } from "solid-js";
import { CONCEPTS, type Concept, type Notion } from "../../analysis/findings.ts";
import { CONCEPT_WORDS, notionWords } from "../../render/concept-words.ts";

const FURTHER: readonly Notion[] = ["sim", "sim-each", "l1", "l2", "l3", "l4", "nm"];

/** Which notion of foresight an answer is about: one of the five concepts, or a further one. */
export function NotionSelect(props: {
  readonly notion: Concept | Notion;
  readonly onChoose: (notion: Concept | Notion) => void;
}) {
  return (
    <label>
      Foresight
      <select
        value={props.notion}
        onChange={(event) => props.onChoose(event.currentTarget.value as Concept | Notion)}
      >
        <For each={CONCEPTS}>{(each) => <option value={each}>{CONCEPT_WORDS[each].name}</option>}</For>
        <optgroup label="looking further or at once">
          <For each={FURTHER}>{(each) => <option value={each}>{notionWords(each).name}</option>}</For>
        </optgroup>
      </select>
    </label>
  );
}
