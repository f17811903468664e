import { type Game, type Ranks, someMove } from "../game/game.ts";

/** Above this many states a horizon may take seconds, since every single move is looked at. */
export const MOST_STATES_LIMITED = 4096;

/*
 * Limited-move stability L_h (Zagare 1984; Kilgour 1985) and non-myopic stability NM (Kilgour 1984, 1985), as in Fang,
 * Hipel & Kilgour 1993, chapter 3. Backward induction: whoever is to decide moves only if that pays once the moves left
 * have been played, reckoning that the others decide in the same way with one move less.
 *
 * The literature defines both for two parties who take turns and rank all states strictly. For more parties and for ties the
 * following is ours. F_h(k, s) are the final states that may result when k is to decide at s with h moves left:
 *
 *   F_0(k, s) = {s};
 *   N_h(k, t), what may follow k's move to t with h left, is the union of F_h(j, t) over the parties j ≠ k that would
 *     leave t; {t} if none would;
 *   k judges a move to t by the worst member of N_{h−1}(k, t), and moves iff the best move so judged is better than s.
 *     Then F_h(k, s) is the union of N_{h−1}(k, t) over all moves judged best; else k stays and F_h(k, s) = {s}.
 *   A party whose preference is unanimous moves iff some N_{h−1}(k, t) has only states that it prefers to s, and F_h(k, s)
 *     is the union of all such.
 *
 * A state is L_h stable for k iff k stays there with h moves left. L_1 is Nash. With two parties and no ties F_h(k, s) is
 * one state, the G_h(k, s) of the literature.
 *
 * The sets themselves are never needed. All a decision asks of a set is its worst member by somebody's ranking, and the
 * worst of a union is the worst of the worst. So a horizon is an array `worst`, of length rankings · parties · states: the
 * lowest rank that ranking r gives to a member of F_h(k, s) stands at (r · parties + k) · states + s. A ranked party brings
 * one ranking, a unanimous one that of each member.
 */

/**
 * For every party, for every state: 1 iff the state is L_h stable for the party, where h is `horizon`. With 0 moves left
 * nobody can leave, so all are. Throws nothing. O(h · (moves · rankings + rankings · parties² · states)) time,
 * O(rankings · parties · states) memory.
 */
export function limitedMoveStability(game: Game, horizon: number): Uint8Array[] {
  const rankings = rankingsOf(game);
  let now = atTheEnd(game, rankings);
  let spare: Int32Array = new Int32Array(now.length);
  for (let left = 0; left < horizon; left++) {
    earlier(game, rankings, now, spare);
    [now, spare] = [spare, now];
  }
  return game.moves.map((_, party) => {
    const leaves = leavers(game, rankings, party, now);
    return leaves.map((each) => 1 - each);
  });
}

/** What holds however far the parties look ahead, and when looking further stops making a difference. */
export type NonMyopic = {
  /** For every party, for every state: 1 iff it is L_h stable for the party for all h from `from` on. */
  readonly stable: Uint8Array[];
  /** Whether from some horizon on nothing changes any more: `period` is 1. */
  readonly settles: boolean;
  /** The first horizon, at least 1, from which on the horizons repeat. */
  readonly from: number;
  /** After how many horizons they do. */
  readonly period: number;
};

/**
 * Non-myopic stability: L_h stability for all h from some h on. Each horizon follows from the last alone and there are
 * finitely many, so they run into a cycle, which Brent's method (1980) finds with one saved copy; stable is what is stable
 * throughout the cycle. Horizons count as equal when `worst` is, which decides all verdicts; the sets of final states
 * behind it may differ by ties. Undefined when the first `mostHorizons` horizons do not show the cycle (they do once they
 * are twice as many as the later of `from` and `period`, and the period on top). Throws nothing. Time of
 * `limitedMoveStability` per horizon, for at most 4 · `mostHorizons` of them.
 */
