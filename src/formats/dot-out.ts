import type { AnalyzeFindings } from "../analysis/findings.ts";
import { viewStates } from "../analysis/state-view.ts";
import { statusQuoState } from "../analysis/status-quo.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers, someMove } from "../game/game.ts";
import { stateKey, stateWords } from "./setting-words.ts";
import { count, oneLine, tooLarge, type Written } from "./written.ts";

/** More than this nobody can look at, and Graphviz takes for ever. */
const MOST_STATES = 1_000;
const MOST_MOVES = 10_000;

/** Colors that stay apart for color-blind readers (Okabe & Ito). */
const COLORS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#7A6C00"];

/**
 * The graph of moves for Graphviz: a box per state, an arrow per move in its mover's color, solid when the mover improves
 * and dotted when not. Equilibria have a double border and their concepts, the status quo is gray.
 */
export function writeDot(compiled: Compiled, findings: AnalyzeFindings): Written {
  const { standoff, game } = compiled;
  if (game.states > MOST_STATES) {
    return tooLarge(
      `${count(game.states)} states are too many for a picture; the limit is ${count(MOST_STATES)} states.`,
    );
  }
  const arrows: string[] = [];
  let moves = 0;
  for (const [party, each] of game.moves.entries()) {
    const color = quoted(COLORS[party % COLORS.length]);
    for (let from = 0; from < game.states; from++) {
      const tooMany = someMove(each, from, (to) => {
        const style = prefers(game.preferences[party], to, from) ? "solid" : "dotted";
        arrows.push(`  s${from + 1} -> s${to + 1} [color=${color}, style=${style}];`);
        return ++moves > MOST_MOVES;
      });
      if (tooMany) {
        return tooLarge(
          `There are more moves than a picture can show; the limit is ${count(MOST_MOVES)} moves.`,
        );
      }
    }
  }

  const concepts = new Map(findings.equilibria.map((each) => [stateKey(each.state), each.concepts]));
  const statusQuo = statusQuoState(compiled);
  const boxes = viewStates(compiled, [...Array(game.states).keys()]).map((view, state) => {
    const holds = concepts.get(stateKey(view)) ?? [];
    const lines = [`${state + 1}`, ...stateWords(compiled, view).split("; ")];
    if (state === statusQuo) lines.push("(status quo)");
    if (holds.length > 0) lines.push(`holds: ${holds.join(", ")}`);
    const look = [`label=${quoted(...lines)}`];
    if (holds.length > 0) look.push("peripheries=2", "penwidth=2");
    if (state === statusQuo) look.push('style="rounded,filled"', 'fillcolor="#DDDDDD"');
    return `  s${state + 1} [${look.join(", ")}];`;
  });
  const legend = standoff.parties.map(
    ({ title }, party) =>
      `    k${party} [shape=plaintext, fontcolor=${quoted(COLORS[party % COLORS.length])}, label=${quoted(title)}];`,
  );
  const text = [
    `digraph ${quoted(standoff.title)} {`,
    `  graph [label=${quoted(standoff.title, "solid: the mover improves; dotted: it does not")}, labelloc=t];`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    "  subgraph cluster_movers {",
    '    label="who moves";',
    ...legend,
    "  }",
    ...boxes,
    ...arrows,
    "}",
    "",
  ].join("\n");
  const shared = standoff.parties.length - COLORS.length;
  const losses =
    shared > 0
      ? [
          `There are ${standoff.parties.length} parties and ${COLORS.length} colors: some parties share a color.`,
        ]
      : [];
  return { text, losses };
}

/** Lines of text as one Graphviz string; `\N` and the like in a title stay what they are. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) => oneLine(line).replaceAll("\\", "\\\\").replaceAll('"', '\\"'));
  return `"${escaped.join("\\n")}"`;
}
