/**
 * What is asked of a party's ranking: `state` is to be liked at least as well as each of `atLeast`, and of every pair in `better` the
 * first is to be liked better than the second.
 */
export type Wishes = {
  readonly state: number;
  readonly atLeast: readonly number[];
  readonly better: readonly (readonly [number, number])[];
};

/** `rank` is undefined where no ranking meets the wishes (`distance` is infinite) or more states are in play than are tried (a lower bound). */
export type Nearest = { readonly distance: number; readonly rank: Int32Array | undefined };

/** More states than so many, in pairs that are to be strictly ordered, are not tried in every order. */
const MOST_IN_PLAY = 13;

/**
 * The number of adjacent exchanges between two rankings with ties: of pairs of states that they compare differently (better, as good,
 * worse). Without ties this is Kendall's distance (1938), the least number of exchanges of neighbors; a tie made or broken counts as an
 * exchange does (the K^(p) of Fagin, Kumar, Mahdian, Sivakumar & Vee 2006 with p = 1). O(S²).
 */
export function exchangesBetween(one: Int32Array, other: Int32Array): number {
  let exchanges = 0;
  for (let a = 0; a < one.length; a++)
    for (let b = 0; b < a; b++)
      if (Math.sign(one[a] - one[b]) !== Math.sign(other[a] - other[b])) exchanges++;
  return exchanges;
}

/**
 * The nearest ranking that meets the wishes, by `exchangesBetween`, and how far it is. If only `state` is to rise above others, it
 * passes some tiers, and those of the others that are still higher come down to it: O(S). Pairs to be strictly ordered may clash with that; then
 * the states in play are tried in every order, the others falling into place: O(2^k · k²) for k states.
 */
export function nearestRanking(rank: Int32Array, wishes: Wishes): Nearest {
  const lifted = lift(rank, wishes);
  const { better } = wishes;
  if (lifted.rank !== undefined && better.every(([up, down]) => lifted.rank[up] > lifted.rank[down]))
    return lifted;
  const inPlay = [...new Set([...better.flat(), ...wishes.atLeast, wishes.state])];
  if (inPlay.length > MOST_IN_PLAY) return { distance: lifted.distance, rank: undefined };
  return everyOrder(rank, wishes, inPlay);
}

/**
 * Only `atLeast`. Nobody needs to tie or fall who need not, so what is chosen is a level up to which the state passes everything; whatever of
 * `atLeast` is higher falls below it, past all that is between and stays. No new ties: they would cost as much and bind more.
 */
function lift(
  rank: Int32Array,
  { state, atLeast }: Wishes,
): { readonly distance: number; readonly rank: Int32Array } {
  const own = rank[state];
  const falling = new Uint8Array(rank.length);
  let top = own;
  for (const each of atLeast) {
    if (rank[each] <= own) continue;
    falling[each] = 1;
    if (rank[each] > top) top = rank[each];
  }
  if (top === own) return { distance: 0, rank };
  const low = new Int32Array(top - own + 1);
  const kept = new Int32Array(top - own + 1);
  let equals = -1;
  for (let each = 0; each < rank.length; each++) {
    if (rank[each] === own) equals++;
    else if (rank[each] > own && rank[each] <= top) {
      if (falling[each] === 1) low[rank[each] - own]++;
      else kept[rank[each] - own]++;
    }
  }
  let distance = equals;
  let above = 0;
  let between = 0;
  for (let level = 1; level <= top - own; level++) {
    between += kept[level];
    above += low[level];
    distance += low[level] * (1 + between);
  }
  let least = distance;
  let passed = own;
  for (let level = 1; level <= top - own; level++) {
    above -= low[level];
    distance += kept[level] * (1 - low[level] - above);
    if (distance < least) [least, passed] = [distance, own + level];
  }
  const order = Int32Array.from(rank, (each, at) => {
    if (at === state) return 2 * rank.length;
    if (each <= own) return each;
    return falling[at] === 1 || each <= passed ? rank.length + each : 3 * rank.length + each;
  });
  return { distance: least, rank: dense(order) };
}

/**
 * The states in play are put in order from the best down, tier by tier, beside the blocks of the others, which keep their order: a shortest path
 * over (which are placed, how many blocks are). Only states tied before are ever tied. Others between two neighboring ranks in play
 * compare alike with all that is in play and so stay together.
 */
