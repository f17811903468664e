import type { Problem } from "../model/problem.ts";
import { count } from "./written.ts";

/** What a GMCR+ file says, checked and in one shape for old and new files. All indexes are sound. */
export type GmcrFile = {
  readonly options: readonly { readonly name: string; readonly direction: Direction }[];
  readonly decisionMakers: readonly DecisionMaker[];
  readonly infeasibles: readonly Condition[];
  /** Indexes of decision makers, each in exactly one group; groups and members ascending. */
  readonly coalitions: readonly (readonly number[])[];
  /** The rankings rule, not the statements. */
  readonly manual: boolean;
};

export type DecisionMaker = {
  readonly name: string;
  readonly options: readonly number[];
  readonly statements: readonly Condition[];
  /** State numbers, best first, each tie a list; numbers are positive integers, not yet known to be states. */
  readonly ranking: readonly (readonly number[])[];
  readonly misperceptions: readonly Condition[];
};

/** Lists of settings, any of them to hold. */
export type Condition = readonly (readonly { readonly option: number; readonly on: boolean }[])[];

const DIRECTIONS = ["both", "fwd", "back"] as const;
type Direction = (typeof DIRECTIONS)[number];

const MOST_PROBLEMS = 100;
const MOST_OPTIONS = 1_000;
const DEEPEST_NESTING = 50;

const KEYS = new Set([
  "options",
  "decisionMakers",
  "infeasibles",
  "coalitions",
  "coalitionsFull",
  "program",
  "version",
])
  .add("useManualPreferenceRanking")
  .add("useManualPreferenceVectors");
const DECISION_MAKER_KEYS = new Set(["name", "options", "preferences", "misperceptions", "payoffs"])
  .add("preferenceRanking")
  .add("preferenceVector");

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/** Collects problems; each names the place in the file as a path, `decisionMakers[1].options[0]`. */
export type Paths = {
  readonly problems: Problem[];
  readonly error: (path: string, message: string, code?: string) => void;
  readonly warn: (path: string, message: string) => void;
};

export function pathsOf(file: string): Paths {
  const problems: Problem[] = [];
  const add = (severity: Problem["severity"], code: string, path: string, message: string) => {
    const place = { file, line: 0, column: 0, length: 1, excerpt: "" };
    if (problems.length < MOST_PROBLEMS) {
      problems.push({ severity, code, message: path === "" ? message : `${path}: ${message}`, ...place });
    } else if (problems.length === MOST_PROBLEMS) {
      const rest = `There may be more problems after these ${MOST_PROBLEMS}; mend these first.`;
      problems.push({ severity: "error", code: "too-many-problems", message: rest, ...place });
    }
  };
  return {
    problems,
    error: (path, message, code = "wrong-value") => add("error", code, path, message),
    warn: (path, message) => add("warning", "unknown-key", path, message),
  };
}

/** Checks the structure of a GMCR+ file; undefined when `paths` got an error. Time linear in the file. */
export function readGmcrFile(json: Json, paths: Paths): GmcrFile | undefined {
  if (!isObject(json)) {
    paths.error("", `A GMCR+ file is one JSON object, not ${shown(json)}.`, "wrong-type");
    return undefined;
  }
  for (const key of Object.keys(json))
    if (!KEYS.has(key)) paths.warn(keyPath("", key), "is no key of a GMCR+ file and is not read");

  const options = list(json, "options", "", paths).map((each, index) =>
    readOption(each, `options[${index}]`, paths),
  );
  if (Array.isArray(own(json, "options")) && options.length === 0)
    paths.error("options", "lists nothing; there must be an option");
  if (options.length > MOST_OPTIONS) {
    paths.error(
      "options",
      `has ${count(options.length)} options; the most is ${count(MOST_OPTIONS)}`,
      "limit",
    );
    return undefined;
  }
  const manual = readManual(json, paths);
  const makers = list(json, "decisionMakers", "", paths).map((each, index) =>
    readDecisionMaker(each, `decisionMakers[${index}]`, options.length, manual === true, paths),
  );
  if (Array.isArray(own(json, "decisionMakers")) && makers.length === 0)
    paths.error("decisionMakers", "lists nobody; there must be a decision maker");
  if (Array.isArray(own(json, "options")) && Array.isArray(own(json, "decisionMakers")))
    checkOwners(makers, options, paths);
  const infeasibles = conditions(json, "infeasibles", "", options.length, paths);
  const coalitions =
    own(json, "coalitions") === undefined
      ? makers.map((_, index) => [index])
      : readCoalitions(json, makers.length, paths);
  if (paths.problems.some(({ severity }) => severity === "error")) return undefined;
  return { options, decisionMakers: makers, infeasibles, coalitions, manual: manual === true };
}

