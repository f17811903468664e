import type { MapFindings } from "../../analysis/map-findings.ts";
import { mapWords } from "../../render/map-words.ts";
import { element, svg, text } from "../../render/svg.ts";
import { clean, wrap } from "../../render/text.ts";
import { partyMarks } from "../parts/party-marks.ts";
import type { Layout } from "./layout.ts";
import { curve, DASHES, heads } from "./strokes.ts";

/** The parties' colors on white, as `--party-0` to `--party-7` of the page. */
const COLORS = ["#1f4a7a", "#9a3b22", "#256a5a", "#6d3f86", "#77560d", "#8a2f58", "#3d5a24", "#4a4f5c"];

const LINE = 20;

/** The map as a picture that stands alone: a title, who moves how, and in words what is shown. Pure. */
export function mapSvg(findings: MapFindings, layout: Layout, everyMove: boolean): string {
  const { names, shown, concept } = findings;
  const width = Math.max(layout.width, 560);
  const told = mapWords(findings, everyMove).flatMap((line) =>
    wrap(line, Math.floor((width - 48) / 6.4)).split("\n"),
  );
  const marks = [...partyMarks(names.parties).values()];
  const top = 44 + LINE * (names.parties.length + told.length) + 12;
  const parts = [
    text(clean(names.title), { x: 24, y: 32, "font-size": 18, "font-weight": 600 }),
    ...names.parties.flatMap(({ title }, index) => {
      const y = 44 + LINE * (index + 0.6);
      const { color, letters } = marks[index];
      return [
        element("line", {
          x1: 24,
          y1: y,
          x2: 84,
          y2: y,
          stroke: COLORS[color],
          "stroke-width": 2,
          "stroke-dasharray": DASHES[color],
        }),
        text(`${letters} ${clean(title)}`, { x: 94, y: y + 4, "font-size": 13, fill: COLORS[color] }),
      ];
    }),
    ...told.map((line, index) =>
      text(line, {
        x: 24,
        y: 44 + LINE * (names.parties.length + index + 0.9),
        "font-size": 13,
        fill: "#444",
      }),
    ),
  ];
  const drawing = [
    ...layout.lines.flatMap((line) => {
      const { color } = marks[line.party];
      return [
        element("path", {
          d: curve(line),
          fill: "none",
          stroke: COLORS[color],
          "stroke-width": line.improvement ? 1.8 : 1,
          "stroke-dasharray": DASHES[color],
          opacity: line.improvement ? 1 : 0.6,
        }),
        element("path", {
          d: heads(line),
          fill: line.improvement ? COLORS[color] : "#ffffff",
          stroke: COLORS[color],
        }),
      ];
    }),
    ...layout.boxes.flatMap((box, index) => {
      const { number, isStatusQuo, concepts } = shown[index];
      const holds = concepts.includes(concept);
      const left = box.x - box.width / 2;
      const upper = box.y - box.height / 2;
      const frame = (inset: number, more: Record<string, string | number>) =>
        element("rect", {
          x: left + inset,
          y: upper + inset,
          width: box.width - 2 * inset,
          height: box.height - 2 * inset,
          rx: holds ? 3 : 10,
          fill: "none",
          stroke: "#1d1f24",
          ...more,
        });
      return [
        frame(0, {
          fill: holds ? "#e6f1e9" : "#ffffff",
          "stroke-dasharray": isStatusQuo ? "6 4" : "",
          "stroke-width": holds ? 2 : 1,
        }),
        ...(holds ? [frame(4, {})] : []),
        text(
          `${number + 1}${isStatusQuo ? " status quo" : ""}${holds && box.words.length > 0 ? " holds" : ""}`,
          {
            x: box.x,
            y: box.words.length === 0 && !isStatusQuo ? box.y + 4 : upper + 20,
            "font-size": box.words.length === 0 && isStatusQuo ? 9 : 12,
            "font-weight": 600,
            "text-anchor": "middle",
          },
        ),
        ...box.words.map((line, row) =>
          text(line, { x: left + 12, y: upper + 38 + 16 * row, "font-size": 12, fill: "#1d1f24" }),
        ),
      ];
    }),
  ];
  return svg(width, top + layout.height, `Map of ${clean(names.title)}`, [
    ...parts,
    element("g", { transform: `translate(${(width - layout.width) / 2} ${top})` }, drawing.join("\n")),
  ]);
}

/** A picture in SVG as PNG, at most 8,192 pixels on a side; undefined where the browser cannot. */
export async function pngOf(picture: string): Promise<Blob | undefined> {
  const url = URL.createObjectURL(new Blob([picture], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, 8192 / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((settle) => canvas.toBlob((blob) => settle(blob ?? undefined), "image/png"));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
