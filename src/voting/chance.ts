import type { Body } from "./body.ts";

/** How likely a member votes yes and no; what is left is the chance that it abstains. */
export type Odds = { readonly yes: number; readonly no: number };

/**
 * The chance that a motion passes when everybody votes independently, by adding up over totals, not by sampling; undefined
 * when the totals that can occur are more than 1,000,000. O(members · totals).
 */
export function chanceOfPassing(
  { vetoes, rules }: Body,
  odds: readonly Odds[],
  abstentions: "neither" | "no",
): number | undefined {
  const tops = rules.map(({ quota }) => Math.max(0, quota));
  const places = tops.map((_, rule) => tops.slice(0, rule).reduce((product, top) => product * (top + 1), 1));
  let chances = new Map<number, number>([[0, 1]]);
  for (const [member, { yes, no }] of odds.entries()) {
    const next = new Map<number, number>();
    const add = (key: number, chance: number) => {
      if (chance > 0) next.set(key, (next.get(key) ?? 0) + chance);
    };
    // A veto cast ends it: that share of the chances is dropped.
    const idle =
      (vetoes[member] ? 0 : no) + (vetoes[member] && abstentions === "no" ? 0 : Math.max(0, 1 - yes - no));
    for (const [key, chance] of chances) {
      add(key, chance * idle);
      let to = 0;
      tops.forEach((top, rule) => {
        const total = Math.floor(key / places[rule]) % (top + 1);
        to += Math.min(top, total + rules[rule].weights[member]) * places[rule];
      });
      add(to, chance * yes);
    }
    if (next.size > 1_000_000) return undefined;
    chances = next;
  }
  return chances.get(tops.reduce((sum, top, rule) => sum + top * places[rule], 0)) ?? 0;
}
