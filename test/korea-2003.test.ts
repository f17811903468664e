import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyze } from "../src/analysis/analyze.ts";
import { coalitions } from "../src/analysis/coalitions.ts";
import { explain } from "../src/analysis/explain.ts";
import { explainForesight } from "../src/analysis/explain-foresight.ts";
import type { RobustAnswer } from "../src/analysis/findings.ts";
import { lookback } from "../src/analysis/lookback.ts";
import { mediate } from "../src/analysis/mediate.ts";
import { paths } from "../src/analysis/paths.ts";
import { perceptions } from "../src/analysis/perceptions.ts";
import { robustness } from "../src/analysis/robustness.ts";
import { votes } from "../src/analysis/votes.ts";
import { wedge } from "../src/analysis/wedge.ts";
import { compile } from "../src/game/compile.ts";
import { parse } from "../src/model/parse.ts";
import { readExpression } from "../src/model/read-expression.ts";

/** What docs/korea-2003.md says of the flagship, pinned. */
const { standoff, problems } = parse(
  readFileSync(new URL("../examples/korea-2003.yaml", import.meta.url), "utf8"),
  "korea",
);
const { compiled } = compile(standoff!);
const findings = analyze(compiled!);
const ALL = ["nash", "gmr", "smr", "seq", "sseq"];
const is = (text: string) => readExpression(text, standoff!, "test").expression!;

test("the file is sound and its status quo follows from the timeline", () => {
  expect(problems).toEqual([]);
  expect(standoff!.statusQuo!.from).toBe("timeline");
  expect(findings.states).toBe(2240);
});

test("every statement of every party rests on claims", () => {
  for (const preference of standoff!.preferences) {
    expect(preference.form).toBe("statements");
    if (preference.form !== "statements") continue;
    for (const statement of preference.statements) expect(statement.because.length).toBeGreaterThan(0);
  }
});

test("the brief's claims are all there, and each sourced one is cited or part of the record", () => {
  const ids = standoff!.claims.map(({ id }) => id);
  for (let number = 1; number <= 21; number++) expect(ids).toContain(`K${number}`);
  for (let number = 1; number <= 6; number++) expect(ids).toContain(`B${number}`);
});

describe("the status quo", () => {
  test("is stable for everybody but the United States, and for it only where incredible answers count", () => {
    const { stableFor } = findings.statusQuo!;
    for (const party of ["dprk", "russia", "china", "rok"]) expect(stableFor[party]).toEqual(ALL);
    expect(stableFor.us).toEqual(["gmr", "smr"]);
  });
});

describe("the package", () => {
  const held = findings.equilibria.filter(({ concepts }) => concepts.includes("seq"));
  const packages = held.filter(({ state }) => state.outcomes.includes("package"));

  test("holds in two of the five outcomes that hold under SEQ and SSEQ, never under Nash", () => {
    expect(held).toHaveLength(5);
    expect(held.every(({ concepts }) => concepts.includes("sseq"))).toBe(true);
    expect(packages).toHaveLength(2);
    expect(packages.every(({ concepts }) => !concepts.includes("nash"))).toBe(true);
    expect(held.filter(({ state }) => state.outcomes.includes("denuclearized"))).toHaveLength(3);
  });

  test("is kept by what the North would answer, and the North has nothing better to move to", () => {
    const state = is(
      "package and oil and not relief and not cut_supply and china_veto and russia_veto and engage and council = stay_out",
    );
    const us = explain(compiled!, { state, party: "us", concept: "seq" }).findings!;
    expect(us.improvementsCount).toBe(3);
    for (const { sanction } of us.improvements) {
      expect(sanction!.moves).toMatchObject([{ party: "dprk", changes: [{ option: "inspect", to: "no" }] }]);
    }
    expect(explain(compiled!, { state, party: "dprk", concept: "seq" }).findings!.improvementsCount).toBe(0);
  });

  test("cannot be reached by steps that each serve their taker; the one outcome that can is talks and the Council", () => {
    const { findings: there } = paths(compiled!, { concepts: ["seq"] });
    expect(there).toMatchObject({ targets: 5, reachedByMoves: 5, reachedByImprovements: 1 });
    const reached = there!.listed.filter(({ byImprovements }) => byImprovements !== undefined);
    expect(reached.map(({ state }) => [state.on, state.levels])).toEqual([
      [["china_veto", "engage", "russia_veto", "talk"], { council: "refer" }],
    ]);
    const feared = there!.listed.find(({ state }) => state.on.includes("reprocess"))!;
    expect(new Set(Object.values(feared.gains))).toEqual(new Set(["worse"]));
    for (const each of there!.listed.filter(({ state }) => state.outcomes.includes("package"))) {
      expect(new Set(Object.values(each.gains))).toEqual(new Set(["better"]));
    }
  });

  test("vetoes are kept wherever something holds under SEQ, and no draft is put to the vote", () => {
    for (const { state } of held) {
      expect(state.on).toEqual(expect.arrayContaining(["china_veto", "russia_veto"]));
      expect(state.levels.council).not.toBe("draft");
    }
  });
});

