import { analyze, stabilitiesOf } from "../../analysis/analyze.ts";
import { check } from "../../analysis/check.ts";
import { closer } from "../../analysis/closer.ts";
import { coalitions } from "../../analysis/coalitions.ts";
import { compare } from "../../analysis/compare.ts";
import { doubtsIn } from "../../analysis/doubts.ts";
import { explain } from "../../analysis/explain.ts";
import { explainForesight } from "../../analysis/explain-foresight.ts";
import { fair } from "../../analysis/fair.ts";
import {
  type AnalyzeFindings,
  type CloserFindings,
  CONCEPTS,
  type CoalitionsFindings,
  type CompareFindings,
  type Concept,
  type DoubtFinding,
  type ExplainFindings,
  type FairFindings,
  type ForesightExplainFindings,
  type LookbackFindings,
  type MatrixFindings,
  type Names,
  type Notion,
  type PackagesFindings,
  type PathsFindings,
  type PerceptionsFindings,
  type RecordFindings,
  type RetractionFinding,
  type RobustnessFindings,
  type VotesFindings,
  type WedgeFindings,
} from "../../analysis/findings.ts";
import { frontier } from "../../analysis/frontier.ts";
import { goalPackages, type Sought } from "../../analysis/goal-packages.ts";
import { lookback } from "../../analysis/lookback.ts";
import { map } from "../../analysis/map.ts";
import type { AnswerFindings, MapFindings, WalkFindings } from "../../analysis/map-findings.ts";
import { matrix } from "../../analysis/matrix.ts";
import { seek } from "../../analysis/mediate.ts";
import { namesOf } from "../../analysis/names.ts";
import { paths } from "../../analysis/paths.ts";
import { perceptions } from "../../analysis/perceptions.ts";
import { record } from "../../analysis/record.ts";
import { holding, retraction } from "../../analysis/retraction.ts";
import { robustness } from "../../analysis/robustness.ts";
import { type StateView, viewState } from "../../analysis/state-view.ts";
import { planSweep, type SweepPlan, type SweepRow } from "../../analysis/sweep.ts";
import { votes } from "../../analysis/votes.ts";
import { answerTo, type Standing, walk } from "../../analysis/walk.ts";
import { wedge } from "../../analysis/wedge.ts";
import { BIT } from "../../engine/concepts.ts";
import type { Stabilities } from "../../engine/stability.ts";
import { type Compiled, compile } from "../../game/compile.ts";
import { parse } from "../../model/parse.ts";
import { noErrors, type Problem } from "../../model/problem.ts";
import { readExpression } from "../../model/read-expression.ts";
import type { Standoff } from "../../model/standoff.ts";
import { drawFrontier } from "../../render/frontier.ts";
import { type Layout, layOut } from "../map/layout.ts";
import type { Answer, Progress } from "./answer.ts";
import { type Exported, type ExportKind, exportAs } from "./export.ts";
import { type TextDifference, textDifference } from "./text-difference.ts";

export type { Answer, Progress } from "./answer.ts";

/** Everything asked about one text; what several questions need is made once, when the first asks for it. */
export type Session = {
  readonly text: string;
  readonly parsed: { readonly standoff: Standoff | undefined; readonly problems: readonly Problem[] };
  readonly compiled: () => Answer<Compiled>;
  readonly stabilities: (compiled: Compiled, onProgress: Progress) => Stabilities;
  readonly sweep: (args: SweepArguments) => Answer<SweepPlan>;
  readonly packages: (args: SoughtArguments, onProgress: Progress) => Answer<SoughtPackages>;
};

export type SoughtArguments = { readonly goal: string; readonly concept: Concept; readonly seconds: number };

type SoughtPackages = { readonly sought: Sought; readonly packages: ReturnType<typeof goalPackages> };

export type SweepArguments = { readonly sample: number | undefined; readonly goal: string };

/** Another text to compare with. */
export type Version = { readonly text: string; readonly file: string };

