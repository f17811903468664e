import { isMap, isScalar, type Node } from "yaml";
import type { Expression, Span } from "./expression.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { spanOfNode } from "./read-yaml.ts";
import type { Report } from "./report.ts";
import type { Option, Setting } from "./standoff.ts";
import { readExpressionNode, readItems } from "./yaml-nodes.ts";

/** Reads a list of settings, `option`, `not option` or `option = level`, each option once. */
export function readSettings(
  node: Node | undefined,
  at: Span,
  what: string,
  vocabulary: Vocabulary,
  report: Report,
): Setting[] | undefined {
  const items = readItems(node, at, what, report);
  if (items === undefined) return undefined;
  const settings = new Map<string, Setting>();
  let sound = true;
  for (const item of items) {
    const setting = readSetting(item, vocabulary, report);
    if (setting === undefined) sound = false;
    else if (settings.has(setting.option)) {
      report.error(
        "duplicate-id",
        setting.span,
        `\`${setting.option}\` stands twice in this list`,
        "keep one of the two",
      );
      sound = false;
    } else settings.set(setting.option, setting);
  }
  return sound ? [...settings.values()] : undefined;
}

/** One setting for every option: what the list does not name stands at its first level. */
export function completeSettings(settings: readonly Setting[], firsts: readonly Setting[]): Setting[] {
  const said = new Map(settings.map((setting) => [setting.option, setting]));
  return firsts.map((first) => said.get(first.option) ?? first);
}

/** Every option at its first level. */
export function firstSettings(options: Iterable<Option>): Setting[] {
  return [...options].map((option) => ({ option: option.id, level: 0, span: option.span }));
}

function readSetting(item: Node, vocabulary: Vocabulary, report: Report): Setting | undefined {
  const span = spanOfNode(item);
  if (isMap(item)) {
    const pair = item.items.length === 1 ? item.items[0] : undefined;
    const fix =
      isScalar(pair?.key) && isScalar(pair.value)
        ? `write \`${pair.key.value} = ${pair.value.value}\``
        : undefined;
    report.error("wrong-type", span, "a setting is `option`, `not option` or `option = level`", fix);
    return undefined;
  }
  const expression = readExpressionNode(item, span, "a setting", vocabulary, report);
  if (expression === undefined) return undefined;
  const setting = settingOf(expression, vocabulary.options);
  if (setting !== undefined) return setting;
  const named = expression.kind === "not" ? expression.operand : expression;
  const outcome = named.kind === "holds" && vocabulary.outcomes.has(named.id);
  report.error(
    "not-a-setting",
    expression.span,
    outcome
      ? `\`${named.id}\` is an outcome; a list of settings names options`
      : "a setting is `option`, `not option` or `option = level`",
    outcome ? "name the options that make it so" : "outside the brackets `[ ]` it would be an expression",
  );
  return undefined;
}

function settingOf(expression: Expression, options: ReadonlyMap<string, Option>): Setting | undefined {
  const { span } = expression;
  if (expression.kind === "holds" && options.has(expression.id))
    return { option: expression.id, level: 1, span };
  if (
    expression.kind === "not" &&
    expression.operand.kind === "holds" &&
    options.has(expression.operand.id)
  ) {
    return { option: expression.operand.id, level: 0, span };
  }
  if (expression.kind === "compare" && expression.operator === "=") {
    const level = options.get(expression.option)?.levels.findIndex((one) => one.id === expression.level) ?? 0;
    return { option: expression.option, level, span };
  }
  return undefined;
}
