import { For } from "solid-js";
import { CONCEPTS, type Concept } from "../../analysis/findings.ts";
import { CONCEPT_WORDS } from "../../render/concept-words.ts";

/** Which notion of foresight an answer is about. */
export function ConceptSelect(props: {
  readonly concept: Concept;
  readonly onChoose: (concept: Concept) => void;
}) {
  return (
    <label>
      Foresight
      <select
        value={props.concept}
        onChange={(event) => props.onChoose(event.currentTarget.value as Concept)}
        title={CONCEPT_WORDS[props.concept].meaning}
      >
        <For each={CONCEPTS}>{(each) => <option value={each}>{CONCEPT_WORDS[each].name}</option>}</For>
      </select>
    </label>
  );
}
