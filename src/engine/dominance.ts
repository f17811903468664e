/** Up to so many pairs, or when one side is so short, comparing each with each is quicker than splitting. */
const FEW_PAIRS = 1024;
const FEW = 6;

/**
 * Which vectors are strictly exceeded in all coordinates. `points[k][item]` and `queries[k][item]` are coordinate k of an item. The
 * function returned takes the items meant, both lists in ascending order of coordinate 0 (see `inOrder`), and sets `beaten[query]`
 * for every query of queryItems[from…to−1] that some point of pointItems[from…to−1] exceeds; queries already set are passed over.
 *
 * Divide and conquer over the coordinates (Kung, Luccio & Preparata 1975; Bentley 1980): split the last coordinate at
 * a value; points on or above it exceed the queries below it there, so between those one coordinate less is left to compare, and
 * points below it exceed no query above. Two coordinates take one sweep. No pair is met twice, so it is never worse
 * than comparing all: O(n · log(range)^(coordinates − 2)) and at most O(n² · coordinates).
 */
export function dominance(
  points: readonly Int32Array[],
  queries: readonly Int32Array[],
  beaten: Uint8Array,
): (pointItems: Int32Array, queryItems: Int32Array, from: number, to: number) => void {
  const work: Work = { points, queries, beaten, stack: new Int32Array(1024) };
  return (pointItems, queryItems, from, to) => {
    const middle = to - from;
    makeRoom(work, 2 * middle);
    work.stack.set(pointItems.subarray(from, to));
    let end = middle;
    for (let at = from; at < to; at++) if (beaten[queryItems[at]] === 0) work.stack[end++] = queryItems[at];
    split(work, 0, middle, end, points.length - 1);
  };
}

function makeRoom(work: Work, size: number): void {
  if (work.stack.length >= size) return;
  const larger = new Int32Array(2 * size);
  larger.set(work.stack);
  work.stack = larger;
}

/** Points and queries still to be compared lie on one stack, so that splitting allocates nothing. */
type Work = {
  readonly points: readonly Int32Array[];
  readonly queries: readonly Int32Array[];
  readonly beaten: Uint8Array;
  stack: Int32Array;
};

/** Compares the points `from`…`middle` of the stack with the queries `middle`…`end` in the coordinates 0…last. */
function split(work: Work, from: number, middle: number, end: number, last: number): void {
  if (from === middle || middle === end) return;
  if (last === 0) return sweep(work, from, middle, end, 0);
  if (last === 1) return sweep(work, from, middle, end, 1);
  const [ofPoint, ofQuery] = [work.points[last], work.queries[last]];
  let { stack } = work;
  let highest = -Infinity;
  let weakest = Infinity;
  for (let at = from; at < middle; at++) {
    const value = ofPoint[stack[at]];
    if (value > highest) highest = value;
    if (value < weakest) weakest = value;
  }
  let least = Infinity;
  let most = -Infinity;
  for (let at = middle; at < end; at++) {
    const value = ofQuery[stack[at]];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (highest <= least) return;
  if (weakest > most) return split(work, from, middle, end, last - 1);
  const pairs = (middle - from) * (end - middle);
  if (pairs <= FEW_PAIRS || middle - from <= FEW || end - middle <= FEW)
    return compareAll(work, from, middle, end, last);

  // Only points above the lowest query and queries below the highest point matter; between these bounds lies the threshold.
  const [low, high] = [Math.max(weakest, least + 1), Math.min(highest, most + 1)];
  const threshold = low + ((high - low + 1) >>> 1);
  makeRoom(work, end + 2 * (end - from));
  ({ stack } = work);
  // Upon the stack go the high points, the low queries, then the low points and the high queries.
  const top = end;
  let next = top;
  for (let at = from; at < middle; at++) if (ofPoint[stack[at]] >= threshold) stack[next++] = stack[at];
  const highPoints = next;
  for (let at = middle; at < end; at++) if (ofQuery[stack[at]] < threshold) stack[next++] = stack[at];
  split(work, top, highPoints, next, last - 1);
  ({ stack } = work);
  next = highPoints;
  for (let at = middle; at < end; at++) if (ofQuery[stack[at]] >= threshold) stack[next++] = stack[at];
  split(work, top, highPoints, next, last);
  ({ stack } = work);
  next = top;
  for (let at = from; at < middle; at++) if (ofPoint[stack[at]] < threshold) stack[next++] = stack[at];
  const lowPoints = next;
  for (let at = middle; at < end; at++) {
    const query = stack[at];
    if (ofQuery[query] < threshold && work.beaten[query] === 0) stack[next++] = query;
  }
  split(work, top, lowPoints, next, last);
}

/** Both from the top of coordinate 0 down; of the points passed the greatest coordinate `last` is all that counts. */
function sweep(work: Work, from: number, middle: number, end: number, last: number): void {
  const { stack, beaten } = work;
  const [pointFirst, queryFirst] = [work.points[0], work.queries[0]];
  const [pointLast, queryLast] = [work.points[last], work.queries[last]];
  let point = middle - 1;
  let greatest = -Infinity;
  for (let at = end - 1; at >= middle; at--) {
    const query = stack[at];
    for (; point >= from && pointFirst[stack[point]] > queryFirst[query]; point--) {
      const value = pointLast[stack[point]];
      if (value > greatest) greatest = value;
    }
    if (greatest > queryLast[query]) beaten[query] = 1;
  }
}

function compareAll(work: Work, from: number, middle: number, end: number, last: number): void {
  const { stack, beaten, points, queries } = work;
  for (let at = middle; at < end; at++) {
    const query = stack[at];
    if (beaten[query] === 1) continue;
    const first = queries[0][query];
    // Points are in order of coordinate 0, so the first that does not exceed the query there ends it.
    for (let index = middle - 1; index >= from; index--) {
      const point = stack[index];
      if (points[0][point] <= first) break;
      let k = last;
      while (k > 0 && points[k][point] > queries[k][query]) k--;
      if (k > 0) continue;
      beaten[query] = 1;
      break;
    }
  }
}

/** The items in ascending order of a key of whole numbers 0…levels−1; of equal ones the order stays. O(items + levels). */
export function inOrder(items: Int32Array, key: Int32Array, levels: number): Int32Array {
  const start = new Int32Array(levels + 1);
  for (let at = 0; at < items.length; at++) start[key[items[at]] + 1]++;
  for (let level = 0; level < levels; level++) start[level + 1] += start[level];
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) sorted[start[key[items[at]]]++] = items[at];
  return sorted;
}
