import { layout as dagre, graphlib } from "@dagrejs/dagre";
import type { MapFindings, MapMove } from "../../analysis/map-findings.ts";
import { placeOf, stateByParty } from "../../render/state-words.ts";
import { clean, wrap } from "../../render/text.ts";
import { partyMarks } from "../parts/party-marks.ts";

/** Where every shown state and every drawn move is on the map; plain data, in units of a pixel at full size. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** In the order of `shown`. */
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
};

export type Point = { readonly x: number; readonly y: number };

/** A state: its middle, its size, and the words in it. */
export type Box = Point & {
  readonly width: number;
  readonly height: number;
  /** What tells it from the others shown, a party a line; empty on a crowded map. */
  readonly words: readonly string[];
};

/** A move, or a move and the same party's move back, drawn once. */
export type Line = {
  readonly from: number;
  readonly to: number;
  readonly party: number;
  readonly improvement: boolean;
  /** The party can also move back. */
  readonly both: boolean;
  readonly points: readonly Point[];
};

/** Up to so many states there are words in the boxes; up to so many states and lines, lines are led around boxes. */
const WORDS_UP_TO = 30;
const ROUTED_STATES = 48;
const ROUTED_LINES = 120;
const MARGIN = 24;

/**
 * Lays the map out from top to bottom along the moves, as Sugiyama, Tagawa & Toda (1981) do. Maps on which nobody follows
 * single lines are laid out in rows instead, by the least number of drawn moves from the first state, which is quick.
 */
export function layOut(findings: MapFindings): Layout {
  const words = findings.shown.length <= WORDS_UP_TO ? wordsInBoxes(findings) : undefined;
  const sizes = findings.shown.map((_, index) => sizeOf(words?.[index] ?? []));
  const lines = mergeBack(findings.drawn);
  const routed = findings.shown.length <= ROUTED_STATES && lines.length <= ROUTED_LINES;
  return (routed ? alongMoves : inRows)(sizes, lines);
}

type Sized = Pick<Box, "width" | "height" | "words">;
type Unplaced = Omit<Line, "points">;

/** Letters in a line of a box, and lines in a box. */
const LONGEST = 34;
const MOST_LINES = 9;

function sizeOf(words: readonly string[]): Sized {
  const longest = Math.max(0, ...words.map((line) => line.length));
  return words.length === 0
    ? { width: 66, height: 36, words }
    : { width: Math.max(110, Math.round(longest * 6.6) + 24), height: 34 + 16 * words.length, words };
}

/** What parties do in each state, leaving out what they do in all of them; every party begins a line. */
function wordsInBoxes({ names, shown }: MapFindings): string[][] {
  const marks = partyMarks(names.parties);
  const does = shown.map(({ state }) =>
    stateByParty(names, state).map((each) => ({ id: each.id, does: new Set(each.does) })),
  );
  return shown.map(({ state }, index) => {
    const place = placeOf(names, state);
    if (place !== undefined) return inLines(place);
    const lines = does[index].flatMap(({ id, does: here }, party) => {
      const telling = [...here].filter((each) => !does.every((other) => other[party].does.has(each)));
      return telling.length === 0 ? [] : inLines(`${marks.get(id)!.letters} ${telling.join("; ")}`);
    });
    return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), "…"];
  });
}

function inLines(text: string): string[] {
  return wrap(clean(text), LONGEST)
    .split("\n")
    .map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line));
}

/** A move and the same party's move back become one line, towards the improvement if there is one. */
function mergeBack(drawn: readonly MapMove[]): Unplaced[] {
  const key = (from: number, to: number, party: number) => `${from} ${to} ${party}`;
  const all = new Map(drawn.map((move) => [key(move.from, move.to, move.party), move]));
  return drawn.flatMap((move) => {
    const back = all.get(key(move.to, move.from, move.party));
    const mine = back === undefined || move.improvement || (!back.improvement && move.from < move.to);
    return mine ? [{ ...move, both: back !== undefined }] : [];
  });
}

