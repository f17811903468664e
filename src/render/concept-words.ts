import type { Concept } from "../analysis/findings.ts";

/** Each concept's usual name, and what it means for an outcome to hold under it, in plain words. */
export const CONCEPT_WORDS: Readonly<Record<Concept, { readonly name: string; readonly meaning: string }>> = {
  nash: { name: "Nash", meaning: "nobody can do better by moving alone" },
  gmr: {
    name: "GMR",
    meaning: "whoever moves for the better could be answered with something no better for them",
  },
  smr: { name: "SMR", meaning: "as GMR, and the one answered could not get out of it again" },
  seq: {
    name: "SEQ",
    meaning: "whoever moves for the better would be answered by moves that serve those who answer",
  },
  sseq: { name: "SSEQ", meaning: "as SEQ, and the one answered could not get out of it again" },
};

/** `Nash, GMR, SMR`. */
export function conceptNames(concepts: readonly Concept[]): string {
  return concepts.map((concept) => CONCEPT_WORDS[concept].name).join(", ");
}
