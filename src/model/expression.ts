/**
 * The one expression language of a standoff, as a tree. Constraints, preferences, goals, guards and
 * outcomes are all expressions over options and outcomes. `parse-expression.ts` reads it, `print-expression.ts`
 * writes it, `game/evaluate.ts` computes it for many states at a time.
 */
export type Span = {
  /** Offsets into the source text, end exclusive. */
  readonly start: number;
  readonly end: number;
};

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

export type Expression =
  | { readonly kind: "constant"; readonly value: boolean; readonly span: Span }
  /** A yes/no option that is taken, or an outcome that holds. */
  | { readonly kind: "holds"; readonly id: string; readonly span: Span }
  /** A leveled option against one of its levels; `level` is the level's id. Order comparisons need ordered levels. */
  | {
      readonly kind: "compare";
      readonly option: string;
      readonly operator: Comparison;
      readonly level: string;
      readonly span: Span;
    }
  | { readonly kind: "not"; readonly operand: Expression; readonly span: Span }
  | { readonly kind: "and" | "or"; readonly operands: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: "xor" | "iff" | "implies";
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  /** `exactly 2 of (a, b, c)`, `at most one of (…)`, `at least 3 of (…)`. */
  | {
      readonly kind: "count";
      readonly bound: "exactly" | "at most" | "at least";
      readonly count: number;
      readonly operands: readonly Expression[];
      readonly span: Span;
    };
