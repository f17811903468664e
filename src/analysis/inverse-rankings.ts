import type { Concept } from "../engine/concepts.ts";
import { type Game, type Ranks, type SinglyRanked, someMove } from "../game/game.ts";
import { type Nearest, nearestRanking, type Wishes } from "./nearest-ranking.ts";
import { answersTo, meets, rankingConditions } from "./ranking-conditions.ts";

/** More rankings than so many are not looked at unless asked to go on for longer. */
const MOST_TRIED = 20_000;

/** A wanted state, and what each party must like it at least as well as besides (a party index and a state each). */
export type Target = { readonly state: number; readonly atLeast: readonly (readonly [number, number])[] };

/** What is asked of a party's ranking, the nearest that meets it, and how many exchanges that takes. */
export type Held = Nearest & { readonly wishes: Wishes };

/** A target's state, with rankings that make it stable; `held` has one entry a party. */
export type Nearer = { readonly state: number; readonly exchanges: number; readonly held: readonly Held[] };

/** `bound`: nothing takes fewer exchanges; equal to those of `best` when that is proved least. `best` is undefined when nothing would do. */
export type InverseRankings = {
  readonly best: Nearer | undefined;
  readonly bound: number;
  readonly tried: number;
};

/**
 * The least number of adjacent exchanges in parties' rankings after which some target is stable for everybody: inverse analysis (Kinsara,
 * Petersons, Hipel & Kilgour 2015) as a least change (Silva, Rêgo & others call it preference manipulation and show that it is hard in general).
 *
 * Exact, best first. A node holds wishes: that a party like the state at least as well as another, or an opponent like a move that
 * would answer. It costs the distance of the nearest rankings that meet them. If these make the target stable, nothing cheaper
 * does. If not, some improvement of some party is not deterred, and every way to mend that makes one wish come true that is not: the state at
 * least as good as where it leads, or as where answers already lead, or one of the moves liked that would lead answers elsewhere. Each is a child.
 * For nash, gmr and smr only a party's own ranking counts, so each is searched alone. What makes a target stable under nash does so under all, so
 * there is always a solution; `exact` fails, and `bound` says how far the search came, when more than `MOST_TRIED` rankings or `stop` end it.
 */
export function inverseRankings(
  game: Game,
  targets: readonly Target[],
  concept: Concept,
  stop: () => boolean = () => false,
): InverseRankings {
  const rankings = game.preferences.map((ranks) => (ranks as SinglyRanked).rank);
  const parties = [...game.moves.keys()];
  const fallback = least(targets.map((target) => underNash(game, rankings, target)));
  if (fallback === undefined) return { best: undefined, bound: Infinity, tried: 0 };
  if (concept === "nash") return { best: fallback, bound: fallback.exchanges, tried: targets.length };
  const budget = { left: MOST_TRIED, stop };
  const found =
    concept === "seq" || concept === "sseq"
      ? [search(game, rankings, targets, concept, parties, budget, fallback.exchanges)]
      : targets.map((target) => {
          const alone = parties.map((party) =>
            search(game, rankings, [target], concept, [party], budget, Infinity),
          );
          const bound = alone.reduce((sum, each) => sum + each.bound, 0);
          const solved = alone.flatMap(({ best }, party) => best?.held[party] ?? []);
          return { best: solved.length < parties.length ? undefined : nearer(target, solved), bound };
        });
  const best = least([fallback, ...found.map((each) => each.best)])!;
  const bound = Math.min(best.exchanges, ...found.map((each) => each.bound));
  return { best, bound, tried: MOST_TRIED - budget.left };
}

function nearer({ state }: Target, held: readonly Held[]): Nearer {
  return { state, exchanges: held.reduce((sum, { distance }) => sum + distance, 0), held };
}

function least(some: readonly (Nearer | undefined)[]): Nearer | undefined {
  return some.reduce(
    (one, other) =>
      one === undefined || (other !== undefined && other.exchanges < one.exchanges) ? other : one,
    undefined,
  );
}

function hold(rank: Int32Array, wishes: Wishes): Held {
  return { wishes, ...nearestRanking(rank, wishes) };
}