export function createSession(text: string, file: string): Session {
  const parsed = parse(text, file);
  let compiled: Answer<Compiled> | undefined;
  let stabilities: Stabilities | undefined;
  let sweep: { readonly key: string; readonly plan: Answer<SweepPlan> } | undefined;
  let packages: { readonly key: string; readonly found: Answer<SoughtPackages> } | undefined;
  const session: Session = {
    text,
    parsed,
    compiled: () => {
      compiled ??= compileOrSayWhy(parsed);
      return compiled;
    },
    stabilities: (made, onProgress) => {
      stabilities ??= stabilitiesOf(made, onProgress);
      return stabilities;
    },
    sweep: (args) => {
      const key = JSON.stringify([args.sample, args.goal]);
      if (sweep?.key !== key) sweep = { key, plan: planOf(parsed, args) };
      return sweep.plan;
    },
    packages: (args, onProgress) => {
      const key = JSON.stringify([args.goal, args.concept, args.seconds]);
      if (packages?.key !== key) packages = { key, found: packagesOf(session, args, onProgress) };
      return packages.found;
    },
  };
  return session;
}

function packagesOf(
  session: Session,
  { goal: text, concept, seconds }: SoughtArguments,
  onProgress: Progress,
): Answer<SoughtPackages> {
  return withCompiled(session, (compiled) => {
    const { expression: goal, problems: unread } = readExpression(text, compiled.standoff, "the goal");
    if (goal === undefined) return { problems: unread };
    const { sought, problems } = seek(compiled, { goal, concept });
    if (sought === undefined) return { problems };
    const stabilities = session.stabilities(compiled, onProgress);
    const packages = goalPackages(compiled, sought, stabilities, {
      onProgress: (done) => onProgress(done, "packages"),
      outOfTime: within(seconds),
    });
    return { findings: { sought, packages } };
  });
}

/** Says when so many seconds from now are over. */
function within(seconds: number): () => boolean {
  const deadline = Date.now() + 1000 * seconds;
  return () => Date.now() > deadline;
}

function planOf(parsed: Session["parsed"], { sample, goal: text }: SweepArguments): Answer<SweepPlan> {
  const { standoff } = parsed;
  if (standoff === undefined) return parsed;
  const goal = readWanted(standoff, text);
  if (goal.problems !== undefined) return goal;
  const { plan, problems } = planSweep(standoff, { vary: ["all"], sample, seed: SEED, goal: goal.findings });
  return plan !== undefined && noErrors(problems) ? { findings: plan } : { problems };
}

function compileOrSayWhy({ standoff, problems }: Session["parsed"]): Answer<Compiled> {
  if (standoff === undefined) return { problems };
  const { compiled, problems: found } = compile(standoff);
  return compiled !== undefined && noErrors(found) ? { findings: compiled } : { problems: found };
}

/** What is drawn by chance is drawn from this seed, so that the same text has the same answer. */
const SEED = 1;
/** Milliseconds that one piece of a sweep takes, so that other questions come in between. */
const PIECE = 300;

/** More outcomes than a page shows one by one. */
const OUTCOMES_SENT = 200;

/**
 * The questions the page can ask, by name. Each is a function of the session, its arguments and a way to show progress.
 * A question more is an entry more; its types reach the panel by themselves.
 */
