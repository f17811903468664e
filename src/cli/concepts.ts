import { CONCEPTS, type Concept, type Notion } from "../analysis/findings.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { argumentProblem } from "./answer.ts";

/** Reads `seq` or `nash,seq`; undefined stays undefined. */
export function readConcepts(text: string | undefined): {
  concepts: Concept[] | undefined;
  problems: Problem[];
} {
  const { concepts, notions, problems } = readNotions(text);
  const further = notions.map((notion) =>
    argumentProblem(
      "--concept",
      `\`${notion}\` is for \`analyze\` and \`explain\` only; here there are ${CONCEPTS.join(", ")}`,
    ),
  );
  return { concepts, problems: [...problems, ...further] };
}

/** Reads a list of concepts and of the further notions that `analyze` knows: sim, sim-each, l1 to l99, nm. */
export function readNotions(text: string | undefined): {
  concepts: Concept[] | undefined;
  notions: Notion[];
  problems: Problem[];
} {
  if (text === undefined) return { concepts: undefined, notions: [], problems: [] };
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const known = (word: string): word is Concept => CONCEPTS.some((concept) => concept === word);
  const further = (word: string): word is Notion => /^(sim|sim-each|nm|l[1-9][0-9]?)$/.test(word);
  const all = [...CONCEPTS, "sim", "sim-each", "nm", "l1", "l2"];
  const problems = words
    .filter((word) => !known(word) && !further(word))
    .map((word) => {
      const fix = didYouMean(word, all);
      return argumentProblem(
        "--concept",
        `there is no concept \`${word}\`; there are ${CONCEPTS.join(", ")}, and for \`analyze\` and \`explain\` sim, sim-each, l1 to l99, nm`,
        fix,
      );
    });
  return { concepts: words.filter(known), notions: words.filter(further), problems };
}