export function nonMyopicStability(game: Game, mostHorizons = 10_000): NonMyopic | undefined {
  const rankings = rankingsOf(game);
  const advance = (from: Int32Array, times: number): Int32Array => {
    let now: Int32Array = from.slice();
    let spare: Int32Array = new Int32Array(now.length);
    for (let time = 0; time < times; time++) {
      earlier(game, rankings, now, spare);
      [now, spare] = [spare, now];
    }
    return now;
  };
  const end = atTheEnd(game, rankings);
  const period = periodOf(game, rankings, end, mostHorizons);
  if (period === undefined) return undefined;

  let ahead: Int32Array = advance(end, period);
  let now: Int32Array = end;
  let spare: Int32Array = new Int32Array(end.length);
  let from = 0;
  for (; !same(now, ahead); from++) {
    earlier(game, rankings, now, spare);
    [now, spare] = [spare, now];
    earlier(game, rankings, ahead, spare);
    [ahead, spare] = [spare, ahead];
  }
  const stable = game.moves.map(() => new Uint8Array(game.states).fill(1));
  for (let time = 0; time < period; time++) {
    stable.forEach((each, party) => {
      const leaves = leavers(game, rankings, party, now);
      for (let state = 0; state < game.states; state++) if (leaves[state] === 1) each[state] = 0;
    });
    earlier(game, rankings, now, spare);
    [now, spare] = [spare, now];
  }
  // Horizon 0, where nobody may move, can be in the cycle only if it looks like a later one; we speak of that one then.
  return { stable, settles: period === 1, from: Math.max(1, from), period };
}

/**
 * The play that the party foresees after its move to `to`, with `horizon` moves in all counting that one: of the others that would
 * move on, always the one, and of its best moves the one, that ends worst for the party. The last state has the rank by which
 * the party judges its move. Only for games without parties acting as one. Cost: `limitedMoveStability`, keeping every horizon.
 */
export function foreseenPlay(
  game: Game,
  horizon: number,
  party: number,
  to: number,
): { readonly party: number; readonly to: number }[] {
  const { states } = game;
  const parties = game.moves.length;
  const rankings = rankingsOf(game);
  const worst = [atTheEnd(game, rankings)];
  for (let left = 1; left < horizon; left++) {
    worst.push(new Int32Array(worst[0].length));
    earlier(game, rankings, worst[left - 1], worst[left]);
  }
  const leavesWith = (left: number) =>
    game.moves.map((_, each) => leavers(game, rankings, each, worst[left]));
  const [judge] = rankings.of[party];
  const play: { party: number; to: number }[] = [];
  let mover = party;
  let at = to;
  for (let left = horizon - 1; left > 0; left--) {
    const leaves = leavesWith(left);
    const value = (each: number) => worst[left][(judge * parties + each) * states + at];
    const moving = [...leaves.keys()].filter((each) => each !== mover && leaves[each][at] === 1);
    if (moving.length === 0) break;
    const next = moving.reduce((least, each) => (value(each) < value(least) ? each : least));
    const before = leavesWith(left - 1);
    const after = (ranking: number) => worstAfter(game, rankings, before, next, ranking, worst[left - 1]);
    const own = after(rankings.of[next][0]);
    const judged = after(judge);
    let best = -1;
    someMove(game.moves[next], at, (each) => {
      if (best < 0 || own[each] > own[best] || (own[each] === own[best] && judged[each] < judged[best]))
        best = each;
      return false;
    });
    play.push({ party: next, to: best });
    mover = next;
    at = best;
  }
  return play;
}

function periodOf(game: Game, rankings: Rankings, end: Int32Array, mostHorizons: number): number | undefined {
  let now: Int32Array = end.slice();
  let spare: Int32Array = new Int32Array(end.length);
  const saved = end.slice();
  let savedAt = 0;
  let saveAt = 1;
  for (let horizon = 1; horizon <= mostHorizons; horizon++) {
    earlier(game, rankings, now, spare);
    [now, spare] = [spare, now];
    if (same(now, saved)) return horizon - savedAt;
    if (horizon === saveAt) {
      saved.set(now);
      savedAt = horizon;
      saveAt *= 2;
    }
  }
  return undefined;
}

