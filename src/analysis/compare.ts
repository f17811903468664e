import { BIT, CONCEPTS, type Concept, conceptsIn } from "../engine/concepts.ts";
import type { Stabilities } from "../engine/stability.ts";
import type { Compiled } from "../game/compile.ts";
import { codeOfState, levelIn } from "../game/space.ts";
import type { Option, Standoff } from "../model/standoff.ts";
import { stabilitiesOf } from "./analyze.ts";
import type { CompareFindings, Names, VersionFinding } from "./findings.ts";
import { namesOf } from "./names.ts";
import { robust } from "./robust.ts";
import { type StateView, viewState } from "./state-view.ts";
import { statusQuoState } from "./status-quo.ts";

/** More outcomes that differ are counted and not listed. */
const LISTED = 200;

/**
 * What is different between two versions of a standoff, in the files and in the answers. An outcome is the same in both when the options
 * both have (same id, both yes/no or both with levels) stand alike in it, level by level; options of one version only are looked through: the
 * outcome holds where it holds with some setting of them. Of merged states the first members speak. Cost: `stabilities` of both, and
 * O(states · options).
 */
export function compare(
  before: Compiled,
  after: Compiled,
  onProgress: (done: number, what: string) => void = () => {},
): CompareFindings {
  const old = stabilitiesOf(before, (done, what) => onProgress(done / 2, `first version: ${what}`));
  const now = stabilitiesOf(after, (done, what) => onProgress(0.5 + done / 2, `second version: ${what}`));
  const shared = sharedOptions(before.standoff, after.standoff);
  const [keyBefore, keyAfter] = [before, after].map((each) => keysOf(each, shared));
  const found = new Map<string, Found>();
  const none = (): Found => ({ before: undefined, after: undefined, holdsIn: undefined });
  const collect = (version: "before" | "after", compiled: Compiled, { equilibria }: Stabilities) => {
    const key = version === "before" ? keyBefore : keyAfter;
    for (let state = 0; state < compiled.game.states; state++) {
      if (equilibria[state] === 0) continue;
      const id = key(state);
      const entry = found.get(id) ?? none();
      // Told by a state where it holds, of the second version if it holds in both.
      if (entry.holdsIn === undefined || (version === "after" && entry.holdsIn.compiled === before))
        entry.holdsIn = { compiled, state };
      found.set(id, entry);
    }
  };
  collect("before", before, old);
  collect("after", after, now);
  const weigh = (version: "before" | "after", compiled: Compiled, { equilibria }: Stabilities) => {
    const key = version === "before" ? keyBefore : keyAfter;
    for (let state = 0; state < compiled.game.states; state++) {
      const entry = found.get(key(state));
      if (entry !== undefined) entry[version] = (entry[version] ?? 0) | equilibria[state];
    }
  };
  weigh("before", before, old);
  weigh("after", after, now);

  const all = [...found.values()];
  const differing = all.filter((each) => each.before !== each.after).sort(mostDemanding);
  const unshared = (standoff: Standoff) =>
    standoff.options.map(({ id }) => id).filter((id) => !shared.has(id));
  return {
    question: "compare",
    names: sharedNames(before.standoff, after.standoff, shared),
    edits: editsBetween(before.standoff, after.standoff),
    before: versionFinding(before, old, shared),
    after: versionFinding(after, now, shared),
    unshared: { before: unshared(before.standoff), after: unshared(after.standoff) },
    changesTotal: differing.length,
    changes: differing.slice(0, LISTED).map((each) => ({
      state: sharedView(each.holdsIn!.compiled, each.holdsIn!.state, shared),
      ...(each.before === undefined ? {} : { before: conceptsIn(each.before) }),
      ...(each.after === undefined ? {} : { after: conceptsIn(each.after) }),
    })),
    alike: all.length - differing.length,
  };
}

/** Concepts (as bits) under which an outcome holds in each version; undefined where it is infeasible. */
type Found = {
  before: number | undefined;
  after: number | undefined;
  holdsIn: { readonly compiled: Compiled; readonly state: number } | undefined;
};

/** Option id → the ids of its levels in either version, those of the first version first. */
type Shared = ReadonlyMap<string, readonly string[]>;

function sharedOptions(before: Standoff, after: Standoff): Shared {
  const shared = new Map<string, readonly string[]>();
  for (const option of before.options) {
    const other = after.options.find(({ id }) => id === option.id);
    if (other === undefined || other.yesNo !== option.yesNo) continue;
    shared.set(option.id, [...new Set([...option.levels, ...other.levels].map(({ id }) => id))]);
  }
  return shared;
}

/** State → how the shared options stand in it, a character an option. */
function keysOf({ space }: Compiled, shared: Shared): (state: number) => string {
  const digits = [...shared].map(([id, levels]) => {
    const digit = space.digitOf.get(id)!;
    const place = digit.option.levels.map((level) => levels.indexOf(level.id));
    return { digit, place };
  });
  return (state) => {
    const code = codeOfState(space, state);
    return String.fromCharCode(...digits.map(({ digit, place }) => place[levelIn(code, digit)]));
  };
}

