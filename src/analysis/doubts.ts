import type { Expression, Span } from "../model/expression.ts";
import type {
  Confidence,
  Constraint,
  Decision,
  Option,
  Preference,
  Standoff,
  Statement,
  Tier,
  VoteDoubt,
  WeightedStatement,
} from "../model/standoff.ts";
import { restingClaims, silent } from "../model/without-claims.ts";
import { type SeatCase, seatCases } from "./open-seats.ts";

/**
 * Something a standoff leaves open: a variable of its own, independent of all others, with at least two readings. The first reading is
 * what the file says and what the other questions take for sure.
 */
export type Doubt = {
  /** `dprk.2` (second statement), `south.1-3` (order of three), `K13`, an option's id, `aid.when`, `constraint.1`, `sanctions.france`, `sanctions.seats`. */
  readonly id: string;
  readonly kind: "statement" | "order" | "claim" | "option" | "guard" | "constraint" | "vote" | "seats";
  /** Whose statement, option or vote. */
  readonly party: string | undefined;
  /** What is in doubt, in the words of the file. */
  readonly what: string;
  readonly because: readonly string[];
  readonly span: Span;
  readonly readings: readonly Reading[];
};

export type Reading = {
  /** The readings' chances add up to 1; the first may have none. */
  readonly chance: number;
  /** In the words of the file; `nothing` where the statement then counts for nothing. */
  readonly says: string;
};

/** The doubts of a standoff in the order of the file, and what each of them changes. */
export type Doubts = {
  readonly list: readonly Doubt[];
  readonly changes: readonly DoubtChange[];
  /** What is unknown and stays so, in words: too many orders to list, states that are not ranked. */
  readonly left: readonly string[];
};

/** What a doubt changes, one entry for each of its readings. */
export type DoubtChange =
  | { readonly kind: "statement"; readonly statement: Statement; readonly instead: readonly Statement[] }
  | {
      readonly kind: "order";
      readonly statements: readonly Statement[];
      readonly orders: readonly (readonly number[])[];
    }
  | { readonly kind: "tier"; readonly tier: Tier; readonly instead: readonly (readonly Tier[])[] }
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "option"; readonly option: Option }
  | { readonly kind: "guard"; readonly option: Option; readonly instead: readonly (Expression | undefined)[] }
  | { readonly kind: "constraint"; readonly constraint: Constraint }
  | { readonly kind: "vote"; readonly decision: Decision; readonly doubt: VoteDoubt }
  | { readonly kind: "seats"; readonly decision: Decision; readonly cases: readonly SeatCase[] };

/** More patterns of unknown order than this have too many orders (5! = 120). */
const MOST_IN_ANY_ORDER = 5;

