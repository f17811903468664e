import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";
import { suspicions } from "./suspicions.ts";

const HEAD = "standoff: 1\ntitle: T\nparties: {a: A, b: B}\n";
const OPTIONS = "options:\n  take: {owner: a}\n  aid: {owner: b, levels: [none, partial, full]}\n";
const INDIFFERENT = "preferences: {a: indifferent, b: indifferent}\n";
const BASE = HEAD + OPTIONS + INDIFFERENT;

/** Every problem as `line:column "marked text" code: message (fix)`. */
const mistakes = (text: string) =>
  parse(text, "f.yaml").problems.map((p) => {
    expect(p.file).toBe("f.yaml");
    const marked = p.excerpt.slice(p.column - 1, p.column - 1 + p.length);
    return `${p.line}:${p.column} "${marked}" ${p.code}: ${p.message}${p.fix === undefined ? "" : ` (${p.fix})`}`;
  });

describe("a typical mistake is told with its place and its fix", () => {
  test.each([
    ["", ['1:1 "" empty: the file is empty (begin with `standoff: 1` and a `title`)']],
    [
      "title: T\n",
      [
        '1:1 "t" missing-key: the file has no `standoff` (add `standoff:`)',
        '1:1 "t" missing-key: the standoff has no `parties` (add `parties:`)',
        '1:1 "t" missing-key: the standoff has no `options` (add `options:`)',
        '1:1 "t" missing-key: the standoff has no `preferences` (add `preferences:`)',
      ],
    ],
    [
      `${BASE}constrains: []\n`,
      ['8:1 "constrains" unknown-key: a standoff has no key `constrains` (did you mean `constraints`?)'],
    ],
    [
      `${BASE}coalitions: {}\n`,
      [
        '8:1 "coalitions" later-version: `coalitions` belongs to a later version of the program (remove it, or use a newer program)',
      ],
    ],
    [
      BASE.replace("owner: a", "owner: c"),
      ['5:17 "c" unknown-id: there is no party `c` (there are `a` and `b`)'],
    ],
    [
      BASE.replace("{owner: a}", "{}"),
      ['5:3 "take" missing-key: the option `take` has no `owner` (add `owner:`)'],
    ],
    [
      BASE.replace("take:", "or:"),
      [
        '5:3 "or" bad-id: `or` is a word of the expression language, so it cannot be the id of an option (choose another id)',
      ],
    ],
    [
      BASE.replace("take:", "010:"),
      [
        '5:3 "010" bad-id: `010` cannot be the id of an option: an id is a letter, then letters, digits, `_` and `-`',
      ],
    ],
    [
      BASE.replace("[none, partial, full]", "[0, 1]"),
      [
        '6:28 "0" bad-id: a level is a word, not `0` (write a word, such as `level-0`)',
        '6:31 "1" bad-id: a level is a word, not `1` (write a word, such as `level-1`)',
      ],
    ],
    [BASE.replace("full]", "none]"), ['6:43 "none" duplicate-id: `aid` has the level `none` twice']],
    [
      `${BASE}constraints:\n  - never: tak and aid >= partail\n`,
      [
        '9:12 "tak" unknown-id: there is no option or outcome `tak` (did you mean `take`?)',
        '9:27 "partail" unknown-level: `aid` has no level `partail` (did you mean `partial`?)',
      ],
    ],
    [
      `${BASE}constraints:\n  - never: "take && wrong"\n  - always: >\n      take\n      or wrogn\n`,
      [
        '9:18 "&&" syntax: `&&` is not a word of the language (write `and`)',
        '9:21 "wrong" unknown-id: there is no option or outcome `wrong`',
        '12:10 "wrogn" unknown-id: there is no option or outcome `wrogn`',
      ],
    ],
    [
      `${BASE}constraints:\n  - never: take and\n      not 'x\n`,
      [
        "10:11 \"'\" syntax: `'` does not belong in an expression (ids are written without quotes)",
        '10:12 "x" unknown-id: there is no option or outcome `x`',
      ],
    ],
    [
      `${BASE}same: [exactly one of (take, aid = full)]\n`,
      [
        '8:23 "(" syntax: this parenthesis is never closed (inside `[ ]` and `{ }` YAML splits at commas: put the expression in quotes)',
        '8:40 ")" syntax: this `)` closes nothing (remove it, or add the `(` it belongs to)',
      ],
    ],
    [
      `${BASE}same:\n  - !take\n`,
      ['9:5 "!take" yaml: YAML takes a word that begins with `!` for a tag (write `not` for negation)'],
    ],
    [
      `${BASE}outcomes:\n  early: late\n  late: take\n  take: aid = full\n`,
      [
        '9:10 "late" unknown-id: the outcome `late` is not defined yet at this place (define `late` above the outcome that uses it)',
        '11:3 "take" duplicate-id: `take` is already the id of an option (give the outcome another id)',
      ],
    ],
    [
      `${HEAD}${OPTIONS}preferences:\n  a:\n    - take\n`,
      [
        '7:1 "preferences" missing-key: the party `b` has no preferences (add `b:` with a list, or `b: indifferent`)',
      ],
    ],
    [
      `${HEAD}${OPTIONS}preferences:\n  a: indiferent\n  b: {ranking: [otherwise, take]}\n`,
      [
        '8:6 "indiferent" wrong-type: preferences are a list of statements, a ranking, weights, or `indifferent` (did you mean `indifferent`?)',
        '9:17 "otherwise" wrong-value: `otherwise` takes all the rest, so it must be the last tier (move it to the end)',
      ],
    ],
    [
      `${HEAD}${OPTIONS}preferences:\n  a: [{want: take, confidence: 80}]\n  b: {weights: [{want: take, weight: 1e3}]}\n`,
      [
        '8:32 "80" wrong-value: `confidence` is a number from 0 to 1, or `unsure` (write `0.8`)',
        '9:38 "1e3" wrong-value: a weight is a decimal number such as `10` or `-2.5`, of at most 30 characters',
      ],
    ],
    [
      `${BASE}status quo: [take, not take, aid: full, aid >= full]\n`,
      [
        '8:20 "not take" duplicate-id: `take` stands twice in this list (keep one of the two)',
        '8:30 "aid: full" wrong-type: a setting is `option`, `not option` or `option = level` (write `aid = full`)',
        '8:41 "aid >= full" not-a-setting: a setting is `option`, `not option` or `option = level` (outside the brackets `[ ]` it would be an expression)',
      ],
    ],
    [
      `${BASE}claims:\n  K1: {says: s, source: wp}\nsources: {wt: W}\ntimeline:\n  - {date: 2003-02-29, by: a, sets: [aid = full], what: w, because: [K2]}\n`,
      [
        '9:25 "wp" unknown-id: there is no source `wp` (did you mean `wt`?)',
        '12:12 "2003-02-29" bad-date: there is no 2003-02-29 in the calendar',
        '12:38 "aid = full" not-owner: `a` cannot set `aid`: it belongs to `b` (write `by: b`, or leave `by` out)',
        '12:70 "K2" unknown-id: there is no claim `K2` (did you mean `K1`?)',
      ],
    ],
    [
      `${BASE}as of: 2003/1/5\n`,
      ['8:8 "2003/1/5" bad-date: `as of` must be a day such as 2003-01-21 (write `2003-01-05`)'],
    ],
    [
      `${BASE}title: again\n`,
      ['8:1 "title" duplicate-key: `title` stands twice in a standoff (keep one of the two)'],
    ],
    [
      `${BASE}same: &s [take]\nconstraints: *s\n`,
      [
        '8:7 "&s" yaml: anchors (`&`) have no place in a standoff (write `and`, or leave it out)',
        '9:14 "*s" yaml: aliases (`*`) have no place in a standoff (write the thing itself)',
      ],
    ],
    [
      `${BASE}<<: {}\n`,
      ['8:1 "<<" yaml: merge keys (`<<`) have no place in a standoff (write the keys themselves)'],
    ],
    [`${BASE}same: [take\n`, ['8:7 "[" yaml: this `[` is never closed (add `]`)']],
    [`${BASE}same: [take\nas of: 2003-01-01\n`, ['8:7 "[" yaml: this `[` is never closed (add `]`)']],
    [`${BASE}about: 'open\n`, ['8:13 "" yaml: a quote is opened and never closed (add the closing quote)']],
    [
      `${BASE}about: one: two\n`,
      [
        '8:8 "one" yaml: there are two colons on this line, and YAML reads each as `key: value` (put the text in quotes if the colon belongs to it, or begin a new line)',
      ],
    ],
    [
      `${BASE}---\n${BASE}`,
      ['8:1 "---" yaml: a second document begins here; a file holds one standoff (remove the line `---`)'],
    ],
    [
      `${HEAD}options:\n\ttake: {owner: a}\n`,
      ['5:1 "\t" yaml: the line is indented with a tab (indent with spaces)'],
    ],
  ])("%s", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
    expect(parse(text).standoff).toBeUndefined();
  });
});

