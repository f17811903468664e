import type { ActKind, Sureness } from "./reading.ts";

/** By what words an act is known, with the phrase that made the rule. */
export type ActRule = {
  readonly kind: ActKind;
  /** For text that is `lowered`. */
  readonly rule: RegExp;
  readonly example: string;
  readonly sure: Sureness;
  /** The words are an act only where somebody speaks: in a quotation, or in a sentence that tells who says it. */
  readonly spoken: boolean;
};

/** One of several; spaces about a bar do not count, so that lists can be read. */
const anyOf = (words: string) =>
  `(?:${words
    .trim()
    .split(/\s*\|\s*/)
    .join("|")})`;

/**
 * What several rules are made of, by the name that stands for it in a rule. Gaps are bounded, so that the time of a rule grows
 * with the length of the text and no faster.
 */
const PHRASES: Readonly<Record<string, string>> = {
  /** `will`, `'ll`, `is going to`. */
  FUTURE: anyOf("will | would | shall | ['’](?:ll|d) | (?:am|is|are|was|were|['’](?:m|s|re)) going to"),
  /** `will not`, `won't`, `would never`, `is not going to`, `is not prepared to`, `has no intention of`. */
  NOT: anyOf(
    `(?:will|would|shall) ?(?:not|n['’]t|never|under no circumstances|in no way) | won['’]t | shan['’]t |
    never (?:will|would|shall) |
    (?:am|is|are|was|were|['’](?:m|s|re)) (?:not|never) (?:going|about|prepared|ready|willing|inclined) to |
    (?:is|are|was|were)n['’]t (?:going|about|prepared|ready|willing) to |
    (?:has|have|had|['’](?:s|ve)) no intention (?:of|to) | (?:do|does|did) ?(?:not|n['’]t) intend to`,
  ),
  /** A word between an auxiliary and its verb. */
  ADVERB:
    "(?: (?:\\p{L}+ly|also|now|then|soon|again|even|ever|just|still|first|at once|no longer|in turn|therefore|not hesitate to|have to|be (?:forced|obliged|compelled) to))?",
  /** The rest of a sentence, as far as it is near. */
  NEAR: "[^.;!?]{0,120}?",
  /** Verbs of what one side does against another. */
  HOSTILE: anyOf(
    `attack | seize | strike | bomb | shell | invade | (?:blockade|block) | occupy | annex | storm | raid | besiege |
    destroy | crush | smash | eliminate | wipe out | punish | avenge | retaliate | fight(?! for (?:peace|a peaceful)) |
    hit back | (?:strike|fire|shoot) back | return fire | open fire | shoot | sink | kill | hang | execute | arrest |
    prosecute | jail | detain | expel | deport | evict | dismiss | sack | lock out | summon | sue |
    (?:take|bring|refer) (?:\\S+ ){1,5}to (?:the )?(?:\\S+ )?(?:court|tribunal|arbitration|council|organization|organisation|united nations|un|wto) |
    (?:take|bring|refer) (?:the|this|its|their|our|his|her) (?:\\S+ )?(?:dispute|matter|case|issue|quarrel|claim|question) |
    (?:go|turn|appeal|complain) to (?:the )?(?:\\S+ )?(?:court|courts|tribunal|wto|war|world trade organi[sz]ation|hague|united nations|security council|ombudsman|regulator|police) |
    challenge | contest | boycott | picket | march | rise up | revolt | take up arms | take to the streets |
    walk (?:out|off|away) | stay (?:away|off) | down tools |
    stop (?:work|working|loading|unloading|delivering|paying|cooperating|buying|selling|flying|serving) | (?:go|come out) on strike | shut |
    close (?:the|its|all|our|their) |
    cut(?! (?:costs?|prices|taxes|interest|spending|short|through|emissions|waste|the (?:ribbon|cost|price))\\b) |
    (?:turn|switch) off | sever | break off |
    call off(?! (?:\\S+ ){1,3}?(?:strikes?|action|protests?|march|blockade|siege|boycott|walkout|attacks?|search)\\b) | suspend | freeze (?:the|its|all|any|assets|aid|relations) | halt |
    hit | pull (?:\\S+ ){0,3}out | quit |
    (?:file|lodge|bring|launch) (?:(?:an?|the) )?(?:\\S+ )?(?:lawsuit|suit|complaint|case|charges|claim|appeal|action|challenge|proceedings) |
    (?:stage|mount|hold|call|organi[sz]e|begin|launch) (?:(?:an?|the|more|new) )*(?:\\S+ )?(?:strikes?|protests?|rally|rallies|walkouts?|sit-ins?|blockades?|march|marches|boycott|demonstrations?|hunger strike|offensive|uprising) |
    behead | nationali[sz]e | expropriate | confiscate | penali[sz]e | fine | ballot |
    use (?:live (?:rounds|fire|ammunition)|weapons|tear gas) | come back with | burn | torch | blow up |
    declare (?:independence|war|a (?:republic|strike|general strike|state)) | secede | break away |
    (?:move|relocate) (?:its|the|their|our) (?:\\S+ )?(?:plants?|factory|factories|headquarters|business|production|jobs) |
    ground | paraly[sz]e | cripple | disrupt | strand | leave the | withdraw (?:from|altogether) |
    withdraw (?:its|our|the) (?:ambassador|envoy|support|aid|recognition|cooperation) | recall | impose | slap |
    (?:begin )?embargo(?:ing)? | ban | bar | blacklist | sanction | veto | tear up | scrap | abrogate | renounce |
    dissolve | topple | overthrow | bring down | oust | resign |
    seek (?:\\S+ ){0,3}(?:duties|tariffs|sanctions|damages|penalties|compensation) |
    form (?:an?|his|her|its|their|our) (?:\\S+ )?(?:cabinet|government) (?:alone|without) | (?:go it|act) alone |
    defend (?:itself|ourselves|themselves|its|our|their) | remove (?:them|him|it) | take (?:back|revenge|what is) |
    take (?:(?:all|the|any|every|necessary|appropriate|corresponding|resolute|stern|firm|strong|tough|decisive|further|legal|military|industrial|punitive|retaliatory|drastic|whatever) )+(?:steps|measures|action|means) |
    respond (?:to any|to every|to further|in kind|with|forcefully|firmly|militarily|decisively) |
    (?:answer|reply) (?:(?:\\S+ ){0,4}?with|in kind) |
    (?:resume|return to|go back to) (?:the )?(?:war|fighting|fight|arms|attacks?|bombing|shelling|hostilities|struggle|tests?|testing|enrichment) |
    use (?:military )?force | resort to | arm`,
  ),
  /** Verbs that are a threat only on a condition: `would act alone if …`. */
  ESCALATE: anyOf(
    `act | open | enter | cross | go ahead | press ahead | proceed | stop | end | leave | use | build | develop | launch |
    deploy | resume | move (?:in|on|against|into) | respond | answer | react | reply | turn to | pursue | proclaim |
    declare | secede | break away | hand | refuse | reject | oppose | deny | reconsider | review | raise | increase |
    step up | escalate | intensify | expand | widen | send (?:troops|soldiers|warships|police|the army) | take | call |
    strike | go | put | hold back | withhold | not hesitate | begin | start | pay | face | lose |
    do (?:it|so|whatever|the same|what)`,
  ),
  /** Words of harm that are an offer where one is ready for them: `ready to halt the drills`. */
  RELENT: anyOf(
    `(?:halt|suspend|call off|scrap|freeze|stop)(?! (?:ties|relations|talks|negotiations|cooperation|aid|supplies|payments|work)\\b)`,
  ),
  /** The same, done to somebody: after `be`. */
  STRUCK: anyOf(
    `treated as | sent in | attacked | seized | struck | bombed | invaded | blockaded | blocked | destroyed | crushed |
    punished | avenged | shot(?: down)? | fired upon | sunk | killed | hanged | executed | arrested | prosecuted | jailed |
    detained | expelled | deported | evicted | dismissed | sacked | fired | locked out | summoned | sued | boycotted |
    shut | cut(?: off)? | severed | broken off | suspended | frozen | imposed | banned | barred | blacklisted | scrapped |
    torn up | dissolved | (?:met|answered) (?:with|by) | held (?:responsible|accountable) | brought to justice |
    made to pay | forced to`,
  ),
  /** Verbs of what is done for another, or given up. */
  HELPFUL: anyOf(
    `send | provide |
    give(?! (?:an?|his|her|its|their|the|no|evidence|testimony)\\b(?: \\S+)? (?:answer|reply|response|verdict|ruling|views?|speech|details|address|interview|briefing|report|opinion|news|talk|lecture|account)) |
    supply | deliver | speed(?: up)? | double | triple | step up (?:aid|support|its|deliveries) |
    increase (?:aid|its|support) | fund | finance |
    pay(?! (?:tribute|homage|attention|no\\b|(?:an?|the|his|her|its|their) (?:\\S+ ){0,2}?(?:visit|call|price))) |
    contribute | donate | release | free | reopen | re-open | lift | restore |
    resume (?:talks|aid|negotiations|deliveries) | withdraw | pull (?:back|out its) |
    let (?:\\S+ ){1,4}(?:through|go|pass|return|land) | hand (?:over|back|(?:\\S+ ){1,2}to) | give (?:up|back) | vacate |
    leave the (?:town|province|site|territory|base|island|islands|area|region|occupied) | honou?r | respect | observe |
    abide | comply | uphold | adhere | stick to | protect | safeguard | support | help | assist | aid | cooperate |
    co-operate | stand by | rebuild | compensate | investigate | hold (?:\\p{L}+ )?elections | step (?:down|aside) |
    leave (?:office|power) | ensure | make sure | see to it | do (?:everything|its|our|all) | spare no |
    keep (?:its|our|his|their) (?:word|promise|pledge|commitment) | implement | ratify | refrain | disarm | dismantle |
    demobili[sz]e | lay down | grant | recogni[sz]e | apologi[sz]e | hold (?:its|their|our|his) fire | take in |
    put (?:\\S+ ){1,4}to (?:(?:an?|the) )?(?:vote|referendum|people|parliament) | guard | escort | secure | lend | invest |
    train | resettle | evacuate | airlift | shelter | bring (?:\\S+ ){1,3}(?:home|back) |
    continue to (?:support|help|provide|respect|honou?r|observe|work) |
    (?:keep|go on|carry on) (?:paying|working|funding|supporting|helping|providing|sending|supplying|observing)`,
  ),
  /** The same, of what is done: after `be`. */
  HELPED: anyOf(
    `let go | sent | provided | given | supplied | delivered | paid | released | freed | reopened | lifted | restored |
    withdrawn | pulled (?:back|out) | handed (?:over|back) | returned | honou?red | respected | observed | protected |
    compensated | investigated | removed | dismantled | granted | guaranteed | spared`,
  ),
  /** Verbs of what an offer would do, on a condition. */
  CONCEDE: anyOf(
    `accept | agree | withdraw | pull (?:back|out) | leave | swap | trade | hand (?:over|back) | freeze | halt | stop | end |
    cease | dismantle | disarm | lay down | release | free | lift | ease | return | sign | talk | meet | exchange |
    give (?:up|back) | scrap | drop | resume | reopen | consider |
    discuss(?! (?:the matter|details|it|specifics|the case)\\b) | negotiate | settle | suspend | allow | grant |
    recogni[sz]e | restore | pay | support | join | vote for | call off | go (?:back|home)`,
  ),
  /** Verbs of what one side is asked for, besides those of conceding and helping. */
  YIELD: anyOf(
    `do (?:it|that|this|so|any|business) | bless | condone | stand behind | ask | receive | attend | participate |
    take part | enter | enroll | sell | buy | open | move | budge | back(?: (?:down|off))? | stand (?:down|for) | come | go |
    sit | shake | deal | engage | bargain | debate | renegotiate | revise | amend | rewrite |
    change (?:its|our|his|her|the|course|a) | alter | extend | renew | endorse | approve | adopt | ratify | vote | cancel |
    postpone | delay | wait (?:for|any|forever) | follow | obey | submit | bow | bend | kneel | beg | yield | cede |
    surrender | capitulate | relinquish | part with | share | permit | tolerate | put up with | listen | answer to |
    be (?:party|part|bound) | call (?:off|a|an) | let | turn (?:back|over) | shut (?:down|up) | keep quiet | play | trade |
    swap | send | offer | promise | commit | increase (?:its|our|the|wages|pay) | raise (?:its|our|the|wages|pay) | lower |
    cut | reduce | disband | dissolve | reinstate | rehire | take (?:back|orders|part|any|no|the) | host | admit |
    extradite | pardon | forgive | invite | cross | return`,
  ),
  /** A condition that is a wrong: `unless`, `if it does not`, `if a soldier crosses`. */
  WRONG: anyOf(
    `unless | otherwise | or else |
    (?:if|should|in case)(?= ) [^.;!?]{0,90}?(?:\\bnot|n['’]t|\\bno|\\bnobody|\\bnone|\\b(?:fail|refus|reject|continu|persist|attack|cross|invad|violat|impos|interfer|provok|breach|break|insist|ignor|proceed|shell|strik|shoot|block|threat|resum|escalat|touch|annex|mobili[sz]|intrud|default|stick|collaps)\\p{L}* | \\b(?:broke|shot|struck|stuck|fires?|fired|confined|(?:go|goes|went) ahead|tr(?:y|ies|ied)))`,
  ),
  /** What one side lays before the other. */
  TERMS: anyOf(
    `offers? | proposals? | plans? | drafts? | demands? | calls? | appeals? | ideas? | suggestions? | ultimatums? |
    requests? | bids? | compromises? | invitations? | overtures? | terms | conditions? | mediation | deals? | packages? |
    concessions? | pressure | motions? | talks | negotiations | dialogue | arbitration`,
  ),
};