describe("looking back", () => {
  test("what came after January served its movers and led to the outcome that could be reached", () => {
    const { events, changing, improvements } = lookback(compiled!, { since: "2003-01-22" });
    expect({ changing, improvements }).toEqual({ changing: 2, improvements: 2 });
    expect(events.at(-1)!.holds).toEqual(ALL);
  });

  test("before, the two steps of the deal of 1994 are what the model would not have expected", () => {
    const { events } = lookback(compiled!);
    const before = events.filter(({ after, kind }) => !after && kind === "move");
    expect(before).toHaveLength(8);
    expect(before.filter(({ reason }) => reason!.verdict !== "better").map(({ date }) => date)).toEqual([
      "1994-10-21",
      "1994-10-21",
    ]);
  });
});

test("three outcomes survive every group; talks before the Council do not, nor does the package on American oil", () => {
  const { outcomes } = coalitions(compiled!).findings!;
  const firm = outcomes.filter(({ leaving }) => leaving.length === 0).map(({ state }) => state);
  expect(firm).toHaveLength(3);
  expect(firm.filter(({ on }) => on.includes("reprocess"))).toHaveLength(1);
  expect(
    firm.filter(({ outcomes: hold, on }) => hold.includes("package") && on.includes("relief")),
  ).toHaveLength(1);
  const left = outcomes.filter(({ leaving }) => leaving.length > 0);
  expect(left.map(({ leaving }) => leaving[0].group)).toEqual([
    ["us", "russia"],
    ["dprk", "us"],
  ]);
});

describe("what hangs on single statements", () => {
  type Change = (party: string, wants: readonly string[]) => readonly string[];

  /** The flagship with each party's statements replaced: what is wanted, in order, in the words of the file. */
  function changed(change: Change) {
    const preferences = standoff!.preferences.map((preference) => {
      if (preference.form !== "statements") return preference;
      const words = (span: { start: number; end: number }) => standoff!.text.slice(span.start, span.end);
      const before = new Map(preference.statements.map((each) => [words(each.wants.span), each]));
      const wants = change(preference.party, [...before.keys()]);
      const statements = wants.map(
        (want) => before.get(want) ?? { ...preference.statements[0], wants: is(want) },
      );
      return { ...preference, statements };
    });
    const { counts, equilibria, statusQuo } = analyze(compile({ ...standoff!, preferences }).compiled!);
    const held = equilibria.filter(({ concepts }) => concepts.includes("seq"));
    return {
      seq: counts.seq,
      unstableFor: standoff!.parties
        .map(({ id }) => id)
        .filter((id) => !statusQuo!.stableFor[id].includes("seq")),
      talks: held.some(
        ({ state }) =>
          state.on.join() === "china_veto,engage,russia_veto,talk" && state.levels.council === "refer",
      ),
      packages: held.filter(({ state }) => state.outcomes.includes("package")).length,
      sanctions: held
        .filter(({ state }) => state.outcomes.includes("sanctions"))
        .map(({ state }) => state.on.includes("reprocess")),
    };
  }

  const without =
    (of: Readonly<Record<string, readonly string[]>>): Change =>
    (party, wants) => {
      const dropped = of[party] ?? [];
      expect(wants).toEqual(expect.arrayContaining([...dropped]));
      return wants.filter((want) => !dropped.includes(want));
    };
  const VETOES = { russia: ["russia_veto"], china: ["china_veto"] };
  const same = { unstableFor: ["us"], talks: true };

  test("nothing changed", () => {
    expect(changed((_, wants) => wants)).toMatchObject({ ...same, seq: 5, packages: 2, sanctions: [] });
  });

  test("a denuclearized North comes first for Russia, China and the South", () => {
    const order: Change = (party, wants) => {
      if (!["russia", "china", "rok"].includes(party)) return wants;
      const [first, second, ...rest] = wants.filter((want) => want !== "denuclearized");
      expect(second).toBe("not sanctions");
      return [first, second, "denuclearized", ...rest];
    };
    expect(changed(order)).toMatchObject({ ...same, seq: 126, packages: 32 });
  });

  test("neither ally wishes to keep its veto, nor minds sanctions", () => {
    expect(changed(without(VETOES))).toMatchObject({ ...same, seq: 56, packages: 10, sanctions: [] });
    const passing = { russia: ["russia_veto", "not sanctions"], china: ["china_veto", "not sanctions"] };
    expect(changed(without(passing))).toMatchObject({ ...same, seq: 55, packages: 10, sanctions: [true] });
  });

  test("the North's fourth and second statement", () => {
    const fourth = ["(freeze and inspect) iff (guarantee and some_aid)"];
    expect(changed(without({ dprk: fourth }))).toMatchObject({ ...same, seq: 20, packages: 6 });
    const second = ["reprocess iff sanctions"];
    expect(changed(without({ dprk: second }))).toMatchObject({ ...same, seq: 770, packages: 32 });
  });

  test("a North that wants to reprocess turns the verdict on January around", () => {
    const wishes: Change = (party, wants) =>
      party === "dprk"
        ? wants.map((want) => (want === "reprocess iff sanctions" ? "reprocess" : want))
        : wants;
    const found = changed(wishes);
    expect(found).toMatchObject({ seq: 385, unstableFor: ["dprk"], talks: false });
    expect(found.packages).toBeGreaterThan(0);
  });
});

