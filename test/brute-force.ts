import type { Expression } from "../src/model/expression.ts";
import type { Pattern, Preference, Setting, Standoff } from "../src/model/standoff.ts";

/**
 * A second reading of the definitions, straight from a standoff's names to verdicts: it lists all combinations, walks
 * expression trees, keeps sets, and shares no code with `src/game` and `src/engine`. Slow, and right by inspection.
 */
export type Combination = ReadonlyMap<string, number>;
export type Verdicts = {
  /** Classes of combinations that count as one state, in ascending order of their first combination. */
  readonly states: readonly (readonly Combination[])[];
  readonly canMove: (party: number, from: number, to: number) => boolean;
  /** Whether an expression holds in a state (in its first combination). */
  readonly holds: (expression: Expression, state: number) => boolean;
  readonly better: (party: number, to: number, from: number) => boolean;
  readonly stable: (party: number, state: number, concept: string, reading?: Extension) => boolean;
  /** Strong stability: every answer brings the party to what it likes greatly less. */
  readonly stronglyStable: (party: number, state: number, concept: string) => boolean;
  /** Whether a state is stable for a group moving together. */
  readonly groupStable: (group: readonly number[], state: number, concept: string) => boolean;
};

/** The extensions of Li et al. 2004 for unknown preferences, and what holds whatever the unknowns are. */
export type Extension = "a" | "b" | "c" | "d" | "whatever";

export function bruteForce(standoff: Standoff): Verdicts {
  const parties = standoff.parties.map((_, index) => index);
  const combinations = allCombinations(standoff).filter((combination) =>
    standoff.constraints.every(
      ({ kind, condition }) => truth(standoff, condition, combination) === (kind === "always"),
    ),
  );
  const states = classes(standoff, combinations);

  const move = (party: number, from: Combination, to: Combination): boolean => {
    if (standoff.moves !== undefined) {
      const [at, there] = [from.get("state"), to.get("state")];
      const id = standoff.parties[party].id;
      if (unseen(standoff, party, from) || unseen(standoff, party, to)) return false;
      return standoff.moves.some((each) => each.party === id && each.from === at && each.to === there);
    }
    if (unseen(standoff, party, from) || unseen(standoff, party, to)) return false;
    return standoff.options.every((option) => {
      const before = from.get(option.id)!;
      const after = to.get(option.id)!;
      if (before === after) return true;
      if (option.owner !== standoff.parties[party].id) return false;
      if (option.changesWhen !== undefined && !truth(standoff, option.changesWhen, from)) return false;
      if (option.oneWay === "taken") return after > before;
      if (option.oneWay === "dropped") return after < before;
      return true;
    });
  };
  const reach = parties.map((party) =>
    states.map((from, here) =>
      states.flatMap((to, there) =>
        there !== here && from.some((a) => to.some((b) => move(party, a, b))) ? [there] : [],
      ),
    ),
  );
  const once = <T>(find: (party: number, to: number, from: number) => T) => {
    const found = new Map<number, T>();
    return (party: number, to: number, from: number): T => {
      const key = (party * states.length + to) * states.length + from;
      if (!found.has(key)) found.set(key, find(party, to, from));
      return found.get(key)!;
    };
  };
  const comparison = once((party, to, from) =>
    compared(standoff, standoff.preferences[party], states[to][0], states[from][0]),
  );
  const better = (party: number, to: number, from: number) => comparison(party, to, from) === "better";
  const perhapsBetter = (party: number, to: number, from: number) =>
    comparison(party, to, from) !== "not better";
  const firsts = states.map(([first]) => first);
  const much = once((party, to, from) =>
    greatly(standoff, standoff.preferences[party], firsts, states[to][0], states[from][0]),
  );

  const sequences = (
    from: number,
    movers: readonly number[],
    improving: boolean,
    serves: typeof better = better,
  ): Set<number> => {
    const reached = new Set<string>();
    const go = (state: number, last: number): void => {
      for (const mover of movers) {
        if (mover === last) continue;
        for (const to of reach[mover][state]) {
          if (improving && !serves(mover, to, state)) continue;
          const key = `${to},${mover}`;
          if (reached.has(key)) continue;
          reached.add(key);
          go(to, mover);
        }
      }
    };
    go(from, -1);
    return new Set([...reached].map((key) => Number(key.split(",")[0])));
  };

  const stable = (
    party: number,
    state: number,
    concept: string,
    reading: Extension = "whatever",
  ): boolean => {
    const others = parties.filter((each) => each !== party);
    const leaves = reading === "b" || reading === "d" ? better : perhapsBetter;
    const spoils = reading === "c" || reading === "d" ? better : perhapsBetter;
    const serves = reading === "whatever" ? better : perhapsBetter;
    const improvements = reach[party][state].filter((to) => leaves(party, to, state));
    if (concept === "nash") return improvements.length === 0;
    return improvements.every((improvement) =>
      [...sequences(improvement, others, concept === "seq" || concept === "sseq", serves)].some(
        (sanction) =>
          !spoils(party, sanction, state) &&
          (concept === "gmr" ||
            concept === "seq" ||
            reach[party][sanction].every((after) => !spoils(party, after, state))),
      ),
    );
  };
  const stronglyStable = (party: number, state: number, concept: string): boolean => {
    const others = parties.filter((each) => each !== party);
    const improvements = reach[party][state].filter((to) => perhapsBetter(party, to, state));
    if (concept === "nash") return improvements.length === 0;
    return improvements.every((improvement) =>
      [...sequences(improvement, others, concept === "seq" || concept === "sseq")].some(
        (sanction) =>
          much(party, state, sanction) &&
          (concept === "gmr" ||
            concept === "seq" ||
            reach[party][sanction].every((after) => much(party, state, after))),
      ),
    );
  };
  const groupStable = (group: readonly number[], state: number, concept: string): boolean => {
    const others = parties.filter((each) => !group.includes(each));
    const allBetter = (to: number) => group.every((member) => better(member, to, state));
    const away = (from: number) => [...sequences(from, group, false)].filter((to) => to !== from);
    return away(state)
      .filter(allBetter)
      .every(
        (improvement) =>
          concept !== "nash" &&
          [...sequences(improvement, others, concept === "seq" || concept === "sseq")].some(
            (answer) =>
              !allBetter(answer) &&
              (concept === "gmr" || concept === "seq" || away(answer).every((after) => !allBetter(after))),
          ),
      );
  };
  return {
    states,
    groupStable,
    canMove: (party, from, to) => reach[party][from].includes(to),
    better,
    holds: (expression, state) => truth(standoff, expression, states[state][0]),
    stable,
    stronglyStable,
  };
}