export const ANSWERS = {
  /** What the text says, for editors and forms: the standoff and what is wrong with the text. */
  read: ({ parsed }: Session): Answer<Session["parsed"]> => ({ findings: parsed }),

  check: ({ parsed: { standoff, problems } }: Session): Answer<readonly Problem[]> => ({
    findings: standoff === undefined ? problems : [...problems, ...check(standoff)],
  }),

  analyze: (session: Session, _args: Record<string, never>, onProgress: Progress): Answer<AnalyzeFindings> =>
    withCompiled(session, (compiled) => {
      const stabilities = session.stabilities(compiled, onProgress);
      return { findings: analyze(compiled, { stabilities, listed: OUTCOMES_SENT }) };
    }),

  matrix: (
    session: Session,
    args: {
      readonly where: string;
      readonly concept: Concept | undefined;
      readonly offset: number;
      readonly limit: number;
    },
    onProgress: Progress,
  ): Answer<MatrixFindings> =>
    withCompiled(session, (compiled) => {
      const where = readWhere(compiled, args.where, "the condition");
      if (where.problems !== undefined) return where;
      const stabilities = session.stabilities(compiled, onProgress);
      return { findings: matrix(compiled, stabilities, { ...args, where: where.findings }) };
    }),

  /** Why one party would stay in a state or leave it; without a party, the first that could do better. */
  explain: (
    session: Session,
    args: {
      readonly state: StateView | undefined;
      readonly party: string | undefined;
      readonly notion: Concept | Notion;
    },
    onProgress: Progress,
  ): Answer<ExplainFindings | ForesightExplainFindings> =>
    withCompiled(session, (compiled) => {
      const { notion } = args;
      const state = shownState(session, compiled, args.state, onProgress);
      const ids = compiled.standoff.parties.map(({ id }) => id);
      const about = (party: string, concept: Concept) => explain(compiled, { state, party, concept });
      const able = (id: string) => (about(id, "nash").findings?.improvementsCount ?? 0) > 0;
      const known = ids.find((id) => id === args.party);
      const party = known ?? ids.find(able) ?? ids[0];
      return isConcept(notion)
        ? found<ExplainFindings | ForesightExplainFindings>(about(party, notion))
        : found(explainForesight(compiled, { state, party, notion }));
    }),

  paths: (
    session: Session,
    args: {
      readonly from: StateView | undefined;
      readonly goal: string;
      readonly concept: Concept | undefined;
    },
    onProgress: Progress,
  ): Answer<PathsFindings> =>
    withCompiled(session, (compiled) => {
      const to = readWhere(compiled, args.goal, "the goal");
      if (to.problems !== undefined) return to;
      const stabilities = session.stabilities(compiled, onProgress);
      const from = shownState(session, compiled, args.from, onProgress);
      const concepts = args.concept === undefined ? CONCEPTS : [args.concept];
      return found(paths(compiled, { from, to: to.findings, concepts, stabilities }));
    }),

  coalitions: (
    session: Session,
    args: { readonly concept: Concept; readonly group: readonly string[] | undefined },
    onProgress: Progress,
  ): Answer<CoalitionsFindings> =>
    withCompiled(session, (compiled) => {
      const { concept } = args;
      const named = partiesOf(compiled, args.group ?? []);
      const group = named.length < 2 ? undefined : named;
      const stabilities = session.stabilities(compiled, onProgress);
      return found(coalitions(compiled, { concept, group, stabilities, onProgress }));
    }),

  wedge: (
    session: Session,
    args: {
      readonly alliance: readonly string[];
      readonly at: StateView | undefined;
      readonly concept: Concept;
    },
    onProgress: Progress,
  ): Answer<WedgeFindings> =>
    withCompiled(session, (compiled) => {
      const at = shownState(session, compiled, args.at, onProgress);
      return found(
        wedge(compiled, {
          alliance: partiesOf(compiled, args.alliance),
          at,
          concept: args.concept,
          onProgress,
        }),
      );
    }),

  perceptions: (
    session: Session,
    { concept }: { readonly concept: Concept },
    onProgress: Progress,
  ): Answer<PerceptionsFindings> =>
    withCompiled(session, ({ standoff }) => found(perceptions(standoff, { concept, onProgress }))),

  lookback: (
    session: Session,
    args: { readonly since: string | undefined },
    onProgress: Progress,
  ): Answer<LookbackFindings> =>
    withCompiled(session, (compiled) => ({
      findings: lookback(compiled, { ...args, stabilities: session.stabilities(compiled, onProgress) }),
    })),

  votes: (session: Session, { concept }: { readonly concept: Concept }): Answer<VotesFindings> =>
    withCompiled(session, (compiled) => ({ findings: votes(compiled, { concept }) })),

  /** Packages for a goal; after `seconds` what is not decided yet is left and told. */
  packages: (session: Session, args: SoughtArguments, onProgress: Progress): Answer<PackagesFindings> => {
    const found = session.packages(args, onProgress);
    return found.findings === undefined ? found : { findings: found.findings.packages.findings };
  },

  /** What could bring a goal closer, beside its packages. */
  closer: (
    session: Session,
    args: SoughtArguments,
    onProgress: Progress,
  ): Answer<{ readonly packages: PackagesFindings; readonly closer: CloserFindings }> =>
    withCompiled(session, (compiled) => {
      const found = session.packages(args, onProgress);
      if (found.findings === undefined) return found;
      const { sought, packages } = found.findings;
      const outOfTime = within(args.seconds);
      const options = { fair: true, askInverse: false, onProgress, outOfTime };
      return {
        findings: { packages: packages.findings, closer: closer(compiled, sought, packages, options) },
      };
    }),

  /** What the file leaves open. */
  doubts: ({
    parsed,
  }: Session): Answer<{
    readonly names: Names;
    readonly list: readonly DoubtFinding[];
    readonly left: readonly string[];
  }> => {
    if (parsed.standoff === undefined) return parsed;
    const { list, left } = doubtsIn(parsed.standoff);
    return { findings: { names: namesOf(parsed.standoff), list, left } };
  },

  /** Every answer under all that is left open but for what is `fixed`; after `seconds` with what was seen until then. */
  robustness: (
    { parsed }: Session,
    args: {
      readonly concept: Concept;
      readonly goal: string;
      /** Also whether a package reaches the goal. */
      readonly packages: boolean;
      readonly fixed: Readonly<Record<string, number>>;
      readonly seconds: number;
    },
    onProgress: Progress,
  ): Answer<RobustnessFindings> => {
    const { standoff } = parsed;
    if (standoff === undefined) return parsed;
    const goal = readWanted(standoff, args.goal);
    if (goal.problems !== undefined) return goal;
    const started = Date.now();
    const options = {
      concept: args.concept,
      goal: goal.findings,
      bargain: args.packages ? goal.findings : undefined,
      fixed: args.fixed,
      seed: SEED,
      outOfTime: (part: number) => Date.now() - started > 1000 * args.seconds * part,
    };
    return found(robustness(standoff, options, ({ share, what }) => onProgress(share, what)));
  },

  /** Rows of the table of variants from number `from` on, as many as a moment allows. */
  sweep: (
    session: Session,
    { from, ...args }: SweepArguments & { readonly from: number },
  ): Answer<{ readonly columns: readonly string[]; readonly total: number; readonly rows: SweepRow[] }> => {
    const plan = session.sweep(args);
    if (plan.findings === undefined) return plan;
    const { columns, rows: total, row } = plan.findings;
    const until = Date.now() + PIECE;
    const rows: SweepRow[] = [];
    for (let number = from; number < total && Date.now() < until; number++) {
      const made = row(number);
      if ("problems" in made) return made;
      rows.push(made);
    }
    return { findings: { columns, total, rows } };
  },

  record: (
    session: Session,
    args: { readonly concept: Concept },
    onProgress: Progress,
  ): Answer<RecordFindings> =>
    withCompiled(session, (compiled) => ({ findings: record(compiled, { ...args, onProgress }) })),

  /** What would change if these claims, as far as the file has them, had never been made. */
  retraction: (
    session: Session,
    { claims, concept }: { readonly claims: readonly string[]; readonly concept: Concept },
  ): Answer<RetractionFinding> =>
    withCompiled(session, (compiled) => {
      const known = claims.filter((id) => compiled.standoff.claims.some((claim) => claim.id === id));
      return { findings: retraction(compiled, known, concept, holding(compiled, concept)) };
    }),

  /** What is fair among all states, whoever would hold to it. */
  fair: (session: Session): Answer<FairFindings> =>
    withCompiled(session, (compiled) => found(fair(compiled))),

  /** The efficient frontier as a picture (SVG). */
  frontier: (session: Session): Answer<string> =>
    withCompiled(session, (compiled) => {
      const drawn = found(frontier(compiled));
      return drawn.findings === undefined ? drawn : { findings: drawFrontier(drawn.findings) };
    }),

  map: (
    session: Session,
    args: { readonly concept: Concept; readonly everyMove: boolean },
    onProgress: Progress,
  ): Answer<{ readonly map: MapFindings; readonly layout: Layout }> =>
    withCompiled(session, (compiled) => {
      const stabilities = session.stabilities(compiled, onProgress);
      const findings = map(compiled, stabilities, { ...args, onProgress });
      onProgress(1, "placing the states");
      return { findings: { map: findings, layout: layOut(findings) } };
    }),

  walk: (session: Session, args: Standing, onProgress: Progress): Answer<WalkFindings> =>
    withCompiled(session, (compiled) => ({
      findings: walk(compiled, session.stabilities(compiled, onProgress), args),
    })),

  answer: (session: Session, args: Standing & { readonly to: number }): Answer<AnswerFindings> =>
    withCompiled(session, (compiled) => ({ findings: answerTo(compiled, args) })),

  /** How the text differs from another, which is told as the earlier one; and the answers to the two. */
  difference: (session: Session, { other }: { readonly other: Version }): Answer<TextDifference> => ({
    findings: textDifference(other.text, session.text),
  }),
  compare: (
    session: Session,
    { other }: { readonly other: Version },
    onProgress: Progress,
  ): Answer<CompareFindings> =>
    withCompiled(session, (compiled) => {
      const before = compileOrSayWhy(parse(other.text, other.file));
      if (before.findings === undefined) return before;
      return { findings: compare(before.findings, compiled, onProgress) };
    }),

  export: (
    session: Session,
    { kind, goal }: { readonly kind: ExportKind; readonly goal: string },
    onProgress: Progress,
  ): Answer<Exported> => withCompiled(session, (compiled) => exportAs(compiled, kind, goal, onProgress)),
} as const;