/** The flagship with a piece of its text changed. */
function variant(change: (text: string) => string) {
  const changed = change(standoff!.text);
  expect(changed).not.toBe(standoff!.text);
  return parse(changed, "variant").standoff!;
}

describe("strength, foresight, eyes and wedges", () => {
  test("two outcomes hold strongly, those that nobody wants to leave", () => {
    expect(findings.strongCounts).toEqual({ nash: 2, gmr: 5, smr: 5, seq: 2, sseq: 2 });
    const strong = findings.equilibria.filter(({ strongly }) => strongly!.includes("seq"));
    expect(strong.map(({ concepts }) => concepts.includes("nash"))).toEqual([true, true]);
  });

  test("further foresight", () => {
    const { foresight } = analyze(compiled!, { notions: ["sim", "sim-each", "l1", "l2", "l3", "nm"] });
    expect(
      foresight!.map((each) => each.limit ?? [each.notion, each.count, each.stableFor!.length === 5]),
    ).toEqual([
      ["sim", 5, false],
      ["sim-each", 4, false],
      ["l1", 2, false],
      ["l2", 3, false],
      ["l3", 2, false],
      ["nm", 2, false],
    ]);
    expect(foresight!.at(-1)).not.toHaveProperty("settles");
  });

  test("a North that looks three moves ahead would open, expecting the guarantee in return", () => {
    const { findings: told } = explainForesight(compiled!, { state: undefined, party: "dprk", notion: "l3" });
    expect(told!.stable).toBe(false);
    const opens = told!.moves.map(({ changes }) => changes.map(({ option, to }) => `${option} ${to}`).join());
    expect(opens).toEqual(["inspect yes", "freeze yes", "freeze yes,inspect yes"]);
    for (const { pays, answer } of told!.moves) {
      expect(pays).toBe(true);
      expect(answer[0].party).toBe("us");
      expect(answer[0].to.on).toEqual(expect.arrayContaining(["guarantee", "oil", "talk"]));
    }
  });

  test("the weak spots of Moscow with Beijing, and of Washington with Seoul", () => {
    const allies = wedge(compiled!, { alliance: ["russia", "china"] }).findings!;
    expect([allies.leaving, allies.tried]).toEqual([[], 26]);
    expect(allies.wedges.map(({ party, statement }) => [party, statement])).toEqual([
      ["russia", "relief iff denuclearized"],
      ["china", "china_veto"],
      ["china", "not cut_supply"],
      ["russia", "russia_veto"],
    ]);
    const west = wedge(compiled!, { alliance: ["us", "rok"] }).findings!;
    expect(west.leaving.map(({ party }) => party)).toEqual(["us"]);
    expect(west.wedges.map(({ party, statement }) => [party, statement])).toEqual([["rok", "engage"]]);
  });

  test("a Washington that misreads the North stays where it is", () => {
    const misread = variant(
      (text) => `${text}\nperceptions:\n  us: {believes: {dprk: [reprocess, not sanctions]}}\n`,
    );
    const eyes = perceptions(misread).findings!;
    expect([eyes.versions[1].counts.seq, eyes.hypergame.counts.seq, eyes.asItIs.counts.seq]).toEqual([
      1, 63, 5,
    ]);
    expect(eyes.surprisesTotal).toBe(0);
    expect(eyes.hypergame.equilibria).toContainEqual(findings.statusQuo!.state);
  });

  test("with the North's second statement unknown one outcome surely holds, and the status quo may", () => {
    const open = variant((text) =>
      text.replace(
        /- want: reprocess iff sanctions\n +confidence: 0.6\n +else: .*\n/,
        "- unknown: reprocess iff sanctions\n",
      ),
    );
    const { unknown, counts } = analyze(compile(open).compiled!, { concepts: ["seq"] });
    expect(counts).toEqual({ seq: 1 });
    expect(unknown!.counts).toEqual({ seq: { surely: 1, may: 1284, cannot: 955 } });
    expect(unknown!.statusQuo).toEqual(["seq"]);
  });
});

