/** Every ranking with ties of so many states: ranks 0, 1, … without a gap. */
export function weakOrders(states: number): Int32Array[] {
  const all: Int32Array[] = [];
  const rank = new Int32Array(states);
  const fill = (at: number): void => {
    if (at < states) {
      for (let value = 0; value < states; value++) {
        rank[at] = value;
        fill(at + 1);
      }
      return;
    }
    const used = new Set(rank);
    if (Math.max(...rank) === used.size - 1) all.push(rank.slice());
  };
  fill(0);
  return all;
}
