import type { Compromise, FrontierFindings } from "../analysis/findings.ts";
import { element, svg, text } from "./svg.ts";
import { clean, counted, listed, sentence, wrap } from "./text.ts";

const WORDS: Record<Compromise, string> = {
  fallback: "fallback bargaining",
  maximin: "maximin rank",
  leastSum: "least sum of places",
  nash: "Nash",
  kalaiSmorodinsky: "Kalai–Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};

const WIDTH = 860;
const MARGIN = 40;
const INK = "#222222";
const FAINT = "#c4c4c4";
const FRONT = "#0072b2";
/** Told apart by color (Okabe & Ito 2008, for color-blind readers), by dashes in print, and by a number. */
const MARKS = ["#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#5a3e9b", "#7f3b08", "#00677a", "#a50f15"];
const DASHES = ["", "9 4", "3 3", "12 3 3 3"];
const MOST_DRAWN = 2000;
/** If no more outcomes than these tie for a compromise, all are marked; of more not each for itself. */
const TIED = 2;

type Vector = readonly number[];
type Marked = {
  readonly at: Vector;
  readonly words: string[];
  readonly color: string;
  readonly dash: string;
};
type Place = { readonly x: number; readonly y: number };

/**
 * The efficient frontier as an SVG picture: for two a plane, for more a line per outcome across one upright axis each, the best
 * always up and to the right. Outcomes alike for everybody are one point.
 */
export function drawFrontier(findings: FrontierFindings): string {
  const { names, axes, points, states } = findings;
  const vectors = distinct(points.map(({ at }) => at));
  const every = Math.ceil(vectors.length / MOST_DRAWN);
  const drawn = vectors.filter((_, index) => index % every === 0);
  const marked = markedOf(findings);
  const mark = axes.length === 2 ? "dot" : "line";

  const parts: string[] = [];
  let y = MARGIN;
  const write = (words: string, size: number, more: Record<string, string | number> = {}, x = MARGIN) => {
    const columns = Math.floor((WIDTH - MARGIN - x) / (size * 0.49));
    for (const line of wrap(clean(words), columns).split("\n")) {
      parts.push(text(line, { x, y, "font-size": size, fill: INK, ...more }));
      y += Math.round(size * 1.4);
    }
  };
  write(names.title, 20, { "font-weight": "bold" });
  write(
    `${counted(points.length, "efficient outcome")} of ${counted(states, "possible one")}: none of the others is as good for all and better for somebody. ${said(findings, vectors.length, every, mark)}`,
    13,
  );
  y += 24;
  const plot =
    axes.length === 2
      ? plane(findings, drawn, marked, y)
      : acrossAxes(findings, drawn, marked, y, axes.length);
  parts.push(...plot.parts);
  y = plot.bottom + 24;
  marked.forEach(({ words, at, color, dash }, index) => {
    const sample =
      axes.length === 2
        ? element("circle", { cx: MARGIN + 18, cy: y - 4, r: 5, fill: color })
        : element("line", {
            x1: MARGIN,
            x2: MARGIN + 36,
            y1: y - 4,
            y2: y - 4,
            stroke: color,
            "stroke-width": 3,
            ...dashed(dash),
          });
    parts.push(sample);
    write(
      `${tag(index, words)}. ${sentence(listed(words))}: ${axes.map((axis, k) => `${number(at[k])}\u00a0for\u00a0${title(findings, axis)}`).join(", ")}`,
      13,
      {},
      MARGIN + 46,
    );
  });
  return svg(WIDTH, y + MARGIN - 20, `${names.title}: the efficient outcomes`, parts);
}

function said({ measure, axes }: FrontierFindings, vectors: number, every: number, mark: string): string {
  const alike = `Outcomes alike for everybody share one ${mark}`;
  const some = every > 1 ? `; of ${vectors.toLocaleString("en-US")}, one in ${every} is drawn` : "";
  const scale =
    measure === "value"
      ? "The axes say what an outcome is worth to each by the weights"
      : "The axes say which place an outcome has for each, 1 the best";
  const where = axes.length === 2 ? "up and to the right is better" : "up is better; a line is an outcome";
  const others = axes.length === 2 ? " Gray: what is not efficient." : "";
  return `${alike}${some}. ${scale}; ${where}.${others}`;
}

/** What is marked: the start, and the outcomes that are some compromise, those alike for everybody together. */
function markedOf({ points, start }: FrontierFindings): Marked[] {
  const words = new Map<string, { at: Vector; words: string[] }>();
  const add = (at: Vector, word: string) => {
    const key = at.join();
    const here = words.get(key) ?? { at, words: [] };
    if (!here.words.includes(word)) here.words.push(word);
    words.set(key, here);
  };
  if (start !== undefined) add(start.at, START);
  const kinds = (Object.keys(WORDS) as Compromise[]).map((kind) => ({
    word: WORDS[kind],
    tied: distinct(points.filter(({ compromises }) => compromises.includes(kind)).map(({ at }) => at)),
  }));
  for (const { word, tied } of kinds) if (tied.length <= TIED) for (const at of tied) add(at, word);
  // Of many that tie, those marked anyway, or else the first.
  for (const { word, tied } of kinds) {
    if (tied.length <= TIED) continue;
    const marked = tied.filter((at) => words.has(at.join()));
    const some = marked.length > 0 ? marked : tied.slice(0, 1);
    for (const at of some) add(at, `${word} (as ${tied.length.toLocaleString("en-US")} are)`);
  }
  let color = 0;
  return [...words.values()].map(({ at, words: each }) => {
    if (each[0] === START) return { at, words: each, color: INK, dash: "2 4" };
    const next = color++;
    return { at, words: each, color: MARKS[next % MARKS.length], dash: DASHES[next % DASHES.length] };
  });
}

const START = "the start";

/** The number by which a marked outcome is found in the legend; 0 is the start. */
function tag(index: number, words: readonly string[]): string {
  return String(words[0] === START ? 0 : index);
}

/** Two parties: a dot an outcome. */
function plane(
  findings: FrontierFindings,
  drawn: readonly Vector[],
  marked: readonly Marked[],
  top: number,
): { parts: string[]; bottom: number } {
  const { axes, others } = findings;
  const places = findings.measure === "place";
  const [left, right, bottom] = [MARGIN + 60, WIDTH - MARGIN - 20, top + 440];
  const x = scale(axes[0], left, right);
  const y = scale(axes[1], bottom, top);
  const place = (at: Vector): Place => ({ x: x(at[0]), y: y(at[1]) });
  const parts: string[] = [];
  for (const value of ticks(axes[0], places)) {
    parts.push(line({ x: x(value), y: top }, { x: x(value), y: bottom }, { stroke: "#ececec" }));
    parts.push(text(number(value), { x: x(value), y: bottom + 18, ...SMALL, "text-anchor": "middle" }));
  }
  for (const value of ticks(axes[1], places)) {
    parts.push(line({ x: left, y: y(value) }, { x: right, y: y(value) }, { stroke: "#ececec" }));
    parts.push(text(number(value), { x: left - 10, y: y(value) + 4, ...SMALL, "text-anchor": "end" }));
  }
  parts.push(line({ x: left, y: bottom }, { x: right, y: bottom }, { stroke: INK }));
  parts.push(line({ x: left, y: top }, { x: left, y: bottom }, { stroke: INK }));
  const label = (index: number) => `${axisWords(findings)} for ${title(findings, axes[index])}`;
  parts.push(text(`${label(0)} →`, { x: right, y: bottom + 40, ...BOLD, "text-anchor": "end" }));
  parts.push(text(`↑ ${label(1)}`, { x: left - 50, y: top - 12, ...BOLD }));
  const dot = (at: Vector, r: number, fill: string) => {
    const { x: cx, y: cy } = place(at);
    return element("circle", { cx, cy, r, fill });
  };
  for (const at of others) parts.push(dot(at, 2.5, FAINT));
  for (const at of drawn) parts.push(dot(at, 3.5, FRONT));
  // Nothing lies above and to the right of an efficient outcome, so the numbers go there, one clear of the other.
  const taken: Place[] = [];
  const badges: string[] = [];
  marked.forEach(({ at, color, words }, index) => {
    const here = place(at);
    let away = 14;
    const spot = () => ({ x: here.x + away * 0.8, y: here.y - away * 0.6 });
    while (taken.some((other) => Math.hypot(other.x - spot().x, other.y - spot().y) < 18)) away += 4;
    taken.push(spot());
    parts.push(line(here, spot(), { stroke: color }), dot(at, 6, color));
    badges.push(badge(spot(), tag(index, words), color));
  });
  parts.push(...badges);
  return { parts, bottom: bottom + 48 };
}

/** More parties: a line an outcome across an axis each (parallel coordinates, Inselberg 1985). */
function acrossAxes(
  findings: FrontierFindings,
  drawn: readonly Vector[],
  marked: readonly Marked[],
  y: number,
  count: number,
): { parts: string[]; bottom: number } {
  const { axes } = findings;
  const [left, right] = [MARGIN + 60, WIDTH - MARGIN - 70];
  const step = count === 1 ? 0 : (right - left) / (count - 1);
  const columns = Math.max(8, Math.min(24, Math.floor((count === 1 ? right - left : step) / 7.5)));
  const heads = axes.map((axis) => wrap(title(findings, axis), columns).split("\n"));
  const top = y + 16 * Math.max(...heads.map(({ length }) => length)) + 18;
  const bottom = top + 360;
  const heights = axes.map((axis) => scale(axis, bottom, top));
  const parts: string[] = [];
  const across = (at: Vector, attributes: Record<string, string | number>) =>
    element("polyline", {
      points: at.map((value, k) => `${round(left + k * step)},${round(heights[k](value))}`).join(" "),
      fill: "none",
      "stroke-linejoin": "round",
      ...attributes,
    });
  const opacity = round(Math.max(0.12, Math.min(0.6, 30 / drawn.length)));
  for (const at of drawn) parts.push(across(at, { stroke: FRONT, "stroke-opacity": opacity }));
  axes.forEach((axis, k) => {
    const x = round(left + k * step);
    parts.push(line({ x, y: top }, { x, y: bottom }, { stroke: INK, "stroke-width": 1.2 }));
    heads[k].forEach((words, row) => {
      const up = top - 26 - 16 * (heads[k].length - 1 - row);
      parts.push(text(words, { x, y: up, ...BOLD, "text-anchor": "middle" }));
    });
    parts.push(text(number(axis.best), { x, y: top - 8, ...SMALL, "text-anchor": "middle" }));
    if (axis.worst !== axis.best)
      parts.push(text(number(axis.worst), { x, y: bottom + 18, ...SMALL, "text-anchor": "middle" }));
  });
  parts.push(text("best", { x: left - 24, y: top + 4, ...SMALL, "text-anchor": "end" }));
  parts.push(text("worst", { x: left - 24, y: bottom + 4, ...SMALL, "text-anchor": "end" }));
  for (const { at, color, dash } of marked)
    parts.push(across(at, { stroke: color, "stroke-width": 3, ...dashed(dash) }));
  // Their numbers stand beside the last axis, pushed down where they would cover each other.
  const ends = marked
    .map(({ at, color, words }, index) => ({
      y: heights[count - 1](at[count - 1]),
      color,
      of: tag(index, words),
    }))
    .sort((a, b) => a.y - b.y);
  let free = -Infinity;
  for (const { y: end, color, of } of ends) {
    const spot = { x: right + 34, y: Math.max(end, free) };
    free = spot.y + 20;
    parts.push(line({ x: right, y: end }, spot, { stroke: color }), badge(spot, of, color));
  }
  return { parts, bottom: Math.max(bottom + 24, free) };
}

type Axis = FrontierFindings["axes"][number];

const SMALL = { "font-size": 12, fill: INK };
const BOLD = { "font-size": 13, "font-weight": "bold", fill: INK };

function axisWords({ measure }: FrontierFindings): string {
  return measure === "value" ? "Worth" : "Place";
}

function title({ names }: FrontierFindings, { party, member }: Axis): string {
  return clean(member ?? names.parties.find(({ id }) => id === party)!.title);
}

/** From coordinates to pixels: the worst to `low`, the best to `high`; in the middle where there is one only. */
function scale({ best, worst }: Axis, low: number, high: number): (value: number) => number {
  if (best === worst) return () => (low + high) / 2;
  return (value) => round(low + ((value - worst) / (best - worst)) * (high - low));
}

/** About six round numbers between the worst and the best. */
function ticks({ best, worst }: Axis, places: boolean): number[] {
  const [least, most] = best < worst ? [best, worst] : [worst, best];
  if (least === most) return [least];
  const raw = (most - least) / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw)!;
  const whole = places ? Math.max(1, step) : step;
  const inner: number[] = [];
  for (let at = Math.ceil(least / whole); at * whole <= most; at++) inner.push(at * whole);
  // The ends have marks of their own; what stands next to one would run into it.
  const away = inner.filter((each) => each - least > whole / 2 && most - each > whole / 2);
  return [least, ...away, most];
}

function number(value: number): string {
  return value.toLocaleString("en-US", { maximumSignificantDigits: 6 }).replace("-", "−");
}

function line(from: Place, to: Place, attributes: Record<string, string | number>): string {
  return element("line", {
    x1: round(from.x),
    y1: round(from.y),
    x2: round(to.x),
    y2: round(to.y),
    ...attributes,
  });
}

function badge({ x, y }: Place, words: string, color: string): string {
  return [
    element("circle", {
      cx: round(x),
      cy: round(y),
      r: 9,
      fill: "#ffffff",
      stroke: color,
      "stroke-width": 1.5,
    }),
    text(words, { x: round(x), y: round(y + 4), "font-size": 11, "text-anchor": "middle", fill: color }),
  ].join("\n");
}

function dashed(dash: string): Record<string, string> {
  return dash === "" ? {} : { "stroke-dasharray": dash };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function distinct(vectors: readonly Vector[]): Vector[] {
  return [...new Map(vectors.map((at) => [at.join(), at])).values()];
}
