import type { Expression } from "./expression.ts";
import { NUMBER_WORDS } from "./words.ts";

/**
 * Writes an expression so that reading it again gives the same tree. Parentheses stand wherever two
 * different connectives meet: nobody should have to know what binds tighter.
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "constant":
      return String(expression.value);
    case "holds":
      return expression.id;
    case "compare":
      return `${expression.option} ${expression.operator} ${expression.level}`;
    case "not":
      return `not ${printOperand(expression.operand)}`;
    case "and":
    case "or":
      if (expression.operands.length === 0) return expression.kind === "and" ? "true" : "false";
      if (expression.operands.length === 1) return printExpression(expression.operands[0]);
      return expression.operands.map(printOperand).join(` ${expression.kind} `);
    case "xor":
    case "iff":
    case "implies":
      return `${printOperand(expression.left)} ${expression.kind} ${printOperand(expression.right)}`;
    case "count": {
      const count = NUMBER_WORDS[expression.count - 1] ?? String(expression.count);
      return `${expression.bound} ${count} of (${expression.operands.map(printExpression).join(", ")})`;
    }
  }
}

function printOperand(expression: Expression): string {
  const text = printExpression(expression);
  return ["constant", "holds", "compare", "not", "count"].includes(expression.kind) ? text : `(${text})`;
}
