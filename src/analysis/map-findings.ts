import type { Change, Concept, EquilibriumGroup, MoveFinding, Names, Reason } from "./findings.ts";
import type { StateView } from "./state-view.ts";

/** The graph of states and moves, or as much of it as can be read (`map`). */
export type MapFindings = {
  readonly question: "map";
  readonly names: Names;
  readonly concept: Concept;
  readonly states: number;
  /** Whether every state is shown. Otherwise the status quo, equilibria, and the states on paths between them. */
  readonly whole: boolean;
  /** States that are equilibria under `concept`, and how many of them are shown. */
  readonly holding: number;
  readonly holdingShown: number;
  /** Not whole, and there is a status quo: to how many of the other equilibria shown a legal sequence of improvements leads from it. */
  readonly reached?: number;
  /** The status quo first, then equilibria, then the others; in state order otherwise. */
  readonly shown: readonly MapState[];
  /** Which moves between shown states are drawn: of every party at every state its best improvement, all improvements, or all moves. */
  readonly kind: MoveKind;
  /** How many moves of the kind asked for there are between shown states. */
  readonly moves: number;
  readonly drawn: readonly MapMove[];
  /** What the equilibria under `concept` share, when not all are shown. */
  readonly groups: readonly EquilibriumGroup[];
};

export type MoveKind = "best" | "improvements" | "all";

export type MapState = {
  /** The state's number in the game, 0-based. */
  readonly number: number;
  readonly state: StateView;
  readonly isStatusQuo: boolean;
  /** All concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
};

/** A move between two shown states, by their places in `shown`. */
export type MapMove = {
  readonly from: number;
  readonly to: number;
  /** Place of the mover among the parties. */
  readonly party: number;
  /** Whether the mover prefers where it leads. */
  readonly improvement: boolean;
};

/** What one party can do from one state, and what the others would (`walk`). */
export type WalkFindings = {
  readonly question: "walk";
  readonly names: Names;
  readonly concept: Concept;
  readonly party: string;
  /** Where the walk stands. */
  readonly at: MapState;
  /** The moves open to the party, the best for it first; at most 40 of `movesCount`. */
  readonly moves: readonly WalkMove[];
  readonly movesCount: number;
  readonly improvementsCount: number;
  /** Whether the state is stable for the party under `concept`. */
  readonly stays: boolean;
  /** For every other party: whether the state is stable for it under `concept`, and if not, its best improvement that goes unanswered. */
  readonly others: readonly { readonly party: string; readonly leaves: WalkMove | undefined }[];
};

export type WalkMove = {
  readonly changes: readonly Change[];
  readonly to: StateView;
  readonly number: number;
  readonly verdict: Reason["verdict"];
};

/** How the others would answer one move of a party (`answer`). */
export type AnswerFindings = {
  readonly question: "answer";
  readonly names: Names;
  readonly concept: Concept;
  readonly party: string;
  readonly improvement: boolean;
  /** A shortest sequence of the others' moves that deters the party; undefined when there is none, or nothing to deter. */
  readonly answer: readonly (MoveFinding & { readonly number: number })[] | undefined;
  /** How the party compares where the answer ends with where it stood before its move. */
  readonly verdict: Reason["verdict"] | undefined;
};
