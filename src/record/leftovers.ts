import { firstFullDate } from "./dates.ts";

const SHARE =
  "share|tweet|print|e-?mail|save|comments?|embed|copy|link|whatsapp|facebook|twitter|x|linkedin|reddit|pinterest|telegram|messenger|this|story|article|page|on|via|to|by|with|a|friend";

/**
 * Lines that are no part of a report although they stand where it stands. Each rule with a line that it is for; whole lines only,
 * and none that a sentence of a report could be.
 */
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^(${SHARE})([\\s|·•,/:.-]+(${SHARE}))*[\\s:.]*$`, "i"), "Share | Tweet | Email this story"],
  [
    /^(sign up|subscribe|log ?in|sign in|support us|donate|join the conversation|become a (member|subscriber)|follow us|download (our|the) app|never miss)\b.{0,200}$/i,
    "Sign up to our newsletter and never miss a story.",
  ],
  [
    /^(get|receive|enter|our|join|free|daily|weekly|register for)\b.{0,60}\b(newsletters?|e-?mail (address|updates)|(daily|weekly|morning|evening) (e-?mail|briefing))\b[^.]{0,30}[.!]?( (enter|sign|subscribe|you|please)\b.{0,80})?$/i,
    "Get our free daily newsletter. Enter your e-mail address.",
  ],
  [
    /^(copyright|©|\(c\)\s)|\ball rights reserved\b|\bmay (not )?be (published, broadcast|reproduced|republished|redistributed)\b.{0,80}$/i,
    "© 2011 Agence du Sud. All rights reserved.",
  ],
  [
    /^(read more|read next|see also|more on this (story|topic)|more from|most (read|popular|viewed)|you may also like|also on|what to read next|don't miss)\b.{0,120}$/i,
    "Read more: Why is the strait so important?",
  ],
  [
    /^(related|recommended|trending|watch|listen|in pictures)( (stories|articles|topics|content|now|live|to))?(:.{0,120})?$/i,
    "Related: What is at stake in the talks?",
  ],
  [
    /^(advertisement|ad|sponsored( content)?|story continues below( advertisement)?|advertisement:|continue reading( the main story)?|skip (to|advertisement|past)\b.{0,60})\.?$/i,
    "Story continues below advertisement",
  ],
  [
    /^\(?(additional |with )?(reporting|writing|editing|compiled)( and \w+)? by\b/i,
    "(Reporting by A; Editing by B)",
  ],
  [
    /^.{0,60}\b(is|are) (funded|supported|paid for) by (its |our |you|the )?(readers?|listeners|members)\b.{0,120}$|^(please )?chip in\b.{0,80}$/i,
    "The Gazette is funded by its readers. Chip in today.",
  ],
  [
    /^you have \S+ (free )?(articles?|stories|views?) (left|remaining)\b.{0,120}$|^already a (member|subscriber)\b.{0,80}$/i,
    "You have one free article left. Already a subscriber? Sign in.",
  ],
  [
    /^.{0,60}\bview (it |this (e-?mail|message) )?in (your |a )?browser\b.{0,120}$|^(was this|did (a friend|someone)) (e-?mail )?(forward|send|sent)\w*\b.{0,160}$/i,
    "Trouble reading? View this email in your browser",
  ],
  [
    /^(readers?['’]? )?(sms|text|phone) (poll|vote)\b.{0,120}$|^.{0,80}\b(send|text) (it )?to \d{3,6}\b.{0,40}$/i,
    "SMS POLL: Type YES or NO and send to 4455",
  ],
  [/^[^|]{1,30}( \| [^|.]{1,30}){2,}$/, "Font: A- A A+ | Mail to friend | Post your comment"],
  [/^[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d( \d{4}[A-Z]{2,4})?<?$/, "MW-NR-03-05-91 1931EDT<"],
  [/^our standards\b/i, "Our Standards: The Trust Principles."],
  [
    /^(we use cookies|this (site|website) uses|by (using|continuing)|cookies?\b|privacy (policy|notice)|terms (and conditions|of (use|service))|accept (all|cookies)|manage (cookies|preferences)).{0,200}$/i,
    "We use cookies to improve your experience.",
  ],
  [
    /^(please )?(sign|log) in to (leave|post|comment)|^(leave|post|add) (a|your) comment|^comments are (closed|moderated)\b/i,
    "Please sign in to leave a comment.",
  ],
  [/^(the )?(code|url|link) has been copied\b/i, "The code has been copied to your clipboard."],
  [
    /^(last )?(updated|published|posted|modified):?\s[^.]{0,30}\d.{0,30}$|^\d+ min(ute)?s? read$/i,
    "Last updated 17:42",
  ],
  [/^\d{1,2}[.:]\d{2}\s?([ap]\.?m\.?)?\s?([A-Z]{2,4})?$/i, "5.42pm GMT"],
  [/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/, "hjkim@agency.example"],
  [/^\(?(end|ends|more|30|###)\)?[.]?$/i, "(END)"],
  [
    /^(printer-?friendly( version)?|send to a friend|single page|reprints|text size|listen to this article|back to top|home|menu|search|help|archives?)(\s*[|·•/]\s*.{0,60}| send to a friend)?$/i,
    "Printer-friendly version Send to a friend",
  ],
  [
    /\bis not responsible for the content of external\b|^since you.re here\b|\bwe have a small favou?r to ask\b/i,
    "The BBC is not responsible for the content of external sites.",
  ],
  [/^\(?(photo|image|file photo|picture|credit|caption)s?\s*(:|by\b|\/).{0,160}$/i, "Photo: A. Smith"],
  [
    /^.{0,80}\/\s*(getty images|agence france-presse|afp|ap|associated press|reuters|epa|corbis)(\s*\/.{0,40})?\)?$/i,
    "Ann Smith / AFP / Getty Images",
  ],
  [
    /^.{0,200}\bcontributed (to this (report|story|article)|reporting)\b.{0,40}$/i,
    "Ann Smith in Cairo contributed to this report.",
  ],
  [/^contribut(ing|ors?):\s.{0,160}$/i, "Contributing: Ann Smith, Bo Lind."],
  [/^read or share\b.{0,120}$/i, "Read or Share this story: http://example.com/x"],
  [
    /^([\p{L} ]{0,20} )?(video|audio|map|graphic|infographic|slide ?show|gallery|photos|interactive|poll|quiz|transcript)s?:\s[^.]{0,120}$/iu,
    "Video: The dam from above",
  ],
  [
    /^((the )?(latest|recent|top|featured|popular|more|other)( (on|in|from))?) (stories|posts|news|headlines|videos|articles|topics|tags|galleries)( \w+)?$/i,
    "Latest stories",
  ],
  [
    /^(story highlights|key points|filed under|related tags|tags|topics|keywords|sections|site ?map|feedback|rss( feeds?)?|play video|video transcript|previous|next|try again|facebook activity|connect( with us)?|about us|contact( us)?|advertise( with us)?|close|navigate)\b.{0,2}$/i,
    "Story highlights",
  ],
  [
    /^(posted|published|written|filed) (by|on|at|in)\b[^.]{0,80}$/i,
    "Posted by: Ann Smith, 3 May 2009 | 12:10",
  ],
  [
    /^(bc|am|pm)-[\w-]+(,.{0,60})?$|^(eds|editors?|note to editors)\b:?.{0,160}$|^urgent$|^\(?[\w.]+(\/[\w.]+)+[-\d: /]*\)?$|^[A-Z]{2,}(-[A-Z0-9]{2,}){2,}( \d{4}[A-Z]{2,4})?$/i,
    "BC-Chad-Libya, 3rd Ld-Writethru",
  ],
  [
    /\bin your inbox\b|^(to )?unsubscribe\b|^you (are )?receiv(e|ing) this\b|^donations?:/i,
    "All the news, in your inbox by six.",
  ],
  [
    /^advertise (here|with us)\b|^be the first of your friends\b|^(load|show|view) (more|older|all)\b.{0,40}$/i,
    "Advertise here! Call Ann",
  ],
  [/^[-=_*·.~#\s]{3,}$/, "----------"],
  [
    /^\(?(see|watch|read|hear|listen to|view)\b[^.]{0,80}\b(pictures|photos|video|slide ?show|cartoons|gallery|audio|full (text|remarks|interview|story)|live)\b[^.]{0,60}[.:]?\)?$/i,
    "See pictures of the spill.",
  ],
  [
    /^(get|follow|like|find|join) [^.]{0,60}\bon (twitter|facebook|google|instagram|telegram|whatsapp)\b.{0,120}$/i,
    "Follow the Gazette on Twitter and Facebook.",
  ],
  [/^\|\s*[^.]{0,20}[\w.]{0,30}$/, "| Gazette.example"],
  [
    /^some information (for|in) this (report|story|article)\b|^this (story|article|report) (was|has been) (updated|corrected|first published)\b/i,
    "Some information for this report came from wire services.",
  ],
  [
    /^(a version of this (article|story) appear|for more (news|information|stories)[, ]|click here|to (read|view) this (story|article))/i,
    "A version of this article appears in print on page A1.",
  ],
];

/** Whether a line is a leftover of the page around the report: a share bar, a newsletter box, a copyright line and the like. */
export function isLeftover(line: string): boolean {
  return LEFTOVERS.some(([rule]) => rule.test(line));
}

/** What begins the comments of readers, with how many there are. */
const COMMENTS =
  /^((readers?['’]?|readers['’]|member|visitor|user|all) )?comments?( ?[([]?\d+[)\]]?)?( add your comment)?:?$|^\(?\d+\)? (readers?['’]? )?(comments?|responses)( (to|on)\b.{0,80})?$|^(join the (discussion|conversation)|have your say)$/i;

/**
 * The lines of a page without those that are left over: leftovers, runs of three or more headings and menu words, and all that comes
 * after the heading of the readers' comments, once a report has been told. Linear.
 */
export function withoutLeftovers(lines: readonly string[]): string[] {
  const sentence = (line: string) => /[.!?…:;,。！？]["'”’»)\]]*$/.test(line) || line.length > 70;
  let told = 0;
  const comments = lines.findIndex((line) => {
    if (line.length > 100 && sentence(line)) told++;
    return told >= 4 && COMMENTS.test(line);
  });
  const report = comments < 0 ? lines : lines.slice(0, comments);
  // Bylines, dates and datelines that stand alone are read later.
  const loose = report.map((line) => !sentence(line) && !/\d{4}|^by\b|[—–-]$/i.test(line));
  return report.filter((line, at) => {
    // The line that dates the report is read with its head.
    if (isLeftover(line.slice(0, 1000))) return at < 8 && firstFullDate(line.slice(0, 100)) !== undefined;
    if (at < 6 && isHeadline(line)) return false;
    if (!loose[at]) return true;
    let from = at;
    let to = at;
    while (loose[from - 1] && at - from < 3) from--;
    while (loose[to + 1] && to - at < 3) to++;
    return to - from < 2;
  });
}

/** `Premier Says He Will Answer 'When Wells Are Counted'`: a second headline, told again in the report. */
function isHeadline(line: string): boolean {
  const words = line.split(/[^\p{L}'’]+/u).filter((word) => word.length > 3);
  return (
    words.length >= 4 &&
    line.length < 160 &&
    !/[.?!]["'”’]?$|\d{4}|[—–-]$/.test(line) &&
    words.filter((word) => /^['‘"“]?\p{Lu}/u.test(word)).length >= words.length * 0.8
  );
}

/** The line each rule is for; the tests hold every rule against its own. */
export const LEFTOVER_EXAMPLES: readonly string[] = LEFTOVERS.map(([, example]) => example);
