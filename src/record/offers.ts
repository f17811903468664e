import { rulesOf } from "./act-rule.ts";

const offer = rulesOf("offer");

/** What one side would do, or let be done, if it is taken up. */
export const OFFERS = [
  offer(
    /(?<!\b(?:deal|plan|agreement|draft|treaty|text|report|law|accord|map|route|statement|on) )offer(?:s|ed|ing)?(?! (?:(?:us|them|him|her|me) )?(?:no\b|nothing|little|few|any\b|condolences|thanks|congratulations|prayers|(?:his|her|its|their|an?|the) (?:resignation|apology|apologies|views?|version|account|glimpse|explanation|reason|clue|smile)|details|comment|(?:a|the) (?:post|job|position|role|lift|drink)))/u,
    "has offered to mediate",
  ),
  offer(
    /propos(?:e|es|ed|ing)|put(?:s|ting)? forward|tabled|float(?:s|ed|ing) (?:the|an?) |volunteer(?:s|ed|ing)? to/u,
    "proposed to auction a tenth of it",
  ),
  offer(
    /suggest(?:s|ed|ing) (?:that (?:\S+ ){1,6}?(?:be|should|meet|talk|hold|share|form|send|suspend|move|go)\b|(?:a|an|holding|meeting|setting|forming|sharing|sending|moving|postponing|freezing|opening|talks))/u,
    "suggested that the two sides meet in Oslo",
  ),
  offer(
    /put(?:s|ting)? (?:\S+ ){1,8}?on the table|(?:made|makes?|making|with|extend(?:s|ed)) an? (?:\S+ )?(?:offer|proposal|invitation|overture) (?:to|of|for|that)|(?:made|makes?|making) (?:\S+ ){1,4}?available|(?:renew|repeat|reiterat)(?:s|es|ed|ing) (?:an?|the|its|his|her|their) (?:\S+ )?(?:offer|proposal|invitation)|(?:latest|final|last|best|new) (?:offer|proposal) (?:is|was) (?=\d|an?\b|to\b)|at (?:the|their|his|her|your|its) disposal/u,
    "made an offer of joint fishing",
  ),
  offer(
    /invit(?:e|es|ed|ing) (?!comment)(?:[\p{L}'’.-]+ ){1,6}?(?:to|for)|(?:extend|issu|renew)(?:s|es|ed) (?:an? |its |their |his |the )(?:\S+ )?(?:invitation|olive branch|hand)|held out (?:the|an?) (?:prospect|olive branch|hand|possibility)|(?:hold|holds|holding) out (?:the|an?) (?:prospect|olive branch|hand|possibility)/u,
    "invited the rebels to talks",
  ),
  offer(
    /(?:ready|willing|prepared|open|free|happy|eager|keen|content|amenable|receptive|disposed)(?: and (?:ready|willing|able|prepared))?,? (?:for (?=(?:an? |the |any |all |more |new |direct |further |serious )*(?:talks?|dialogue|negotiat|compromis|peace|deal|truce|cease|meeting|conversation|settlement|discussion|cooperation|concession|mediation|exchange|anything|engagement))|to )(?!the (?:public|press)|(?!RELENT)HOSTILE\b|use force|use all|war\b|battle|defend|die\b|go to war|use ["“]?all|drive\b|work\b|traffic|visitors|shipping|business|tourists|all\b)|(?:stand|stands|stood) ready|willingness to|readiness to|preparedness to/u,
    "was prepared to lease a strip of coast",
  ),
  offer(
    /agree(?:s|d)(?: [\p{L}'’-]+){0,6}? to (?:hand over|give up|cede|relinquish|share|drop|discuss|consider|negotiate|talk|step (?:down|aside)|compromise)/u,
    "agreed for the first time to hand over the police",
  ),
  offer(
    /(?:FUTURE|could)ADVERB (?:settle for|be (?:satisfied|content|happy|ready|willing|prepared) (?:with|to)|make do with|agree to|live with|consider (?:any|an?|it|such|\p{L}+ing)\b|discuss ["“]?(?:any|every|all|anything|everything|the possibility|terms)|entertain|welcome (?:talks|an?|any)|share (?:power|the|its|control)|sit down with|be open to|drop (?:its|their|the|his))/u,
    "the rebels would settle for self-rule",
    { sure: "likely", spoken: true },
  ),
  offer(
    /(?:FUTURE|could)ADVERB (?:CONCEDE|HELPFUL|be (?:\p{L}+ )?HELPED)NEAR(?:if|provided|providing|so long as|as long as|in (?:return|exchange)|once|when|as soon as|on condition|only after)/u,
    "the rebels will hand over their weapons if an amnesty is granted",
    { spoken: true },
  ),
  offer(
    /(?:FUTURE|could)ADVERB \p{L}+NEARif (?:asked|invited|needed|necessary|wanted|it (?:helped|helps|would help)|both)|(?:we|I) can (?:talk|discuss|meet|negotiate|settle|compromise|find)|(?:you|they|he|she) (?:can|may|could) have (?:the|it|his|her|their|our)|(?:could|might) be (?:shared|lowered|eased|lifted|relaxed|dropped|postponed|softened)|FUTURE (?:swap|trade|exchange)NEAR for|in (?:exchange|return)(?= |,)NEARFUTURE \p{L}+/u,
    "the envoy would go to Baghdad himself if it helped",
    { sure: "likely", spoken: true },
  ),
  offer(
    /(?:if|provided|once|when|as soon as|in (?:return|exchange))(?= |,)NEAR(?:FUTURE|are ready to|could|can)ADVERB (?:CONCEDE|be (?:\p{L}+ )?HELPED)/u,
    "if the shelling stops, we will exchange prisoners",
    { spoken: true },
  ),
  offer(
    /(?:drop|drops|dropped|dropping|soften(?:s|ed)?|waiv(?:e|es|ed)|relax(?:es|ed)?|g[ai]ve(?:s|n)? up|abandon(?:s|ed)?|withdrew|withdrawn) (?:(?:its|his|her|their|that|the|a|an|long-standing|\p{L}+) ){1,3}(?:demands?|claims?|conditions?|insistence|opposition|objections?|threat)/u,
    "dropped its demand for independence",
    { sure: "likely" },
  ),
  offer(
    /(?:the )?door (?:is|was|remains|remained) (?:still |always )?open (?:to|for)/u,
    "The door is open to talks",
    { sure: "guess" },
  ),
];
