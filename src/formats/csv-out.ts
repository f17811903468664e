import { changesBetween } from "../analysis/changes.ts";
import type { AnalyzeFindings } from "../analysis/findings.ts";
import { type StateView, viewStates } from "../analysis/state-view.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { stateKey, stateWords } from "./setting-words.ts";
import { count, tooLarge, type Written } from "./written.ts";

const MOST_MOVES = 1_000_000;

/**
 * One table for a spreadsheet (RFC 4180, lines end in CR LF). `stability`: a row per state and party, a column per concept;
 * `equilibria`: a row per equilibrium; `moves`: a row per move. States carry their number, index plus one.
 */
export function writeCsv(
  compiled: Compiled,
  findings: AnalyzeFindings,
  what: "stability" | "equilibria" | "moves",
): Written {
  if (what === "stability") return stabilityTable(compiled, findings);
  return what === "equilibria" ? equilibriaTable(compiled, findings) : movesTable(compiled);
}

function stabilityTable(compiled: Compiled, findings: AnalyzeFindings): Written {
  const { standoff, game } = compiled;
  const { stability, concepts } = findings;
  if (stability === undefined) {
    return tooLarge(
      `${count(game.states)} states are more than a table of stability lists; the limit is 10,000 states.`,
    );
  }
  const stable = new Set<string>();
  for (const [party, lists] of Object.entries(stability)) {
    for (const [concept, views] of Object.entries(lists))
      for (const view of views) stable.add(`${party} ${concept} ${stateKey(view)}`);
  }
  const rows = viewStates(compiled, [...Array(game.states).keys()]).flatMap((view, state) =>
    standoff.parties.map((party) => [
      ...stateCells(compiled, view, state + 1),
      party.title,
      ...concepts.map((concept) => yesNo(stable.has(`${party.id} ${concept} ${stateKey(view)}`))),
    ]),
  );
  return table([...stateHeads(compiled), "party", ...concepts], rows);
}

function equilibriaTable(compiled: Compiled, findings: AnalyzeFindings): Written {
  const { standoff, game } = compiled;
  const wanted = new Map(findings.equilibria.map((each) => [stateKey(each.state), each]));
  const rows = viewStates(compiled, [...Array(game.states).keys()]).flatMap((view, state) => {
    const found = wanted.get(stateKey(view));
    if (found === undefined) return [];
    return [
      [
        ...stateCells(compiled, view, state + 1),
        ...standoff.outcomes.map(({ id }) => yesNo(view.outcomes.includes(id))),
        yesNo(found.isStatusQuo),
        ...findings.concepts.map((concept) => yesNo(found.concepts.includes(concept))),
      ],
    ];
  });
  const heads = [
    ...stateHeads(compiled),
    ...standoff.outcomes.map(({ title }) => title),
    "status quo",
    ...findings.concepts,
  ];
  const missing = findings.equilibriaTotal - rows.length;
  const losses =
    missing > 0
      ? [`${count(missing)} of ${count(findings.equilibriaTotal)} equilibria are not in the table.`]
      : [];
  return table(heads, rows, losses);
}

function movesTable(compiled: Compiled): Written {
  const { standoff, game, space } = compiled;
  const rows: Cell[][] = [];
  for (const [party, moves] of game.moves.entries()) {
    const { title } = standoff.parties[party];
    for (let from = 0; from < game.states; from++) {
      const here: number[] = [];
      someMove(moves, from, (to) => here.push(to) + rows.length > MOST_MOVES);
      if (here.length + rows.length > MOST_MOVES)
        return tooLarge(`There are more moves than a table lists; the limit is ${count(MOST_MOVES)} moves.`);
      for (const to of here.sort((a, b) => a - b)) {
        const changes = changesBetween(compiled, from, to).map(({ option, from: was, to: is }) => {
          const { title: what, yesNo: plain, levels } = space.digitOf.get(option)!.option;
          const word = (id: string) => levels.find((level) => level.id === id)!.title;
          return plain
            ? `${is === "yes" ? "takes up" : "drops"} ${what}`
            : `${what}: ${word(was)} to ${word(is)}`;
        });
        rows.push([
          title,
          from + 1,
          to + 1,
          changes.join("; "),
          yesNo(prefers(game.preferences[party], to, from)),
        ]);
      }
    }
  }
  const losses =
    space.merged === undefined
      ? []
      : ["Where one state stands for several, the changes of a move are told for the first of them."];
  return table(["party", "from state", "to state", "changes", "improvement"], rows, losses);
}

export type Cell = string | number;

export function stateHeads({ space }: Compiled): Cell[] {
  return ["state", "in words", ...space.digits.map(({ option }) => option.id)];
}

/** The number, the words, and a column per option: yes or no, the level, or `either` where merged states differ. */
export function stateCells(compiled: Compiled, view: StateView, number: number): Cell[] {
  const settings = compiled.space.digits.map(({ option }) => {
    if (view.any?.includes(option.id)) return "either";
    return option.yesNo ? yesNo(view.on.includes(option.id)) : view.levels[option.id];
  });
  return [number, stateWords(compiled, view), ...settings];
}

export function yesNo(holds: boolean): string {
  return holds ? "yes" : "no";
}

/** Rows under heads, as RFC 4180 has it. */
export function table(
  heads: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  losses: string[] = [],
): Written & { readonly text: string } {
  return { text: [heads, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join(""), losses };
}

/**
 * A text that begins like a formula gets an apostrophe before it: spreadsheets would run it, and a file from somebody else may be
 * made to. (OWASP on CSV injection; full-width signs count as well.)
 */
function field(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
