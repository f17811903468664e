import type { Expression } from "./expression.ts";
import type { Decision, MemberVote, VotingBody } from "./standoff.ts";

/** How many of a member's seats vote yes and how many no; the others abstain. */
export type SeatVotes = { readonly yes: number; readonly no: number };

/**
 * When the decision passes, as an expression: it is put to the vote, every quota is met, and no veto is cast. Of the seats left to
 * chance, `open` says how many vote yes and no, by the place of their member; a member not in it does what each of its seats is more
 * likely to do than not. Weights are repetitions, after division by what divides them all.
 */
export function passing(
  body: Omit<VotingBody, "decisions">,
  decision: Decision,
  open: ReadonlyMap<number, SeatVotes> = new Map(),
): Expression {
  const { span } = decision;
  const constant = (value: boolean): Expression => ({ kind: "constant", value, span });
  const drawn = (index: number): SeatVotes => {
    const { seats } = body.members[index];
    const known = open.get(index);
    if (known !== undefined) return known;
    const vote = decision.votes[index];
    return vote.kind === "chance" ? likelier(vote, seats) : { yes: 0, no: 0 };
  };
  /** One expression for each seat: whether it votes yes. */
  const yeses = (index: number): Expression[] => {
    const { seats } = body.members[index];
    const vote = decision.votes[index];
    if (vote.kind === "rule") return Array.from({ length: seats }, () => vote.yes);
    if (vote.kind === "assumed") return Array.from({ length: seats }, () => constant(vote.ballot === "yes"));
    return Array.from({ length: seats }, (_, seat) => constant(seat < drawn(index).yes));
  };
  const stops = (index: number): Expression => {
    const vote = decision.votes[index];
    if (vote.kind === "rule")
      return body.abstentions === "no" ? { kind: "not", operand: vote.yes, span } : vote.no;
    if (vote.kind === "assumed")
      return constant(body.abstentions === "no" ? vote.ballot !== "yes" : vote.ballot === "no");
    const { yes, no } = drawn(index);
    return constant(body.abstentions === "no" ? yes < body.members[index].seats : no > 0);
  };
  const quotas = body.quotas.map(({ of, least }): Expression => {
    const weights = body.members.map((member) => (of === "members" ? 1 : (member.weights[of] ?? 0)));
    const unit = Math.max(1, weights.reduce(greatestCommon, 0));
    const operands = body.members.flatMap((_, index) =>
      yeses(index).flatMap((yes) => Array.from({ length: weights[index] / unit }, () => yes)),
    );
    const count = Math.ceil(least / unit);
    return operands.length === 0
      ? constant(count <= 0)
      : { kind: "count", bound: "at least", count, operands, span };
  });
  const vetoes = body.members.flatMap(({ veto }, index): Expression[] =>
    veto ? [{ kind: "not", operand: stops(index), span }] : [],
  );
  return {
    kind: "and",
    operands: [...(decision.putWhen === undefined ? [] : [decision.putWhen]), ...quotas, ...vetoes],
    span,
  };
}

/** What each seat is more likely to do than not. */
export function likelier(vote: Extract<MemberVote, { kind: "chance" }>, seats: number): SeatVotes {
  return { yes: vote.yes > 0.5 ? seats : 0, no: vote.no > 0.5 ? seats : 0 };
}

function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}
