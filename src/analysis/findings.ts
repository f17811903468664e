import type { Concept } from "../engine/concepts.ts";
import type { Citation } from "../model/citations.ts";
import type { StateView } from "./state-view.ts";

export { CONCEPTS, type Concept } from "../engine/concepts.ts";

/**
 * Notions of foresight beyond the five concepts: `sim` and `sim-each`, simultaneous stability in two readings; `l1`, `l2`, …,
 * limited-move stability of that horizon; `nm`, non-myopic stability.
 */
export type Notion = "sim" | "sim-each" | "nm" | `l${number}`;

/** What holds under one such notion; only `notion` and `limit` when a limit was reached. */
export type ForesightFinding =
  | { readonly notion: Notion; readonly limit: string }
  | {
      readonly notion: Notion;
      readonly limit?: undefined;
      /** Number of equilibria; the first 1,000 are listed. */
      readonly count: number;
      readonly equilibria: readonly { readonly state: StateView; readonly isStatusQuo: boolean }[];
      /** Ids of the parties for whom the status quo is stable; absent without a status quo. */
      readonly stableFor?: readonly string[];
      /** `nm`: the horizon from which on looking further changes nothing; absent when horizons repeat in a cycle. */
      readonly settles?: number;
    };

/** Names for render: ids to titles, in file order. Every findings document carries it, so it can be read alone. */
export type Names = {
  readonly title: string;
  readonly asOf: string | undefined;
  readonly parties: readonly { readonly id: string; readonly title: string }[];
  readonly options: readonly {
    readonly id: string;
    readonly title: string;
    readonly owner: string;
    readonly yesNo: boolean;
    readonly levels: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly outcomes: readonly { readonly id: string; readonly title: string }[];
  /** `source`: who published it, else the title of the source; undefined for background knowledge. */
  readonly claims: readonly {
    readonly id: string;
    readonly says: string;
    readonly source: string | undefined;
    readonly via: readonly string[];
    readonly sounds: string | undefined;
  }[];
};

/** Answer to "What would hold?" (`analyze`). */
export type AnalyzeFindings = {
  readonly question: "analyze";
  readonly names: Names;
  /** Feasible states (after merging). */
  readonly states: number;
  /** All combinations of settings, before constraints. */
  readonly combinations: number;
  /** Party id → number of unilateral moves. */
  readonly moves: Readonly<Record<string, number>>;
  readonly concepts: readonly Concept[];
  readonly statusQuo: StatusQuoFinding | undefined;
  /** Concept → number of equilibria. */
  readonly counts: Readonly<Record<string, number>>;
  /** The further notions asked for. */
  readonly foresight?: readonly ForesightFinding[];
  /** Concept → number of strong equilibria, each answer of which is greatly worse for whom it deters. Only where somebody prefers something greatly. */
  readonly strongCounts?: Readonly<Record<string, number>>;
  /** What unknown preferences leave open; everything else here holds whatever they are. Only where something is unknown. */
  readonly unknown?: UnknownFinding;
  /** Number of states that are an equilibrium of at least one of `concepts`. */
  readonly equilibriaTotal: number;
  /** Only when an expectation was given (`--expect`): whether some equilibrium of `concepts` satisfies it. */
  readonly expected?: boolean;
  /** The most foresighted first; at most `equilibriaListed` of `equilibriaTotal` when there are very many. */
  readonly equilibria: readonly Equilibrium[];
  /** What the equilibria of a concept share, for every concept that has too many to read (more than 12). */
  readonly groups: readonly EquilibriumGroup[];
  /** Party id → concept → stable states; undefined above 10,000 states. */
  readonly stability: Readonly<Record<string, Readonly<Record<string, readonly StateView[]>>>> | undefined;
};

/** What unknown preferences leave open. */
export type UnknownFinding = {
  /** The parties of whose preferences something is unknown. */
  readonly parties: readonly string[];
  /** Concept → how many states hold whatever the unknowns are, may hold, cannot hold. */
  readonly counts: Readonly<
    Record<string, { readonly surely: number; readonly may: number; readonly cannot: number }>
  >;
  /** Extension (a, b, c, d) → concept → number of equilibria. */
  readonly extensions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How many states may hold under some concept under which they do not surely hold; the first 20 of them. */
  readonly mayHoldTotal: number;
  readonly mayHold: readonly {
    readonly state: StateView;
    readonly concepts: readonly Concept[];
    readonly isStatusQuo: boolean;
  }[];
  /** Concepts under which the status quo may hold without surely holding; undefined without a status quo. */
  readonly statusQuo: readonly Concept[] | undefined;
};

export type Equilibrium = {
  readonly state: StateView;
  readonly concepts: readonly Concept[];
  /** Those of them under which it is a strong equilibrium; absent where nobody prefers anything greatly. */
  readonly strongly?: readonly Concept[];
  readonly isStatusQuo: boolean;
  /** What is put to the vote there, where bodies decide; told for the first 100 only. */
  readonly votes?: readonly VotePut[];
  /** GMCR+'s state number, with `--numbering gmcr`. */
  readonly number?: number;
};

export type StatusQuoFinding = {
  readonly state: StateView;
  /** Concepts under which it is an equilibrium. */
  readonly concepts: readonly Concept[];
  /** Party id → concepts under which it is stable for that party. */
  readonly stableFor: Readonly<Record<string, readonly Concept[]>>;
  /** The improvements parties have from it: best first for each party, at most three each. */
  readonly improvements: readonly {
    readonly party: string;
    readonly to: StateView;
    readonly changes: readonly Change[];
    /** Concepts of foresight under which this very improvement goes unanswered. */
    readonly unanswered: readonly Concept[];
  }[];
  readonly number?: number;
};

/** One option changing: from and to are level ids (`no`/`yes` for yes/no options). */
export type Change = { readonly option: string; readonly from: string; readonly to: string };

/** A set of states described by settings they share, and how many of them are equilibria of `concept`. */
export type EquilibriumGroup = {
  readonly concept: Concept;
  /** Settings shared: option id → level id. */
  readonly shared: Readonly<Record<string, string>>;
  /** Feasible states with these settings, and how many of them are equilibria. */
  readonly states: number;
  readonly equilibria: number;
};

/** Answer to "Why?" (`explain`): one state, one party, one concept. */
export type ExplainFindings = {
  readonly question: "explain";
  readonly names: Names;
  readonly concept: Concept;
  readonly party: string;
  readonly state: StateView;
  readonly stable: boolean;
  /** Only where the party prefers something greatly: whether it is stable strongly, every answer being greatly worse for it. */
  readonly strongly?: boolean;
  /** Only where preferences are unknown: whether it holds whatever they are, may hold, or cannot. */
  readonly certainty?: "surely" | "may" | "cannot";
  /** How many feasible states the party can move to, and how many of these it prefers. */
  readonly movesCount: number;
  readonly improvementsCount: number;
  /** All improvements up to 20; unanswered first, then best first. */
  readonly improvements: readonly ImprovementFinding[];
};

/** Answer to "Why?" under a further notion of foresight. */
export type ForesightExplainFindings = {
  readonly question: "explain";
  readonly names: Names;
  readonly notion: Notion;
  readonly party: string;
  readonly state: StateView;
  readonly stable: boolean;
  /** `sim` only: the state is SEQ stable for the party, or for somebody, which settles the matter without looking at moves at once. */
  readonly bySeq: boolean;
  readonly movesCount: number;
  /** The moves that it would make (first), and the improvements that it forgoes, at most 20. */
  readonly moves: readonly {
    readonly changes: readonly Change[];
    readonly to: StateView;
    /** Whether the party, looking as far as the notion does, would make this move. */
    readonly pays: boolean;
    /** `sim`: what others do at the same moment. Else the play it foresees, at its worst for it. */
    readonly answer: Sequence;
    readonly end: StateView;
    /** How the end compares with the state for the party. */
    readonly endsBecause: Reason;
  }[];
};

export type ImprovementFinding = {
  readonly to: StateView;
  readonly changes: readonly Change[];
  /** What is put to the vote there; absent where no body decides anything. */
  readonly votes?: readonly VotePut[];
  /** Why the party prefers it. */
  readonly preferredBecause: Reason;
  /** The answer that deters it; undefined when there is none. */
  readonly sanction:
    | {
        /** The opponents' moves in order. */
        readonly moves: Sequence;
        readonly state: StateView;
        readonly votes?: readonly VotePut[];
        /** Why the party does not prefer the end state to where it stood. */
        readonly deterredBecause: Reason;
        /** smr, sseq: the best the party could still do from there, which is no better than where it stood. */
        readonly bestEscape: StateView | undefined;
      }
    | undefined;
};

/** What decides a comparison of two states for a party. */
export type Reason = {
  readonly verdict: "better" | "worse" | "equal" | "unknown";
  /** The statement (or tier, or weights) that decides, as text of the file; empty for equal. */
  readonly statement: string;
  /** 1-based place of the deciding statement in the party's list; 0 when none. */
  readonly place: number;
  readonly because: readonly string[];
};

/** Answer of `states`: the feasible states, listed. */
export type StatesFindings = {
  readonly question: "states";
  readonly names: Names;
  readonly states: number;
  readonly combinations: number;
  /** How many states satisfy the condition asked for; more than are listed when the limit cut the list. */
  readonly matching: number;
  readonly listed: readonly {
    readonly state: StateView;
    readonly isStatusQuo: boolean;
    readonly number?: number;
    /** Party id → rank, 1 = best, ties share a rank. Absent for unanimous preferences. */
    readonly ranks: Readonly<Record<string, number>>;
  }[];
};

/** One page of the table of states, parties and concepts (`matrix`). */
export type MatrixFindings = {
  readonly question: "matrix";
  readonly names: Names;
  readonly states: number;
  /** How many states have what was asked for, and which of them the first row is (0-based). */
  readonly matching: number;
  readonly offset: number;
  readonly rows: readonly {
    /** The state's number in the game, 0-based. */
    readonly number: number;
    readonly state: StateView;
    readonly isStatusQuo: boolean;
    /** Concepts under which the state holds. */
    readonly concepts: readonly Concept[];
    /** In the order of the parties: the concepts under which the state is stable for it. */
    readonly stableFor: readonly (readonly Concept[])[];
    /** In the order of the parties: its rank, 1 = best; undefined for several acting as one. */
    readonly ranks: readonly (number | undefined)[];
  }[];
};

/** Answer to "How could we get there?" (`paths`). */
export type PathsFindings = {
  readonly question: "paths";
  readonly names: Names;
  readonly from: StateView;
  /** How many outcomes were looked for, apart from the start, and how many can be reached. */
  readonly targets: number;
  readonly reachedByMoves: number;
  readonly reachedByImprovements: number;
  /** The most robust first, at most 20. */
  readonly listed: readonly {
    readonly state: StateView;
    /** Concepts under which it is an equilibrium. */
    readonly concepts: readonly Concept[];
    /** A shortest legal sequence of any moves; undefined when there is none. */
    readonly byMoves: Sequence | undefined;
    /** A shortest legal sequence in which every move improves on where its mover stands. */
    readonly byImprovements: Sequence | undefined;
    /** Party id → how it likes the outcome compared with the start. */
    readonly gains: Readonly<Record<string, "better" | "equal" | "worse">>;
    /** When it cannot be reached: what alone cuts it off. */
    readonly barriers: readonly Barrier[];
  }[];
};

export type Sequence = readonly MoveFinding[];

/** One move of a sequence, and whether its mover likes where it leads better than where it stood. */
export type MoveFinding = {
  readonly party: string;
  readonly changes: readonly Change[];
  readonly to: StateView;
  readonly improvement: boolean;
};

export type Barrier =
  | { readonly kind: "one-way"; readonly option: string }
  | { readonly kind: "guard"; readonly option: string; readonly text: string }
  | { readonly kind: "constraint"; readonly text: string }
  | { readonly kind: "misperception"; readonly party: string };

/** Answer to "Did it happen that way?" (`lookback`). */
export type LookbackFindings = {
  readonly question: "lookback";
  readonly names: Names;
  /** Where it starts; undefined when that is not a feasible state. */
  readonly from: StateView | undefined;
  /** The events that set something, in the order of their dates. */
  readonly events: readonly LookbackEvent[];
  /** Of the events that changed something: how many were moves the model allows, and how many of these improvements. */
  readonly changing: number;
  readonly allowed: number;
  readonly improvements: number;
};

export type LookbackEvent = {
  readonly date: string;
  readonly what: string;
  /** The party that acted; undefined for events of nobody in the model. */
  readonly by: string | undefined;
  readonly because: readonly string[];
  /** True for events after the standoff's date, which are no input of its status quo. */
  readonly after: boolean;
  readonly changes: readonly Change[];
  /** `nothing`: it set what was so already. `infeasible`: it leaves the model's states. `barred`: not a move of that party. */
  readonly kind: "nothing" | "infeasible" | "barred" | "move";
  /** For moves: how the mover likes where it leads compared with where it stood, and what decides. */
  readonly reason: Reason | undefined;
  /** Concepts under which the state the event leads to is an equilibrium; empty when it is none or infeasible. */
  readonly holds: readonly Concept[];
  /** Least number of moves, each an improvement for its mover, from there to an outcome that holds under SEQ; undefined: none. */
  readonly toEquilibrium: number | undefined;
};

/** Answer to "Who said so?" (`record`). */
export type RecordFindings = {
  readonly question: "record";
  readonly names: Names;
  readonly concept: Concept;
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | undefined;
    readonly date: string | undefined;
    readonly place: string | undefined;
    readonly kind: string | undefined;
    readonly link: string | undefined;
    /** Ids of its claims. */
    readonly claims: readonly string[];
    /** Those of them that another claim denies. */
    readonly contradicted: readonly string[];
    /** How many statements, constraints, events and so on cite a claim of it. */
    readonly carries: number;
  }[];
  readonly claims: readonly ClaimFinding[];
  /** In the order of the dates. */
  readonly timeline: readonly {
    readonly date: string;
    readonly until: string | undefined;
    readonly by: string | undefined;
    readonly what: string;
    readonly because: readonly string[];
    /** After the standoff's date, so no input of its status quo. */
    readonly after: boolean;
  }[];
  /** The status quo, if the file has one, then the outcomes that hold under `concept`: the first 12 of `equilibriaTotal`. */
  readonly answers: readonly AnswerFinding[];
  readonly equilibriaTotal: number;
  readonly restingOn: {
    readonly nothing: readonly Citation[];
    /** On one claim alone, which its source has at second hand. */
    readonly oneSecondHand: readonly Citation[];
    /** On a claim that another claim denies. */
    readonly contradicted: readonly Citation[];
    /** On claims whose only source is contradicted elsewhere. */
    readonly contradictedSource: readonly Citation[];
  };
  /** Ids of claims that nothing cites. */
  readonly unused: readonly string[];
  /** For each claim on which something rests alone: what would change without it. Left out where trying them all takes too long. */
  readonly hanging: readonly RetractionFinding[] | undefined;
  /** Only when a retraction was asked for. */
  readonly retraction?: RetractionFinding;
};

