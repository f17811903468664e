import { Document, type Node, type Scalar, type YAMLSeq } from "yaml";
import { compile } from "../game/compile.ts";
import { DEFAULT_LIMITS } from "../game/limits.ts";
import { codeOfState, levelIn, type Space } from "../game/space.ts";
import type { Expression } from "../model/expression.ts";
import { parse } from "../model/parse.ts";
import { printExpression } from "../model/print-expression.ts";
import type { Problem } from "../model/problem.ts";
import { type Condition, type GmcrFile, type Paths, pathsOf, readGmcrFile } from "./gmcr-file.ts";
import { idsFromNames } from "./ids-from-names.ts";
import { count } from "./written.ts";

/** More states than anybody ranked by hand. */
const MOST_RANKED_STATES = 100_000;
const SPAN = { start: 0, end: 0 };

/**
 * A GMCR+ file (`.gmcr`, JSON) as the text of a standoff file. Every mistake is told with its path in the JSON; the text is there iff
 * none of them is an error. Never throws. States have GMCR+'s numbers (index plus one) unless a coalition joins decision
 * makers that do not stand next to each other, which a comment at the top then says.
 */
export function readGmcr(json: string, file: string): { text: string | undefined; problems: Problem[] } {
  const paths = pathsOf(file);
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { text: undefined, problems: [notJson(json, file, error)] };
  }
  const gmcr = readGmcrFile(value, paths);
  if (gmcr === undefined) return { text: undefined, problems: paths.problems };
  const named = withIds(gmcr, file);
  const tiers = gmcr.manual ? rankingTiers(named, paths) : [];
  if (tiers === undefined) return { text: undefined, problems: paths.problems };
  return { text: layOut(named, gmcr.coalitions, tiers), problems: paths.problems };
}

type Named = {
  readonly gmcr: GmcrFile;
  readonly title: string;
  readonly optionIds: readonly string[];
  /** Options in the order that numbers states: by decision maker, each in the order of its own list. */
  readonly order: readonly number[];
};

/** One tier of a decision maker's ranking: the states tied there, by GMCR+'s number and by what is taken. */
type Tier = readonly { readonly number: number; readonly taken: readonly string[] }[];

function withIds(gmcr: GmcrFile, file: string): Named {
  const { options, decisionMakers } = gmcr;
  const makerIds = idsFromNames(
    decisionMakers.map(({ name }) => ({ name, qualifier: "" })),
    "party",
  );
  const order = decisionMakers.flatMap((maker) => maker.options);
  const owner = new Map(
    decisionMakers.flatMap((maker, index) => maker.options.map((option) => [option, index] as const)),
  );
  const optionIds = idsFromNames(
    options.map(({ name }, option) => ({ name, qualifier: makerIds[owner.get(option)!] })),
    "option",
  );
  const name = file.replace(/^.*[/\\]/, "").replace(/\.gmcr$/i, "");
  return { gmcr, title: /[\p{L}\p{N}]/u.test(name) ? name : "From GMCR+", optionIds, order };
}

/** The manual rankings, or undefined with problems when they do not list every feasible state once. */
function rankingTiers(named: Named, paths: Paths): Tier[][] | undefined {
  const { gmcr } = named;
  const space = feasibleStates(named, paths);
  if (space === undefined) return undefined;
  const before = paths.problems.length;
  const tiers = gmcr.decisionMakers.map(({ ranking }, maker) => {
    const path = `decisionMakers[${maker}].preferenceRanking`;
    const ranked = new Set<number>();
    for (const number of ranking.flat()) {
      if (number > space.feasible)
        paths.error(
          path,
          `there is no state ${number}; there ${space.feasible === 1 ? "is 1 feasible state" : `are ${count(space.feasible)} feasible states`}`,
        );
      else if (ranked.has(number)) paths.error(path, `state ${number} is ranked twice`);
      ranked.add(number);
    }
    const left: number[] = [];
    for (let number = 1; number <= space.feasible; number++) if (!ranked.has(number)) left.push(number);
    if (left.length > 0) {
      const some = `${left.slice(0, 10).join(", ")}${left.length > 10 ? ` and ${count(left.length - 10)} more` : ""}`;
      paths.error(path, `leaves out state ${some} of ${count(space.feasible)}`);
    }
    if (paths.problems.length > before) return [];
    return ranking.map((tie) =>
      tie.map((number) => ({ number, taken: takenIn(space, codeOfState(space, number - 1)) })),
    );
  });
  return paths.problems.length > before ? undefined : tiers;
}

