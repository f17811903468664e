import { BIT, type Concept } from "../engine/concepts.ts";
import { statesLeft } from "../engine/states-left.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { codeOfState, levelIn } from "../game/space.ts";
import { truthsAt } from "./matching.ts";

/** A joint change: the state it leads to, the parties whose options it changes, and how many options that are. */
export type Package = {
  readonly state: number;
  readonly signatories: readonly number[];
  readonly changes: number;
};

/** Groups of signatories are subsets, so no package of more than these is looked at. */
const MOST_SIGNATORIES = 16;

/** In words why a standoff has no packages at all to look for; undefined when it may. */
export function noPackages({ standoff, space, game }: Compiled): string | undefined {
  if (standoff.moves !== undefined || space.merged !== undefined)
    return "packages switch options together, which listed moves and merged states (`same:`) do not have";
  if (game.moves.length > MOST_SIGNATORIES)
    return `${game.moves.length} parties are too many for packages, whose groups are all looked at; the limit is ${MOST_SIGNATORIES}`;
  return undefined;
}

/**
 * The goal states (1 in `wanted`) that are packages from `start`, fewest signatories first, then fewest changes; and how many of
 * the others fail by which test first: some option cannot change so, some signatory is worse off, it would not hold, a group of
 * signatories would leave it. `equilibria` are the masks of all states. Groups are judged smaller ones first, so when the
 * time is up what has at most `decidedUpTo` signatories is decided, and `undecided` states are not.
 *
 * The first three tests take O(goal states · options); then for every set of two or more who sign together somewhere
 * `statesLeft`, near-linear where all moves are free and the concept is nash, gmr or seq.
 */
export function packagesFrom(
  compiled: Compiled,
  {
    wanted,
    start,
    concept,
    equilibria,
    onProgress = () => {},
    outOfTime = () => false,
  }: {
    wanted: Uint8Array;
    start: number;
    concept: Concept;
    equilibria: Uint8Array;
    onProgress?: (done: number) => void;
    outOfTime?: () => boolean;
  },
) {
  const { game } = compiled;
  const failing = { worse: 0, barred: 0, unstable: 0, left: 0 };
  const { open, signing, changes } = candidates(compiled, wanted, start, (state, mask, allowed) => {
    if (!allowed) failing.barred++;
    else if (partiesIn(mask).some((party) => prefers(game.preferences[party], start, state))) failing.worse++;
    else if ((equilibria[state] & BIT[concept]) === 0) failing.unstable++;
    else return true;
    return false;
  });

  const groups = groupsWithin(signing, open);
  let decidedUpTo = game.moves.length;
  let judged = 0;
  for (const group of groups) {
    onProgress(judged++ / groups.length);
    const asked = open.map((each, state) => each & Number((signing[state] & group) === group));
    const left = outOfTime() ? undefined : statesLeft(game, partiesIn(group), concept, asked, outOfTime);
    if (left === undefined) {
      decidedUpTo = partiesIn(group).length - 1;
      break;
    }
    for (let state = 0; state < left.length; state++) {
      if (left[state] === 0) continue;
      open[state] = 0;
      failing.left++;
    }
  }

  const found: Package[] = [];
  let undecided = 0;
  for (let state = 0; state < open.length; state++) {
    if (open[state] === 0) continue;
    const signatories = partiesIn(signing[state]);
    if (signatories.length > decidedUpTo) undecided++;
    else found.push({ state, signatories, changes: changes[state] });
  }
  found.sort(
    (a, b) => a.signatories.length - b.signatories.length || a.changes - b.changes || a.state - b.state,
  );
  return { found, failing, decidedUpTo, undecided };
}

/** The wanted states that pass `keep`, with the parties whose options differ from the start as bits, and how many options do. */
export function candidates(
  { standoff, space, game }: Compiled,
  wanted: Uint8Array,
  start: number,
  keep: (state: number, signatories: number, allowed: boolean) => boolean,
) {
  const open = new Uint8Array(game.states);
  const signing = new Uint32Array(game.states);
  const changes = new Uint8Array(game.states);
  const from = codeOfState(space, start);
  const digits = space.digits.map((digit) => {
    const { oneWay, changesWhen } = digit.option;
    const guarded = changesWhen !== undefined && truthsAt(standoff, space, [changesWhen], [from])[0][0] === 0;
    return {
      digit,
      before: levelIn(from, digit),
      mayRise: !guarded && oneWay !== "dropped",
      mayFall: !guarded && oneWay !== "taken",
    };
  });
  for (let state = 0; state < game.states; state++) {
    if (wanted[state] === 0 || state === start) continue;
    const code = codeOfState(space, state);
    let allowed = true;
    for (const { digit, before, mayRise, mayFall } of digits) {
      const rise = levelIn(code, digit) - before;
      if (rise === 0) continue;
      signing[state] |= 1 << digit.party;
      changes[state]++;
      if (rise > 0 ? !mayRise : !mayFall) allowed = false;
    }
    if (keep(state, signing[state], allowed)) open[state] = 1;
  }
  return { open, signing, changes };
}

/** Every set of two or more that signs somewhere, alone or with others, smaller ones first, as bits. */
function groupsWithin(signing: Uint32Array, open: Uint8Array): number[] {
  const sets = new Set<number>();
  for (let state = 0; state < open.length; state++) if (open[state] === 1) sets.add(signing[state]);
  const groups = new Set<number>();
  for (const set of sets) for (let sub = set; sub > 0; sub = (sub - 1) & set) groups.add(sub);
  const size = (set: number) => partiesIn(set).length;
  return [...groups].filter((group) => size(group) > 1).sort((a, b) => size(a) - size(b) || a - b);
}

function partiesIn(set: number): number[] {
  const parties: number[] = [];
  for (let party = 0; set >>> party > 0; party++) if (((set >>> party) & 1) === 1) parties.push(party);
  return parties;
}