/** All rankings of all parties in a row; those of party k are `of[k]`. */
type Rankings = { readonly all: readonly Int32Array[]; readonly of: readonly (readonly number[])[] };

function rankingsOf(game: Game): Rankings {
  const all: Int32Array[] = [];
  const of = game.preferences.map((preference) => ranksIn(preference).map((rank) => all.push(rank) - 1));
  return { all, of };
}

function ranksIn(preference: Ranks): readonly Int32Array[] {
  return preference.kind === "unanimous" ? preference.members.map(({ rank }) => rank) : [preference.rank];
}

/** No moves left: every final state is where one is. */
function atTheEnd(game: Game, { all }: Rankings): Int32Array {
  const worst = new Int32Array(all.length * game.moves.length * game.states);
  all.forEach((rank, ranking) => {
    for (let party = 0; party < game.moves.length; party++)
      worst.set(rank, (ranking * game.moves.length + party) * game.states);
  });
  return worst;
}

/** Per state 1 iff the party leaves it. All it then foresees is better than the state, so its own ranking shows it. */
function leavers(game: Game, { all, of }: Rankings, party: number, worst: Int32Array): Uint8Array {
  const [own] = of[party];
  const base = (own * game.moves.length + party) * game.states;
  const leaves = new Uint8Array(game.states);
  for (let state = 0; state < game.states; state++)
    if (worst[base + state] !== all[own][state]) leaves[state] = 1;
  return leaves;
}

/** From `worst` with some number of moves left to `next` with one more. */
function earlier(game: Game, rankings: Rankings, worst: Int32Array, next: Int32Array): void {
  const { states } = game;
  const parties = game.moves.length;
  const { all, of } = rankings;
  const leaves = game.moves.map((_, party) => leavers(game, rankings, party, worst));
  for (let party = 0; party < parties; party++) {
    const after = all.map((_, ranking) => worstAfter(game, rankings, leaves, party, ranking, worst));
    const own = of[party];
    const ranked = game.preferences[party].kind !== "unanimous";
    const judged = after[own[0]];
    const fold = (state: number, to: number, first: boolean): void => {
      for (let ranking = 0; ranking < all.length; ranking++) {
        const at = (ranking * parties + party) * states + state;
        if (first || after[ranking][to] < next[at]) next[at] = after[ranking][to];
      }
    };
    for (let state = 0; state < states; state++) {
      let moves = false;
      if (ranked) {
        let best = all[own[0]][state];
        someMove(game.moves[party], state, (to) => {
          if (judged[to] > best) {
            best = judged[to];
            fold(state, to, true);
            moves = true;
          } else if (moves && judged[to] === best) fold(state, to, false);
          return false;
        });
      } else {
        someMove(game.moves[party], state, (to) => {
          if (own.every((ranking) => after[ranking][to] > all[ranking][state])) {
            fold(state, to, !moves);
            moves = true;
          }
          return false;
        });
      }
      if (!moves) {
        for (let ranking = 0; ranking < all.length; ranking++)
          next[(ranking * parties + party) * states + state] = all[ranking][state];
      }
    }
  }
}

/** For every state t the lowest rank that `ranking` gives to a member of N(party, t). */
function worstAfter(
  game: Game,
  { all }: Rankings,
  leaves: readonly Uint8Array[],
  party: number,
  ranking: number,
  worst: Int32Array,
): Int32Array {
  const { states } = game;
  const after = all[ranking].slice();
  const moved = new Uint8Array(states);
  for (let other = 0; other < game.moves.length; other++) {
    if (other === party) continue;
    const base = (ranking * game.moves.length + other) * states;
    for (let state = 0; state < states; state++) {
      if (leaves[other][state] === 0) continue;
      if (moved[state] === 0 || worst[base + state] < after[state]) after[state] = worst[base + state];
      moved[state] = 1;
    }
  }
  return after;
}

function same(one: Int32Array, other: Int32Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
