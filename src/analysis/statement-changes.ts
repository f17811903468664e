import { BIT, type Concept } from "../engine/concepts.ts";
import { isStable } from "../engine/literal.ts";
import { type Components, stableAlone } from "../engine/stable-alone.ts";
import type { Compiled } from "../game/compile.ts";
import type { Game, Ranks } from "../game/game.ts";
import { movesSortedBy, ranksByTruth } from "../game/ranker.ts";
import type { Expression } from "../model/expression.ts";
import { printExpression } from "../model/print-expression.ts";
import type { StatementChangesFinding } from "./findings.ts";
import { matching } from "./matching.ts";

/** So many lists and combinations of lists are tried. */
const MOST_TRIED = 60_000;
const LISTED = 10;

type Edit = StatementChangesFinding["smallest"][number][number];

/** A party's list: numbers of statements, the edits that made it, and a bit for each goal state: whether it lets the party stay there. */
type Version = {
  readonly list: readonly number[];
  readonly edits: readonly Edit[];
  readonly fits: Uint8Array;
};

/**
 * The fewest changes of statements after which some goal state is stable for everybody: a statement dropped, turned around, moved to another
 * place of its list, or one added anywhere, which says the goal, or where one option stands, or the opposite. Exact, by iterative deepening: all
 * sets of fewer changes are tried before. A state is stable under seq only if each party by its own list alone makes it so under gmr (sseq:
 * smr), and under nash, gmr and smr nothing else is asked, so most lists fall away before any are combined. Rankings and weights stay as they are.
 * `noneBelow` is how far the search came within `MOST_TRIED` and the time. Cost: a list O(S · statements) and `stableAlone`, a combination `isStable`.
 */
export function statementChanges(
  compiled: Compiled,
  goal: Expression,
  goals: readonly number[],
  concept: Concept,
  outOfTime: () => boolean = () => false,
): StatementChangesFinding {
  const { standoff, game } = compiled;
  const { truth, words, starts, additions } = statementsOf(compiled, goal);
  let tried = 0;
  const over = () => tried >= MOST_TRIED || outOfTime();
  const weaker = concept === "seq" ? "gmr" : concept === "sseq" ? "smr" : concept;
  const components: Components = [];
  const version = (party: number, list: readonly number[], edits: readonly Edit[]): Version => {
    const ranks = ranksBy(party, list, edits);
    const judged: Game = {
      ...game,
      preferences: game.preferences.with(party, ranks),
      moves:
        edits.length === 0 ? game.moves : game.moves.with(party, movesSortedBy(game.moves[party], ranks)),
    };
    const { stable } = stableAlone(judged, party, components);
    const fits = new Uint8Array(Math.ceil(goals.length / 8));
    for (const [goal, state] of goals.entries())
      if ((stable[state] & BIT[weaker]) !== 0) fits[goal >> 3] |= 1 << (goal & 7);
    return { list, edits, fits };
  };
  /** A list gives its ranks; unchanged, or none at all, it leaves those of the game. */
  const ranksBy = (party: number, list: readonly number[], edits: readonly Edit[]): Ranks =>
    edits.length === 0
      ? game.preferences[party]
      : ranksByTruth(
          list.map((number) => truth[number]),
          game.states,
        );

  const versions: Version[][][] = starts.map((list, party) => [[version(party, list ?? [], [])]]);
  const seen = starts.map((list) => new Set([(list ?? []).join()]));
  const versionsAt = (party: number, size: number): readonly Version[] => {
    if (starts[party] === undefined && size > 0) return [];
    while (versions[party].length <= size) {
      const next: Version[] = [];
      for (const before of versions[party][versions[party].length - 1]) {
        for (const { list, edit } of editsOf(before.list, additions, words)) {
          if (over()) return [];
          const key = list.join();
          if (seen[party].has(key)) continue;
          seen[party].add(key);
          tried++;
          const edits = [...before.edits, { party: standoff.parties[party].id, ...edit }];
          next.push(version(party, list, edits));
        }
      }
      versions[party].push(next);
    }
    return versions[party][size];
  };

  /** The lists of so many changes that let the party stay in a goal state, by its number among them. */
  const fitting = (party: number, size: number, goal: number): readonly Version[] =>
    versionsAt(party, size).filter(({ fits }) => (fits[goal >> 3] & (1 << (goal & 7))) !== 0);

  const smallest: Edit[][] = [];
  // One change often makes several goal states hold.
  const listed = new Set<string>();
  const combine = (
    lists: readonly (readonly Version[])[],
    chosen: readonly Version[],
    state: number,
  ): void => {
    if (smallest.length >= LISTED || over()) return;
    if (chosen.length < lists.length) {
      for (const version of lists[chosen.length]) combine(lists, [...chosen, version], state);
      return;
    }
    tried++;
    const preferences = chosen.map(({ list, edits: own }, party) => ranksBy(party, list, own));
    const changed: Game = { ...game, preferences };
    if (!chosen.every((_, party) => isStable(changed, party, state, concept))) return;
    const edits = chosen.flatMap((version) => version.edits);
    const key = JSON.stringify(edits);
    if (listed.has(key)) return;
    listed.add(key);
    smallest.push(edits);
  };
  for (let size = 0; ; size++) {
    for (const sizes of partitions(size, starts.length)) {
      // Lists with fewer changes are fewer: where one of these does not fit, the others need not be made.
      const byNumber = [...sizes.keys()].sort((a, b) => sizes[a] - sizes[b]);
      for (const [goal, state] of goals.entries()) {
        if (over()) break;
        if (byNumber.some((party) => fitting(party, sizes[party], goal).length === 0)) continue;
        combine(
          sizes.map((own, party) => fitting(party, own, goal)),
          [],
          state,
        );
      }
    }
    if (smallest.length > 0 || over() || starts.every((list) => list === undefined) || goals.length === 0)
      return { noneBelow: size, tried, smallest };
  }
}