describe("the Security Council", () => {
  const [substance, agenda] = votes(compiled!).bodies;

  test("sanctions were not before it, and two vetoes would have stopped them", () => {
    expect(substance.decisions[0].statusQuo).toMatchObject({
      put: false,
      carried: false,
      stoppedBy: ["russia", "china"],
    });
    expect([substance.decisions[0].passesIn, substance.decisions[0].turns]).toEqual([0, []]);
    expect(substance.minimalBlocking!.map((set) => JSON.stringify(set))).toEqual(
      ["us", "russia", "china", "britain", "france"].map((id) => `{"${id}":1}`).concat('{"elected":7}'),
    );
  });

  test("without both vetoes the chance is that of nine votes among the open seats", () => {
    const free = variant((text) => `${text}\nstatus quo: [engage, council = draft]\n`);
    const [{ decisions }] = votes(compile(free).compiled!).bodies;
    const atLeast = (least: number) => {
      const choose = (k: number): number => (k === 0 ? 1 : (choose(k - 1) * (11 - k)) / k);
      return Array.from(
        { length: 11 - least },
        (_, more) => choose(least + more) * 0.7 ** (least + more) * 0.3 ** (10 - least - more),
      ).reduce((a, b) => a + b, 0);
    };
    // Two sure votes; France's yes (0.6) leaves six to find, its abstention (0.3) seven.
    expect(decisions[0].statusQuo!.chance).toBeCloseTo(0.6 * atLeast(6) + 0.3 * atLeast(7), 12);
    expect(decisions[0].statusQuo!.chance).toBeCloseTo(0.7047, 4);
    // On the agenda: four sure votes, or three without China's, and Russia's with 0.3.
    expect(agenda.decisions[0].statusQuo!.chance).toBeCloseTo(0.3 * atLeast(4) + 0.7 * atLeast(5), 12);
    expect(agenda.decisions[0].statusQuo!.chance).toBeCloseTo(0.9637, 4);
    const against = variant((text) =>
      text.replace("china: {vote: yes, confidence: 0.8, else: no}\n", "china: no\n"),
    );
    const [, other] = votes(compile(against).compiled!).bodies;
    expect(other.decisions[0].statusQuo!.chance).toBeCloseTo(0.3 * atLeast(5) + 0.7 * atLeast(6), 12);
    expect(other.decisions[0].statusQuo!.chance).toBeCloseTo(0.8806, 4);
  });
});