describe("what is read", () => {
  test("words that YAML 1.1 would turn into something else stay words", () => {
    const text = BASE.replace("[none, partial, full]", "[no, yes, on]").replace("T\n", "No\n");
    expect(parse(text).problems).toEqual([]);
    expect(parse(text).standoff?.title).toBe("No");
    expect(parse(text).standoff?.options[1].levels.map((level) => level.id)).toEqual(["no", "yes", "on"]);
  });

  test("ids that are names of JavaScript's own are ids like others", () => {
    const text = BASE.replaceAll("take", "constructor")
      .replace("a: A", "toString: X, a: A")
      .replace("{a: ind", "{toString: [constructor], a: ind");
    expect(parse(text).problems).toEqual([]);
    expect(mistakes(`${BASE}same: [hasOwnProperty]\n`)).toHaveLength(1);
  });

  test("line ends of Windows move nothing", () => {
    const unix = parse(`${BASE}same: [wrong]\n`).problems;
    expect(parse(`${BASE}same: [wrong]\n`.replaceAll("\n", "\r\n")).problems).toEqual(unix);
  });

  test("a state of a ranking has every option, in the order of the options", () => {
    const text = `${HEAD}${OPTIONS}preferences:\n  b: indifferent\n  a: {ranking: [[aid = full], otherwise]}\n`;
    const [first, second] = parse(text).standoff!.preferences;
    expect([first.party, second.party]).toEqual(["a", "b"]);
    const pattern = first.form === "ranking" ? first.tiers[0].pattern : undefined;
    expect(pattern?.kind === "state" && pattern.settings.map((s) => [s.option, s.level])).toEqual([
      ["take", 0],
      ["aid", 2],
    ]);
  });
});

