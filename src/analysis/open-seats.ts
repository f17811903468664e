import type { Expression } from "../model/expression.ts";
import { likelier, type SeatVotes } from "../model/passing.ts";
import type { Decision, MemberVote, VotingBody } from "../model/standoff.ts";

/** One way that the seats left to chance may vote, all ways that come to the same put together. */
export type SeatCase = {
  readonly chance: number;
  /** A way to vote that stands for all of them, by the place of the member. */
  readonly votes: ReadonlyMap<number, SeatVotes>;
  readonly says: string;
};

/** More cases than a reader, or the search for what matters, can do with. */
const MOST_CASES = 64;
const MOST_SUMS = 20_000;

/**
 * How the seats of a decision that are left to chance may vote, each seat independent of the others, as few cases as tell apart what
 * the remaining members still have to bring; the case that counts elsewhere (what each seat is likelier to do) first. Undefined when no
 * seat is left to chance, or when the cases are too many. Cost: seats² and the sums of weights that can occur.
 */
export function seatCases(body: VotingBody, decision: Decision): readonly SeatCase[] | undefined {
  const open = decision.votes.flatMap((vote, member) => (vote.kind === "chance" ? [{ vote, member }] : []));
  if (open.length === 0) return undefined;
  const weightOf = (quota: number, member: number) => {
    const { of } = body.quotas[quota];
    return of === "members" ? 1 : (body.members[member].weights[of] ?? 0);
  };
  const quotas = body.quotas.map(({ least }, quota) => {
    let missing = least;
    let rules = 0;
    decision.votes.forEach((vote, member) => {
      const weight = body.members[member].seats * weightOf(quota, member);
      const inDoubt = decision.voteDoubts.some((doubt) => doubt.member === member);
      if (inDoubt || mayGoEitherWay(vote)) rules += weight;
      else if (vote.kind === "assumed" ? vote.ballot === "yes" : vote.kind === "rule" && isTrue(vote.yes))
        missing -= weight;
    });
    return { missing: Math.max(0, missing), rules };
  });
  type Sum = {
    readonly sums: number[];
    readonly stopped: boolean;
    chance: number;
    best: number;
    votes: Map<number, SeatVotes>;
  };
  let sums = new Map<string, Sum>([
    ["", { sums: quotas.map(() => 0), stopped: false, chance: 1, best: 1, votes: new Map() }],
  ]);
  for (const { vote, member } of open) {
    const { seats, veto } = body.members[member];
    const next = new Map<string, Sum>();
    for (const one of waysOf(vote, seats, veto, body.abstentions)) {
      if (one.chance === 0) continue;
      for (const sum of sums.values()) {
        const stopped = sum.stopped || one.stops;
        const all = sum.sums.map((each, quota) =>
          Math.min(quotas[quota].missing, each + one.yes * weightOf(quota, member)),
        );
        const key = `${stopped} ${all.join(" ")}`;
        const chance = sum.chance * one.chance;
        const likeliest = sum.best * one.chance;
        const known = next.get(key);
        const votes = () => new Map([...sum.votes, [member, { yes: one.yes, no: one.no }]]);
        if (known === undefined)
          next.set(key, { sums: all, stopped, chance, best: likeliest, votes: votes() });
        else {
          known.chance += chance;
          if (likeliest > known.best) {
            known.best = likeliest;
            known.votes = votes();
          }
        }
      }
    }
    if (next.size > MOST_SUMS) return undefined;
    sums = next;
  }
  /** What the others must still bring to each quota; undefined: they cannot. */
  const lacking = (all: readonly number[], stopped: boolean): readonly number[] | undefined => {
    const lack = all.map((sum, quota) => quotas[quota].missing - sum);
    return stopped || lack.some((each, quota) => each > quotas[quota].rules) ? undefined : lack;
  };
  const cases = new Map<
    string,
    { chance: number; best: number; votes: Map<number, SeatVotes>; lack: readonly number[] | undefined }
  >();
  for (const { sums: all, stopped, chance, best, votes } of sums.values()) {
    const lack = lacking(all, stopped);
    const key = String(lack);
    const known = cases.get(key);
    if (known === undefined) cases.set(key, { chance, best, votes, lack });
    else {
      known.chance += chance;
      if (best > known.best) Object.assign(known, { best, votes });
    }
  }
  if (cases.size > MOST_CASES) return undefined;
  const written = open.map(({ vote, member }) => ({ member, ...likelier(vote, body.members[member].seats) }));
  const asWritten = String(
    lacking(
      quotas.map(({ missing }, quota) =>
        Math.min(
          missing,
          written.reduce((sum, { member, yes }) => sum + yes * weightOf(quota, member), 0),
        ),
      ),
      written.some(({ member, yes, no }) => {
        const { veto, seats } = body.members[member];
        return veto && (no > 0 || (body.abstentions === "no" && yes < seats));
      }),
    ),
  );
  const first = cases.get(asWritten) ?? {
    chance: 0,
    lack: undefined,
    votes: new Map(written.map(({ member, yes, no }) => [member, { yes, no }])),
  };
  const others = [...cases].filter(([key]) => key !== asWritten).map(([, each]) => each);
  others.sort((a, b) => b.chance - a.chance);
  return [first, ...others].map(({ chance, votes, lack }) => ({ chance, votes, says: words(body, lack) }));
}

/** A vote by rule that is not always or never yes. */
function mayGoEitherWay(vote: MemberVote): boolean {
  return vote.kind === "rule" && vote.yes.kind !== "constant";
}

function isTrue(expression: Expression): boolean {
  return expression.kind === "constant" && expression.value;
}

function words(body: VotingBody, lack: readonly number[] | undefined): string {
  if (lack === undefined) return "too few of the open seats are for it, or one of them vetoes it";
  if (lack.every((each) => each === 0)) return "the open seats bring the votes it needs";
  const missing = lack.flatMap((each, quota) =>
    each === 0 ? [] : [`${each} more of ${body.quotas[quota].of}`],
  );
  return `the open seats leave it ${missing.join(" and ")} to find`;
}

type Way = { readonly yes: number; readonly no: number; readonly stops: boolean; readonly chance: number };

/** How many seats of a member vote yes, and whether one of them stops the motion. */
function waysOf(
  { yes, no }: { readonly yes: number; readonly no: number },
  seats: number,
  veto: boolean,
  abstentions: VotingBody["abstentions"],
): Way[] {
  const abstain = Math.max(0, 1 - yes - no);
  const letting = powers(yes, abstain, seats);
  return powers(yes, 1 - yes, seats).flatMap((chance, count): Way[] => {
    if (!veto) return [{ yes: count, no: 0, stops: false, chance }];
    if (abstentions === "no") return [{ yes: count, no: 0, stops: count < seats, chance }];
    const stops = count === seats ? 0 : Math.max(0, chance - letting[count]);
    return [
      { yes: count, no: 0, stops: false, chance: letting[count] },
      { yes: count, no: 1, stops: true, chance: stops },
    ];
  });
}

/** The terms of (one·x + other)^n by the power of x: for probabilities, the chances of 0…n successes. */
function powers(one: number, other: number, n: number): number[] {
  let terms = [1];
  for (let each = 0; each < n; each++) {
    terms = Array.from(
      { length: terms.length + 1 },
      (_, power) =>
        (power > 0 ? terms[power - 1] * one : 0) + (power < terms.length ? terms[power] * other : 0),
    );
  }
  return terms;
}
