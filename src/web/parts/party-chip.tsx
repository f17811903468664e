import { createMemo } from "solid-js";
import type { Names } from "../../analysis/findings.ts";
import { clean } from "../../render/text.ts";
import { partyMarks } from "./party-marks.ts";

/** A party as its mark and, unless `short`, its name. The mark has letters and a shape, so that color is never needed. */
export function PartyChip(props: {
  readonly names: Names;
  readonly party: string;
  readonly short?: boolean;
}) {
  const mark = createMemo(() => partyMarks(props.names.parties).get(props.party));
  const title = () => clean(props.names.parties.find(({ id }) => id === props.party)?.title ?? props.party);
  return (
    <span class="party" title={title()}>
      <span class={`party-mark shape-${mark()?.shape ?? 0} color-${mark()?.color ?? 0}`} aria-hidden="true">
        {mark()?.letters}
      </span>
      <span class={props.short ? "unseen" : "party-name"}>{title()}</span>
    </span>
  );
}
