import { rulesOf } from "./act-rule.ts";

const threat = rulesOf("threat");

/** Harm that is announced, on a condition or without one. */
export const THREATS = [
  threat(
    /threaten(?:s|ed|ing)?(?! by\b| (?!to )(?:(?:the|its|their|our|his|her|all|\p{L}+(?:['’]s)?) ){0,3}?(?:sovereignty|security|stability|peace|existence|survival|lives|livelihoods?|jobs|harvests?|crops?|supplies|interests|order|unity|integrity|way|economy|growth|health|process|talks|future|democracy|freedoms?|species)\b)/u,
    "Iran has threatened to seize a tanker",
  ),
  threat(
    /(?:vow(?:s|ed|ing)?|swear|swears|swore|sworn|promis(?:e|es|ed)|pledg(?:e|es|ed)|undertook)(?: \S+){0,6}? (?:(?<!not )to HOSTILE|(?:that )?(?:\S+ ){0,4}?FUTUREADVERB HOSTILE|revenge|retaliation|war|vengeance|reprisals)/u,
    "vowed to attack the buses",
  ),
  threat(
    /(?:determined|poised|plans?|planned|planning|resolved|prepared|ready|willing|free) to (?!RELENT)(?:HOSTILE|use all|battle|go to war|wage|die)|(?:prepared|ready|willing) for (?:war|battle|a fight|any (?:fight|eventuality))|preparing (?:to HOSTILE|for war)/u,
    "the army was ready to use force",
    { spoken: true },
  ),
  threat(
    /(?:NOT|never) (?:hesitate|flinch|shrink|stand (?:idly )?by|stand idle|sit (?:idly )?(?:by|back)|sit idle|remain (?:idle|silent|passive)|look on|go un(?:punished|answered)|let \S+(?: \S+){0,4} go un(?:punished|answered)|be (?:left )?un(?:punished|answered))/u,
    "will not stand idly by",
  ),
  threat(
    /(?:act|declaration) of (?:war|aggression)|casus belli|red line|line in the sand/u,
    "would treat as a declaration of war",
  ),
  threat(
    /reserv(?:e|es|ed|ing) (?:the|its|our|his|their) right|(?:no|every|all) options? (?:\p{L}+ )?(?:open|off the table|on the table)|all options|would not rule out/u,
    "reserves the right to respond",
  ),
  threat(
    /merciless(?:ly)?|retaliat(?:ion|ory|e against)|self-defensive measures|counter-?measures|resolute (?:steps|measures)|parting of ways|by force|all (?:available |necessary |possible )?means|everything we have/u,
    "ordered the bridge to be taken back by force",
  ),
  threat(
    /(?:serious|severe|grave|dire|unspecified|catastrophic|terrible) (?:damage|consequences|repercussions|reprisals)|FUTURE have (?:\p{L}+ )?consequences|(?:face|bear|suffer|take|accept|answer for)(?: all)?(?: the)?(?: full| \p{L}+)? (?:consequences|responsibility)/u,
    "spoke of grave consequences",
  ),
  threat(
    /pay (?:dearly|a (?:\p{L}+ )?price|the (?:\p{L}+ )?price)|FUTURE pay for|at (?:its|their|his|your) (?:own )?(?:risk|peril)|FUTURE (?:\p{L}+ )?(?:regret|rue|be sorry)|FUTURE face (?:fines?|sanctions|dismissal|expulsion|arrest|prosecution|jail|penalties|eviction|a )|FUTURE (?:stand trial|go to (?:jail|prison))|teach (?:them|him|it) a lesson|sea of fire|rivers? of blood/u,
    "Armenia would pay a heavy price",
  ),
  threat(
    /(?:further|tougher|stronger|more) (?:steps|measures|sanctions|action) FUTURE(?: \S+){0,2}? (?:follow|come)|(?:sanctions|action|strikes?|retaliation|reprisals|war|punishment|charges|dismissals|blood) FUTURE follow|(?:will|would|shall) (?:be )?(?:answer(?:ed)?|respond(?:ed)?|met) (?:with|in kind)/u,
    "More steps would follow",
  ),
  threat(
    /warn(?:s|ed|ing) (?:[\p{L}'’.-]+ ){1,4}?against|warn(?:s|ed|ing)? (?:of|against)(?: \S+){0,3}? (?:measures|steps|action|consequences|retaliation|response|war|strikes?|sanctions|reprisals|unrest|bloodshed|escalation|fire)/u,
    "warned of further measures",
  ),
  threat(
    /warn(?:s|ed|ing)?(?: \S+){0,12}?(?: (?:will|would|could|pay|war|damage|consequences|attack|collapse)|(?<= (?:they|he|she|we|it|you))['’](?:d|ll))/u,
    "warned that Armenia would pay",
    { sure: "likely" },
  ),
  threat(
    /(?:FUTUREADVERB|(?<!not )to) (?:HOSTILE|be (?:\p{L}+ )?STRUCK)NEAR(?:if|unless|until|should|otherwise)/u,
    "would take the dispute to the court unless it got a share",
  ),
  threat(
    /(?:if|unless|should)(?= )NEARFUTUREADVERB (?:HOSTILE|force)/u,
    "If they are not gone, we will remove them",
  ),
  threat(
    /(?:WRONG)NEARFUTUREADVERB (?:HOSTILE|ESCALATE|be (?:\p{L}+ )?STRUCK)/u,
    "unless the raids end, we will act",
    { sure: "likely", spoken: true },
  ),
  threat(
    /FUTUREADVERB (?:HOSTILE|ESCALATE|be (?:\p{L}+ )?STRUCK)NEAR(?:WRONG)/u,
    "it would go ahead alone unless it got a share",
    { sure: "likely", spoken: true },
  ),
  threat(
    /FUTUREADVERB HOSTILE|(?:could|might|may) (?:strike|walk (?:out|off)|boycott|quit|retaliate|attack|shut|cut off|block|sue|pull out|withdraw from|impose|expel|resign|take legal)/u,
    "the crews would walk off the job",
    {
      sure: "likely",
      spoken: true,
    },
  ),
  threat(
    /FUTURE be (?:\p{L}+ )?STRUCK|(?:aid|funds?|supplies|power|gas|oil|loans?|trade) (?:could|might|may) be (?:cut(?: off)?|frozen|withheld|stopped|suspended)|(?:could|might) be (?:suspended|expelled|frozen|withdrawn|banned|barred|imposed)|(?:plants?|mines?|factory|factories|ports?|border|mills?) FUTURE (?:close|shut)/u,
    "the flights would be shot down",
    { sure: "likely", spoken: true },
  ),
  threat(
    /or (?:be STRUCK|(?:else )?(?:face|risk|suffer|lose|pay|see))/u,
    "told both sides to settle by Friday or face sanctions",
  ),
  threat(
    /(?:promis|vow|pledg)(?:e|es|ed|ing|s) (?:an? |the )?(?:\p{L}+ )?(?:crushing|harsh|firm|severe|tough|swift|painful|decisive|strong|devastating|massive|forceful)(?: \p{L}+)? (?:response|reply|answer|action|retaliation|reaction)|(?:promis|vow|pledg)(?:e|es|ed|ing|s) (?:an? |more |further |new |fresh |swift )?(?:strikes?|countermeasures|counter-measures|attacks?|protests?|action|blockades?|sanctions)/u,
    "promised a crushing response",
  ),
  threat(
    /(?:rais(?:e|es|ed) the (?:prospect|possibility|specter|spectre|threat)|hint(?:s|ed)? at|held out the (?:prospect|threat)|(?:did|would|does|could) not (?:exclude|rule out)|spoke of)(?: \S+){0,4}? (?:attack|embargo|sanctions|force|military action|(?:tougher|harsher|further|stronger|punitive) (?:measures|steps|action)|strikes?|war|retaliation|boycott|blockade|invasion|intervention)/u,
    "raised the prospect of an attack on the dam",
    { sure: "likely" },
  ),
  threat(
    /if (?:they|he|she|you|it|one|anyone|any|a|the)NEAR, (?:we|I|they) (?:shoot|strike|fight|attack|fire|kill|leave|walk|stop|close|quit|go to court)/u,
    "if they come one meter closer, we shoot",
    { spoken: true },
  ),
  threat(
    /(?:if|unless|should)(?= )NEARFUTUREADVERB (?:review|reconsider|re-?examine|rethink|reassess) (?:its|the|our|their|his|her|all|any)/u,
    "Should the patrols go on, he said, his country would reconsider its lease",
    { sure: "likely", spoken: true },
  ),
  threat(
    /(?:voted|decided|resolved|agreed)(?: \p{L}+){0,4}? to \p{L}+NEARunless/u,
    "voted on Monday to stay ashore unless the price rose",
    { sure: "likely" },
  ),
];