/** Findings as an answer; else the problems. */
function found<F>({
  findings,
  problems,
}: {
  readonly findings: F | undefined;
  readonly problems: readonly Problem[];
}): Answer<F> {
  return findings === undefined ? { problems } : { findings };
}

/** Those of the parties that the file has; others were picked before it was changed. */
function partiesOf({ standoff }: Compiled, ids: readonly string[]): string[] {
  return standoff.parties.map(({ id }) => id).filter((id) => ids.includes(id));
}

function isConcept(notion: Concept | Notion): notion is Concept {
  return CONCEPTS.some((concept) => concept === notion);
}

/**
 * The state to look at: the one chosen, as long as the file has all its options; else the status quo (undefined), else one
 * that holds, else the first.
 */
function shownState(
  session: Session,
  compiled: Compiled,
  chosen: StateView | undefined,
  onProgress: Progress,
): StateView | undefined {
  const { options, statusQuo } = compiled.standoff;
  const ids = chosen === undefined ? [] : [...chosen.on, ...Object.keys(chosen.levels)];
  if (chosen !== undefined && ids.every((id) => options.some((option) => option.id === id))) return chosen;
  if (statusQuo !== undefined) return undefined;
  const { equilibria } = session.stabilities(compiled, onProgress);
  const holds = equilibria.findIndex((mask) => (mask & BIT.seq) !== 0);
  return viewState(compiled, Math.max(0, holds));
}

