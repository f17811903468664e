import { BIT, type Concept } from "../engine/concepts.ts";
import { codeOfState, stateOfCode } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import type { RobustAnswer } from "./findings.ts";
import { matching } from "./matching.ts";
import { packagesFrom } from "./packages.ts";
import { type StateView, viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";
import type { Variant } from "./variants.ts";

/** A yes-or-no question that can be asked of every variant. */
export type Asked = Pick<RobustAnswer, "kind" | "about"> & {
  readonly state: StateView | undefined;
  readonly holds: (variant: Variant) => boolean;
};

/** An expression with the text it was read from. */
export type Wanted = { readonly text: string; readonly expression: Expression };

/** More outcomes, and more decisions, than this are not followed one by one. */
const MOST_FOLLOWED = 12;

/**
 * What robustness asks of every variant: whether the status quo holds, whether a goal is met by some outcome that holds, whether there
 * is a package, whether each decision passes in some outcome that holds, and whether each outcome still holds that holds in `written`.
 * Of decisions and outcomes the first 12 each; `notFollowed` says what is left out.
 */
export function askedOf(
  written: Variant,
  concept: Concept,
  { goal, bargain }: { goal?: Wanted | undefined; bargain?: Wanted | undefined },
): { readonly asked: readonly Asked[]; readonly notFollowed: readonly string[] } {
  const bit = BIT[concept];
  const { compiled, equilibria } = written;
  const quo = statusQuoState(compiled);
  const holdsSomewhere = (expression: Expression) => {
    const meets = perStructure((variant) => matching(variant.compiled, expression));
    return (variant: Variant) => {
      const truth = meets(variant);
      for (let state = 0; state < truth.length; state++)
        if (truth[state] === 1 && (variant.equilibria[state] & bit) !== 0) return true;
      return false;
    };
  };
  const outcome = (state: number): Asked => {
    const code = codeOfState(compiled.space, state);
    const place = perStructure((variant) => stateOfCode(variant.compiled.space, code));
    const holds = (variant: Variant) => {
      const at = place(variant);
      return at >= 0 && (variant.equilibria[at] & bit) !== 0;
    };
    return { kind: "outcome", about: undefined, state: viewState(compiled, state), holds };
  };
  const asked: Asked[] = [];
  if (quo !== undefined) asked.push({ ...outcome(quo), kind: "statusQuo" });
  if (goal !== undefined)
    asked.push({
      kind: "goal",
      about: goal.text,
      state: undefined,
      holds: holdsSomewhere(goal.expression),
    });
  if (bargain !== undefined && quo !== undefined) {
    const meets = perStructure((variant) => matching(variant.compiled, bargain.expression));
    const holds = (variant: Variant) => {
      const start = statusQuoState(variant.compiled)!;
      const { compiled, equilibria } = variant;
      return packagesFrom(compiled, { wanted: meets(variant), start, concept, equilibria }).found.length > 0;
    };
    asked.push({ kind: "package", about: bargain.text, state: undefined, holds });
  }
  const decisions = compiled.standoff.bodies.flatMap((body) => body.decisions);
  for (const { id } of decisions.slice(0, MOST_FOLLOWED)) {
    const when = (variant: Variant) =>
      variant.compiled.standoff.outcomes.find((each) => each.id === id)!.when;
    const passes = perStructure((variant) => holdsSomewhere(when(variant)));
    asked.push({ kind: "vote", about: id, state: undefined, holds: (variant) => passes(variant)(variant) });
  }
  const holding = [...equilibria.keys()].filter((state) => (equilibria[state] & bit) !== 0 && state !== quo);
  asked.push(...holding.slice(0, MOST_FOLLOWED).map(outcome));
  const more = (count: number, what: string) =>
    count > MOST_FOLLOWED ? [`${count - MOST_FOLLOWED} further ${what}`] : [];
  return {
    asked,
    notFollowed: [
      ...more(decisions.length, "decisions"),
      ...more(holding.length, "outcomes that hold as the file is written"),
    ],
  };
}

/** Computes something of a variant that is the same for all variants of one structure, once for the structure at hand. */
function perStructure<T>(compute: (variant: Variant) => T): (variant: Variant) => T {
  const known = new WeakMap<object, { readonly value: T }>();
  return (variant) => {
    const kept = known.get(variant.structure);
    if (kept !== undefined) return kept.value;
    const value = compute(variant);
    known.set(variant.structure, { value });
    return value;
  };
}
