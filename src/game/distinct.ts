/** Numbers values by their order: equal values alike, the least 0. O(S log S). */
export function numberByOrder(values: Float64Array): { readonly of: Int32Array; readonly count: number } {
  const distinct = values.slice().sort();
  let count = 0;
  for (let at = 0; at < distinct.length; at++) {
    if (at === 0 || distinct[at] !== distinct[at - 1]) distinct[count++] = distinct[at];
  }
  const of = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (distinct[middle] < values[at]) low = middle + 1;
      else high = middle;
    }
    of[at] = low;
  }
  return { of, count };
}
