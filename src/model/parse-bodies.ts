import { isMap, isScalar, type Node } from "yaml";
import type { Expression, Span } from "./expression.ts";
import { readConfidence } from "./parse-confidence.ts";
import type { Vocabulary } from "./parse-expression.ts";
import { passing } from "./passing.ts";
import { spanOfNode } from "./read-yaml.ts";
import { type Ids, readBecause } from "./references.ts";
import type { Report } from "./report.ts";
import type {
  BodyMember,
  Decision,
  MemberVote,
  Outcome,
  Party,
  Quota,
  VoteDoubt,
  VotingBody,
} from "./standoff.ts";
import {
  checkId,
  type Entry,
  type Fields,
  optionalText,
  readChoice,
  readEntries,
  readExpressionNode,
  readFields,
  readWord,
  readYesNo,
  requiredEntry,
} from "./yaml-nodes.ts";

const MOST_SEATS = 1_000;
const BODY_KEYS = ["title", "about", "members", "quota", "abstentions", "decides"];
const MEMBER_KEYS = ["title", "seats", "votes", "weights", "veto"];
const DECISION_KEYS = ["title", "about", "put when", "votes", "because"];

/**
 * Reads `bodies`: who votes in them, what it takes to pass, and what they decide. Each decision is an outcome as well, whose
 * condition says that the votes are there; a decision may use those above it. Returns bodies and outcomes.
 */
export function parseBodies(
  section: Entry,
  parties: readonly Party[],
  vocabulary: Vocabulary,
  claims: Ids,
  report: Report,
): { bodies: VotingBody[]; outcomes: Outcome[] } {
  const bodies: VotingBody[] = [];
  const outcomes: Outcome[] = [];
  for (const entry of readEntries(section.value, section.keySpan, "`bodies`", report) ?? []) {
    checkId(entry.key, entry.keySpan, "a body", report);
    const what = `the body \`${entry.key}\``;
    const fields = readFields(entry.value, entry.keySpan, what, BODY_KEYS, report);
    if (fields === undefined) continue;
    const body = readBody(entry, fields, parties, report);
    const decides = fields.get("decides");
    if (body === undefined || decides === undefined) {
      if (body !== undefined) bodies.push({ ...body, decisions: [] });
      continue;
    }
    const decisions: Decision[] = [];
    for (const each of readEntries(decides.value, decides.keySpan, "`decides`", report) ?? []) {
      const known = new Set([...vocabulary.outcomes, ...outcomes.map(({ id }) => id)]);
      checkId(each.key, each.keySpan, "a decision", report);
      if (vocabulary.options.has(each.key) || known.has(each.key))
        report.error(
          "duplicate-id",
          each.keySpan,
          `\`${each.key}\` is already the id of something else`,
          "give the decision another id",
        );
      const decision = readDecision(each, body, { ...vocabulary, outcomes: known }, claims, report);
      if (decision === undefined) continue;
      decisions.push(decision);
      const { id, title, about, span } = decision;
      outcomes.push({ id, title, about, when: passing(body, decision), span });
    }
    bodies.push({ ...body, decisions });
  }
  return { bodies, outcomes };
}

/** Reads a body that stands alone in a file: the same keys, and nothing that it decides. */
export function parseBodyAlone(entry: Entry, report: Report): VotingBody | undefined {
  const fields = readFields(entry.value, entry.keySpan, "the body", BODY_KEYS.slice(0, -1), report);
  const body = fields && readBody(entry, fields, [], report);
  return body && { ...body, decisions: [] };
}

type BodyAlone = Omit<VotingBody, "decisions">;

