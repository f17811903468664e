import type { Chunk } from "./clauses.ts";
import { clauseFrom } from "./content-after.ts";
import { isMonthOrDay } from "./dates.ts";
import { INSTITUTION } from "./places.ts";
import { speechVerb } from "./speech-verbs.ts";
import { ADJUNCT, subjectBefore } from "./subject.ts";

/** What looks ahead of the report: `will fly`, `is to meet`, `plans to travel`, `scheduled for`. */
const AHEAD =
  /\b(will|would|shall|is to|are to|plans? to|planned to|due (to|in|on)|expect\w*|scheduled|is going to|to be held|set (a|for)|by (mon|tues|wednes|thurs|fri|satur|sun)day|wants to|hopes? to|deadline|until|upcoming|next|tomorrow)\b/i;
/** A date in the text of a sentence; `begins` when the clause it belongs to follows it: `on Tuesday, when the army …`. */
type DateInText = { readonly start: number; readonly end: number; readonly begins: boolean };

/**
 * The verb whose deed was or will be done on a date, and whether that lies ahead; undefined when the date tells something else: when
 * something was said, since when or until when, or when something was that is only named. `at` is where the date stands among the chunks.
 */
export function datedVerb(
  chunks: readonly Chunk[],
  at: number,
  text: string,
  { start, end, begins }: DateInText,
): { readonly verb: number; readonly forward: boolean } | undefined {
  if (!begins && !datesAClause(text, start, end)) return signedIn(chunks, at, text.slice(start, end));
  if (!begins && SINCE.test(text.slice(0, start))) return begunAt(chunks, at, text.slice(start, end));
  const after = chunks.findIndex(({ kind, start: from }) => kind === "v" && from > at);
  const verb = begins ? (after < 0 ? undefined : after) : verbOf(chunks, at);
  if (verb === undefined || isState(chunks, verb) || isPublication(chunks, verb)) return undefined;
  // `must be gone by Friday` tells no day of a deed, `had fallen by Friday` does.
  const deadline = !begins && DEADLINE.test(text.slice(0, start));
  // `is expected by Friday` tells of one.
  const planned = [chunks[verb], chunks[verb + 1]].some((each) =>
    /^(expected|due|scheduled|planned)$/.test(each?.head.lower ?? ""),
  );
  // `was to have been finished by May`
  const meant = chunks[verb].kind === "inf" && chunks[verb].tokens.some(({ lower }) => lower === "have");
  if (deadline && !planned && !meant && !chunks[verb].tokens.some(({ lower }) => lower === "had"))
    return undefined;
  // What was to follow if something else did not happen, or before it, has no day; `before the army left in 1996` has.
  const lead = chunks[(subjectBefore(chunks, verb)?.from ?? verb) - 1]?.head.lower ?? "";
  // `Let them come tomorrow`
  if (/^(if|unless|let)$/.test(lead)) return undefined;
  // `Congress votes on March 11 and nobody wants to wait`, where the first verb was not seen
  const between = subjectBefore(chunks, verb)?.from ?? verb;
  if (
    !begins &&
    chunks[verb].start > at &&
    chunks[between - 1]?.kind === "cc" &&
    chunks[between - 1].start > at &&
    // `In 1966 Britain and France agreed`
    chunks.slice(0, between - 1).some(({ start, end, kind }) => kind === "np" && end < at && start < at) &&
    !/^(time|p)$/.test(chunks[between - 2]?.kind ?? "") &&
    chunks.findIndex(({ end }) => end > at) < between - 1
  )
    return undefined;
  if (/^(before|until|till)$/.test(lead) && !hasHappened(chunks[verb])) return undefined;
  // `See you on Friday.`
  if (chunks[verb].head.lower === "see" && chunks[verb + 1]?.head.lower === "you") return undefined;
  const speech = deedOfSpeech(chunks, verb) ? undefined : speechVerb(chunks[verb].head.lower);
  const told = chunks[verb].passive && /^(ask|tell|inform|warn)$/.test(speech?.lemma ?? "");
  if (speech?.clause && !told && !PERFORMED.test(speech.lemma)) return undefined;
  // `The sides have agreed, the mediator announced on Monday`: what was announced stands before it.
  const front = chunks[(subjectBefore(chunks, verb)?.from ?? 0) - 1]?.kind === "comma";
  const rest = chunks.slice(verb + 1).filter(({ kind }) => !/^(time|p|adv|other)$/.test(kind));
  if (speech?.lemma === "announce" && front && rest.every(({ start: from }) => from >= at)) return undefined;
  const forward = looksAhead(chunks, verb, text, text.slice(0, start));
  return isHabit(chunks[verb], forward, text.slice(start, end)) ? undefined : { verb, forward };
}

