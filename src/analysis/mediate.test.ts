import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "../../test/brute-force.ts";
import { randomCompiled } from "../../test/random-compiled.ts";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { readExpression } from "../model/read-expression.ts";
import type { Standoff } from "../model/standoff.ts";
import { CONCEPTS } from "./findings.ts";
import { mediate } from "./mediate.ts";

function mediated(standoff: Standoff, goal: string, concept: (typeof CONCEPTS)[number] = "seq") {
  const { expression, problems } = readExpression(goal, standoff, "test");
  expect(problems).toEqual([]);
  const { findings, problems: wrong } = mediate(compile(standoff).compiled!, { goal: expression!, concept });
  expect(wrong).toEqual([]);
  return findings!;
}

const twoByTwo = (a: string, b: string) =>
  parse(
    `standoff: 1\ntitle: T\nparties: {a: A, b: B}\noptions: {x: {owner: a}, y: {owner: b}}\nstatus quo: []\npreferences: {a: {ranking: [${a}]}, b: {ranking: [${b}]}}\n`,
  ).standoff!;

test("the prisoner's dilemma, both confessing: silence is a package, held by the threat to confess again, not under Nash", () => {
  // x, y: keep silent. a: confess alone > both silent > both confess > silent alone.
  const dilemma = twoByTwo("[y], [x, y], [], [x]", "[x], [x, y], [], [y]");
  const { packages } = mediated(dilemma, "x and y");
  expect(packages.map(({ parts }) => parts.map(({ party }) => party))).toEqual([["a", "b"]]);
  // Nobody can go first under Nash's foresight; there the package does not even hold.
  expect(mediated(dilemma, "x and y", "nash")).toMatchObject({ packagesTotal: 0, failing: { unstable: 1 } });
});

test("stag hunt: both hunting is a package even under Nash, and whoever is first trusts the other to follow", () => {
  // x, y: hunt the stag. a: both > hare alone > both hare > stag alone.
  const hunt = twoByTwo("[x, y], [y], [], [x]", "[x, y], [x], [], [y]");
  const { packages } = mediated(hunt, "x and y", "nash");
  expect(packages[0].order).toEqual({ steps: ["a", "b"], together: [] });
  expect(packages[0].weakest).toBeUndefined();
});

test("chicken: no package leads from the crash to one side firm that the other would sign, but giving way together is one", () => {
  // x, y: give way. a: b alone gives way > both > a alone gives way > crash.
  const chicken = twoByTwo("[y], [x, y], [x], []", "[x], [x, y], [y], []");
  expect(mediated(chicken, "true", "gmr").packages.map(({ state }) => state.on)).toEqual([
    ["x"],
    ["y"],
    ["x", "y"],
  ]);
  expect(mediated(chicken, "x and y", "seq").failing).toEqual({ barred: 0, worse: 0, unstable: 1, left: 0 });
});

test("packages are exactly the joint changes that a brute force of the definition finds", {
  timeout: 60_000,
}, () => {
  let found = 0;
  fc.assert(
    fc.property(
      randomCompiled({ constraints: true, restrictions: true }, 40),
      fc.constantFrom(...CONCEPTS),
      fc.nat(),
      ({ standoff: drawn }, concept, any) => {
        const brute = bruteForce(drawn);
        const start = any % brute.states.length;
        const span = { start: 0, end: 0 };
        const settings = [...brute.states[start][0]].map(([option, level]) => ({ option, level, span }));
        const standoff: Standoff = { ...drawn, statusQuo: { settings, from: "stated", span } };
        const parties = drawn.parties.map(({ id }) => id);
        const expected = brute.states.flatMap(([state], index) => {
          if (index === start) return [];
          const [from] = brute.states[start];
          const changed = drawn.options.filter(({ id }) => from.get(id) !== state.get(id));
          const signing = parties.flatMap((id, party) =>
            changed.some(({ owner }) => owner === id) ? [party] : [],
          );
          // What each signatory does must be open to it where it starts: judged in a copy without constraints.
          const open = bruteForce({ ...drawn, constraints: [] });
          const at = (settings_: ReadonlyMap<string, number>) =>
            open.states.findIndex(([each]) => [...each].every(([id, level]) => settings_.get(id) === level));
          const allowed = signing.every((party) => {
            const own = new Map(from);
            for (const { id, owner } of changed) if (owner === parties[party]) own.set(id, state.get(id)!);
            return open.canMove(party, at(from), at(own));
          });
          const groups = Array.from({ length: 2 ** signing.length }, (_, mask) =>
            signing.filter((__, bit) => (mask >> bit) & 1),
          ).filter(({ length }) => length > 1);
          const holds =
            allowed &&
            signing.every((party) => !brute.better(party, start, index)) &&
            parties.every((_, party) => brute.stable(party, index, concept)) &&
            groups.every((group) => brute.groupStable(group, index, concept));
          return holds ? [signing.map((party) => parties[party]).join()] : [];
        });
        const findings = mediated(standoff, "true", concept);
        found += expected.length;
        expect(findings.packages.map(({ parts }) => parts.map(({ party }) => party).join()).sort()).toEqual(
          expected.sort(),
        );
        for (const { order, parts } of findings.packages)
          expect([...order.steps, ...order.together.map(({ party }) => party)].sort()).toEqual(
            parts.map(({ party }) => party).sort(),
          );
      },
    ),
    { numRuns: 120 },
  );
  expect(found).toBeGreaterThan(20);
});
