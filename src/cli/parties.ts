import { didYouMean } from "../model/nearest.ts";
import type { Problem } from "../model/problem.ts";
import type { Standoff } from "../model/standoff.ts";
import { argumentProblem } from "./answer.ts";

/** A problem for every id given that is no party's. */
export function unknownParties(standoff: Standoff, given: readonly string[], argument: string): Problem[] {
  const parties = standoff.parties.map(({ id }) => id);
  return given
    .filter((id) => !parties.includes(id))
    .map((id) =>
      argumentProblem(
        argument,
        `there is no party \`${id}\`; there are ${parties.join(", ")}`,
        didYouMean(id, parties),
      ),
    );
}