export type ClaimFinding = {
  readonly id: string;
  readonly says: string;
  /** Id of the source; undefined for background knowledge. */
  readonly source: string | undefined;
  readonly via: readonly string[];
  readonly sounds: string | undefined;
  readonly date: string | undefined;
  /** `own`: the source says it itself. `quoted`: it quotes one who says it. `second-hand`: it quotes one who has it from another. */
  readonly hand: "own" | "quoted" | "second-hand";
  /** Ids of the claims it denies, and of those that deny it. */
  readonly contradicts: readonly string[];
  readonly contradictedBy: readonly string[];
  readonly carries: readonly Citation[];
};

/** What an answer of the program rests on: the statements that decide each comparison its explanation makes, with their claims and sources. */
export type AnswerFinding = {
  readonly state: StateView;
  readonly isStatusQuo: boolean;
  /** Whether it holds, that is, is stable for everybody. */
  readonly holds: boolean;
  /** Ids of the parties that would leave it. */
  readonly leaving: readonly string[];
  readonly statements: readonly {
    readonly party: string;
    readonly statement: string;
    readonly place: number;
    readonly because: readonly string[];
  }[];
  readonly claims: readonly string[];
  /** Ids of the sources, with how many of the claims come from each; `undefined` stands for background knowledge. */
  readonly sources: readonly { readonly id: string | undefined; readonly claims: number }[];
};

