import { isMonthOrDay } from "./dates.ts";
import { isCapitalized, type Token } from "./language.ts";
import { isTitleParticiple } from "./noun-phrase.ts";
import { OFFICE_NOUNS } from "./offices.ts";
import { bodyNamed, INSTITUTION, stateNamed, stateOfAdjective } from "./places.ts";
import { speechVerb } from "./speech-verbs.ts";

/** `North Korean leader` Kim …, `another deputy foreign minister,` Georgy …, `a spokeswoman for Mr. Cardwell,` Carrie …. */
export function roleBefore(
  tokens: readonly Token[],
  from: number,
  to: number,
): { role: string; adjacent: boolean; trade?: boolean } | undefined {
  const comma = tokens[from - 1]?.text === ",";
  const last = comma ? from - 2 : from - 1;
  if (tokens[from]?.first || last < 0) return undefined;
  let head = last;
  const trade = !comma && to - from > 1 && isTrade(tokens[last]);
  // `assistant secretary of state Ann Lund`
  const of =
    !comma && tokens[last].pos === "NOUN" && tokens[last - 1]?.lower === "of" && isOffice(tokens[last - 2]);
  if (of) head = last - 2;
  else if (!isOffice(tokens[last]) && !trade) {
    if (!comma) return undefined;
    for (head = last; head > last - 9 && head >= 0; head--) {
      if (
        /^[,;:.]$/.test(tokens[head].text) ||
        (tokens[head].pos === "VERB" && !/^(acting)$/.test(tokens[head].lower))
      )
        return undefined;
      if (isOffice(tokens[head]) && /^(of|for|to|in|at)$/.test(tokens[head + 1]?.lower ?? "")) break;
    }
    if (head <= last - 9 || head < 0) return undefined;
  }
  let start = head;
  while (start > 0 && !tokens[start].first && start > head - 7 && modifies(tokens, start - 1)) start--;
  while (/^('s|’s)$/.test(tokens[start]?.text ?? "")) start++;
  // `confirmed by an official, Ms. Orr answered no`: an apposition is closed by a comma or the end, or begins the sentence.
  const aside = /^(said|says)$/.test(tokens[to]?.lower ?? "") && /^[,"“‘]/.test(tokens[to + 1]?.text ?? "");
  // `In remarks to reporters, Vogel said`
  if (comma && start === head && tokens[start - 1]?.pos === "ADP") return undefined;
  // `The minister, Reiter said, is late` is none.
  if (comma && aside) return undefined;
  const opens = tokens[start].first || tokens[start - 1]?.first;
  if (comma && !opens && !CLOSES.test(tokens[to]?.text ?? ".")) return undefined;
  return {
    role: textOf(tokens.slice(start, last + 1)),
    adjacent: !comma,
    trade: trade && !isOffice(tokens[last]),
  };
}

/** `hotelier Ann Lund`, `the violinist Per Holm`: what somebody does, told by the ending; a tanker and a broadcaster have names too. */
function isTrade(token: Token | undefined): boolean {
  if (token === undefined || token.pos !== "NOUN" || !/^\p{Ll}/u.test(token.text)) return false;
  return /..(er|or|ist|ian|man|woman|herd|smith|wright)$/.test(token.lower) && !NAMED_THING.test(token.lower);
}

const NAMED_THING =
  /(paper|letter|tanker|freighter|caster|supplier|operator|maker|producer|carrier|destroyer|trawler|publisher|retailer|manufacturer|lender|insurer|river|border|cruiser|steamer|liner|harbou?r|tower|center|number|order|water|contractor|developer|competitor|explorer|copter|bomber|theater|corner|quarter|chapter|owner|provider|builder|exporter|importer|miner|brewer|giant|processor|reactor|sector|motor|cutter|ferry|schooner|clipper|fighter|power|former|under|over|after|other|either|counter|charter|letter|matter|member|winter|summer|center|server|tractor|factor|tender)$/;

const CLOSES = /^([,.;:)—–-]+|and|who|of|from|said|says|told)$/;

function isOffice(token: Token | undefined): boolean {
  return token !== undefined && OFFICE_NOUNS.has(token.lower);
}

function modifies(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = tokens[at];
  if (/^(NOUN|ADJ|PROPN)$/.test(pos) && !isMonthOrDay(lower)) return true;
  return /^('s|’s)$/.test(text) || lower === "'s" || isTitleParticiple(tokens[at]);
}

/** Hernan Vidal`, the Chilean delegation chief`; Thomas de Groot ` of the Caucasus Institute`. */
export function roleAfter(tokens: readonly Token[], to: number): string | undefined {
  let at = tokens[to]?.text === "," && tokens[to + 1]?.lower === "of" ? to + 1 : to;
  if (tokens[at]?.lower === "of" && isCapitalized(tokens[at + (tokens[at + 1]?.lower === "the" ? 2 : 1)])) {
    let end = at + 1;
    while (
      tokens[end]?.lower === "the" ||
      isCapitalized(tokens[end]) ||
      // `the Mill and Dockers’ Union`
      (/^(of|and|'|’|'s|’s|&)$/.test(tokens[end]?.lower ?? "") && isCapitalized(tokens[end + 1]))
    )
      end++;
    // `the CDU party`, `the Dockers' Union local`
    const small = MEMBERSHIP.test(tokens[end]?.lower ?? "");
    const place = textOf(tokens.slice(at, small ? end + 1 : end));
    return small || INSTITUTION.test(tokens[end - 1].text) ? place : undefined;
  }
  if (tokens[at]?.text !== ",") return undefined;
  at++;
  if (tokens[at]?.lower === "who") return clauseRole(tokens, at + 1);
  if (/^\d{1,3}$/.test(tokens[at]?.text ?? "") && tokens[at + 1]?.text === ",") at += 2;
  const start = at;
  let head = -1;
  for (; at < Math.min(tokens.length, start + 12); at++) {
    const { text, pos, lower } = tokens[at];
    if (/^[,;:.)]$/.test(text) || text === "—" || text === "–") break;
    // `the softly spoken former teacher`
    const spoken =
      pos === "VERB" && tokens[at - 1].pos === "ADV" && /^(NOUN|ADJ)$/.test(tokens[at + 1]?.pos ?? "");
    if (/^(VERB|AUX)$/.test(pos) && lower !== "acting" && !spoken) break;
    if (/^(who|whose|which|that|and)$/.test(lower)) break;
    if (isOffice(tokens[at]) && head < 0) head = at;
    else if (
      isOffice(tokens[at]) &&
      !tokens.slice(head + 1, at).some((each) => /^(of|for|to|in|at)$/.test(each.lower))
    )
      head = at;
  }
  if (head < 0) return undefined;
  let from = start;
  // `Weber, through a spokesman, declined`
  if (tokens[from].pos === "ADP") return undefined;
  if (tokens[from].pos === "DET" || tokens[from].pos === "PRON") from++;
  // `Mr. Hale, the officials said` is no apposition: the verb follows at once.
  // But `Ann Lund, the province's minister flew home` only lacks its comma.
  const unclosed =
    head === at - 1 &&
    tokens.slice(from, at).some(({ text }) => /^['’]s$/.test(text)) &&
    speechVerb(tokens[at]?.lower ?? "") === undefined;
  // `Ann Lund, a clerk attached to the mill, …`, `…, the former mayor leading the march, …`
  const close = tokens.findIndex(({ text }, index) => index > at && /^[,.;:—–]$/.test(text));
  const participle =
    head === at - 1 &&
    /^(a|an|the)$/.test(tokens[start].lower) &&
    /(ed|ing)$/.test(tokens[at]?.lower ?? "") &&
    speechVerb(tokens[at].lower) === undefined &&
    tokens[close]?.text === "," &&
    close - at < 12 &&
    /^(VERB|AUX)$/.test(tokens[close + 1]?.pos ?? "");
  if (participle) return textOf(tokens.slice(from, at));
  if (tokens[at] !== undefined && /^(VERB|AUX)$/.test(tokens[at].pos) && !unclosed) return undefined;
  if (tokens.slice(from, at).some((each) => each.pos === "PUNCT" && !/^['’"“”-]/.test(each.text)))
    return undefined;
  return textOf(tokens.slice(from, at));
}

const MEMBERSHIP =
  /^(party|union|movement|faction|group|association|federation|newspaper|bank|institute|foundation|church|local|branch|coalition|agency|company|firm|council|committee|charity|alliance|network|collective|cooperative|co-operative|tribe|clan)$/;

/** Verbs that tell what somebody does for a living, or whom he leads. */
const OCCUPIED =
  /^(heads|leads|runs|chairs|commands|directs|manages|owns|represents|edits|teaches|farms|sells|drives|fishes|grows|keeps|publishes|oversees|presides|coordinates|operates|advises|serves|mines|raises|makes|builds|repairs|studies|works|herds|bakes|weaves|sews|ferries|pilots|trains|treats)$/;

/** `, who runs a mill and …`, `, who is the mayor's cousin`: what somebody is, told in a clause. */
function clauseRole(tokens: readonly Token[], from: number): string | undefined {
  const stop = (at: number) =>
    tokens[at] === undefined || /^[,;:.)—–?!]$/.test(tokens[at].text) || tokens[at].first;
  let verb: number | undefined;
  for (let at = from; !stop(at) && at < from + 30; at++) {
    const { lower } = tokens[at];
    const begins = at === from || /^(and|now|also|still|who)$/.test(tokens[at - 1].lower);
    const be = /^(is|be|was|became)$/.test(lower) && (begins || tokens[at - 1].lower === "to");
    if (be && /^(the|a|an|his|her|its|their)$/.test(tokens[at + 1]?.lower ?? "")) {
      let end = at + 2;
      while (!stop(end) && !/^(and|who|that|but)$/.test(tokens[end].lower)) end++;
      if (tokens.slice(at + 2, end).some(isOffice))
        return textOf(tokens.slice(at + 2, end)).replace(
          / (in|since|until|from) (\p{Lu}\p{Ll}+ )?\d{4}$/u,
          "",
        );
    }
    if (begins && OCCUPIED.test(lower)) verb ??= at;
  }
  if (verb === undefined) return undefined;
  let end = verb + 1;
  while (!stop(end) && !/^(who|that|but)$/.test(tokens[end].lower) && !isSecondVerb(tokens, end)) end++;
  if (end - verb < 2) return undefined;
  return textOf(tokens.slice(verb, end)).replace(/^leads /, "leader of ");
}

function isSecondVerb(tokens: readonly Token[], at: number): boolean {
  return tokens[at].lower === "and" && /^(VERB|AUX|ADV|DET|PRON)$/.test(tokens[at + 1]?.pos ?? "");
}

/** Whether a role is told as a clause: `runs a mill`. */
export function isClause(role: string): boolean {
  return OCCUPIED.test(role.split(" ")[0]);
}

/** Tokens as text, as they were spaced. */
function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    text += before !== undefined && before.end < token.start ? ` ${token.text}` : token.text;
  }
  return text;
}

export function affiliationIn(text: string): string | undefined {
  const role = text.replace("National Security Council", "White House");
  const words = role.split(/\s+/);
  for (let size = 3; size > 0; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words
        .slice(at, at + size)
        .join(" ")
        .replace(/['’]s$/, "");
      const found = stateOfAdjective(phrase) ?? stateNamed(phrase) ?? bodyNamed(phrase);
      if (found !== undefined) return found;
    }
  }
  const institution =
    /((?:\p{Lu}[\p{L}.-]*\s)*(?:Ministry|Department|Institute|Commission|Agency|Council|Office|University))/u.exec(
      role,
    );
  return institution?.[1];
}
