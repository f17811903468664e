import fc from "fast-check";

/**
 * Random standoffs as text: two to four parties, yes/no and leveled options, one-way options, guards on one's own and on
 * others' options, constraints, outcomes, merged states, misperceptions, and every form of preference, with ties.
 */
export type Features = {
  readonly restrictions?: boolean;
  readonly merges?: boolean;
  readonly perceptions?: boolean;
  readonly unanimous?: boolean;
  readonly constraints?: boolean;
  /** Strong statements, and strong gaps in rankings. */
  readonly strength?: boolean;
  /** Unknown statements, unknown orders in rankings, and unranked states. */
  readonly unknowns?: boolean;
};

const ALL: Features = {
  restrictions: true,
  merges: true,
  perceptions: true,
  unanimous: true,
  constraints: true,
};

export function randomStandoff(features: Features = ALL): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 6 }))
    .chain(([parties, options]) =>
      fc
        .array(
          fc.record({
            owner: fc.nat(parties - 1),
            levels: fc.constantFrom(2, 2, 2, 3),
            ordered: fc.boolean(),
          }),
          {
            minLength: options,
            maxLength: options,
          },
        )
        .chain((shapes) => {
          const atoms = shapes.flatMap(({ levels, ordered }, index) =>
            levels === 2
              ? [`o${index}`]
              : ["=", "!=", ...(ordered ? [">=", "<", "<=", ">"] : [])].flatMap((operator) => [
                  `o${index} ${operator} l1`,
                  `o${index} ${operator} l2`,
                ]),
          );
          const simple = expression(fc.constantFrom(...atoms));
          const rich = expression(fc.constantFrom(...atoms, "out0", "out1"));
          const statements = fc.array(rich, { maxLength: 4 }).map((each) => each.map((e) => `({${e}})`));
          const preference = preferenceArbitrary(statements, features);
          return fc.record({
            shapes: fc.constant(shapes),
            parties: fc.constant(parties),
            outcomes: fc.tuple(simple, simple),
            oneWay: fc.array(fc.constantFrom("", "", "taken", "dropped"), {
              minLength: options,
              maxLength: options,
            }),
            guards: fc.array(fc.option(simple, { freq: 3 }), { minLength: options, maxLength: options }),
            constraints: fc.array(fc.tuple(fc.constantFrom("never", "always"), rich), { maxLength: 2 }),
            same: fc.option(rich, { freq: 2 }),
            unseen: fc.option(fc.tuple(fc.nat(parties - 1), rich), { freq: 2 }),
            preferences: fc.array(preference, { minLength: parties, maxLength: parties }),
          });
        }),
    )
    .map((model) => {
      const merge = features.merges === true && model.same !== null ? model.same : undefined;
      // A statement that is silent about merged states cannot tell them apart.
      const settle = (text: string) =>
        text.replaceAll(/\(\{(.*?)\}\)/g, (_, e: string) =>
          merge === undefined ? e : `not (${merge}) and (${e})`,
        );
      const lines = ["standoff: 1", "title: Drawn at random", "parties:"];
      for (let party = 0; party < model.parties; party++) lines.push(`  p${party}: Party ${party}`);
      lines.push("options:");
      model.shapes.forEach(({ owner, levels, ordered }, index) => {
        const parts = [`owner: p${owner}`];
        if (levels === 3) parts.push("levels: [l0, l1, l2]", ...(ordered ? [] : ["ordered: no"]));
        if (features.restrictions === true) {
          if (model.oneWay[index] !== "" && (levels === 2 || ordered))
            parts.push(`one-way: ${model.oneWay[index]}`);
          if (model.guards[index] !== null) parts.push(`changes when: "${model.guards[index]}"`);
        }
        lines.push(`  o${index}: {${parts.join(", ")}}`);
      });
      lines.push("outcomes:", `  out0: ${model.outcomes[0]}`, `  out1: (${model.outcomes[1]}) or out0`);
      if (features.constraints === true && model.constraints.length > 0) {
        lines.push("constraints:", ...model.constraints.map(([kind, e]) => `  - ${kind}: ${e}`));
      }
      if (merge !== undefined) lines.push("same:", `  - ${merge}`);
      lines.push("preferences:");
      model.preferences.forEach((lines_, party) => {
        lines.push(`  p${party}:${lines_.startsWith("\n") ? settle(lines_) : ` ${settle(lines_)}`}`);
      });
      if (features.perceptions === true && model.unseen !== null) {
        lines.push("perceptions:", `  p${model.unseen[0]}: {does not see: ["${model.unseen[1]}"]}`);
      }
      return `${lines.join("\n")}\n`;
    });
}

function expression(atom: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const literal = fc.tuple(fc.boolean(), atom).map(([negated, text]) => (negated ? `not (${text})` : text));
  const some = fc.array(literal, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: literal },
    {
      weight: 3,
      arbitrary: fc
        .tuple(literal, fc.constantFrom("and", "or", "xor", "iff", "implies"), literal)
        .map((each) => each.join(" ")),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("exactly", "at least", "at most"), fc.nat(2), some)
        .map(([bound, count, of]) => `${bound} ${count} of (${of.join(", ")})`),
    },
  );
}

