import type { Comparison, Expression, Span } from "./expression.ts";
import { didYouMean, nearest } from "./nearest.ts";
import type { Fix, Report } from "./report.ts";
import type { Option } from "./standoff.ts";
import { type Token, tokenize } from "./tokenize.ts";
import { listed, NUMBER_WORDS, WORDS } from "./words.ts";

/** What an expression may speak of. */
export type Vocabulary = {
  readonly options: ReadonlyMap<string, Option>;
  readonly outcomes: ReadonlySet<string>;
  /** In graph form the option whose levels are the states: a state's id alone means that one is in it. */
  readonly states: Option | undefined;
  /** Outcomes defined further down: an outcome may use only those above it. */
  readonly later: ReadonlySet<string>;
  /** Options whose definition has a mistake: already reported, so every use of them is let pass. */
  readonly broken: ReadonlySet<string>;
  /** The options could not be read at all, so no id is called unknown. */
  readonly incomplete: boolean;
  /** Ids of other things, with what they are: `a party`. */
  readonly others: ReadonlyMap<string, string>;
};

const LONGEST_EXPRESSION = 20_000;
const DEEPEST_NESTING = 200;

const COMPARISONS: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);

/** What other languages write, and what it is called here. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ["&&", "and"],
  ["&", "and"],
  ["∧", "and"],
  ["||", "or"],
  ["|", "or"],
  ["∨", "or"],
  ["!", "not"],
  ["~", "not"],
  ["¬", "not"],
  ["^", "xor"],
  ["⊕", "xor"],
  ["->", "implies"],
  ["→", "implies"],
  ["⇒", "implies"],
  ["=>", "implies"],
  ["<->", "iff"],
  ["<=>", "iff"],
  ["↔", "iff"],
  ["⇔", "iff"],
  ["==", "="],
  ["===", "="],
  ["!==", "!="],
  ["<>", "!="],
  ["≠", "!="],
  ["≤", "<="],
  ["=<", "<="],
  ["≥", ">="],
]);

/** Words of English people reach for, and how the thing is said here. */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ["if", "write `a implies b` for `if a then b`"],
  ["then", "write `a implies b` for `if a then b`"],
  ["either", "write `a xor b`, or `exactly one of (a, b)`"],
  ["neither", "write `none of (a, b)`"],
  ["nor", "write `none of (a, b)`"],
  ["both", "write `a and b`"],
  ["but", "write `and`"],
  ["unless", "write `a or b` for `a unless b`"],
  ["any", "write `at least one of (a, b)`"],
  ["only", "write `exactly one of (a, b)`"],
]);

const ENDS_OPERAND: ReadonlySet<string> = new Set([
  "and",
  "or",
  "xor",
  "implies",
  "iff",
  ")",
  ",",
  ...COMPARISONS,
]);
const NUMBERS: ReadonlyMap<string, number> = new Map(NUMBER_WORDS.map((word, index) => [word, index + 1]));

/**
 * Reads one expression by recursive descent. Precedence, tightest first: `not`; `and`; `or` and `xor`, from
 * left to right; `implies`, from right to left; `iff`. Reports every unknown id and the first slip of
 * grammar, and returns undefined when there is any. `place` maps an offset in `text` to one in the
 * report's text. Linear; refuses what is longer or deeper than anybody writes.
 */
