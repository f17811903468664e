import type { Concept } from "../engine/concepts.ts";
import { type Game, type Ranks, type SinglyRanked, someMove } from "../game/game.ts";
import { type Nearest, nearestRanking, type Wishes } from "./nearest-ranking.ts";
import { answersTo, type Condition, meets, rankingConditions } from "./ranking-conditions.ts";

/** More rankings than so many are not looked at unless asked to go on for longer. */
const MOST_TRIED = 5_000;

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
 * Petersons, Hipel & Kilgour 2015) as a least change ("Optimizing the cost of preference manipulation in the graph model", of which only the abstract was
 * at hand, shows that the least cost is hard to find in general).
 *
 * Exact, best first. A node holds wishes: that a party like the state at least as well as another, or an opponent like a move that
 * would answer. It costs the distance of the nearest rankings that meet them. If these make the target stable, nothing cheaper
 * does. If not, some improvement of some party is not deterred, and every way to mend that makes one wish come true that is not: the state at
 * least as good as where it leads, or as where answers already lead, or one of the moves liked that would lead answers elsewhere. Each is a child.
 * For nash, gmr and smr only a party's own ranking counts, so each is searched alone. What makes a target stable under nash does so under all, so
 * there is always a solution; `best` is then perhaps not least, and `bound` says how far the search came, when more than `MOST_TRIED` rankings or `stop` end it.
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
  const ask = { game, rankings, budget };
  if (concept === "seq" || concept === "sseq") {
    const { best, bound } = search(ask, targets, concept, parties, fallback);
    return { best, bound, tried: MOST_TRIED - budget.left };
  }
  let best = fallback;
  let { exchanges: bound } = fallback;
  for (const target of targets) {
    if (best.exchanges === 0) break;
    const alone = parties.map((party) => search(ask, [target], concept, [party], undefined));
    const solved = alone.flatMap((each, party) => each.best?.held[party] ?? []);
    if (solved.length === parties.length) best = least([best, nearer(target, solved)])!;
    bound = Math.min(
      bound,
      alone.reduce((sum, each) => sum + each.bound, 0),
    );
  }
  return { best, bound, tried: MOST_TRIED - budget.left };
}