function preferenceArbitrary(
  statements: fc.Arbitrary<string[]>,
  { unanimous, strength, unknowns }: Features,
): fc.Arbitrary<string> {
  const asList = (indent: string, each: readonly string[]) =>
    each.length === 0 ? " indifferent" : each.map((e) => `\n${indent}- ${e}`).join("");
  const kinds = ["want", "want", ...(strength ? ["strongly"] : []), ...(unknowns ? ["unknown"] : [])];
  const marked = fc
    .tuple(statements, fc.array(fc.constantFrom(...kinds), { minLength: 4, maxLength: 4 }))
    .map(([each, kind]) => each.map((e, index) => `{${kind[index]}: "${e}"}`));
  const plain = (strength || unknowns ? marked : statements).map((each) =>
    asList("    ", each).trimStart().replace(/^-/, "\n    -"),
  );
  const ranking = fc.tuple(statements, fc.nat(3), fc.nat(3), fc.nat(5)).map(([each, gap, open, rest]) => {
    const last = unknowns && rest === 0 ? "unknown" : "otherwise";
    const tiers = [...each.map((e) => e), last];
    if (unknowns && open + 1 < each.length)
      tiers.splice(open, 2, `{unknown: ["${each[open]}", "${each[open + 1]}"]}`);
    if (strength && gap + 1 < tiers.length) tiers.splice(gap + 1, 0, '">>"');
    return `\n    ranking:${tiers.map((e) => `\n      - ${e}`).join("")}`;
  });
  const weights = fc
    .tuple(
      statements,
      fc.array(fc.constantFrom("0.1", "0.2", "0.3", "1", "-1.5", "2"), { minLength: 4, maxLength: 4 }),
    )
    .map(([each, weight]) =>
      each.length === 0
        ? "indifferent"
        : `\n    weights:${each.map((e, index) => `\n      - {want: "${e}", weight: ${weight[index]}}`).join("")}`,
    );
  const together = fc
    .tuple(statements, statements)
    .map(
      ([one, two]) =>
        `\n    unanimous:\n      One:${asList("        ", one)}\n      Two:${asList("        ", two)}`,
    );
  return unanimous
    ? fc.oneof({ weight: 4, arbitrary: plain }, ranking, weights, together)
    : fc.oneof({ weight: 4, arbitrary: plain }, ranking, weights);
}

/** Random standoffs in graph form: states and moves listed, with constraints, misperceptions, rankings and statements. */
export function randomGraph(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 6 }))
    .chain(([parties, states]) => {
      const state = fc.nat(states - 1).map((index) => `s${index}`);
      const some = fc.uniqueArray(state, { minLength: 1, maxLength: states });
      const ranking = fc
        .tuple(some, fc.boolean())
        .map(([each, tie]) =>
          each.length > 1 && tie
            ? `{ranking: [{tie: [${each.slice(0, 2).join(", ")}]}, ${[...each.slice(2), "otherwise"].join(", ")}]}`
            : `{ranking: [${each.join(", ")}, otherwise]}`,
        );
      const statements = fc
        .array(some, { minLength: 1, maxLength: 4 })
        .map((each) => `[${each.map((ids) => ids.join(" or ")).join(", ")}]`);
      return fc
        .record({
          moves: fc.array(fc.tuple(fc.nat(parties - 1), state, state), { maxLength: 4 * states }),
          preferences: fc.array(fc.oneof(ranking, statements), { minLength: parties, maxLength: parties }),
          never: fc.option(state, { freq: 2 }),
          unseen: fc.option(fc.tuple(fc.nat(parties - 1), state), { freq: 2 }),
        })
        .map(({ moves, preferences, never, unseen }) => {
          const lines = ["standoff: 1", "title: Drawn at random", "parties:"];
          for (let party = 0; party < parties; party++) lines.push(`  p${party}: Party ${party}`);
          lines.push(
            `states: [${Array.from({ length: states }, (_, index) => `s${index}`).join(", ")}]`,
            "moves:",
          );
          for (let party = 0; party < parties; party++) {
            const from = new Map<string, Set<string>>();
            for (const [mover, a, b] of moves)
              if (mover === party && a !== b) from.set(a, (from.get(a) ?? new Set()).add(b));
            lines.push(
              `  p${party}: {${[...from].map(([a, to]) => `${a}: [${[...to].join(", ")}]`).join(", ")}}`,
            );
          }
          if (never !== null) lines.push("constraints:", `  - never: ${never}`);
          lines.push("preferences:", ...preferences.map((each, party) => `  p${party}: ${each}`));
          if (unseen !== null) lines.push("perceptions:", `  p${unseen[0]}: {does not see: [${unseen[1]}]}`);
          return `${lines.join("\n")}\n`;
        });
    });
}
