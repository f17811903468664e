/** Words that say little about what a clause is about. */
const COMMON = new Set(
  "the a an and or but of to in on at for from with by as that this these those it its he she they his her their them him we our us i my you your is are was were be been being has have had do does did will would shall should can could may might must not no never said says say told tell who which what when where there here also than then so if into over under after before about against between during out up down more most other another any all some such only own same very just new last next year years week month day days today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday mr mrs ms".split(
    " ",
  ),
);

/** The stems of the words that carry a clause's meaning. */
export function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length < 3 || COMMON.has(word)) continue;
    stems.add(stem(word));
  }
  return stems;
}

/** Endings taken off, so that `inspectors` and `inspection` meet; crude, and the same for both sides of a comparison. */
function stem(word: string): string {
  const short = word.replace(/(ations?|ments?|ings?|ions?|ors?|ers?|ies|ed|es|s|ly|al|y|e)$/, "");
  return short.length >= 3 ? short : word;
}

/** What share of the smaller set of stems is in the other, 0 when either has fewer than two. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size < 2 || b.size < 2) return 0;
  let common = 0;
  for (const each of a) if (b.has(each)) common++;
  return common / Math.min(a.size, b.size);
}
