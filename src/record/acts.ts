import { isOnlySpokenOf, nominalAct } from "./act-mentions.ts";
import { type ActRule, lowered } from "./act-rule.ts";
import type { Chunk, Paragraph, Sentence } from "./clauses.ts";
import { DEMANDS } from "./demands.ts";
import { OFFERS } from "./offers.ts";
import { PLEDGES } from "./pledges.ts";
import type { Act, ActKind, Sureness, TextSpan } from "./reading.ts";
import { REFUSALS } from "./refusals.ts";
import { speechVerb } from "./speech-verbs.ts";
import { THREATS } from "./threats.ts";

/**
 * By what words an offer, a demand, a threat, a pledge or a refusal is known, each with the phrase that made the rule. Of several
 * whose words begin at one place, the one that stands first counts.
 */
export const ACT_RULES: readonly ActRule[] = [...THREATS, ...DEMANDS, ...OFFERS, ...PLEDGES, ...REFUSALS];

/** An act before it is known whose it is: `at` is where its words begin, `owner` who has it, as in `a Libyan call to …`. */
export type FoundAct = {
  readonly act: Omit<Act, "by" | "what">;
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly at: number;
  readonly owner: TextSpan | undefined;
  /** It is his who says it, whoever the words are about: `Dhaka must open the gates`. */
  readonly sayers: boolean;
};

/** A clause is looked at so far; hardly any is longer, and the time stays in proportion to the text. */
const LONGEST = 1500;

/** Finds acts clause by clause: one in a clause, and one more in each relative clause after it or noun that is an act itself. */
export function actsIn(paragraphs: readonly Paragraph[]): FoundAct[] {
  return paragraphs.flatMap((paragraph) => {
    const tags = new Map(paragraph.tokens.map(({ start, pos }) => [start, pos]));
    return paragraph.sentences.flatMap((sentence) => {
      const spoken = tellsWhoSpeaks(sentence, paragraph);
      return clausesOf(sentence, paragraph).flatMap((clause) =>
        actsOfClause(clause, sentence, paragraph, spoken, tags),
      );
    });
  });
}

/** Where what follows an act may be another one. */
const ANOTHER =
  /,? (?:who|whose|which|where|while|adding|saying|warning|promising|threatening|demanding|or(?= (?:be|face|risk) ))(?![\p{L}])/u;

function actsOfClause(
  clause: TextSpan,
  sentence: Sentence,
  paragraph: Paragraph,
  spoken: boolean,
  tags: ReadonlyMap<number, string>,
): FoundAct[] {
  const text = paragraph.text
    .slice(clause.start - paragraph.start, clause.end - paragraph.start)
    .slice(0, LONGEST);
  const found: FoundAct[] = [];
  let from = 0;
  for (let round = 0; round < 4; round++) {
    const part = text.slice(from);
    const start = clause.start + from;
    const hit = firstRule(part, spoken, (index) => tags.get(start + index));
    if (hit === undefined) break;
    const { kind, sure } = hit.rule;
    const add = (act: ActKind, at: number, begin: number, owner: TextSpan | undefined, how: Sureness) =>
      found.push({
        act: { kind: act, spans: [{ start: begin, end: clause.end }], sure: how },
        sentence,
        paragraph,
        at,
        owner,
        sayers: hit.rule.spoken && act === "demand",
      });
    add(kind, start + hit.index, start, undefined, sure);
    const after = hit.index + hit.length;
    const noun = kind === "refusal" ? nominalAct(part.slice(hit.index)) : undefined;
    if (noun !== undefined && noun.kind !== kind) {
      const at = start + hit.index + noun.index;
      add(noun.kind, at, at, { start: at + noun.owner.start, end: at + noun.owner.end }, "likely");
    }
    const next = ANOTHER.exec(part.slice(after));
    if (next === null) break;
    from += after + next.index + (/^[, ]+/.exec(next[0])?.[0].length ?? 0);
  }
  return found;
}

/** The rule whose words come first; of several that begin at one place, the one that stands first. */
function firstRule(
  text: string,
  spoken: boolean,
  tagAt: (index: number) => string | undefined,
): { rule: ActRule; index: number; length: number } | undefined {
  let best: { rule: ActRule; index: number; length: number } | undefined;
  const lower = lowered(text);
  for (const rule of ACT_RULES) {
    if (rule.spoken && !spoken) continue;
    const match = rule.rule.exec(lower);
    if (match === null || (best !== undefined && match.index >= best.index)) continue;
    const { index } = match;
    const words = text.slice(index, index + match[0].length);
    if (isOnlySpokenOf(text, index, words, rule.kind, tagAt(index))) continue;
    best = { rule, index, length: words.length };
  }
  return best;
}

/** A speaker's turn, as in `Q: …` and `MR. BRANDT: …`. */
const TURN = /^[\p{Lu}][\p{L}.’' ()]{0,60}:/u;

/** Whether a sentence has a quotation or a verb of saying in it, or stands in a turn of a transcript. */
function tellsWhoSpeaks({ chunks }: Sentence, { text }: Paragraph): boolean {
  return (
    TURN.test(text) ||
    chunks.some(({ kind, head }) => kind === "q" || ((kind === "v" || kind === "ger") && saying(head.lower)))
  );
}

/** A verb of saying in a form that tells of it: `reported`, `say`, not `report`. */
function saying(word: string): boolean {
  const verb = speechVerb(word);
  return verb !== undefined && (verb.lemma !== word || word === "say");
}

/** A sentence cut where another clause of its own begins: at semicolons, and at `and` or `but` before a verb or a new subject. Quotations stay whole. */
function clausesOf({ chunks, start, end }: Sentence, { text, start: offset }: Paragraph): TextSpan[] {
  const cuts: number[] = [start];
  chunks.forEach((chunk: Chunk, at) => {
    if (chunk.head.text === ";") cuts.push(chunk.end);
    if (chunk.kind !== "cc" && !(chunk.kind === "sc" && /^(whereas|although|though)$/.test(chunk.head.lower)))
      return;
    const next = chunks[at + 1]?.kind === "adv" ? chunks[at + 2] : chunks[at + 1];
    const clause =
      next?.kind === "v" ||
      (next?.kind === "np" && chunks.slice(at + 2, at + 5).some(({ kind }) => kind === "v")) ||
      next?.kind === "sc";
    if (clause) cuts.push(chunk.start);
  });
  // Within a quotation every sentence is a clause of its own.
  for (const chunk of chunks) {
    if (chunk.quote === undefined) continue;
    const quoted = text.slice(chunk.start - offset, chunk.end - offset);
    for (const match of quoted.matchAll(/(?<!\b\p{Lu})[.!?]\s+(?=["“‘']?\p{Lu})/gu))
      cuts.push(chunk.start + match.index + match[0].length);
  }
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted
    .map((from, index) => ({ start: from, end: sorted[index + 1] ?? end }))
    .filter((span) => span.end - span.start > 3);
}