/** Every doubt that a standoff states. Beliefs of parties about others are left as they are. Linear in the file. */
export function doubtsIn(standoff: Standoff): Doubts {
  const found: { readonly doubt: Doubt; readonly change: DoubtChange }[] = [];
  const left: string[] = [];
  const quote = ({ start, end }: Span) => standoff.text.slice(start, end).replace(/\s+/g, " ").trim();
  const add = (doubt: Omit<Doubt, "readings">, readings: readonly Reading[], change: DoubtChange) => {
    if (readings.filter(({ chance }) => chance > 0).length < 2 && readings[0].chance > 0) return;
    // A claim may be called as an option is.
    let { id } = doubt;
    while (found.some((each) => each.doubt.id === id)) id += "+";
    found.push({ doubt: { ...doubt, id, readings }, change });
  };
  const yesOrNo = (confidence: Confidence, says: string, otherwise: string): Reading[] => [
    { chance: chanceOf(confidence), says },
    { chance: 1 - chanceOf(confidence), says: otherwise },
  ];

  for (const option of standoff.options) {
    const { id, owner, because, span, confidence, guardDoubt, changesWhen } = option;
    const about = { party: owner, because, span };
    if (confidence !== undefined)
      add(
        { id, kind: "option", what: option.title, ...about },
        yesOrNo(confidence, "it can do so", "it cannot"),
        { kind: "option", option },
      );
    if (guardDoubt !== undefined && changesWhen !== undefined) {
      const { otherwise } = guardDoubt;
      const instead = otherwise === undefined ? "at any time" : `when ${quote(otherwise.span)}`;
      add(
        { id: `${id}.when`, kind: "guard", what: option.title, ...about },
        yesOrNo(guardDoubt.confidence, `when ${quote(changesWhen.span)}`, instead),
        { kind: "guard", option, instead: [changesWhen, otherwise] },
      );
    }
  }
  for (const body of standoff.bodies) {
    for (const decision of body.decisions) {
      const { id, because, title } = decision;
      for (const doubt of decision.voteDoubts) {
        const member = body.members[doubt.member];
        const about = { party: member.party, because, span: doubt.span };
        add(
          { id: `${id}.${member.id}`, kind: "vote", what: `${member.title} on "${title}"`, ...about },
          yesOrNo(doubt.confidence, quote(doubt.span), "votes otherwise"),
          { kind: "vote", decision, doubt },
        );
      }
      const cases = seatCases(body, decision);
      if (cases !== undefined)
        add(
          { id: `${id}.seats`, kind: "seats", party: undefined, what: title, because, span: decision.span },
          cases,
          { kind: "seats", decision, cases },
        );
      else if (decision.votes.some(({ kind }) => kind === "chance"))
        left.push(
          `how the open seats vote on "${title}" (too many cases; each does what it is likelier to do)`,
        );
    }
  }
  standoff.constraints.forEach((constraint, place) => {
    const { confidence, because, span, kind, condition } = constraint;
    if (confidence === undefined) return;
    add(
      {
        id: `constraint.${place + 1}`,
        kind: "constraint",
        party: undefined,
        what: `${kind}: ${quote(condition.span)}`,
        because,
        span,
      },
      yesOrNo(confidence, "it holds", "it does not"),
      { kind: "constraint", constraint },
    );
  });
  const see = (preference: Preference, prefix: string): void => {
    const { party } = preference;
    if (preference.form === "unanimous") {
      preference.members.forEach((member, place) => {
        see(member.preference, `${prefix}.${place + 1}`);
      });
      return;
    }
    if (preference.form === "ranking") {
      preference.tiers.forEach((tier, place) => {
        const { pattern, because, span } = tier;
        if (pattern.kind === "unranked") left.push(`how ${party} ranks what its ranking leaves unknown`);
        if (pattern.kind !== "unknown") return;
        if (pattern.patterns.length > MOST_IN_ANY_ORDER) {
          left.push(`the order of ${pattern.patterns.length} patterns of ${party} (too many orders)`);
          return;
        }
        const tiers = apart(tier, standoff);
        const instead = permutations(tiers.length).map((order) =>
          order.map((each, at) => ({ ...tiers[each], greatly: tier.greatly && at === order.length - 1 })),
        );
        add(
          { id: `${prefix}.${place + 1}`, kind: "order", party, what: quote(span), because, span },
          instead.map((_, index) => ({
            chance: 1 / instead.length,
            says: permutations(tiers.length)
              [index].map((each) => each + 1)
              .join(", then "),
          })),
          { kind: "tier", tier, instead },
        );
      });
      return;
    }
    const { statements } = preference;
    statements.forEach((statement: Statement | WeightedStatement, place) => {
      const { because, span, wants } = statement;
      const all = readingsOf(statement, 1);
      add(
        { id: `${prefix}.${place + 1}`, kind: "statement", party, what: quote(wants.span), because, span },
        all.map(({ chance, statement: one, turned }) => ({
          chance,
          says:
            one === undefined ? "nothing" : turned ? `not (${quote(one.wants.span)})` : quote(one.wants.span),
        })),
        {
          kind: "statement",
          statement,
          instead: all.map(({ statement: one }) =>
            one === undefined ? silent(statement) : sure(one, statement),
          ),
        },
      );
    });
    if (preference.form !== "statements") return;
    const groups = new Set(statements.flatMap(({ anyOrder }) => anyOrder ?? []));
    for (const group of groups) {
      const first = preference.statements.findIndex(({ anyOrder }) => anyOrder === group);
      const some = preference.statements.filter(({ anyOrder }) => anyOrder === group);
      const orders = permutations(some.length);
      const span = { start: some[0].span.start, end: some[some.length - 1].span.end };
      const because = [...new Set(some.flatMap((each) => each.because))];
      const what = some.map(({ wants }) => quote(wants.span)).join("; ");
      add(
        { id: `${prefix}.${first + 1}-${first + some.length}`, kind: "order", party, what, because, span },
        orders.map((order) => ({
          chance: 1 / orders.length,
          says: order.map((each) => quote(some[each].wants.span)).join(", then "),
        })),
        { kind: "order", statements: some, orders },
      );
    }
  };
  for (const preference of standoff.preferences) see(preference, preference.party);
  const resting = restingClaims(standoff);
  for (const { id, says, confidence, retracted, span } of standoff.claims) {
    if (confidence === undefined || retracted || !resting.has(id)) continue;
    add(
      { id, kind: "claim", party: undefined, what: says, because: [id], span },
      yesOrNo(confidence, "true", "false"),
      { kind: "claim", claim: id },
    );
  }
  return { list: found.map(({ doubt }) => doubt), changes: found.map(({ change }) => change), left };
}