function readOption(json: Json, path: string, paths: Paths): GmcrFile["options"][number] {
  if (!isObject(json)) {
    paths.error(
      path,
      `an option is an object with \`name\` and \`permittedDirection\`, not ${shown(json)}`,
      "wrong-type",
    );
    return { name: "", direction: "both" };
  }
  const given = own(json, "permittedDirection");
  const direction = DIRECTIONS.find((each) => each === given);
  if (given === undefined) missing(path, "permittedDirection", paths);
  else if (direction === undefined)
    paths.error(
      `${path}.permittedDirection`,
      `${shown(given)} is no direction; write "both", "fwd" or "back"`,
    );
  return { name: readName(json, path, paths), direction: direction ?? "both" };
}

function readName(json: JsonObject, path: string, paths: Paths): string {
  const name = own(json, "name");
  if (typeof name === "string") return name;
  if (name === undefined) missing(path, "name", paths);
  else paths.error(`${path}.name`, `a name is a text, not ${shown(name)}`, "wrong-type");
  return "";
}

/** Which of rankings and statements rules; undefined when the file does not say. */
function readManual(json: JsonObject, paths: Paths): boolean | undefined {
  const key =
    own(json, "useManualPreferenceRanking") === undefined
      ? "useManualPreferenceVectors"
      : "useManualPreferenceRanking";
  const value = own(json, key);
  if (typeof value === "boolean") return value;
  if (value === undefined)
    paths.error(
      "useManualPreferenceRanking",
      "is missing; true: `preferenceRanking` counts, false: `preferences`",
      "missing-key",
    );
  else paths.error(key, `is true or false, not ${shown(value)}`, "wrong-type");
  return undefined;
}

function readDecisionMaker(
  json: Json,
  path: string,
  options: number,
  manual: boolean,
  paths: Paths,
): DecisionMaker {
  if (!isObject(json)) {
    paths.error(path, `a decision maker is an object, not ${shown(json)}`, "wrong-type");
    return { name: "", options: [], statements: [], ranking: [], misperceptions: [] };
  }
  for (const key of Object.keys(json))
    if (!DECISION_MAKER_KEYS.has(key))
      paths.warn(keyPath(path, key), "is no key of a decision maker and is not read");
  const owned = list(json, "options", path, paths).map((each, index) =>
    readIndex(each, `${path}.options[${index}]`, options, "option", paths),
  );
  const key =
    own(json, "preferenceRanking") === undefined && own(json, "preferenceVector") !== undefined
      ? "preferenceVector"
      : "preferenceRanking";
  return {
    name: readName(json, path, paths),
    options: owned.filter((each) => each !== undefined),
    statements:
      manual && own(json, "preferences") === undefined
        ? []
        : conditions(json, "preferences", path, options, paths),
    ranking: manual ? readRanking(json, key, path, paths) : [],
    misperceptions:
      own(json, "misperceptions") === undefined
        ? []
        : conditions(json, "misperceptions", path, options, paths),
  };
}

function readRanking(json: JsonObject, key: string, path: string, paths: Paths): number[][] {
  const number = (each: Json, at: string): number[] => {
    if (typeof each === "number" && Number.isSafeInteger(each) && each >= 1) return [each];
    paths.error(at, `${shown(each)} is no number of a state; states are numbered from 1`);
    return [];
  };
  return list(json, key, path, paths).map((each, index) => {
    const at = `${path}.${key}[${index}]`;
    if (!Array.isArray(each)) return number(each, at);
    if (each.length === 0) paths.error(at, "is an empty tie");
    return each.flatMap((state, place) => number(state, `${at}[${place}]`));
  });
}

function readCoalitions(json: JsonObject, makers: number, paths: Paths): number[][] {
  const groups = list(json, "coalitions", "", paths).map((each, index) => {
    const path = `coalitions[${index}]`;
    if (!Array.isArray(each))
      return [{ at: path, member: readIndex(each, path, makers, "decision maker", paths) }];
    if (each.length === 0) paths.error(path, "is a coalition of nobody");
    return each.map((one, place) => ({
      at: `${path}[${place}]`,
      member: readIndex(one, `${path}[${place}]`, makers, "decision maker", paths),
    }));
  });
  const seen = new Map<number, string>();
  for (const { at, member } of groups.flat()) {
    if (member === undefined) continue;
    const before = seen.get(member);
    if (before !== undefined) paths.error(at, `decision maker ${member} is already in ${before}`);
    seen.set(member, before ?? at);
  }
  if (Array.isArray(own(json, "coalitions")) && groups.flat().every(({ member }) => member !== undefined)) {
    for (let maker = 0; maker < makers; maker++)
      if (!seen.has(maker)) paths.error("coalitions", `decision maker ${maker} is in no entry`);
  }
  return groups
    .map((group) => group.flatMap(({ member }) => member ?? []).sort((a, b) => a - b))
    .sort(([a], [b]) => a - b);
}

