/** What part of the map is seen: the point at the middle of the frame, and how many screen pixels a map pixel takes. */
export type View = { readonly x: number; readonly y: number; readonly scale: number };

type Size = { readonly width: number; readonly height: number };

const CLOSEST = 4;

/** All of the map, not larger than life. */
export function wholeMap(map: Size, frame: Size): View {
  const scale = Math.min(1, frame.width / map.width, frame.height / map.height) || 1;
  return { x: map.width / 2, y: map.height / 2, scale };
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
export function showing(
  view: View,
  box: Size & { readonly x: number; readonly y: number },
  frame: Size,
): View {
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
