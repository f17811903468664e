import type { Expression, Span } from "../model/expression.ts";
import { passing, type SeatVotes } from "../model/passing.ts";
import type { Decision, Preference, Standoff, Statement, Tier } from "../model/standoff.ts";
import { restsOnlyOn, retractedClaims, silent } from "../model/without-claims.ts";
import type { DoubtChange, Doubts } from "./doubts.ts";

/** A reading for each doubt, by its number among the doubt's readings. */
export type Choice = ArrayLike<number>;

/**
 * The standoff written out as it reads under one choice: no doubt is left in it. What rests on false claims alone falls. Lists keep
 * their length, so places stay what they are in the file.
 */
export function variantOf(standoff: Standoff, doubts: Doubts, choice: Choice): Standoff {
  const preferencesUnder = preferenceReader(standoff, doubts);
  return {
    ...structureOf(standoff, doubts, choice),
    preferences: standoff.preferences.map((preference) => preferencesUnder(preference, choice)),
  };
}

/** All but the preferences under one choice: options, guards, constraints, and when decisions pass. */
function structureOf(standoff: Standoff, { changes }: Doubts, choice: Choice): Standoff {
  const gone = new Set(retractedClaims(standoff));
  const absent = new Set<object>();
  const guards = new Map<object, Expression | undefined>();
  const votes: { readonly decision: Decision; readonly change: (decision: Decision) => Decision }[] = [];
  const open = new Map<object, ReadonlyMap<number, SeatVotes>>();
  changes.forEach((change, index) => {
    const reading = choice[index];
    if (change.kind === "claim" && reading === 1) gone.add(change.claim);
    if (change.kind === "constraint" && reading === 1) absent.add(change.constraint);
    if (change.kind === "option" && reading === 1) absent.add(change.option);
    if (change.kind === "guard") guards.set(change.option, change.instead[reading]);
    if (change.kind === "seats") open.set(change.decision, change.cases[reading].votes);
    if (change.kind === "vote" && reading === 1) {
      const { member, otherwise } = change.doubt;
      votes.push({
        decision: change.decision,
        change: (decision) => ({ ...decision, votes: decision.votes.with(member, otherwise) }),
      });
    }
  });
  const bodies = standoff.bodies.map((body) => ({
    ...body,
    decisions: body.decisions.map((decision) =>
      votes
        .filter((each) => each.decision === decision)
        .reduce((changed, { change }) => change(changed), decision),
    ),
  }));
  const when = new Map(
    bodies.flatMap((body, at) =>
      body.decisions.map((decision, place) => {
        const written = standoff.bodies[at].decisions[place];
        return [decision.id, passing(body, decision, open.get(written))] as const;
      }),
    ),
  );
  return {
    ...standoff,
    bodies,
    outcomes: standoff.outcomes.map((outcome) => ({
      ...outcome,
      when: when.get(outcome.id) ?? outcome.when,
    })),
    options: standoff.options.map((option) =>
      guards.has(option) ? { ...option, changesWhen: guards.get(option) } : option,
    ),
    constraints: [
      ...standoff.constraints.filter((each) => !absent.has(each) && !restsOnlyOn(each.because, gone)),
      ...standoff.options
        .filter((option) => absent.has(option))
        .map(({ id, span }) => ({
          kind: "always" as const,
          condition: asInStatusQuo(standoff, id, span),
          why: undefined,
          confidence: undefined,
          because: [],
          span,
        })),
    ],
  };
}

/** The doubts that change more than preferences, by their place in the list. */
export function structuralDoubts(standoff: Standoff, { changes }: Doubts): number[] {
  const constraining = new Set(standoff.constraints.flatMap(({ because }) => because));
  return changes.flatMap((change, index) => {
    const only = change.kind === "statement" || change.kind === "order" || change.kind === "tier";
    return only || (change.kind === "claim" && !constraining.has(change.claim)) ? [] : [index];
  });
}