function chanceOf(confidence: Confidence | undefined): number {
  return confidence === "unsure" ? 0.5 : (confidence ?? 1);
}

type StatementReading = {
  readonly chance: number;
  readonly statement: Statement | undefined;
  readonly turned: boolean;
};

/** A statement, what counts in its place, and so on; last that nothing does. An unknown one: itself or its opposite. */
function readingsOf(statement: Statement, mass: number): StatementReading[] {
  const right = mass * chanceOf(statement.confidence);
  const wrong = mass - right;
  const opposite: Expression = { kind: "not", operand: statement.wants, span: statement.wants.span };
  const own = statement.unknown
    ? [
        { chance: right / 2, statement, turned: false },
        { chance: right / 2, statement: { ...statement, wants: opposite }, turned: true },
      ]
    : [{ chance: right, statement, turned: false }];
  if (statement.confidence === undefined || wrong <= 0) return own;
  if (statement.otherwise === undefined)
    return [...own, { chance: wrong, statement: undefined, turned: false }];
  return [...own, ...readingsOf(statement.otherwise, wrong)];
}

/** One reading as a statement that is sure, in the place and (for weights) with the weight of the one written. */
function sure(reading: Statement, written: Statement): Statement {
  const { wants, strongly, because } = reading;
  return {
    ...written,
    wants,
    strongly,
    because,
    unknown: false,
    confidence: undefined,
    otherwise: undefined,
  };
}

/** The patterns of a tier whose order is unknown as tiers of their own, each without what an earlier one of the file takes. */
function apart(tier: Tier, standoff: Standoff): Tier[] {
  const { pattern, span } = tier;
  const expressions =
    pattern.kind === "unknown" ? pattern.patterns.map((each) => asExpression(each, standoff, span)) : [];
  return expressions.map((expression, place) => ({
    ...tier,
    pattern: {
      kind: "expression",
      expression: {
        kind: "and",
        operands: [
          expression,
          ...expressions.slice(0, place).map((operand): Expression => ({ kind: "not", operand, span })),
        ],
        span,
      },
    },
  }));
}

function asExpression(pattern: Tier["pattern"], { options }: Standoff, span: Span): Expression {
  if (pattern.kind === "expression") return pattern.expression;
  if (pattern.kind !== "state") return { kind: "constant", value: true, span };
  return {
    kind: "and",
    operands: pattern.settings.map(({ option: id, level }): Expression => {
      const option = options.find((each) => each.id === id)!;
      if (!option.yesNo)
        return { kind: "compare", option: id, operator: "=", level: option.levels[level].id, span };
      const taken: Expression = { kind: "holds", id, span };
      return level === 1 ? taken : { kind: "not", operand: taken, span };
    }),
    span,
  };
}

/** All orders of 0…n−1, the given one first. */
function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1)
    .flatMap((order) => Array.from({ length: n }, (_, at) => order.toSpliced(n - 1 - at, 0, n - 1)))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
