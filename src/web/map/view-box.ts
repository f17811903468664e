/** What part of the map is seen: the point at the middle of the frame, and how many screen pixels a map pixel takes. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };

type Size = { readonly width: number; readonly height: number };

type Box = Size & { readonly x: number; readonly y: number };

const CLOSEST = 4;

/** All of the map, not larger than life. */
export function wholeMap(map: Size, frame: Size): View {
  const scale = Math.min(1, frame.width / map.width, frame.height / map.height) || 1;
  return { x: map.width / 2, y: map.height / 2, scale };
}

/** Screen pixels a map pixel takes at least for words to be read. */
const READABLE = 0.8;

/** All of the map where that can be read; else as close as it can, where `box` is seen. */
export function firstView(map: Size, frame: Size, box: Box | undefined): View {
  const whole = wholeMap(map, frame);
  if (whole.scale >= READABLE || box === undefined) return whole;
  return {
    x: seenBest(box.x, map.width, frame.width),
    y: seenBest(box.y, map.height, frame.height),
    scale: READABLE,
  };
}

/** The middle of what is seen along one side: at what is looked for, but not beyond the map's borders while they can be in sight. */
function seenBest(at: number, whole: number, seen: number): number {
  const half = Math.min(whole, seen / READABLE) / 2;
  return Math.max(half, Math.min(whole - half, at));
}

/** Closer or further by a factor, the point of the map under `at` (in frame pixels from its middle) staying where it is. */
export function zoomed(
  view: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
  least: number,
): View {
  const scale = Math.max(Math.min(least, 1), Math.min(CLOSEST, view.scale * factor));
  const shift = 1 / view.scale - 1 / scale;
  return { x: view.x + at.x * shift, y: view.y + at.y * shift, scale };
}

/** Moved by screen pixels, the middle of the frame never leaving the map. */
export function moved(view: View, dx: number, dy: number, map: Size): View {
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return {
    x: within(view.x + dx / view.scale, map.width),
    y: within(view.y + dy / view.scale, map.height),
    scale: view.scale,
  };
}

/** Moved as little as needed so that a box of the map is seen whole. */
export function showing(view: View, box: Box, frame: Size): View {
  const along = (middle: number, half: number, center: number, seen: number) => {
    const room = Math.max(0, seen / view.scale / 2 - half - 8);
    return Math.max(middle - room, Math.min(middle + room, center));
  };
  return {
    x: along(box.x, box.width / 2, view.x, frame.width),
    y: along(box.y, box.height / 2, view.y, frame.height),
    scale: view.scale,
  };
}
