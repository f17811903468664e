import { BIT, type Concept } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { someMove } from "../game/game.ts";
import { codeOfState } from "../game/space.ts";
import type { Decision, VotingBody } from "../model/standoff.ts";
import { type Ballot, type Body, passes } from "../voting/body.ts";
import { chanceOfPassing } from "../voting/chance.ts";
import { type Fraction, toNumber } from "../voting/fraction.ts";
import { minimalBlocking, minimalWinning, powersOf } from "../voting/power.ts";
import { bestFirst } from "./best-first.ts";
import { changesBetween } from "./changes.ts";
import type {
  BodyFinding,
  Change,
  DecisionFinding,
  Share,
  VoteFinding,
  VotePut,
  VotesFindings,
} from "./findings.ts";
import { matching, truthsAt } from "./matching.ts";
import { namesOf } from "./names.ts";
import { statusQuoState } from "./status-quo.ts";

/** More sets of seats than this are counted and not listed. */
const LISTED = 20_000;
/** More kinds of coalitions than this nobody reads. */
const KINDS = 50;

/**
 * Who can block? For each body its powers; for each decision whether it passes in the status quo and in the equilibria of a
 * concept, who votes how, who alone could turn it round, and what a party would have to change. Cost: `stabilities`, and for
 * each decision the moves of each party from the status quo.
 */
