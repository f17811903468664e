import type { Concept } from "../engine/concepts.ts";
import type { deterrence } from "../engine/deterrence.ts";
import { sanctionOf, unilateralImprovements } from "../engine/literal.ts";
import type { Compiled } from "../game/compile.ts";
import { prefers } from "../game/game.ts";
import { bestFirst } from "./best-first.ts";
import { orderOf } from "./carry-out.ts";
import { changesBetween } from "./changes.ts";
import type { ForgoneFinding, PackageFinding } from "./findings.ts";
import type { Package } from "./packages.ts";
import { sequenceFinding } from "./sequence.ts";
import { viewState } from "./state-view.ts";
import { votesPut } from "./votes.ts";

/**
 * All there is to say of one package: who does what, who gains and loses, what those who lose and those who sign could do and
 * what deters them, in what order it can be carried out, what it needs a vote for.
 */
export function packageFinding(
  compiled: Compiled,
  start: number,
  { state, signatories }: Package,
  concept: Concept,
  deterred: ReturnType<typeof deterrence>,
): PackageFinding {
  const { standoff, game } = compiled;
  const id = (party: number) => standoff.parties[party].id;
  const ownerOf = new Map(standoff.options.map(({ id: option, owner }) => [option, owner]));
  const changes = changesBetween(compiled, start, state);
  const losing = [...game.moves.keys()].filter(
    (party) => !signatories.includes(party) && prefers(game.preferences[party], start, state),
  );
  return {
    state: viewState(compiled, state),
    parts: signatories.map((party) => ({
      party: id(party),
      changes: changes.filter(({ option }) => ownerOf.get(option) === id(party)),
    })),
    ranks: Object.fromEntries(
      game.preferences.flatMap((ranks, party) =>
        ranks.kind === "unanimous"
          ? []
          : [
              [
                id(party),
                { before: ranks.levels - ranks.rank[start], after: ranks.levels - ranks.rank[state] },
              ],
            ],
      ),
    ),
    losing: losing.map((party) => ({ party: id(party), ...forgone(compiled, state, party, concept) })),
    weakest: weakestLink(compiled, state, signatories, concept),
    order: orderOf(compiled, start, state, signatories, deterred),
    ...(standoff.bodies.length > 0 && { votes: votesPut(compiled, state) }),
  };
}

/** The signatory that the answer to its best improvement costs the fewest ranks. Undefined when none could do better. */
function weakestLink(
  compiled: Compiled,
  state: number,
  signatories: readonly number[],
  concept: Concept,
): PackageFinding["weakest"] {
  const links = signatories.flatMap((party) => {
    const { forgoes } = forgone(compiled, state, party, concept);
    return forgoes === undefined ? [] : [{ party: compiled.standoff.parties[party].id, ...forgoes }];
  });
  if (links.length === 0) return undefined;
  return links.reduce((least, each) => (each.cost < least.cost ? each : least));
}

/** The best improvement a party forgoes in a state that is stable for it, the answer that deters it, and what that costs it. */
function forgone(
  compiled: Compiled,
  state: number,
  party: number,
  concept: Concept,
): { readonly forgoes?: ForgoneFinding } {
  const { game } = compiled;
  if (concept === "nash") return {};
  const ranks = game.preferences[party];
  const [to] = bestFirst(game, party, unilateralImprovements(game, party, state));
  if (to === undefined || ranks.kind === "unanimous") return {};
  const steps = sanctionOf(game, party, state, to, concept) ?? [];
  const end = steps.at(-1)?.to ?? to;
  return {
    forgoes: {
      changes: changesBetween(compiled, state, to),
      answer: sequenceFinding(compiled, to, steps),
      cost: ranks.rank[state] - ranks.rank[end],
    },
  };
}