/** The parties' rankings nearest to theirs by which each likes the target at least as well as all that it could move to. */
function underNash(game: Game, rankings: readonly Int32Array[], target: Target): Nearer {
  return nearer(
    target,
    rankings.map((rank, party) => {
      const { state, atLeast } = atFirst(target, party);
      const all = new Set(atLeast);
      someMove(game.moves[party], state, (to) => {
        all.add(to);
        return false;
      });
      return hold(rank, { state, atLeast: [...all], better: [] });
    }),
  );
}

function atFirst({ state, atLeast }: Target, party: number): Wishes {
  const asked = atLeast.flatMap(([who, other]) => (who === party && other !== state ? [other] : []));
  return { state, atLeast: asked, better: [] };
}

type Budget = { left: number; readonly stop: () => boolean };

/** Best first over wishes, as said above; of nodes that cost the same the last made is looked at first. */
function search(
  game: Game,
  rankings: readonly Int32Array[],
  targets: readonly Target[],
  concept: Concept,
  parties: readonly number[],
  budget: Budget,
  atMost: number,
): { readonly best: Nearer | undefined; readonly bound: number } {
  const seen = new Set<string>();
  const waiting: Node[][] = [];
  let unsolved = Infinity;
  const put = (target: Target, held: readonly Held[]) => {
    const key = `${target.state} ${held.map(({ wishes }) => keyOf(wishes)).join(" ")}`;
    if (seen.has(key)) return;
    seen.add(key);
    budget.left--;
    const node = { target, nearer: nearer(target, held) };
    if (node.nearer.exchanges <= atMost && node.nearer.exchanges < Infinity)
      (waiting[node.nearer.exchanges] ??= []).push(node);
  };
  for (const target of targets)
    put(
      target,
      rankings.map((rank, party) => hold(rank, atFirst(target, party))),
    );
  for (let exchanges = 0; exchanges < waiting.length; exchanges++) {
    for (let node = waiting[exchanges]?.pop(); node !== undefined; node = waiting[exchanges]?.pop()) {
      if (budget.left <= 0 || budget.stop()) return { best: undefined, bound: Math.min(exchanges, unsolved) };
      const { target, nearer: here } = node;
      const ways = waysOn(game, here, concept, parties);
      if (ways === "unsolved") unsolved = Math.min(unsolved, exchanges);
      else if (ways === undefined) return { best: here, bound: Math.min(exchanges, unsolved) };
      else
        for (const { party, wishes } of ways)
          put(target, here.held.with(party, hold(rankings[party], wishes)));
    }
  }
  return { best: undefined, bound: Math.min(atMost, unsolved) };
}

type Way = { readonly party: number; readonly wishes: Wishes };

type Node = { readonly target: Target; readonly nearer: Nearer };

/**
 * One more wish each, such that whatever makes the state stable meets one of them; undefined where it is stable. They mend the condition
 * that leaves the fewest ways.
 */
function waysOn(
  { moves, states }: Game,
  { state, held }: Nearer,
  concept: Concept,
  parties: readonly number[],
): Way[] | "unsolved" | undefined {
  const ranks: Ranks[] = [];
  for (const { rank } of held) {
    if (rank === undefined) return "unsolved";
    ranks.push({ kind: "ranked", rank, levels: states });
  }
  const game = { states, moves, preferences: ranks };
  const failing = parties.flatMap((party) =>
    rankingConditions(game, party, state, concept).flatMap((condition) =>
      meets(ranks[party], state, condition) ? [] : [{ party, ...condition }],
    ),
  );
  if (failing.length === 0) return undefined;
  const { party, move, answers } = failing.reduce((few, each) =>
    each.answers.length < few.answers.length ? each : few,
  );
  const { wishes } = held[party];
  const ways: Way[] = [[move], ...answers].map((others) => ({
    party,
    wishes: { ...wishes, atLeast: [...new Set([...wishes.atLeast, ...others])].sort((a, b) => a - b) },
  }));
  const { disliked } = answersTo(game, party, move, concept);
  for (const [mover, from, to] of disliked) {
    const { wishes: theirs } = held[mover];
    const better = [...theirs.better, [to, from] as const].sort(([a, b], [c, d]) => a - c || b - d);
    ways.push({ party: mover, wishes: { ...theirs, better } });
  }
  return ways;
}

function keyOf({ atLeast, better }: Wishes): string {
  return `${atLeast.join()}>${better.join(";")}`;
}