export function votes(compiled: Compiled, { concept = "seq" }: { concept?: Concept } = {}): VotesFindings {
  const { standoff, game } = compiled;
  const quo = statusQuoState(compiled);
  const { equilibria } = stabilities(game);
  const holding = [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
  return {
    question: "votes",
    names: namesOf(standoff),
    concept,
    bodies: standoff.bodies.map((body) => ({
      ...bodyFinding(body),
      decisions: body.decisions.map((decision): DecisionFinding => {
        const holds = matching(compiled, standoff.outcomes.find(({ id }) => id === decision.id)!.when);
        return {
          id: decision.id,
          title: decision.title,
          because: decision.because,
          equilibria: holding.length,
          passesIn: holding.filter((state) => holds[state] === 1).length,
          ...(quo !== undefined && {
            statusQuo: voteAt(compiled, body, decision, quo),
            turns: standoff.parties.flatMap(({ id }, party) => {
              const changes = smallestTurn(compiled, party, quo, holds);
              return changes === undefined ? [] : [{ party: id, changes }];
            }),
          }),
        };
      }),
    })),
  };
}

/** A body by itself: who can win, who can block, and how much power each seat has. */
export function bodyFinding(body: VotingBody): Omit<BodyFinding, "decisions"> {
  const seats = seatsOf(body);
  const numbers = numbersOf(body, seats);
  const powers = powersOf(numbers);
  const kinds = (sets: number[][] | undefined) => {
    if (sets === undefined) return undefined;
    const byKind = new Map<string, Record<string, number>>();
    for (const set of sets) {
      const kind: Record<string, number> = {};
      for (const seat of set)
        kind[body.members[seats[seat]].id] = (kind[body.members[seats[seat]].id] ?? 0) + 1;
      byKind.set(JSON.stringify(kind), kind);
    }
    return byKind.size > KINDS ? undefined : [...byKind.values()];
  };
  const winningSets = minimalWinning(numbers, LISTED);
  const blockingSets = minimalBlocking(numbers, LISTED);
  return {
    id: body.id,
    title: body.title,
    seats: seats.length,
    quotas: body.quotas,
    abstentions: body.abstentions,
    ...(powers !== undefined && {
      winning: String(powers.winning),
      blocking: String(powers.blocking),
      act: share(powers.act),
    }),
    minimalWinning: kinds(winningSets),
    minimalWinningCount: winningSets?.length,
    minimalBlocking: kinds(blockingSets),
    members: body.members.map(({ id, title, party, seats: many, weights, veto }, index) => {
      const power = powers?.members[seats.indexOf(index)];
      return {
        id,
        title,
        party,
        seats: many,
        weights,
        veto,
        ...(power !== undefined &&
          powers !== undefined && {
            power: {
              shapleyShubik: share(power.shapleyShubik),
              banzhaf: share(power.banzhaf),
              absoluteBanzhaf: share(power.absoluteBanzhaf),
              swings: String(power.swings),
              prevent: share(power.prevent),
              initiate: share(power.initiate),
              dummy: power.swings === 0n,
              canBlockAlone: powers.winning > 0n && power.swings === powers.winning,
            },
          }),
      };
    }),
  };
}

/** How a decision goes in one state: who votes how, whether it passes, who stops it, who alone could turn it round. */
function voteAt(compiled: Compiled, body: VotingBody, decision: Decision, state: number): VoteFinding {
  const code = codeOfState(compiled.space, state);
  const holds = (expressions: Parameters<typeof truthsAt>[2]) =>
    truthsAt(compiled.standoff, compiled.space, expressions, [code]).map(([truth]) => truth === 1);
  const seats = seatsOf(body);
  const numbers = numbersOf(body, seats);
  const ballotOf = decision.votes.map((vote): Ballot => {
    if (vote.kind === "assumed") return vote.ballot;
    if (vote.kind === "chance") return vote.yes > 0.5 ? "yes" : vote.no > 0.5 ? "no" : "abstain";
    const [yes, no] = holds([vote.yes, vote.no]);
    return yes ? "yes" : no ? "no" : "abstain";
  });
  const ballots = seats.map((member) => ballotOf[member]);
  const outcome = (changed: readonly Ballot[]) => passes(numbers, changed, body.abstentions);
  const carried = outcome(ballots);
  const turned = (member: number) =>
    (["yes", "no"] as const).some(
      (ballot) => outcome(ballots.with(seats.indexOf(member), ballot)) !== carried,
    );
  const stopping = (ballot: Ballot) => ballot === "no" || (ballot === "abstain" && body.abstentions === "no");
  const odds = decision.votes.map((vote, member) =>
    vote.kind === "chance"
      ? vote
      : { yes: ballotOf[member] === "yes" ? 1 : 0, no: ballotOf[member] === "no" ? 1 : 0 },
  );
  const put = decision.putWhen === undefined || holds([decision.putWhen])[0];
  const members = body.members.map(({ id }) => id);
  const open = decision.votes.some(({ kind }) => kind === "chance");
  const chance = open
    ? chanceOfPassing(
        numbers,
        seats.map((member) => odds[member]),
        body.abstentions,
      )
    : undefined;
  return {
    put,
    carried,
    passes: put && carried,
    ballots: Object.fromEntries(
      decision.votes.map((vote, member) => [
        members[member],
        vote.kind === "chance" ? "open" : ballotOf[member],
      ]),
    ),
    stoppedBy: members.filter((_, member) => body.members[member].veto && stopping(ballotOf[member])),
    pivotal: members.filter((_, member) => turned(member)),
    ...(chance !== undefined && { chance }),
  };
}

/** The move of fewest changes by which the party alone turns a decision round; of several the one it likes best. */
function smallestTurn(
  compiled: Compiled,
  party: number,
  state: number,
  holds: Uint8Array,
): readonly Change[] | undefined {
  const turning: number[] = [];
  someMove(compiled.game.moves[party], state, (to) => {
    if (holds[to] !== holds[state]) turning.push(to);
    return false;
  });
  return bestFirst(compiled.game, party, turning)
    .map((to) => changesBetween(compiled, state, to))
    .reduce<readonly Change[] | undefined>(
      (least, changes) => (least === undefined || changes.length < least.length ? changes : least),
      undefined,
    );
}

/** The decisions that are put to the vote in a state, whether each passes, and whose veto stops it. */
export function votesPut(compiled: Compiled, state: number): VotePut[] {
  return compiled.standoff.bodies.flatMap((body) =>
    body.decisions.flatMap((decision) => {
      const vote = voteAt(compiled, body, decision, state);
      if (!vote.put) return [];
      const stoppedBy = vote.stoppedBy.map((id) => body.members.find((member) => member.id === id)!.title);
      return [{ decision: decision.title, passes: vote.passes, stoppedBy }];
    }),
  );
}

/** For every seat the number of its member. */
function seatsOf({ members }: VotingBody): number[] {
  return members.flatMap(({ seats }, member) => Array<number>(seats).fill(member));
}

function numbersOf({ members, quotas }: VotingBody, seats: readonly number[]): Body {
  return {
    vetoes: seats.map((member) => members[member].veto),
    rules: quotas.map(({ of, least }) => ({
      weights: seats.map((member) => (of === "members" ? 1 : (members[member].weights[of] ?? 0))),
      quota: least,
    })),
  };
}

function share(of: Fraction): Share {
  return { fraction: `${of.numerator}/${of.denominator}`, decimal: toNumber(of) };
}
