import { actsIn, type FoundAct } from "./acts.ts";
import type { Paragraph } from "./clauses.ts";
import type { People } from "./people.ts";
import { bodyNamed, stateNamed, stateOfAdjective } from "./places.ts";
import type { Act, ReportedStatement, Speaker, TextSpan } from "./reading.ts";
import { noContext, resolve } from "./speakers.ts";
import { type Subject, subjectAfter, subjectBefore } from "./subject.ts";

/** The acts of a report, each with whose it is. */
export function actsOf(
  paragraphs: readonly Paragraph[],
  people: People,
  statements: readonly ReportedStatement[],
): Act[] {
  return actsIn(paragraphs).map((found) => {
    const [{ start, end }] = found.act.spans;
    const { paragraph } = found;
    const what = paragraph.text
      .slice(start - paragraph.start, end - paragraph.start)
      .trim()
      .replace(/[\s,;.]+$/, "");
    return { ...found.act, by: actorOf(found, people, statements), what };
  });
}

/**
 * Whose an act is: of him whom the words give it to (`a truce proposed by Angola`, `said Peru had offered`); else the speaker's, for
 * he speaks for himself and his own; else whoever the clause is about.
 */
function actorOf(
  { act, sentence, paragraph, at, owner, sayers }: FoundAct,
  people: People,
  statements: readonly ReportedStatement[],
): Speaker | undefined {
  if (owner !== undefined) return partyAt(owner, paragraph);
  const { chunks } = sentence;
  const context = noContext();
  const speakerOf = (subject: Subject | undefined) =>
    subject === undefined ? undefined : resolve(subject, chunks, paragraph, people, context).speaker;
  const verb = verbAt(chunks, at);
  // `was demanded by the Organization`, `a truce proposed by Angola`
  const by = chunks[verb + 1];
  if (by?.kind === "p" && by.head.lower === "by" && /(ed|en|wn)$/.test(chunks[verb].head.lower)) {
    const agent = speakerOf(subjectAfter(chunks, verb + 1));
    if (agent !== undefined && !NO_AGENT.test(agent.text)) return agent;
  }
  // Who is ordered home has ordered nothing.
  const subject =
    verb < 0 || chunks[verb].passive
      ? undefined
      : speakerOf(subjectBefore(chunks, verb) ?? subjectAfter(chunks, verb));
  const within = statements.find(({ spans }) => spans.some((each) => each.start <= at && each.end > at));
  // `Mendez said that Peru had offered`: Peru did. Not `Mendez said`, whose subject stands outside what he says.
  const named =
    subject !== undefined &&
    (subject.person ?? subject.party) !== undefined &&
    within?.spans.some(({ start, end }) => start <= subject.span.start && subject.span.end <= end);
  if (named === true && !sayers) return subject;
  if (within !== undefined) return within.speaker;
  const [{ start, end }] = act.spans;
  const stated = statements.find(
    ({ speaker }) => speaker !== undefined && speaker.span.start >= start && speaker.span.end <= end,
  );
  if (stated !== undefined) return stated.speaker;
  return sayers ? undefined : subject;
}

/** What stands after `by` and does nothing: `by the end of May`, `by force`. */
const NO_AGENT =
  /^(?:the |a |an )?(?:end|beginning|start|middle|close|time|summer|winter|spring|autumn|force|hand|telephone|phone|air|sea|road|land|law|vote|mistake|\d)/i;

/** The verb whose words are at a place; of `was ready to` the verb before, of a noun the next verb. */
function verbAt(chunks: FoundAct["sentence"]["chunks"], at: number): number {
  const here = chunks.findIndex(({ end }) => end > at);
  if (here < 0) return -1;
  const isVerb = (index: number) => /^(v|ger)$/.test(chunks[index]?.kind ?? "");
  for (const index of [here, here - 1, here - 2]) {
    if (!isVerb(index)) continue;
    if (
      index === here ||
      /^(be|is|are|was|were|been|stands?|stood|remains?|remained)$/.test(chunks[index].head.lower)
    )
      return index;
    break;
  }
  return chunks.findIndex((_, index) => index >= here && isVerb(index));
}

/** The state or body that a noun or adjective names, otherwise nobody who is known. */
function partyAt(span: TextSpan, paragraph: Paragraph): Speaker | undefined {
  const text = paragraph.text.slice(span.start - paragraph.start, span.end - paragraph.start);
  const party = stateNamed(text) ?? stateOfAdjective(text) ?? bodyNamed(text);
  return party === undefined ? undefined : { text, name: party, person: undefined, party, span };
}
