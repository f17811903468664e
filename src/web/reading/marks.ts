import type { ReviewItem } from "../../record/review.ts";

/** A stretch of a report's text, and the items that stand there. */
export type Stretch = { readonly text: string; readonly keys: readonly string[] };

/** A report's paragraphs, each cut where an item begins or ends. Linear in the text; in the items times those that overlap. */
export function paragraphsOf(
  text: string,
  items: readonly ReviewItem[],
  report: number,
): readonly (readonly Stretch[])[] {
  const marks = items
    .flatMap(({ key, marks }) =>
      marks.filter((mark) => mark.report === report).map(({ span }) => ({ key, ...span })),
    )
    .sort((a, b) => a.start - b.start);
  const paragraphs: Stretch[][] = [];
  let start = 0;
  let next = 0;
  let open: typeof marks = [];
  for (const paragraph of text.split("\n\n")) {
    const end = start + paragraph.length;
    const stretches: Stretch[] = [];
    let at = start;
    while (at < end) {
      while (next < marks.length && marks[next].start <= at) open.push(marks[next++]);
      open = open.filter((mark) => mark.end > at);
      const until = Math.min(end, marks[next]?.start ?? end, ...open.map((mark) => mark.end));
      stretches.push({ text: text.slice(at, until), keys: [...new Set(open.map(({ key }) => key))] });
      at = until;
    }
    paragraphs.push(stretches);
    start = end + 2;
  }
  return paragraphs;
}

/** The item that a click on a stretch means: the next after the chosen one among those that stand there. */
export function meant({ keys }: Pick<Stretch, "keys">, chosen: string | undefined): string | undefined {
  return keys[(keys.indexOf(chosen ?? "") + 1) % keys.length];
}
