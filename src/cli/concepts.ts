import { CONCEPTS, type Concept } from "../analysis/findings.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import { argumentProblem } from "./answer.ts";

/** Reads `seq` or `nash,seq`; undefined stays undefined. */
export function readConcepts(text: string | undefined): {
  concepts: Concept[] | undefined;
  problems: Problem[];
} {
  if (text === undefined) return { concepts: undefined, problems: [] };
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const known = (word: string): word is Concept => CONCEPTS.some((concept) => concept === word);
  const problems = words
    .filter((word) => !known(word))
    .map((word) => {
      const fix = didYouMean(word, CONCEPTS);
      return argumentProblem(
        "--concept",
        `there is no concept \`${word}\`; there are ${CONCEPTS.join(", ")}`,
        fix,
      );
    });
  return { concepts: words.filter(known), problems };
}
