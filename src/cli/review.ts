import { createInterface } from "node:readline";
import type { Draft } from "../record/draft.ts";
import type { Suggestions } from "../record/suggest.ts";
import type { Style } from "../render/style.ts";
import { clean, wrap } from "../render/text.ts";

type Answer = "accept" | "drop" | { readonly text: string };

/**
 * Goes through a draft item by item in the terminal: enter or `a` accepts, `d` drops, `e` and a text change it, `u` takes the last
 * answer back, `A` accepts the rest, `q` drops the rest. At the end of the input the rest is dropped, so that a broken pipe
 * accepts nothing.
 */
export async function review(
  draft: Draft,
  suggestions: Suggestions | undefined,
  texts: ReadonlyMap<string, string>,
  style: Style,
): Promise<{ draft: Draft; suggestions: Suggestions | undefined }> {
  const items = [
    ...draft.claims.map((claim) => ({
      kind: "claim",
      text: claim.says,
      about: [
        `${claim.via.length === 0 ? "the report itself" : claim.via.map(clean).join(", from ")}; sounds ${clean(claim.sounds)}; ${claim.sure}`,
        `in: ${around(texts.get(claim.source) ?? "", claim.spans[0])}`,
      ],
    })),
    ...(suggestions?.parties ?? []).map(({ title, id }) => ({
      kind: "party",
      text: title,
      about: [`id ${id}`],
    })),
    ...(suggestions?.options ?? []).map(({ title, owner, from }) => ({
      kind: "option",
      text: title,
      about: [`of ${owner}, from ${from === "offer" ? "an" : "a"} ${from}`],
    })),
  ];
  const answers: (Answer | undefined)[] = [];
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
  let rest: Answer | undefined;
  for (let at = 0; at < items.length; ) {
    if (rest !== undefined) {
      answers[at++] = rest;
      continue;
    }
    const { kind, text, about } = items[at];
    say(
      `\n${style.bold(wrap(`${at + 1}/${items.length} ${kind}: ${clean(text)}`, style.width))}\n${about.map((line) => style.dim(wrap(line, style.width, "  "))).join("\n")}\n`,
    );
    const reply = await next("> ");
    if (reply === undefined) rest = "drop";
    else if (reply.trim() === "" || reply.trim() === "a") answers[at++] = "accept";
    else if (reply.trim() === "d") answers[at++] = "drop";
    else if (reply.trim() === "u") at = Math.max(0, at - 1);
    else if (reply.trim() === "A") rest = "accept";
    else if (reply.trim() === "q") rest = "drop";
    else if (/^e(\s|$)/.test(reply)) {
      const changed = reply.slice(1).trim() || ((await next("new text: ")) ?? "").trim();
      answers[at++] = changed === "" ? "accept" : { text: changed };
    } else say("  a, d, e, u, A or q\n");
  }
  return applied(draft, suggestions, answers);
}

function applied(
  draft: Draft,
  suggestions: Suggestions | undefined,
  answers: readonly (Answer | undefined)[],
) {
  let at = 0;
  const keep = <T>(list: readonly T[], changed: (item: T, text: string) => T): T[] =>
    list.flatMap((item) => {
      const answer = answers[at++] ?? "drop";
      if (answer === "drop") return [];
      return [answer === "accept" ? item : changed(item, answer.text)];
    });
  const claims = keep(draft.claims, (claim, says) => ({ ...claim, says }));
  const ids = new Set(claims.map(({ id }) => id));
  const cited = (list: readonly string[]) => list.filter((id) => ids.has(id));
  const parties = keep(suggestions?.parties ?? [], (party, title) => ({ ...party, title }));
  const dropped = new Set(
    (suggestions?.parties ?? [])
      .map(({ id }) => id)
      .filter((id) => !parties.some((party) => party.id === id)),
  );
  const options = keep(suggestions?.options ?? [], (option, title) => ({ ...option, title }));
  return {
    draft: {
      sources: draft.sources.filter(({ id }) => claims.some(({ source }) => source === id)),
      claims: claims.map((claim) => ({ ...claim, contradicts: cited(claim.contradicts) })),
      timeline: draft.timeline
        .map((event) => ({ ...event, because: cited(event.because) }))
        .filter(({ because }) => because.length > 0),
    },
    suggestions: suggestions && {
      parties,
      options: options
        .filter(({ owner }) => !dropped.has(owner))
        .map((option) => ({ ...option, because: cited(option.because) })),
      evidence: suggestions.evidence.filter(({ claim }) => ids.has(claim)),
    },
  };
}

/** The text around a span, on one line, with the span between brackets. */
function around(text: string, span: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const after = text.slice(span.end, span.end + 60);
  return clean(`…${before}[${text.slice(span.start, span.end)}]${after}…`.replaceAll(/\s+/g, " "));
}