/** Answers from the compiled standoff, or says why there is none. */
function withCompiled<F>(session: Session, answer: (compiled: Compiled) => Answer<F>): Answer<F> {
  const compiled = session.compiled();
  return compiled.findings === undefined ? compiled : answer(compiled.findings);
}

/** Reads a goal typed on the page; nothing typed is no goal. */
function readWanted(standoff: Standoff, text: string) {
  if (text.trim() === "") return { findings: undefined };
  const { expression, problems } = readExpression(text, standoff, "the goal");
  return expression === undefined ? { problems } : { findings: { text: text.trim(), expression } };
}

/** Reads a condition typed on the page; nothing typed is no condition. */
function readWhere(compiled: Compiled, text: string, label: string) {
  if (text.trim() === "") return { findings: undefined };
  const { expression, problems } = readExpression(text, compiled.standoff, label);
  return expression === undefined ? { problems } : { findings: expression };
}

export type Question = keyof typeof ANSWERS;
export type Arguments<Q extends Question> = (typeof ANSWERS)[Q] extends (
  s: Session,
  args: infer A,
  p: Progress,
) => unknown
  ? unknown extends A
    ? Record<string, never>
    : A
  : never;
export type AnswerOf<Q extends Question> = ReturnType<(typeof ANSWERS)[Q]>;
export type FindingsOf<Q extends Question> = NonNullable<AnswerOf<Q>["findings"]>;