describe("the status quo", () => {
  const TIMELINE =
    "timeline:\n" +
    "  - {date: 2003-03-01, sets: [aid = full], what: later}\n" +
    "  - {date: 2003-01-02, sets: [not take], what: undone}\n" +
    "  - {date: 2003-01-01, sets: [take, aid = partial], what: done}\n";
  const quo = (text: string) => parse(text).standoff?.statusQuo;
  const levels = (text: string) => quo(text)?.settings.map((setting) => setting.level);

  test("is what the file says, everything else at its first level", () => {
    expect(levels(`${BASE}status quo: [aid = partial]\n`)).toEqual([0, 1]);
    expect(levels(`${BASE}status quo: []\n`)).toEqual([0, 0]);
    expect(quo(BASE)).toBeUndefined();
  });

  test("follows from the events up to the day, in the order of their dates", () => {
    expect(quo(`${BASE}${TIMELINE}`)?.from).toBe("timeline");
    expect(levels(`${BASE}${TIMELINE}`)).toEqual([0, 2]);
    expect(levels(`${BASE}as of: 2003-01-02\n${TIMELINE}`)).toEqual([0, 1]);
    expect(levels(`${BASE}as of: 2003-01-01\n${TIMELINE}`)).toEqual([1, 1]);
    expect(levels(`${BASE}as of: 2002-01-01\n${TIMELINE}`)).toEqual([0, 0]);
  });

  test("that disagrees with the timeline is told", () => {
    const text = `${BASE}as of: 2003-01-01\nstatus quo: [take]\n${TIMELINE}`;
    expect(mistakes(text)).toEqual([
      '9:1 "status quo" status-quo: the timeline as of 2003-01-01 disagrees with this status quo about `aid` (correct one of the two, or leave out `status quo`: it then follows from the timeline)',
    ]);
    expect(quo(text)?.from).toBe("stated");
    expect(mistakes(`${BASE}as of: 2003-01-01\nstatus quo: [take, aid = partial]\n${TIMELINE}`)).toEqual([]);
  });
});

describe("suspicions", () => {
  const told = (text: string) => {
    const { standoff, problems } = parse(text);
    expect(problems).toEqual([]);
    return suspicions(standoff!).map(
      (p) => `${p.line}:${p.column} ${p.code} ${/`(.*?)`/.exec(p.message)?.[1]}`,
    );
  };
  test("what is defined and never used, and who can do nothing", () => {
    const text = `${BASE.replace("b: B", "b: B, c: C").replace("{a: ind", "{c: indifferent, a: ind")}outcomes: {o: take}\nsources: {s: S}\nclaims: {K: {says: k}}\n`;
    expect(told(text)).toEqual([
      "3:23 idle-party c",
      "6:3 unused-option aid",
      "8:12 unused-outcome o",
      "9:11 unused-source s",
      "10:10 uncited-claim K",
    ]);
  });
  test("a statement said twice in one list", () => {
    const text = `${HEAD}${OPTIONS}preferences:\n  a: [take or aid = full, "take or (aid = full)"]\n  b: [take]\n`;
    expect(told(text)).toEqual(["8:28 repeated a"]);
  });
  test("nothing, when everything is used", () => {
    expect(told(`${HEAD}${OPTIONS}preferences: {a: [take], b: [aid = full]}\n`)).toEqual([]);
  });
});
