/** A state in the words of the file, the same shape in every JSON answer, so that other programs can compare them. */
export type StateView = {
  /** Ids of the yes/no options taken, sorted. */
  readonly on: readonly string[];
  /** Leveled options: option id → level id. */
  readonly levels: Readonly<Record<string, string>>;
  /** Ids of the outcomes that hold, sorted. */
  readonly outcomes: readonly string[];
  /** Only for merged states (`same:`): ids of the options on which the merged states differ, sorted. */
  readonly any?: readonly string[];
};
