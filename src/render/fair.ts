import type {
  BargainingFinding,
  BargainingPoint,
  FairFinding,
  FairFindings,
  Names,
} from "../analysis/findings.ts";
import { type Block, blockLines, heading, text } from "./blocks.ts";
import { partyTitle, stateLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { clean, counted, listed, sentence } from "./text.ts";

/** The answer to "What would be fair?" for a terminal. */
export function renderFair({ names, from, fair }: FairFindings, style: Style): string {
  const start =
    from === undefined
      ? []
      : [style.bold("What all fall back on"), stateLines(names, from, "     ", style.width), ""];
  return `${[...start, ...fair.flatMap((each) => fairLines(names, each, style).slice(1))].join("\n")}\n`;
}

/** What is fair among some outcomes, for a terminal, after an empty line. */
export function fairLines(names: Names, finding: FairFinding, style: Style): string[] {
  return blockLines(names, fairBlocks(names, finding), style, "  ");
}

/** Compromises among packages or states: how many are efficient, then each kind of compromise and the first state that is one. */
export function fairBlocks(names: Names, finding: FairFinding): Block[] {
  const { among, outcomes, efficientTotal, depth, height, sum } = finding;
  const which = among === "packages" ? "package" : "state";
  const compromises = [
    {
      words: `Fallback bargaining ends where nobody gets worse than place ${depth}`,
      total: finding.fallbackTotal,
      states: finding.fallback,
    },
    {
      words: `Maximin rank keeps everybody at least ${counted(height, "rank")} above its worst`,
      total: finding.maximinTotal,
      states: finding.maximin,
    },
    {
      words: `The places of all add up to the least, ${sum.toLocaleString("en-US")}`,
      total: finding.leastSumTotal,
      states: finding.leastSum,
    },
  ];
  const told = gathered(compromises, ({ total, states }) => [total, states]);
  return [
    heading(among === "packages" ? "Fair among the packages" : "Fair among all states"),
    text(
      `Of ${counted(outcomes, which)}, ${efficientTotal.toLocaleString("en-US")} ${efficientTotal === 1 ? "is" : "are"} efficient: no other is as good for all and better for somebody.`,
    ),
    ...told.map(
      (some): Block => ({
        kind: "state",
        words: `${some.map(({ words }) => words).join(". ")} (${tied(some[0].total, which)}):`,
        state: some[0].states[0],
      }),
    ),
    ...(finding.bargaining === undefined ? [] : bargainingBlocks(names, finding, finding.bargaining)),
  ];
}

function bargainingBlocks(
  names: Names,
  { among, counting }: FairFinding,
  bargaining: BargainingFinding,
): Block[] {
  const which = among === "packages" ? "package" : "state";
  if (bargaining.lacks === "start")
    return [
      text(
        "The bargaining points of Nash and others need a state to fall back on: give the file a status quo, or `--from`.",
      ),
    ];
  if (bargaining.lacks === "weights")
    return [
      text(
        `The bargaining points of Nash and others need weights of everybody; ${listed(bargaining.of.map((id) => partyTitle(names, id)))} ${bargaining.of.length === 1 ? "has" : "have"} none.`,
      ),
    ];
  if (bargaining.lacks === "rational")
    return [
      text(`No ${which} leaves everybody at least where it stands, so there is nothing to bargain for.`),
    ];
  const { rational, most, nash, kalaiSmorodinsky, egalitarian, utilitarian } = bargaining;
  const who = counting.map(({ party, member }) =>
    member === undefined ? partyTitle(names, party) : clean(member),
  );
  const gains = (of: readonly number[]) => listed(who.map((name, index) => `${name} ${signed(of[index])}`));
  if (most.every((each) => each === 0))
    return [
      text(
        `By the weights, no ${which} is better for anybody without being worse for somebody than what all fall back on: there is nothing to bargain for.`,
      ),
    ];
  const partly =
    nash.gaining === counting.length
      ? ""
      : `; no ${which} gives everybody something, so as many as can gain at once`;
  const solutions: { name: string; what: string; point: BargainingPoint }[] = [
    { name: "Nash", what: `greatest product of gains${partly}`, point: nash },
    {
      name: "Kalai–Smorodinsky",
      what: "least gain, as a share of the most its party could gain, greatest",
      point: kalaiSmorodinsky,
    },
    { name: "egalitarian", what: "least gain greatest", point: egalitarian },
    { name: "utilitarian", what: "greatest sum of gains", point: utilitarian },
  ];
  return [
    text(
      `By the weights, ${counted(rational, which)} ${rational === 1 ? "leaves" : "leave"} nobody worse off than what all fall back on; at most there is to gain: ${gains(most)}. Among these:`,
    ),
    ...gathered(solutions, ({ point }) => [point.total, point.outcomes]).map((some): Block => {
      const { total, outcomes } = some[0].point;
      const each = some.map(({ name, what }) => `${name} (${what})`);
      return {
        kind: "state",
        words: `${sentence(listed(each))}: ${gains(outcomes[0].gains)} (${tied(total, which)}):`,
        state: outcomes[0].state,
      };
    }),
  ];
}

function tied(total: number, which: string): string {
  return `${counted(total, which)}${total > 1 ? ", the first being" : ""}`;
}

function signed(gain: number): string {
  return gain === 0 ? "0" : `+${gain.toLocaleString("en-US", { maximumFractionDigits: 20 })}`;
}

/** Those alike by `by` together, in the order of the first of each. */
function gathered<T>(items: readonly T[], by: (item: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(by(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}
