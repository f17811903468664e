import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse as readYaml } from "yaml";
import { parse } from "./parse.ts";

const ROOT = new URL("../../", import.meta.url);
const schema = JSON.parse(readFileSync(new URL("schema/standoff.schema.json", ROOT), "utf8")) as object;
const matches = new Ajv({ strict: false, allErrors: true }).compile(schema);
const bySchema = (text: string) => matches(readYaml(text));
const byParser = (text: string) => parse(text).standoff !== undefined;

const examples = readdirSync(new URL("examples/", ROOT)).filter((name) => /\.ya?ml$/.test(name));

test.each(examples)("schema and parser accept examples/%s", (name) => {
  const text = readFileSync(new URL(`examples/${name}`, ROOT), "utf8");
  expect(parse(text, name).problems.filter((problem) => problem.severity === "error")).toEqual([]);
  bySchema(text);
  expect(matches.errors ?? []).toEqual([]);
});

const HEAD = "standoff: 1\ntitle: T\nparties: {a: A}\n";
const OPTIONS = "options: {x: {owner: a}, lev: {owner: a, levels: [low, high]}}\n";
const PREFERENCES = "preferences: {a: indifferent}\n";
const BASE = HEAD + OPTIONS + PREFERENCES;

describe("a right shape passes both", () => {
  test.each([
    BASE,
    `${BASE}bodies: {b: {members: {a: {veto: yes}, s: {seats: 3, votes: 2, weights: {w: 4}}}, quota: {votes: 3, w: 50%, members: 2}, abstentions: no, decides: {d: {put when: x, votes: {a: x, s: 0.5}, title: D}}}}\noutcomes: {o: d and x}\n`,
    `${HEAD}states: [s, t]\nmoves: {a: {s: t, t: [s]}}\npreferences: {a: [s]}\n`,
    `${HEAD}states: {s: Here, t: }\nmoves: {a: }\npreferences: {a: {ranking: [[s], t]}}\nstatus quo: [t]\n`,
    `${BASE}outcomes:\nconstraints:\nsame:\nsources:\nclaims:\ntimeline:\nperceptions:\n`,
    `${BASE}constraints: [{always: true}]\nsame: [x, {when: x, why: W}]\n`,
    `${BASE}status quo: []\ntimeline: [{date: 2003-01-01, what: w, sets: [x]}]\n`,
    `${BASE}sources: {s: S, t: , u: {title: U, date: 2003-01}}\nclaims: {c: {says: x, via: [z], source: s}}\n`,
    `${BASE}perceptions: {a: {does not see: [x]}}\noutcomes: {o: x, p: {when: o, title: P}}\n`,
    `${HEAD}options: {x: {owner: a, levels: [none, {one: 1st}], ordered: no}, été: {owner: a, one-way: dropped}}\n${PREFERENCES}`,
    `${HEAD}${OPTIONS}preferences: {a: [x, {want: x, confidence: 0.5, why: w}, {strongly: x, confidence: unsure}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {ranking: [[x], x, {tie: [[], x]}, {is: [lev = high]}, otherwise]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {weights: [{want: x, weight: -2.50}]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{unknown: x}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, confidence: 0, else: not x}, {any order: [x, {want: not x, confidence: 1, else: {strongly: x}}]}]}\n`,
    `${HEAD}options: {x: {owner: a, confidence: unsure, changes when: {when: x, confidence: 0.5}}}\n${PREFERENCES}`,
    `${BASE}constraints: [{never: x, confidence: 0.5}]\nclaims: {c: {says: x, confidence: 0.5, retracted: no}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {votes: {a: {vote: x, confidence: 0.5, else: abstain}}}}}}\noutcomes: {o: d and x}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {ranking: [x, ">>", {unknown: [[], x]}, unknown]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {unanimous: {M: [x], N: {ranking: [x, otherwise]}, O: indifferent}}}\n`,
  ])("%s", (text) => {
    expect(parse(text).problems.filter((problem) => problem.severity === "error")).toEqual([]);
    expect(bySchema(text)).toBe(true);
  });
});

