import type { ActKind, TextSpan } from "./reading.ts";

/** Nouns that only speak of an act done elsewhere: `the offer said`, `a proposed rule`, `a demand` of markets. */
const ONLY_MENTIONED =
  /\b(the|this|that|his|her|its|their|an?|any|new|such|no|of|first|latest|same|with|by)\s+(offer|proposal|demand|promise|pledge|vow|threat|refusal|call|appeal|request|assurance|guarantee|rejection|invitation)s?\b(?! (?:that|to (?!the\b|be\b))\b)|\b(offer|proposal) (was|is|came|were|had|of)\b|\b(the|this|these|those|his|her|its|their|an?|any)\s+(proposed|promised|threatened|pledged|offered|demanded|rejected|guaranteed|committed|assured)\s+(?!(the|an?|that|to|it|by)\b)\w+|\bin (high|great) demand\b|\b(demand|offer)s? for (oil|gas|goods|power)\b|\bunder (the )?threat\b/i;

/** What is only thought of, asked, denied or to come has not been done: `before he proposes sanctions`, `did not demand`, `might offer`. */
const NOT_DONE =
  /(?:\b(?:before|without|neither|nor|not yet|if|unless|until|lest|in case|should)(?: [\p{L}'’-]+){0,3}|(?:\b(?:not|never|no longer|nobody(?: has)?|no one(?: has)?|may|might|could|can|(?:denied|denies|deny|denying)(?: [\p{L}'’]+){0,8}|stopped short of|far from|instead of|rather than)|n['’]t)(?: \p{L}+ly| been| be| having| ever| yet)?|\b(?:expected|likely|supposed|unlikely|reluctant) to(?: be)?|\bwhether [^.;]{0,70}|\b(?:no|nobody|none)(?: \p{L}+)?) $/iu;

/** The same with a word between, as in `its latest offer`; but `the list calls on` has a verb. */
const ONLY_MENTIONED_APART =
  /\b(the|this|that|his|her|its|their|an?|any|new|such|no|of|first|latest|same|with|by)\s+\w+\s(offer|proposal|demand|promise|pledge|vow|threat|refusal|call|appeal|request|assurance|guarantee|rejection|invitation)s?\b(?! (?:that|to (?!the\b|be\b))\b)/i;

/** Whether the words of a rule at `index` name an act that is not done here. */
export function isOnlySpokenOf(
  text: string,
  index: number,
  words: string,
  kind: ActKind,
  tag: string | undefined,
): boolean {
  const before = text.slice(Math.max(0, index - 80), index);
  if (NOT_DONE.test(before)) return true;
  // `peace offers`, `on offer`: a noun that says nothing of what is offered.
  const noun = /^(?:offer|demand|promise|pledge|vow|guarantee|call|appeal|request)s?(?=$|[^\p{L}])/iu.exec(
    words,
  );
  if (noun !== null && tag === "NOUN" && !/^ (?:to|that|for|of)\b/.test(text.slice(index + noun[0].length)))
    return true;
  const around = text.slice(Math.max(0, index - 40), index + words.length + 40);
  const at = index - Math.max(0, index - 40);
  const first = words.split(" ")[0].length;
  for (const pattern of tag === "VERB" ? [ONLY_MENTIONED] : [ONLY_MENTIONED, ONLY_MENTIONED_APART]) {
    const mentioned = pattern.exec(around);
    if (mentioned !== null && mentioned.index <= at && mentioned.index + mentioned[0].length >= at + first)
      return true;
  }
  if (kind === "refusal" && /\b(declin\w+ to (say|comment)|did not say|not rule[sd]? out)\b/.test(text))
    return true;
  // `They would ask for the next`
  if (
    kind === "demand" &&
    /^ask /i.test(words) &&
    /\b(?:they|he|she|others|who)(?: would|['’]d) $/i.test(before)
  )
    return true;
  if (/^(?:will|would|shall|could|should|must)\b/i.test(words) && FORESEEN.test(before)) return true;
  if (
    /^(?:will|would|shall|wo)(?! (?:\p{L}+ )?(?:be |have (?:\p{L}+ )?consequences))/iu.test(words) &&
    INERT.test(before)
  )
    return true;
  // A question does nothing: `Is he prepared to go?`
  return /^[^.!?"”]*\?/.test(text.slice(index));
}

/** What is hoped, feared or foreseen is no act of him who would do it: `He hoped that both sides would keep calm`. */
const FORESEEN =
  /\b(?:hop|fear|believ|expect|predict|reckon|estimat|forecast|doubt|think|thought|worr|suspect|speculat|guess|wonder|anticipat|imagin)(?:e|es|ed|s|ies|ied|ing|ting)?\b[^.;"“]{0,60}$/iu;

/** What wills nothing, though much is said of what it will do: `the dam will supply power`. */
const INERT =
  /\b(?:this|that|there|which|what|talk|sanction|peace|war|violence|deal|plan|agreement|treaty|accord|resolution|strike|vote|price|cost|tax|money|decision|ruling|law|bill|measure|move|step|change|reform|situation|conflict|crisis|dispute|problem|matter|economy|market|trade|dam|rain|snow|storm|weather|mine|plant|factory|road|bridge|railway|pipeline|reactor|project|ship|boat|train|plane|school|airport|port|meeting|summit|conference|exercise|drill|election|process|truce|ceasefire|report|study|food|oil|gas|water|it all)s? $/i;

/** The kind of an act by its noun. */
const NOUNS: Readonly<Record<string, ActKind>> = {
  offer: "offer",
  proposal: "offer",
  invitation: "offer",
  demand: "demand",
  call: "demand",
  appeal: "demand",
  request: "demand",
  plea: "demand",
  ultimatum: "demand",
  threat: "threat",
  pledge: "pledge",
  promise: "pledge",
};

/** An act within another one, whoever has it: `rejected a Libyan call to pull its troops out`. `owner` is counted from `index`. */
export function nominalAct(text: string): { kind: ActKind; index: number; owner: TextSpan } | undefined {
  const match =
    /\b(?:an? |the )?(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*?)(?:['’]s?)? (?:\p{Ll}+ )?(offer|proposal|invitation|demand|call|appeal|request|plea|ultimatum|threat|pledge|promise)s? (?:that|to) \p{L}+/u.exec(
      text,
    );
  if (match === null) return undefined;
  const [all, owner, noun] = match;
  const start = all.indexOf(owner);
  return { kind: NOUNS[noun], index: match.index, owner: { start, end: start + owner.length } };
}
