import type { Standoff } from "../model/standoff.ts";
import type { Names } from "./findings.ts";

/** The names a reader of findings needs, so that a document of findings can be read without the file. */
export function namesOf(standoff: Standoff): Names {
  return {
    title: standoff.title,
    asOf: standoff.asOf,
    parties: standoff.parties.map(({ id, title }) => ({ id, title })),
    options: standoff.options.map(({ id, title, owner, yesNo, levels }) => ({
      id,
      title,
      owner,
      yesNo,
      levels,
    })),
    outcomes: standoff.outcomes.map(({ id, title }) => ({ id, title })),
    claims: standoff.claims.map(({ id, says, source, via, sounds }) => {
      const from = standoff.sources.find((each) => each.id === source);
      return { id, says, source: from?.publisher ?? from?.title, via, sounds };
    }),
  };
}
