/**
 * A standoff as numbers: states 0…S−1, parties 0…N−1, who can move from where to where, and how each ranks
 * the states. Knows nothing of names, files or screens. The graph model of Kilgour, Hipel & Fang (1987).
 */
export type Game = {
  readonly states: number;
  /** One entry per party. */
  readonly moves: readonly Moves[];
  /** One entry per party. */
  readonly preferences: readonly Ranks[];
};

/**
 * The unilateral moves of one party. States are partitioned into cells; from a state s the party can move to
 * every other state of the cells listed for s's cell. Where all options are free a cell is simply a set of
 * states that differ in this party's options only, and lists only itself.
 */
export type Moves = {
  /** Length S: the cell of each state. */
  readonly cell: Int32Array;
  /** Length cells + 1: where each cell's members begin in `members`. */
  readonly start: Int32Array;
  /**
   * Length S: the states, cell by cell, and inside a cell in ascending order of this party's rank
   * (any order when its preference is unanimous), so that the states it prefers to a given one are a suffix.
   */
  readonly members: Int32Array;
  /** Length S: this party's rank of each of `members`; all 0 when its preference is unanimous. */
  readonly memberRank: Int32Array;
  /** Which cells a cell leads to and comes from; undefined: every cell leads to itself alone. */
  readonly links: CellLinks | undefined;
  /** Whether two moves running never reach what one move cannot. False only with own-option guards, merges or listed moves. */
  readonly transitive: boolean;
};

/** Compressed lists: cell c leads to `to[toStart[c]] … to[toStart[c+1]−1]`, likewise `from`. */
export type CellLinks = {
  readonly toStart: Int32Array;
  readonly to: Int32Array;
  readonly fromStart: Int32Array;
  readonly from: Int32Array;
};

/** Ranks of all states: higher is better, equal is tied, dense from 0 to levels − 1. */
export type Ranking = {
  readonly rank: Int32Array;
  readonly levels: number;
  /** For each rank its band, not descending: a state of a higher band is greatly preferred. Absent: nothing is. */
  readonly band?: Int32Array;
};

/** How one party compares the states. */
export type Ranks =
  | (Ranking & { readonly kind: "ranked" })
  /** Some comparisons are not known; `rank` decides the others. */
  | (Ranking & { readonly kind: "partial"; readonly unknown: Unknown })
  /** Several acting as one: t is preferred to s only if every member prefers it (GMCR+'s coalitions). */
  | { readonly kind: "unanimous"; readonly members: readonly SinglyRanked[] };

/** The preference of one that does not act for several. */
export type SinglyRanked = Exclude<Ranks, { kind: "unanimous" }>;

/** Which comparisons are not known. */
export type Unknown = {
  /** Two states whose class is the same in `before` and not in `through`. */
  readonly splits: readonly { readonly before: Int32Array; readonly through: Int32Array }[];
  /** States of which nothing is known; every comparison with one is unknown. */
  readonly unranked: Uint8Array | undefined;
};

/** Whether the party is known to prefer `to` to `from`, strictly. */
export function prefers(ranks: Ranks, to: number, from: number): boolean {
  if (ranks.kind === "unanimous") return ranks.members.every((member) => prefers(member, to, from));
  if (ranks.rank[to] <= ranks.rank[from]) return false;
  return ranks.kind === "ranked" || !isUnknown(ranks.unknown, to, from);
}

/** Whether the party prefers `to` to `from`, or for all that is known may do so. */
export function mayPrefer(ranks: Ranks, to: number, from: number): boolean {
  if (ranks.kind === "unanimous") return ranks.members.every((member) => mayPrefer(member, to, from));
  if (ranks.rank[to] > ranks.rank[from]) return true;
  return ranks.kind === "partial" && isUnknown(ranks.unknown, to, from);
}

/** Whether the party is known to prefer `to` to `from` greatly (≫ of Hamouda, Kilgour & Hipel 2004). */
export function greatlyPrefers(ranks: Ranks, to: number, from: number): boolean {
  if (ranks.kind === "unanimous") return ranks.members.every((member) => greatlyPrefers(member, to, from));
  const { band, rank } = ranks;
  return band !== undefined && band[rank[to]] > band[rank[from]] && prefers(ranks, to, from);
}

/** Whether the party prefers anything greatly. */
export function hasBands(ranks: Ranks): boolean {
  return ranks.kind === "unanimous" ? ranks.members.some(hasBands) : ranks.band !== undefined;
}

/** Whether anything is unknown of how the party compares states. */
export function isPartial(ranks: Ranks): boolean {
  return ranks.kind === "unanimous" ? ranks.members.some(isPartial) : ranks.kind === "partial";
}

function isUnknown({ splits, unranked }: Unknown, one: number, other: number): boolean {
  if (one === other) return false;
  if (unranked !== undefined && (unranked[one] === 1 || unranked[other] === 1)) return true;
  return splits.some(
    ({ before, through }) => before[one] === before[other] && through[one] !== through[other],
  );
}

/** Calls `visit` for every state of R_j(s), the states the party can move to from `state`; stops when it returns true. */
export function someMove(moves: Moves, state: number, visit: (to: number) => boolean): boolean {
  const { cell, start, members, links } = moves;
  const home = cell[state];
  const first = links === undefined ? 0 : links.toStart[home];
  const last = links === undefined ? 1 : links.toStart[home + 1];
  for (let at = first; at < last; at++) {
    const target = links === undefined ? home : links.to[at];
    for (let index = start[target]; index < start[target + 1]; index++) {
      const to = members[index];
      if (to !== state && visit(to)) return true;
    }
  }
  return false;
}
