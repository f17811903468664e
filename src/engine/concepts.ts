/**
 * The concepts of stability this engine computes, and the bit each has in a mask of concepts.
 * Definitions: docs/method.md, and literally in `literal.ts`.
 */
export const CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"] as const;
export type Concept = (typeof CONCEPTS)[number];

export const BIT: Readonly<Record<Concept, number>> = { nash: 1, gmr: 2, smr: 4, seq: 8, sseq: 16 };

/** The concepts whose bits are set. */
export function conceptsIn(mask: number): Concept[] {
  return CONCEPTS.filter((concept) => (mask & BIT[concept]) !== 0);
}