/** What would change if claims had not been made. */
export type RetractionFinding = {
  readonly claims: readonly string[];
  /** What rests on nothing else and falls with them. */
  readonly dropped: readonly Citation[];
  /** What rests on nothing else, but cannot be dropped without changing the question. */
  readonly standing: readonly Citation[];
  /** What has other claims. */
  readonly weakened: readonly Citation[];
  /** What is left is no standoff any more, and why; then the rest is missing. */
  readonly broken?: string;
  readonly states?: { readonly before: number; readonly after: number };
  /** The status quo and whether it holds, before and after; undefined where there is none. */
  readonly statusQuo?: {
    readonly before: { readonly state: StateView; readonly holds: boolean } | undefined;
    readonly after: { readonly state: StateView; readonly holds: boolean } | undefined;
  };
  /** Numbers of outcomes that hold, and the first 100 of those that hold only before, and only after. */
  readonly equilibria?: {
    readonly before: number;
    readonly after: number;
    readonly lost: readonly StateView[];
    readonly lostTotal: number;
    readonly gained: readonly StateView[];
    readonly gainedTotal: number;
  };
};

/** Answer to "What would it take?" (`mediate`). */
export type MediateFindings = { readonly question: "mediate" } & PackagesFindings & CloserFindings;

/** Whether a goal would hold, and the packages that reach it. */
export type PackagesFindings = {
  readonly names: Names;
  readonly concept: Concept;
  readonly from: StateView;
  /** Whether the goal holds where it starts. */
  readonly alreadyThere: boolean;
  /** Number of states where the goal holds, and concept → how many of these are equilibria. */
  readonly goals: number;
  readonly holding: Readonly<Record<string, number>>;
  /** How many outcomes hold under `concept`, with the goal or not. */
  readonly outcomes: number;
  /** How many goal states that hold under `concept` can be reached by steps that each serve their mover. */
  readonly reachedByImprovements: number;
  /** Why the other goal states are no packages, by the first reason: some option cannot change so (`barred`), some signatory is
   * worse off (`worse`), it would not hold (`unstable`), a group of signatories would leave it (`left`). */
  readonly failing: {
    readonly barred: number;
    readonly worse: number;
    readonly unstable: number;
    readonly left: number;
  };
  /**
   * Where the time given was up (`--time`): packages are complete only up to so many signatories, and of so many states it is
   * not known whether they are packages. Absent when all is decided.
   */
  readonly unfinished?: { readonly decidedUpTo: number; readonly undecided: number };
  /** Fewest signatories first, then fewest changes; the first 100 are listed. */
  readonly packagesTotal: number;
  readonly packages: readonly PackageFinding[];
};