function allCombinations(standoff: Standoff): Combination[] {
  const owners = ["", ...standoff.parties.map(({ id }) => id)];
  const ordered = owners.flatMap((owner) => standoff.options.filter((option) => option.owner === owner));
  return ordered.reduceRight<Map<string, number>[]>(
    (rest, option) =>
      rest.flatMap((each) => option.levels.map((_, level) => new Map([...each, [option.id, level]]))),
    [new Map()],
  );
}

function unseen(standoff: Standoff, party: number, combination: Combination): boolean {
  return standoff.perceptions.some(
    (perception) =>
      perception.party === standoff.parties[party].id &&
      perception.doesNotSee.some((each) => truth(standoff, each, combination)),
  );
}

function classes(standoff: Standoff, combinations: readonly Combination[]): Combination[][] {
  let groups = combinations.map((each) => [each]);
  for (const { condition } of standoff.same) {
    const joined = groups.filter((group) => group.some((each) => truth(standoff, condition, each)));
    if (joined.length > 1) {
      const one = joined.flat().sort((a, b) => combinations.indexOf(a) - combinations.indexOf(b));
      groups = groups
        .map((group) => (group === joined[0] ? one : group))
        .filter((group) => !joined.slice(1).includes(group));
    }
  }
  return groups.sort((a, b) => combinations.indexOf(a[0]) - combinations.indexOf(b[0]));
}

function truth(standoff: Standoff, expression: Expression, at: Combination): boolean {
  const holds = (each: Expression) => truth(standoff, each, at);
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "holds": {
      const outcome = standoff.outcomes.find((each) => each.id === expression.id);
      return outcome === undefined ? at.get(expression.id) === 1 : holds(outcome.when);
    }
    case "compare": {
      const option = standoff.options.find((each) => each.id === expression.option)!;
      const level = at.get(option.id)!;
      const against = option.levels.findIndex((each) => each.id === expression.level);
      return {
        "=": level === against,
        "!=": level !== against,
        "<": level < against,
        "<=": level <= against,
        ">": level > against,
        ">=": level >= against,
      }[expression.operator];
    }
    case "not":
      return !holds(expression.operand);
    case "and":
      return expression.operands.every(holds);
    case "or":
      return expression.operands.some(holds);
    case "xor":
      return holds(expression.left) !== holds(expression.right);
    case "iff":
      return holds(expression.left) === holds(expression.right);
    case "implies":
      return !holds(expression.left) || holds(expression.right);
    case "count": {
      const many = expression.operands.filter(holds).length;
      if (expression.bound === "exactly") return many === expression.count;
      return expression.bound === "at least" ? many >= expression.count : many <= expression.count;
    }
  }
}