/** The states as GMCR+ numbers them: everybody alone, as the program itself counts. */
function feasibleStates(named: Named, paths: Paths): Space | undefined {
  const alone = named.gmcr.decisionMakers.map((_, index) => [index]);
  const { standoff, problems } = parse(layOut(named, alone, undefined), "the file");
  const result = standoff && compile(standoff, { ...DEFAULT_LIMITS, states: MOST_RANKED_STATES });
  if (result?.compiled !== undefined) return result.compiled.space;
  for (const problem of result?.problems ?? problems) {
    if (problem.severity === "error") {
      const nothing = problem.code === "no-state";
      paths.error(
        nothing ? "infeasibles" : "",
        nothing ? "rule out every state" : problem.message,
        problem.code,
      );
    }
  }
  return undefined;
}

function takenIn(space: Space, code: number): string[] {
  return space.digits.filter((digit) => levelIn(code, digit) === 1).map(({ option }) => option.id);
}

/** The file; `tiers` undefined: without preferences; empty: with statements. */
function layOut(
  named: Named,
  coalitions: readonly (readonly number[])[],
  tiers: readonly (readonly Tier[])[] | undefined,
): string {
  const { gmcr, title, optionIds, order } = named;
  const { options, decisionMakers } = gmcr;
  const document = new Document(null, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  const parties = coalitions.map((members) => ({
    members,
    name: members.map((member) => decisionMakers[member].name).join(" + "),
  }));
  const partyIds = idsFromNames(
    parties.map(({ name }) => ({ name, qualifier: "" })),
    "party",
  );
  const ownerOf = new Map(
    parties.flatMap(({ members }, party) =>
      members.flatMap((member) =>
        decisionMakers[member].options.map((option) => [option, partyIds[party]] as const),
      ),
    ),
  );
  const expression = (condition: Condition) => printExpression(expressionOf(condition, optionIds));

  const file = new Map<string, unknown>([
    ["standoff", 1],
    ["title", title],
    ["parties", new Map(parties.map(({ name }, party) => [partyIds[party], titleOr(name, partyIds[party])]))],
    [
      "options",
      new Map(
        order.map((option) => {
          const { name, direction } = options[option];
          const fields = new Map([["owner", ownerOf.get(option)!]]);
          if (name.trim() !== "" && name !== optionIds[option]) fields.set("title", name);
          if (direction !== "both") fields.set("one-way", direction === "fwd" ? "taken" : "dropped");
          return [optionIds[option], document.createNode(fields, { flow: true })];
        }),
      ),
    ],
  ]);
  if (gmcr.infeasibles.length > 0)
    file.set(
      "constraints",
      gmcr.infeasibles.map((condition) => new Map([["never", expression(condition)]])),
    );

  const preferenceOf = (member: number): unknown => {
    if (tiers === undefined) return "indifferent";
    if (gmcr.manual) return rankingNode(document, tiers[member]);
    const { statements } = decisionMakers[member];
    return statements.length === 0 ? "indifferent" : statements.map(expression);
  };
  file.set(
    "preferences",
    new Map(
      parties.map(({ members }, party) => {
        if (members.length === 1) return [partyIds[party], preferenceOf(members[0])];
        const names = memberNames(members.map((member) => decisionMakers[member].name));
        const unanimous = new Map(members.map((member, index) => [names[index], preferenceOf(member)]));
        return [partyIds[party], new Map([["unanimous", unanimous]])];
      }),
    ),
  );

  const perceptions = parties.flatMap(({ members }, party): [string, unknown][] => {
    const unseen = members.flatMap((member) => decisionMakers[member].misperceptions);
    return unseen.length === 0
      ? []
      : [[partyIds[party], new Map([["does not see", unseen.map(expression)]])]];
  });
  if (perceptions.length > 0) file.set("perceptions", new Map(perceptions));

  const contents = document.createNode(file);
  for (const pair of (contents as unknown as { items: { key: Scalar }[] }).items)
    if (!["standoff", "title"].includes(String(pair.key.value))) pair.key.spaceBefore = true;
  document.contents = contents;
  document.commentBefore = topComment(gmcr, coalitions);
  return document.toString({ indent: 2, lineWidth: 100, minContentWidth: 20, flowCollectionPadding: false });
}

/** Fixed words only: nothing of the file may get out of a comment. */
function topComment(gmcr: GmcrFile, coalitions: readonly (readonly number[])[]): string {
  const lines = [" From a GMCR+ file."];
  const inOrder = coalitions.flat().every((member, index) => member === index);
  if (inOrder) lines.push(" States have the numbers they have there.");
  else {
    lines.push(
      " A coalition joins decision makers that do not stand next to each other in it, so the numbers of states here",
      " are not those of GMCR+; the numbers behind the states of a ranking are.",
    );
  }
  if (gmcr.manual && gmcr.decisionMakers.some(({ statements }) => statements.length > 0))
    lines.push(
      " It also has preference statements, which do not count beside its rankings and are left out.",
    );
  if (coalitions.some((members) => members.length > 1)) {
    lines.push(" Members of a coalition move together only, and only where every member gains.");
    const unseen = coalitions.some(
      (members) =>
        members.length > 1 && members.some((member) => gmcr.decisionMakers[member].misperceptions.length > 0),
    );
    if (unseen) lines.push(" What one member of a coalition does not see, the coalition does not see.");
  }
  return lines.join("\n");
}

function titleOr(name: string, id: string): string {
  return name.trim() === "" ? id : name;
}

/** Names as keys of a map: none empty, none twice. */
function memberNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name.trim() === "" ? `member ${index + 1}` : name;
    let unique = plain;
    for (let number = 2; taken.has(unique); number++) unique = `${plain} (${number})`;
    taken.add(unique);
    return unique;
  });
}