/** What could bring a goal closer, whether there are packages or not. */
export type CloserFindings = {
  /** What binding somebody to one option, or barring it, would do for the goal, the most useful first; and how many were not tried in time. */
  readonly bindings: readonly BindingFinding[];
  readonly bindingsUntried: number;
  /** Only where there is no package, though some state meets the goal: the smallest changes of preference after which there would be one. */
  readonly changesOfMind?: ChangesOfMindFinding;
  /** Where there is no package, and with `--inverse`: the least changes in rankings after which the goal would hold. */
  readonly inverse?: InverseFinding;
  /** With `--fair`: the fair ones among the packages (if there are any) and among all states. */
  readonly fair?: readonly FairFinding[];
};

/**
 * The fewest adjacent exchanges in rankings after which a goal state would hold (`toHold`), and after which besides each party whose
 * options it changes likes it at least as well as the start (`toSign`). `limit`: why this was not asked: too many states, or a party that
 * has no one ranking.
 */
export type InverseFinding = {
  readonly limit?:
    | { readonly what: "states"; readonly most: number }
    | { readonly what: "no ranking"; readonly party: string };
  readonly toHold?: RankingChangeFinding;
  readonly toSign?: RankingChangeFinding;
  readonly statements?: StatementChangesFinding;
};

/**
 * The fewest changes of statements after which a goal state would hold: with fewer than `noneBelow` none would. Up to ten of the smallest;
 * empty where none was found before the limit or the time was reached.
 */
export type StatementChangesFinding = {
  readonly noneBelow: number;
  readonly tried: number;
  readonly smallest: readonly (readonly {
    readonly party: string;
    readonly change: "dropped" | "turned" | "moved" | "added";
    readonly statement: string;
    /** Its place in the list as it is by then, from 1; of one added, the place it gets. */
    readonly place: number;
    /** Only of one moved: its new place. */
    readonly to?: number;
  }[])[];
};

export type RankingChangeFinding = {
  /** The goal state that takes the fewest exchanges. */
  readonly state: StateView;
  /** How many, and below how many nothing would do; when the two are equal the number is proved least. */
  readonly exchanges: number;
  readonly bound: number;
  /** Only parties that change: the states that each comes to like no better than `state`, and what else it comes to like better. */
  readonly changes: readonly {
    readonly party: string;
    readonly exchanges: number;
    readonly atLeast: readonly StateView[];
    readonly better: readonly { readonly state: StateView; readonly than: StateView }[];
  }[];
  /** For each party what its ranking must meet, all of it, for `state` to be stable for it while the others' rankings are as changed. */
  readonly conditions: readonly {
    readonly party: string;
    readonly conditions: readonly ConditionFinding[];
  }[];
};

