/** The limits of a compilation, named in the message when one is reached, before memory runs out. */
export type Limits = {
  /** Feasible states. */
  readonly states: number;
  /** Blocks of up to 2^15 combinations looked into while searching for feasible states. */
  readonly blocks: number;
  /** Entries in the lists of which cells of states lead to which. */
  readonly links: number;
  /** States of a standoff in which several act as one or preferences are unknown, for which only the literal method is known. */
  readonly literal: number;
};

export const DEFAULT_LIMITS: Limits = { states: 2 ** 24, blocks: 2 ** 18, links: 2 ** 27, literal: 4096 };