function rankingNode(document: Document, tiers: readonly Tier[]): unknown {
  if (tiers.length === 1) return "indifferent";
  const state = ({ number, taken }: Tier[number]): Node => {
    const node = document.createNode(taken, { flow: true }) as YAMLSeq;
    node.comment = ` ${number}`;
    return node;
  };
  const items = tiers.map((tie, index) => {
    if (tie.length === 1) return state(tie[0]);
    // The rest needs no list; every state is ranked.
    if (index === tiers.length - 1) return "otherwise";
    return new Map([["tie", tie.map(state)]]);
  });
  return new Map([["ranking", items]]);
}

/** The condition as people would write it: two options alike or different are `iff` and `xor`. */
function expressionOf(condition: Condition, ids: readonly string[]): Expression {
  const option = (index: number): Expression => ({ kind: "holds", id: ids[index], span: SPAN });
  const setting = ({ option: index, on }: Condition[number][number]): Expression =>
    on ? option(index) : { kind: "not", operand: option(index), span: SPAN };
  if (condition.length === 2 && condition.every((each) => each.length === 2)) {
    const [first, second] = condition;
    const other = first.map((each) => second.find((one) => one.option === each.option));
    if (
      first[0].option !== first[1].option &&
      other.every((each, index) => each !== undefined && each.on !== first[index].on)
    ) {
      const kind = first[0].on === first[1].on ? "iff" : "xor";
      return { kind, left: option(first[0].option), right: option(first[1].option), span: SPAN };
    }
  }
  const patterns = condition.map((each): Expression => {
    if (each.length === 0) return { kind: "constant", value: true, span: SPAN };
    return each.length === 1 ? setting(each[0]) : { kind: "and", operands: each.map(setting), span: SPAN };
  });
  return patterns.length === 1 ? patterns[0] : { kind: "or", operands: patterns, span: SPAN };
}

/** Where JSON stops, as far as the engine's message tells. */
function notJson(json: string, file: string, error: unknown): Problem {
  const said = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(said);
  const at =
    position !== null ? Number(position[1]) : /end of (JSON|data)/i.test(said) ? json.length : undefined;
  const found = {
    severity: "error",
    code: "json",
    message: "This is not a GMCR+ file: it is not JSON.",
    file,
  } as const;
  if (at === undefined) return { ...found, line: 0, column: 0, length: 1, excerpt: "" };
  const lines = json.slice(0, at).split(/\r\n|\r|\n/);
  const column = lines[lines.length - 1].length + 1;
  const excerpt = json.slice(at - column + 1).split(/\r\n|\r|\n/, 1)[0];
  return {
    ...found,
    message: "This is not a GMCR+ file: it is not JSON from here on.",
    line: lines.length,
    column,
    length: 1,
    excerpt,
  };
}