function alongMoves(sizes: readonly Sized[], lines: readonly Unplaced[]): Layout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 36, edgesep: 18, ranksep: 44, marginx: MARGIN, marginy: MARGIN });
  for (const [index, { width, height }] of sizes.entries()) graph.setNode(`${index}`, { width, height });
  for (const [index, { from, to }] of lines.entries())
    graph.setEdge(`${from}`, `${to}`, { width: 20, height: 20, labelpos: "c" }, `${index}`);
  dagre(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.round(width),
    height: Math.round(height),
    boxes: sizes.map((size, index) => {
      const { x, y } = graph.node(`${index}`) as Point;
      return { ...size, x: Math.round(x), y: Math.round(y) };
    }),
    lines: lines.map((line, index) => {
      const edge = graph.edge(`${line.from}`, `${line.to}`, `${index}`) as { points: readonly Point[] };
      return { ...line, points: edge.points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })) };
    }),
  };
}

/** A map a little wider than high, at the size of boxes and gaps. */
const perRow = (states: number) => Math.max(8, Math.ceil(Math.sqrt(2 * states)));
const SWEEPS = 8;

function inRows(sizes: readonly Sized[], lines: readonly Unplaced[]): Layout {
  const near = sizes.map((): number[] => []);
  for (const { from, to } of lines) {
    near[from].push(to);
    near[to].push(from);
  }
  const rows = orderRows(rowsByDistance(near), near);
  const stepX = Math.max(...sizes.map(({ width }) => width)) + 30;
  const stepY = Math.max(...sizes.map(({ height }) => height)) + 64;
  const longest = Math.max(...rows.map((row) => row.length));
  const at: Point[] = [];
  for (const [y, row] of rows.entries())
    for (const [x, state] of row.entries())
      at[state] = {
        x: Math.round(MARGIN + (x + 0.5 + (longest - row.length) / 2) * stepX),
        y: Math.round(MARGIN + (y + 0.5) * stepY),
      };
  const boxes = sizes.map((size, index) => ({ ...size, ...at[index] }));
  return {
    width: Math.round(2 * MARGIN + longest * stepX),
    height: Math.round(2 * MARGIN + rows.length * stepY),
    boxes,
    lines: lines.map((line) => ({ ...line, points: bowed(boxes[line.from], boxes[line.to]) })),
  };
}

/** Rows of states at the same least distance from the first one, those apart last; a long row becomes several. */
function rowsByDistance(near: readonly (readonly number[])[]): number[][] {
  const rows: number[][] = [];
  const seen = new Set<number>();
  const most = perRow(near.length);
  const add = (row: readonly number[]) => {
    for (let at = 0; at < row.length; at += most) rows.push(row.slice(at, at + most));
  };
  for (let start = 0; start < near.length; start++) {
    if (seen.has(start) || near[start].length === 0) continue;
    seen.add(start);
    for (let row = [start]; row.length > 0; ) {
      add(row);
      row = row.flatMap((state) => near[state]).filter((state) => !seen.has(state) && seen.add(state));
    }
  }
  add([...near.keys()].filter((state) => near[state].length === 0));
  return rows;
}

/** Sorts every row by the mean place of the states its own are linked with, some times over, so that fewer lines cross. */
function orderRows(rows: number[][], near: readonly (readonly number[])[]): number[][] {
  const place: number[] = [];
  const number = (row: readonly number[]) => {
    for (const [x, state] of row.entries()) place[state] = x - row.length / 2;
  };
  rows.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : [...rows].reverse()) {
      const mean = new Map(
        row.map((state) => [
          state,
          near[state].reduce((sum, each) => sum + place[each], 0) / (near[state].length || 1),
        ]),
      );
      row.sort((a, b) => mean.get(a)! - mean.get(b)! || a - b);
      number(row);
    }
  }
  return rows;
}

/** From the border of one box to that of another, bowed a little to the left of its way, so that ways back stay apart. */
function bowed(from: Box, to: Box): Point[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const middle = { x: (from.x + to.x) / 2 + dy * 0.09, y: (from.y + to.y) / 2 - dx * 0.09 };
  return [border(from, middle), middle, border(to, middle)].map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
}

function border(box: Box, towards: Point): Point {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return Number.isFinite(scale) ? { x: box.x + dx * scale, y: box.y + dy * scale } : box;
}
