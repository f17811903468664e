/** The limits of a compilation, named in the message when one is reached, before memory runs out. */
export type Limits = {
  /** Feasible states. */
  readonly states: number;
  /** Blocks of up to 2^15 combinations looked into while searching for feasible states. */
  readonly blocks: number;
  /** Entries in the lists of which cells of states lead to which. */
  readonly links: number;
  /** States of a standoff in which several parties act as one, for which only the slow literal method is known. */
  readonly unanimous: number;
};

export const DEFAULT_LIMITS: Limits = { states: 2 ** 24, blocks: 2 ** 18, links: 2 ** 27, unanimous: 4096 };
