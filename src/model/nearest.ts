/** Looking further than this would make a hopeless file slow to refuse. */
const MOST_CANDIDATES = 2000;
const LONGEST_WORD = 60;

/**
 * The candidate most like `word`, or undefined when none is like it: at most one slip (a letter more, fewer,
 * different, or two swapped) for every three letters; a difference of upper and lower case is no slip.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const wanted = word.toLowerCase();
  const slips = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let fewest = slips + 1;
  let looked = 0;
  for (const candidate of candidates) {
    if (++looked > MOST_CANDIDATES) break;
    if (candidate === word || Math.abs(candidate.length - wanted.length) >= fewest) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    // A word that shares no letter with the candidate is not like it, however short.
    if (distance < fewest && distance < Math.max(wanted.length, candidate.length)) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean …?`, or undefined: the usual fix of a misspelled word. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const best = nearest(word, candidates);
  return best === undefined ? undefined : `did you mean \`${best}\`?`;
}

/** Optimal string alignment distance: insert, delete, change one letter, or swap two neighbors. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length];
}
