import { rulesOf } from "./act-rule.ts";

const demand = rulesOf("demand");

/** What another is to do. */
export const DEMANDS = [
  demand(
    /demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|implor(?:e|es|ed|ing)|beseech(?:es)?|besought|entreat(?:s|ed)?/u,
    "demanded the immediate release of the captain",
  ),
  demand(
    /insist(?:s|ed|ing)? (?:up)?on|insist(?:s|ed|ing)?(?: that)?(?: \S+){1,6}? (?:must|should|be|leave|stop|withdraw|drop|return|release|accept|pay|sign|resign|end|lift|disarm)/u,
    "insisted on the return of the islands",
  ),
  demand(
    /(?:call|calls|called|calling) (?:up)?onNEAR(?:to|for|not)|(?:call|calls|called|calling)(?: \p{L}+ly| again| once more| also)? for/u,
    "called on both parties to accept",
  ),
  demand(
    /appeal(?:s|ed|ing)?(?: \p{L}+ly)? (?:for|to)(?! (?:the )?(?:\S+ )?(?:court|courts|tribunal|judge))|plead(?:s|ed|ing)? (?:with|for)|begg?(?:ed|ing|s)? (?!for mercy)(?:\S+ ){1,4}?(?:to|for)|petition(?:s|ed) (?:the|for)/u,
    "appealed to the two sides to observe a truce",
  ),
  demand(
    /(?:push|press|lobb|campaign|clamou?r)(?:es|s|ed|ied|ies|ing)? for (?!a peaceful)|(?:holds?|holding|held) out for/u,
    "pressed for a vote before the rains",
  ),
  demand(
    /(?:renew|repeat|reiterat|mak|mad|back|echo|support|lodg|present|press)(?:s|es|ed|e|ing)? (?:an?|the|its|his|her|their) (?:\p{L}+ )?(?:calls?|demands?|appeals?|pleas?|requests?) (?:for|to|that)/u,
    "renewed his call for a withdrawal",
  ),
  demand(
    /(?:urg|press|pressur|push|press|lean|petition|challeng|encourag|expect|caution|admonish|advis)(?:s|es|ed|ing)? (?:on )?(?!to\b)(?:[\p{L}\p{N}'’.-]+ ){1,6}?(?:not )?to (?:do|refrain|comply|honou?r|abide|respect|stop|withdraw|return|release|free|cooperate|act|take|sign|leave|accept|give|talk|negotiate|end|halt|lift|pull|make|show|exercise|get|settle|resume|drop|keep|meet|join|come|disarm|drop|start|begin|choose|allow|let|stay|hand)/u,
    "expects both parties to refrain from any action",
  ),
  demand(
    /(?:ask|asks|asked|asking|request|requests|requested|requesting) (?!(?:not )?to\b|whether|if\b|about|why|how|what|when|who|where|by\b|in\b|on\b|at\b|his name|her name|that neither|that (?:his|her|their|its|he|she|they|the) (?:\S+ ){0,3}?(?:not|name|names|identity|anonymity|identified))(?:that|for (?!comment|anonymity)|(?!us\b|me\b|him\b|her\b|them\b)(?:[\p{L}'’.-]+ ){1,5}?for (?!comment|directions|(?:his|her|their) (?:name|views?|opinion))|(?:[\p{L}\p{N}'’.&-]+,? ){1,9}?(?:not )?to (?!speak on|be (?:named|identified)|comment))/u,
    "asked the Security Council to act",
  ),
  demand(
    /(?:request|requests|requested) (?:the|an|its|their|his) (?:\S+ ){0,3}?(?:withdrawal|return|release|extradition|removal|recall|meeting|inquiry|suspension|extension)/u,
    "requested the return of the envoy",
  ),
  demand(
    /(?:told|tell|tells|telling|order|orders|ordered|ordering|instruct|instructs|instructed|warn|warns|warned|warning|command|commanded)(?: [\p{L}\p{N}'’.&-]+){1,9}? (?:not to \p{L}+|to (?:leave|stop|withdraw|halt|close|return|evacuate|surrender|vacate|lay down|disarm|end|quit|pull|hand|release|free|cease|clear|go|settle|accept|choose|give up|open|respect|back|stay out|keep out|form|hold|negotiate|talk|sign|vote|put|shut|turn|drop|resign|step|choose|get|come back|lift|make peace|resume|comply|reverse))/u,
    "told dockworkers to settle by Friday",
  ),
  demand(
    /order(?:s|ed) (?:[\p{L}'’.-]+ ){1,5}?(?:out|home|off|ashore)/u,
    "ordered the trawlers out of the bay",
  ),
  demand(
    /(?:was|were|been|being) (?:ordered|told|instructed|warned|asked|urged|given until) (?:not to|to (?:leave|stop|withdraw|halt|return|evacuate|surrender|vacate|disarm|end|quit|hand|release|clear|go|resign|choose)|home)/u,
    "was ordered to leave",
    { sure: "likely" },
  ),
  demand(
    /(?<!\b(?:nobody|no one|who|whoever|not|never|n['’]t|you|does|did) )(?:want|wants|wanted) (?!to\b|us\b|me\b|you\b)(?:(?:[\p{L}\p{N}'’.-]+ ){1,8}?(?:to (?:act|stop|withdraw|leave|return|halt|pull|release|give|hand|end|lift|free|respect|recogni[sz]e|accept|pay|resign|apologi[sz]e|comply|drop|open|close|disarm|change|do more)|back|out|gone|lifted|released|withdrawn|removed|freed|stopped|tried|punished|arrested|scrapped|dropped|ended|counted|shut|closed|opened|restored|recogni[sz]ed)\b|(?:(?:the|an|a|its|their|his|her|more|better|higher|full|all|written|firm|immediate) ){0,3}(?:rights?|return|release|withdrawal|apology|inquiry|guarantees?|assurances?|compensation|ban|ceasefire|truce|referendum|elections?|timetable|removal|recognition|extradition|resignation|freedom|independence|autonomy|wages?|pay|raise|lifting|end to|more)\b|[$£€]? ?\p{Lu}{0,3} ?\d[\d.,]*)/u,
    "wanted the right to form local parties",
    { sure: "likely" },
  ),
  demand(
    /(?:seek|seeks|seeking|sought) (?:an? |the |its |their |his |full |immediate |written |\p{L}+ )*(?:release|return|withdrawal|extradition|apology|guarantees?|assurances?|end to|lifting|resignation|removal|inquiry|investigation|recognition|raise|increase|pay rise|ransom|payment|compensation|share|seat)/u,
    "sought the return of the islands",
    { sure: "likely" },
  ),
  demand(
    /(?:issu|deliver|serv)(?:e|es|ed|ing)? (?:\S+ ){0,4}?(?:ultimatum|deadline|demands?|appeal|call)|(?:gave|given|gives?|giving|set|sets|setting|hand(?:s|ed)|present(?:s|ed)|sent) (?:\S+ ){0,6}?(?:an? (?:\S+ )?(?:ultimatum|deadline)|list of (?:\S+ )?demands)|list of (?:\S+ )?demands/u,
    "delivered an ultimatum",
  ),
  demand(
    /(?:gave|gives|to give|(?:has|have|had) given) (?!(?:no|an? (?:speech|interview|talk|statement|warning)|evidence)\b)(?:[\p{L}'’.-]+ ){1,5}?(?:until (?=noon|midnight|midday|dawn|sunset|the end|the weekend|next|tomorrow|tonight|today|this|\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:\d+|one|two|three|four|five|six|seven|ten|a|48|24|72) (?:hours?|days?|weeks?) to (?!comment|respond|report|appeal|file|decide|consider|reply|ratify|prepare))/u,
    "gave the government until Friday",
  ),
  demand(
    /(?:(?<!\b(?:I|we) )must|(?<=\b(?:I|we) )must (?=have|see|get|insist|demand)|ha(?:s|ve) got to|ha(?:s|ve) to|FUTURE have to|had to (?:be (?:freed|released|withdrawn|lifted|removed|respected|stopped|ended|returned|settled|signed|punished|given|guaranteed|restored|met|paid|scrapped|dropped|changed|put in|written)|stop|end|go|leave|withdraw|cease|come first)\b|needs? to|had better|ought to|(?:is|are) to be (?:withdrawn|released))(?! be (?:said|noted|admitted|the\b|an?\b(?! (?:end|halt|stop)))| (?:say|admit|confess|wonder|be careful what)| (?:now )?(?:wait|understand|remember|know|realise|realize|recall|see)\b)(?<!\b(?:I|we|you) (?:have|need) to)(?<!\b(?:I|we|you)(?:['’]ll| will| shall) have to)(?<!\b(?:nobody|no one|need not) \S+ to)(?<!(?:can|could|may) only \S+)/u,
    "barricades must be gone by midnight",
    { sure: "likely", spoken: true },
  ),
  demand(
    /should(?: \p{L}+ly| first| now| also| at once)? (?:not |never )?(?:account|explain|pay|answer for|open|let|take back|talk|negotiate|disarm|stop|withdraw|end|halt|cease|release|free|respect|return|refrain|leave|resign|step (?:down|aside)|lift|apologi[sz]e|recogni[sz]e|abandon|drop|accept|honou?r|abide|comply|act|hand over|pull (?:back|out)|exercise|show restraint|come back|be (?:careful|released|freed|withdrawn|lifted|removed|punished|allowed|held|restored|respected|given|returned|tried|scrapped)|immediately|correct|reconsider|keep)/u,
    "Japan should immediately release the crew",
    { sure: "likely", spoken: true },
  ),
  demand(
    /(?:it is|it['’]s|it was)(?: high| now)? (?:time|up to|incumbent (?:up)?on)(?: \S+){1,5}? to|(?:it is|it['’]s|high) time (?:that )?(?:they|he|she|you|the)/u,
    "it is time for Madrid to act",
    {
      sure: "likely",
      spoken: true,
    },
  ),
  demand(
    /(?:NOT|could not|cannot) be (?!forced|bullied|used|hurt|harmed|part|a party|drawn|dragged|intimidated|blackmailed|the)\p{L}+NEAR(?:until|unless|before)|(?:no|without)(?: \p{L}+){0,3} (?:deal|agreement|talks|peace|settlement|ceasefire|cease-fire|truce|treaty|negotiations|elections)NEAR(?:while|until|unless|without)|(?:no|not)NEAR(?:only if|only when|only after)/u,
    "no deal would be possible while troops remained",
    { sure: "likely" },
  ),
  demand(
    /on (?:the )?condition (?:that|of)(?! (?:anonymity|(?:he|she|they|it|neither|his|her|their|the) (?:\S+ ){0,3}?(?:not|n['’]t|name|identified|anonymous)))|as a (?:pre)?condition (?:for|of)|condition(?:ed|al) (?:up)?on|insist(?:s|ed|ence) on/u,
    "made its signature conditional on a pullout",
    { sure: "likely" },
  ),
  demand(
    /["“‘'](?:stop(?! (?:asking|worrying|talking|it))|release|free|withdraw|lift|end|let (?:\S+ ){1,3}(?:go|in|out|back|through|leave|live)|get off|keep out|hands off|go back|pull out|hand over|give back|give us|return|get out|go home|leave us|lay down|step down|come home)(?= \p{L}+)/u,
    "The crowd chanted: “Release our captain now”",
    { sure: "likely" },
  ),
  demand(
    /expect(?:s|ed)? (?:(?:an?|the|its|their|full|written|immediate) ){0,2}(?:apology|answer|reply|explanation|guarantees?|assurances?|compensation|action|compliance|restraint)|(?:press(?:es|ed)?|push(?:es|ed)?) (?:[\p{L}'’.-]+ ){1,4}?for (?!the first)|what (?:we|they|he|she) (?:wants?|needs?|demands?|asks?)/u,
    "expected an apology",
    { sure: "likely" },
  ),
  demand(
    /requir(?:e|es|ed) that|(?:set|sets|laid down|lays down|attach(?:es|ed)) (?:\S+ ){0,3}?(?:pre)?conditions?|(?:first|main|only|key|sole|second|one|central|chief|principal) (?:demand|condition|precondition|requirement) (?:is|was|remains|remained)|(?:demands?|conditions?) (?:include[sd]?|are|were)/u,
    "The kidnappers' first condition is the release of six prisoners",
  ),
];
