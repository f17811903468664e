import { For, Show } from "solid-js";
import type { Concept } from "../../analysis/findings.ts";
import { CONCEPT_WORDS, conceptNames } from "../../render/concept-words.ts";
import { Tip } from "./tip.tsx";

/** A notion of foresight by its usual name; what it means is told on hover, on focus and to screen readers. */
export function ConceptChip(props: { readonly concept: Concept; readonly strongly?: boolean }) {
  const words = () => CONCEPT_WORDS[props.concept];
  return (
    <Tip
      text={`${words().name}: ${words().meaning}.${props.strongly ? " Strongly: whoever moves would be answered with something it likes greatly less." : ""}`}
    >
      <span class="concept" classList={{ strongly: props.strongly ?? false }}>
        {words().name}
      </span>
    </Tip>
  );
}

/** All concepts of a list as chips. */
export function ConceptChips(props: {
  readonly concepts: readonly Concept[];
  readonly strongly?: readonly Concept[] | undefined;
}) {
  return (
    <span class="concepts">
      <For each={props.concepts}>
        {(concept) => <ConceptChip concept={concept} strongly={props.strongly?.includes(concept) ?? false} />}
      </For>
      <Show when={(props.strongly?.length ?? 0) > 0}>
        <span class="strongly-words">
          {props.strongly?.length === props.concepts.length
            ? "all strongly"
            : `strongly ${conceptNames(props.strongly!)}`}
        </span>
      </Show>
    </span>
  );
}
