import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** A word or sign of a text, with its place in it and its part of speech (Universal Dependencies' names: NOUN, VERB, PROPN …). */
export type Token = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly pos: string;
  /** Whether it begins a sentence. */
  readonly first: boolean;
};

/** Whether a token begins with a capital; false where there is none. */
export function isCapitalized(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

let nlp: ReturnType<typeof winkNLP> | undefined;
/** The model numbers the words it has of itself; words it meets for the first time get higher numbers. */
let firstUnknown: number | undefined;

// Loading the model takes half a second, so it is loaded when the first text is read.
function loaded(): ReturnType<typeof winkNLP> {
  nlp ??= winkNLP(model, ["sbd", "pos"]);
  firstUnknown ??= (nlp.readDoc("zzqxj").tokens().out(nlp.its.uniqueId) as unknown as number[])[0];
  return nlp;
}

/** Whether English has the word besides as a name: `security`, not `Losyukov` and not `Florida`. */
export function isCommonWord(word: string): boolean {
  const engine = loaded();
  const tokens = engine.readDoc(word.toLowerCase()).tokens();
  const ids = tokens.out(engine.its.uniqueId) as unknown as number[];
  return ids.every((id) => id < firstUnknown!) && !(tokens.out(engine.its.pos) as string[]).includes("PROPN");
}

/** Cuts a paragraph into words and sentences; `offset` is where it begins in the whole text. Linear. */
export function tokensOf(paragraph: string, offset: number): Token[] {
  const engine = loaded();
  const { its } = engine;
  const document = engine.readDoc(paragraph);
  const values = document.tokens().out(its.value) as string[];
  const tags = document.tokens().out(its.pos) as string[];
  const starts = new Set<number>();
  let count = 0;
  document.sentences().each((sentence: { tokens: () => { length: () => number } }) => {
    starts.add(count);
    count += sentence.tokens().length();
  });
  const tokens: Token[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const found = paragraph.indexOf(value, at);
    const start = found < 0 ? at : found;
    at = start + value.length;
    const last = tokens[tokens.length - 1];
    const touching = last !== undefined && last.end === offset + start;
    // `Yong-ho`, `al-Sayed`, `22-year-old` are one word.
    const hyphen = /^[-‐‑]$/.test(value) && touching && /[\p{L}\p{N}]$/u.test(last.text);
    const joined = touching && /[\p{L}\p{N}][-‐‑]$/u.test(last.text) && /^[\p{L}\p{N}]/u.test(value);
    if (hyphen || joined) {
      tokens[tokens.length - 1] = token(last.text + value, last.start, last.pos, last.first);
      continue;
    }
    // `Adm. Sani Bello`: the period of a title ends no sentence.
    if (
      value === "." &&
      touching &&
      TITLE_CUT_SHORT.test(last.text) &&
      /^\s\p{Lu}/u.test(paragraph.slice(at, at + 2))
    ) {
      tokens[tokens.length - 1] = token(`${last.text}.`, last.start, "PROPN", last.first);
      continue;
    }
    const afterTitle = last?.text.endsWith(".") === true && TITLE_CUT_SHORT.test(last.text.slice(0, -1));
    // Capitals within a sentence are names, whatever the word may be besides: `the Red Cross says`.
    const first = starts.has(index) && !afterTitle;
    const name = !first && /^\p{Lu}\p{Ll}/u.test(value) && /^(VERB|AUX|ADV)$/.test(tags[index]);
    tokens.push(token(value, offset + start, name ? "PROPN" : tags[index], first));
  }
  return tokens.map((each, index) => {
    const before = tokens[index - 1];
    const next = tokens[index + 1];
    const verb =
      each.pos === "NOUN" &&
      before?.pos === "PROPN" &&
      PLURAL_OR_VERB.test(each.lower) &&
      /^(to|that|on|for)$/.test(next?.lower ?? "");
    // `Councillor Muir branded the ferry …`
    const past =
      /^(ADJ|NOUN)$/.test(each.pos) &&
      /[^e]ed$/.test(each.lower) &&
      each.text === each.lower &&
      (((before?.pos === "PROPN" || /^(later|also|then|publicly|promptly)$/.test(before?.lower ?? "")) &&
        /^(DET|PRON)$/.test(next?.pos ?? "")) ||
        // `…, the director, informed us`
        (before?.text === "," && /^(us|him|them|me)$/.test(next?.lower ?? "")));
    // `Cairo fears an invasion`
    const present =
      each.pos === "NOUN" &&
      /[^s]s$/.test(each.lower) &&
      before?.pos === "PROPN" &&
      /^(DET|PRON)$/.test(next?.pos ?? "");
    // `Mr. Hale shot back at a rally`
    const short =
      each.pos === "NOUN" &&
      /^(shot|hit|put|set|cut)$/.test(each.lower) &&
      before?.pos === "PROPN" &&
      /^(back|out|off|down|in)$/.test(next?.lower ?? "");
    // `…, the local radio reports.`
    const closing =
      each.lower === "reports" &&
      (next === undefined || next.text === ".") &&
      /^(radio|television|tv|agency|newspaper|daily|media|press)$/.test(before?.lower ?? "");
    // `Farm groups estimate a strike would …`
    const many =
      each.pos === "NOUN" &&
      SPEECH_OR_NOUN.test(each.lower) &&
      before?.pos === "NOUN" &&
      /[^s]s$/.test(before.lower) &&
      (/^(DET|PRON)$/.test(next?.pos ?? "") || next?.lower === "that");
    // `the border crossing at Elk Pass`, not `a crew crossing the river`
    const deed =
      each.pos === "VERB" &&
      DEED_AS_NOUN.test(each.lower) &&
      before?.pos === "NOUN" &&
      /^(DET|ADJ|PROPN|NOUN)$/.test(tokens[index - 2]?.pos ?? "") &&
      /^(ADP|PUNCT|VERB|AUX|CCONJ)$/.test(next?.pos ?? "PUNCT");
    if (deed) return { ...each, pos: "NOUN" };
    // `The Courier reports, citing a memo, that …`
    const citing =
      each.pos === "NOUN" &&
      PLURAL_OR_VERB.test(each.lower) &&
      before?.pos === "PROPN" &&
      next?.text === "," &&
      /ing$/.test(tokens[index + 2]?.lower ?? "");
    // `A report by the bank, out in May, estimates that …`
    const aside =
      each.pos === "NOUN" &&
      SPEECH_OR_NOUN.test(each.lower.replace(/s$/, "")) &&
      each.lower.endsWith("s") &&
      before?.text === "," &&
      next?.lower === "that";
    // `The general let it be known`
    const letting = each.lower === "let" && /^(it|him|her|us|them)$/.test(next?.lower ?? "");
    return verb || closing || short || past || present || many || citing || aside || letting
      ? { ...each, pos: "VERB" }
      : each;
  });
}

const TITLE_CUT_SHORT =
  /^(Adm|Gen|Col|Maj|Capt|Cmdr|Lt|Sgt|Brig|Mgr|Msgr|Rev|Hon|Amb|Gov|Sen|Rep|Prof|Dr|Mr|Mrs|Ms|Fr|Sr|Insp|Supt)$/;

/** Verbs that look like plurals: `Mr. Cardwell plans to travel`. */
const PLURAL_OR_VERB =
  /^(plans|hopes|aims|offers|vows|promises|demands|claims|calls|warns|reports|threatens|urges|seeks|wants)$/;

/** Verbs of saying that look like nouns: `Farm groups estimate …`. */
const SPEECH_OR_NOUN =
  /^(estimate|report|claim|demand|fear|hope|charge|promise|pledge|request|dispute|counter|caution)$/;

/** What is done, as a noun. */
const DEED_AS_NOUN =
  /^(crossing|meeting|hearing|building|landing|gathering|briefing|bombing|shelling|killing|opening|signing|ruling|mooring|housing|funding|filing|landing|sitting|screening|warning|closing|spending|training|shooting)$/;

function token(text: string, start: number, pos: string, first: boolean): Token {
  return {
    text,
    lower: text.toLowerCase().replaceAll("’", "'"),
    start,
    end: start + text.length,
    pos,
    first,
  };
}