/** Those first that hold, in one of the versions, under the most demanding notion. */
function mostDemanding(a: Found, b: Found): number {
  const mask = (each: Found) => (each.before ?? 0) | (each.after ?? 0);
  return robust(mask(b)) - robust(mask(a));
}

/** A state by its shared options; outcomes only where nothing is left out, since they may hang on what is. */
function sharedView(compiled: Compiled, state: number, shared: Shared): StateView {
  const { on, levels, outcomes, any } = viewState(compiled, state);
  const whole = compiled.standoff.options.every(({ id }) => shared.has(id));
  return {
    on: on.filter((id) => shared.has(id)),
    levels: Object.fromEntries(Object.entries(levels).filter(([id]) => shared.has(id))),
    outcomes: whole ? outcomes : [],
    ...(any === undefined ? {} : { any: any.filter((id) => shared.has(id)) }),
  };
}

function versionFinding(compiled: Compiled, result: Stabilities, shared: Shared): VersionFinding {
  const { standoff, game } = compiled;
  const counts = new Map<Concept, number>(CONCEPTS.map((concept) => [concept, 0]));
  for (const mask of result.equilibria)
    if (mask !== 0)
      for (const concept of CONCEPTS)
        if ((mask & BIT[concept]) !== 0) counts.set(concept, counts.get(concept)! + 1);
  const quo = statusQuoState(compiled);
  return {
    file: standoff.file,
    title: standoff.title,
    states: game.states,
    counts: Object.fromEntries(counts),
    statusQuo:
      quo === undefined
        ? undefined
        : {
            state: sharedView(compiled, quo, shared),
            concepts: conceptsIn(result.equilibria[quo]),
            stableFor: Object.fromEntries(
              standoff.parties.map(({ id }, party) => [id, conceptsIn(result.byParty[party][quo])]),
            ),
          },
  };
}

/** Names of both, the second's first; options only the shared ones, each with the levels of either. */
function sharedNames(before: Standoff, after: Standoff, shared: Shared): Names {
  const [old, now] = [namesOf(before), namesOf(after)];
  const both = <T extends { readonly id: string }>(first: readonly T[], second: readonly T[]): T[] => [
    ...first,
    ...second.filter(({ id }) => first.every((each) => each.id !== id)),
  ];
  return {
    ...now,
    parties: both(now.parties, old.parties),
    outcomes: both(now.outcomes, old.outcomes),
    claims: both(now.claims, old.claims),
    options: now.options
      .filter(({ id }) => shared.has(id))
      .map((option) => {
        const other = old.options.find(({ id }) => id === option.id)!;
        return { ...option, levels: both(option.levels, other.levels) };
      }),
  };
}

/** Leaves out places in the text, and of settings those at the first level, which files need not write. */
function asWritten(key: string, value: unknown): unknown {
  if (key === "span") return undefined;
  if (key !== "settings" || !Array.isArray(value)) return value;
  // Settings come in the order of the options, which is no difference either.
  return value.filter(({ level }) => level !== 0).sort((a, b) => (a.option < b.option ? -1 : 1));
}

/** What the files say differently. Places in the text do not count, so that comments and layout are no difference. */
function editsBetween(before: Standoff, after: Standoff): CompareFindings["edits"] {
  type Edit = CompareFindings["edits"][number];
  const edits: Edit[] = [];
  const told = (value: unknown) => JSON.stringify(value, asWritten) ?? "";
  const byId = (
    what: Edit["what"],
    old: readonly { readonly id: string }[],
    now: readonly { readonly id: string }[],
  ) => {
    const was = new Map(old.map((each) => [each.id, each]));
    for (const each of now) {
      const other = was.get(each.id);
      if (other === undefined) edits.push({ what, id: each.id, how: "added" });
      else if (told(other) !== told(each)) edits.push({ what, id: each.id, how: "changed" });
      was.delete(each.id);
    }
    for (const id of was.keys()) edits.push({ what, id, how: "removed" });
  };
  const whole = (what: Edit["what"], old: unknown, now: unknown) => {
    if (told(old) !== told(now)) edits.push({ what, id: "", how: "changed" });
  };
  const ofParty = <T extends { readonly party: string }>(list: readonly T[]) =>
    list.map((each) => ({ ...each, id: each.party }));
  const options = (list: readonly Option[]) => list.filter(({ owner }) => owner !== "");
  whole("title", before.title, after.title);
  byId("party", before.parties, after.parties);
  byId("option", options(before.options), options(after.options));
  const listed = (standoff: Standoff) => standoff.options.filter(({ owner }) => owner === "");
  whole("moves", [before.moves, listed(before)], [after.moves, listed(after)]);
  byId("body", before.bodies, after.bodies);
  byId("outcome", before.outcomes, after.outcomes);
  whole("constraints", before.constraints, after.constraints);
  whole("same", before.same, after.same);
  whole("status quo", { settings: before.statusQuo?.settings }, { settings: after.statusQuo?.settings });
  byId("preferences", ofParty(before.preferences), ofParty(after.preferences));
  byId("perceptions", ofParty(before.perceptions), ofParty(after.perceptions));
  byId("source", before.sources, after.sources);
  byId("claim", before.claims, after.claims);
  whole("timeline", before.timeline, after.timeline);
  return edits;
}