/** Every way to share so many changes among so many parties. */
function partitions(size: number, parties: number): number[][] {
  if (parties === 0) return size === 0 ? [[]] : [];
  return Array.from({ length: size + 1 }, (_, own) => own).flatMap((own) =>
    partitions(size - own, parties - 1).map((rest) => [own, ...rest]),
  );
}

/**
 * All statements that may stand in a list, each beside its opposite (number n and n ^ 1): where they are true, and their words; the lists as they
 * are, undefined for what is no list of statements; and what may be added.
 */
function statementsOf(compiled: Compiled, goal: Expression) {
  const { standoff } = compiled;
  const truth: Uint8Array[] = [];
  const words: string[] = [];
  const enter = (expression: Expression): number => {
    const { span } = expression;
    for (const each of [expression, { kind: "not" as const, operand: expression, span }]) {
      truth.push(matching(compiled, each));
      words.push(printExpression(each));
    }
    return truth.length - 2;
  };
  const starts = standoff.preferences.map((preference) =>
    preference.form === "statements" ? preference.statements.map(({ wants }) => enter(wants)) : undefined,
  );
  const { span } = goal;
  const literals = standoff.options.flatMap(({ id, yesNo, levels }): Expression[] =>
    yesNo
      ? [{ kind: "holds", id, span }]
      : levels.map((level) => ({ kind: "compare", option: id, operator: "=", level: level.id, span })),
  );
  const additions = [goal, ...literals].flatMap((each) => {
    const number = enter(each);
    return [number, number ^ 1];
  });
  return { truth, words, starts, additions };
}

/** Every list that one change makes; places count from 1 in the list before the change, of what is added in the list after it. */
function editsOf(
  list: readonly number[],
  additions: readonly number[],
  words: readonly string[],
): { readonly list: number[]; readonly edit: Omit<Edit, "party"> }[] {
  const made: { readonly list: number[]; readonly edit: Omit<Edit, "party"> }[] = [];
  list.forEach((number, at) => {
    const about = { statement: words[number], place: at + 1 };
    const without = list.filter((_, index) => index !== at);
    made.push({ list: without, edit: { change: "dropped", ...about } });
    made.push({ list: list.with(at, number ^ 1), edit: { change: "turned", ...about } });
    for (let to = 0; to < list.length; to++)
      if (to !== at)
        made.push({
          list: without.toSpliced(to, 0, number),
          edit: { change: "moved", ...about, to: to + 1 },
        });
  });
  for (const number of additions)
    for (let at = 0; at <= list.length; at++)
      made.push({
        list: list.toSpliced(at, 0, number),
        edit: { change: "added", statement: words[number], place: at + 1 },
      });
  return made;
}
