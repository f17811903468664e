import type { Concept } from "../engine/concepts.ts";
import { isStable } from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import type { Game, Ranks } from "../game/game.ts";
import type { Expression } from "../model/expression.ts";
import { printExpression } from "../model/print-expression.ts";
import type { StatementChangesFinding } from "./findings.ts";
import { matching } from "./matching.ts";

/** So many lists and combinations of lists are tried. */
const MOST_TRIED = 60_000;
/** A list of more statements is left as it is: its ranks would not fit a whole number. */
const MOST_STATEMENTS = 28;
const LISTED = 10;

type Edit = StatementChangesFinding["smallest"][number][number];

/** A party's list: numbers of statements, the ranks it gives, and the edits that made it. */
type Version = { readonly list: readonly number[]; readonly ranks: Ranks; readonly edits: readonly Edit[] };

/**
 * The fewest changes of statements after which some goal state is stable for everybody: a statement dropped, turned around, moved to another
 * place of its list, or one added anywhere, which says the goal, or where one option stands, or the opposite. Exact, by iterative deepening: all
 * sets of fewer changes are tried before. A state is stable under seq only if each party by its own list alone makes it so under gmr (sseq:
 * smr), and under nash, gmr and smr nothing else is asked, so most lists fall away before any are combined. Rankings and weights stay as they are.
 * `noneBelow` is how far the search came within `MOST_TRIED` and the time. Cost: a list O(S · statements), a combination `isStable`.
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

  const versions: Version[][][] = starts.map((list, party) => [
    [{ list: list ?? [], ranks: game.preferences[party], edits: [] }],
  ]);
  const seen = starts.map((list) => new Set([(list ?? []).join()]));
  const versionsAt = (party: number, size: number): readonly Version[] => {
    if (starts[party] === undefined && size > 0) return [];
    while (versions[party].length <= size) {
      const next: Version[] = [];
      for (const version of versions[party][versions[party].length - 1]) {
        for (const { list, edit } of editsOf(version.list, additions, words)) {
          if (over()) return [];
          const key = list.join();
          if (seen[party].has(key)) continue;
          seen[party].add(key);
          tried++;
          const edits = [...version.edits, { party: standoff.parties[party].id, ...edit }];
          next.push({ list, ranks: ranksOf(list, truth, game.states), edits });
        }
      }
      versions[party].push(next);
    }
    return versions[party][size];
  };

  const fits = new Map<string, readonly Version[]>();
  const fitting = (party: number, size: number, state: number): readonly Version[] => {
    const key = `${party} ${size} ${state}`;
    const known = fits.get(key);
    if (known !== undefined) return known;
    const fit = versionsAt(party, size).filter(({ ranks }) => {
      if (over()) return false;
      tried++;
      return isStable({ ...game, preferences: game.preferences.with(party, ranks) }, party, state, weaker);
    });
    fits.set(key, fit);
    return fit;
  };

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
    const changed: Game = { ...game, preferences: chosen.map(({ ranks }) => ranks) };
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
      for (const state of goals) {
        if (byNumber.some((party) => fitting(party, sizes[party], state).length === 0)) continue;
        combine(
          sizes.map((own, party) => fitting(party, own, state)),
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
    preference.form === "statements" && preference.statements.length <= MOST_STATEMENTS
      ? preference.statements.map(({ wants }) => enter(wants))
      : undefined,
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
  if (list.length < MOST_STATEMENTS)
    for (const number of additions)
      for (let at = 0; at <= list.length; at++)
        made.push({
          list: list.toSpliced(at, 0, number),
          edit: { change: "added", statement: words[number], place: at + 1 },
        });
  return made;
}

/** Option prioritization: the score Σ 2^(k−q) over the statements that are true. */
function ranksOf(list: readonly number[], truth: readonly Uint8Array[], states: number): Ranks {
  const rank = new Int32Array(states);
  for (const number of list)
    for (let state = 0; state < states; state++) rank[state] = 2 * rank[state] + truth[number][state];
  return { kind: "ranked", rank, levels: 2 ** list.length };
}
