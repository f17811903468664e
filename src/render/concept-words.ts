import type { Concept, Notion } from "../analysis/findings.ts";

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

/** The name of a further notion of foresight, and what it means for an outcome to hold under it. */
export function notionWords(notion: Notion): { readonly name: string; readonly meaning: string } {
  if (notion === "sim")
    return { name: "SIM", meaning: "as SEQ, or all would move, and moving at once would serve none of them" };
  if (notion === "sim-each")
    return {
      name: "SIM (each)",
      meaning: "whoever moves for the better could be met by others moving at once",
    };
  if (notion === "nm")
    return { name: "NM", meaning: "nobody would move, however many moves and answers ahead they look" };
  const moves = Number(notion.slice(1));
  const ahead = moves === 1 ? "one move" : `${moves} moves and answers`;
  return { name: `L${moves}`, meaning: `nobody would move who looks ${ahead} ahead` };
}

/** `Nash, GMR, SMR`. */
export function conceptNames(concepts: readonly Concept[]): string {
  return concepts.map((concept) => CONCEPT_WORDS[concept].name).join(", ");
}
