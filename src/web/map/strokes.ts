import type { Line, Point } from "./layout.ts";

/** How the lines of each party are dashed, so that color is never needed; as many as there are colors. */
export const DASHES = ["", "10 4", "2 4", "12 4 2 4", "6 6", "16 4 2 4 2 4", "4 2", "20 6"] as const;

/** A curve through the middles of a line's bends. */
export function curve({ points }: Pick<Line, "points">): string {
  const [first, ...rest] = points;
  const last = rest.pop()!;
  let path = `M${first.x} ${first.y}`;
  rest.forEach((bend, index) => {
    const next = rest[index + 1];
    const end = next === undefined ? last : middle(bend, next);
    path += `Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
  });
  return rest.length === 0 ? `${path}L${last.x} ${last.y}` : path;
}

/** Arrowheads: at the end, and at the beginning where the party can also move back. */
export function heads({ points, both }: Pick<Line, "points" | "both">): string {
  const last = points.length - 1;
  return head(points[last - 1], points[last]) + (both ? head(points[1], points[0]) : "");
}

/** The middle of the curve of a line, for the letters of who moves. */
export function middleOf({ points }: Pick<Line, "points">): Point {
  const last = points.length - 1;
  if (last < 2) return middle(points[0], points[last]);
  const at = Math.floor(last / 2);
  const start = at === 1 ? points[0] : middle(points[at - 1], points[at]);
  const end = at === last - 1 ? points[last] : middle(points[at], points[at + 1]);
  return middle(middle(start, points[at]), middle(points[at], end));
}

const LENGTH = 9;
const HALF = 3.6;

function head(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [x, y] = [to.x - ux * LENGTH, to.y - uy * LENGTH];
  const corner = (side: number) => `${(x - uy * side).toFixed(1)} ${(y + ux * side).toFixed(1)}`;
  return `M${to.x} ${to.y}L${corner(HALF)}L${corner(-HALF)}Z`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
