import type { Chunk, Paragraph, Sentence } from "./clauses.ts";
import type { Act, ActKind, Sureness, TextSpan } from "./reading.ts";

/**
 * By what words an offer, a demand, a threat, a pledge or a refusal is known, each with the phrase that made the rule. They are
 * tried in this order, and a clause is one act at most; nearer to the top is surer.
 */
type Rule = {
  readonly kind: ActKind;
  readonly rule: RegExp;
  readonly example: string;
  readonly sure: Sureness;
};

const r = (kind: ActKind, rule: RegExp, example: string, sure: Sureness = "sure"): Rule => ({
  kind,
  rule,
  example,
  sure,
});

export const ACT_RULES: readonly Rule[] = [
  r(
    "refusal",
    /\b(reject(s|ed|ing)?|refus(e|es|ed|ing|al)|rebuff(s|ed)|spurn(s|ed)|rule[sd]? out|ruling out|turn(s|ed) down|dismiss(es|ed) (the|an?|any|its|their|his|her) (offer|proposal|plan|demand|call|idea|suggestion|ultimatum|request)|categorically)\b/i,
    "Egypt rejected the schedule",
  ),
  r(
    "refusal",
    /\b(will|would|can|could|shall|does|do|did) ?(not|n['’]t|never) (\w+ )?(accept|agree|negotiate|talk|bow|yield|bend|beg|surrender|give (in|up)|go in|sign|allow|tolerate|compromise|back down|step back|abandon|recogni[sz]e|withdraw|retreat|possibly agree|be part|join|disarm)\b/i,
    "We will not negotiate under fire",
  ),
  r(
    "refusal",
    /\b(never|cannot|can['’]t|won['’]t) (agree|accept|sign|negotiate|talk|give|allow|surrender|withdraw)\b/i,
    "it would never agree to close a base",
  ),
  r(
    "threat",
    /\bthreaten(s|ed|ing)? (to|with|that|retaliation|war|action|force|sanctions|military)\b/i,
    "Iran has threatened to seize a tanker",
  ),
  r(
    "threat",
    /\b(vow(s|ed)?|swear|swore|sworn)\b.{0,40}\b(attack|revenge|retaliat\w*|punish\w*|destroy|strike|crush|avenge|fight|resist)\b/i,
    "A rebel group vowed to attack the buses",
  ),
  r(
    "threat",
    /\b(declaration of war|act of war|merciless|retaliat\w+|punish|resolute steps|serious (damage|consequences)|grave consequences|(will|would) have consequences|self-defensive measures|parting of ways|by force|countermeasures|pay (for|dearly|a price|the price)|will pay|face (the )?consequences|all means|sea of fire|remove them ourselves|(will|would|shall) (be )?(answer(ed)?|respond(ed)?|met) (with|in kind)|more steps (will|would) follow)\b/i,
    "would treat as a declaration of war",
  ),
  r(
    "threat",
    /\b(will|would|shall|to) (attack|seize|strike|bomb|invade|blockade|expel|cut off|walk out|shoot down|take (back|resolute)|resign|suspend|cut|retaliate|pull out|shut|close the|quit|leave the (talks|treaty)|take the (dispute|matter|case))\b[^.;]*\b(if|unless|until|should)\b/i,
    "would take the dispute to the court unless",
  ),
  r(
    "threat",
    /\b(if|unless|should)\b[^.;]*\b(will|would|shall) (\w+ )?(attack|seize|strike|bomb|invade|blockade|expel|walk out|shoot|take back|resign|retaliate|remove|force|destroy|punish)\b/i,
    "If they are not, we will remove them",
  ),
  r(
    "threat",
    /\bwarn(s|ed|ing)? (that |of )?[^.;]{0,60}\b(will|would|could|pay|war|damage|consequences|attack|collapse)\b/i,
    "warned that Armenia would pay",
    "likely",
  ),
  r(
    "demand",
    /\b(demand(s|ed|ing)?|urge(s|d)?|urging|insist(s|ed)? on|call(s|ed|ing)? (up)?on|call(s|ed)? for|appeal(s|ed)? (for|to)|press(es|ed)? for (?!a peaceful)|ultimatum|list of (\d+ )?demands|order(s|ed) .{1,40} to (leave|stop|withdraw))\b/i,
    "demanded the immediate release of the captain",
  ),
  r(
    "demand",
    /\b(must|ha(s|ve) to|should immediately|needs? to)\b(?! be (said|noted|admitted))/i,
    "barricades must be gone by midnight",
    "likely",
  ),
  r(
    "demand",
    /\b(asked|asks|has asked|wants?|wanted) (the |its |all )?[\p{L} .-]{2,40} to (act|stop|withdraw|leave|return|halt|pull|release|give|hand)\b/iu,
    "has asked the Security Council to act",
    "likely",
  ),
  r(
    "demand",
    /\bno (deal|agreement|talks|peace|settlement)\b[^.;]*\b(while|until|unless|without)\b/i,
    "no deal would be possible while troops remained",
    "likely",
  ),
  r(
    "pledge",
    /\b(pledg(e|es|ed|ing)|promis(e|es|ed|ing)|vow(s|ed|ing)?|undert(ook|akes|aken)|commit(s|ted) (itself|himself|themselves|to)|guarantee(s|d) that|assur(e|es|ed|ances?)|swore to)\b/i,
    "South Korea promised to press for a peaceful solution",
  ),
  r(
    "pledge",
    /\b(will|would) (not|never) (use|attack|invade|test|strike|fire first|be the first)\b/i,
    "it would not use them against South Koreans",
  ),
  r("pledge", /\bshall (stay|remain|keep|abide)\b/i, "we shall stay out of it", "likely"),
  r(
    "offer",
    /\b(offer(s|ed|ing)?(?! (us |them |him |her )?nothing)|propos(e|es|ed|ing|al)|put(s|ting)? forward|tabled)\b/i,
    "has offered to mediate",
  ),
  r(
    "offer",
    /\b(ready|willing|prepared|open|free) (to|for) (?!use force|war\b|battle|fight|attack|defend|strike|use ["“]?all)/i,
    "was prepared to lease a strip of coast",
  ),
  r(
    "offer",
    /\b(will|would) (accept|withdraw|hand over|freeze|halt|stop|dismantle|disarm|release|lift|return|sign|talk|exchange|hand back|give up|scrap|resume|close)\b[^.;]*\b(if|provided|in (return|exchange)|once|when|as soon as)\b/i,
    "will hand over their weapons if an amnesty is granted",
  ),
  r(
    "offer",
    /\bif\b[^.;]*\b(will|would|are ready to|could) (accept|withdraw|hand over|freeze|halt|stop|dismantle|disarm|release|lift|return|sign|talk|exchange|give up)\b/i,
    "If the shelling stops, we will exchange prisoners",
  ),
  r("offer", /\b(the )?door is open\b/i, "The door is open", "guess"),
];

/** Nouns that only speak of an act done elsewhere: `the offer said`, `Pakistan's demand that …` is one, `a demand` of markets none. */
const ONLY_MENTIONED =
  /\b(the|this|that|his|her|its|their|an?|any|new|such|no|of|first|latest|same)\s+(\w+\s)?(offer|proposal|demand|promise|pledge|threat|refusal)s?\b|\b(offer|proposal) (was|is|came|were|had|of)\b|\b(the|this|these|those|his|her|its|their|an?|any)\s+(proposed|promised|threatened|pledged|offered|demanded|rejected)\s+(?!(the|an?|that|to|it)\b)\w+|\bin (high|great) demand\b|\b(demand|offer)s? for (oil|gas|goods|power)\b|\bunder (the )?threat\b/i;

/** Finds acts clause by clause; the actor is filled in by whoever knows the subjects. */
export function actsIn(paragraphs: readonly Paragraph[]): {
  readonly act: Omit<Act, "by" | "what">;
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly at: number;
}[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) =>
      clausesOf(sentence, paragraph).flatMap((clause) => {
        const text = paragraph.text.slice(clause.start - paragraph.start, clause.end - paragraph.start);
        const hit = firstRule(text);
        if (hit === undefined) return [];
        return [
          {
            act: { kind: hit.rule.kind, spans: [clause], sure: hit.rule.sure },
            sentence,
            paragraph,
            at: clause.start + hit.index,
          },
        ];
      }),
    ),
  );
}

/** The rule whose words come first; of several that begin at one place, the one that stands first. */
function firstRule(text: string): { rule: Rule; index: number } | undefined {
  let best: { rule: Rule; index: number } | undefined;
  for (const rule of ACT_RULES) {
    const match = rule.rule.exec(text);
    if (match === null || (best !== undefined && match.index >= best.index)) continue;
    // The noun alone, as in `the offer should be tested`, is talk of an act and none itself.
    const mentioned = ONLY_MENTIONED.exec(text);
    if (
      mentioned !== null &&
      mentioned.index <= match.index &&
      mentioned.index + mentioned[0].length >= match.index + match[0].length
    )
      continue;
    if (
      rule.kind === "refusal" &&
      /\b(declin\w+ to (say|comment)|did not say|not rule[sd]? out)\b/.test(text)
    )
      continue;
    // What is only thought of has not been done: `before he proposes sanctions`.
    if (/\b(before|whether|without|neither|nor|not yet)( \w+){0,2} $/i.test(text.slice(0, match.index)))
      continue;
    best = { rule, index: match.index };
  }
  return best;
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