/** `signed a 2006 peace deal`: the year of what was signed is that of signing it. */
function signedIn(
  chunks: readonly Chunk[],
  at: number,
  date: string,
): { readonly verb: number; readonly forward: boolean } | undefined {
  const object = chunks.findIndex(({ start, end }) => start <= at && end > at);
  const verb = object - 1;
  if (!/^\d{4}$/.test(date) || chunks[object]?.kind !== "np" || chunks[verb]?.kind !== "v") return undefined;
  const made = /^(signed|reached|concluded|struck|brokered|mediated)$/.test(chunks[verb].head.lower);
  const deal =
    /^(deal|accord|accords|pact|treaty|agreement|truce|ceasefire|cease-fire|contract|armistice|settlement|protocol)$/;
  return made && deal.test(chunks[object].head.lower) ? { verb, forward: false } : undefined;
}

function hasHappened({ tokens, head, kind }: Chunk): boolean {
  if (kind !== "v" || tokens.some(({ lower }) => MODAL_OR_PRESENT.test(lower))) return false;
  return (
    /ed$/.test(head.lower) ||
    /^(went|sent|took|came|became|left|fell|got|shot|began|knew|grew|flew|drew|did|broke|spoke|woke|brought|bought|fought|caught|gave|sold|told|held|lost|met|led|rose|won|quit|cut|put|hit|shut|seized|were|was|had|built|struck|sank)$/.test(
      head.lower,
    )
  );
}

const MODAL_OR_PRESENT = /^(will|would|could|can|may|might|should|must|shall|is|are|has|have|do|does)$/;

/** `wrote to the premier on Sunday`, `to add names to the list on Monday`: verbs of saying that do something here. */
function deedOfSpeech(chunks: readonly Chunk[], verb: number): boolean {
  const next = chunks[verb + 1];
  const { lower } = chunks[verb].head;
  if (/^(wrote|written|write|writes)$/.test(lower)) return next?.head.lower === "to";
  return (
    /^(add|adds|added|adding|continue|continues|continued|conclude|concludes|concluded|resume)$/.test(
      lower,
    ) &&
    next?.kind === "np" &&
    !clauseFrom(chunks, verb + 1, false)
  );
}

const SINCE = /\bsince\s+(the |early |late |last )*$/i;

