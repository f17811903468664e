import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Span } from "./expression.ts";
import { didYouMean } from "./nearest.ts";
import { readConfidence } from "./parse-confidence.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { completeSettings, firstSettings, readSettings } from "./parse-settings.ts";
import { spanOfNode } from "./read-yaml.ts";
import { checkReference, type Ids, readBecause } from "./references.ts";
import type { Report } from "./report.ts";
import type { Party, Pattern, Preference, Setting, Statement, Tier, WeightedStatement } from "./standoff.ts";
import {
  type Entry,
  type Fields,
  optionalText,
  readEntries,
  readExpressionNode,
  readFields,
  readItems,
  requiredEntry,
  sourceOf,
} from "./yaml-nodes.ts";

const TIER_KINDS = ["is", "tie", "unknown"];

const STATEMENT_KINDS = ["want", "strongly", "unknown"];

/** More alternatives than anybody weighs against each other. */
const MOST_ELSE = 10;

/** Five statements have 120 orders. */
const MOST_IN_ANY_ORDER = 5;

const FORMS = ["ranking", "weights", "unanimous"];

/** Settings in all exact states of all rankings together; each costs memory whether written or not. */
const MOST_RANKED_SETTINGS = 2_000_000;

type Context = {
  readonly party: string;
  readonly vocabulary: Vocabulary;
  readonly claims: Ids;
  readonly report: Report;
  readonly firsts: readonly Setting[];
  readonly budget: { left: number };
};

/** Reads `preferences`, one entry for every party, and returns them in the order of `parties`. */
export function parsePreferences(
  section: Entry,
  parties: readonly Party[],
  partyIds: Ids,
  vocabulary: Vocabulary,
  claims: Ids,
  report: Report,
): Preference[] {
  const entries = readEntries(section.value, section.keySpan, "`preferences`", report);
  if (entries === undefined) return [];
  const firsts = firstSettings(vocabulary.options.values());
  const budget = { left: MOST_RANKED_SETTINGS };
  const read = new Map<string, Preference>();
  for (const entry of entries) {
    checkReference(entry.key, entry.keySpan, "party", partyIds, report);
    const context = { party: entry.key, vocabulary, claims, report, firsts, budget };
    const preference = readPreference(entry.value, entry.keySpan, entry.span, FORMS, context);
    if (preference !== undefined) read.set(entry.key, preference);
  }
  const written = new Set(entries.map((entry) => entry.key));
  for (const party of parties) {
    if (written.has(party.id)) continue;
    const fix = `add \`${party.id}:\` with a list, or \`${party.id}: indifferent\``;
    report.error("missing-key", section.keySpan, `the party \`${party.id}\` has no preferences`, fix);
  }
  return parties.flatMap((party) => read.get(party.id) ?? []);
}

/** What a party believes that another wants: any form a preference may take. */
export function parseBelief(
  entry: Entry,
  vocabulary: Vocabulary,
  claims: Ids,
  report: Report,
): Preference | undefined {
  const firsts = firstSettings(vocabulary.options.values());
  const budget = { left: MOST_RANKED_SETTINGS };
  const context = { party: entry.key, vocabulary, claims, report, firsts, budget };
  return readPreference(entry.value, entry.keySpan, entry.span, FORMS, context);
}

function readPreference(
  node: Node | undefined,
  at: Span,
  span: Span,
  forms: readonly string[],
  context: Context,
): Preference | undefined {
  const { party, report } = context;
  if (isSeq(node)) return { form: "statements", party, statements: readStatements(node, at, context), span };
  if (isScalar(node) && node.value === "indifferent")
    return { form: "statements", party, statements: [], span };
  if (!isMap(node)) {
    const at2 = node === undefined ? at : spanOfNode(node);
    const fix = () =>
      (isScalar(node) && typeof node.value === "string" && didYouMean(node.value, ["indifferent"])) ||
      "write a list of statements, or `indifferent`";
    report.error(
      "wrong-type",
      at2,
      "preferences are a list of statements, a ranking, weights, or `indifferent`",
      fix,
    );
    return undefined;
  }
  const fields = readFields(node, at, "this preference", forms, report);
  const given = forms.flatMap((form) => fields?.get(form) ?? []);
  if (given.length === 0) {
    if (node.items.length === 0)
      report.error("missing-key", spanOfNode(node), "this preference says nothing", "write `indifferent`");
    return undefined;
  }
  if (given.length > 1) {
    report.error(
      "wrong-value",
      given[1].keySpan,
      `preferences are given in one form; \`${given[0].key}\` is there already`,
      "keep one",
    );
  }
  const [entry] = given;
  if (entry.key === "ranking") return { form: "ranking", party, tiers: readTiers(entry, context), span };
  if (entry.key === "weights")
    return { form: "weights", party, statements: readWeights(entry, context), span };
  return { form: "unanimous", party, members: readMembers(entry, context), span };
}

