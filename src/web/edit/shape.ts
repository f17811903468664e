/** What can be referred to by id. What a body decides is an outcome; a listed state is a `state`. */
export type Kind = "party" | "option" | "outcome" | "state" | "source" | "claim";

/**
 * What stands where in a standoff file, as far as ids go: where they are defined, where they are referred to, and what is an
 * expression over them. Renaming, removing and completion all go by it.
 */
export type Shape =
  /** Words for people, a number, a date; or one of a few words. */
  | { readonly is: "text"; readonly words?: readonly string[] }
  /** An expression, or alone one of a few words that are none. */
  | { readonly is: "expression"; readonly words?: readonly string[] }
  | { readonly is: "id"; readonly of: Kind }
  | { readonly is: "fields"; readonly fields: Readonly<Record<string, Shape>> }
  /** A map from ids, which it defines or refers to, or from names (`of` undefined). */
  | { readonly is: "entries"; readonly of: Kind | undefined; readonly defines: boolean; readonly each: Shape }
  | { readonly is: "list"; readonly each: Shape }
  /** Whichever fits what stands there: a map, a list or one value. */
  | { readonly is: "either"; readonly shapes: readonly Shape[] }
  | { readonly is: "later"; readonly shape: () => Shape };

const text: Shape = { is: "text" };
const expression: Shape = { is: "expression" };
const words = (...each: string[]): Shape => ({ is: "text", words: each });
const fields = (each: Record<string, Shape>): Shape => ({ is: "fields", fields: each });
const list = (each: Shape): Shape => ({ is: "list", each });
const either = (...shapes: Shape[]): Shape => ({ is: "either", shapes });
const id = (of: Kind): Shape => ({ is: "id", of });
const defining = (of: Kind | undefined, each: Shape): Shape => ({ is: "entries", of, defines: true, each });
const under = (of: Kind | undefined, each: Shape): Shape => ({ is: "entries", of, defines: false, each });

const because = list(id("claim"));
const reasons = { because, why: text };
const titled = either(text, fields({ title: text, about: text }));
const confidence = words("unsure");
const later = (shape: () => Shape): Shape => ({ is: "later", shape });
const statement: Shape = either(
  expression,
  fields({
    want: expression,
    strongly: expression,
    unknown: expression,
    "any order": list(later(() => statement)),
    confidence,
    else: later(() => statement),
    ...reasons,
  }),
);
const pattern = either({ is: "expression", words: ["otherwise", "unknown"] }, list(expression));
const patterns = list(either(expression, list(expression)));
const preference: Shape = either(
  words("indifferent"),
  list(statement),
  fields({
    ranking: list(
      either(
        { is: "expression", words: ["otherwise", "unknown", ">>"] },
        list(expression),
        fields({ is: pattern, tie: patterns, unknown: patterns, ...reasons }),
      ),
    ),
    weights: list(fields({ want: expression, weight: text, confidence, else: expression, ...reasons })),
    unanimous: under(
      undefined,
      later(() => preference),
    ),
  }),
);
const vote: Shape = either(
  { is: "expression", words: ["yes", "no", "abstain"] },
  fields({
    by: id("option"),
    "yes when": expression,
    "no when": expression,
    yes: text,
    no: text,
    vote: later(() => vote),
    confidence,
    else: later(() => vote),
  }),
);
const guard = either(expression, fields({ when: expression, confidence, else: expression }));

/** The whole file. Its keys are in the order in which the sections are usually written. */
export const STANDOFF: Shape & { is: "fields" } = {
  is: "fields",
  fields: {
    standoff: words("1"),
    title: text,
    about: text,
    "as of": text,
    parties: defining("party", titled),
    options: defining(
      "option",
      fields({
        owner: id("party"),
        title: text,
        about: text,
        levels: list(either(text, under(undefined, text))),
        ordered: words("yes", "no"),
        "one-way": words("taken", "dropped"),
        "changes when": guard,
        confidence,
        because,
      }),
    ),
    states: either(defining("state", text), list(id("state"))),
    moves: under("party", under("state", either(id("state"), list(id("state"))))),
    bodies: defining(
      undefined,
      fields({
        title: text,
        about: text,
        members: under(
          "party",
          fields({
            title: text,
            seats: text,
            votes: text,
            weights: under(undefined, text),
            veto: words("yes", "no"),
          }),
        ),
        quota: text,
        abstentions: words("neither", "no"),
        decides: defining(
          "outcome",
          fields({ title: text, about: text, "put when": expression, votes: under("party", vote), because }),
        ),
      }),
    ),
    outcomes: defining("outcome", either(expression, fields({ when: expression, title: text, about: text }))),
    constraints: list(fields({ never: expression, always: expression, confidence, ...reasons })),
    same: list(either(expression, fields({ when: expression, why: text }))),
    "status quo": list(expression),
    preferences: under("party", preference),
    perceptions: under(
      "party",
      fields({ "does not see": list(expression), believes: under("party", preference) }),
    ),
    sources: defining(
      "source",
      either(text, fields({ title: text, publisher: text, date: text, place: text, kind: text, link: text })),
    ),
    claims: defining(
      "claim",
      fields({
        says: text,
        source: id("source"),
        via: list(text),
        sounds: text,
        date: text,
        confidence,
        retracted: words("yes", "no"),
        contradicts: list(id("claim")),
      }),
    ),
    timeline: list(
      fields({ date: text, until: text, by: id("party"), sets: list(expression), what: text, because }),
    ),
  },
};

/** The shape that fits what stands there; undefined when none does. */
export function shapeFor(shape: Shape, there: "map" | "list" | "value"): Shape | undefined {
  if (shape.is === "later") return shapeFor(shape.shape(), there);
  if (shape.is === "either") {
    for (const each of shape.shapes) {
      const found = shapeFor(each, there);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const fits =
    shape.is === "fields" || shape.is === "entries" ? "map" : shape.is === "list" ? "list" : "value";
  return fits === there ? shape : undefined;
}