describe("a wrong shape fails both", () => {
  test.each([
    "standoff: 1\n",
    "[]\n",
    "just text\n",
    BASE.replace("standoff: 1", "standoff: 2"),
    BASE.replace("standoff: 1", 'standoff: "1"'),
    BASE.replace("title: T", "title: 12"),
    BASE.replace("title: T", "title: ''"),
    BASE.replace("title: T", "titel: T"),
    BASE.replace("parties: {a: A}", "parties: [a]"),
    BASE.replace("parties: {a: A}", "parties: {}"),
    BASE.replace("parties: {a: A}", "parties: {a: {name: A}}"),
    BASE.replace("parties: {a: A}", "parties: {a: A, 2b: B}"),
    BASE.replace("parties: {a: A}", "parties: {a: A, not: B}"),
    BASE.replace("owner: a}", "title: X}"),
    BASE.replace("owner: a}", "owner: [a]}"),
    BASE.replace("owner: a}", "owner: a, ordered: no}"),
    BASE.replace("owner: a}", "owner: a, one-way: up}"),
    BASE.replace("[low, high]", "[low]"),
    BASE.replace("[low, high]", "[1, 2]"),
    BASE.replace("[low, high]", "low"),
    BASE.replace("[low, high]", "[low, and]"),
    BASE.replace("[low, high]", "[low, {high: H, more: M}]"),
    `${BASE}as of: 21 January 2003\n`,
    `${BASE}as of: 2003\n`,
    `${BASE}bodies: {b: {members: {a: }}}\n`,
    `${BASE}bodies: {b: {quota: 1}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: most}}\n`,
    `${BASE}bodies: {b: {members: {a: {seats: 0}}, quota: 1}}\n`,
    `${BASE}bodies: {b: {members: {a: {veto: perhaps}}, quota: 1}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {}}}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {votes: {a: 2}}}}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {votes: {a: {yes: 0.5}}}}}}\n`,
    `${BASE}states: [s, t]\nmoves: {a: {s: t}}\n`,
    `${HEAD}states: [s, t]\npreferences: {a: [s]}\n`,
    `${HEAD}states: [s]\nmoves: {a: {}}\npreferences: {a: [s]}\n`,
    `${HEAD}states: [s, t]\nmoves: [s, t]\npreferences: {a: [s]}\n`,
    `${BASE}constraints: [x]\n`,
    `${BASE}constraints: [{never: x, always: x}]\n`,
    `${BASE}constraints: [{why: x}]\n`,
    `${BASE}constraints: {never: x}\n`,
    `${BASE}constraints: [{never: [x]}]\n`,
    `${BASE}constraints: [{never: x, because: K}]\n`,
    `${BASE}same: [{why: w}]\n`,
    `${BASE}status quo: x\n`,
    `${BASE}status quo: [lev: high]\n`,
    `${BASE}outcomes: {o: 3}\n`,
    `${BASE}outcomes: {o: }\n`,
    `${BASE}outcomes: {o: {title: O}}\n`,
    `${BASE}perceptions: {a: [x]}\n`,
    `${BASE}perceptions: {a: {}}\n`,
    `${BASE}perceptions: {a: {believes: [x]}}\n`,
    `${BASE}claims: {c: says}\n`,
    `${BASE}claims: {c: {via: [v]}}\n`,
    `${BASE}claims: {c: {says: s, via: v}}\n`,
    `${BASE}sources: {s: {date: 2003-13}}\n`,
    `${BASE}timeline: [{what: w}]\n`,
    `${BASE}timeline: [{date: 2003-1-1, what: w}]\n`,
    `${BASE}timeline: [{date: 2003-01-01, what: w, sets: x}]\n`,
    `${HEAD}${OPTIONS}`,
    `${HEAD}${OPTIONS}preferences: {a: }\n`,
    `${HEAD}${OPTIONS}preferences: {a: []}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: x}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, strongly: x}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, confidence: 2}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, unknown: x}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{unknown: x, confidence: 0.5}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {ranking: [{unknown: [x]}]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, else: not x}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, confidence: 0.5, else: }]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{any order: [x]}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{any order: [x, not x], because: []}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{any order: [x, {any order: [x, not x]}]}]}\n`,
    `${BASE.replace("owner: a}", "owner: a, confidence: 60%}")}`,
    `${BASE.replace("owner: a}", "owner: a, changes when: {when: x}}")}`,
    `${BASE}constraints: [{never: x, confidence: sure}]\n`,
    `${BASE}claims: {c: {says: x, confidence: 2}}\n`,
    `${BASE}claims: {c: {says: x, retracted: perhaps}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {votes: {a: {vote: x, confidence: 0.5}}}}}}\n`,
    `${BASE}bodies: {b: {members: {a: }, quota: 1, decides: {d: {votes: {a: {vote: 0.7, confidence: 0.5, else: no}}}}}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: [{want: x, weight: 2}]}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {weights: [{want: x}]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {weights: [{want: x, weight: ten}]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {ranking: [{tie: [x]}]}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {ranking: [], weights: []}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {unanimous: {}}}\n`,
    `${HEAD}${OPTIONS}preferences: {a: {unanimous: {M: {unanimous: {N: [x]}}}}}\n`,
  ])("%s", (text) => {
    expect(byParser(text)).toBe(false);
    expect(bySchema(text)).toBe(false);
  });
});
