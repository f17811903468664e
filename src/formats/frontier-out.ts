import type { Compromise, FrontierFindings } from "../analysis/findings.ts";
import { viewStates } from "../analysis/state-view.ts";
import type { Compiled } from "../game/compile.ts";
import { type Cell, stateCells, stateHeads, table, yesNo } from "./csv-out.ts";

const HEADS: Record<Compromise, string> = {
  fallback: "fallback bargaining",
  maximin: "maximin rank",
  leastSum: "least sum of places",
  nash: "Nash",
  kalaiSmorodinsky: "Kalai-Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};

/** The efficient states as a table: a row a state, with everybody's place or value there, and which compromises it is. */
export function writeFrontier(
  compiled: Compiled,
  { names, measure, axes, points, start }: FrontierFindings,
): string {
  const kinds = (Object.keys(HEADS) as Compromise[]).filter(
    (kind) => measure === "value" || kind === "fallback" || kind === "maximin" || kind === "leastSum",
  );
  const heads: Cell[] = [
    ...stateHeads(compiled),
    ...axes.map(
      ({ party, member }) =>
        `${measure} for ${member ?? names.parties.find(({ id }) => id === party)!.title}`,
    ),
    "status quo",
    ...kinds.map((kind) => HEADS[kind]),
  ];
  const views = viewStates(
    compiled,
    points.map(({ index }) => index),
  );
  const rows = points.map(({ index, at, compromises }, row) => [
    ...stateCells(compiled, views[row], index + 1),
    ...at,
    yesNo(index === start?.index),
    ...kinds.map((kind) => yesNo(compromises.includes(kind))),
  ]);
  return table(heads, rows).text;
}
