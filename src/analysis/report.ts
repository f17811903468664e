import type { Compiled } from "../game/compile.ts";
import type { Expression } from "../model/expression.ts";
import type { Preference, Standoff } from "../model/standoff.ts";
import { analyze, stabilitiesOf } from "./analyze.ts";
import { explain } from "./explain.ts";
import type { ExplainFindings, ReportFindings, WantFinding } from "./findings.ts";
import { mediate } from "./mediate.ts";
import { namesOf } from "./names.ts";
import { paths } from "./paths.ts";
import type { StateView } from "./state-view.ts";
import { votes } from "./votes.ts";

/** More outcomes than a report tells of. */
const LISTED = 200;

/**
 * Everything a reader is told who knows neither the file nor the method: what the file says, and the answers of `analyze`, `explain`,
 * `paths`, `votes` and, with a goal, `mediate`. Cost: that of these together.
 */
export function report(
  compiled: Compiled,
  {
    goal,
    onProgress = () => {},
    outOfTime = () => false,
  }: {
    /** What is to be reached, and the words it was given in. */
    goal?: { readonly expression: Expression; readonly text: string } | undefined;
    onProgress?: (done: number, what: string) => void;
    outOfTime?: () => boolean;
  } = {},
): ReportFindings {
  const { standoff } = compiled;
  const part = (from: number, to: number) => (done: number, what: string) =>
    onProgress(from + (to - from) * done, what);
  const stabilities = stabilitiesOf(compiled, part(0, 0.4));
  const analysis = analyze(compiled, { stabilities, listed: LISTED });
  onProgress(0.4, "who would move, and why");
  const { statusQuo } = analysis;
  const whyNow =
    statusQuo === undefined
      ? []
      : explained(
          compiled,
          statusQuo.state,
          standoff.parties
            .map(({ id }) => id)
            .filter((id) => statusQuo.improvements.some(({ party }) => party === id)),
        );
  onProgress(0.5, "ways to get there");
  const found =
    statusQuo === undefined ? undefined : paths(compiled, { concepts: ["seq"], stabilities }).findings;
  onProgress(0.6, "who can block");
  const blocking = standoff.bodies.length === 0 ? undefined : votes(compiled);
  const taken =
    goal === undefined
      ? undefined
      : mediate(compiled, { goal: goal.expression, onProgress: part(0.65, 1), outOfTime });
  const package_ = taken?.findings?.packages[0];
  const holds = package_ ?? analysis.equilibria.find(({ isStatusQuo }) => !isStatusQuo);
  return {
    question: "report",
    names: namesOf(standoff),
    about: standoff.about,
    parties: standoff.parties.map(({ id, about }, party) => ({
      id,
      about,
      wants: wantsOf(standoff, standoff.preferences[party], undefined),
    })),
    options: Object.fromEntries(
      standoff.options.map(({ id, about, oneWay, changesWhen, because }) => [
        id,
        {
          about,
          oneWay,
          changesWhen: changesWhen === undefined ? undefined : quoted(standoff, changesWhen),
          because,
        },
      ]),
    ),
    constraints: standoff.constraints.map(({ kind, condition, why }) => ({
      kind,
      condition: quoted(standoff, condition),
      why,
    })),
    analyze: analysis,
    whyNow,
    whyHolds:
      holds === undefined
        ? undefined
        : {
            of: package_ === undefined ? "outcome" : "package",
            state: holds.state,
            parties: explained(
              compiled,
              holds.state,
              standoff.parties.map(({ id }) => id),
            ).filter(({ improvementsCount }) => improvementsCount > 0),
          },
    paths: found,
    votes: blocking,
    goal:
      goal === undefined
        ? undefined
        : {
            text: goal.text,
            mediate: taken?.findings,
            problems: (taken?.problems ?? []).map(({ message }) => message),
          },
    sources: standoff.sources.map(({ id, title, publisher, date, link }) => ({
      id,
      title,
      publisher,
      date,
      link,
    })),
    timeline: [...standoff.timeline]
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ date, what, by, because }) => ({ date, what, by, because })),
  };
}

/** Why a state is or is not stable under SEQ for these parties. */
function explained(compiled: Compiled, state: StateView, parties: readonly string[]): ExplainFindings[] {
  return parties.flatMap((party) => explain(compiled, { state, party, concept: "seq" }).findings ?? []);
}

function quoted({ text }: Standoff, { span }: { readonly span: Expression["span"] }): string {
  return text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}

function wantsOf(
  standoff: Standoff,
  preference: Preference,
  member: string | undefined,
): ReportFindings["parties"][number]["wants"] {
  const { form } = preference;
  if (form === "unanimous")
    return preference.members.flatMap((each) => wantsOf(standoff, each.preference, each.title));
  const items: WantFinding[] =
    form === "ranking"
      ? preference.tiers.map((tier) => ({
          words: quoted(standoff, tier.pattern.kind === "expression" ? tier.pattern.expression : tier),
          weight: undefined,
          strongly: tier.greatly,
          unknown: tier.pattern.kind === "unknown" || tier.pattern.kind === "unranked",
          why: tier.why,
          because: tier.because,
        }))
      : preference.statements.map((each) => ({
          words: quoted(standoff, each.wants),
          weight: "weight" in each ? (each.weight as string) : undefined,
          strongly: each.strongly,
          unknown: each.unknown,
          why: each.why,
          because: each.because,
        }));
  return [{ member, form, items }];
}
