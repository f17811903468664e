import type { Concept } from "../engine/concepts.ts";
import type { Compiled } from "../game/compile.ts";
import { problemAt } from "../game/problem-at.ts";
import type { Expression } from "../model/expression.ts";
import type { Problem } from "../model/problem.ts";
import { stabilitiesOf } from "./analyze.ts";
import { chooseState } from "./choose-state.ts";
import { closer } from "./closer.ts";
import type { MediateFindings } from "./findings.ts";
import { goalPackages, type Sought } from "./goal-packages.ts";
import { noPackages } from "./packages.ts";

/**
 * What would it take to reach `goal` from the status quo (or `from`) so that it then holds: `goalPackages`, then what could bring it `closer`.
 */
export function mediate(
  compiled: Compiled,
  {
    goal,
    from,
    concept = "seq",
    fair = false,
    askInverse = false,
    onProgress = () => {},
    outOfTime = () => false,
  }: {
    goal: Expression;
    from?: Expression | undefined;
    concept?: Concept;
    fair?: boolean;
    askInverse?: boolean;
    onProgress?: (done: number, what: string) => void;
    outOfTime?: () => boolean;
  },
): { findings: MediateFindings | undefined; problems: Problem[] } {
  const { sought, problems } = seek(compiled, { goal, from, concept });
  if (sought === undefined) return { findings: undefined, problems };
  const stabilities = stabilitiesOf(compiled, onProgress);
  const packages = goalPackages(compiled, sought, stabilities, {
    onProgress: (done) => onProgress(done, "packages"),
    outOfTime,
  });
  const further = closer(compiled, sought, packages, { fair, askInverse, onProgress, outOfTime });
  return { findings: { question: "mediate", ...packages.findings, ...further }, problems: [] };
}

/** What is sought, from which state; problems where that is none, or where this standoff has no packages to look for. */
export function seek(
  compiled: Compiled,
  { goal, from, concept }: { goal: Expression; from?: Expression | undefined; concept: Concept },
): { sought?: Sought; problems: Problem[] } {
  const no = (code: string, message: string) => ({
    problems: [problemAt(compiled.standoff, code, undefined, message)],
  });
  const barred = noPackages(compiled);
  if (barred !== undefined) return no("limit", barred);
  const start = chooseState(compiled, from);
  if (typeof start === "string") return no("which-state", start);
  return { sought: { goal, start, concept }, problems: [] };
}