test("two packages, the smaller with two signatories, which the North can begin, and no single guarantee that brings it within reach", () => {
  const { findings: table } = mediate(compiled!, { goal: is("package"), fair: true });
  expect([table!.goals, table!.holding.seq, table!.reachedByImprovements]).toEqual([64, 2, 0]);
  expect(table!.failing).toEqual({ barred: 0, worse: 58, unstable: 4, left: 0 });
  expect(table!.packages.map(({ parts }) => parts.map(({ party }) => party))).toEqual([
    ["dprk", "us"],
    ["dprk", "us", "russia"],
  ]);
  for (const { order, losing, weakest, parts } of table!.packages) {
    expect(order).toEqual({ steps: parts.map(({ party }) => party), together: [] });
    expect([losing, weakest!.party]).toEqual([[], "us"]);
  }
  // Guarantees rule out one of the outcomes without the package; none brings it within reach.
  expect(
    table!.bindings.map(({ option, level, holding, outcomes, reached }) => [
      `${option} ${level}`,
      `${holding} of ${outcomes}`,
      reached,
    ]),
  ).toEqual(["freeze yes", "inspect yes", "reprocess no", "oil yes"].map((each) => [each, "2 of 4", false]));
  const [among, everywhere] = table!.fair!;
  expect(among.efficient.map(({ on }) => on.includes("relief"))).toEqual([true]);
  expect(among.depth).toBe(6);
  expect(everywhere).toMatchObject({ outcomes: 2240, efficientTotal: 4, fallbackTotal: 1, depth: 4, sum: 8 });
  const [plan] = everywhere.fallback;
  expect(everywhere.leastSum).toEqual([plan]);
  expect(plan.outcomes).toContain("package");
  expect(plan.on).toEqual(expect.arrayContaining(["relief", "oil"]));
  expect(table!.packages.map(({ state }) => state)).not.toContainEqual(plan);
  const there = is(
    "package and oil and relief and not cut_supply and china_veto and russia_veto and engage and council = stay_out",
  );
  const us = explain(compiled!, { state: there, party: "us", concept: "seq" }).findings!;
  expect([us.state, us.stable]).toEqual([plan, false]);
  expect(us.improvements[0]).toMatchObject({ changes: [{ option: "oil", from: "yes", to: "no" }] });
  expect(us.improvements[0].sanction).toBeUndefined();
});

describe("how sure it is", () => {
  const { findings: sure } = robustness(standoff!, {
    goal: { text: "package", expression: is("package") },
  });
  const share = (answer: RobustAnswer) => [
    answer.kind === "outcome" ? answer.state!.on.join(" ") : (answer.about ?? answer.kind),
    answer.asWritten,
    Math.round(100 * answer.share),
    answer.weights[0]?.doubt,
  ];

  test("the shares of docs/korea-2003.md", () => {
    expect([sure!.doubts.length, sure!.possibilities]).toEqual([26, 1_358_954_496]);
    expect(sure!.method).toEqual({ kind: "sampled", seed: 1, draws: 2304, stopped: "within" });
    expect(sure!.answers.map(share)).toEqual([
      ["statusQuo", false, 0, undefined],
      ["package", true, 87, "dprk.2"],
      ["sanctions", false, 2, "dprk.2"],
      ["referral", true, 95, "referral.seats"],
      ["china_veto engage freeze guarantee inspect russia_veto talk", true, 63, "dprk.2"],
      ["china_veto engage freeze guarantee inspect oil russia_veto talk", true, 72, "dprk.2"],
      ["china_veto engage russia_veto talk", true, 81, "dprk.2"],
      ["china_veto engage reprocess russia_veto talk", true, 100, undefined],
      ["china_veto engage freeze guarantee inspect relief russia_veto talk", true, 72, "dprk.2"],
    ]);
  });

  test("the plain wish to reprocess alone breaks the package and the talks, as the table of changes says", () => {
    const sets = (at: number) => sure!.answers[at].flips!.sets;
    const plainWish = [{ doubt: "dprk.2", reading: 1 }];
    for (const at of [5, 6, 8]) expect(sets(at)).toEqual([plainWish]);
    expect(sure!.doubts.find(({ id }) => id === "dprk.2")!.readings.map(({ says }) => says)).toEqual([
      "reprocess iff sanctions",
      "reprocess",
      "nothing",
    ]);
  });

  test("what China is said to have said matters to hardly anything", () => {
    for (const { weights } of sure!.answers)
      for (const { doubt, alone } of weights)
        if (doubt === "K13" || doubt === "K14") expect(alone).toBeLessThan(0.01);
  });
});
