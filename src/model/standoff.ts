import type { Expression, Span } from "./expression.ts";

/**
 * A standoff as the user wrote it: names, never numbers, with a position on every node.
 * Plain data. Every reference by id has been checked by `parse`; lists keep the order of the file.
 */
export type Standoff = {
  /** The name of the file, for messages. */
  readonly file: string;
  /** The text it was read from; spans are offsets into it. */
  readonly text: string;
  /** Version of the format, the value of the key `standoff`. */
  readonly version: 1;
  readonly title: string;
  readonly about: string | undefined;
  /** ISO date: what is known and has happened up to and including this day. */
  readonly asOf: string | undefined;
  readonly parties: readonly Party[];
  /** In graph form this is one option that nobody owns, `state`, whose levels are the states listed. */
  readonly options: readonly Option[];
  /** The moves listed outright (graph form); undefined when moves follow from who owns which option. */
  readonly moves: readonly ListedMove[] | undefined;
  /** Those of the file, after one for each decision of a body. */
  readonly outcomes: readonly Outcome[];
  readonly bodies: readonly VotingBody[];
  readonly constraints: readonly Constraint[];
  readonly same: readonly Same[];
  /**
   * The state everything starts from: one setting per option, in the order of `options`. From the key
   * `status quo`, or else from the timeline's events up to `asOf`; undefined when the file has neither.
   */
  readonly statusQuo: StatusQuo | undefined;
  /** One entry per party, in the order of `parties`. */
  readonly preferences: readonly Preference[];
  readonly perceptions: readonly Perception[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  /** In the order of the file; `date` sorts. */
  readonly timeline: readonly TimelineEvent[];
};

export type Party = {
  readonly id: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly span: Span;
};

/** Something one party alone can set. A yes/no option has exactly the levels `no`, `yes`, in that order, and `yesNo` true. */
export type Option = {
  readonly id: string;
  readonly owner: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly yesNo: boolean;
  /** At least two; the first is where the option stands when nothing is said. */
  readonly levels: readonly Level[];
  /** Whether the levels are ordered from lowest to highest (always true for yes/no). */
  readonly ordered: boolean;
  /** `taken`: may only rise (once taken, never undone). `dropped`: may only fall (once dropped, never resumed). */
  readonly oneWay: "taken" | "dropped" | undefined;
  /** The option may change only in a state (the one moved from) where this holds. */
  readonly changesWhen: Expression | undefined;
  /** How likely that guard is right, and the guard in its place if it is wrong (undefined: none). */
  readonly guardDoubt:
    | { readonly confidence: Confidence; readonly otherwise: Expression | undefined }
    | undefined;
  /** How likely the owner has this option at all; undefined: surely. Without it, it stays where the status quo has it. */
  readonly confidence: Confidence | undefined;
  readonly because: readonly string[];
  readonly span: Span;
};

/** In graph form: a party can go from one listed state to another, both by their place in the list of states. */
export type ListedMove = { readonly party: string; readonly from: number; readonly to: number };

export type Level = { readonly id: string; readonly title: string };

/** A named condition, usable in every expression like an option. May use outcomes defined before it. */
export type Outcome = {
  readonly id: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly when: Expression;
  readonly span: Span;
};

/** A body that decides by vote. */
export type VotingBody = {
  readonly id: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly members: readonly BodyMember[];
  /** All to be met; at least one. */
  readonly quotas: readonly Quota[];
  /** What an abstention counts as; where it counts as `no`, an abstaining veto stops the motion. */
  readonly abstentions: "neither" | "no";
  readonly decisions: readonly Decision[];
  readonly span: Span;
};

export type BodyMember = {
  readonly id: string;
  readonly title: string;
  /** The party of that id; undefined for a seat held by nobody in the model. */
  readonly party: string | undefined;
  /** How many seats of this kind, which all vote alike unless left to chance. */
  readonly seats: number;
  /** `votes`, and whatever else a quota is counted in, of each seat. */
  readonly weights: Readonly<Record<string, number>>;
  readonly veto: boolean;
  readonly span: Span;
};

/** At least so many in all of `votes`, of another weight, or (`members`) of seats, must be in favor. */
export type Quota = { readonly of: string; readonly least: number };

/** Something a body decides; an outcome of the same id holds where it passes. */
export type Decision = {
  readonly id: string;
  readonly title: string;
  readonly about: string | undefined;
  /** Only where this holds is it put to the vote. */
  readonly putWhen: Expression | undefined;
  /** How each member votes, in the order of the body's members. */
  readonly votes: readonly MemberVote[];
  /** Votes that are not sure: of which member (its place), how likely as said, and how it votes otherwise. */
  readonly voteDoubts: readonly VoteDoubt[];
  readonly because: readonly string[];
  readonly span: Span;
};

export type VoteDoubt = {
  readonly member: number;
  readonly confidence: Confidence;
  readonly otherwise: MemberVote;
  readonly span: Span;
};

export type MemberVote =
  | { readonly kind: "rule"; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: "assumed"; readonly ballot: "yes" | "no" | "abstain" }
  /** Chances of each seat, independent of the others; the rest is the chance that it abstains. */
  | { readonly kind: "chance"; readonly yes: number; readonly no: number };

/** `always`: only states where it holds are feasible. `never`: only states where it does not. */
export type Constraint = {
  readonly kind: "always" | "never";
  readonly condition: Expression;
  readonly why: string | undefined;
  /** How likely the constraint is right; undefined: surely. */
  readonly confidence: Confidence | undefined;
  readonly because: readonly string[];
  readonly span: Span;
};

/** All states where the condition holds count as one state. */
export type Same = { readonly condition: Expression; readonly why: string | undefined; readonly span: Span };

/** Option `option` stands at its level number `level` (0 = first; for yes/no 0 = no, 1 = yes). */
export type Setting = { readonly option: string; readonly level: number; readonly span: Span };

export type StatusQuo = {
  readonly settings: readonly Setting[];
  /** Where it comes from: said outright, or following from the timeline as of the date. */
  readonly from: "stated" | "timeline";
  readonly span: Span;
};

export type Preference =
  /** Ordered statements, most important first (option prioritization). */
  | {
      readonly form: "statements";
      readonly party: string;
      readonly statements: readonly Statement[];
      readonly span: Span;
    }
  /** Tiers best first; a state stands in the first tier whose pattern it matches. */
  | { readonly form: "ranking"; readonly party: string; readonly tiers: readonly Tier[]; readonly span: Span }
  /** A state is worth the sum of the weights of the statements true in it. */
  | {
      readonly form: "weights";
      readonly party: string;
      readonly statements: readonly WeightedStatement[];
      readonly span: Span;
    }
  /** Several that act as one: t is better than s only if it is better for every member. */
  | {
      readonly form: "unanimous";
      readonly party: string;
      readonly members: readonly { readonly title: string; readonly preference: Preference }[];
      readonly span: Span;
    };

/** How likely something is right: a probability, or `unsure`, as likely as not. */
export type Confidence = number | "unsure";

export type Statement = {
  readonly wants: Expression;
  /** Written `strongly:` instead of `want:`: what it tells apart it tells apart by much. */
  readonly strongly: boolean;
  /** Written `unknown:` instead of `want:`: it matters, but whether the party wants it or its opposite is not known. */
  readonly unknown: boolean;
  /** How likely the statement is right; undefined when the file is silent (taken as sure). */
  readonly confidence: Confidence | undefined;
  /** Written `else:`: what counts in its place if it is wrong, and may be doubted in turn; undefined: nothing does. */
  readonly otherwise: Statement | undefined;
  /** Statements of one list with the same number, which are neighbors, may stand in any order (`any order:`). */
  readonly anyOrder: number | undefined;
  readonly because: readonly string[];
  readonly why: string | undefined;
  readonly span: Span;
};

export type WeightedStatement = Statement & {
  /** The weight exactly as written, a decimal number such as `-2.5`. */
  readonly weight: string;
};

export type Tier = {
  readonly pattern: Pattern;
  /** Followed by `">>"`: this tier and all before it are greatly preferred to all after it. */
  readonly greatly: boolean;
  readonly because: readonly string[];
  readonly why: string | undefined;
  readonly span: Span;
};

export type Pattern =
  | { readonly kind: "expression"; readonly expression: Expression }
  /** Exactly one state: the settings listed, every other option at its first level. All options are present. */
  | { readonly kind: "state"; readonly settings: readonly Setting[] }
  | { readonly kind: "tie"; readonly patterns: readonly Pattern[] }
  /** As a tie, but the order of the patterns' states among each other is not known. Only as a whole tier. */
  | { readonly kind: "unknown"; readonly patterns: readonly Pattern[] }
  /** Every state no earlier tier matched. Only as the last tier. */
  | { readonly kind: "otherwise" }
  /** Every state no earlier tier matched, and how it compares with any other state is not known. Only as the last tier. */
  | { readonly kind: "unranked" };

/** What a party sees differently. */
export type Perception = {
  readonly party: string;
  /** States it does not see, and so never moves to or from (GMCR+'s misperceptions); an option alone: one it does not know of. */
  readonly doesNotSee: readonly Expression[];
  /** Preferences of others as this party believes them to be. */
  readonly believes: readonly Preference[];
  readonly span: Span;
};

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly kind: string | undefined;
  readonly link: string | undefined;
  readonly span: Span;
};

export type Claim = {
  readonly id: string;
  readonly says: string;
  /** Id of the source; undefined for background knowledge. */
  readonly source: string | undefined;
  /** Who reported it to whom: nearest to the source first, the one who was there last. */
  readonly via: readonly string[];
  /** How sure the report sounds, in a few words: `plain`, `second-hand, "seems"`. */
  readonly sounds: string | undefined;
  readonly date: string | undefined;
  /** How likely the claim is true; undefined: taken as true. */
  readonly confidence: Confidence | undefined;
  /** Taken back: what rests on retracted claims alone does not count. */
  readonly retracted: boolean;
  /** Ids of the claims that it denies. */
  readonly contradicts: readonly string[];
  readonly span: Span;
};

export type TimelineEvent = {
  /** ISO date of the (first) day. */
  readonly date: string;
  readonly until: string | undefined;
  readonly what: string;
  /** The party that acts; undefined for events of nobody in the model. */
  readonly by: string | undefined;
  /** What the event sets. Options here belong to `by` when `by` is given. */
  readonly sets: readonly Setting[];
  readonly because: readonly string[];
  readonly span: Span;
};