/** How the party finds `to` compared with `from`: unknown if what decides between them is. */
function compared(
  standoff: Standoff,
  preference: Preference,
  to: Combination,
  from: Combination,
): "better" | "not better" | "unknown" {
  if (preference.form === "unanimous") {
    const each = preference.members.map((member) => compared(standoff, member.preference, to, from));
    if (each.every((one) => one === "better")) return "better";
    return each.includes("not better") ? "not better" : "unknown";
  }
  if (preference.form === "statements") {
    const deciding = preference.statements.find(
      ({ wants }) => truth(standoff, wants, to) !== truth(standoff, wants, from),
    );
    if (deciding?.unknown === true) return "unknown";
  }
  if (preference.form === "ranking" && to !== from) {
    const [there, here] = [to, from].map((at) =>
      preference.tiers.findIndex(({ pattern }) => matches(standoff, pattern, at)),
    );
    if ([there, here].some((tier) => preference.tiers[tier].pattern.kind === "unranked")) return "unknown";
    const { pattern } = preference.tiers[here];
    if (there === here && pattern.kind === "unknown") {
      const place = (at: Combination) => pattern.patterns.findIndex((each) => matches(standoff, each, at));
      if (place(to) !== place(from)) return "unknown";
    }
  }
  return prefers(standoff, preference, to, from) ? "better" : "not better";
}

/** Whether `to` is greatly preferred: on the way down from it to `from` there is a step told apart by something strong. */
function greatly(
  standoff: Standoff,
  preference: Preference,
  all: readonly Combination[],
  to: Combination,
  from: Combination,
): boolean {
  if (preference.form === "unanimous")
    return preference.members.every((member) => greatly(standoff, member.preference, all, to, from));
  if (compared(standoff, preference, to, from) !== "better") return false;
  const atLeast = (a: Combination, b: Combination) => !prefers(standoff, preference, b, a);
  return all.some(
    (a) =>
      atLeast(to, a) &&
      all.some((b) => atLeast(b, from) && prefers(standoff, preference, a, b) && strongStep(a, b)),
  );

  function strongStep(a: Combination, b: Combination): boolean {
    if (preference.form === "statements") {
      const deciding = preference.statements.find(
        ({ wants }) => truth(standoff, wants, a) !== truth(standoff, wants, b),
      );
      return deciding?.strongly === true;
    }
    if (preference.form !== "ranking") return false;
    const tier = (at: Combination) =>
      preference.tiers.findIndex(({ pattern }) => matches(standoff, pattern, at));
    return preference.tiers.slice(tier(a), tier(b)).some(({ greatly: gap }) => gap);
  }
}

/** Whether the party strictly prefers `to`. Scores of prioritized statements are Σ 2^(k−q), as big integers. */
function prefers(standoff: Standoff, preference: Preference, to: Combination, from: Combination): boolean {
  switch (preference.form) {
    case "statements": {
      const score = (at: Combination) =>
        preference.statements.reduce(
          (sum, { wants }) => 2n * sum + (truth(standoff, wants, at) ? 1n : 0n),
          0n,
        );
      return score(to) > score(from);
    }
    case "ranking": {
      const tier = (at: Combination) =>
        preference.tiers.findIndex(({ pattern }) => matches(standoff, pattern, at));
      return tier(to) < tier(from);
    }
    case "weights": {
      const tenths = (weight: string) => Math.round(Number(weight) * 10);
      const worth = (at: Combination) =>
        preference.statements.reduce(
          (sum, { wants, weight }) => sum + (truth(standoff, wants, at) ? tenths(weight) : 0),
          0,
        );
      return worth(to) > worth(from);
    }
    case "unanimous":
      return preference.members.every((member) => prefers(standoff, member.preference, to, from));
  }
}

function matches(standoff: Standoff, pattern: Pattern, at: Combination): boolean {
  switch (pattern.kind) {
    case "otherwise":
      return true;
    case "expression":
      return truth(standoff, pattern.expression, at);
    case "unranked":
      return true;
    case "tie":
    case "unknown":
      return pattern.patterns.some((each) => matches(standoff, each, at));
    case "state":
      return pattern.settings.every((setting: Setting) => at.get(setting.option) === setting.level);
  }
}