function everyOrder(
  rank: Int32Array,
  { state, atLeast, better }: Wishes,
  inPlay: readonly number[],
): Nearest {
  const bit = new Map(inPlay.map((each, index) => [each, index]));
  const strictlyBelow = inPlay.map(() => 0);
  const notAbove = inPlay.map(() => 0);
  for (const [up, down] of better) strictlyBelow[bit.get(down)!] |= 1 << bit.get(up)!;
  for (const each of atLeast) if (each !== state) notAbove[bit.get(each)!] |= 1 << bit.get(state)!;

  const blocks = blocksBeside(rank, inPlay);
  const reversedBy = (height: number) =>
    inPlay.reduce((mask, each, index) => (rank[each] <= height ? mask | (1 << index) : mask), 0);
  const noBetter = inPlay.map((each) => reversedBy(rank[each]));
  const noBetterThanBlock = blocks.map(({ height }) => reversedBy(height));
  // For each state in play and number of blocks placed: how many of these it should not be below.
  const passes = inPlay.map((each) => {
    const sums = [0];
    for (const { height, size } of blocks)
      sums.push(sums[sums.length - 1] + (height <= rank[each] ? size : 0));
    return sums;
  });
  const tiers = new Map<number, number>();
  inPlay.forEach((each, index) => {
    tiers.set(rank[each], (tiers.get(rank[each]) ?? 0) | (1 << index));
  });

  const width = blocks.length + 1;
  const all = (1 << inPlay.length) - 1;
  const least = new Float64Array((all + 1) * width).fill(Infinity);
  const from = new Int32Array((all + 1) * width).fill(-1);
  least[0] = 0;
  for (let placed = 0; placed <= all; placed++) {
    for (let count = 0; count < width; count++) {
      const here = placed * width + count;
      const sofar = least[here];
      if (sofar === Infinity) continue;
      const next = blocks[count];
      const reach = (mask: number, more: 0 | 1, cost: number) => {
        const there = (placed | mask) * width + count + more;
        if (sofar + cost >= least[there]) return;
        least[there] = sofar + cost;
        from[there] = here;
      };
      const blockCost = next === undefined ? 0 : next.size * ones(placed & noBetterThanBlock[count]);
      if (next !== undefined) reach(0, 1, blockCost);
      for (const [height, members] of tiers) {
        const open = members & ~placed;
        for (let mask = open; mask > 0; mask = (mask - 1) & open) {
          let cost = 0;
          for (let index = 0; index < inPlay.length && cost < Infinity; index++) {
            if ((mask & (1 << index)) === 0) continue;
            const blocked =
              (strictlyBelow[index] & ~placed) !== 0 || (notAbove[index] & ~(placed | mask)) !== 0;
            cost += blocked ? Infinity : ones(placed & noBetter[index]) + passes[index][count];
          }
          if (cost === Infinity) continue;
          reach(mask, 0, cost);
          if (next?.height === height) reach(mask, 1, cost + blockCost);
        }
      }
    }
  }
  const end = all * width + blocks.length;
  if (least[end] === Infinity) return { distance: Infinity, rank: undefined };

  // The path backwards: from the worst tier up.
  const order = new Int32Array(rank.length);
  const heightOfBlock = new Map(blocks.map(({ height }, index) => [height, index]));
  const tierOfBlock = new Int32Array(blocks.length);
  let tier = 0;
  for (let at = end; from[at] >= 0; at = from[at], tier += rank.length + 1) {
    const [now, before] = [Math.floor(at / width), Math.floor(from[at] / width)];
    inPlay.forEach((each, index) => {
      if (((now & ~before) >> index) & 1) order[each] = tier + rank[each];
    });
    if (at % width !== from[at] % width) tierOfBlock[from[at] % width] = tier;
  }
  // A block between two ranks in play holds several tiers, which its states' ranks keep apart.
  for (let each = 0; each < rank.length; each++) {
    if (bit.has(each)) continue;
    order[each] = tierOfBlock[heightOfBlock.get(blockHeight(rank[each], inPlay, rank))!] + rank[each];
  }
  return { distance: least[end], rank: dense(order) };
}

/** The states not in play, best first, those together that compare alike with all in play; a height that is no rank is between two. */
function blocksBeside(rank: Int32Array, inPlay: readonly number[]): { height: number; size: number }[] {
  const chosen = new Set(inPlay);
  const sizes = new Map<number, number>();
  for (let each = 0; each < rank.length; each++) {
    if (chosen.has(each)) continue;
    const height = blockHeight(rank[each], inPlay, rank);
    sizes.set(height, (sizes.get(height) ?? 0) + 1);
  }
  return [...sizes].map(([height, size]) => ({ height, size })).sort((a, b) => b.height - a.height);
}

/** The rank itself where a state in play has it, else half a rank above the next lower one of a state in play. */
function blockHeight(height: number, inPlay: readonly number[], rank: Int32Array): number {
  let below = -1;
  for (const each of inPlay) {
    if (rank[each] === height) return height;
    if (rank[each] < height && rank[each] > below) below = rank[each];
  }
  return below + 0.5;
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Ranks 0, 1, … in the order of the numbers, which are not negative. */
function dense(order: Int32Array): Int32Array {
  const place = new Int32Array(order.reduce((most, each) => Math.max(most, each), 0) + 1);
  for (let at = 0; at < order.length; at++) place[order[at]] = 1;
  let levels = 0;
  for (let value = 0; value < place.length; value++) if (place[value] === 1) place[value] = levels++;
  return order.map((value) => place[value]);
}
