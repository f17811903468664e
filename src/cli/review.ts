import { createInterface } from "node:readline";
import type { TextSpan } from "../record/reading.ts";
import {
  accept,
  acceptRest,
  drop,
  fieldsOf,
  nextOpen,
  type Review,
  type ReviewItem,
  takeBack,
} from "../record/review.ts";
import { claimWords, itemAbout, itemWords, KIND_WORDS } from "../render/review.ts";
import type { Style } from "../render/style.ts";
import { clean, wrap } from "../render/text.ts";

/**
 * Goes through a draft item by item in the terminal: enter or `a` accepts, `d` drops, `e` and a text change it, `u` takes the last
 * answer back, `A` accepts the rest, `q` leaves the rest out. At the end of the input the rest is left out, so that a broken pipe
 * accepts nothing. `texts`: of the reports, in their order.
 */
export async function askAll(begun: Review, texts: readonly string[], style: Style): Promise<Review> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  const say = (text: string) => process.stderr.write(text);
  const next = async (prompt: string): Promise<string | undefined> => {
    say(prompt);
    const { value, done } = await lines.next();
    return done === true ? undefined : value;
  };
  say("Enter or a: accept, d: drop, e: edit, u: undo, A: accept all the rest, q: drop all the rest\n");
  let review = begun;
  for (;;) {
    // In the order of the list, and after undo the item undone.
    const key = nextOpen(review, undefined);
    const at = review.items.findIndex((item) => item.key === key);
    if (key === undefined || at < 0) return review;
    const item = review.items[at];
    say(
      `\n${style.bold(wrap(`${at + 1}/${review.items.length} ${KIND_WORDS[item.kind][0]}: ${itemWords(item)}`, style.width))}\n${aboutLines(item, review, texts, style)}\n`,
    );
    const reply = await next("> ");
    if (reply === undefined || reply.trim() === "q") return review;
    if (reply.trim() === "" || reply.trim() === "a") review = accept(review, key);
    else if (reply.trim() === "d") review = drop(review, key);
    else if (reply.trim() === "u") review = takeBack(review);
    else if (reply.trim() === "A") return acceptRest(review);
    else if (/^e(\s|$)/.test(reply)) {
      const [field] = fieldsOf(item);
      if (field === undefined) {
        say("  there is nothing to edit in it\n");
        continue;
      }
      const words = reply.slice(1).trim() || ((await next("new text: ")) ?? "").trim();
      review = accept(review, key, { [field.name]: words });
    } else say("  a, d, e, u, A or q\n");
  }
}

function aboutLines(item: ReviewItem, { items }: Review, texts: readonly string[], style: Style): string {
  const sure = item.sure === undefined ? "" : `; ${item.sure}`;
  const [mark] = item.marks;
  const where =
    item.kind !== "claim" || mark === undefined ? [] : [`in: ${around(texts[mark.report] ?? "", mark.span)}`];
  return [`${itemAbout(item, claimWords(items))}${sure}`, ...where]
    .map((line) => style.dim(wrap(line, style.width, "  ")))
    .join("\n");
}

/** The text around a span, on one line, with the span between brackets. */
function around(text: string, span: TextSpan): string {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const after = text.slice(span.end, span.end + 60);
  return clean(`…${before}[${text.slice(span.start, span.end)}]${after}…`.replaceAll(/\s+/g, " "));
}
