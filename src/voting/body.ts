/**
 * A body that decides by vote, as numbers. A set of members voting yes wins when it meets every rule and nobody with a
 * veto is missing (a weighted game with vetoes: Shapley & Shubik 1954; several rules are double and triple majorities).
 */
export type Body = {
  /** One entry a member. */
  readonly vetoes: readonly boolean[];
  /** All to be met: the weights of those voting yes, whole numbers, must add up to at least the quota. */
  readonly rules: readonly Rule[];
};

export type Rule = { readonly weights: readonly number[]; readonly quota: number };

/** Whether the members for whom `yes` is true carry the day if all others are against. O(members · rules). */
export function wins({ vetoes, rules }: Body, yes: (member: number) => boolean): boolean {
  return (
    vetoes.every((veto, member) => !veto || yes(member)) &&
    rules.every(
      ({ weights, quota }) =>
        weights.reduce((sum, each, member) => (yes(member) ? sum + each : sum), 0) >= quota,
    )
  );
}

export type Ballot = "yes" | "no" | "abstain";

/**
 * Whether a motion passes. Who abstains gives no votes; where abstentions count as `no` an abstaining veto stops it, where
 * they count as `neither` it does not.
 */
export function passes(
  { vetoes, rules }: Body,
  ballots: readonly Ballot[],
  abstentions: "neither" | "no",
): boolean {
  const stopped = vetoes.some(
    (veto, member) =>
      veto && (ballots[member] === "no" || (ballots[member] === "abstain" && abstentions === "no")),
  );
  return !stopped && wins({ vetoes: vetoes.map(() => false), rules }, (member) => ballots[member] === "yes");
}