/**
 * The party must like the state at least as well as `move` (reached by `changes`), or at least as well as all states of one of `answers`, of which
 * at most 50 are listed.
 */
export type ConditionFinding = {
  readonly move: StateView;
  readonly changes: readonly Change[];
  readonly answersTotal: number;
  readonly answers: readonly (readonly StateView[])[];
};

/** Changes of preference after which a package would exist. */
export type ChangesOfMindFinding = {
  /** How many changes, alone or in pairs, were tried, and up to how many at once. */
  readonly tried: number;
  readonly upTo: 1 | 2;
  /** How many of that size there was no time for. */
  readonly untried: number;
  /** All of the smallest size, the least sure statements first; pairs are of two parties. Empty: none of that size does. */
  readonly smallest: readonly (readonly {
    readonly party: string;
    /** As for wedges. */
    readonly change: "dropped" | "turned" | "exchanged";
    readonly statement: string;
    readonly place: number;
    readonly confidence: number | "unsure" | undefined;
    readonly because: readonly string[];
  }[])[];
};

/** A guarantee or a ban that a third party could see to. */
export type BindingFinding = {
  readonly option: string;
  readonly party: string;
  readonly how: "bound" | "barred";
  readonly level: string;
  /** How many goal states would then hold, among how many outcomes, and whether one is in reach by steps that each serve their mover. */
  readonly holding: number;
  readonly outcomes: number;
  readonly reached: boolean;
};

/** Answer to "What would be fair?" (`mediate --fair` without a goal). */
export type FairFindings = {
  readonly question: "fair";
  readonly names: Names;
  /** What all fall back on if they do not agree; undefined without a status quo. */
  readonly from: StateView | undefined;
  /** One entry, among all states. */
  readonly fair: readonly FairFinding[];
};

/** Compromises among some outcomes; places count from 1, the best. Lists of at most 20, efficient ones first. */
export type FairFinding = {
  readonly among: "packages" | "states";
  readonly outcomes: number;
  /** Whose interests count: every party, and of several acting as one every member by its title. */
  readonly counting: readonly { readonly party: string; readonly member?: string }[];
  /** How many are efficient (Pareto), and the first of them. */
  readonly efficientTotal: number;
  readonly efficient: readonly StateView[];
  /** Fallback bargaining: nobody's place is worse than `depth`, and nothing does better. */
  readonly fallbackTotal: number;
  readonly fallback: readonly StateView[];
  readonly depth: number;
  /** Maximin rank: everybody stands at least `height` ranks above its worst state, and nothing does better. */
  readonly maximinTotal: number;
  readonly maximin: readonly StateView[];
  readonly height: number;
  /** The places of all add up to `sum`, and nothing to less. */
  readonly leastSumTotal: number;
  readonly leastSum: readonly StateView[];
  readonly sum: number;
  /** Only where the preference of somebody has weights. */
  readonly bargaining?: BargainingFinding;
};

/**
 * The classical bargaining solutions, with the start as what all fall back on. Or why there are none: no status quo (`start`); parties
 * without weights (`weights`, and whose); no outcome that leaves everybody at least where it stands (`rational`).
 */
export type BargainingFinding =
  | { readonly lacks: "start" }
  | { readonly lacks: "rational" }
  | { readonly lacks: "weights"; readonly of: readonly string[] }
  | {
      readonly lacks?: undefined;
      /** How many outcomes leave nobody worse off than the start, and the most each of `counting` can gain in one of them. */
      readonly rational: number;
      readonly most: readonly number[];
      /** `gaining`: how many gain there; not all, where no outcome gives everybody something. */
      readonly nash: BargainingPoint & { readonly gaining: number };
      readonly kalaiSmorodinsky: BargainingPoint;
      readonly egalitarian: BargainingPoint;
      readonly utilitarian: BargainingPoint;
    };

/** The outcomes that tie for a solution, the first 20, and what each of `counting` gains there. */
export type BargainingPoint = {
  readonly total: number;
  readonly outcomes: readonly { readonly state: StateView; readonly gains: readonly number[] }[];
};

/** Kinds of compromise that a point of the frontier may be. */
export const COMPROMISES = [
  "fallback",
  "maximin",
  "leastSum",
  "nash",
  "kalaiSmorodinsky",
  "egalitarian",
  "utilitarian",
] as const;
export type Compromise = (typeof COMPROMISES)[number];

/** The efficient frontier (`mediate --frontier`): every efficient state as a point, a coordinate for each whose interest counts. */
export type FrontierFindings = {
  readonly names: Names;
  readonly states: number;
  /** `value`: what a state is worth by the weights, where everybody has them; else its `place`, 1 the best. */
  readonly measure: "value" | "place";
  /** Whose interests count, and the best and the worst coordinate among all states. */
  readonly axes: readonly {
    readonly party: string;
    readonly member?: string;
    readonly best: number;
    readonly worst: number;
  }[];
  /** Best for the first first. `index` is the state's number from 0. */
  readonly points: readonly {
    readonly index: number;
    readonly at: readonly number[];
    readonly compromises: readonly Compromise[];
  }[];
  /** What all fall back on, efficient or not; undefined without a status quo. */
  readonly start: { readonly index: number; readonly at: readonly number[] } | undefined;
  /** Only for two: where the states that are not efficient lie, told apart by their coordinates; every n-th of them where they are many. */
  readonly others: readonly (readonly number[])[];
};

