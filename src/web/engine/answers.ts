import { analyze, stabilitiesOf } from "../../analysis/analyze.ts";
import { check } from "../../analysis/check.ts";
import { compare } from "../../analysis/compare.ts";
import type { AnalyzeFindings, CompareFindings, Concept, MatrixFindings } from "../../analysis/findings.ts";
import { matrix } from "../../analysis/matrix.ts";
import type { Stabilities } from "../../engine/stability.ts";
import { type Compiled, compile } from "../../game/compile.ts";
import { parse } from "../../model/parse.ts";
import { noErrors, type Problem } from "../../model/problem.ts";
import { readExpression } from "../../model/read-expression.ts";
import type { Standoff } from "../../model/standoff.ts";
import { type Exported, type ExportKind, exportAs } from "./export.ts";
import { type TextDifference, textDifference } from "./text-difference.ts";

/** Findings, or the problems because of which there are none. */
export type Answer<F> =
  | { readonly findings: F; readonly problems?: undefined }
  | { readonly findings?: undefined; readonly problems: readonly Problem[] };

/** Everything asked about one text; what several questions need is made once, when the first asks for it. */
export type Session = {
  readonly text: string;
  readonly parsed: { readonly standoff: Standoff | undefined; readonly problems: readonly Problem[] };
  readonly compiled: () => Answer<Compiled>;
  readonly stabilities: (compiled: Compiled, onProgress: Progress) => Stabilities;
};

/** Another text to compare with. */
export type Version = { readonly text: string; readonly file: string };

export type Progress = (share: number, what: string) => void;

export function createSession(text: string, file: string): Session {
  const parsed = parse(text, file);
  let compiled: Answer<Compiled> | undefined;
  let stabilities: Stabilities | undefined;
  return {
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
  };
}

function compileOrSayWhy({ standoff, problems }: Session["parsed"]): Answer<Compiled> {
  if (standoff === undefined) return { problems };
  const { compiled, problems: found } = compile(standoff);
  return compiled !== undefined && noErrors(found) ? { findings: compiled } : { problems: found };
}

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
      const where = readWhere(compiled, args.where);
      if (where.problems !== undefined) return where;
      const stabilities = session.stabilities(compiled, onProgress);
      return { findings: matrix(compiled, stabilities, { ...args, where: where.findings }) };
    }),

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

/** Answers from the compiled standoff, or says why there is none. */
function withCompiled<F>(session: Session, answer: (compiled: Compiled) => Answer<F>): Answer<F> {
  const compiled = session.compiled();
  return compiled.findings === undefined ? compiled : answer(compiled.findings);
}

/** Reads a condition typed on the page; nothing typed is no condition. */
function readWhere(compiled: Compiled, text: string) {
  if (text.trim() === "") return { findings: undefined };
  const { expression, problems } = readExpression(text, compiled.standoff, "the condition");
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
