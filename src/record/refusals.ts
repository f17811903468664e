import { rulesOf } from "./act-rule.ts";

const refusal = rulesOf("refusal");

/** What one side will not do, or not have. */
export const REFUSALS = [
  refusal(
    /(?:reject|spurn|rebuff)(?:s|ed|ing)?(?! (?:(?:the|all|any|such|these|those|as \p{L}+,?|\p{L}+) ){0,2}?(?:claims?|charges?|accusations?|allegations?|reports?|criticisms?|notion|suggestions? (?:that|of)))|refus(?:e|es|ed|ing|al)(?! (?:to believe|food|medical|treatment))|rul(?:e|es|ed|ing) out|categorically/u,
    "Egypt rejected the schedule",
  ),
  refusal(
    /(?:dismiss|oppos|resist|ignor|disregard|snub|scorn|defy|defi|brush|rebuf|shrug|wav|wave|spurn|veto|block|condemn)(?:s|es|ed|ied|ies|ing)?(?: (?:aside|off|away))? (?:(?:as \S+ )?(?:the|an?|any|its|their|his|her|all|such|that|this|these|those|\p{L}+(?:['’]s?)?) ){0,4}?TERMS/u,
    "dismissed the offer",
  ),
  refusal(
    /(?:turn|vot|knock)(?:e|s|ed|es)? (?:\p{L}+ ){0,4}?down|knock(?:s|ed) (?:\p{L}+ ){0,3}?back|brush(?:es|ed) (?:\S+ )?(?:aside|off)|(?:pour|throw|threw)(?:s|ed)? cold water|(?:scoff|sneer|bristl|laugh)(?:s|es|ed) (?:at|off) (?:the|an?|any|its|their|his)/u,
    "turned the idea down",
  ),
  refusal(
    /declin(?:e|es|ed|ing) (?:to (?!say|comment|elaborate|identify|be (?:named|identified|quoted))|(?:the|an?|any|its|their) )|balk(?:s|ed) at|(?:unwilling|loath) to|den(?:y|ies|ied) (?:\S+ ){0,4}?(?:access|entry|passage|permission|visas?)/u,
    "declined the invitation",
  ),
  refusal(
    /(?:stand|stands|stood|hold|holds|held) (?:firm|fast|(?:its|his|her|their) ground)|(?:st(?:ick|icks|uck)|clung|held) (?:to|by) (?:its|his|her|their) (?:\p{L}+ )?(?:position|guns|stand|line|decision|refusal)|(?:defy|defies|defied|flout(?:s|ed)) (?:the|an?)/u,
    "stuck to its position",
  ),
  refusal(
    /oppos(?:es|e) \p{L}+|opposed (?:any|all|such)|(?:decid(?:e|es|ed)|chose|opted|voted) (?:\S+ ){0,3}?(?:against|not to|to (?:reject|refuse|boycott|oppose))|FUTURE (?:hear|have) (?:nothing|none) of|(?:turn|turns|turned) a deaf ear|(?:done|finished|through) (?:talking|negotiating|waiting)|too late (?:for|to) (?:talk|negotiat|compromis)\p{L}*/u,
    "opposes any easing of the embargo",
  ),
  refusal(
    /walk(?:s|ed) (?:away from|out of (?:the )?(?:talks|negotiations|meeting|conference|room|session))|shelv(?:e|es|ed) (?:the )?talks|boycott(?:s|ed|ing)|stay(?:s|ed|ing) away from (?:the )?(?:talks|signing|meeting|ceremony|summit|session|vote|parliament|table)/u,
    "walked out of the talks",
  ),
  refusal(
    /(?:do|does|did) ?(?:not|n['’]t) (?:accept|agree (?:to|with)|recogni[sz]e|negotiate|bow|yield|tolerate|compromise|take orders|(?:want|wish|intend) to (?:CONCEDE|YIELD)|(?:talk|speak|deal|bargain) (?:to|with)|(?:need|want) (?:\S+ ){0,2}?(?:mediation|mediators?|help|aid|interference|advice|lessons|permission|charity|talks|troops))/u,
    "does not recognize the court",
  ),
  refusal(
    /(?:will|would|can|could|shall) ?(?:not|n['’]t|never) (?:\p{L}+ )?(?:accept|agree|negotiate|talk|bow|yield|bend|beg|surrender|give (?:in|up|him|her|it|them|way|ground)|go in|sign|allow|permit|let|tolerate|compromise|back down|step back|budge|abandon|recogni[sz]e|withdraw|retreat|be part|join|disarm|submit|capitulate|cede|relinquish|renounce|concede|participate|cooperate|comply|meet (?:with )?(?:the|him|her|them)|sit (?:down|at))/u,
    "We will not negotiate under fire",
  ),
  refusal(
    /can(?:not|['’]t) (?:accept|agree|negotiate|talk|sign|give|allow|surrender|withdraw|tolerate|recogni[sz]e|compromise|be (?:bullied|forced|dictated|tolerated|accepted|negotiated|allowed))/u,
    "We cannot accept a wall",
  ),
  refusal(/NOTADVERB (?:CONCEDE|HELPFUL|YIELD)/u, "the government would not ask", {
    sure: "likely",
    spoken: true,
  }),
  refusal(
    /(?:NOT|can(?:not|['’]t)|could ?(?:not|n['’]t|never)|can never)(?: \p{L}+ly| ever)? be (?:\p{L}+ly )?(?:given|handed|returned|restored|lifted|allowed|permitted|tolerated|accepted|signed|ratified|withdrawn|moved|bullied|intimidated|blackmailed|coerced|pressured|pressed|forced|dictated|drawn|dragged|swayed|deterred|cowed|provoked|released|freed|extradited|recogni[sz]ed|reopened|renewed|extended|discussed|negotiated|considered|part|party|a party|bound|welcome|rushed|hurried|silenced|disarmed|removed|changed|altered|amended|pushed|lectured|divided|any (?:\p{L}+ )?(?:negotiations?|talks|compromise|concessions?|deal|dialogue|return)|the (?:one|first|side|party))/u,
    "the land would never be given back",
    { spoken: true },
  ),
  refusal(
    /(?:am|is|are|['’](?:m|s|re)) not (?:going|coming|leaving|moving|signing|talking(?! about)|resigning|quitting|changing|opening|paying|handing|letting|withdrawing|stopping|waiting|playing|negotiating|budging|backing|giving|selling|stepping|yielding|surrendering|accepting|returning|attending|joining)(?! to\b)/u,
    "We are not going in as passengers",
  ),
  refusal(
    /FUTURE (?:make|pay|give|accept|offer|sign|hold|have|brook|tolerate|yield|cede|enter|take) no\b/u,
    "would make no concessions",
  ),
  refusal(
    /(?:there|it)(?: (?:is|are|was|were|will be|would be|can be|could be)|['’]s) (?:absolutely |simply |now )?(?:no|nothing) (?:question of|negotiat|talks|compromise|concessions?|dialogue|bargain|surrender|retreat|going back|turning back|way (?:we|he|they|that)|room for|place for|point in|need (?:to|for) (?:sign|talk|negotiat|mediat)|to (?:negotiate|talk about|discuss))\p{L}*/u,
    "There is nothing to negotiate",
  ),
  refusal(
    /not (?:up for|open (?:to|for)|subject to|on|for) (?:negotiation|discussion|debate|sale|grabs|compromise|bargaining|offer|the table|this table|the agenda)|not negotiable|non-?negotiable|out of the question|off the table|not (?:an option|acceptable|interested in)|unacceptable (?:to|demand|condition|terms)|(?:is|are|was|were) (?:\p{L}+ )?unacceptable|no deal(?=["”!.])/u,
    "sovereignty is not up for negotiation",
    { sure: "likely", spoken: true },
  ),
  refusal(
    /(?:has|have|had|['’](?:s|ve)) never (?:accepted|recogni[sz]ed|agreed|acknowledged|consented|signed|ratified)|(?:does|do|did|has|have|had) ?(?:not|n['’]t) (?:accept|recogni[sz]e|accepted|recogni[sz]ed)/u,
    "has never accepted its jurisdiction",
  ),
  refusal(
    /never(?: \p{L}+)? (?:accept|agree|negotiate|sign|surrender|allow|withdraw|yield|give|hand|bow|recogni[sz]e|submit)/u,
    "it would never agree to close a base",
  ),
  refusal(
    /FUTURE (?:go on|continue|keep(?: on)?|carry on) (?:fighting|to fight|the (?:fight|struggle|war|strike)|resisting|to resist)|never (?:will|would|shall)(?=[.,;])|FUTURE (?:stay|remain) (?:in (?:office|power|control)|put|where|at (?:his|her|its|their) posts?|closed|locked|shut|frozen|in (?:force|place)|suspended|blocked|barred|banned)/u,
    "he would go on fighting",
    { spoken: true },
  ),
  refusal(
    /\p{L}+, no(?=[.!;"”’']|$)|[“"‘]no[,.]["”’] (?:said|he|she)|\p{L}+ said no\b|sa(?:y|ys|id) no to|(?:the|our|his|her|its|their|my) (?:answer|reply) (?:is|was|remains)(?: still| a firm)? [“"‘]?no/u,
    "Talks with a gun at the temple, no",
    { sure: "likely" },
  ),
  refusal(
    /(?:see|sees|saw|has|have|had|is|was|with|felt) (?:\p{L}+ly )?no (?:plans?|intention|wish|desire|interest|reason|need|point|cause|grounds|use) (?:to|of|in|for)|t(?:ake|akes|ook) no orders|turn(?:s|ed) (?:its|his|her|their) back|(?:turn|send|sen)(?:s|ed|t) away|(?:clos|slam|shut)(?:es|s|ed|med)? the door/u,
    "saw no reason to reopen the contract",
    { sure: "likely" },
  ),
  refusal(
    /there (?:will|would|can|could|shall) (?:\p{L}+ )?be no (?:(?:second|third|more|further|new|such|early|direct|secret|peace) )*(?:talks?|negotiations?|deals?|votes?|elections?|referendum|compromises?|concessions?|return|retreat|surrender|withdrawal|recognition|ransom|amnesty|truce|cease-?fire|meetings?|apology|change|dialogue|bargain\p{L}*|going back|turning back|settlement|exchange|discussion)/u,
    "There will be no second vote",
    { sure: "likely" },
  ),
  refusal(
    /(?:nobody|no one|none|no (?:country|power|state|court|government|force|outsider|foreigner)) (?:FUTURE|can|has the right to) (?:dictate|tell|force|make|push|bully|stop|drive|impose|order|lecture|intimidate|disarm|remove|decide|interfere|teach)/u,
    "nobody is going to dictate terms to us",
    { sure: "likely", spoken: true },
  ),
  refusal(
    /FUTURE (?:keep|hold on to|retain|cling to) (?:its|their|his|her|our|the|my) (?:\p{L}+ )?(?:weapons?|arms|guns|rifles|missiles|bombs?|positions?|posts?|troops|forces|bases?|islands?|land|hills?|claims?|ground)/u,
    "his men would keep their weapons",
    { sure: "likely", spoken: true },
  ),
  refusal(
    /no (?:\p{L}+ ){1,3}?(?:could|can|may|FUTURE be allowed to) (?:enter|pass|cross|land|leave|return)/u,
    "no foreign ship could enter",
    { sure: "likely", spoken: true },
  ),
  refusal(
    /NOTADVERB (?:resign|quit|stand aside|apologi[sz]e|attend|(?:go|come|return) to (?:\S+ ){0,3}?(?:talks|meeting|summit|table|hearing|conference|session|court))/u,
    "the mayor would not resign",
    { spoken: true },
  ),
  refusal(
    /NOTADVERB (?:draw|set) (?:\p{L}+ )?(?:lines?|deadlines?|limits?)/u,
    "I'm not going to set deadlines from here",
    { sure: "likely", spoken: true },
  ),
  refusal(
    /FUTURE never (?:stop|halt|cease|slow|pause|close|fall silent)|(?:we|they|he|she|it) (?:politely |flatly )?declined(?=[.,;])|keep(?:s|ing)?(?: on)? saying no/u,
    "the mills will never stop",
    { sure: "likely", spoken: true },
  ),
];