function readStatements(node: Node | undefined, at: Span, context: Context): Statement[] {
  const { report } = context;
  const items = readItems(node, at, "a list of statements", report) ?? [];
  if (isSeq(node) && node.items.length === 0) {
    report.error("wrong-value", spanOfNode(node), "this list of statements is empty", "write `indifferent`");
  }
  return items.flatMap((item, place) =>
    isMap(item) && item.has("any order")
      ? readAnyOrder(item, place, context)
      : (readStatement(item, context) ?? []),
  );
}

function readStatement(item: Node, context: Context, elses = 0): Statement | undefined {
  const { vocabulary, report } = context;
  const span = spanOfNode(item);
  if (!isMap(item)) {
    const wants = readExpressionNode(item, span, "a statement", vocabulary, report);
    return (
      wants && {
        wants,
        strongly: false,
        unknown: false,
        confidence: undefined,
        otherwise: undefined,
        anyOrder: undefined,
        because: [],
        why: undefined,
        span,
      }
    );
  }
  const fields = readFields(
    item,
    span,
    "a statement",
    [...STATEMENT_KINDS, "because", "confidence", "else", "why"],
    report,
  );
  if (fields === undefined) return undefined;
  const given = STATEMENT_KINDS.flatMap((kind) => fields.get(kind) ?? []);
  if (given.length > 1) {
    report.error(
      "wrong-value",
      given[1].keySpan,
      "a statement has only one of `want`, `strongly` and `unknown`",
      `keep \`${given[0].key}\` or \`${given[1].key}\``,
    );
  }
  if (given.length === 0)
    report.error("missing-key", span, "a statement has no `want`", "add `want:`, `strongly:` or `unknown:`");
  const confidence = fields.get("confidence");
  if (given[0]?.key === "unknown" && confidence !== undefined) {
    report.error(
      "wrong-value",
      confidence.keySpan,
      "what is unknown has no confidence",
      "write `want:` if it is known how likely it is, or leave `confidence` out",
    );
  }
  const statement = readStatementFields(fields, given[0], span, context);
  const otherwise = fields.get("else");
  if (otherwise === undefined) return statement;
  if (confidence === undefined)
    report.error(
      "missing-key",
      otherwise.keySpan,
      "`else` says what counts if the statement is wrong, but not how likely that is",
      "add `confidence:`, a number from 0 to 1, or `unsure`",
    );
  if (otherwise.value === undefined) {
    report.error(
      "wrong-type",
      otherwise.keySpan,
      "`else` is empty",
      "write what is wanted instead, or leave `else` out if nothing is",
    );
    return statement;
  }
  if (elses === MOST_ELSE) {
    report.error("limit", otherwise.keySpan, `more than ${MOST_ELSE} times \`else\` in one statement`);
    return statement;
  }
  const instead = readStatement(otherwise.value, context, elses + 1);
  return statement && { ...statement, otherwise: instead };
}

/** `any order: [statement, statement]`: neighbors of which it is not known which matters more. */
function readAnyOrder(item: Node, number: number, context: Context): Statement[] {
  const { report } = context;
  const fields = readFields(item, spanOfNode(item), "a statement", ["any order"], report);
  const entry = fields?.get("any order");
  if (entry === undefined) return [];
  const items = readItems(entry.value, entry.keySpan, "`any order`", report) ?? [];
  if (isSeq(entry.value) && (items.length < 2 || items.length > MOST_IN_ANY_ORDER))
    report.error(
      "wrong-value",
      entry.keySpan,
      `\`any order\` lists two to ${MOST_IN_ANY_ORDER} statements`,
      items.length < 2 ? "write the statement without it" : "make several of it",
    );
  return items.flatMap((each) => {
    const statement = readStatement(each, context);
    return statement === undefined ? [] : [{ ...statement, anyOrder: number }];
  });
}