function readBody(
  entry: Entry,
  fields: Fields,
  parties: readonly Party[],
  report: Report,
): BodyAlone | undefined {
  const what = `the body \`${entry.key}\``;
  const title = optionalText(fields, "title", report) ?? entry.key;
  const about = optionalText(fields, "about", report);
  const membersEntry = requiredEntry(fields, "members", what, entry.keySpan, report);
  const quotaEntry = requiredEntry(fields, "quota", what, entry.keySpan, report);
  const abstentionsEntry = fields.get("abstentions");
  const abstentions =
    (abstentionsEntry && readChoice(abstentionsEntry, ["neither", "no"], report)) ?? "neither";
  const members = membersEntry === undefined ? [] : readMembers(membersEntry, parties, report);
  if (members.reduce((sum, { seats }) => sum + seats, 0) > MOST_SEATS) {
    report.error(
      "limit",
      entry.keySpan,
      `${what} has more than ${MOST_SEATS.toLocaleString("en-US")} seats, which is the most`,
    );
    return undefined;
  }
  const quotas = quotaEntry === undefined ? [] : readQuotas(quotaEntry, members, report);
  if (members.length === 0 || quotas.length === 0) return undefined;
  return { id: entry.key, title, about, members, quotas, abstentions, span: entry.span };
}

function readMembers(section: Entry, parties: readonly Party[], report: Report): BodyMember[] {
  const entries = readEntries(section.value, section.keySpan, "`members`", report) ?? [];
  if (isMap(section.value) && entries.length === 0)
    report.error("missing-key", section.keySpan, "`members` names nobody", "add at least one");
  return entries.map((entry) => {
    checkId(entry.key, entry.keySpan, "a member", report);
    const party = parties.find(({ id }) => id === entry.key);
    const what = `the member \`${entry.key}\``;
    const fields =
      entry.value === undefined
        ? undefined
        : readFields(entry.value, entry.keySpan, what, MEMBER_KEYS, report);
    const named = fields && optionalText(fields, "title", report);
    const weights = new Map<string, number>([["votes", number(fields?.get("votes"), 0, report) ?? 1]]);
    const more = fields?.get("weights");
    for (const each of more === undefined
      ? []
      : (readEntries(more.value, more.keySpan, "`weights`", report) ?? []))
      weights.set(each.key, number(each, 0, report) ?? 0);
    const veto = fields?.get("veto");
    return {
      id: entry.key,
      title: named ?? party?.title ?? entry.key,
      party: party?.id,
      seats: number(fields?.get("seats"), 1, report) ?? 1,
      weights: Object.fromEntries(weights),
      veto: veto !== undefined && readYesNo(veto, report),
      span: entry.span,
    };
  });
}

/** `9`, or `{votes: 12, members: 4, population: 65%}`: all to be met. A share is of the whole and rounded up. */
function readQuotas(entry: Entry, members: readonly BodyMember[], report: Report): Quota[] {
  const whole = (of: string) =>
    members.reduce((sum, { seats, weights }) => sum + seats * (of === "members" ? 1 : (weights[of] ?? 0)), 0);
  const read = (each: Entry, of: string): Quota[] => {
    const value = isScalar(each.value) ? each.value.value : undefined;
    const share = typeof value === "string" ? /^([0-9]+(?:\.[0-9]+)?) ?%$/.exec(value.trim()) : null;
    if (of !== "votes" && of !== "members" && !members.some(({ weights }) => of in weights)) {
      report.error(
        "unknown-id",
        each.keySpan,
        `no member has a weight \`${of}\``,
        "give it under `weights` of the members",
      );
      return [];
    }
    // In hundredths of a percent, so that 62.5% of 1000 is exactly 625.
    if (share !== null)
      return [{ of, least: Math.ceil((whole(of) * Math.round(Number(share[1]) * 1e6)) / 1e8) }];
    const least = number(each, 0, report, "a quota is a whole number, or a share such as `65%`");
    return least === undefined ? [] : [{ of, least }];
  };
  if (!isMap(entry.value)) return read(entry, "votes");
  return (readEntries(entry.value, entry.keySpan, "`quota`", report) ?? []).flatMap((each) =>
    read(each, each.key),
  );
}