export type PackageFinding = {
  readonly state: StateView;
  /** Who signs, and what each changes. */
  readonly parts: readonly { readonly party: string; readonly changes: readonly Change[] }[];
  /** Party id → its rank of the start and of the package, 1 the best; not for several acting as one. */
  readonly ranks: Readonly<Record<string, { readonly before: number; readonly after: number }>>;
  /** Parties that do not sign and are worse off, and what each could do better at once and why it would not. */
  readonly losing: readonly { readonly party: string; readonly forgoes?: ForgoneFinding }[];
  /** The signatory nearest to leaving; undefined when none could do better. */
  readonly weakest: ({ readonly party: string } & ForgoneFinding) | undefined;
  readonly order: OrderFinding;
  readonly votes?: readonly VotePut[];
};

/** An improvement a party forgoes: what it would change, the answer that deters it, and how many ranks below the state that ends. */
export type ForgoneFinding = {
  readonly changes: readonly Change[];
  readonly answer: Sequence;
  readonly cost: number;
};

/** One after the other, in this order; `together` are those who would not follow: their step is barred (`barred`), or they would rather stop or do something else (`waits`). */
export type OrderFinding = {
  readonly steps: readonly string[];
  readonly together: readonly { readonly party: string; readonly why: "barred" | "waits" }[];
};

/** Answer to "Who can block?" (`votes`). */
export type VotesFindings = {
  readonly question: "votes";
  readonly names: Names;
  readonly concept: Concept;
  readonly bodies: readonly BodyFinding[];
};

/** Answer of `votes --body`: a body without a standoff. */
export type BodyAloneFindings = { readonly question: "body"; readonly body: Omit<BodyFinding, "decisions"> };

/** An exact fraction such as `421/2145`, and its decimal value. */
export type Share = { readonly fraction: string; readonly decimal: number };

export type BodyFinding = {
  readonly id: string;
  readonly title: string;
  readonly seats: number;
  /** All to be met: at least so many of `votes`, `members` or another weight. */
  readonly quotas: readonly { readonly of: string; readonly least: number }[];
  readonly abstentions: "neither" | "no";
  /** Numbers of sets of seats that win, and that can stop a motion, exactly; absent where they are too many to count. */
  readonly winning?: string;
  readonly blocking?: string;
  /** Coleman's power of the body to act: the share of all sets of seats that win. */
  readonly act?: Share;
  /** The kinds of smallest winning and blocking sets, as member id → seats; undefined when there are too many. */
  readonly minimalWinning: readonly Readonly<Record<string, number>>[] | undefined;
  /** How many smallest winning sets there are, every seat told apart; undefined when too many to list. */
  readonly minimalWinningCount: number | undefined;
  readonly minimalBlocking: readonly Readonly<Record<string, number>>[] | undefined;
  readonly members: readonly {
    readonly id: string;
    readonly title: string;
    /** Id of the party that sits there; undefined for seats of nobody in the model. */
    readonly party: string | undefined;
    readonly seats: number;
    readonly weights: Readonly<Record<string, number>>;
    readonly veto: boolean;
    /** Of one seat of the member. Absent where the sets are too many to count. */
    readonly power?: {
      readonly shapleyShubik: Share;
      readonly banzhaf: Share;
      readonly absoluteBanzhaf: Share;
      readonly swings: string;
      readonly prevent: Share;
      readonly initiate: Share;
      readonly dummy: boolean;
      readonly canBlockAlone: boolean;
    };
  }[];
  readonly decisions: readonly DecisionFinding[];
};

export type DecisionFinding = {
  readonly id: string;
  readonly title: string;
  readonly because: readonly string[];
  /** In how many of the equilibria of the concept it passes. */
  readonly equilibria: number;
  readonly passesIn: number;
  /** Only with a status quo: how it goes there, and for each party that could by one move turn it round, the smallest. */
  readonly statusQuo?: VoteFinding;
  readonly turns?: readonly { readonly party: string; readonly changes: readonly Change[] }[];
};

/** A decision put to the vote in a state: whether it passes, and the titles of those whose veto stops it. */
export type VotePut = {
  readonly decision: string;
  readonly passes: boolean;
  readonly stoppedBy: readonly string[];
};

/** How a decision goes in one state. */
export type VoteFinding = {
  /** Whether it is put to the vote, whether it would be carried, and whether both. */
  readonly put: boolean;
  readonly carried: boolean;
  readonly passes: boolean;
  /** Member id → `yes`, `no`, `abstain`, or `open` for seats left to chance (which then count as what is likelier). */
  readonly ballots: Readonly<Record<string, "yes" | "no" | "abstain" | "open">>;
  /** Members whose veto stops it, and members of whom one seat alone, voting otherwise, would turn the result round. */
  readonly stoppedBy: readonly string[];
  readonly pivotal: readonly string[];
  /** With seats left to chance: how likely it is carried, exactly. */
  readonly chance?: number;
};

/** Answer to "What would split this alliance?" (`coalitions --wedge`). */
export type WedgeFindings = {
  readonly question: "wedge";
  readonly names: Names;
  readonly concept: Concept;
  readonly alliance: readonly string[];
  /** The outcome the alliance keeps to. */
  readonly state: StateView;
  /** Members that would leave it on their own already, and their best undeterred improvement. */
  readonly leaving: readonly {
    readonly party: string;
    readonly changes: readonly Change[];
    readonly to: StateView;
  }[];
  /** How many single changes of one member's preferences were tried. */
  readonly tried: number;
  /** Those that would make the member leave on its own, the weakest spot first. */
  readonly wedges: readonly {
    readonly party: string;
    /** `dropped`: the statement no longer counts. `turned`: its opposite is wanted. `exchanged`: the tier changes places with the next. */
    readonly change: "dropped" | "turned" | "exchanged";
    /** The statement or tier as text of the file, and its 1-based place in the list. */
    readonly statement: string;
    readonly place: number;
    readonly confidence: number | "unsure" | undefined;
    readonly because: readonly string[];
    /** What the member would then do. */
    readonly changes: readonly Change[];
    readonly to: StateView;
  }[];
};

