import type { Token } from "./language.ts";

/**
 * Verbs by which reports tell that something was said. `takes`: `clause`, what was said follows as a clause or a quotation
 * (`said that …`); `deed`, the verb itself is the statement (`urged both sides to …`, `denied any part in …`); `label`, it is one only
 * with a quotation (`called the arrest "piracy"`).
 */
type Takes = "clause" | "deed" | "label";

const CLAUSE =
  "say add announce warn insist claim declare state note explain argue assert contend maintain stress emphasize emphasise acknowledge admit concede confirm reveal disclose predict complain charge allege reply respond answer continue recall write tweet report suggest indicate estimate caution reiterate repeat affirm swear joke boast conclude comment remark observe testify shout tell inform assure remind advise ask underline underscore hint imply promise pledge vow threaten propose deny demand counter recount quip protest cry tell signal intimate lament confess retort recommend clarify reason muse object interject opine reckon confide";
const DEED =
  "urge accuse deny promise pledge vow threaten demand propose warn call appeal blame condemn denounce criticize criticise praise welcome rule ask implore beg caution request dispute decry blast slam recommend rebuke report tell claim plead implore exhort";
const LABEL =
  "call describe dismiss reject term brand label denounce condemn hail praise welcome depict characterize characterise compare cite oppose defend portray offer speak";

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ["says", "said", "saying"],
  plead: ["pleads", "pleaded", "pled", "pleading"],
  tell: ["tells", "told", "telling"],
  speak: ["speaks", "spoke", "spoken", "speaking"],
  write: ["writes", "wrote", "written", "writing"],
  swear: ["swears", "swore", "sworn", "swearing"],
  beg: ["begs", "begged", "begging"],
  admit: ["admits", "admitted", "admitting"],
  quip: ["quips", "quipped", "quipping"],
  label: ["labels", "labeled", "labelled", "labeling", "labelling"],
  signal: ["signals", "signaled", "signalled", "signaling", "signalling"],
};

function formsOf(lemma: string): readonly string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  if (lemma.endsWith("e")) return [`${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  return [/(sh|ch|s)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`];
}

export type SpeechVerb = {
  readonly lemma: string;
  readonly clause: boolean;
  readonly deed: boolean;
  readonly label: boolean;
};

const verbs = new Map<string, SpeechVerb>();
for (const [takes, list] of [
  ["clause", CLAUSE],
  ["deed", DEED],
  ["label", LABEL],
] as readonly (readonly [Takes, string])[]) {
  for (const lemma of list.split(" ")) {
    for (const form of [lemma, ...formsOf(lemma)]) {
      const known = verbs.get(form) ?? { lemma, clause: false, deed: false, label: false };
      verbs.set(form, { ...known, [takes]: true });
    }
  }
}

/** The verb of speech of which this word is a form. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return verbs.get(word);
}

/** Past forms that are hardly ever anything but verbs, whatever a tagger thinks. */
const SURELY_VERBS = new Set(
  "said told added warned insisted announced declared vowed urged accused denied argued replied wrote says tells".split(
    " ",
  ),
);

/** Whether a word is such a verb where it stands; `Said Bakr` is a name. */
export function isSurelyVerb({ text, lower, first }: Pick<Token, "text" | "lower" | "first">): boolean {
  return SURELY_VERBS.has(lower) && (first || !/^\p{Lu}\p{Ll}/u.test(text));
}

/** Verbs that go before their subject after what was said: `"…," said the envoy`. */
export const BEFORE_SUBJECT = new Set(
  "say add ask write declare recall warn reply explain insist argue continue announce claim note observe joke remark conclude complain predict report shout cry tweet answer respond admit acknowledge concede comment caution counter quip recount".split(
    " ",
  ),
);

/** Modal verbs before a verb of saying make it no report: `he would say`, `will announce`. */
const MODAL = /^(would|will|could|can|may|might|should|must|shall|'ll|’ll|'d|won't|ca|wo)$/;
const NEGATION = /^(not|n't|n’t|never|neither)$/;

/** Whether a verb with its auxiliaries says that something was said, and not that it may or will be, or was not. */
export function isSaid(tokens: readonly { readonly lower: string }[]): boolean {
  return !tokens.some(({ lower }) => MODAL.test(lower) || NEGATION.test(lower));
}
