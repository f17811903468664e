import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stabilitiesOf } from "../../analysis/analyze.ts";
import { map } from "../../analysis/map.ts";
import { compile } from "../../game/compile.ts";
import { parse } from "../../model/parse.ts";
import { layOut } from "./layout.ts";
import { mapSvg } from "./map-svg.ts";
import { firstView, moved, showing, wholeMap, zoomed } from "./view-box.ts";

function laidOut(text: string, everyMove = false) {
  const compiled = compile(parse(text, "test.yaml").standoff!).compiled!;
  const findings = map(compiled, stabilitiesOf(compiled), { concept: "seq", everyMove });
  return { findings, layout: layOut(findings) };
}

/** Two parties with `each` free options. */
const free = (each: number) => `standoff: 1
title: <Free> & open
parties: {a: A, b: B}
options:
${Array.from({ length: 2 * each }, (_, at) => `  o${at}: {owner: ${"ab"[at % 2]}}`).join("\n")}
status quo: []
preferences: {a: [o1, o2, not o0], b: [o0 and o3, not o1]}
`;

test.each([
  ["a published case", readFileSync("examples/elmira.yaml", "utf8"), 12],
  ["64 states", free(3), 64],
  ["256 states", free(4), 256],
  ["what is chosen of 2,240", readFileSync("examples/korea-2003.yaml", "utf8"), undefined],
])(
  "%s: no state covers another, all are on the map, and lines lead from border to border",
  (_, text, states) => {
    const { findings, layout } = laidOut(text, true);
    const { boxes, lines, width, height } = layout;
    expect(boxes.length).toBe(states ?? findings.shown.length);
    for (const [index, a] of boxes.entries()) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
      expect(a.y - a.height / 2).toBeGreaterThanOrEqual(0);
      expect(a.y + a.height / 2).toBeLessThanOrEqual(height);
      for (const b of boxes.slice(index + 1))
        expect(
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
        ).toBe(true);
    }
    for (const { from, to, points } of lines)
      for (const [box, end] of [
        [boxes[from], points[0]],
        [boxes[to], points[points.length - 1]],
      ] as const)
        expect(
          Math.max(Math.abs(end.x - box.x) / (box.width / 2), Math.abs(end.y - box.y) / (box.height / 2)),
        ).toBeCloseTo(1, 0);
  },
);

test("a move and the way back are one line, towards the improvement", () => {
  const { findings, layout } = laidOut(readFileSync("examples/prisoners-dilemma.yaml", "utf8"), true);
  expect(findings.drawn.length).toBe(8);
  expect(layout.lines.length).toBe(4);
  expect(layout.lines.every(({ both, improvement }) => both && improvement)).toBe(true);
});

test("the picture is well-formed whatever the names are", () => {
  const { findings, layout } = laidOut(free(2));
  const picture = mapSvg(findings, layout, false);
  expect(picture).toContain("&lt;Free&gt; &amp; open");
  expect(picture).not.toMatch(/<Free|NaN|undefined/);
});

test("zooming keeps the point under the pointer, moving stays on the map, and what is asked for comes in sight", () => {
  const size = { width: 2000, height: 1000 };
  const frame = { width: 500, height: 500 };
  const all = wholeMap(size, frame);
  expect(all).toEqual({ x: 1000, y: 500, scale: 0.25 });
  const at = { x: 100, y: -50 };
  const closer = zoomed(all, 2, at, 0.1);
  expect(closer.x + at.x / closer.scale).toBeCloseTo(all.x + at.x / all.scale);
  expect(closer.y + at.y / closer.scale).toBeCloseTo(all.y + at.y / all.scale);
  expect(moved(closer, 1e6, -1e6, size)).toMatchObject({ x: 2000, y: 0 });
  const box = { x: 1900, y: 900, width: 100, height: 40 };
  const seen = showing({ x: 200, y: 200, scale: 1 }, box, frame);
  expect(Math.abs(box.x - seen.x) + box.width / 2).toBeLessThanOrEqual(frame.width / 2);
  expect(Math.abs(box.y - seen.y) + box.height / 2).toBeLessThanOrEqual(frame.height / 2);
  expect(showing(seen, box, frame)).toEqual(seen);
});

test("a map is first seen whole if that can be read, else close enough to read, with the status quo in sight", () => {
  const frame = { width: 700, height: 500 };
  const small = { width: 600, height: 300 };
  expect(firstView(small, frame, { x: 10, y: 10, width: 66, height: 36 })).toEqual(wholeMap(small, frame));
  const large = { width: 2200, height: 1500 };
  for (const box of [
    { x: 57, y: 42, width: 66, height: 36 },
    { x: 1100, y: 700, width: 66, height: 36 },
    { x: 2143, y: 1458, width: 66, height: 36 },
  ]) {
    const view = firstView(large, frame, box);
    expect(view.scale).toBeGreaterThan(0.7);
    expect(showing(view, box, frame)).toEqual(view);
    expect(view.x - frame.width / 2 / view.scale).toBeGreaterThanOrEqual(0);
    expect(view.x + frame.width / 2 / view.scale).toBeLessThanOrEqual(large.width);
  }
});
