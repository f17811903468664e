import { rulesOf } from "./act-rule.ts";

const pledge = rulesOf("pledge");

/** What one side binds itself to do, or to leave undone. */
export const PLEDGES = [
  pledge(
    /pledg(?:e|es|ed|ing)|promis(?:e|es|ed)(?! (?:nothing|himself|herself|themselves|itself))|promising (?:to|that|the|them|him|her|us)|vow(?:s|ed|ing)?|undert(?:ook|akes|aken) (?:to|in|not|that)|undertaking to|guarantee(?:s|d|ing)? (?:that\b|you\b)|guarantee(?:s|d|ing) (?!by\b|for\b|of\b|from\b|and\b|to the)|(?:assur|reassur)(?:e|es|ed|ing)(?! (?:victory|success))|assurances?|swore(?: on \S+ \S+)? (?:to|that)|swears? to|undertake (?:to|that)/u,
    "promised to press for a peaceful solution",
  ),
  pledge(
    /commit(?:s|ted|ting)? (?:\S+ ){0,3}?to (?!prison|jail)|commitment (?:to|that)|g[ai]ve(?:s|n)? (?:(?:his|her|its|their|an?|the|our|my) )?(?:\S+ )?(?:word|assurances?|undertaking|pledge|promise|guarantees?|commitment)|(?:has|have) (?:my|our) word/u,
    "gave its word that the road would stay open",
  ),
  pledge(
    /(?:agree(?:s|d)(?: [\p{L}'’.,-]+){0,6}?|agreeing) (?:not )?to (?!(?:the|an?|its|their|his|her|all|some|any|this|that|these|those|differ|disagree|\d+)\b)\p{L}+|consent(?:s|ed) to/u,
    "agreed on Wednesday to start a bus service",
    { sure: "likely" },
  ),
  pledge(
    /NOTADVERB (?:use|attack|invade|test|strike|fire(?! (?:him|her))|shoot|harm|hurt|touch|target|burn|bomb|shell|deploy|interfere|intervene|meddle|punish|prosecute|expel|arrest|evict|seek revenge|retaliate|betray|let \S+ down|rest|be the first to|violate|escalate|provoke|disrupt|obstruct|stand in the way|oppose|veto|block|resort|abandon (?:our|its|their|his) (?:friends|allies|people|partners|citizens)|dismiss (?:any|workers|them|anyone)|start a war|be (?:\p{L}+ )?(?:STRUCK|used|harmed|hurt|touched|deployed|charged|abandoned|molested|mistreated|damaged|penali[sz]ed)|raise (?:prices|taxes|tariffs)|seek (?:nuclear|to (?:harm|overthrow|annex)))/u,
    "it would not use them against South Koreans",
  ),
  pledge(
    /NOT \p{L}+NEAR(?:so long as|as long as)NEAR(?:talks|truce|cease-?fire|peace|negotiations|agreement)/u,
    "the army will not move as long as the truce holds",
    {
      sure: "likely",
    },
  ),
  pledge(
    /FUTURE (?:open|build|take|use|fire|launch|start|expand|deploy|impose|raise|cut|carry out|conduct) no\b/u,
    "will open no new canal",
  ),
  pledge(
    /(?:FUTURE|shall) (?:stay|remain|keep)(?: \S+){0,2}? (?:neutral|barracks|out|open|in force|calm|silent|faithful|loyal|committed|within)/u,
    "we shall stay out of it",
    {
      sure: "likely",
      spoken: true,
    },
  ),
  pledge(/shall (?:stay|remain|keep|abide)/u, "we shall abide by the treaty", { sure: "likely" }),
  pledge(
    /FUTUREADVERB (?:always )?HELPFUL(?! (?:no|way|a (?:news|press)|the (?:talks|treaty|country|meeting)|\S+ (?:a|an) (?:speech|news|briefing|statement|interview)))/u,
    "her country will double its aid",
    { sure: "likely", spoken: true },
  ),
  pledge(/FUTURE be (?:\p{L}+ )?HELPED/u, "the prisoners would be freed by May", {
    sure: "likely",
    spoken: true,
  }),
  pledge(
    /(?:remain|remains|remained|is|are|was|were) (?:\p{L}+ )?(?:committed|dedicated|bound) (?:to|by)|(?:stand|stands|stood) by (?:its|our|their|his|the) (?:commitments?|word|pledge|promises?|allies|friends|agreement|treaty|deal)/u,
    "remained committed to the truce",
    { sure: "likely" },
  ),
  pledge(
    /(?:nobody|no one|no (?:troops|soldiers|forces|planes|ships|tanks|shots?|missiles|jobs?|workers?|land|houses?|harm|weapons)|not (?:one|a single) \p{L}+) FUTURE (?:be (?!allowed|able|safe|there|in|at|on)\p{L}+|lose|suffer|cross|enter|leave|come|touch|pay)|elections FUTURE be held/u,
    "no troops would cross the river",
    { sure: "likely", spoken: true },
  ),
  pledge(
    /(?:announc|declar|proclaim)(?:es|s|ed|ing) (?:an? |the )?(?:\p{L}+ ){0,2}?(?:cease-?fire|truce|moratorium|amnesty|pardon)/u,
    "announced a unilateral ceasefire from midnight",
    { sure: "likely" },
  ),
  pledge(
    /agree(?:s|d)(?: (?:on|in|at|after) [\p{L}'’.-]+){0,2} to (?:an?|the) (?:[\p{L}-]+ ){0,2}?(?:truce|cease-?fire|force|inspections?|withdrawal|mission|timetable|referendum|elections?|exchange|handover|hand-over|pullout|pull-out|freeze|halt)/u,
    "agreed in May to a gradual withdrawal",
    { sure: "likely" },
  ),
];