export function parseExpression(
  text: string,
  vocabulary: Vocabulary,
  report: Report,
  place: (offset: number) => number,
): Expression | undefined {
  const whole: Span = { start: place(0), end: place(text.length) };
  if (text.length > LONGEST_EXPRESSION) {
    report.error(
      "limit",
      whole,
      `this expression has ${text.length.toLocaleString("en-US")} characters; the most is ${LONGEST_EXPRESSION.toLocaleString("en-US")}`,
      "split it up into outcomes",
    );
    return undefined;
  }

  const tokens = tokenize(text);
  let next = 0;
  let failed = false;
  let grammarReported = false;
  let depth = 0;
  let tooDeep = false;

  const spanOf = (from: Token, to: Token = from): Span => ({
    start: place(from.start),
    end: place(to.start) + (to.end - to.start),
  });
  const join = (left: Expression, right: Expression): Span => ({
    start: left.span.start,
    end: right.span.end,
  });
  const mistake = (code: string, span: Span, message: string, fix?: Fix) => {
    failed = true;
    report.error(code, span, message, fix);
  };
  /** One slip of grammar makes all that follows look wrong, so only the first is told. */
  const slip = (span: Span, message: string, fix?: Fix) => {
    failed = true;
    if (grammarReported) return;
    grammarReported = true;
    report.error("syntax", span, message, fix);
  };
  const placeholder = (span: Span): Expression => ({ kind: "constant", value: false, span });

  const known = (id: string) =>
    vocabulary.options.has(id) ||
    vocabulary.outcomes.has(id) ||
    vocabulary.broken.has(id) ||
    vocabulary.states?.levels.some((level) => level.id === id) === true;
  /** What a token means in the language, whatever way it is spelled. */
  const meaning = (token: Token): string => {
    if (token.kind === "symbol") {
      // After an option with levels `=>` is a slip for `>=`.
      if (token.text === "=>" && vocabulary.options.get(tokens[next - 1]?.text)?.yesNo === false) return ">=";
      return FOREIGN.get(token.text) ?? token.text;
    }
    if (token.kind !== "word") return "";
    if (token.text === "is" && vocabulary.options.get(tokens[next - 1]?.text)?.yesNo === false) return "=";
    const lower = token.text.toLowerCase();
    return WORDS.has(lower) && !known(token.text) ? lower : "";
  };
  const peek = () => meaning(tokens[next]);
  const take = (): Token => {
    const token = tokens[next];
    const meant = meaning(token);
    if (meant !== "" && meant !== token.text) {
      mistake(
        "syntax",
        spanOf(token),
        `\`${token.text}\` is not a word of the language`,
        `write \`${meant}\``,
      );
    }
    if (token.kind !== "end") next++;
    return token;
  };
  const deeper = (read: () => Expression): Expression => {
    const token = tokens[next];
    if (depth >= DEEPEST_NESTING) {
      if (!tooDeep) {
        mistake(
          "limit",
          spanOf(token),
          `this expression is nested more than ${DEEPEST_NESTING} deep`,
          "split it up into outcomes",
        );
      }
      tooDeep = true;
      grammarReported = true;
      next = tokens.length - 1;
      return placeholder(spanOf(token));
    }
    depth++;
    const expression = read();
    depth--;
    return expression;
  };
  /** Chains of two-sided operators lean to the left, one level of nesting for each link. */
  const chain = (
    first: Expression,
    operators: ReadonlySet<string>,
    link: (left: Expression, operator: string) => Expression,
  ) => {
    let left = first;
    let links = 0;
    while (operators.has(peek())) {
      const operator = peek();
      take();
      if (++links > DEEPEST_NESTING) return deepest(left);
      left = link(left, operator);
    }
    return left;
  };
  const deepest = (left: Expression): Expression => {
    depth = DEEPEST_NESTING;
    return deeper(() => left);
  };

  const readIff = (): Expression =>
    chain(readImplies(), new Set(["iff"]), (left) => {
      const right = readImplies();
      return { kind: "iff", left, right, span: join(left, right) };
    });

  const readImplies = (): Expression => {
    const left = readOr();
    if (peek() !== "implies") return left;
    take();
    const right = deeper(readImplies);
    return { kind: "implies", left, right, span: join(left, right) };
  };

  const readOr = (): Expression => {
    let open: Expression[] | undefined;
    return chain(readAnd(), new Set(["or", "xor"]), (left, operator) => {
      const right = readAnd();
      const span = join(left, right);
      if (operator === "xor") {
        open = undefined;
        return { kind: "xor", left, right, span };
      }
      // `a or b or c` is one `or` of three; only what this chain itself built is extended, never a parenthesis.
      open = open === undefined ? [left, right] : [...open, right];
      return { kind: "or", operands: open, span };
    });
  };

  const readAnd = (): Expression => {
    const operands = [readNot()];
    while (peek() === "and") {
      take();
      operands.push(readNot());
    }
    return operands.length === 1
      ? operands[0]
      : { kind: "and", operands, span: join(operands[0], operands[operands.length - 1]) };
  };

  const readNot = (): Expression => {
    if (peek() !== "not") return readPrimary();
    const token = take();
    const operand = deeper(readNot);
    return { kind: "not", operand, span: { start: place(token.start), end: operand.span.end } };
  };

  const readPrimary = (): Expression => {
    const token = tokens[next];
    const meant = peek();
    if (meant === "(") {
      take();
      const inner = deeper(readIff);
      if (peek() !== ")") return unclosed(token, inner);
      return { ...inner, span: spanOf(token, take()) };
    }
    if (meant === "true" || meant === "false") {
      take();
      return { kind: "constant", value: meant === "true", span: spanOf(token) };
    }
    if (
      meant === "exactly" ||
      meant === "at" ||
      meant === "all" ||
      meant === "none" ||
      NUMBERS.has(meant) ||
      token.kind === "number"
    ) {
      return readCount();
    }
    if (token.kind === "word" && meant === "") return readReference();
    return missingOperand(token, meant);
  };

  const missingOperand = (token: Token, meant: string): Expression => {
    const span = spanOf(token);
    const before = next > 0 ? ` after \`${tokens[next - 1].text}\`` : "";
    if (token.kind === "end") {
      const last = next > 0 ? spanOf(tokens[next - 1]) : whole;
      slip(
        last,
        next === 0 ? "there is no expression here" : `the expression ends too early${before}`,
        "name an option or an outcome",
      );
    } else if (ENDS_OPERAND.has(meant)) {
      slip(span, `something is missing before \`${token.text}\``, "name an option or an outcome");
      // Read on behind a stray operator, so that unknown ids further right are found as well.
      if (COMPARISONS.has(meant)) {
        next++;
        if (tokens[next].kind === "word" && meaning(tokens[next]) === "") next++;
      }
    } else {
      slip(span, `\`${token.text}\` does not belong in an expression`, strayFix(token));
      next++;
      if (tokens[next].kind === "word" && meaning(tokens[next]) === "") readReference();
    }
    return placeholder(span);
  };

  const readCount = (): Expression => {
    const first = tokens[next];
    const meant = peek();
    let bound: "exactly" | "at most" | "at least" | "all" | "none" = "exactly";
    let count = 1;
    if (meant === "all" || meant === "none") {
      take();
      bound = meant;
    } else {
      if (meant === "exactly") take();
      else if (meant === "at") {
        take();
        const word = peek();
        if (word === "most" || word === "least") {
          take();
          bound = word === "most" ? "at most" : "at least";
        } else {
          slip(
            spanOf(first),
            "`at` is followed by `most` or `least`",
            "write `at most one of (…)` or `at least one of (…)`",
          );
        }
      } else {
        slip(
          spanOf(first),
          `\`${first.text}\` needs \`exactly\`, \`at most\` or \`at least\` before it`,
          `write \`exactly ${first.text} of (…)\``,
        );
      }
      const number = tokens[next];
      const value =
        NUMBERS.get(peek()) ??
        (number.kind === "number" && /^[0-9]{1,6}$/.test(number.text) ? Number(number.text) : undefined);
      if (value === undefined) {
        slip(spanOf(number), "a number is missing here", `write \`${bound} one of (…)\``);
        if (number.kind === "number") next++;
      } else {
        count = value;
        take();
      }
    }
    if (peek() === "of") take();
    else
      slip(
        spanOf(tokens[next]),
        "`of` is missing here",
        `write \`${text.slice(first.start, tokens[next - 1]?.end ?? first.end)} of (…)\``,
      );
    const open = tokens[next];
    if (peek() !== "(") {
      slip(spanOf(open), "a list in parentheses is missing here", "write `of (a, b, c)`");
      return placeholder(spanOf(first));
    }
    take();
    const operands: Expression[] = [];
    for (;;) {
      operands.push(deeper(readIff));
      if (peek() !== ",") break;
      take();
    }
    const closed = peek() === ")";
    const span = closed ? spanOf(first, take()) : unclosed(open, operands[operands.length - 1]).span;
    if (bound === "all")
      return operands.length === 1 ? { ...operands[0], span } : { kind: "and", operands, span };
    if (bound === "none") {
      return {
        kind: "not",
        operand: operands.length === 1 ? operands[0] : { kind: "or", operands, span },
        span,
      };
    }
    if (closed && count > operands.length) {
      report.warning(
        "count",
        span,
        `there are only ${operands.length} in this list, so ${bound} ${count} of them is always ${bound === "at most" ? "true" : "false"}`,
      );
    }
    return { kind: "count", bound, count, operands, span };
  };

  const unclosed = (open: Token, inner: Expression): Expression => {
    const end = tokens[next];
    if (end.kind === "end") {
      const split = report.text[place(text.length)] === ",";
      slip(
        spanOf(open),
        "this parenthesis is never closed",
        split ? "inside `[ ]` and `{ }` YAML splits at commas: put the expression in quotes" : "add `)`",
      );
    } else slip(spanOf(end), `\`${end.text}\` where \`)\` or an operator should be`, operatorFix(end));
    return inner;
  };

  const readReference = (): Expression => {
    const token = take();
    const id = token.text;
    const option = vocabulary.options.get(id);
    const operator = peek();
    if (COMPARISONS.has(operator)) {
      take();
      return readComparison(token, option, operator as Comparison);
    }
    const span = spanOf(token);
    if (option !== undefined && !option.yesNo) {
      const example = `${id} ${option.ordered ? ">=" : "="} ${option.levels[1].id}`;
      mistake(
        "level-needed",
        span,
        `\`${id}\` has levels, so it cannot stand alone`,
        `compare it, for example \`${example}\``,
      );
      return placeholder(span);
    }
    if (option === undefined && vocabulary.states?.levels.some((level) => level.id === id)) {
      return { kind: "compare", option: vocabulary.states.id, operator: "=", level: id, span };
    }
    if (option === undefined && !vocabulary.outcomes.has(id)) {
      failed = true;
      if (!vocabulary.broken.has(id) && !vocabulary.incomplete) unknown(id, span);
      return placeholder(span);
    }
    return { kind: "holds", id, span };
  };

  const readComparison = (subject: Token, option: Option | undefined, operator: Comparison): Expression => {
    const token = tokens[next];
    const id = subject.text;
    const subjectSpan = spanOf(subject);
    // Any word but a connective can be a level: `none`, `one`, `all`.
    const levelHere =
      (token.kind === "word" && !ENDS_OPERAND.has(token.text) && token.text !== "not") ||
      token.kind === "number";
    if (!levelHere) {
      slip(
        spanOf(tokens[next - 1]),
        `a level is missing after \`${tokens[next - 1].text}\``,
        option && !option.yesNo ? levelsFix(option) : undefined,
      );
      return placeholder(subjectSpan);
    }
    next++;
    const span = spanOf(subject, token);
    if (vocabulary.broken.has(id) || (vocabulary.incomplete && option === undefined)) {
      failed = true;
      return placeholder(span);
    }
    if (option === undefined) {
      if (vocabulary.outcomes.has(id)) {
        mistake(
          "not-leveled",
          span,
          `\`${id}\` is an outcome, it holds or it does not; it has no levels`,
          `write \`${id}\` alone`,
        );
      } else unknown(id, subjectSpan);
      return placeholder(span);
    }
    if (option.yesNo) {
      mistake(
        "not-leveled",
        span,
        `\`${id}\` is a yes/no option, it cannot be compared`,
        yesNoFix(id, operator, token.text),
      );
      return placeholder(span);
    }
    if (!option.levels.some((level) => level.id === token.text)) {
      mistake(
        "unknown-level",
        spanOf(token),
        `\`${id}\` has no level \`${token.text}\``,
        () =>
          didYouMean(
            token.text,
            option.levels.map((level) => level.id),
          ) ?? levelsFix(option),
      );
      return placeholder(span);
    }
    if (!option.ordered && operator !== "=" && operator !== "!=") {
      mistake(
        "unordered",
        spanOf(tokens[next - 2]),
        `the levels of \`${id}\` are not ordered, so \`${operator}\` means nothing`,
        `use \`=\` or \`!=\`, or remove \`ordered: no\` from \`${id}\``,
      );
      return placeholder(span);
    }
    return { kind: "compare", option: id, operator, level: token.text, span };
  };

  const yesNoFix = (id: string, operator: string, level: string): string => {
    if (known(level)) return `write \`${id} ${operator === "!=" ? "xor" : "iff"} ${level}\``;
    const no = ["no", "false", "not", "n", "0", "off"].includes(level.toLowerCase());
    return (operator === "!=") === no ? `write \`${id}\`` : `write \`not ${id}\``;
  };

  const unknown = (id: string, span: Span) => {
    const level = [...vocabulary.options.values()].find(
      (option) => !option.yesNo && option.levels.some((one) => one.id === id),
    );
    const other = vocabulary.others.get(id);
    if (vocabulary.later.has(id)) {
      mistake(
        "unknown-id",
        span,
        `the outcome \`${id}\` is not defined yet at this place`,
        `define \`${id}\` above the outcome that uses it`,
      );
    } else if (level !== undefined) {
      mistake(
        "unknown-id",
        span,
        `\`${id}\` is a level of \`${level.id}\`, not an option or outcome`,
        `write \`${level.id} = ${id}\``,
      );
    } else if (other !== undefined) {
      mistake(
        "unknown-id",
        span,
        `\`${id}\` is ${other}, not an option or outcome`,
        "expressions speak of options and outcomes only",
      );
    } else {
      const states = vocabulary.states?.levels.map((level) => level.id) ?? [];
      const candidates = [
        ...vocabulary.options.keys(),
        ...vocabulary.broken,
        ...vocabulary.outcomes,
        ...states,
      ];
      mistake(
        "unknown-id",
        span,
        `there is no option or outcome \`${id}\``,
        () => ENGLISH.get(id) ?? didYouMean(id, candidates),
      );
    }
  };

  const operatorFix = (token: Token): string => {
    const like =
      token.kind === "word" ? nearest(token.text, ["and", "or", "xor", "implies", "iff"]) : undefined;
    if (like !== undefined && !known(token.text)) return `did you mean \`${like}\`?`;
    const english = known(token.text) ? undefined : ENGLISH.get(token.text);
    if (english !== undefined) return english;
    if (token.text === "is" || token.text === "are") return "write `=`";
    return token.kind === "word" || peek() === "(" ? "put `and` or `or` between the two" : "remove it";
  };

  const expression = readIff();
  while (tokens[next].kind !== "end") {
    const token = tokens[next];
    const meant = peek();
    if (meant === ")")
      slip(spanOf(token), "this `)` closes nothing", "remove it, or add the `(` it belongs to");
    else if (meant === ",")
      slip(
        spanOf(token),
        "a comma belongs only in lists such as `exactly one of (a, b)`",
        "write `and` or `or`",
      );
    else if (COMPARISONS.has(meant))
      slip(
        spanOf(token),
        `\`${token.text}\` compares an option with a level, nothing else`,
        "join comparisons with `and`",
      );
    else if (token.kind === "stray")
      slip(spanOf(token), `\`${token.text}\` does not belong in an expression`, strayFix(token));
    else slip(spanOf(token), `\`${token.text}\` follows with nothing between`, operatorFix(token));
    // Read the rest only for its unknown ids.
    const operatorWord =
      token.kind === "word" && meant === "" && !known(token.text) && tokens[next + 1].kind !== "end";
    if (
      meant === ")" || meant === "," || meant === ""
        ? operatorWord || token.kind !== "word"
        : !startsOperand(meant)
    )
      next++;
    if (tokens[next].kind !== "end") readIff();
  }
  return failed ? undefined : expression;
}

function startsOperand(meant: string): boolean {
  return ["(", "not", "true", "false", "exactly", "at", "all", "none"].includes(meant) || NUMBERS.has(meant);
}

function levelsFix(option: Option): string {
  return `its levels are ${listed(option.levels.map((level) => level.id))}`;
}

function strayFix(token: Token): string {
  if (token.text === "[" || token.text === "{") return "use parentheses: `( )`";
  if (token.text === '"' || token.text === "'" || token.text === "`") return "ids are written without quotes";
  return "remove it";
}
