import type { MediateFindings, Names, PackageFinding } from "../analysis/findings.ts";
import { blockLines } from "./blocks.ts";
import { fairLines } from "./fair.ts";
import { inverseBlocks } from "./inverse.ts";
import {
  bindingBlocks,
  holdsWords,
  losingWords,
  mindBlocks,
  orderWords,
  packagesWords,
  partWords,
  signedBy,
  voteWords,
  weakestWords,
} from "./mediate-words.ts";
import { sequenceLines } from "./state-words.ts";
import type { Style } from "./style.ts";
import { counted, sentence, wrap } from "./text.ts";

/** Packages told one by one. */
const TOLD = 5;

/** The answer to "What would it take?" for a terminal: whether the goal holds already, then the packages, the smallest first. */
export function renderMediate(findings: MediateFindings, style: Style): string {
  const { names, packages, packagesTotal, changesOfMind, inverse } = findings;
  const lines = [
    style.bold("Would the goal hold?"),
    wrap(holdsWords(findings), style.width),
    "",
    style.bold("Packages"),
    wrap(packagesWords(findings), style.width),
  ];
  packages.slice(0, TOLD).forEach((each, index) => {
    lines.push("", ...packageLines(names, each, index + 1, style));
  });
  if (packagesTotal > TOLD)
    lines.push("", `${sentence(counted(packagesTotal - TOLD, "more package"))}; \`--json\` lists them.`);
  const blocks = [
    ...(changesOfMind === undefined ? [] : mindBlocks(names, changesOfMind)),
    ...(inverse === undefined ? [] : inverseBlocks(findings, inverse)),
    ...bindingBlocks(findings, findings),
  ];
  lines.push(...blockLines(names, blocks, style));
  for (const each of findings.fair ?? []) lines.push(...fairLines(names, each, style));
  return `${lines.join("\n")}\n`;
}

function packageLines(names: Names, each: PackageFinding, number: number, style: Style): string[] {
  const { parts, losing, weakest, order, votes } = each;
  const say = (words: string) => wrap(words, style.width, "   ");
  const lines = [style.good(`${number}. ${signedBy(names, each)}`)];
  for (const part of parts) lines.push(wrap(partWords(names, each, part), style.width, "   · ", "     "));
  if (losing.length === 0) lines.push("   Nobody outside loses.");
  for (const loser of losing)
    lines.push(
      say(losingWords(names, each, loser)),
      ...sequenceLines(names, loser.forgoes?.answer ?? [], style.width),
    );
  lines.push(...voteWords(votes).map(say), say(orderWords(names, order)), say(weakestWords(names, weakest)));
  return [...lines, ...sequenceLines(names, weakest?.answer ?? [], style.width)];
}