function number(
  entry: Entry | undefined,
  least: number,
  report: Report,
  message = `\`${entry?.key}\` is a whole number${least > 0 ? `, at least ${least}` : ""}`,
): number | undefined {
  if (entry === undefined) return undefined;
  const value = isScalar(entry.value) ? entry.value.value : undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return value;
  report.error("wrong-value", entry.value === undefined ? entry.keySpan : spanOfNode(entry.value), message);
  return undefined;
}

function readDecision(
  entry: Entry,
  body: BodyAlone,
  vocabulary: Vocabulary,
  claims: Ids,
  report: Report,
): Decision | undefined {
  const what = `the decision \`${entry.key}\``;
  const fields = readFields(entry.value, entry.keySpan, what, DECISION_KEYS, report);
  if (fields === undefined) return undefined;
  const title = optionalText(fields, "title", report) ?? entry.key;
  const about = optionalText(fields, "about", report);
  const because = readBecause(fields, claims, report);
  const put = fields.get("put when");
  const putWhen = put && readExpressionNode(put.value, put.keySpan, "`put when`", vocabulary, report);
  const section = requiredEntry(fields, "votes", what, entry.keySpan, report);
  const entries = (section && readEntries(section.value, section.keySpan, "`votes`", report)) ?? [];
  const votes = new Map<string, MemberVote>();
  const voteDoubts: VoteDoubt[] = [];
  for (const each of entries) {
    if (!body.members.some(({ id }) => id === each.key)) {
      report.error(
        "unknown-id",
        each.keySpan,
        `\`${each.key}\` is no member of \`${body.id}\``,
        "add it to `members`, or drop it here",
      );
      continue;
    }
    const doubted = readDoubtedVote(each, vocabulary, report);
    const vote = doubted?.vote ?? readVote(each, vocabulary, report);
    if (vote !== undefined) votes.set(each.key, vote);
    const member = body.members.findIndex(({ id }) => id === each.key);
    if (doubted?.doubt !== undefined) voteDoubts.push({ member, ...doubted.doubt, span: each.span });
  }
  const silent = body.members.filter(({ id }) => !entries.some(({ key }) => key === id));
  if (section !== undefined && silent.length > 0) {
    const names = silent.map(({ id }) => `\`${id}\``).join(", ");
    report.error(
      "missing-key",
      section.keySpan,
      `${what} does not say how ${names} ${silent.length === 1 ? "votes" : "vote"}`,
      "add `yes`, `no`, `abstain`, a chance such as `0.7`, or an expression",
    );
  }
  if (votes.size < body.members.length) return undefined;
  const inOrder = body.members.map(({ id }) => votes.get(id)!);
  return { id: entry.key, title, about, putWhen, votes: inOrder, voteDoubts, because, span: entry.span };
}

type DoubtedVote = {
  readonly vote: MemberVote | undefined;
  readonly doubt: Pick<VoteDoubt, "confidence" | "otherwise"> | undefined;
};

/** `{vote, confidence, else}`: a vote that is not sure. Undefined for any other way to write a vote. */
function readDoubtedVote(entry: Entry, vocabulary: Vocabulary, report: Report): DoubtedVote | undefined {
  if (!isMap(entry.value) || !entry.value.has("vote")) return undefined;
  const what = `the vote of \`${entry.key}\``;
  const fields = readFields(entry.value, entry.keySpan, what, ["vote", "confidence", "else"], report);
  if (fields === undefined) return undefined;
  const read = (key: string): MemberVote | undefined => {
    const each = requiredEntry(fields, key, what, entry.keySpan, report);
    const vote = each && readVote({ ...each, key: entry.key }, vocabulary, report);
    if (vote?.kind !== "chance") return vote;
    report.error(
      "wrong-value",
      each!.span,
      "a vote left to chance is open already",
      "write the chance alone",
    );
    return undefined;
  };
  const vote = read("vote");
  const otherwise = read("else");
  requiredEntry(fields, "confidence", what, entry.keySpan, report);
  const confidence = readConfidence(fields, report);
  if (otherwise === undefined || confidence === undefined) return { vote, doubt: undefined };
  return { vote, doubt: { confidence, otherwise } };
}