const NAMES = new RegExp(Object.keys(PHRASES).join("|"), "g");

/** Rules of one kind. A name in capitals within a rule stands for one of the phrases above. */
export function rulesOf(kind: ActKind) {
  return (
    words: RegExp,
    example: string,
    { sure = "sure", spoken = false }: { readonly sure?: Sureness; readonly spoken?: boolean } = {},
  ): ActRule => {
    const whole = words.source
      .replaceAll(/ADVERB |to (?=HOSTILE)/g, (words) => `${words}["“‘']?`)
      .replaceAll(NAMES, (name) => PHRASES[name]);
    // Whole words only; but `'ll` stands within one, and a rule may end with a space.
    const source = `(?:(?<![\\p{L}\\p{N}])|(?=['’]\\p{L}))(?:${whole})(?:(?![\\p{L}\\p{N}])|(?<= ))`;
    return { kind, rule: new RegExp(forLowered(source), "u"), example, sure, spoken };
  };
}

/** Letters as they come in lowered text: a few ranges, where `\p{L}` has hundreds. */
const LETTERS =
  "a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\uffdc";

/**
 * A pattern for text in small letters. Compiling the patterns as they are, for letters of either case in all scripts, took a second; this
 * takes a fifth of it.
 */
function forLowered(source: string): string {
  let within = false;
  return source.replaceAll(/\\p\{(?:Lu?|N)\}|\\.|\[|\]|\p{Lu}/gu, (found) => {
    if (found === "[" || found === "]") within = found === "[";
    if (found.startsWith("\\p{")) {
      const ranges = found === "\\p{N}" ? "0-9" : LETTERS;
      return within ? ranges : `[${ranges}]`;
    }
    return found.startsWith("\\") || found.length > 1 ? found : found.toLowerCase();
  });
}

/** A text in small letters, every letter at its place. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (each) =>
        each.toLowerCase().length === each.length ? each.toLowerCase() : each,
      ).join("");
}