function nearer({ state }: { readonly state: number }, held: readonly Held[]): Nearer {
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

type Ask = {
  readonly game: Game;
  readonly rankings: readonly Int32Array[];
  readonly budget: { left: number; readonly stop: () => boolean };
};
type Found = { readonly best: Nearer | undefined; readonly bound: number };

/**
 * Best first over wishes, as said above, for the stability of some parties; nothing that takes more than `known` is looked at. Under seq a
 * state is stable only if it is under gmr (sseq: smr), so what that takes each party by itself is never saved: it is reckoned when a target
 * turns out not to be stable as it is.
 */
function search(
  ask: Ask,
  targets: readonly Target[],
  concept: Concept,
  parties: readonly number[],
  known: Nearer | undefined,
): Found {
  const { game, rankings, budget } = ask;
  const weaker = concept === "seq" ? "gmr" : concept === "sseq" ? "smr" : undefined;
  let best = known;
  const seen = new Set<string>();
  const floors = new Map<Target, readonly number[]>();
  const waiting: Node[][] = [];
  let unsolved = Infinity;
  const put = (target: Target, here: Nearer) => {
    const floor = floors.get(target);
    const atLeast =
      floor === undefined
        ? here.exchanges
        : here.held.reduce((sum, { distance }, party) => sum + Math.max(distance, floor[party]), 0);
    if (atLeast >= (best?.exchanges ?? Infinity)) return;
    const bucket = waiting[atLeast] ?? [];
    bucket.push({ target, here });
    waiting[atLeast] = bucket;
  };
  const children = (here: Nearer, ways: readonly Way[]): Nearer[] =>
    ways.map(({ party, wishes }) => {
      budget.left--;
      return nearer(here, here.held.with(party, hold(rankings[party], wishes)));
    });
  const isNew = ({ state, held }: Nearer, { party, wishes }: Way): boolean => {
    const all = held.map((each, index) => keyOf(index === party ? wishes : each.wishes));
    const key = `${state} ${all.join(" ")}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const over = () => budget.left <= 0 || budget.stop();

  for (const target of targets) {
    const { state } = target;
    const nothing = { state, atLeast: [], better: [] };
    put(
      target,
      nearer(
        target,
        rankings.map((rank, party) => hold(rank, parties.includes(party) ? atFirst(target, party) : nothing)),
      ),
    );
  }
  const stability = stabilityTest(game, concept, parties);
  for (let exchanges = 0; exchanges < waiting.length; exchanges++) {
    // Of what costs the same all is looked at before any of it is taken further.
    const failing: { readonly node: Node; readonly ways: () => Way[] }[] = [];
    for (;;) {
      if (exchanges >= (best?.exchanges ?? Infinity)) return { best, bound: Math.min(exchanges, unsolved) };
      const node = waiting[exchanges]?.pop();
      if (node !== undefined) {
        if (over()) return { best, bound: Math.min(exchanges, unsolved) };
        const ways = stability(node.here);
        if (ways === "unsolved") unsolved = Math.min(unsolved, exchanges);
        else if (ways !== undefined) failing.push({ node, ways });
        else if (node.here.exchanges === exchanges)
          return { best: node.here, bound: Math.min(exchanges, unsolved) };
        else best = least([best, node.here]);
        continue;
      }
      const further = failing.pop();
      if (further === undefined) break;
      const { target, here } = further.node;
      if (weaker === undefined || floors.has(target)) {
        const ways = further.ways().filter((way) => isNew(here, way));
        for (const child of children(here, ways)) put(target, child);
        continue;
      }
      const alone = parties.map((party) => search(ask, [target], weaker, [party], undefined).bound);
      floors.set(target, alone);
      put(target, here);
    }
  }
  return { best, bound: Math.min(best?.exchanges ?? Infinity, unsolved) };
}

type Way = { readonly party: number; readonly wishes: Wishes };

type Node = { readonly target: Target; readonly here: Nearer };

/**
 * Tells whether rankings make their state stable for the parties: undefined. Else how to find wishes, one more each, such that
 * whatever does so meets one of them; they mend the condition that leaves the fewest ways.
 */
function stabilityTest({ moves, states }: Game, concept: Concept, parties: readonly number[]) {
  // What others want does not matter under gmr and smr, so there the conditions of a state stay.
  const fixed = new Map<number, Condition[]>();
  const conditionsOf = (game: Game, party: number, state: number): Condition[] => {
    if (concept === "seq" || concept === "sseq") return rankingConditions(game, party, state, concept);
    const key = state * moves.length + party;
    const known = fixed.get(key) ?? rankingConditions(game, party, state, concept);
    fixed.set(key, known);
    return known;
  };
  return ({ state, held }: Nearer): (() => Way[]) | "unsolved" | undefined => {
    const ranks: Ranks[] = [];
    for (const { rank } of held) {
      if (rank === undefined) return "unsolved";
      ranks.push({ kind: "ranked", rank, levels: states });
    }
    const game = { states, moves, preferences: ranks };
    const failing = parties.flatMap((party) =>
      conditionsOf(game, party, state).flatMap((condition) =>
        meets(ranks[party], state, condition) ? [] : [{ party, ...condition }],
      ),
    );
    if (failing.length === 0) return undefined;
    return () => waysOn(game, held, failing, concept);
  };
}

type Failing = Condition & { readonly party: number };

function waysOn(game: Game, held: readonly Held[], failing: readonly Failing[], concept: Concept): Way[] {
  const { party, move, answers } = failing.reduce((few, each) =>
    each.answers.length < few.answers.length ? each : few,
  );
  const { wishes } = held[party];
  const ways: Way[] = [[move], ...answers].map((others) => ({
    party,
    wishes: { ...wishes, atLeast: [...new Set([...wishes.atLeast, ...others])].sort((a, b) => a - b) },
  }));
  for (const [mover, from, to] of answersTo(game, party, move, concept).disliked) {
    const { wishes: theirs } = held[mover];
    const better = [...theirs.better, [to, from] as const].sort(([a, b], [c, d]) => a - c || b - d);
    ways.push({ party: mover, wishes: { ...theirs, better } });
  }
  return ways;
}

function keyOf({ atLeast, better }: Wishes): string {
  return `${atLeast.join()}>${better.join(";")}`;
}