/** Answer to "What if they see it differently?" (`perceptions`). */
export type PerceptionsFindings = {
  readonly question: "perceptions";
  readonly names: Names;
  readonly concept: Concept;
  /** One entry a party: the standoff in its eyes. */
  readonly versions: readonly {
    readonly party: string;
    /** What it does not see, as text of the file, and of which parties it believes other preferences. */
    readonly doesNotSee: readonly string[];
    readonly believesOf: readonly string[];
    readonly states: number;
    /** Concept → number of equilibria in its eyes. */
    readonly counts: Readonly<Record<string, number>>;
    /** Those under `concept`, the first 50. */
    readonly equilibria: readonly StateView[];
  }[];
  /** Outcomes that each party finds stable for itself in its own version: the equilibria of the hypergame. */
  readonly hypergame: {
    readonly counts: Readonly<Record<string, number>>;
    readonly equilibria: readonly StateView[];
  };
  /** What would hold if everybody saw the standoff as it is. */
  readonly asItIs: {
    readonly counts: Readonly<Record<string, number>>;
    readonly equilibria: readonly StateView[];
  };
  /** Outcomes that `party` takes for stable all round and that `leaver` would leave, going `to`; the first 20. */
  readonly surprisesTotal: number;
  readonly surprises: readonly {
    readonly state: StateView;
    readonly party: string;
    readonly leaver: string;
    readonly changes: readonly Change[];
    readonly to: StateView;
  }[];
};

/** Answer to "Who could be pulled away?" (`coalitions`). */
export type CoalitionsFindings = {
  readonly question: "coalitions";
  readonly names: Names;
  readonly concept: Concept;
  /** The groups looked at: party ids, smallest groups first. */
  readonly groups: readonly (readonly string[])[];
  /** How many outcomes hold as long as everybody moves alone, and how many of these no group would leave. */
  readonly holding: number;
  readonly surviving: number;
  /**
   * Every equilibrium of the concept, and whether some group would leave it together; in a standoff too large to follow every
   * group (more than 4,096 states or 200 outcomes) only the survivors, at most 200.
   */
  readonly outcomes: readonly {
    readonly state: StateView;
    readonly isStatusQuo: boolean;
    /** Each group that would leave, the smallest first: where to and how. Empty: it survives. */
    readonly leaving: readonly {
      readonly group: readonly string[];
      readonly to: StateView;
      readonly moves: Sequence;
    }[];
  }[];
};

/** Everything a reader who does not know the file is told of a standoff (`report`). */
export type ReportFindings = {
  readonly question: "report";
  readonly names: Names;
  readonly about: string | undefined;
  readonly parties: readonly {
    readonly id: string;
    readonly about: string | undefined;
    /** In the file's own words, most important first; a list for each member of several acting as one. */
    readonly wants: readonly {
      readonly member: string | undefined;
      readonly form: "statements" | "ranking" | "weights";
      readonly items: readonly WantFinding[];
    }[];
  }[];
  /** What limits the options: those that go one way only, and those that change only when something holds. */
  readonly options: Readonly<
    Record<
      string,
      {
        readonly about: string | undefined;
        readonly oneWay: "taken" | "dropped" | undefined;
        readonly changesWhen: string | undefined;
        readonly because: readonly string[];
      }
    >
  >;
  readonly constraints: readonly {
    readonly kind: "always" | "never";
    readonly condition: string;
    readonly why: string | undefined;
  }[];
  readonly analyze: AnalyzeFindings;
  /**
   * Why the parties that could do better than the status quo would or would not; and the same of the smallest package, where a goal
   * has one, else of the most robust other outcome.
   */
  readonly whyNow: readonly ExplainFindings[];
  readonly whyHolds:
    | {
        readonly of: "package" | "outcome";
        readonly state: StateView;
        readonly parties: readonly ExplainFindings[];
      }
    | undefined;
  /** Absent without a status quo. */
  readonly paths: PathsFindings | undefined;
  /** Absent where no body decides. */
  readonly votes: VotesFindings | undefined;
  /** With a goal: the goal as given and what it would take, or the problems because of which that cannot be said. */
  readonly goal:
    | {
        readonly text: string;
        readonly mediate: MediateFindings | undefined;
        readonly problems: readonly string[];
      }
    | undefined;
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | undefined;
    readonly date: string | undefined;
    readonly link: string | undefined;
  }[];
  readonly timeline: readonly {
    readonly date: string;
    readonly what: string;
    readonly by: string | undefined;
    readonly because: readonly string[];
  }[];
};

/** One statement, tier or weighted statement of a party. */
export type WantFinding = {
  readonly words: string;
  readonly weight: string | undefined;
  readonly strongly: boolean;
  readonly unknown: boolean;
  readonly why: string | undefined;
  readonly because: readonly string[];
};

