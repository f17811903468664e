import type { ChunkRange } from "./content-after.ts";
import type { TextSpan } from "./reading.ts";
import type { Subject } from "./subject.ts";

/** That somebody said something, as a sentence has it. Numbers are places of chunks in the sentence. */
export type Attribution = {
  readonly verb: number;
  readonly lemma: string;
  /** Undefined where the sentence does not tell whose the verb is. */
  readonly subject: Subject | undefined;
  /** Who passed it on: Kyodo in `was quoted by Kyodo as saying`. */
  readonly through: Subject | undefined;
  readonly to: ChunkRange | undefined;
  /** Where what was said stands. */
  readonly spans: readonly TextSpan[];
  /** The verb itself is the statement: `urged`, `denied`. */
  readonly deed: boolean;
};

/** An attribution whose verb is known to whoever looks for it. */
export type Found = Partial<Attribution> & Pick<Attribution, "spans" | "subject">;