/** `yes`, `no`, `abstain`; a chance of yes; an expression that means yes; `{by: OPTION}`; or `{yes when, no when}`, `{yes, no}`. */
function readVote(entry: Entry, vocabulary: Vocabulary, report: Report): MemberVote | undefined {
  const { value } = entry;
  const plain = isScalar(value) ? value.value : undefined;
  if (plain === "yes" || plain === "no" || plain === "abstain") return { kind: "assumed", ballot: plain };
  if (typeof plain === "number") return readChance(value, plain, 1 - plain, report);
  if (!isMap(value)) {
    const yes = readExpressionNode(value, entry.keySpan, `the vote of \`${entry.key}\``, vocabulary, report);
    return yes && { kind: "rule", yes, no: { kind: "not", operand: yes, span: yes.span } };
  }
  const fields = readFields(
    value,
    entry.keySpan,
    `the vote of \`${entry.key}\``,
    ["by", "yes when", "no when", "yes", "no"],
    report,
  );
  if (fields === undefined) return undefined;
  const by = fields.get("by");
  if (by !== undefined) return readOwnOption(by, vocabulary, report);
  const chances = ["yes", "no"].map((key) => {
    const each = fields.get(key);
    return each && isScalar(each.value) && typeof each.value.value === "number"
      ? each.value.value
      : undefined;
  });
  if (fields.get("yes") !== undefined || fields.get("no") !== undefined)
    return readChance(value, chances[0], chances[1], report);
  const read = (key: string): Expression | undefined => {
    const each = requiredEntry(fields, key, `the vote of \`${entry.key}\``, entry.keySpan, report);
    return each && readExpressionNode(each.value, each.keySpan, `\`${key}\``, vocabulary, report);
  };
  const yes = read("yes when");
  const no = read("no when");
  if (yes === undefined || no === undefined) return undefined;
  // Who would vote both ways votes yes.
  const notYes: Expression = { kind: "not", operand: yes, span: yes.span };
  return { kind: "rule", yes, no: { kind: "and", operands: [no, notYes], span: no.span } };
}

/** A member that votes by an option with the levels `yes`, `no` and whatever else, which is to abstain. */
function readOwnOption(entry: Entry, vocabulary: Vocabulary, report: Report): MemberVote | undefined {
  const word = readWord(entry.value, entry.keySpan, "`by`", report);
  if (word === undefined) return undefined;
  const option = vocabulary.options.get(word.word);
  const votes = ["yes", "no"].every((id) => option?.levels.some((level) => level.id === id));
  if (option === undefined || !votes) {
    const message = `\`${word.word}\` is no option with the levels \`yes\` and \`no\``;
    report.error(
      "wrong-value",
      word.span,
      message,
      "give it `levels: [abstain, no, yes]`, or write `yes when:` and `no when:`",
    );
    return undefined;
  }
  const at = (level: string): Expression =>
    option.yesNo && level === "yes"
      ? { kind: "holds", id: option.id, span: word.span }
      : option.yesNo
        ? { kind: "not", operand: { kind: "holds", id: option.id, span: word.span }, span: word.span }
        : { kind: "compare", option: option.id, operator: "=", level, span: word.span };
  return { kind: "rule", yes: at("yes"), no: at("no") };
}

function readChance(
  node: Node | undefined,
  yes: number | undefined,
  no: number | undefined,
  report: Report,
): MemberVote | undefined {
  if (yes !== undefined && no !== undefined && yes >= 0 && no >= 0 && yes + no <= 1 + 1e-12)
    return { kind: "chance", yes, no };
  const span: Span = node === undefined ? { start: 0, end: 1 } : spanOfNode(node);
  report.error(
    "wrong-value",
    span,
    "a chance is a number from 0 to 1, or `{yes: 0.6, no: 0.3}` that add up to at most 1",
  );
  return undefined;
}
