/**
 * Lines that are no part of a report although they stand where it stands. Each rule with a line that it is for; whole lines only,
 * so that a sentence of the report which happens to mention a newsletter stays.
 */
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(share|tweet|print|e-?mail|save|comments?|embed|copy link|whatsapp|facebook|twitter|x|linkedin|reddit|pinterest)( (on|this|via|to|by|with)\b.*)?[:.]?$/i,
    "Share on Facebook",
  ],
  [
    /^(share|tweet|email|print|save|facebook|twitter|whatsapp)\b([\s|·,/]+\S+){0,8}$/i,
    "Share | Tweet | Email this story",
  ],
  [
    /^(sign up|subscribe|log ?in|sign in|register|support us|donate|join (us|the conversation)|become a member|follow us|download (our|the) app)\b.{0,200}$/i,
    "Sign up to our newsletter and never miss a story.",
  ],
  [
    /\b(newsletter|e-?mail address|our (daily|weekly|morning|evening) (e-?mail|briefing))\b.{0,160}$/i,
    "Get our free daily newsletter.",
  ],
  [
    /^(copyright|©|\(c\)\s)|\ball rights reserved\b|\bmay (not )?be (reproduced|republished|rewritten|redistributed)\b/i,
    "© 2011 Agence du Sud. All rights reserved.",
  ],
  [
    /^(related|read more|read next|see also|more on this (story|topic)|more from|most (read|popular|viewed)|recommended|you may also like|also on|watch|listen|in pictures|what to read next|trending|don't miss)\b.{0,120}$/i,
    "Read more: Why is the strait so important?",
  ],
  [
    /^(advertisement|ad|sponsored( content)?|story continues below( advertisement)?|continue reading( the main story)?|skip (to|advertisement|past).*)\.?$/i,
    "Story continues below advertisement",
  ],
  [
    /^\(?(additional |with )?(reporting|writing|editing|compiled)( and \w+)? by\b/i,
    "(Reporting by A; Editing by B)",
  ],
  [/^our standards\b/i, "Our Standards: The Trust Principles."],
  [
    /\b(cookies?|privacy policy|terms (and conditions|of (use|service)))\b.{0,120}$/i,
    "We use cookies to improve your experience.",
  ],
  [
    /^(please )?(sign|log) in to (leave|post|comment)|^(leave|post|add) (a|your) comment|\bcomments are (closed|moderated)\b/i,
    "Please sign in to leave a comment.",
  ],
  [/^(the )?(code|url|link) has been copied\b/i, "The code has been copied to your clipboard."],
  [/^(last )?updated:?\s.{0,60}$|^published:?\s.{0,60}$|^\d+ min(ute)?s? read$/i, "Last updated 17:42"],
  [/^\d{1,2}[.:]\d{2}\s?([ap]\.?m\.?)?\s?([A-Z]{2,4})?$/i, "5.42pm GMT"],
  [/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/, "hjkim@agency.example"],
  [/^\(?(end|ends|more|30|###)\)?[.]?$/i, "(END)"],
  [
    /^(printer-?friendly( version)?|send to a friend|single page|reprints|text size|listen to this article|back to top|home|menu|search|help|archives?)([\s|·,/]+.{0,60})?$/i,
    "Printer-friendly version Send to a friend",
  ],
  [
    /\bis not responsible for the content of\b|^since you.re here\b|\bwe have a small favou?r\b/i,
    "The BBC is not responsible for the content of external sites.",
  ],
  [/^(photo|image|file photo|picture|credit|caption)s?\s*(:|by\b|\/).{0,160}$/i, "Photo: A. Smith"],
  [
    /^some information (for|in) this (report|story|article)\b|^this (story|article|report) (was|has been) (updated|corrected|first published)\b/i,
    "Some information for this report came from wire services.",
  ],
  [
    /^(a version of this (article|story)|for more (news|information|stories)|click here|to (read|view) this)\b/i,
    "A version of this article appears in print on page A1.",
  ],
];

/** Whether a line is a leftover of the page around the report: a share bar, a newsletter box, a copyright line and the like. */
export function isLeftover(line: string): boolean {
  return LEFTOVERS.some(([rule]) => rule.test(line));
}

/** The line each rule is for; the tests hold every rule against its own. */
export const LEFTOVER_EXAMPLES: readonly string[] = LEFTOVERS.map(([, example]) => example);
