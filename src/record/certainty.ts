/** What a verb says of how sure its speaker is, or how sure the report is of him. */
const VERBS: readonly (readonly [string, RegExp])[] = [
  ["denied", /^(deny|refute)$/],
  ["claimed", /^(claim|allege|charge|accuse)$/],
  ["confirmed", /^(confirm|acknowledge|admit|concede|disclose|reveal)$/],
  ["guarded", /^(suggest|indicate|hint|imply|signal)$/],
  ["expected", /^(predict|estimate)$/],
  ["pledge", /^(promise|pledge|vow|assure|swear)$/],
  ["threat", /^(threaten|warn)$/],
  ["demand", /^(demand|urge|call|appeal|request|implore|beg)$/],
  ["proposal", /^(propose|advise|recommend)$/],
];

/** Words within what is said that keep it from being plain, with an example of each group. */
const HEDGES: readonly (readonly [string, RegExp])[] = [
  // "seemed to have no objection"
  [
    "guarded",
    /\b(seem(s|ed)?|appear(s|ed)?|apparently|possibl[ey]|perhaps|may|might|likely|unlikely|probabl[ey]|reportedly|allegedly|believed to|thought to|regarded as|said to)\b/i,
  ],
  // "could pull back if the shelling stopped"
  ["conditional", /\b(if|unless|provided that|as long as|until|in case)\b/i],
];

/** How sure a statement sounds: `plain`, `denied`, `guarded, "seemed"`, `second-hand, claimed`. */
export function soundsLike(lemma: string, says: string, secondHand: boolean): string {
  const parts = secondHand ? ["second-hand"] : [];
  const verb = VERBS.find(([, rule]) => rule.test(lemma));
  if (verb !== undefined) parts.push(verb[0]);
  for (const [word, rule] of HEDGES) {
    const found = rule.exec(says);
    if (found === null) continue;
    parts.push(`${word}, "${found[0].toLowerCase()}"`);
    break;
  }
  return parts.length === 0 ? "plain" : parts.join(", ");
}