function readStatementFields(
  fields: Fields,
  entry: Entry | undefined,
  span: Span,
  { vocabulary, claims, report }: Context,
): Statement | undefined {
  const wants =
    entry && readExpressionNode(entry.value, entry.keySpan, `\`${entry.key}\``, vocabulary, report);
  const confidence = readConfidence(fields, report);
  const because = readBecause(fields, claims, report);
  const why = optionalText(fields, "why", report);
  const strongly = entry?.key === "strongly";
  const unknown = entry?.key === "unknown";
  const alone = { otherwise: undefined, anyOrder: undefined };
  return wants && { wants, strongly, unknown, confidence, ...alone, because, why, span };
}

function readWeights(entry: Entry, context: Context): WeightedStatement[] {
  const { report } = context;
  const items = readItems(entry.value, entry.keySpan, "`weights`", report) ?? [];
  if (isSeq(entry.value) && entry.value.items.length === 0) {
    report.error(
      "wrong-value",
      spanOfNode(entry.value),
      "this list of weights is empty",
      "write `indifferent` for the party",
    );
  }
  return items.flatMap((item) => {
    const span = spanOfNode(item);
    const keys = ["want", "weight", "because", "confidence", "why"];
    const fields = readFields(item, span, "a weighted statement", keys, report);
    if (fields === undefined) return [];
    const want = requiredEntry(fields, "want", "a weighted statement", span, report);
    const weightEntry = requiredEntry(fields, "weight", "a weighted statement", span, report);
    const weight = weightEntry && readWeight(weightEntry, report);
    const statement = readStatementFields(fields, want, span, context);
    return statement === undefined || weight === undefined ? [] : [{ ...statement, weight }];
  });
}

function readWeight(entry: Entry, report: Report): string | undefined {
  const node = entry.value;
  const span = node === undefined ? entry.keySpan : spanOfNode(node);
  const source = isScalar(node) && typeof node.value === "number" ? sourceOf(node, report) : "";
  if (/^[+-]?[0-9]+(\.[0-9]+)?$/.test(source) && source.length <= 30) return source;
  report.error(
    "wrong-value",
    span,
    "a weight is a decimal number such as `10` or `-2.5`, of at most 30 characters",
  );
  return undefined;
}

function readTiers(entry: Entry, context: Context): Tier[] {
  const { report } = context;
  const items = readItems(entry.value, entry.keySpan, "`ranking`", report) ?? [];
  if (isSeq(entry.value) && entry.value.items.length === 0) {
    report.error(
      "wrong-value",
      spanOfNode(entry.value),
      "this ranking is empty",
      "write `indifferent` for the party",
    );
  }
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const span = spanOfNode(item);
    if (isGap(item)) {
      const stray = index === 0 || index === items.length - 1 || isGap(items[index + 1]);
      if (stray) report.error("wrong-value", span, "`>>` stands between two tiers", "remove it");
      return [];
    }
    const read = readTier(item, context);
    if (read === undefined) return [];
    const next = items[index + 1];
    const tier = { ...read, greatly: next !== undefined && isGap(next) };
    if ((tier.pattern.kind === "otherwise" || tier.pattern.kind === "unranked") && index < items.length - 1) {
      report.error(
        "wrong-value",
        span,
        `\`${tier.pattern.kind === "otherwise" ? "otherwise" : "unknown"}\` takes all the rest, so it must be the last tier`,
        "move it to the end",
      );
    }
    for (const pattern of "patterns" in tier.pattern ? tier.pattern.patterns : [tier.pattern]) {
      if (pattern.kind !== "state") continue;
      const state = pattern.settings.map((setting) => setting.level).join(" ");
      if (seen.has(state))
        report.warning(
          "repeated",
          pattern.settings.find((one) => inside(one.span, span))?.span ?? span,
          "this ranking has the same state before",
          "remove one of the two",
        );
      seen.add(state);
    }
    return [tier];
  });
}