function asInStatusQuo(standoff: Standoff, id: string, span: Span): Expression {
  const option = standoff.options.find((each) => each.id === id)!;
  const level = standoff.statusQuo?.settings.find((setting) => setting.option === id)?.level ?? 0;
  if (!option.yesNo)
    return { kind: "compare", option: id, operator: "=", level: option.levels[level].id, span };
  const taken: Expression = { kind: "holds", id, span };
  return level === 1 ? taken : { kind: "not", operand: taken, span };
}

/**
 * Reads a preference of the standoff under a choice. Statements and their expressions are the same objects under every choice that
 * leaves them alike, so that what is computed of them can be kept.
 */
export function preferenceReader(
  standoff: Standoff,
  { changes }: Doubts,
): (preference: Preference, choice: Choice) => Preference {
  const of = new Map<object, { readonly change: DoubtChange; readonly index: number }>();
  const claims: { readonly claim: string; readonly index: number }[] = [];
  changes.forEach((change, index) => {
    if (change.kind === "statement") of.set(change.statement, { change, index });
    else if (change.kind === "tier") of.set(change.tier, { change, index });
    else if (change.kind === "claim") claims.push({ claim: change.claim, index });
  });
  const orders = changes.flatMap((change, index) => (change.kind === "order" ? [{ ...change, index }] : []));
  const retracted = retractedClaims(standoff);
  const silence = new Map<Statement, Statement>();
  const silenced = <S extends Statement>(statement: S): S => {
    if (!silence.has(statement)) silence.set(statement, silent(statement));
    return silence.get(statement) as S;
  };
  const reader = (preference: Preference, choice: Choice): Preference => {
    const gone = new Set(retracted);
    for (const { claim, index } of claims) if (choice[index] === 1) gone.add(claim);
    const chosen = <S extends Statement>(statement: S): S => {
      const doubt = of.get(statement);
      const read =
        doubt?.change.kind === "statement" ? (doubt.change.instead[choice[doubt.index]] as S) : statement;
      return gone.size > 0 && restsOnlyOn(read.because, gone) ? silenced(read) : read;
    };
    switch (preference.form) {
      case "statements": {
        const statements = preference.statements.slice();
        for (const { statements: some, orders: all, index } of orders) {
          const first = preference.statements.indexOf(some[0]);
          if (first >= 0)
            statements.splice(first, some.length, ...all[choice[index]].map((each) => some[each]));
        }
        return { ...preference, statements: statements.map(chosen) };
      }
      case "weights":
        return { ...preference, statements: preference.statements.map(chosen) };
      case "ranking": {
        const tiers = preference.tiers.flatMap((tier): readonly Tier[] => {
          const doubt = of.get(tier);
          return doubt?.change.kind === "tier" ? doubt.change.instead[choice[doubt.index]] : [tier];
        });
        return { ...preference, tiers };
      }
      case "unanimous":
        return {
          ...preference,
          members: preference.members.map((member) => ({
            ...member,
            preference: reader(member.preference, choice),
          })),
        };
    }
  };
  return reader;
}

/** The doubts on which a preference depends, by their place in the list. */
export function doubtsOf(preference: Preference, { changes }: Doubts): number[] {
  const nodes = new Set<object>();
  const claims = new Set<string>();
  const see = (each: Preference): void => {
    if (each.form === "unanimous") for (const { preference: member } of each.members) see(member);
    else if (each.form === "ranking") for (const tier of each.tiers) nodes.add(tier);
    else
      for (const statement of each.statements) {
        nodes.add(statement);
        for (const claim of statement.because) claims.add(claim);
      }
  };
  see(preference);
  for (const change of changes)
    if (change.kind === "statement" && nodes.has(change.statement))
      for (const { because } of change.instead) for (const claim of because) claims.add(claim);
  return changes.flatMap((change, index) => {
    const mine =
      (change.kind === "statement" && nodes.has(change.statement)) ||
      (change.kind === "order" && nodes.has(change.statements[0])) ||
      (change.kind === "tier" && nodes.has(change.tier)) ||
      (change.kind === "claim" && claims.has(change.claim));
    return mine ? [index] : [];
  });
}
