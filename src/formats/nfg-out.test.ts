import { describe, expect, it } from "vitest";
import { compile } from "../game/compile.ts";
import { parse } from "../model/parse.ts";
import { writeNfg } from "./nfg-out.ts";

describe("writing Gambit's strategic form", () => {
  it("lists payoffs with the first player's strategy running fastest", () => {
    expect(
      written(`standoff: 1
title: Two talks
parties: {row: Row, column: Column}
options:
  a: {owner: row, title: up}
  venue: {owner: column, title: Venue, levels: [home, away, sea], ordered: no}
preferences:
  row: [a, venue = sea]
  column:
    ranking: [not a and venue = away, otherwise]
`),
    ).toEqual({
      text: `NFG 1 R "Two talks" { "Row" "Column" }

{
{ "nothing" "up" }
{ "Venue: home" "Venue: away" "Venue: sea" }
}
"Payoffs are ranks, 1 lowest."

1 1
3 1
1 2
3 1
2 1
4 1
`,
      losses: [],
    });
  });

  it("gives everybody the lowest payoff where strategies are not feasible together, and says so", () => {
    const { text } = written(`standoff: 1
title: T
parties: {p: P, q: Q}
options: {a: {owner: p}, b: {owner: q}}
constraints: [never: a and b]
preferences: {p: [a], q: [b]}
`);
    expect(text).toMatch(/\n1 1\n2 1\n1 2\n0 0\n$/);
    expect(text).toContain("in 1 of 4 profiles the strategies are not feasible together");
  });

  it("gives a party that can do nothing one strategy, and leaves out strategies that are never feasible", () => {
    const { text } = written(`standoff: 1
title: T
parties: {watcher: W, p: P}
options: {a: {owner: p}, b: {owner: p}}
constraints: [never: a and b]
preferences: {watcher: [a], p: [b]}
`);
    expect(text).toContain('{\n{ "nothing" }\n{ "nothing" "a" "b" }\n}');
  });

  it("keeps quotes, backslashes and line ends of names inside their quotes", () => {
    const { text } = written(`standoff: 1
title: "a \\"b\\" \\\\ c\\nd"
parties: {p: "} { \\""}
options: {a: {owner: p}}
preferences: {p: [a]}
`);
    expect(text!.split("\n")[0]).toBe('NFG 1 R "a \\"b\\" \\\\ c d" { "} { \\"" }');
  });

  it("tells what a strategic form cannot hold", () => {
    const { losses } = written(`standoff: 1
title: T
parties: {p: P, pair: The pair}
options: {a: {owner: p, title: Alpha, one-way: taken}, b: {owner: pair}}
same: [a]
preferences:
  p: {weights: [{want: a, weight: 1}]}
  pair: {unanimous: {One: [not a], Two: indifferent}}
perceptions: {p: {does not see: [b]}}
`);
    expect(
      losses.map((loss) => /Alpha|feasible profiles|does not see|The pair|Weights/.exec(loss)?.[0]),
    ).toEqual(["Alpha", "feasible profiles", "does not see", "The pair", "Weights"]);
  });

  it("names the limit for games that are too large", () => {
    const options = Array.from({ length: 20 }, (_, index) => `x${index}: {owner: p${index % 2}}`).join(", ");
    const { text, losses } = written(
      `standoff: 1\ntitle: T\nparties: {p0: P, p1: Q}\noptions: {${options}}\npreferences: {p0: [x0], p1: [x1]}\n`,
    );
    expect(text).toBeUndefined();
    expect(losses).toEqual([expect.stringContaining("the limit is 2,000,000 payoffs")]);
  });
});

function written(text: string) {
  return writeNfg(compile(parse(text, "a test").standoff!).compiled!);
}