/** What is different in the answers to two versions of a standoff (`compare`). */
export type CompareFindings = {
  readonly question: "compare";
  /**
   * Names of the second version, and those of the first for what only it has; options are those both have, with the levels of either:
   * outcomes are told by them.
   */
  readonly names: Names;
  /** What is different in the files, by kind and id (constraints have none). Empty where the files say the same. */
  readonly edits: readonly {
    readonly what:
      | "party"
      | "option"
      | "outcome"
      | "body"
      | "constraints"
      | "same"
      | "moves"
      | "status quo"
      | "preferences"
      | "perceptions"
      | "claim"
      | "source"
      | "timeline"
      | "title";
    readonly id: string;
    readonly how: "added" | "removed" | "changed";
  }[];
  readonly before: VersionFinding;
  readonly after: VersionFinding;
  /** Options that only one version has: an outcome then holds where it holds with some setting of these. */
  readonly unshared: { readonly before: readonly string[]; readonly after: readonly string[] };
  /**
   * How many outcomes hold under a concept in one version only, and the first 200 of them, those of the most demanding concepts first.
   * Without `before` or `after` the outcome is not feasible in that version.
   */
  readonly changesTotal: number;
  readonly changes: readonly {
    readonly state: StateView;
    readonly before?: readonly Concept[];
    readonly after?: readonly Concept[];
  }[];
  /** How many outcomes hold in both under the same concepts. */
  readonly alike: number;
};

/** The figures of one version. */
export type VersionFinding = {
  readonly file: string;
  readonly title: string;
  readonly states: number;
  /** Concept → number of equilibria. */
  readonly counts: Readonly<Record<string, number>>;
  readonly statusQuo:
    | {
        readonly state: StateView;
        readonly concepts: readonly Concept[];
        /** Party id → concepts under which it is stable for that party. */
        readonly stableFor: Readonly<Record<string, readonly Concept[]>>;
      }
    | undefined;
};

/** Answer to "How sure are we?" (`robustness`). */
export type RobustnessFindings = {
  readonly question: "robustness";
  readonly names: Names;
  readonly concept: Concept;
  readonly doubts: readonly DoubtFinding[];
  /** Doubts that were taken as settled, each with its reading; missing where none was. */
  readonly fixed?: Readonly<Record<string, number>>;
  /** What is unknown and stays so, in words. */
  readonly left: readonly string[];
  /** Decisions and outcomes that no answer is given for, in words; the shares of outcomes stand in `outcomes` all the same. */
  readonly notFollowed: readonly string[];
  /** How many ways the doubts may turn out, readings without a chance left out; approximate above 2^53. */
  readonly possibilities: number;
  /** Every possibility was looked at; or so many were drawn, from this seed, and why no more. */
  readonly method:
    | { readonly kind: "exact" }
    | {
        readonly kind: "sampled";
        readonly seed: number;
        readonly draws: number;
        readonly stopped: "within" | "time" | "most";
      };
  /** The status quo, what was asked about, what bodies decide, and what holds as the file is written. */
  readonly answers: readonly RobustAnswer[];
  /** States that hold in some possibility seen, in descending order of their share: the first 20 of `outcomesTotal`. */
  readonly outcomes: readonly OutcomeShare[];
  readonly outcomesTotal: number;
};

export type DoubtFinding = {
  readonly id: string;
  readonly kind: "statement" | "order" | "claim" | "option" | "guard" | "constraint" | "vote" | "seats";
  readonly party: string | undefined;
  readonly what: string;
  readonly because: readonly string[];
  readonly readings: readonly { readonly chance: number; readonly says: string }[];
};

/** `outcome`: this state holds. `goal`: some outcome that holds meets it. `package`: some package reaches it. `vote`: it passes in some outcome that holds. */
export type RobustAnswer = {
  readonly kind: "statusQuo" | "goal" | "package" | "vote" | "outcome";
  /** The expression asked about, or the id of the decision. */
  readonly about: string | undefined;
  readonly state: StateView | undefined;
  /** The answer when every doubt reads as the file is written. */
  readonly asWritten: boolean;
  /** In how many of the possibilities looked at the answer is yes. */
  readonly yes: number;
  readonly of: number;
  /** The chance that it is yes; `interval` of 95 % where possibilities were drawn. */
  readonly share: number;
  readonly interval?: readonly [number, number];
  /** What it hangs on, the doubt first whose resolution would narrow the answer most. Empty where the answer never varied. */
  readonly weights: readonly DoubtWeight[];
  /** The smallest sets of doubts whose other readings turn the answer as written around. */
  readonly flips: FlipFinding | undefined;
};

export type DoubtWeight = {
  readonly doubt: string;
  /** For each reading the chance of yes where the doubt reads so; undefined where it was never drawn. */
  readonly shares: readonly (
    | { readonly share: number; readonly interval?: readonly [number, number] }
    | undefined
  )[];
  /** Share of the variance that knowing this doubt would take away on average; `aloneInterval` of 95 % where drawn. */
  readonly alone: number;
  readonly aloneInterval?: readonly [number, number];
  /** Exact answers only: the total index, and the Shapley value of variance. */
  readonly total?: number;
  readonly shapley?: number;
};

export type FlipFinding = {
  /** Every set of at most so many doubts was tried. */
  readonly upTo: number;
  /** Readings tried in all. */
  readonly tried: number;
  /** The first 20 of `total` sets of `size` doubts; none of fewer doubts turns the answer around. Undefined: none found. */
  readonly size: number | undefined;
  readonly total: number;
  readonly sets: readonly (readonly { readonly doubt: string; readonly reading: number }[])[];
};

export type OutcomeShare = {
  readonly state: StateView;
  readonly isStatusQuo: boolean;
  /** Whether it holds as the file is written. */
  readonly asWritten: boolean;
  readonly yes: number;
  readonly of: number;
  readonly share: number;
  readonly interval?: readonly [number, number];
};
