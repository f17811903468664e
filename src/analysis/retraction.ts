import { BIT, type Concept } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import { type Compiled, compile } from "../game/compile.ts";
import { type Citation, citationsIn } from "../model/citations.ts";
import type { Standoff } from "../model/standoff.ts";
import { restsOnlyOn, withoutClaims } from "../model/without-claims.ts";
import type { RetractionFinding } from "./findings.ts";
import { type StateView, viewStates } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

const LISTED = 100;

/** What holds in a standoff, in the words of the file, so that it can be compared with what holds in a changed one. */
export type Holding = {
  readonly states: number;
  readonly statusQuo: { readonly state: StateView; readonly holds: boolean } | undefined;
  /** A state as text → its view, for every outcome that holds. */
  readonly equilibria: ReadonlyMap<string, StateView>;
};

/** The outcomes that hold under a concept. Cost: see `stabilities`. */
export function holding(compiled: Compiled, concept: Concept): Holding {
  const { equilibria } = stabilities(compiled.game);
  const found = [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
  const statusQuo = statusQuoState(compiled);
  const views = viewStates(compiled, statusQuo === undefined ? found : [...found, statusQuo]);
  return {
    states: compiled.game.states,
    statusQuo:
      statusQuo === undefined
        ? undefined
        : { state: views[found.length], holds: (equilibria[statusQuo] & BIT[concept]) !== 0 },
    equilibria: new Map(found.map((_, index) => [JSON.stringify(views[index]), views[index]])),
  };
}

/** What would change if these claims had never been made: one compilation and one analysis of the standoff without them. */
export function retraction(
  compiled: Compiled,
  claims: readonly string[],
  concept: Concept,
  before: Holding,
): RetractionFinding {
  const retracted = new Set(claims);
  const told = { claims, ...restingOn(compiled.standoff, retracted) };
  const next = compile(withoutClaims(compiled.standoff, retracted));
  if (next.compiled === undefined) {
    const [problem] = next.problems.filter(({ severity }) => severity === "error");
    return { ...told, broken: problem.message };
  }
  const after = holding(next.compiled, concept);
  const only = (one: Holding, other: Holding) =>
    [...one.equilibria].flatMap(([key, view]) => (other.equilibria.has(key) ? [] : [view]));
  const lost = only(before, after);
  const gained = only(after, before);
  return {
    ...told,
    states: { before: before.states, after: after.states },
    statusQuo: { before: before.statusQuo, after: after.statusQuo },
    equilibria: {
      before: before.equilibria.size,
      after: after.equilibria.size,
      lost: lost.slice(0, LISTED),
      lostTotal: lost.length,
      gained: gained.slice(0, LISTED),
      gainedTotal: gained.length,
    },
  };
}

/** What rests on these claims: alone, and falls with them or stays all the same (see `withoutClaims`), or on others besides. */
function restingOn(
  standoff: Standoff,
  claims: ReadonlySet<string>,
): Pick<RetractionFinding, "dropped" | "standing" | "weakened"> {
  const rankings = new Set(
    [...standoff.preferences, ...standoff.perceptions.flatMap(({ believes }) => believes)].flatMap((each) =>
      each.form === "ranking" ? [each.party] : [],
    ),
  );
  const falls = ({ kind, party }: Citation) =>
    kind === "constraint" || ((kind === "statement" || kind === "belief") && !rankings.has(party ?? ""));
  const touched = citationsIn(standoff).filter(({ because }) => because.some((claim) => claims.has(claim)));
  const alone = touched.filter(({ because }) => restsOnlyOn(because, claims));
  return {
    dropped: alone.filter(falls),
    standing: alone.filter((each) => !falls(each)),
    weakened: touched.filter((each) => !alone.includes(each)),
  };
}

/** Whether a retraction turns an answer: the status quo stands elsewhere or holds otherwise, or outcomes that hold come or go. */
export function turnsSomething({ broken, statusQuo, equilibria }: RetractionFinding): boolean {
  return (
    broken !== undefined ||
    JSON.stringify(statusQuo?.before) !== JSON.stringify(statusQuo?.after) ||
    (equilibria !== undefined && equilibria.lostTotal + equilibria.gainedTotal > 0)
  );
}