/** Every option must have exactly one owner. */
function checkOwners(
  makers: readonly DecisionMaker[],
  options: readonly { readonly name: string }[],
  paths: Paths,
): void {
  const owners = new Map<number, number>();
  for (const [index, maker] of makers.entries()) {
    for (const option of maker.options) {
      const before = owners.get(option);
      if (before === undefined) owners.set(option, index);
      else {
        const twice = before === index ? "is there twice" : `belongs to decisionMakers[${before}] already`;
        paths.error(
          `decisionMakers[${index}].options`,
          `option ${option} (${shown(options[option].name)}) ${twice}`,
        );
      }
    }
  }
  for (const [option, { name }] of options.entries())
    if (!owners.has(option)) paths.error(`options[${option}]`, `${shown(name)} belongs to no decision maker`);
}

function conditions(json: JsonObject, key: string, path: string, options: number, paths: Paths): Condition[] {
  const at = path === "" ? key : `${path}.${key}`;
  return list(json, key, path, paths).map((each, index) =>
    readCondition(each, `${at}[${index}]`, options, 0, paths),
  );
}

function readCondition(json: Json, path: string, options: number, depth: number, paths: Paths): Condition {
  if (depth > DEEPEST_NESTING) {
    paths.error(path, `conditions are nested deeper than ${DEEPEST_NESTING} levels`, "limit");
    return [];
  }
  if (Array.isArray(json))
    return [json.flatMap((each, index) => readSetting(each, `${path}[${index}]`, options, paths))];
  if (isObject(json) && own(json, "compound") === true) {
    const members = list(json, "members", path, paths);
    if (Array.isArray(own(json, "members")) && members.length === 0)
      paths.error(`${path}.members`, "lists no condition");
    return members.flatMap((each, index) =>
      readCondition(each, `${path}.members[${index}]`, options, depth + 1, paths),
    );
  }
  const either = `a condition is a list of [option, "Y" or "N"], or {"compound": true, "members": […]}`;
  paths.error(path, `${either}, not ${shown(json)}`, "wrong-type");
  return [];
}

function readSetting(json: Json, path: string, options: number, paths: Paths) {
  if (!Array.isArray(json) || json.length !== 2) {
    paths.error(path, `a setting is [option, "Y" or "N"], not ${shown(json)}`, "wrong-type");
    return [];
  }
  const option = readIndex(json[0], `${path}[0]`, options, "option", paths);
  if (json[1] !== "Y" && json[1] !== "N")
    paths.error(`${path}[1]`, `${shown(json[1])} is neither "Y" nor "N"`);
  return option === undefined ? [] : [{ option, on: json[1] === "Y" }];
}

function readIndex(json: Json, path: string, size: number, what: string, paths: Paths): number | undefined {
  if (typeof json === "number" && Number.isInteger(json) && json >= 0 && json < size) return json;
  const there = size === 1 ? `is 1 ${what}` : `are ${size} ${what}s`;
  paths.error(
    path,
    `${shown(json)} is not the index of ${what === "option" ? "an" : "a"} ${what}; there ${there}`,
  );
  return undefined;
}

function list(json: JsonObject, key: string, path: string, paths: Paths): readonly Json[] {
  const value = own(json, key);
  if (Array.isArray(value)) return value;
  if (value === undefined) missing(path, key, paths);
  else paths.error(keyPath(path, key), `is a list, not ${shown(value)}`, "wrong-type");
  return [];
}

function missing(path: string, key: string, paths: Paths): void {
  paths.error(path, path === "" ? `The file has no \`${key}\`.` : `has no \`${key}\``, "missing-key");
}

/** A key the file itself has: `__proto__` and `constructor` are keys like others. */
function own(json: JsonObject, key: string): Json {
  return Object.hasOwn(json, key) ? json[key] : undefined;
}

function isObject(json: Json): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function keyPath(path: string, key: string): string {
  const plain = /^[A-Za-z_$][\w$]{0,60}$/.test(key);
  if (!plain) return `${path}[${shown(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A value as it stands in the file, cut short. */
function shown(json: Json): string {
  if (Array.isArray(json)) return json.length === 0 ? "[]" : `a list of ${count(json.length)}`;
  if (isObject(json)) return "an object";
  if (typeof json === "number") return String(json);
  const text = JSON.stringify(json) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
