import { BIT } from "../engine/concepts.ts";

/** The bits of the concepts, the most demanding first: nobody can improve at all; then whatever sanctions one believes in. */
export const DEMANDING: readonly number[] = [BIT.nash, BIT.sseq, BIT.seq, BIT.smr, BIT.gmr];

/** How robust what holds under these concepts is: of two, the one that holds under a more demanding concept has the greater number. */
export function robust(mask: number): number {
  return DEMANDING.reduce((sum, bit) => 2 * sum + ((mask & bit) === 0 ? 0 : 1), 0);
}
