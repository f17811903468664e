/** Seconds that may be given to a question; the engine gives up a little later in any case. */
export const LONGEST = 100;

/** A whole number from 1 to `most`: what is beyond becomes the nearest of these. */
export function WholeNumber(props: {
  readonly label: string;
  readonly unit?: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label>
      {props.label}
      <input
        class="seconds"
        type="number"
        min={1}
        max={props.most}
        value={props.value}
        onChange={(event) => {
          // What is no number comes as an empty text, and so as 0.
          const kept = Math.min(props.most, Math.max(1, Math.round(Number(event.currentTarget.value))));
          event.currentTarget.value = String(kept);
          props.onChange(kept);
        }}
      />
      {props.unit}
    </label>
  );
}