/** The sign `">>"` between two tiers: greatly preferred. */
function isGap(item: Node): boolean {
  return isScalar(item) && item.value === ">>";
}

function inside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function readTier(item: Node, context: Context): Omit<Tier, "greatly"> | undefined {
  const { claims, report } = context;
  const span = spanOfNode(item);
  if (!isMap(item)) {
    const pattern = readPattern(item, span, true, context);
    return pattern && { pattern, because: [], why: undefined, span };
  }
  const fields = readFields(item, span, "a tier", [...TIER_KINDS, "because", "why"], report);
  if (fields === undefined) return undefined;
  const given = TIER_KINDS.flatMap((kind) => fields.get(kind) ?? []);
  if (given.length > 1)
    report.error(
      "wrong-value",
      given[1].keySpan,
      "a tier has only one of `is`, `tie` and `unknown`",
      "keep one",
    );
  if (given.length === 0)
    report.error("missing-key", span, "a tier has no pattern", "add `is:`, `tie:` or `unknown:`");
  const [entry] = given;
  const pattern =
    entry?.key === "is"
      ? readPattern(entry.value, entry.keySpan, true, context)
      : entry && readTie(entry, context);
  const because = readBecause(fields, claims, report);
  const why = optionalText(fields, "why", report);
  return pattern && { pattern, because, why, span };
}

function readPattern(node: Node | undefined, at: Span, last: boolean, context: Context): Pattern | undefined {
  const { vocabulary, report, firsts, budget } = context;
  if (isSeq(node)) {
    const settings = readSettings(node, at, "a state", vocabulary, report);
    if (settings === undefined) return undefined;
    if (budget.left > 0 && budget.left <= firsts.length) {
      report.error(
        "limit",
        spanOfNode(node),
        "the rankings of this file list too many states one by one",
        "use expressions",
      );
    }
    budget.left -= firsts.length;
    return budget.left <= 0 ? undefined : { kind: "state", settings: completeSettings(settings, firsts) };
  }
  if (isScalar(node) && (node.value === "otherwise" || node.value === "unknown")) {
    if (last) return { kind: node.value === "otherwise" ? "otherwise" : "unranked" };
    report.error(
      "wrong-value",
      spanOfNode(node),
      `\`${node.value}\` cannot be part of a tie`,
      "make it a tier of its own, the last",
    );
    return undefined;
  }
  const expression = readExpressionNode(node, at, "a tier", vocabulary, report);
  return expression && { kind: "expression", expression };
}

function readTie(entry: Entry, context: Context): Pattern | undefined {
  const { report } = context;
  const kind = entry.key === "tie" ? "tie" : "unknown";
  const items = readItems(entry.value, entry.keySpan, `\`${kind}\``, report);
  if (items === undefined) return undefined;
  if (items.length < 2) {
    const span = entry.value === undefined ? entry.keySpan : spanOfNode(entry.value);
    const settings = isSeq(entry.value) && items.every((item) => !isSeq(item));
    const fix = settings
      ? `write \`- ${kind}: [[a], [b]]\`, a list of lists`
      : `write the pattern alone, without \`${kind}:\``;
    const what = kind === "tie" ? "a tie" : "an unknown order";
    report.error("wrong-value", span, `${what} needs at least two patterns`, fix);
    return undefined;
  }
  const patterns = items.flatMap((item) => readPattern(item, spanOfNode(item), false, context) ?? []);
  return patterns.length === items.length ? { kind, patterns } : undefined;
}

function readMembers(entry: Entry, context: Context): { title: string; preference: Preference }[] {
  const { report } = context;
  const entries = readEntries(entry.value, entry.keySpan, "`unanimous`", report) ?? [];
  if (isMap(entry.value) && entries.length === 0) {
    report.error("missing-key", entry.keySpan, "`unanimous` has no members", "add at least one");
  }
  return entries.flatMap((member) => {
    if (member.key.trim() === "") report.error("wrong-type", member.keySpan, "the name of a member is empty");
    const preference = readPreference(
      member.value,
      member.keySpan,
      member.span,
      ["ranking", "weights"],
      context,
    );
    return preference === undefined ? [] : [{ title: member.key, preference }];
  });
}
