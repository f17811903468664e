import { BIT, type Concept } from "../engine/concepts.ts";
import { stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { type Citation, citationsIn } from "../model/citations.ts";
import type { Claim, Standoff } from "../model/standoff.ts";
import type { ClaimFinding, RecordFindings } from "./findings.ts";
import { groundsOf } from "./grounds.ts";
import { namesOf } from "./names.ts";
import { holding, retraction, turnsSomething } from "./retraction.ts";
import { statusQuoState } from "./status-quo.ts";

/** The most outcomes whose grounds are told. */
const TOLD = 12;
/** Each claim's retraction is an analysis of its own; above so many claims times states they are not all tried. */
const MOST_WORK = 2_000_000;

export type RecordOptions = {
  readonly concept: Concept;
  /** Ids of claims: what would change if they had not been made. */
  readonly retract?: readonly string[];
  readonly onProgress?: (done: number, what: string) => void;
};

/**
 * Who said so? The sources, the claims with the chain through which each came, the timeline; what each answer of the program
 * rests on; and what rests on nothing, on hearsay or on what was denied. One analysis, and one more for every claim on which
 * something rests alone.
 */
export function record(
  compiled: Compiled,
  { concept, retract, onProgress = () => {} }: RecordOptions,
): RecordFindings {
  const { standoff } = compiled;
  const citations = citationsIn(standoff);
  const claims = standoff.claims.map((claim) => claimFinding(standoff, claim, citations));
  const claim = new Map(claims.map((each) => [each.id, each]));
  const denied = ({ contradictedBy }: ClaimFinding) => contradictedBy.length > 0;
  const sources = standoff.sources.map(({ span: _, ...source }) => {
    const own = claims.filter((each) => each.source === source.id);
    const ids = own.map(({ id }) => id);
    return {
      ...source,
      claims: ids,
      contradicted: own.filter(denied).map(({ id }) => id),
      carries: citations.filter(({ because }) => because.some((id) => ids.includes(id))).length,
    };
  });
  const shaken = new Set(sources.flatMap(({ id, contradicted }) => (contradicted.length > 0 ? [id] : [])));
  const contradicted = citations.filter(({ because }) => because.some((id) => denied(claim.get(id)!)));
  const before = holding(compiled, concept);
  const alone = standoff.claims
    .map(({ id }) => id)
    .filter((id) => citations.some(({ because }) => because.length === 1 && because[0] === id));
  const tried =
    alone.length * compiled.game.states > MOST_WORK
      ? undefined
      : alone.map((id, index) => {
          onProgress(index / alone.length, `without ${id}`);
          return retraction(compiled, [id], concept, before);
        });
  return {
    question: "record",
    names: namesOf(standoff),
    concept,
    sources,
    claims,
    timeline: standoff.timeline
      .map(({ date, until, by, what, because }) => ({
        date,
        until,
        by,
        what,
        because,
        after: standoff.asOf !== undefined && date > standoff.asOf,
      }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    ...answersOf(compiled, concept),
    restingOn: {
      nothing: citations.filter(({ because }) => because.length === 0),
      oneSecondHand: citations.filter(
        ({ because }) => because.length === 1 && claim.get(because[0])!.hand === "second-hand",
      ),
      contradicted,
      contradictedSource: citations.filter(
        (each) =>
          each.because.length > 0 &&
          !contradicted.includes(each) &&
          each.because.every((id) => shaken.has(claim.get(id)!.source ?? "")),
      ),
    },
    unused: claims
      .filter(({ carries, contradicts }) => carries.length + contradicts.length === 0)
      .map(({ id }) => id),
    hanging: tried?.filter(turnsSomething),
    ...(retract && { retraction: retraction(compiled, retract, concept, before) }),
  };
}

function claimFinding(standoff: Standoff, claim: Claim, citations: readonly Citation[]): ClaimFinding {
  const { span: _, ...told } = claim;
  return {
    ...told,
    hand: claim.via.length === 0 ? "own" : claim.via.length === 1 ? "quoted" : "second-hand",
    contradictedBy: standoff.claims
      .filter(({ contradicts }) => contradicts.includes(claim.id))
      .map(({ id }) => id),
    carries: citations.filter(({ because }) => because.includes(claim.id)),
  };
}

function answersOf(
  compiled: Compiled,
  concept: Concept,
): Pick<RecordFindings, "answers" | "equilibriaTotal"> {
  const { equilibria } = stabilities(compiled.game);
  const statusQuo = statusQuoState(compiled);
  const found = [...equilibria.keys()].filter((state) => (equilibria[state] & BIT[concept]) !== 0);
  const told = found.filter((state) => state !== statusQuo).slice(0, TOLD);
  const asked = statusQuo === undefined ? told : [statusQuo, ...told];
  return {
    answers: asked.map((state) => groundsOf(compiled, state, concept, state === statusQuo)),
    equilibriaTotal: found.length,
  };
}