/** `has been laying cables since August 10`, `has ruled the valley since 1915`: what was begun then; nothing where something only stayed as it was. */
function begunAt(
  chunks: readonly Chunk[],
  at: number,
  date: string,
): { readonly verb: number; readonly forward: boolean } | undefined {
  const verb = chunks.findLastIndex(({ kind, start }) => kind === "v" && start < at);
  if (verb < 0 || !/\d|day$/.test(date)) return undefined;
  const { tokens, head } = chunks[verb];
  const perfect = tokens.length > 1 && /^(has|have|had|'s|'ve)$/.test(tokens[0].lower);
  const state =
    /^(been|had|kept|remained|stayed|known|lived|stood|lain|belonged|wanted|said|told)$/.test(head.lower) ||
    tokens.some(({ lower }) => /^(not|never|n't)$/.test(lower));
  return perfect && !state ? { verb, forward: false } : undefined;
}

/** `who sells his land in August is cursed in May`: what is always so. */
function isHabit({ kind, tokens, head, passive }: Chunk, forward: boolean, date: string): boolean {
  if (tokens.some(({ lower }) => /^(always|usually|often|never)$/.test(lower))) return true;
  if (kind !== "v" || forward) return false;
  if (passive && /^(is|are)$/.test(tokens[0].lower)) return !tokens.some(({ lower }) => lower === "being");
  return (
    tokens.length === 1 && /[^s]s$/.test(head.lower) && !/^(was|has)$/.test(head.lower) && !/\d/.test(date)
  );
}

const NAMED_AFTER =
  /^(Avenue|Road|Bridge|Plaza|Boulevard|Park|Revolution|Massacre|Uprising|Brigades?|Movement|Barracks|Station|Lane|Stadium|School)$/;

const DEADLINE = /\b(by|before)\s+((the )?end of |noon |midnight |late |early )*$|\bby dawn $/i;

/** Verbs of saying that are deeds. */
const PERFORMED = /^(announce|promise|propose|threaten|pledge|vow|demand|deny)$/;

/**
 * Whether a date tells when the deed of its clause was done: not when something was that is only named (`Wednesday’s attack`, `a 2007
 * contract`, `the war of 1991`), nor since when.
 */
function datesAClause(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (/\b(until|till|than|like)\s+(the |early |late |last )*$/i.test(before)) return false;
  // `could last as long as March`, `a strike as early as next week`
  if (/\bas (early|soon|late|long) as (the )?$/i.test(before)) return false;
  // `much of this year`
  if (/\b(much|most|part|half|all|rest|whole|many) of (the )?$/i.test(before)) return false;
  // `the June run-off`, `Fourth of July Avenue`: what is only named after a time.
  const named = /^ (\p{L}[\p{L}-]*)/u.exec(after)?.[1] ?? "";
  if (NAMED_AFTER.test(named) || (/^\p{Lu}/u.test(named) && INSTITUTION.test(named) && !isMonthOrDay(named)))
    return false;
  const noun =
    /^\p{Ll}/u.test(named) &&
    !/^(and|or|of|when|after|before|at|in|on|by|for|to|with|from|as|that|but|who|until|where|while|because|against|over|about|near|through|without|under|between|during|despite|amid|if|than|is|was|were|are|had|has|have|will|would|last|this|next|\p{L}+(ed|ing|ly))$/u.test(
      named,
    );
  if (noun && !/\d/.test(text.slice(start, end)) && /\b(the|a|an|its|their|his|her|our)\s+$/i.test(before))
    return false;
  // `postponing the 2 February election`
  const ballot = /^(election|elections|vote|poll|referendum|ballot|deadline|summit|hearing)$/.test(named);
  if (
    ballot &&
    /^\d{1,2} \p{Lu}\p{Ll}+$|^\p{Lu}\p{Ll}+\.? \d{1,2}$/u.test(text.slice(start, end)) &&
    /\b(the|a|its|their|his|her)\s+$/i.test(before)
  )
    return false;
  if (/^['’]s\b/.test(after) && !/\b(at|in|during|on) ((the|this|last) )?$/i.test(before)) return false;
  const year = /^\d{4}$/.test(text.slice(start, end));
  const within = /\b(quarter|half|spring|summer|autumn|fall|winter|end|start|beginning|middle) of\s+$/i.test(
    before,
  );
  if (year && !within && /\b(of|a|an|the|his|her|its|their|this)\s+$/i.test(before)) return false;
  return !(year && /^[-–/]\d/.test(after));
}

/** `were full of cars on Tuesday`, `could grow this month`: how things were, or might be; nobody did anything. */
function isState(chunks: readonly Chunk[], verb: number): boolean {
  const { kind, head, tokens } = chunks[verb];
  // `are due in May` says that something will be done.
  if (kind === "inf") return tokens.some(({ lower }) => lower === "be") && head.pos !== "VERB";
  if (kind !== "v" || isDue(chunks, verb, /^(due|set)$/)) return false;
  if (/^(is|are|was|were|be|been|'s|’s|had|has|have)$/.test(head.lower)) return true;
  return tokens.some(({ lower }) => /^(could|might)$/.test(lower));
}

/** `in a statement issued on Monday`, `speaking in Geneva on Monday`: when something was said. */
function isPublication(chunks: readonly Chunk[], verb: number): boolean {
  const { head, tokens, kind } = chunks[verb];
  if (kind === "ger" && /^(speaking|writing|answering|addressing|talking|receiving)$/.test(head.lower))
    return true;
  const before = chunks[verb - 1];
  if (head.lower === "dated") return true;
  if (kind !== "v" || tokens.length > 1 || before?.kind !== "np") return false;
  return ADJUNCT.test(before.head.lower) && PUBLISHED.test(head.lower);
}

/** `is due in May`, `is due back on Friday`. */
function isDue(chunks: readonly Chunk[], verb: number, words: RegExp): boolean {
  return [chunks[verb], chunks[verb + 1]].some((each) => each?.tokens.some(({ lower }) => words.test(lower)));
}

function looksAhead(chunks: readonly Chunk[], verb: number, text: string, before: string): boolean {
  const { tokens, kind, head } = chunks[verb];
  // `proposed that both sides return on Thursday`
  const asked = chunks.findLastIndex(
    ({ kind: each, head: { lower } }, at) => at < verb && each === "v" && ASKS.test(lower),
  );
  if (
    asked >= 0 &&
    tokens.length === 1 &&
    kind === "v" &&
    !/(ed|en|was|were|[^s]s)$/.test(head.lower) &&
    chunks.slice(asked, verb).some(({ head: { lower } }) => lower === "that")
  )
    return true;
  if (
    /^(scheduled|planned|expected|postponed|slated|expects?|hopes?|plans?|intends?|aims?)$/.test(head.lower)
  )
    return true;
  // `had been due to meet on Wednesday`
  if (kind === "inf" && isDue(chunks, verb - 2, /^due$/) && chunks[verb - 2]?.tokens[0].lower === "had")
    return false;
  if (kind === "v" && tokens[0].lower === "had" && isDue(chunks, verb, /^due$/)) return false;
  // `has allowed them to visit twice, most recently in May`: what was let happen has happened.
  const let_ = chunks.findLast(({ kind: each }, at) => at < verb && each === "v");
  if (
    kind === "inf" &&
    LET.test(let_?.head.lower ?? "") &&
    let_?.tokens.every((each) => !MODAL_OR_PRESENT_ONLY.test(each.lower))
  )
    return false;
  // `invited them to a meeting on Wednesday`, `wants the vote put back to May 4`
  if (
    /^(invited|summoned|invites|summons)$/.test(head.lower) &&
    /\bto (a|an|the|fresh|new|further) [^,;]*$/i.test(before)
  )
    return true;
  if (
    /\b(put (back|off)|moved|brought forward|postponed|delayed|pushed back|rescheduled|shifted)( \S+){0,4} (to|until|till)\s+$/i.test(
      before,
    )
  )
    return true;
  // `originally set for Wednesday`
  if (head.lower === "set" && chunks[verb + 1]?.head.lower === "for") return true;
  // `would begin filling`, `starts pulling out`
  if (kind === "ger" && chunks[verb - 1]?.kind === "v") return looksAhead(chunks, verb - 1, text, before);
  if (kind === "v" && tokens.length === 1 && SCHEDULED.test(head.lower)) return true;
  // `A strike has been called for Thursday`
  if (
    /^(called|convened|summoned|fixed|booked|announced|ordered|sold|invited)$/.test(head.lower) &&
    /\bfor\s+(early |late |next )?$/i.test(before)
  )
    return true;
  if (kind === "inf" || isDue(chunks, verb, /^due$/)) return true;
  if (tokens.some(({ lower }) => /^(will|would|shall|may|might|'ll|’ll)$/.test(lower))) return true;
  if (/ed$/.test(head.lower) && !tokens.some(({ lower }) => /^(is|are|be)$/.test(lower))) return false;
  return tokens.some(({ lower }) => /^(is|are)$/.test(lower)) && AHEAD.test(text);
}

const PUBLISHED =
  /^(issued|published|released|broadcast|posted|aired|televised|circulated|printed|read|given|made|faxed|recorded|written|carried)$/;

/** What a timetable says in the present: `The talks end on Sunday`, `The next round opens on December 2`. */
const SCHEDULED =
  /^(ends?|opens?|begins?|starts?|resumes?|expires?|closes?|meets?|votes?|leaves?|arrives?|convenes?|reconvenes?|reports?|returns?|fl(y|ies)|lands?|departs?|sails?|retires?|reopens?|gathers?|takes?|runs?|comes?|go(es)?|visits?|travels?|holds?|hosts?|decides?|rules?|elects?)$/;

const LET = /^(allow|permitt?|help|forc|manag|enabl|caus|compell?|prompt)(ed|s|es)?$/;
const MODAL_OR_PRESENT_ONLY = /^(will|would|could|can|may|might|should|must|shall|not|n't|to)$/;

const ASKS = /^(propos|demand|urg|ask|recommend|request|insist|suggest)(e|es|ed|s|ing)?$/;

/** The verb a date belongs to: the last before it, else the first after. */
function verbOf(chunks: readonly Chunk[], at: number): number | undefined {
  let best: number | undefined;
  for (const [index, { kind, start, head }] of chunks.entries()) {
    if (kind !== "v" && kind !== "ger" && kind !== "inf") continue;
    if (start > at) {
      best ??= index;
      break;
    }
    // `are to be discussed beginning March 5`
    const next = chunks[index + 1];
    if (/^(beginning|starting)$/.test(head.lower) && (next === undefined || next.end > at)) continue;
    // `is to meet`, `plans to travel`: what is to be done, not the planning.
    if (/^(be|is|are|was|were)$/.test(head.lower) && kind === "v" && chunks[index + 1]?.kind === "inf")
      continue;
    best = index;
  }
  return best;
}
